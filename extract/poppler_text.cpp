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

// A Type 3 font has its own units; its em is told by its letters: by the box around them, or, where
// that is nonsense, by their widths.
double type_3_em(const Gfx8BitFont& font) {
  constexpr double kWidthOfLetter = 0.5;  // em, the mean of Latin type
  constexpr double kOff = 3;              // the box is believed if it agrees by this factor
  double sum = 0;
  int letters = 0;
  for (int code = 0; code < 256; ++code) {
    const double width = std::abs(font.getWidth(static_cast<unsigned char>(code)));
    if (width > 0 && std::isfinite(width)) {
      sum += width;
      ++letters;
    }
  }
  const double* box = font.getFontBBox();
  const double height = std::abs((box[3] - box[1]) * font.getFontMatrix()[3]);
  const double by_width = letters > 0 ? sum / letters / kWidthOfLetter : height;
  const bool agree = height > by_width / kOff && height < by_width * kOff;
  const double em = agree ? height : by_width;
  return em > 0 && std::isfinite(em) ? em : 1;
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
  if (font->getType() == fontType3) look.em = type_3_em(static_cast<Gfx8BitFont&>(*font));
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
