#include "parsers/text_grid.h"

#include <algorithm>
#include <set>

#include "parsers/cell_class.h"
#include "parsers/codepoint.h"
#include "parsers/measure.h"
#include "parsers/months.h"
#include "parsers/period_expression.h"
#include "parsers/text_heading_zone.h"

namespace parsers {
namespace {

// How many columns a body has and how they are headed.
struct Layout {
  std::size_t figures = 0;  // columns of figures
  bool word_first = false;  // a column of words before them: the last word of each label
  bool word_last = false;   // a column of words after them
  Headings headings;
  int cost = 0;
  bool group_last =
      false;  // the line above the first row is not of the headings but a group's label
};

class GridBuilder {
 public:
  GridBuilder(const std::vector<std::string>& lines, const TextBody& body, std::size_t ceiling,
              int page, const std::vector<std::string>& vocabulary, const TextGridOptions& options)
      : lines_(lines),
        body_(body),
        page_(page),
        vocabulary_(vocabulary),
        options_(options),
        zone_(heading_zone(lines, body.first_line, ceiling, options.zone_lines,
                           options.headings.max_words, options.body)) {
    for (std::size_t r = 0; r < body.rows.size(); ++r) {
      if (body.rows[r].figures.atoms.empty()) continue;
      rows_.push_back(body.rows[r].figures);
      row_index_.push_back(r);
      counts_.push_back(figure_count(rows_.back().atoms));
      word_last_ = word_last_ || !rows_.back().last_word.empty();
    }
    sample_.assign(rows_.begin(), rows_.begin() + static_cast<std::ptrdiff_t>(
                                                      std::min(rows_.size(), options.sample_rows)));
    while (group_words_ < zone_.words.size() &&
           zone_.word_lines[zone_.words.size() - 1 - group_words_] >= zone_.last_label) {
      ++group_words_;
    }
    if (group_words_ > options.group_words || !may_be_group()) group_words_ = 0;
  }

  std::optional<TextGrid> build() {
    const std::optional<Layout> layout = choose_layout();
    if (!layout) return std::nullopt;
    if (!told_apart(layout->headings.columns)) return std::nullopt;
    std::vector<ResolvedRow> resolved = resolve_rows(rows_, layout->figures, options_.columns);
    fill_running_year(*layout, resolved);
    const auto good = std::count_if(resolved.begin(), resolved.end(),
                                    [](const ResolvedRow& row) { return !row.cells.empty(); });
    if (good < 2 || static_cast<double>(good) <
                        options_.resolved_share * static_cast<double>(resolved.size())) {
      return std::nullopt;
    }
    if (percent_astray(*layout, resolved)) return std::nullopt;
    write(*layout, resolved);
    return std::move(grid_);
  }

 private:
  std::optional<Layout> choose_layout() const {
    if (zone_.words.size() < 2) return std::nullopt;
    std::size_t fewest = 2, most = 0;
    for (const FigureCount& count : counts_) {
      fewest = std::max(fewest, count.fewest);
      most = std::max(most, count.most);
    }
    most = std::min(most, options_.max_columns);
    // Figures cut into more pieces may still add up: the fewest columns that do are the columns.
    for (std::size_t figures = fewest; figures <= most; ++figures) {
      if (!columns_add_up(sample_, figures, options_.columns)) continue;
      fewest = most = figures;
    }
    std::vector<Layout> found;
    for (std::size_t figures = fewest; figures <= most; ++figures) {
      note_layouts(figures, zone_.words, false, found);
      if (group_words_ > 0) {
        const std::vector<HeadingWord> words(
            zone_.words.begin(), zone_.words.end() - static_cast<std::ptrdiff_t>(group_words_));
        note_layouts(figures, words, true, found);
      }
    }
    if (found.empty()) return std::nullopt;
    std::stable_sort(found.begin(), found.end(),
                     [](const Layout& a, const Layout& b) { return a.cost < b.cost; });
    if (found.size() > 1 && found[1].cost - found[0].cost < options_.headings.margin) {
      return std::nullopt;
    }
    return std::move(found[0]);
  }

  void note_layouts(std::size_t figures, const std::vector<HeadingWord>& words, bool group_last,
                    std::vector<Layout>& found) const {
    const auto full = std::count_if(counts_.begin(), counts_.end(), [&](const FigureCount& count) {
      return count.fewest <= figures && figures <= count.most;
    });
    const auto rows = static_cast<std::ptrdiff_t>(counts_.size());
    if (static_cast<double>(full) < options_.full_share * static_cast<double>(rows)) return;
    HeadingOptions headings_options = options_.headings;
    if (!zone_.group.empty()) headings_options.first_inside = options_.outside_under_group;
    for (const bool word_first : {false, true}) {
      if (word_first && (word_last_ || !labels_end_in_few_words())) continue;
      const std::size_t columns = figures + (word_first ? 1U : 0U) + (word_last_ ? 1U : 0U);
      auto headings = split_headings(words, columns, vocabulary_, headings_options);
      if (!headings) headings = split_level_headings(words, columns, vocabulary_, headings_options);
      if (!headings) continue;
      Layout layout{figures, word_first, word_last_, std::move(*headings), 0, group_last};
      layout.cost = layout.headings.cost + options_.row_not_full * static_cast<int>(rows - full);
      if (group_last) layout.cost += options_.group_above;
      if (mostly_open(figures)) layout.cost += options_.open_rows;
      found.push_back(std::move(layout));
    }
  }

