// The text of PageDevice: glyphs with their style, marked content, ActualText.

#include <GfxFont.h>
#include <GfxState.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "extract/glyph_text.h"
#include "extract/poppler_page.h"

namespace extract {
namespace {

// Points. Smaller text is not there to be read; larger would fill any page with one letter.
constexpr double kMinSize = 0.1;
constexpr double kMaxSize = 10'000;

}  // namespace

void PageDevice::drawChar(GfxState* state, double x, double y, double dx, double dy,
                          double origin_x, double origin_y, CharCode code, int bytes,
                          const Unicode* text, int length) {
  if (!style_known_) find_style(state);
  if (!text_ok_ || soft_masks_ > 0) return;
  // Character and word spacing are part of the advance; the glyph's own width is not.
  double spacing = spacing_;
  if (bytes == 1 && code == 0x20) spacing += state->getWordSpace();
  double spacing_x = 0, spacing_y = 0;
  state->textTransformDelta(spacing * state->getHorizScaling(), 0, &spacing_x, &spacing_y);
  double width_x = 0, width_y = 0;
  state->transformDelta(dx - spacing_x, dy - spacing_y, &width_x, &width_y);
  double pen_x = 0, pen_y = 0;
  state->transform(x - origin_x, y - origin_y, &pen_x, &pen_y);
  const double advance = width_x * direction_x_ + width_y * direction_y_;

  const GlyphStyle& style = text_.styles.back();
  const double middle_x = pen_x + width_x / 2;
  const double middle_y = pen_y + width_y / 2;
  // Outside the page, or no number at all.
  if (!(middle_x >= 0 && middle_x <= page_->width && middle_y >= -style.font_size / 2 &&
        middle_y <= page_->height + style.font_size / 2)) {
    return;
  }
  const double reach = style.font_size;
  const bool clipped = middle_x < clip_.x0 - reach / 2 || middle_x > clip_.x1 + reach / 2 ||
                       middle_y < clip_.y0 - reach / 4 || middle_y > clip_.y1 + reach;
  if (clipped && !style.invisible) {
    GlyphStyle hidden = style;
    hidden.invisible = true;
    text_.styles.push_back(hidden);
    style_known_ = false;
  }
  code_points_.clear();
  for (int i = 0; i < length; ++i) {
    code_points_.push_back(character(text[i]));
  }
  if (length == 0 && code == 0) return;  // .notdef: nothing, or an empty box
  if (length == 0 && bytes == 1 && code == 0x20) code_points_.push_back(U' ');
  text_.add(code_points_, pen_x, pen_y, advance);
}

char32_t PageDevice::character(char32_t c) const {
  // List marks of Word and others: pictures in the private use area of symbol fonts.
  if (symbols_ && c >= 0xF020 && c <= 0xF0FF) return U'\u2022';
  // The space is glyph 3 in every TrueType font made by the book.
  if (unreadable_) return c == 3 ? U' ' : kUnmapped;
  return c;
}

void PageDevice::find_style(GfxState* state) {
  style_known_ = true;
  text_ok_ = false;
  const std::shared_ptr<GfxFont>& font = state->getFont();
  if (!font) return;
  const FontLook& look = look_of(font);

  // Directions of the text line and of "up" on the page.
  double x = 0, y = 0, up_x = 0, up_y = 0;
  state->textTransformDelta(state->getHorizScaling() < 0 ? -1 : 1, 0, &x, &y);
  state->transformDelta(x, y, &x, &y);
  const double* matrix = state->getTextMat();
  state->transformDelta(matrix[2] * state->getFontSize(), matrix[3] * state->getFontSize(), &up_x,
                        &up_y);
  if (state->getFontSize() < 0) {
    x = -x;
    y = -y;
  }
  const double length = std::hypot(x, y);
  const double size = std::hypot(up_x, up_y) * look.em;
  if (!(length > 0 && length < kMaxSize && size > kMinSize && size < kMaxSize)) return;
  text_ok_ = true;
  direction_x_ = x / length;
  direction_y_ = y / length;
  spacing_ = state->getCharSpace();
  symbols_ = look.symbols;
  unreadable_ = look.unreadable;
  clip_ = clip_of(state);

  GlyphStyle style;
  style.font_size = size;
  style.ascent = look.ascent;
  style.descent = look.descent;
  double spacing_x = 0, spacing_y = 0;
  state->textTransformDelta(spacing_ * state->getHorizScaling(), 0, &spacing_x, &spacing_y);
  state->transformDelta(spacing_x, spacing_y, &spacing_x, &spacing_y);
  style.letter_spacing = spacing_x * direction_x_ + spacing_y * direction_y_;
  const bool level = std::abs(direction_x_) >= std::abs(direction_y_);
  style.rotation = level ? (direction_x_ > 0 ? 0 : 180) : (direction_y_ > 0 ? 90 : 270);
  const bool oblique = std::min(std::abs(direction_x_), std::abs(direction_y_)) > kObliqueSine;
  const int render = state->getRender();
  style.bold = look.bold || (render & 3) == 2;
  style.italic = look.italic;
  style.invisible = (render & 3) == 3 && render != 7;
  if (state->getFillOpacity() <= 0) style.invisible = true;
  if (!marks_.empty()) {
    style.content_id = marks_.back().content_id;
    style.artifact = marks_.back().artifact;
  }
  style.artifact = style.artifact || oblique;
  style.color = (render & 3) == 1 ? stroke_paint(state).color : fill_color(state);
  if (text_.styles.empty() || !(text_.styles.back() == style)) text_.styles.push_back(style);
}

const FontLook& PageDevice::look_of(const std::shared_ptr<GfxFont>& font) {
  const auto [it, is_new] = fonts_.try_emplace(font.get());
  FontLook& look = it->second;
  if (is_new) look = font_look(font);
  return look;
}

void PageDevice::beginForm(Ref id) { forms_.push_back({id.num, marks_.size()}); }

void PageDevice::endForm(Ref /*id*/) {
  if (forms_.empty()) return;
  while (marks_.size() > forms_.back().marks) end_mark();
  forms_.pop_back();
}

void PageDevice::beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool,
                                        bool for_soft_mask) {
  groups_.push_back(for_soft_mask);
  if (for_soft_mask) ++soft_masks_;
}

