#include "extract/poppler_page.h"

#include <GfxState.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "extract/words.h"

namespace extract {
namespace {

std::uint8_t channel(GfxColorComp value) { return colToByte(value); }

Color color_of(const GfxRGB& rgb) { return {channel(rgb.r), channel(rgb.g), channel(rgb.b)}; }

constexpr Color kGrey{128, 128, 128};

}  // namespace

void PageDevice::begin(Page& page, ContentIds& content_ids, std::vector<bool> named_ends) {
  page_ = &page;
  content_ids_ = &content_ids;
  paths_.emplace(page);
  text_.clear();
  fonts_.clear();
  marks_.clear();
  named_ends_ = std::move(named_ends);
  ends_ = 0;
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

}  // namespace extract
