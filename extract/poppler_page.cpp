#include "extract/poppler_page.h"

#include <Gfx.h>
#include <GfxFont.h>
#include <GfxState.h>
#include <UTF.h>
#include <goo/gmem.h>

#include <algorithm>
#include <cmath>

#include "extract/glyph_text.h"
#include "extract/poppler_text.h"
#include "extract/words.h"

namespace extract {
namespace {

std::uint8_t channel(GfxColorComp value) { return colToByte(value); }

Color color_of(const GfxRGB& rgb) { return {channel(rgb.r), channel(rgb.g), channel(rgb.b)}; }

constexpr Color kGrey{128, 128, 128};

}  // namespace

void PageDevice::begin(Page& page, ContentIds& content_ids) {
  page_ = &page;
  content_ids_ = &content_ids;
  paths_.emplace(page);
  text_.clear();
  fonts_.clear();
  marks_.clear();
  forms_.clear();
  actual_texts_.clear();
  groups_.clear();
  soft_masks_ = 0;
  state_ = nullptr;
  style_known_ = fill_color_known_ = stroke_color_known_ = false;
}

void PageDevice::finish() {
  page_->words = build_words(text_);
  fonts_.clear();
  paths_.reset();
  page_ = nullptr;
  content_ids_ = nullptr;
}

void PageDevice::startPage(int /*number*/, GfxState* state, XRef* /*xref*/) { state_ = state; }
// After this call Poppler goes on with a copy whose address is told with the next change.
void PageDevice::saveState(GfxState* /*state*/) { state_ = nullptr; }
void PageDevice::restoreState(GfxState* state) {
  state_ = state;
  style_known_ = fill_color_known_ = stroke_color_known_ = false;
}
void PageDevice::updateAll(GfxState* state) { restoreState(state); }
void PageDevice::updateCTM(GfxState* state, double, double, double, double, double, double) {
  state_ = state;
  style_known_ = false;
}
void PageDevice::updateFont(GfxState*) { style_known_ = false; }
void PageDevice::updateTextMat(GfxState*) { style_known_ = false; }
void PageDevice::updateCharSpace(GfxState*) { style_known_ = false; }
void PageDevice::updateHorizScaling(GfxState*) { style_known_ = false; }
void PageDevice::updateRender(GfxState*) { style_known_ = false; }
void PageDevice::updateFillColorSpace(GfxState*) { style_known_ = fill_color_known_ = false; }
void PageDevice::updateFillColor(GfxState*) { style_known_ = fill_color_known_ = false; }
void PageDevice::updateStrokeColorSpace(GfxState*) { style_known_ = stroke_color_known_ = false; }
void PageDevice::updateStrokeColor(GfxState*) { style_known_ = stroke_color_known_ = false; }
void PageDevice::updateFillOpacity(GfxState*) { style_known_ = false; }
void PageDevice::clip(GfxState*) { style_known_ = false; }
void PageDevice::eoClip(GfxState*) { style_known_ = false; }

bool PageDevice::needNonText() {
  // Patterns are asked about with a path to fill; without one it is an image.
  if (state_ == nullptr || state_->isPath()) return true;
  image(state_);
  return false;
}

Rect PageDevice::clip_of(GfxState* state) const {
  Rect clip;
  state->getClipBBox(&clip.x0, &clip.y0, &clip.x1, &clip.y1);
  return {std::max(clip.x0, 0.0), std::max(clip.y0, 0.0), std::min(clip.x1, page_->width),
          std::min(clip.y1, page_->height)};
}

// ---- Text

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
  if (!std::isfinite(pen_x) || !std::isfinite(pen_y) || !std::isfinite(advance)) return;

