// Verification measured: figures that stand in a sum are verified, misread ones no longer are.

#include "corpus/mutation.h"

#include <catch2/catch.hpp>

namespace {
const std::string kCorpus = std::string(NAMNDATA_SOURCE_DIR) + "/corpus";
}

TEST_CASE("a misread figure is no longer verified", "[mutation]") {
  const corpus::MutationScore score = corpus::mutate_samples(kCorpus, 1000, 7);
  WARN(corpus::mutation_text(score));
  CHECK(score.figures > 500);
  CHECK(100 * score.verified >= 99 * score.figures);
  CHECK(score.all_tried() == 1000);
  CHECK(100 * score.all_still_verified() <= 5 * score.all_tried());
}

TEST_CASE("the same seed gives the same mutations, another seed others", "[mutation]") {
  const auto text = [](std::uint64_t seed) {
    return corpus::mutation_text(corpus::mutate_samples(kCorpus, 200, seed));
  };
  CHECK(text(1) == text(1));
  const bool all_alike = text(1) == text(2) && text(2) == text(3) && text(3) == text(4);
  CHECK_FALSE(all_alike);
}
