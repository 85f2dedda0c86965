#pragma once
// Column headings out of archived plain text, where the words of neighbouring heading cells follow
// each other over several lines: the words above a table are cut into as many headings as it has
// columns, where one way to do so is clearly the most natural.
//
//   Verksamhet
//   Redovisat
//   jan-mars                      3 columns: Redovisat jan-mars 2022 | Budget 2022 | Avvikelse
//    2022                         what stands before them: Verksamhet
//   Budget
//   2022
//   Avvikelse
//
// Method: the cheapest segmentation, by dynamic programming over word positions. A cut costs where
// nothing parts the words; a heading costs where it goes on over a capital, a second year, a second
// measure, a footnote mark; none begins with a small letter but a month. The next best way must
// cost clearly more, else there is no answer.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace parsers {

struct HeadingWord {
  std::string text;
  int line = 0;              // number among the lines with text
  int spaces = 0;            // before it, on its line
  int spaces_after = 0;      // at its line's end; last words only
  bool after_blank = false;  // an empty line stands before its line; first words only
  bool before_row = false;   // the first row follows its line at once; first words only
};

// Costs are whole numbers on one scale: 10 is a doubtful step, 60 one that is next to impossible.
struct HeadingOptions {
  // Cutting between two headings.
  int cut_at_space = 20;        // neighbours on one line, one space apart
  int cut_at_line = 15;         // the next cell's first line follows
  int cut_between_single = 25;  // more: two cells of one line each would stand on the same line
  int cut_before_single = 15;  // more: a cell of one line beside the last line of another, likewise
  int cut_before_small_time = 60;  // "helår" after a measure belongs to it
  int cut_before_lone_year = 20;   // more: the year completes the heading before, which has none
  int known_start = 15;  // less: a measure begins a heading, a year one beside another year
  // Cutting off what stands before the headings: after an empty line or a wide space, or before a
  // measure, a time or a known heading; elsewhere nothing shows where the headings begin.
  int first_inside = 15;       // words above stay outside
  int first_at_line = 15;      // more, without an empty line
  int first_at_space = 10;     // more, on the same line
  int first_word_outside = 5;  // more, for each word before them in their paragraph
  int first_after_known = 40;  // more: a measure, time or mark left outside: a heading left outside
  int first_after_title = 15;  // instead, over an empty line: titles end in years too
  // Going on within a heading.
  int join_capital_space = 35;
  int join_capital_line = 20;
  int join_abbreviation = 10;  // less: "Kontaktperson LSS"
  int join_over_blank = 5;     // more
  int join_capital_over_blank = 30;
  int join_over_gap = 30;      // more, two spaces or more apart
  int join_after_mark = 50;    // a footnote mark ends a heading
  int join_name_to_time = 30;  // more: "Mål 2019 Skolan"
  int join_before_row = 40;    // more, for a capital: the line above the first row may be its group
  int join_second_time = 60;   // a second year, a second month, or a month after a year
  int join_year_to_word = 50;  // "Nämndindikator 2020": a year goes with a measure or a month
  int join_time_to_word = 20;
  int join_repeated = 40;  // "Antal vårdtagare Antal larm"
  int join_measure = 60;   // "Antal Budget"
  int join_second_measure = 60;
  int join_measure_to_time = 15;  // "Period Utfall"
  // A heading as a whole.
  int line_letters = 100;  // a table's width; a heading has its share of it on each of its lines,
  int long_line = 1;       // each letter more costs this
  std::size_t usual_words = 5;
  int long_heading = 5;          // for each word more
  std::size_t name_words = 5;    // of a heading among measures and times: "Slutredovisas"
  std::size_t names_in_row = 3;  // so many names one space apart are columns: not "Region Gotland"
  // Choosing.
  int highest_cost = 20;   // for each column; dearer headings are none
  int known_heading = 40;  // less for a heading of the vocabulary
  int margin = 10;         // by which the best way must be cheaper than the next
  std::size_t max_words = 60;
  std::size_t max_heading_words = 10;
};

struct Headings {
  std::vector<std::string> columns;
  std::size_t first_word = 0;  // the words before it stand outside
  int cost = 0;
  bool operator==(const Headings&) const = default;
};

// Nothing when `words` cannot be cut into `columns` headings or not in one clear way. `vocabulary`:
// headings that are known to occur, as match_key or as printed.
std::optional<Headings> split_headings(const std::vector<HeadingWord>& words, std::size_t columns,
                                       const std::vector<std::string>& vocabulary,
                                       const HeadingOptions& options);

// Headings over several levels, each a line with one word for each column:
//
//   Redovisat jan-mars Redovisat jan-mars Prognos Prognos Avvikelse
//   2022 2022 2022 2022                      Redovisat jan-mars 2022 Utgifter | …
//   Utgifter Inkomster Utgifter Inkomster
//
// Nothing when there is no such line or the words above them cannot be cut.
std::optional<Headings> split_level_headings(const std::vector<HeadingWord>& words,
                                             std::size_t columns,
                                             const std::vector<std::string>& vocabulary,
                                             const HeadingOptions& options);

}  // namespace parsers
