#include "tests/support/page_drawing.h"

#include <algorithm>
#include <cstddef>

namespace support {
namespace {

using extract::Glyph;
using extract::Page;
using extract::Rect;
using extract::Ruling;
using extract::Word;

constexpr double kAscent = 0.9, kDescent = 0.25;   // em: glyph boxes of common text faces
constexpr double kBaseline = 9.5;                  // points below a line's top
constexpr double kRaisedSize = 0.6, kRise = 0.35;  // em: as word processors raise footnote marks
constexpr double kDoubleRule = 2.0;                // points between the lines of a double rule

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts(1);
  for (char c : text) {
    if (c == at) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

// The characters of a UTF-8 text, one string each.
std::vector<std::string> characters(std::string_view text) {
  std::vector<std::string> result;
  for (char c : text) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    if (continues && !result.empty()) {
      result.back() += c;
    } else {
      result.emplace_back(1, c);
    }
  }
  return result;
}

using Row = std::vector<std::string>;  // characters of one line of the picture

bool is_rule(const std::string& c) { return c == "-" || c == "=" || c == "+"; }

// End of the run of rule characters from `at`; `at` itself where it is no rule: "-12", "+5", "-".
std::size_t rule_end(const Row& row, std::size_t at) {
  std::size_t end = at;
  while (end < row.size() && is_rule(row[end])) ++end;
  const auto first = row.begin() + static_cast<long>(at),
             last = row.begin() + static_cast<long>(end);
  const auto drawn = std::count_if(first, last, [](const std::string& c) { return c != "+"; });
  const bool crossing =
      end - at == 1 && row[at] == "+" && (end == row.size() || row[end] == " " || row[end] == "|");
  return drawn >= 3 || crossing ? end : at;
}

// The picture's lines with their places on the page.
struct Line {
  Row row;
  double top = 0, height = 0;
  bool shaded = false;
};

std::vector<Line> lay_lines(std::string_view picture, const Drawing& drawing) {
  std::vector<Line> lines;
  double top = drawing.top;
  for (const std::string& text : split(picture, '\n')) {
    if (lines.empty() && text.find_first_not_of(' ') == std::string::npos) continue;
    Line line{characters(text), top, drawing.pitch, false};
    if (!line.row.empty() && line.row.front() == "#") {
      line.shaded = true;
      line.row.front() = " ";
    }
    bool rule = false, text_on_it = false;
    for (std::size_t c = 0; c < line.row.size();) {
      const std::size_t end = rule_end(line.row, c);
      if (end > c) {
        rule = true;
        c = end;
        continue;
      }
      text_on_it = text_on_it || (line.row[c] != " " && line.row[c] != "|");
      ++c;
    }
    if (rule && !text_on_it) line.height = drawing.rule_pitch;
    top += line.height;
    lines.push_back(std::move(line));
  }
  return lines;
}

class Draftsman {
 public:
  Draftsman(Page& page, const Drawing& drawing) : page_(page), drawing_(drawing) {}

  void draw(const std::vector<Line>& lines) {
    std::size_t width = 0;
    for (const Line& line : lines) width = std::max(width, line.row.size());
    for (const Line& line : lines) {
      if (line.shaded) {
        page_.fills.push_back(
            {{left(0), line.top, left(width), line.top + line.height}, {220, 220, 220}});
      }
      draw_line(line);
    }
    if (drawing_.rules) {
      for (std::size_t c = 0; c < width; ++c) draw_verticals(lines, c);
    }
  }

 private:
  double left(std::size_t column) const {
    return drawing_.left + static_cast<double>(column) * drawing_.column;
  }
  double middle(std::size_t column) const { return left(column) + drawing_.column / 2; }

  void draw_line(const Line& line) {
    for (std::size_t c = 0; c < line.row.size();) {
      const std::size_t end = rule_end(line.row, c);
      if (end > c) {
        if (drawing_.rules && end - c > 1) draw_horizontal(line, c, end);
        c = end;
      } else if (line.row[c] == " " || line.row[c] == "|") {
        ++c;
      } else {
        c = draw_word(line, c);
      }
    }
  }

