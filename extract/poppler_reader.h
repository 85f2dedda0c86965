#pragma once
// Opens PDF reports with Poppler.

#include <memory>

#include "extract/document.h"

namespace extract {

// Requires a file that begins as a PDF does. Throws Error (damaged, password, unsupported,
// no_pages, file_access). `info` holds name and sha256; the rest is filled in.
std::unique_ptr<Document> open_pdf(InputFile file, DocumentInfo info, Diagnostics& diagnostics);

}  // namespace extract
