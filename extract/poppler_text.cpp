#include "extract/poppler_text.h"

#include <GfxFont.h>
#include <UTF.h>
#include <goo/GooString.h>
#include <goo/gmem.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "extract/glyph_text.h"

namespace extract {
namespace {

bool name_has(std::string_view name, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return name.find(part) != std::string_view::npos;
  });
}

// Identity-encoded and without ToUnicode. A map from codes to glyphs tells that the codes are not
// glyph numbers themselves; they are Unicode then.
bool lacks_characters(const GfxFont& font) {
  if (!font.isCIDFont() || font.hasToUnicodeCMap()) return false;
  const auto& cid_font = static_cast<const GfxCIDFont&>(font);
  const GooString* collection = cid_font.getCollection();
  return collection != nullptr && collection->toStr() == "Adobe-Identity" &&
         cid_font.getCIDToGID() == nullptr;
}

}  // namespace

FontLook font_look(const std::shared_ptr<GfxFont>& font) {
  FontLook look;
  look.font = font;
  const std::string name = font->getName().value_or("");
  look.bold = font->isBold() || font->getWeight() >= GfxFont::W600 ||
              name_has(name, {"Bold", "bold", "Black", "Heavy"});
  look.italic = font->isItalic() || name_has(name, {"Italic", "italic", "Oblique", "oblique"});
  look.symbols = name_has(name, {"Symbol", "Wingdings", "Webdings", "Dingbats", "OpenSymbol"});
  look.unreadable = lacks_characters(*font);
  // Values outside of these are a font maker's mistake or tell of other things (line spacing).
  const double ascent = font->getAscent();
  const double descent = font->getDescent();
  if (ascent >= 0.5 && ascent <= 1.0) look.ascent = ascent;
  if (descent <= -0.1 && descent >= -0.35) look.descent = descent;
  if (font->getType() == fontType3) {
    const double* box = font->getFontBBox();
    const double* matrix = font->getFontMatrix();
    const double height = std::abs((box[3] - box[1]) * matrix[3]);
    if (height > 0 && std::isfinite(height)) look.em = height;
  }
  return look;
}

std::u32string code_points(const GooString& text) {
  Unicode* points = nullptr;
  const int size = TextStringToUCS4(text.toStr(), &points);
  std::u32string result;
  if (size > 0) result.assign(points, points + size);
  gfree(points);
  return result;
}

std::string utf8(const GooString& text) {
  std::string result;
  for (const char32_t c : code_points(text)) {
    if (is_space(c)) {
      result.push_back(' ');
    } else {
      append_glyph_text(c, result);
    }
  }
  return result;
}

}  // namespace extract