void PageDevice::endTransparencyGroup(GfxState*) {
  if (groups_.empty()) return;
  if (groups_.back()) --soft_masks_;
  groups_.pop_back();
}

void PageDevice::beginMarkedContent(const char* name, Dict* properties) {
  Mark mark = marks_.empty() ? Mark{} : marks_.back();
  mark.actual_text = false;
  if (std::string_view(name) == "Artifact") mark.artifact = true;
  if (properties != nullptr) {
    const Object mcid = properties->lookup("MCID");
    if (mcid.isInt()) {
      const int form = forms_.empty() ? 0 : forms_.back().number;
      mark.content_id = content_ids_->id(form, mcid.getInt());
    }
    // Poppler tells of ActualText on spans only.
    if (std::string_view(name) != "Span") {
      const Object actual = properties->lookup("ActualText");
      if (actual.isString()) {
        begin_actual_text(*actual.getString());
        mark.actual_text = true;
      }
    }
  }
  marks_.push_back(mark);
  style_known_ = false;
}

void PageDevice::endMarkedContent(GfxState* /*state*/) {
  style_known_ = false;
  if (forms_.empty()) {
    const std::size_t end = ends_++;
    if (end < named_ends_.size() && named_ends_[end]) return;
  }
  const std::size_t outside = forms_.empty() ? 0 : forms_.back().marks;
  if (marks_.size() > outside) end_mark();
}

void PageDevice::end_mark() {
  if (marks_.back().actual_text) end_actual_text();
  marks_.pop_back();
}

void PageDevice::beginActualText(GfxState* /*state*/, const GooString* text) {
  begin_actual_text(*text);
}

void PageDevice::endActualText(GfxState* /*state*/) { end_actual_text(); }

void PageDevice::begin_actual_text(const GooString& text) {
  actual_texts_.push_back({code_points(text), text_.glyphs.size()});
}

void PageDevice::end_actual_text() {
  if (actual_texts_.empty()) return;
  const ActualText actual = std::move(actual_texts_.back());
  actual_texts_.pop_back();
  if (actual_texts_.empty()) text_.replace(actual.first_glyph, actual.text);
}

}  // namespace extract
