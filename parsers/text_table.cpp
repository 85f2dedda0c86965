#include "parsers/text_table.h"

#include <algorithm>

#include "parsers/codepoint.h"
#include "parsers/measure.h"
#include "parsers/period_expression.h"
#include "parsers/text_bodies.h"
#include "parsers/text_grid.h"
#include "parsers/text_surroundings.h"
#include "parsers/text_tabs.h"

namespace parsers {
namespace {

class TextReader {
 public:
  TextReader(const extract::Page& page, const std::vector<std::string>& vocabulary)
      : page_(page), lines_(page.text_lines), vocabulary_(vocabulary), taken_(lines_.size()) {}

  PageTables read() {
    for (TabTable& found : find_tab_tables(lines_, page_.number, {})) {
      take(found.first_line, found.last_line);
      placed_.push_back({std::move(found.table), found.first_line, found.last_line});
    }
    read_bodies();
    std::stable_sort(placed_.begin(), placed_.end(),
                     [](const Placed& a, const Placed& b) { return a.first_line < b.first_line; });
    for (Placed& placed : placed_) {
      attach_text_surroundings(placed.table, lines_, taken_, placed.first_line, placed.last_line,
                               {});
      result_.tables.push_back(std::move(placed.table));
    }
    add_passages();
    return std::move(result_);
  }

 private:
  struct Placed {
    Table table;
    std::size_t first_line = 0, last_line = 0;
  };

  void take(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i <= last; ++i) taken_[i] = true;
  }

  void read_bodies() {
    const TextGridOptions options;
    // Lines of tables that are read already are a wall to those that are not.
    std::vector<std::string> rest = lines_;
    std::size_t ceiling = 0;
    for (std::size_t i = 0; i < rest.size(); ++i) {
      if (taken_[i]) rest[i].clear();
    }
    const std::vector<TextBody> bodies = find_bodies(rest, options.body);
    std::vector<const TextBody*> open;
    std::vector<std::size_t> ceilings;
    for (const TextBody& body : bodies) {
      for (std::size_t i = ceiling; i < body.first_line; ++i) {
        if (taken_[i]) ceiling = i + 1;
      }
      if (!place(build_text_grid(rest, body, ceiling, page_.number, vocabulary_, options), body)) {
        open.push_back(&body);
        ceilings.push_back(ceiling);
      }
      ceiling = body.last_line + 1;
    }
    // A report uses the same headings again: those found help with those that run together.
    const std::vector<std::string> known = known_headings();
    for (std::size_t i = 0; i < open.size(); ++i) {
      if (place(build_text_grid(rest, *open[i], ceilings[i], page_.number, known, options),
                *open[i])) {
        continue;
      }
      extract::Diagnostic diagnostic;
      diagnostic.code = "text-table-open";
      diagnostic.page = page_.number;
      diagnostic.message = "rows of figures without clear headings, from \"" +
                           open[i]->rows.front().label + "\" on, are not read";
      result_.diagnostics.push_back(std::move(diagnostic));
    }
  }

  bool place(std::optional<TextGrid> grid, const TextBody& body) {
    if (!grid) return false;
    take(grid->first_line, body.last_line);
    placed_.push_back({std::move(grid->table), grid->first_line, body.last_line});
    std::move(grid->diagnostics.begin(), grid->diagnostics.end(),
              std::back_inserter(result_.diagnostics));
    return true;
  }

  // The vocabulary and the names among the headings of the tables read so far; measures and times
  // stand in many headings and tell nothing.
  std::vector<std::string> known_headings() const {
    std::vector<std::string> known = vocabulary_;
    for (const Placed& placed : placed_) {
      for (const Cell& cell : placed.table.cells) {
        if (cell.role != CellRole::boxhead || cell.column == 0 || cell.text.empty()) continue;
        if (find_measure({&cell.text, 1}).measure.empty() && find_period(cell.text).empty()) {
          known.push_back(cell.text);
        }
      }
    }
    return known;
  }

  void add_passages() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::string_view text = trim(lines_[i]);
      if (taken_[i] || text.empty()) continue;
      TextPassage passage;
      passage.page = page_.number;
      passage.text = text;
      result_.passages.push_back(std::move(passage));
    }
  }

  const extract::Page& page_;
  const std::vector<std::string>& lines_;
  const std::vector<std::string>& vocabulary_;
  std::vector<bool> taken_;
  std::vector<Placed> placed_;
  PageTables result_;
};

}  // namespace

PageTables find_text_tables(const extract::Page& page, const std::vector<std::string>& vocabulary) {
  PageTables found = TextReader(page, vocabulary).read();
  // Without geometry nothing shows that a table goes on over a page's end.
  found.text_above = found.text_below = true;
  return found;
}

}  // namespace parsers
