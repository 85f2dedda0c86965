#include "extract/page_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "extract/glyph_text.h"

namespace extract {
namespace {

bool is_unknown(char32_t c) {
  return c == kUnmapped || (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

bool is_odd(char32_t c) {
  return c < 0x80 && std::string_view("!\"#$;<=>?@[\\]^`{|}~").find(static_cast<char>(c)) !=
                         std::string_view::npos;
}

}  // namespace

std::optional<Diagnostic> check_page(const Page& page, const PageCheckOptions& options) {
  if (!page.text_lines.empty()) return std::nullopt;
  if (page.words.empty()) {
    double covered = 0;
    for (const PageImage& image : page.images) covered += image.box.width() * image.box.height();
    if (covered <= 0 || covered < options.scanned_share * page.width * page.height) {
      int curves = 0;
      for (const DrawnPath& path : page.paths) curves += path.curves;
      if (curves < options.outlined_curves) return std::nullopt;
      return Diagnostic{
          Severity::info, "outlined-text", page.number, std::nullopt,
          fmt::format("page {} has no text; its letters may be drawn as shapes", page.number)};
    }
    return Diagnostic{Severity::info, "scanned-page", page.number, std::nullopt,
                      fmt::format("page {} is a picture without text", page.number)};
  }
  int characters = 0, unknown = 0, odd = 0;
  for (const Word& word : page.words) {
    for (const Glyph& glyph : word.glyphs) {
      const char32_t c = first_code_point(glyph.text);
      ++characters;
      unknown += is_unknown(c) ? 1 : 0;
      odd += is_odd(c) ? 1 : 0;
    }
  }
  if (characters < options.least_characters) return std::nullopt;
  const bool garbled =
      unknown >= options.unknown_share * characters || odd >= options.odd_share * characters;
  if (!garbled) return std::nullopt;
  return Diagnostic{Severity::warning, "garbled-text", page.number, std::nullopt,
                    fmt::format("page {}: the fonts do not tell their characters; {} of {} are "
                                "unknown or improbable",
                                page.number, std::max(unknown, odd), characters)};
}

}  // namespace extract
