// Scores that the parser summed before, kept for configurations that look the same: the paths of a
// beam do, and so do two wordings of one sentence. In: a group of features and the signature of
// what it reads. Out: its scores. A later signature takes the place of an earlier one. Refuses: to
// be shared between threads, or between models; what it holds changes no result, only its cost.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "analyzer/parsing/action_rows.h"
#include "analyzer/parsing/parser_atoms.h"

namespace limpide {

class ParseMemory {
 public:
  using Scores = std::array<std::int16_t, kWideColumns>;

  // Enough for the paths of one sentence.
  static constexpr std::size_t kFewSlots = 64;
  // `slots`: a group; a power of two. 264 bytes each, of which 256 cost nothing until they are
  // used.
  explicit ParseMemory(std::size_t slots = kFewSlots)
      : count_(slots),
        signatures_(kFeatureGroups * slots, 0),
        scores_(new Scores[kFeatureGroups * slots]) {}

  struct Slot {
    std::uint64_t& signature;  // 0: empty, and the scores are not set
    Scores& scores;
  };
  // The only place where the scores of this group for this signature may be.
  [[nodiscard]] Slot slot(std::size_t group, std::uint64_t signature) {
    const std::size_t at = group * count_ + (signature >> kUnusedBits) % count_;
    return {signatures_[at], scores_[at]};
  }
  // REQUIRED before other weights are asked.
  void clear() { std::fill(signatures_.begin(), signatures_.end(), 0); }

 private:
  static constexpr unsigned kUnusedBits = 40;  // of a signature: the higher ones are mixed best
  std::size_t count_;
  std::vector<std::uint64_t> signatures_;
  std::unique_ptr<Scores[]> scores_;
};

}  // namespace limpide