  const GlyphStyle& style = text_.styles.back();
  const double middle_x = pen_x + width_x / 2;
  const double middle_y = pen_y + width_y / 2;
  if (middle_x < 0 || middle_x > page_->width || middle_y < -style.font_size / 2 ||
      middle_y > page_->height + style.font_size / 2) {
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
    const char32_t c = text[i];
    // Word's and others' list marks: pictures in the private use area of symbol fonts.
    code_points_.push_back(symbols_ && c >= 0xF020 && c <= 0xF0FF ? U'\u2022' : c);
  }
  if (length == 0 && code == 0) return;  // .notdef: nothing, or an empty box
  text_.add(code_points_, pen_x, pen_y, advance);
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
  if (!(length > 0) || !std::isfinite(length) || !(size > 0) || !std::isfinite(size)) return;
  text_ok_ = true;
  direction_x_ = x / length;
  direction_y_ = y / length;
  spacing_ = state->getCharSpace();
  symbols_ = look.symbols;
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

// ---- Paths, shadings, images

Color PageDevice::fill_color(GfxState* state) {
  if (!fill_color_known_) {
    GfxRGB rgb;
    state->getFillRGB(&rgb);
    fill_color_ = color_of(rgb);
    fill_color_known_ = true;
  }
  return fill_color_;
}

Paint PageDevice::fill_paint(GfxState* state) {
  Paint paint;
  paint.clip = clip_of(state);
  paint.color = fill_color(state);
  return paint;
}

Paint PageDevice::stroke_paint(GfxState* state) {
  if (!stroke_color_known_) {
    GfxRGB rgb;
    state->getStrokeRGB(&rgb);
    stroke_color_ = color_of(rgb);
    stroke_color_known_ = true;
  }
  Paint paint;
  paint.clip = clip_of(state);
  paint.color = stroke_color_;
  paint.thickness = state->getTransformedLineWidth();
  double start = 0;
  paint.dashed = !state->getLineDash(&start).empty();
  return paint;
}

const std::vector<Subpath>& PageDevice::device_path(GfxState* state) {
  const GfxPath* path = state->getPath();
  path_.resize(static_cast<std::size_t>(path->getNumSubpaths()));
  for (int i = 0; i < path->getNumSubpaths(); ++i) {
    const GfxSubpath* from = path->getSubpath(i);
    Subpath& to = path_[static_cast<std::size_t>(i)];
    to.points.resize(static_cast<std::size_t>(from->getNumPoints()));
    to.closed = from->isClosed();
    for (int k = 0; k < from->getNumPoints(); ++k) {
      PathPoint& point = to.points[static_cast<std::size_t>(k)];
      state->transform(from->getX(k), from->getY(k), &point.x, &point.y);
      point.curve = from->getCurve(k);
    }
  }
  return path_;
}

void PageDevice::stroke(GfxState* state) {
  if (soft_masks_ > 0 || state->getStrokeOpacity() <= 0) return;
  paths_->stroke(device_path(state), stroke_paint(state));
}

void PageDevice::fill(GfxState* state) {
  if (soft_masks_ > 0 || state->getFillOpacity() <= 0) return;
  paths_->fill(device_path(state), fill_paint(state));
}

void PageDevice::eoFill(GfxState* state) { fill(state); }

void PageDevice::shaded_box(GfxState* state, const Color& color) {
  if (soft_masks_ > 0) return;
  Paint paint;
  paint.clip = clip_of(state);
  paint.color = color;
  paths_->box(paint.clip, paint);
}

bool PageDevice::tilingPatternFill(GfxState* state, Gfx*, Catalog*, GfxTilingPattern*,
                                   const double*, int, int, int, int, double, double) {
  shaded_box(state, kGrey);
  return true;
}
bool PageDevice::functionShadedFill(GfxState* state, GfxFunctionShading*) {
  shaded_box(state, kGrey);
  return true;
}
bool PageDevice::axialShadedFill(GfxState* state, GfxAxialShading* shading, double t_min,
                                 double t_max) {
  shaded_box(state, middle_color(*shading, t_min, t_max));
  return true;
}
bool PageDevice::radialShadedFill(GfxState* state, GfxRadialShading* shading, double s_min,
                                  double s_max) {
  shaded_box(state, middle_color(*shading, s_min, s_max));
  return true;
}
bool PageDevice::gouraudTriangleShadedFill(GfxState* state, GfxGouraudTriangleShading*) {
  shaded_box(state, kGrey);
  return true;
}
bool PageDevice::patchMeshShadedFill(GfxState* state, GfxPatchMeshShading*) {
  shaded_box(state, kGrey);
  return true;
}

Color PageDevice::middle_color(GfxUnivariateShading& shading, double from, double to) {
  GfxColor color;
  if (shading.getColor((from + to) / 2, &color) <= 0) return kGrey;
  GfxRGB rgb;
  shading.getColorSpace()->getRGB(&color, &rgb);
  return color_of(rgb);
}

void PageDevice::image(GfxState* state) {
  if (soft_masks_ > 0) return;
  // An image fills the unit square.
  Rect box;
  for (const auto& [u, v] : {std::pair(0.0, 0.0), {1.0, 0.0}, {0.0, 1.0}, {1.0, 1.0}}) {
    double x = 0, y = 0;
    state->transform(u, v, &x, &y);
    box = u + v == 0 ? Rect{x, y, x, y}
                     : Rect{std::min(box.x0, x), std::min(box.y0, y), std::max(box.x1, x),
                            std::max(box.y1, y)};
  }
  const Rect clip = clip_of(state);
  const Rect seen{std::max(box.x0, clip.x0), std::max(box.y0, clip.y0), std::min(box.x1, clip.x1),
                  std::min(box.y1, clip.y1)};
  if (!(seen.x1 >= seen.x0) || !(seen.y1 >= seen.y0)) return;
  if (std::min(seen.width(), seen.height()) <= RulingOptions{}.max_thickness) {
    paths_->box(seen, {clip, Color{}, 0, false});
    return;
  }
  page_->images.push_back({seen});
}

void PageDevice::drawImageMask(GfxState* state, Object*, Stream* stream, int width, int height,
                               bool, bool, bool inline_image) {
  image(state);
  if (inline_image) skip_inline(stream, width, height, 1, 1);
}
void PageDevice::drawImage(GfxState* state, Object*, Stream* stream, int width, int height,
                           GfxImageColorMap* map, bool, const int*, bool inline_image) {
  image(state);
  if (inline_image) skip_inline(stream, width, height, map->getNumPixelComps(), map->getBits());
}
void PageDevice::drawMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*,
                                 bool, Stream*, int, int, bool, bool) {
  image(state);
}
void PageDevice::drawSoftMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*,
                                     bool, Stream*, int, int, GfxImageColorMap*, bool) {
  image(state);
}

