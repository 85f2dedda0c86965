#pragma once
// Bodies of tables in archived plain text: runs of lines that end in figures, with the labels that
// stand on lines of their own.
//
//   Antal vuxna i dygnsvård 98 110        row
//   Antal barn och unga                   label of the row whose line follows
//   i dygnsvård 345 347                   row "Antal barn och unga i dygnsvård"
//   Löpande kostnader                     label of the row of bare figures that follows
//
//   96 387 101 737                        row "Löpande kostnader"
//   Boende                                group: a label without figures

#include <cstddef>
#include <string>
#include <vector>

#include "parsers/text_figures.h"

namespace parsers {

struct BodyOptions {
  std::size_t max_label_lines = 5;    // of one row
  std::size_t max_group_lines = 2;    // labels without figures between two rows
  std::size_t max_group_bytes = 60;   // a longer line is no group's label
  std::size_t max_label_bytes = 120;  // a longer line is prose that ends in a number
  std::size_t prose_words = 14;       // lines of so many words, or of prose_stop_words and a full
  std::size_t prose_stop_words = 5;   // stop, are prose
  int max_blank_lines = 3;            // between two rows
};

struct BodyRow {
  std::size_t line = 0;  // of its figures; of its label where it has none
  std::string label;
  FigureLine figures;  // no atoms: a group's label
};

struct TextBody {
  std::size_t first_line = 0;  // of the first row's label
  std::size_t last_line = 0;   // of the last row
  std::vector<BodyRow> rows;
};

// The bodies of at least two rows of at least two figures, from the top.
std::vector<TextBody> find_bodies(const std::vector<std::string>& lines,
                                  const BodyOptions& options);

bool is_blank_line(const std::string& line);
// Running text, by its length and its full stop.
bool is_prose_line(const std::string& line, const BodyOptions& options);
// Cells with empty ones between them or on both sides, which leave only their spaces:
// "  Hemtjänst      Säbo  ".
bool is_spread_line(const std::string& line);
// "Män     "
bool ends_in_empty_cells(const std::string& line);

}  // namespace parsers
