#include "corpus/adjacency.h"

#include <algorithm>
#include <set>

#include "parsers/codepoint.h"

namespace corpus {

namespace {

std::string relation_text(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const char32_t c = parsers::take_codepoint(text);
    if (parsers::is_space(c) || parsers::is_invisible(c)) continue;
    const bool counts =
        parsers::is_letter(c) || parsers::is_digit(c) || parsers::superscript_digit(c) >= 0;
    parsers::append_utf8(result, counts ? parsers::lower(c) : U'_');
  }
  return result;
}

struct LiveCell {
  int top, left, bottom, right;
  std::string text;
};

// Owner of every covered grid position: index of its cell, -1 for blank.
class Plane {
 public:
  Plane(const std::vector<LiveCell>& cells) {
    for (const LiveCell& cell : cells) {
      rows_ = std::max(rows_, cell.bottom + 1);
      columns_ = std::max(columns_, cell.right + 1);
    }
    owner_.assign(static_cast<std::size_t>(rows_) * static_cast<std::size_t>(columns_), -1);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      for (int row = cells[i].top; row <= cells[i].bottom; ++row) {
        for (int column = cells[i].left; column <= cells[i].right; ++column) {
          int& owner = owner_[index(row, column)];
          if (owner < 0) owner = static_cast<int>(i);
        }
      }
    }
  }
  int rows() const { return rows_; }
  int columns() const { return columns_; }
  int owner(int row, int column) const { return owner_[index(row, column)]; }

 private:
  std::size_t index(int row, int column) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
           static_cast<std::size_t>(column);
  }
  int rows_ = 0, columns_ = 0;
  std::vector<int> owner_;
};

int total(const Relations& relations) {
  int sum = 0;
  for (const auto& [relation, times] : relations) sum += times;
  return sum;
}

int shared(const Relations& a, const Relations& b) {
  int sum = 0;
  for (const auto& [relation, times] : a) {
    if (const auto found = b.find(relation); found != b.end())
      sum += std::min(times, found->second);
  }
  return sum;
}

struct Pair {
  int common, difference;
  std::size_t expected, recovered;
};

}  // namespace

Relations adjacency_relations(std::span<const GridCell> cells) {
  std::vector<LiveCell> live;
  for (const GridCell& cell : cells) {
    std::string text = relation_text(cell.text);
    if (text.empty() || cell.row < 0 || cell.column < 0) continue;
    live.push_back({cell.row, cell.column, cell.row + std::max(1, cell.row_span) - 1,
                    cell.column + std::max(1, cell.column_span) - 1, std::move(text)});
  }
  const Plane plane(live);
  Relations relations;
  std::set<std::tuple<std::size_t, int, Direction>> seen;
  const auto relate = [&](std::size_t from, int to, Direction direction, int blanks) {
    if (to == static_cast<int>(from) || !seen.insert({from, to, direction}).second) return;
    ++relations[{live[from].text, live[static_cast<std::size_t>(to)].text, direction, blanks}];
  };
  for (std::size_t i = 0; i < live.size(); ++i) {
    for (int row = live[i].top; row <= live[i].bottom; ++row) {
      int column = live[i].right + 1;
      while (column < plane.columns() && plane.owner(row, column) < 0) ++column;
      if (column < plane.columns()) {
        relate(i, plane.owner(row, column), Direction::right, column - live[i].right - 1);
      }
    }
    for (int column = live[i].left; column <= live[i].right; ++column) {
      int row = live[i].bottom + 1;
      while (row < plane.rows() && plane.owner(row, column) < 0) ++row;
      if (row < plane.rows()) {
        relate(i, plane.owner(row, column), Direction::below, row - live[i].bottom - 1);
      }
    }
  }
  return relations;
}

GridScore score_grids(std::span<const std::vector<GridCell>> expected,
                      std::span<const std::vector<GridCell>> recovered) {
  std::vector<Relations> wanted, given;
  for (const auto& cells : expected) wanted.push_back(adjacency_relations(cells));
  for (const auto& cells : recovered) given.push_back(adjacency_relations(cells));

  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    for (std::size_t j = 0; j < given.size(); ++j) {
      const int common = shared(wanted[i], given[j]);
      if (common > 0) pairs.push_back({common, std::abs(total(wanted[i]) - total(given[j])), i, j});
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    return std::tie(b.common, a.difference) < std::tie(a.common, b.difference);
  });

  GridScore score;
  for (const Relations& relations : wanted) score.relations.expected += total(relations);
  for (const Relations& relations : given) score.relations.read += total(relations);
  score.tables.expected = static_cast<int>(wanted.size());
  std::vector<char> taken_expected(wanted.size(), 0), taken_recovered(given.size(), 0);
  for (const Pair& pair : pairs) {
    if (taken_expected[pair.expected] || taken_recovered[pair.recovered]) continue;
    taken_expected[pair.expected] = taken_recovered[pair.recovered] = 1;
    const int size = total(wanted[pair.expected]);
    score.relations.found += pair.common;
    score.tables.found += 2 * pair.common >= size;
    score.exact += pair.common == size && total(given[pair.recovered]) == size;
  }
  score.tables.read = static_cast<int>(given.size());
  return score;
}

}  // namespace corpus
