#pragma once
// A line of archived plain text as a row of a table: its label and the figures at its end. Spaces
// stand between the groups of a figure as they do between figures, so a line has several readings.
//
//   "varav intäkter 260 617 258 417 2 200 "
//   → label "varav intäkter", atoms 260 617 258 417 2 200
//   → three figures in one way: 260 617 | 258 417 | 2 200; four figures in several
// Lines that do not end in figures give nothing.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parsers {

struct SpacedWord {
  std::string text;
  int spaces = 0;  // before it
  bool operator==(const SpacedWord&) const = default;
};

// The words between spaces; no-break spaces stay inside words.
std::vector<SpacedWord> split_words(std::string_view line);

// A piece of a figure that no space breaks.
struct FigureAtom {
  enum class Kind {
    digits,          // "260", "-10", "6,5%"
    missing,         // "..", "i u"
    dash,            // "-": nothing to report, or the sign of what follows
    suffix,          // "%", "*": belongs to the figure before
    in_parentheses,  // "(28)": a figure of its own or a second one in its neighbour's cell
  };
  Kind kind = Kind::digits;
  std::string text;
  int spaces = 0;          // before it
  bool starts = true;      // a figure may begin with it: not "006"
  bool opens = false;      // a group of three may follow it: "1", "-10", "260"
  bool continues = false;  // it may be such a group: "617", "617,5", "617%"
  bool operator==(const FigureAtom&) const = default;
};

struct FigureLine {
  std::string label;
  std::vector<FigureAtom> atoms;
  std::string last_word;    // a word after the figures: "Ja"; "" none
  int trailing_spaces = 0;  // at the line's end
  bool doubtful = false;  // a word that goes with a figure ends its label: "Topp 3", "ung 116 000"
  bool only_years = false;  // every figure may be a year: a line of headings, rather
  bool operator==(const FigureLine&) const = default;
};

// `word_follows`: one word stands after the figures.
std::optional<FigureLine> parse_figure_line(std::string_view line, bool word_follows = false);

// The texts of the cells of one reading of a line.
using FigureCells = std::vector<std::string>;

struct SplitOptions {
  std::size_t max_readings = 300;  // more than these are as good as none
};

// Every way to read `atoms` as exactly `columns` figures; none when there are more than
// `max_readings`.
std::vector<FigureCells> readings_of(const std::vector<FigureAtom>& atoms, std::size_t columns,
                                     const SplitOptions& options);

// The fewest and the most figures that the atoms can be; {0, 0} when they cannot be read.
struct FigureCount {
  std::size_t fewest = 0, most = 0;
  bool operator==(const FigureCount&) const = default;
};
FigureCount figure_count(const std::vector<FigureAtom>& atoms);

}  // namespace parsers