// The bytes of an inline image stand in the page's own stream and must be read past.
void PageDevice::skip_inline(Stream* stream, int width, int height, int components, int bits) {
  stream->reset();
  const long long row = (static_cast<long long>(width) * components * bits + 7) / 8;
  for (long long i = 0; i < row * height; ++i) {
    if (stream->getChar() == EOF) break;
  }
  stream->close();
}

// ---- Marked content

void PageDevice::beginForm(Ref id) { forms_.push_back(id.num); }
void PageDevice::endForm(Ref /*id*/) {
  if (!forms_.empty()) forms_.pop_back();
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
  if (std::string_view(name) == "Artifact") mark.artifact = true;
  if (properties != nullptr) {
    const Object mcid = properties->lookup("MCID");
    if (mcid.isInt()) {
      const int form = forms_.empty() ? 0 : forms_.back();
      mark.content_id = content_ids_->id(form, mcid.getInt());
    }
  }
  marks_.push_back(mark);
  style_known_ = false;
}

void PageDevice::endMarkedContent(GfxState* /*state*/) {
  if (!marks_.empty()) marks_.pop_back();
  style_known_ = false;
}

void PageDevice::beginActualText(GfxState* /*state*/, const GooString* text) {
  actual_texts_.push_back({code_points(*text), text_.glyphs.size()});
}

void PageDevice::endActualText(GfxState* /*state*/) {
  if (actual_texts_.empty()) return;
  const ActualText actual = std::move(actual_texts_.back());
  actual_texts_.pop_back();
  if (actual_texts_.empty()) text_.replace(actual.first_glyph, actual.text);
}

}  // namespace extract
