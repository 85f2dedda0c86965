#pragma once
// Score: how many of a report's expected figures were read, and how many of the figures read were
// expected. A wrong figure is worse than a missing one: `read - found` is the number to keep at 0.

#include <span>
#include <vector>

#include "corpus/agreement.h"
#include "corpus/truth.h"

namespace corpus {

// found ≤ min(expected, read).
struct Count {
  int found = 0;     // expected and read
  int read = 0;      // all that were read
  int expected = 0;  // all that were expected

  int wrong() const { return read - found; }
  double precision()
      const;  // 1 where nothing was read and nothing expected, 0 where only nothing read
  double recall() const;  // 1 where nothing was expected
  double f1() const;
  Count& operator+=(const Count& other);
  bool operator==(const Count&) const = default;
};

struct ValueScore {
  Count value, period, full;  // by level of agreement
};

// Matches each expected figure with at most one that was read so that as many as possible match;
// gives for each expected figure the index of its match, or -1.
std::vector<int> match_figures(std::span<const Figure> expected, std::span<const Figure> read,
                               Level level);

// Scores the figures read from tables and charts; those off the truth's score pages and those that
// match an ignored figure do not count. Figures of the running text are score_facts' matter.
ValueScore score_values(const Truth& truth, std::span<const Figure> read);

// Facts found again among the figures read from running text: value, unit, period and measure
// agree, and the labels share at least half of the shorter one's words.
Count score_facts(const Truth& truth, std::span<const Figure> read);

}  // namespace corpus