  // A label of its own: no name from the headings, no mark; months and years have no group above
  // them.
  bool may_be_group() const {
    const std::size_t begin = zone_.words.size() - group_words_;
    for (std::size_t w = begin; w < zone_.words.size(); ++w) {
      const std::string& word = zone_.words[w].text;
      const CellClass kind = classify_cell(word);
      if (word.ends_with('*') || kind == CellClass::year || kind == CellClass::period) return false;
      for (std::size_t i = 0; i < begin && plain_lower(word) != word; ++i) {
        if (zone_.words[i].text == word) return false;
      }
      if (!find_measure({&word, 1}).measure.empty()) return false;
    }
    const CellClass first = classify_cell(body_.rows[0].label);
    return first != CellClass::year && first != CellClass::period;
  }

  bool mostly_open(std::size_t figures) const {
    const auto open = std::count_if(sample_.begin(), sample_.end(), [&](const FigureLine& row) {
      return readings_of(row.atoms, figures, options_.columns.splitting).size() != 1;
    });
    return 2 * open > static_cast<std::ptrdiff_t>(sample_.size());
  }

  static std::string last_word(const std::string& label) {
    const std::size_t space = label.rfind(' ');
    return space == std::string::npos ? std::string() : label.substr(space + 1);
  }

  // "stabilt" and "ökning" at the end of every label: a column of words.
  bool labels_end_in_few_words() const {
    if (row_index_.size() < options_.word_column_rows) return false;
    std::set<std::string> words;
    for (const std::size_t r : row_index_) {
      words.insert(last_word(body_.rows[r].label));
      if (words.size() > options_.word_column_words) return false;
    }
    return !words.contains(std::string()) && 2 * words.size() <= row_index_.size();
  }

  // Two columns of the same name: their group headings are lost.
  static bool told_apart(const std::vector<std::string>& columns) {
    return std::set<std::string>(columns.begin(), columns.end()).size() == columns.size();
  }

  // Per cent signs under one heading, and a heading of per cent over figures without: the headings
  // do not stand in the order of the columns.
  static bool percent_astray(const Layout& layout, const std::vector<ResolvedRow>& resolved) {
    bool lacking = false, astray = false;
    for (std::size_t c = 0; c < layout.figures; ++c) {
      const std::string& heading = layout.headings.columns[c + (layout.word_first ? 1U : 0U)];
      const bool expected = heading.find('%') != std::string::npos ||
                            plain_lower(heading).find("procent") != std::string::npos;
      bool printed = false;
      for (const ResolvedRow& row : resolved) {
        printed = printed || (!row.cells.empty() && row.cells[c].find('%') != std::string::npos);
      }
      lacking = lacking || (expected && !printed);
      astray = astray || (printed && !expected);
    }
    return lacking && astray;
  }

  // Months across and years down: the running year has figures from January on, as many as months
  // have passed. Only where the report names that month of that year.
  void fill_running_year(const Layout& layout, std::vector<ResolvedRow>& resolved) const {
    constexpr std::size_t kMonths = 12;
    const std::vector<std::string>& columns = layout.headings.columns;
    if (columns.size() != kMonths || layout.figures != kMonths || resolved.empty()) return;
    for (std::size_t c = 0; c < kMonths; ++c) {
      if (month_number(plain_lower(columns[c])) != static_cast<int>(c) + 1) return;
    }
    const std::string& year = body_.rows[row_index_.back()].label;
    ResolvedRow& row = resolved.back();
    const FigureCount count = counts_.back();
    if (!row.cells.empty() || classify_cell(year) != CellClass::year ||
        count.fewest != count.most || count.most >= kMonths) {
      return;
    }
    if (!names_month(static_cast<int>(count.most), year)) return;
    const auto readings = readings_of(rows_.back().atoms, count.most, options_.columns.splitting);
    if (readings.size() != 1) return;
    row.cells = readings[0];
    row.cells.resize(kMonths);
    row.reason.clear();
  }

  bool names_month(int month, const std::string& year) const {
    return std::any_of(lines_.begin(), lines_.end(), [&](const std::string& line) {
      if (line.find(year) == std::string::npos) return false;
      const PeriodExpression period = find_period(line);
      return period.last_month == month && period.year && std::to_string(*period.year) == year;
    });
  }

