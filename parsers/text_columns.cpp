#include "parsers/text_columns.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>

#include "parsers/number.h"
#include "parsers/text_figure_column.h"

namespace parsers {
namespace {

// One way to read a row.
struct Reading {
  FigureCells cells;
  std::vector<std::optional<Decimal>> values;
};

Reading make_reading(FigureCells cells) {
  Reading reading;
  for (const std::string& cell : cells) {
    const Figures figures = parse_figures(cell);
    reading.values.push_back(figures.figures.empty() ? std::nullopt
                                                     : std::optional(figures.figures[0].value));
  }
  reading.cells = std::move(cells);
  return reading;
}

// Three columns of which the largest figure is the sum of the two others, whatever their signs:
// reports print costs and deviations with either sign.
using Identity = std::array<std::size_t, 3>;

enum class Holds { no, trivially, yes };

class Resolver {
 public:
  Resolver(const std::vector<FigureLine>& rows, std::size_t columns,
           const TextColumnOptions& options)
      : rows_(rows), columns_(columns), options_(options), readings_(rows.size()) {
    for (std::size_t r = 0; r < rows.size(); ++r) {
      for (FigureCells& cells : readings_of(rows[r].atoms, columns, options.splitting)) {
        readings_[r].push_back(make_reading(std::move(cells)));
      }
    }
  }

  bool add_up() {
    find_identities();
    return !identities_.empty();
  }

  std::vector<ResolvedRow> resolve() {
    note_spacing();
    find_identities();
    keep_what_adds_up();
    keep_common_pattern();
    note_columns();
    std::vector<ResolvedRow> resolved(rows_.size());
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (rows_[r].doubtful) {
        resolved[r].reason = "a word belongs to one of its figures";
      } else if (readings_[r].size() == 1 && may_end_in_note(readings_[r][0].values)) {
        resolved[r].reason = "a figure may end in a footnote's number";
      } else if (readings_[r].size() == 1 && !may_have_blanks(r)) {
        resolved[r].cells = readings_[r][0].cells;
      } else if (!readings_[r].empty()) {
        resolved[r].reason = "its spaces may group digits or part figures";
      } else if (auto cells = with_blanks(r); cells) {
        resolved[r].cells = std::move(*cells);
      } else {
        resolved[r].reason = "which of its cells is blank does not show";
      }
    }
    return resolved;
  }

 private:
  // --- identities

  Holds holds(const Identity& identity, const std::vector<std::optional<Decimal>>& values) const {
    std::array<std::int64_t, 3> terms{};
    int scale = 0;
    for (const std::size_t c : identity) scale = std::max(scale, values[c] ? values[c]->scale : 0);
    for (std::size_t i = 0; i < 3; ++i) {
      if (!values[identity[i]]) return Holds::trivially;
      const auto term = units_at(*values[identity[i]], scale);
      if (!term) return Holds::no;
      terms[i] = std::abs(*term);
    }
    std::sort(terms.begin(), terms.end());
    const std::int64_t rest = terms[2] - terms[1] - terms[0];
    if (std::abs(rest) > options_.identity_tolerance) return Holds::no;
    return terms[0] <= options_.identity_tolerance ? Holds::trivially : Holds::yes;
  }

  void find_identities() {
    for (std::size_t a = 0; a + 2 < columns_; ++a) {
      for (std::size_t b = a + 1; b + 1 < columns_; ++b) {
        for (std::size_t c = b + 1; c < columns_; ++c) {
          if (is_identity({a, b, c})) identities_.push_back({a, b, c});
        }
      }
    }
  }

  bool is_identity(const Identity& identity) const {
    std::size_t rows = 0, held = 0, strictly = 0;
    for (const auto& readings : readings_) {
      if (readings.empty()) continue;
      ++rows;
      Holds best = Holds::no;
      for (const Reading& reading : readings)
        best = std::max(best, holds(identity, reading.values));
      held += best != Holds::no ? 1U : 0U;
      strictly += best == Holds::yes ? 1U : 0U;
    }
    return strictly >= options_.identity_rows &&
           static_cast<double>(held) >= options_.identity_share * static_cast<double>(rows);
  }

  bool adds_up(const std::vector<std::optional<Decimal>>& values) const {
    return std::all_of(identities_.begin(), identities_.end(), [&](const Identity& identity) {
      return holds(identity, values) != Holds::no;
    });
  }

  void keep_what_adds_up() {
    if (identities_.empty()) return;
    for (auto& readings : readings_) {
      if (readings.size() < 2) continue;
      const bool any = std::any_of(readings.begin(), readings.end(),
                                   [&](const Reading& reading) { return adds_up(reading.values); });
      if (any) std::erase_if(readings, [&](const Reading& r) { return !adds_up(r.values); });
    }
  }

  // --- patterns: how many atoms each column has

  using Pattern = std::vector<std::size_t>;

