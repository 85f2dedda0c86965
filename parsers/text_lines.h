#pragma once
// Words → lines → pieces. A piece is a run of words that belong together (a label, one number); the
// gap between two pieces of a line may be a column boundary.
//
//   "Total sjukfrånvaro     5,5    6 031   - 281"
//   → pieces: [Total sjukfrånvaro] [5,5] [6 031] [- 281]
//
// Lengths are in `u`, the font size of the words concerned.

#include <cstddef>
#include <string>
#include <vector>

#include "extract/page.h"
#include "parsers/cell_class.h"

namespace parsers {

struct LineOptions {
  double baseline_tolerance = 0.3;  // u: words so near in baseline share a line
  double text_gap = 0.62;    // u: widest space inside a piece of text (justified, typewritten)
  double number_gap = 0.45;  // u: widest group space inside "1 654 006" (measured: 0.18–0.25 h)
  double wider_gap = 1.35;   // × the piece's narrowest space: next to a figure so wide a gap parts
  double gap_noise = 0.3;    // points: and so much more, for rounded advance widths
  double sign_gap = 1.2;     // u: "-  281": a sign alone belongs to the number after it
  double currency_gap = 6.0;  // u: "$       25": so does a currency's sign alone
  double leader_gap = 1.2;    // u: leader dots set one by one begin so near their label
  double raised_size = 0.8;   // a raised mark is at most so large, of its neighbour's size
  double raised_rise = 0.15;  // u: and stands at least so far above its baseline
  double raised_gap = 0.25;   // u: and at most so far from it
};

struct TextPiece {
  std::vector<std::size_t> words;  // indices into Page::words, left to right
  std::string text;                // words joined by spaces, raised digits as superscripts
  extract::Rect box;
  double baseline = 0;
  double font_size = 0;
  bool bold = false;
  CellClass cell_class = CellClass::empty;
};

struct TextLine {
  double baseline = 0;
  double font_size = 0;  // of its largest piece
  extract::Rect box;
  std::vector<TextPiece> pieces;  // left to right, at least one
};

// A figure or the mark of a missing one: what data rows hold.
inline bool is_datum(const TextPiece& piece) { return is_data(piece.cell_class); }

// The line's pieces, joined by spaces.
std::string line_text(const TextLine& line);

// The upright, visible words of a page with what was found out about them once.
class PageWords {
 public:
  PageWords(const extract::Page& page, const LineOptions& options);
  const extract::Page& page() const { return *page_; }
  // Indices of the words that count: visible, rotation 0, with text.
  const std::vector<std::size_t>& upright() const { return upright_; }
  // Visible words that stand on their side: rotated heads, labels along an axis.
  const std::vector<std::size_t>& rotated() const { return rotated_; }
  bool raised(std::size_t word) const { return raised_[word]; }
  // Baseline of the line the word stands on (a raised mark takes its neighbour's).
  double baseline(std::size_t word) const { return baseline_[word]; }
  // Median font size of the words; 10 on a page without any.
  double unit() const { return unit_; }
  // Words in reading order of one line → text. Raised digits become superscripts without a space.
  std::string text(const std::vector<std::size_t>& words) const;

 private:
  const extract::Page* page_;
  std::vector<std::size_t> upright_, rotated_;
  std::vector<bool> raised_;
  std::vector<double> baseline_;
  double unit_ = 10;
};

// Builds one piece of `words` (left to right, at least one).
TextPiece make_piece(const PageWords& words, std::vector<std::size_t> members);

// Lines from the top, each split in pieces at gaps and at `vertical_rulings`. O(n log n) in words.
std::vector<TextLine> find_lines(const PageWords& words,
                                 const std::vector<extract::Ruling>& vertical_rulings,
                                 const LineOptions& options);

}  // namespace parsers