  void draw_horizontal(const Line& line, std::size_t from, std::size_t to) {
    const double y = line.top + line.height / 2;
    const bool twice = line.row[from] == "=" || line.row[from + 1] == "=";
    std::vector<std::size_t> ends{from};
    if (drawing_.pieces) {
      for (std::size_t c = from + 1; c + 1 < to; ++c) {
        if (line.row[c] == "+") ends.push_back(c);
      }
    }
    ends.push_back(to - 1);
    for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
      for (const double at : twice ? std::vector<double>{y - kDoubleRule / 2, y + kDoubleRule / 2}
                                   : std::vector<double>{y}) {
        add_ruling(true, at, middle(ends[i]), middle(ends[i + 1]));
      }
    }
  }

  void draw_verticals(const std::vector<Line>& lines, std::size_t column) {
    const auto on = [&](std::size_t i) -> const std::string* {
      if (i >= lines.size() || column >= lines[i].row.size()) return nullptr;
      const std::string& c = lines[i].row[column];
      return c == "|" || c == "+" ? &c : nullptr;
    };
    const auto is_crossing = [&](std::size_t i) {
      const std::string* c = on(i);
      return c != nullptr && *c == "+";
    };
    for (std::size_t begin = 0; begin < lines.size();) {
      std::size_t end = begin;
      bool drawn = false;
      while (on(end) != nullptr &&
             (end == begin || !drawing_.pieces || !is_crossing(end - 1) || end - 1 == begin)) {
        drawn = drawn || *on(end) == "|";
        ++end;
      }
      if (end == begin) {
        ++begin;
        continue;
      }
      if (drawn) {
        const Line& first = lines[begin];
        const Line& last = lines[end - 1];
        const double from = is_crossing(begin) ? first.top + first.height / 2 : first.top;
        const double to = last.top + (is_crossing(end - 1) ? last.height / 2 : last.height);
        add_ruling(false, middle(column), from, to);
      }
      begin =
          drawing_.pieces && drawn && is_crossing(end - 1) && on(end) != nullptr ? end - 1 : end;
    }
  }

  void add_ruling(bool horizontal, double position, double from, double to) {
    Ruling ruling;
    ruling.horizontal = horizontal;
    ruling.position = position;
    ruling.thickness = 0.5;
    ruling.from = from;
    ruling.to = to;
    if (drawing_.pieces) {
      // A corner square of its own at each end, as spreadsheets draw cell by cell.
      ruling.source = Ruling::Source::fill;
      ruling.from += 0.5;
      ruling.to -= 0.5;
      Ruling corner = ruling;
      corner.from = from - 0.5;
      corner.to = from + 0.5;
      page_.rulings.push_back(corner);
      corner.from = to - 0.5;
      corner.to = to + 0.5;
      page_.rulings.push_back(corner);
    }
    page_.rulings.push_back(ruling);
  }

  std::size_t draw_word(const Line& line, std::size_t from) {
    std::size_t to = from;
    bool raised = false;
    while (to < line.row.size() && line.row[to] != " " && line.row[to] != "|" &&
           !(line.row[to] == "^" && to > from)) {
      ++to;
    }
    if (line.row[from] == "^") {
      raised = true;
      ++from;
    }
    const double bleed = (drawing_.column - drawing_.space) / 2;
    const double baseline = line.top + kBaseline;
    const Row letters(line.row.begin() + static_cast<long>(from),
                      line.row.begin() + static_cast<long>(to));
    if (raised) {
      const double x = page_.words.empty() ? left(from) : page_.words.back().box.x1;
      const double size = kRaisedSize * drawing_.font_size;
      add_word(letters, x, x + 0.5 * size * static_cast<double>(letters.size()),
               baseline - kRise * drawing_.font_size, size);
    } else {
      add_word(letters, left(from) - bleed, left(to) + bleed, baseline, drawing_.font_size);
      page_.words.back().space_after = to < line.row.size() && line.row[to] == " ";
    }
    return to;
  }

