#pragma once
// Document: an opened report file (PDF or plain text) that gives its pages one by one.
//
//   extract::Diagnostics diagnostics;
//   auto document = extract::open_document("report.pdf", diagnostics);
//   for (int n = 1; n <= document->page_count(); ++n) use(document->page(n));

#include <memory>
#include <string>

#include "extract/diagnostics.h"
#include "extract/input_file.h"
#include "extract/page.h"

namespace extract {

struct DocumentInfo {
  std::string name;    // file stem
  std::string sha256;  // lower-case hex of the file's bytes
  std::string title;   // from metadata: a claim, often a template's
  std::string author;
  std::string producer;
  std::string creation_date;  // ISO date or ""
  std::string language;
  bool tagged = false;   // the file says it is tagged
  bool is_text = false;  // a plain-text file: pages have text_lines only
};

class Document {
 public:
  virtual ~Document() = default;
  virtual const DocumentInfo& info() const = 0;
  virtual int page_count() const = 0;
  // Page `number`, 1 ≤ number ≤ page_count(). What is damaged on it becomes diagnostics of the
  // collector given to open_document.
  virtual Page page(int number) = 0;
};

// Opens a PDF or a plain-text file (told apart by content, not by name).
// Throws Error (not_found, empty_file, not_a_report, damaged, password, unsupported, no_pages,
// file_access), naming the file. `diagnostics` must outlive the document.
std::unique_ptr<Document> open_document(const std::string& path, Diagnostics& diagnostics);
// The same for a file that is open already.
std::unique_ptr<Document> open_document(InputFile file, Diagnostics& diagnostics);

}  // namespace extract
