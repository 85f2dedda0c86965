#include "parsers/captions.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "parsers/codepoint.h"

namespace parsers {
namespace {

bool is_bold(const TextLine& line) {
  return std::all_of(line.pieces.begin(), line.pieces.end(),
                     [](const TextPiece& p) { return p.bold; });
}

// Larger than the running text, or bold and short, and no sentence.
bool is_heading(const TextLine& line, double body_size) {
  const std::string text = line_text(line);
  if (text.size() > 120 || text.ends_with('.') || text.ends_with(':')) return false;
  return line.font_size > 1.12 * body_size || is_bold(line);
}

// The end of running text: a long line, or one that goes on in lower case.
bool ends_sentence(std::string_view text) {
  if (!text.ends_with('.')) return false;
  if (text.size() > 40) return true;
  const char32_t first = take_codepoint(text);
  return is_letter(first) && lower(first) == first;
}

// Figures alone: the scale of a chart, a row of something else.
bool is_figures(const TextLine& line) {
  return std::all_of(line.pieces.begin(), line.pieces.end(), [](const TextPiece& p) {
    return is_datum(p) || p.cell_class == CellClass::code;
  });
}

// A time alone says when, but is no title.
bool is_title(const TextLine& line) {
  return std::any_of(line.pieces.begin(), line.pieces.end(), [](const TextPiece& p) {
    return p.cell_class != CellClass::year && p.cell_class != CellClass::code && !is_datum(p);
  });
}

// A footnote's line: begins with a mark, or says that it is a note or the source.
bool is_note(const std::string& text) {
  if (text.starts_with("*") || text.starts_with("Not") || text.starts_with("Anm") ||
      text.starts_with("Källa")) {
    return true;
  }
  for (const char* mark : {"¹", "²", "³", "⁴", "⁵"}) {
    if (text.starts_with(mark)) return true;
  }
  const std::size_t digits = text.find_first_not_of("0123456789");
  return digits != std::string::npos && digits > 0 && digits < 3 && text[digits] == ')';
}

}  // namespace

std::string attach_captions(const PageWords& words, const std::vector<TextLine>& lines,
                            std::vector<Table>& tables, const std::string& section,
                            const CaptionOptions& options) {
  const double u = words.unit();
  std::vector<const TextLine*> titles;  // of each table, or none
  for (Table& table : tables) {
    for (const Cell& cell : table.cells) {
      if (cell.row >= table.boxhead_rows || cell.column_span < table.columns || cell.text.empty())
        continue;
      (table.title.empty() ? table.title : table.captions.emplace_back()) = cell.text;
    }
    double top = table.box.y0;
    double reach = options.title_distance * u;
    std::vector<const TextLine*> above;
    const TextLine* last_line = nullptr;  // of a paragraph, beside what is above the table
    for (auto it = lines.rbegin(); it != lines.rend(); ++it) {
      if (it->baseline > table.box.y0 + 0.5 * u) continue;
      const bool sentence = ends_sentence(line_text(*it));
      if (extract::overlap_x(it->box, table.box) < 0) {
        if (sentence) last_line = &*it;
        continue;
      }
      // Running text, whose last line may be too short to reach over the table.
      const bool goes_on = last_line != nullptr &&
                           extract::overlap_x(it->box, last_line->box) > 0 &&
                           last_line->box.y0 - it->box.y1 < 0.8 * u;
      if (sentence || goes_on) break;
      if (top - it->box.y1 > reach || static_cast<int>(above.size()) >= options.max_lines) break;
      if (it->pieces.size() > 3 && !is_figures(*it)) break;
      top = it->box.y0;
      reach = options.line_distance * u;
      if (is_figures(*it)) continue;
      above.push_back(&*it);
      if (is_heading(*it, u)) break;
    }
    // The title: the heading that ended the walk, else the topmost line.
    titles.push_back(above.empty() ? nullptr : above.back());
    for (auto it = above.rbegin(); it != above.rend(); ++it) {
      const bool title = it == above.rbegin() && table.title.empty() && is_title(**it);
      (title ? table.title : table.captions.emplace_back()) = line_text(**it);
    }
    double bottom = table.box.y1;
    for (const TextLine& line : lines) {
      if (line.baseline < table.box.y1) continue;
      if (extract::overlap_x(line.box, table.box) < 0) continue;
      const std::string text = line_text(line);
      const bool goes_on = !table.notes.empty() && line.box.y0 - bottom < 0.6 * u;
      if (line.box.y0 - bottom > options.note_distance * u) break;
      if (is_note(text)) {
        table.notes.push_back(text);
      } else if (goes_on && line.font_size < 0.95 * u) {
        table.notes.back() += ' ' + text;
      } else {
        break;
      }
      bottom = line.box.y1;
    }
  }
  for (Table& table : tables) {
    table.section = section;
    for (const TextLine& line : lines) {
      if (line.baseline >= table.box.y0 || line.font_size <= 1.12 * u || !is_heading(line, u))
        continue;
      // The title of a table beside this one says nothing of it.
      const bool over = extract::overlap_x(line.box, table.box) > -u;
      if (!over && std::find(titles.begin(), titles.end(), &line) != titles.end()) continue;
      if (line_text(line) != table.title) table.section = line_text(line);
    }
  }
  std::string last = section;
  for (const TextLine& line : lines) {
    if (line.font_size > 1.12 * u && is_heading(line, u)) last = line_text(line);
  }
  return last;
}

}  // namespace parsers