  void add_word(const Row& letters, double x0, double x1, double baseline, double size) {
    Word word;
    word.font_size = size;
    word.baseline = baseline;
    word.box = {x0, baseline - kAscent * size, x1, baseline + kDescent * size};
    const double advance = (x1 - x0) / static_cast<double>(letters.size());
    for (std::size_t i = 0; i < letters.size(); ++i) {
      const double x = x0 + static_cast<double>(i) * advance;
      word.text += letters[i];
      word.glyphs.push_back({letters[i], {x, word.box.y0, x + advance, word.box.y1}});
    }
    page_.words.push_back(std::move(word));
  }

  Page& page_;
  const Drawing& drawing_;
};

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words = split(text, ' ');
  std::erase(words, "");
  return words;
}

}  // namespace

void draw_onto(Page& page, std::string_view picture, const Drawing& drawing) {
  Draftsman(page, drawing).draw(lay_lines(picture, drawing));
}

Page draw_page(std::string_view picture, const Drawing& drawing) {
  Page page;
  page.number = drawing.number;
  page.width = drawing.width;
  page.height = drawing.height;
  draw_onto(page, picture, drawing);
  return page;
}

void make_bold(Page& page, std::string_view text) {
  const std::vector<std::string> wanted = words_of(text);
  const auto same = [](const Word& word, const std::string& other) { return word.text == other; };
  for (auto it = page.words.begin(); it != page.words.end(); ++it) {
    it = std::search(it, page.words.end(), wanted.begin(), wanted.end(), same);
    if (it == page.words.end()) break;
    for (std::size_t i = 0; i < wanted.size(); ++i) (it + static_cast<long>(i))->bold = true;
  }
}

void add_turned_word(Page& page, std::string_view text, double x, double y, int rotation,
                     double font_size) {
  const std::vector<std::string> letters = characters(text);
  const double length = 0.5 * font_size * static_cast<double>(letters.size());
  const double thickness = (kAscent + kDescent) * font_size;
  Word word;
  word.text = std::string(text);
  word.font_size = font_size;
  word.rotation = rotation;
  word.box = {x - thickness / 2, y - length / 2, x + thickness / 2, y + length / 2};
  word.baseline = word.box.x0 + (rotation == 90 ? kDescent : kAscent) * font_size;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const double step = 0.5 * font_size * static_cast<double>(i);
    const double from = rotation == 90 ? word.box.y0 + step : word.box.y1 - step - 0.5 * font_size;
    word.glyphs.push_back({letters[i], {word.box.x0, from, word.box.x1, from + 0.5 * font_size}});
  }
  page.words.push_back(std::move(word));
}

void tag_table(Page& page, std::string_view rows, int id) {
  extract::TaggedTable table;
  table.id = id;
  int next_id = 0;
  for (const Word& word : page.words) next_id = std::max(next_id, word.content_id + 1);
  for (const std::string& line : split(rows, '\n')) {
    if (line.find_first_not_of(' ') == std::string::npos) continue;
    extract::TaggedRow row;
    for (const std::string& text : split(line, '|')) {
      extract::TaggedCell cell;
      std::vector<std::string> words = words_of(text);
      if (!words.empty() && words.front().starts_with("!")) {
        cell.header = true;
        words.front().erase(0, 1);
      }
      if (!words.empty() && words.back().starts_with(">")) {
        cell.column_span = std::stoi(words.back().substr(1));
        words.pop_back();
      }
      std::erase(words, "");
      for (const std::string& wanted : words) {
        const auto word = std::find_if(page.words.begin(), page.words.end(), [&](const Word& w) {
          return w.content_id < 0 && w.text == wanted;
        });
        if (word == page.words.end()) continue;
        word->content_id = next_id;
      }
      if (!words.empty()) cell.content_ids.push_back(next_id++);
      row.cells.push_back(std::move(cell));
    }
    table.rows.push_back(std::move(row));
  }
  page.tagged_tables.push_back(std::move(table));
}

}  // namespace support