  static Pattern pattern_of(const Reading& reading) {
    Pattern pattern;
    for (const std::string& cell : reading.cells) {
      pattern.push_back(1 + static_cast<std::size_t>(std::count(cell.begin(), cell.end(), ' ')));
    }
    return pattern;
  }

  const Reading* reading_by(std::size_t row, const Pattern& pattern) const {
    for (const Reading& reading : readings_[row]) {
      if (pattern_of(reading) == pattern) return &reading;
    }
    return nullptr;
  }

  // Only where no identity speaks: rows of one kind of figures, as months are.
  void keep_common_pattern() {
    std::map<Pattern, std::size_t> seen;
    std::size_t full = 0, open = 0;
    for (const auto& readings : readings_) {
      full += readings.empty() ? 0U : 1U;
      open += readings.size() > 1 ? 1U : 0U;
      for (const Reading& reading : readings) ++seen[pattern_of(reading)];
    }
    if (open == 0 || full < options_.pattern_rows || !identities_.empty()) return;
    std::erase_if(seen, [&](const auto& entry) {
      return static_cast<double>(entry.second) < options_.pattern_share * static_cast<double>(full);
    });
    const Pattern* best = nullptr;
    std::int64_t best_bits = 0, next_bits = 0;
    for (const auto& [pattern, count] : seen) {
      const std::int64_t bits = pattern_bits(pattern, count);
      if (best == nullptr || bits < best_bits) {
        next_bits = best == nullptr ? bits + options_.pattern_margin * 64 : best_bits;
        best_bits = bits;
        best = &pattern;
      } else {
        next_bits = std::min(next_bits, bits);
      }
    }
    if (best == nullptr || next_bits - best_bits < options_.pattern_margin * 64) return;
    const Pattern chosen = *best;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (readings_[r].size() < 2) continue;
      if (const Reading* reading = reading_by(r, chosen)) {
        readings_[r] = {Reading(*reading)};
      }
    }
  }

