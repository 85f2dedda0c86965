#pragma once
// Mutation: how often a misread figure would still be called verified. A figure that an identity
// verifies is changed as a misreading would change it, its table is understood and verified anew,
// and the figure is looked at again.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace corpus {

enum class MutationKind {
  digit,     // another digit in one place
  sign,      // minus put before it or taken away
  position,  // exchanged with the next figure of its row, as where a column shifts
};
inline constexpr std::array<MutationKind, 3> kMutationKinds = {
    MutationKind::digit, MutationKind::sign, MutationKind::position};
const char* name(MutationKind kind);

struct MutationScore {
  std::size_t figures = 0;   // that stand in an identity, as the reports are
  std::size_t verified = 0;  // of these
  std::array<std::size_t, 3> tried{}, still_verified{};  // by MutationKind

  std::size_t all_tried() const { return tried[0] + tried[1] + tried[2]; }
  std::size_t all_still_verified() const {
    return still_verified[0] + still_verified[1] + still_verified[2];
  }
};

// `count` mutations of the sample reports of `directory`, one kind after the other. The same seed
// gives the same mutations.
MutationScore mutate_samples(const std::string& directory, std::size_t count, std::uint64_t seed);

std::string mutation_text(const MutationScore& score);

}  // namespace corpus
