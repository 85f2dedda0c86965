#pragma once
// The text witness: tables out of the archived plain text of a report, where only the order of
// words, their spaces and tabs are left.
//
//   Personal
//   Målvärde
//   helår Mars 2022 Mars 2021                    | Personal           | Målvärde helår | Mars 2022
//   | …
//                                                | Total sjukfrånvaro | 5,5            | 6,0 % | …
//   Total sjukfrånvaro 5,5 6,0 % 4,9 %           | Personalavgångar   | 6,0            | 3,6 % | …
//   Personalavgångar 6,0 3,6 % 3,5 %
//
// Rows first, then how many columns they and the headings agree on, then each row's figures. What
// stays open gives a diagnostic and no figure: "text-row-open" for a row, "text-table-open" for
// rows of figures without clear headings. Steps and examples: docs/table-recovery.md.

#include <string>
#include <vector>

#include "extract/page.h"
#include "parsers/page_tables.h"

namespace parsers {

// Tables from the top (Method::text, boxes empty) and every line outside them. `vocabulary`:
// headings known to occur in such reports, for headings that run together.
PageTables find_text_tables(const extract::Page& page,
                            const std::vector<std::string>& vocabulary = {});

}  // namespace parsers
