#include "corpus/score.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>

#include "parsers/codepoint.h"

namespace corpus {

namespace {

double ratio(int part, int whole) { return static_cast<double>(part) / whole; }

bool on_pages(const std::vector<int>& pages, int page) {
  return pages.empty() || page == 0 || std::find(pages.begin(), pages.end(), page) != pages.end();
}

// Words of three letters or digits and more, the ones that carry a label's meaning.
std::set<std::string> label_words(const std::string& label) {
  std::set<std::string> words;
  std::string word;
  int length = 0;
  const auto close = [&] {
    if (length >= 3) words.insert(word);
    word.clear();
    length = 0;
  };
  std::string_view rest = label;
  while (!rest.empty()) {
    const char32_t c = parsers::take_codepoint(rest);
    if (parsers::is_letter(c) || parsers::is_digit(c)) {
      parsers::append_utf8(word, parsers::lower(c));
      ++length;
    } else {
      close();
    }
  }
  close();
  return words;
}

bool same_fact(const Fact& fact, const Figure& read) {
  if (parsers::compare(fact.figure.value, read.value) != 0) return false;
  const ComparableFigure expected(fact.figure), got(read);
  if (expected.unit != got.unit || expected.measure != got.measure || expected.spans != got.spans) {
    return false;
  }
  const auto a = label_words(fact.label), b = label_words(read.row + " " + read.column);
  std::vector<std::string> common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  return !a.empty() && !b.empty() && 2 * common.size() >= std::min(a.size(), b.size());
}

// Whole paths that agree before leaves that do: the better candidates of an augmenting path.
int rank(const ComparableFigure& expected, const ComparableFigure& read) {
  const auto whole = [](const LabelKey& a, const LabelKey& b) {
    return std::find_first_of(a.whole.begin(), a.whole.end(), b.whole.begin(), b.whole.end()) !=
           a.whole.end();
  };
  return -(whole(expected.row, read.row) + whole(expected.column, read.column));
}

}  // namespace

double Count::precision() const {
  return read == 0 ? (expected == 0 ? 1.0 : 0.0) : ratio(found, read);
}

double Count::recall() const { return expected == 0 ? 1.0 : ratio(found, expected); }

double Count::f1() const {
  const double p = precision(), r = recall();
  return p + r == 0 ? 0 : 2 * p * r / (p + r);
}

Count& Count::operator+=(const Count& other) {
  found += other.found;
  read += other.read;
  expected += other.expected;
  return *this;
}

std::vector<int> match_figures(std::span<const Figure> expected, std::span<const Figure> read,
                               Level level) {
  const std::vector<ComparableFigure> wanted(expected.begin(), expected.end());
  const std::vector<ComparableFigure> given(read.begin(), read.end());
  // Figures of equal value lie together, so that each is compared with few others.
  std::vector<std::size_t> order(given.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto less = [&](const parsers::Decimal& a, const parsers::Decimal& b) {
    return parsers::compare(a, b) < 0;
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return less(given[a].value, given[b].value);
  });

  std::vector<std::vector<std::size_t>> candidates(wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    auto at =
        std::lower_bound(order.begin(), order.end(), wanted[i].value,
                         [&](std::size_t a, const auto& v) { return less(given[a].value, v); });
    for (; at != order.end() && !less(wanted[i].value, given[*at].value); ++at) {
      if (agree(wanted[i], given[*at], level)) candidates[i].push_back(*at);
    }
    std::stable_sort(candidates[i].begin(), candidates[i].end(), [&](std::size_t a, std::size_t b) {
      return rank(wanted[i], given[a]) < rank(wanted[i], given[b]);
    });
  }

  // Kuhn's augmenting paths.
  std::vector<int> match(wanted.size(), -1), owner(given.size(), -1);
  std::vector<char> seen;
  const std::function<bool(std::size_t)> augment = [&](std::size_t i) {
    for (const std::size_t j : candidates[i]) {
      if (seen[j]) continue;
      seen[j] = 1;
      if (owner[j] < 0 || augment(static_cast<std::size_t>(owner[j]))) {
        owner[j] = static_cast<int>(i);
        match[i] = static_cast<int>(j);
        return true;
      }
    }
    return false;
  };
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    seen.assign(given.size(), 0);
    augment(i);
  }
  return match;
}

ValueScore score_values(const Truth& truth, std::span<const Figure> read) {
  std::vector<Figure> expected, ignored, scored;
  for (const ExpectedTable& table : truth.tables) {
    expected.insert(expected.end(), table.figures.begin(), table.figures.end());
    ignored.insert(ignored.end(), table.ignored.begin(), table.ignored.end());
  }
  std::copy_if(read.begin(), read.end(), std::back_inserter(scored),
               [&](const Figure& figure) { return on_pages(truth.score_pages, figure.page); });

  const std::vector<int> by_value = match_figures(expected, scored, Level::value);
  std::vector<Figure> left;
  for (std::size_t j = 0; j < scored.size(); ++j) {
    if (std::find(by_value.begin(), by_value.end(), static_cast<int>(j)) == by_value.end()) {
      left.push_back(scored[j]);
    }
  }
  const auto matched = [](const std::vector<int>& match) {
    return static_cast<int>(
        std::count_if(match.begin(), match.end(), [](int j) { return j >= 0; }));
  };
  const int out_of_count = matched(match_figures(ignored, left, Level::value));
  const auto count = [&](const std::vector<int>& match) {
    return Count{matched(match), static_cast<int>(scored.size()) - out_of_count,
                 static_cast<int>(expected.size())};
  };
  return {count(by_value), count(match_figures(expected, scored, Level::period)),
          count(match_figures(expected, scored, Level::full))};
}

Count score_facts(const Truth& truth, std::span<const Figure> read) {
  std::vector<Figure> left(read.begin(), read.end());
  Count count{0, static_cast<int>(read.size()), static_cast<int>(truth.facts.size())};
  for (const Fact& fact : truth.facts) {
    const auto found = std::find_if(left.begin(), left.end(),
                                    [&](const Figure& figure) { return same_fact(fact, figure); });
    if (found == left.end()) continue;
    ++count.found;
    left.erase(found);
  }
  return count;
}

}  // namespace corpus
