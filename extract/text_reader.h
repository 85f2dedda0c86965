#pragma once
// Reads plain-text reports: archived text of a report whose PDF is gone.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"

namespace extract {

// The text of `bytes` as UTF-8, from UTF-8 or UTF-16 (with or without byte order mark) or
// Windows-1252 (which holds Latin-1); nothing for binary data.
std::optional<std::string> decode_text(std::string_view bytes);

// Lines without their ends (LF, CRLF, CR), one list for each page; a form feed ends a page.
std::vector<std::vector<std::string>> split_pages(std::string_view text);

// `text` as decode_text gives it. `info` holds name and sha256.
std::unique_ptr<Document> open_text(std::string_view text, DocumentInfo info);

}  // namespace extract
