#pragma once
// Finds the ends of marked content that Poppler does not tell the beginning of. It reports
// `/Tag <<…>> BDC` and `/Tag BMC`, but not `/Tag /Name BDC`, whose properties stand in the page's
// resources (layers are written so); the end, EMC, is reported for all three.
//
//   "/P <</MCID 0>> BDC /OC /L BDC (a) Tj EMC (b) Tj EMC"  →  {true, false}

#include <string_view>
#include <vector>

namespace extract {

// For each EMC in a content stream's decoded bytes, in order: does it end a sequence of the third
// kind? An EMC without a beginning counts as of the others.
std::vector<bool> ends_of_named_content(std::string_view content);

}  // namespace extract
