#pragma once
// Continuation: tables that go on over pages become one. Downwards, with the boxhead repeated or left
// out; sideways, where the next pages bring further columns (years) for the same rows without labels.

#include <vector>

#include "parsers/table.h"

namespace parsers {

struct ContinuationOptions {
  double edge = 6.0;           // points: edges of the two parts' columns, or ends of their texts, agree
                               // within this …
  double same_ends = 0.8;      // … the ends in so large a share of the columns
  double equal_heads = 0.8;    // share of heading texts that are equal when the boxhead is repeated
  double same_line = 3.0;      // points: rows of sideways parts stand on the same lines …
  double same_lines = 0.95;    // … so large a share of them
};

// Appends `next` to `table` when it goes on from it; says whether it did. REQUIRES: only furniture
// stands between the two (the caller knows the pages).
bool join_downwards(Table& table, const Table& next, const ContinuationOptions& options = {});

// Appends the columns of `next` to `table` when it has the same rows on later pages and no labels.
bool join_sideways(Table& table, const Table& next, const ContinuationOptions& options = {});

}  // namespace parsers
