#include "app/page_count.h"

#include "extract/document.h"
#include "extract/error.h"
#include "extract/sha256.h"

namespace app {

CountedPages count_pages(const std::string& path) {
  try {
    extract::Diagnostics diagnostics;
    const auto document = extract::open_document(path, diagnostics);
    return {document->info().sha256, document->page_count(), ""};
  } catch (const extract::Error&) {
    // Not a report that can be opened; its content may be known still.
  }
  try {
    return {extract::sha256_of_file(path), 1, ""};
  } catch (const extract::Error& error) {
    return {"", 1, error.message()};
  }
}

}  // namespace app