  void write(const Layout& layout, const std::vector<ResolvedRow>& resolved) {
    Table& table = grid_.table;
    table.page = page_;
    table.method = Method::text;
    table.reason = "lines of plain text";
    table.columns = static_cast<int>(layout.headings.columns.size()) + 1;
    table.stub_columns = 1;
    const std::size_t first = layout.headings.first_word;
    grid_.first_line = zone_.word_lines[first];
    if (!zone_.group.empty() && nothing_before(first)) {
      add_cell(0, 0, "", CellRole::boxhead);
      add_cell(0, 1, zone_.group, CellRole::boxhead, table.columns - 1);
      table.rows = 1;
      grid_.first_line = zone_.group_line;
    }
    add_cell(table.rows, 0, stub_head(first), CellRole::boxhead);
    for (std::size_t c = 0; c < layout.headings.columns.size(); ++c) {
      add_cell(table.rows, static_cast<int>(c) + 1, layout.headings.columns[c], CellRole::boxhead);
    }
    table.boxhead_rows = ++table.rows;
    if (layout.group_last) {
      BodyRow group;
      group.line = zone_.last_label;
      for (std::size_t w = zone_.words.size() - group_words_; w < zone_.words.size(); ++w) {
        if (!group.label.empty()) group.label += ' ';
        group.label += zone_.words[w].text;
      }
      write_group(group);
    }
    std::size_t next = 0;
    for (std::size_t r = 0; r < body_.rows.size(); ++r) {
      if (next < row_index_.size() && row_index_[next] == r) {
        write_row(layout, body_.rows[r], resolved[next]);
        ++next;
      } else {
        write_group(body_.rows[r]);
      }
    }
  }

  void write_row(const Layout& layout, const BodyRow& row, const ResolvedRow& resolved) {
    if (resolved.cells.empty()) {
      extract::Diagnostic diagnostic;
      diagnostic.code = "text-row-open";
      diagnostic.page = page_;
      diagnostic.message = "row \"" + row.label + "\" left out: " + resolved.reason;
      grid_.diagnostics.push_back(std::move(diagnostic));
      return;
    }
    Table& table = grid_.table;
    std::string label = row.label;
    int column = 1;
    if (layout.word_first) {
      const std::string word = last_word(label);
      label.resize(label.size() - word.size() - 1);
      add_cell(table.rows, column++, word, CellRole::data);
    }
    for (const std::string& cell : resolved.cells) {
      add_cell(table.rows, column++, cell, CellRole::data);
    }
    if (layout.word_last) add_cell(table.rows, column, row.figures.last_word, CellRole::data);
    add_cell(table.rows, 0, label, CellRole::stub);
    ++table.rows;
  }

  void write_group(const BodyRow& row) {
    Table& table = grid_.table;
    const bool empty_cells = ends_in_empty_cells(lines_[row.line]);
    add_cell(table.rows, 0, row.label, CellRole::stub, empty_cells ? 1 : table.columns);
    for (int c = 1; empty_cells && c < table.columns; ++c) {
      add_cell(table.rows, c, "", CellRole::data);
    }
    ++table.rows;
  }

  void add_cell(int row, int column, std::string text, CellRole role, int span = 1) {
    Cell cell;
    cell.row = row;
    cell.column = column;
    cell.column_span = span;
    cell.page = page_;
    cell.text = std::move(text);
    cell.role = role;
    // Row-major: the label of a row is written last, when it is known.
    const auto at = std::find_if(
        grid_.table.cells.rbegin(), grid_.table.cells.rend(),
        [&](const Cell& c) { return c.row < row || (c.row == row && c.column < column); });
    grid_.table.cells.insert(at.base(), std::move(cell));
  }

  // What stands before the headings in their own paragraph: "Verksamhet".
  std::string stub_head(std::size_t first) const {
    std::size_t begin = first;
    while (begin > 0 && zone_.word_lines[begin - 1] == zone_.word_lines[first]) --begin;
    if (begin == first && first > 0 && !zone_.words[first].after_blank) {
      const std::size_t line = zone_.word_lines[first - 1];
      while (begin > 0 && zone_.word_lines[begin - 1] == line) --begin;
    }
    std::string text;
    for (std::size_t w = begin; w < first; ++w) {
      if (!text.empty()) text += ' ';
      text += zone_.words[w].text;
    }
    return text;
  }

  // The group's line stands right above the headings.
  bool nothing_before(std::size_t first) const {
    return first == 0 || zone_.word_lines[0] > zone_.word_lines[first];
  }

  const std::vector<std::string>& lines_;
  const TextBody& body_;
  int page_;
  const std::vector<std::string>& vocabulary_;
  const TextGridOptions& options_;
  HeadingZone zone_;
  std::vector<FigureLine> rows_;
  std::vector<FigureLine> sample_;      // the first of them, to choose the columns by
  std::vector<std::size_t> row_index_;  // into body_.rows
  std::vector<FigureCount> counts_;
  bool word_last_ = false;
  std::size_t group_words_ = 0;  // the zone's last words where they may be a group's label
  TextGrid grid_;
};

}  // namespace

std::optional<TextGrid> build_text_grid(const std::vector<std::string>& lines, const TextBody& body,
                                        std::size_t ceiling, int page,
                                        const std::vector<std::string>& vocabulary,
                                        const TextGridOptions& options) {
  return GridBuilder(lines, body, ceiling, page, vocabulary, options).build();
}

}  // namespace parsers