  // Bits per row, in 64ths, to write the figures as distances from their column's median.
  std::int64_t pattern_bits(const Pattern& pattern, std::size_t count) const {
    std::vector<const Reading*> read;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (const Reading* reading = reading_by(r, pattern)) read.push_back(reading);
    }
    std::int64_t bits = 0;
    for (std::size_t c = 0; c < columns_; ++c) {
      const FigureColumn column = column_of(read, c);
      for (const Reading* reading : read) bits += column.bits(reading->values[c]);
    }
    return bits * 64 / static_cast<std::int64_t>(count);
  }

  static FigureColumn column_of(const std::vector<const Reading*>& read, std::size_t c) {
    std::vector<std::optional<Decimal>> values;
    for (const Reading* reading : read) values.push_back(reading->values[c]);
    return figure_column(values);
  }

  // --- blanks

  // Read as fewer figures, with blank cells: "4 120 4 033" in three columns. Where most rows cannot
  // be, one that can is open, unless it adds up or the rows of its kind show that it is full.
  bool may_have_blanks(std::size_t r) const {
    if (!identities_.empty() || !splittable_[r] || mostly_splittable_) return false;
    if (firm_rows_ < options_.pattern_rows) return true;
    const std::int64_t bits = row_bits(firm_, readings_[r][0]) + options_.pattern_margin;
    for (std::size_t missing = 1; missing < columns_; ++missing) {
      for (const FigureCells& cells :
           readings_of(rows_[r].atoms, columns_ - missing, options_.splitting)) {
        for (std::size_t at = 0; at + missing <= columns_; ++at) {
          FigureCells all = cells;
          all.insert(all.begin() + static_cast<std::ptrdiff_t>(at), missing, std::string());
          if (row_bits(firm_, make_reading(std::move(all))) < bits) return true;
        }
      }
    }
    return false;
  }

  // Spaces between cells are single; what is more may be a blank cell's trace.
  struct Gap {
    std::size_t atom = 0;  // before this one; atoms.size(): at the end
    int extra = 0;
  };

  std::vector<Gap> wide_gaps(const FigureLine& row) const {
    std::vector<Gap> gaps;
    for (std::size_t i = 0; i < row.atoms.size(); ++i) {
      const int usual = i == 0 && row.label.empty() ? 0 : 1;
      if (row.atoms[i].spaces > usual) gaps.push_back({i, row.atoms[i].spaces - usual});
    }
    if (!words_follow_ && row.trailing_spaces > usual_trailing_) {
      gaps.push_back({row.atoms.size(), row.trailing_spaces - usual_trailing_});
    }
    return gaps;
  }

  void note_spacing() {
    std::map<int, std::size_t> trailing;
    std::size_t full = 0, loose = 0;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      words_follow_ = words_follow_ || !rows_[r].last_word.empty();
      if (!readings_[r].empty()) ++trailing[rows_[r].trailing_spaces];
    }
    const auto usual =
        std::max_element(trailing.begin(), trailing.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (usual != trailing.end()) usual_trailing_ = usual->first;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (readings_[r].empty()) continue;
      ++full;
      loose += wide_gaps(rows_[r]).empty() ? 0U : 1U;
    }
    spacing_speaks_ = full > 0 && static_cast<double>(loose) <=
                                      options_.loose_spacing * static_cast<double>(full);
  }

  // The cells of a row with fewer figures than columns.
  std::optional<FigureCells> with_blanks(std::size_t r) const {
    if (!spacing_speaks_) return std::nullopt;
    const FigureLine& row = rows_[r];
    const std::vector<Gap> gaps = wide_gaps(row);
    if (gaps.size() != 1) return std::nullopt;
    std::vector<Reading> placed;
    for (std::size_t missing = 1; missing < columns_; ++missing) {
      if (static_cast<int>(missing) > gaps[0].extra) break;
      for (const FigureCells& cells :
           readings_of(row.atoms, columns_ - missing, options_.splitting)) {
        if (auto reading = place(cells, gaps[0].atom, missing); adds_up(reading.values)) {
          placed.push_back(std::move(reading));
        }
      }
    }
    if (placed.empty()) return std::nullopt;
    if (settled_rows_ < options_.pattern_rows) {
      if (placed.size() != 1) return std::nullopt;
      return placed[0].cells;
    }
    // Rows of one kind: the place that the space shows must not fit worse than another.
    const Reading* best = nullptr;
    std::int64_t best_bits = 0;
    for (const Reading& reading : placed) {
      const std::int64_t bits = row_bits(settled_, reading);
      if (best == nullptr || bits < best_bits) {
        best = &reading;
        best_bits = bits;
      }
    }
    const std::size_t missing =
        static_cast<std::size_t>(std::count(best->cells.begin(), best->cells.end(), std::string()));
    FigureCells figures = best->cells;
    std::erase(figures, std::string());
    for (std::size_t at = 0; at + missing <= columns_; ++at) {
      FigureCells cells = figures;
      cells.insert(cells.begin() + static_cast<std::ptrdiff_t>(at), missing, std::string());
      const std::int64_t bits = row_bits(settled_, make_reading(std::move(cells)));
      if (bits + options_.blank_slack * static_cast<std::int64_t>(columns_) < best_bits) {
        return std::nullopt;
      }
    }
    return best->cells;
  }

  static Reading place(const FigureCells& cells, std::size_t atom, std::size_t missing) {
    std::size_t column = 0, atoms = 0;
    while (column < cells.size() && atoms < atom) {
      atoms +=
          1 + static_cast<std::size_t>(std::count(cells[column].begin(), cells[column].end(), ' '));
      ++column;
    }
    FigureCells all = cells;
    all.insert(all.begin() + static_cast<std::ptrdiff_t>(column), missing, std::string());
    return make_reading(std::move(all));
  }

  // What the rows that can be read in one way say of their columns; firm rows leave no blank
  // either.
  void note_columns() {
    std::vector<const Reading*> settled, firm;
    std::size_t full = 0, open = 0;
    splittable_.assign(rows_.size(), false);
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (readings_[r].empty()) continue;
      ++full;
      splittable_[r] = figure_count(rows_[r].atoms).fewest < columns_;
      if (splittable_[r]) ++open;
      if (readings_[r].size() != 1) continue;
      settled.push_back(&readings_[r][0]);
      if (!splittable_[r]) firm.push_back(&readings_[r][0]);
    }
    mostly_splittable_ = 2 * open > full;
    settled_rows_ = settled.size();
    firm_rows_ = firm.size();
    for (std::size_t c = 0; c < columns_; ++c) {
      settled_.push_back(column_of(settled, c));
      firm_.push_back(column_of(firm, c));
    }
  }

  static std::int64_t row_bits(const std::vector<FigureColumn>& columns, const Reading& row) {
    std::int64_t bits = 0;
    for (std::size_t c = 0; c < columns.size(); ++c) bits += columns[c].bits(row.values[c]);
    return bits;
  }

  const std::vector<FigureLine>& rows_;
  std::size_t columns_;
  const TextColumnOptions& options_;
  std::vector<std::vector<Reading>> readings_;
  std::vector<Identity> identities_;
  std::vector<bool> splittable_;  // rows that can be read as fewer figures
  bool mostly_splittable_ = false;
  std::size_t settled_rows_ = 0, firm_rows_ = 0;
  std::vector<FigureColumn> settled_, firm_;
  int usual_trailing_ = 0;
  bool words_follow_ = false;
  bool spacing_speaks_ = false;
};

}  // namespace

std::vector<ResolvedRow> resolve_rows(const std::vector<FigureLine>& rows, std::size_t columns,
                                      const TextColumnOptions& options) {
  return Resolver(rows, columns, options).resolve();
}

bool columns_add_up(const std::vector<FigureLine>& rows, std::size_t columns,
                    const TextColumnOptions& options) {
  return Resolver(rows, columns, options).add_up();
}

}  // namespace parsers
