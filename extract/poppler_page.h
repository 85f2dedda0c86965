#pragma once
// PageDevice: Poppler draws a page on it; it notes what is drawn as a Page. No pixel is made and no
// image decoded.
//
//   PageDevice device;
//   device.begin(page, content_ids);
//   document.displayPage(&device, number, 72, 72, 0, false, true, false);
//   device.finish();
//
// One device serves all pages of a document: it keeps Poppler's cache of colour profiles.

#include <OutputDev.h>

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "extract/content_ids.h"
#include "extract/drawn_paths.h"
#include "extract/drawn_text.h"
#include "extract/page.h"
#include "extract/poppler_text.h"

namespace extract {

class PageDevice : public OutputDev {
 public:
  // `page` has its number, width and height. Both are used until `finish`. `named_ends`: as
  // ends_of_named_content gives for the page; empty for a page that names no properties.
  void begin(Page& page, ContentIds& content_ids, std::vector<bool> named_ends);
  // After the page is drawn: makes the words.
  void finish();

  // Questions of Poppler.
  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  // Asked, among others, before an image is set up. That costs a colour transform for each image,
  // so its box is noted here and the rest declined.
  bool needNonText() override;
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int /*type*/) override { return true; }

  // The state has changed; what depends on it is found again when next needed.
  void startPage(int number, GfxState* state, XRef* xref) override;
  void saveState(GfxState* state) override;
  void restoreState(GfxState* state) override;
  void updateAll(GfxState* state) override;
  void updateCTM(GfxState* state, double, double, double, double, double, double) override;
  void updateFont(GfxState* state) override;
  void updateTextMat(GfxState* state) override;
  void updateCharSpace(GfxState* state) override;
  void updateHorizScaling(GfxState* state) override;
  void updateRender(GfxState* state) override;
  void updateFillColorSpace(GfxState* state) override;
  void updateFillColor(GfxState* state) override;
  void updateStrokeColorSpace(GfxState* state) override;
  void updateStrokeColor(GfxState* state) override;
  void updateFillOpacity(GfxState* state) override;
  void clip(GfxState* state) override;
  void eoClip(GfxState* state) override;

  // Drawing.
  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x,
                double origin_y, CharCode code, int bytes, const Unicode* text,
                int length) override;
  void stroke(GfxState* state) override;
  void fill(GfxState* state) override;
  void eoFill(GfxState* state) override;
  bool tilingPatternFill(GfxState* state, Gfx* gfx, Catalog* catalog, GfxTilingPattern* pattern,
                         const double* matrix, int x0, int y0, int x1, int y1, double x_step,
                         double y_step) override;
  bool functionShadedFill(GfxState* state, GfxFunctionShading* shading) override;
  bool axialShadedFill(GfxState* state, GfxAxialShading* shading, double t_min,
                       double t_max) override;
  bool radialShadedFill(GfxState* state, GfxRadialShading* shading, double s_min,
                        double s_max) override;
  bool gouraudTriangleShadedFill(GfxState* state, GfxGouraudTriangleShading* shading) override;
  bool patchMeshShadedFill(GfxState* state, GfxPatchMeshShading* shading) override;
  void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height,
                     bool invert, bool interpolate, bool inline_image) override;
  void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                 GfxImageColorMap* color_map, bool interpolate, const int* mask_colors,
                 bool inline_image) override;
  void drawMaskedImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                       GfxImageColorMap* color_map, bool interpolate, Stream* mask_stream,
                       int mask_width, int mask_height, bool mask_invert,
                       bool mask_interpolate) override;
  void drawSoftMaskedImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                           GfxImageColorMap* color_map, bool interpolate, Stream* mask_stream,
                           int mask_width, int mask_height, GfxImageColorMap* mask_color_map,
                           bool mask_interpolate) override;

  // Marked content and forms.
  void beginMarkedContent(const char* name, Dict* properties) override;
  void endMarkedContent(GfxState* state) override;
  void beginActualText(GfxState* state, const GooString* text) override;
  void endActualText(GfxState* state) override;
  void beginForm(Ref id) override;
  void endForm(Ref id) override;
  void beginTransparencyGroup(GfxState* state, const double* box, GfxColorSpace* space,
                              bool isolated, bool knockout, bool for_soft_mask) override;
  void endTransparencyGroup(GfxState* state) override;

 private:
  // One open marked-content sequence: what holds inside it.
  struct Mark {
    int content_id = -1;
    bool artifact = false;
    bool actual_text = false;  // its end is the end of an ActualText
  };
  // An open span whose glyphs stand for another text.
  struct ActualText {
    std::u32string text;
    std::size_t first_glyph = 0;
  };
  // A form being drawn: marked content does not reach out of it.
  struct OpenForm {
    int number = 0;  // of its object
    std::size_t marks = 0;
  };

  void end_mark();
  void begin_actual_text(const GooString& text);
  void end_actual_text();

  void find_style(GfxState* state);
  char32_t character(char32_t c) const;
  const FontLook& look_of(const std::shared_ptr<GfxFont>& font);
  Rect clip_of(GfxState* state) const;
  Color fill_color(GfxState* state);
  Paint fill_paint(GfxState* state);
  Paint stroke_paint(GfxState* state);
  const std::vector<Subpath>& device_path(GfxState* state);
  void shaded_box(GfxState* state, const Color& color);
  static Color middle_color(GfxUnivariateShading& shading, double from, double to);
  void image(GfxState* state);
  static void skip_inline(Stream* stream, int width, int height, int components, int bits);

  // A text line turned by more than this (sine of 6 degrees) off the page's axes is a watermark or
  // a chart's label: an ornament.
  static constexpr double kObliqueSine = 0.1;

  Page* page_ = nullptr;
  ContentIds* content_ids_ = nullptr;
  std::optional<PathSorter> paths_;
  DrawnText text_;
  // Of this page only: Poppler makes new fonts for each page.
  std::unordered_map<const GfxFont*, FontLook> fonts_;
  std::vector<Subpath> path_;  // reused from path to path
  std::vector<Mark> marks_;
  std::vector<bool> named_ends_;  // as ends_of_named_content, of the page's own content
  std::size_t ends_ = 0;          // of these, seen so far
  std::vector<OpenForm> forms_;
  std::vector<ActualText> actual_texts_;
  std::vector<bool> groups_;   // open transparency groups: is it a soft mask?
  int soft_masks_ = 0;         // of these; what is drawn in them is not seen as such
  GfxState* state_ = nullptr;  // Poppler's current state; null while not known
  Color fill_color_, stroke_color_;
  bool fill_color_known_ = false;
  bool stroke_color_known_ = false;

  // Of the current text, found by find_style.
  bool style_known_ = false;
  bool text_ok_ = false;     // there is a font with a size
  bool symbols_ = false;     // as FontLook
  bool unreadable_ = false;  // as FontLook
  Rect clip_;
  double direction_x_ = 1, direction_y_ = 0;  // unit vector of the text line, device space
  double spacing_ = 0;                        // Tc, text space
  std::u32string code_points_;                // reused from glyph to glyph
};

}  // namespace extract
