#include "extract/document.h"

#include <array>
#include <filesystem>
#include <string_view>
#include <utility>

#include "extract/error.h"
#include "extract/poppler_reader.h"
#include "extract/sha256.h"
#include "extract/text_reader.h"

namespace extract {
namespace {

// Where a PDF's header may begin: readers have always looked this far.
constexpr std::size_t kHeaderReach = 1024;

}  // namespace

std::unique_ptr<Document> open_document(const std::string& path, Diagnostics& diagnostics) {
  return open_document(InputFile(path), diagnostics);
}

std::unique_ptr<Document> open_document(InputFile file, Diagnostics& diagnostics) {
  const std::string_view bytes = file.map();
  DocumentInfo info;
  info.name = std::filesystem::path(file.path()).stem().string();
  info.sha256 = sha256_of_text(bytes);
  if (bytes.substr(0, kHeaderReach).find("%PDF-") != std::string_view::npos) {
    return open_pdf(std::move(file), std::move(info), diagnostics);
  }
  if (const auto text = decode_text(bytes)) {
    info.is_text = true;
    return open_text(*text, std::move(info));
  }
  throw Error(ErrorCode::not_a_report, file.path(),
              "is neither a PDF nor plain text; save the report as a PDF");
}

}  // namespace extract
