// Remembers the scores of the candidates of a word for what it was seen with: texts repeat their
// pairs of words. In: a key that names a group of features with all they look at. Out: scores. A
// later key takes the place of an earlier one. Refuses: words with more than kKept candidates.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "analyzer/tagging/beam.h"

namespace limpide {

class ScoreCache {
 public:
  static constexpr std::size_t kKept = 12;  // candidates
  // A power of two of slots, 32 bytes each, no more than the words can use.
  explicit ScoreCache(std::size_t words) {
    std::size_t slots = 256;
    while (slots < words * 2 && slots < kMostSlots) slots *= 2;
    slots_.resize(slots);
  }

  void clear() {
    for (Slot& slot : slots_) slot.key = 0;
  }

  // Adds to `out` the scores for this key; compute(scores) fills them in when they are not known.
  // REQUIRES: key != 0; each score fits in 16 bits.
  template <typename Compute>
  void add(std::uint64_t key, std::size_t candidates, CandidateScores& out,
           const Compute& compute) {
    if (candidates > kKept) {
      CandidateScores fresh{};
      compute(fresh);
      for (std::size_t c = 0; c < candidates; ++c) out[c] += fresh[c];
      return;
    }
    Slot& slot = slots_[mix_feature(key, kSeed) & (slots_.size() - 1)];
    if (slot.key != key) {
      CandidateScores fresh{};
      compute(fresh);
      slot.key = key;
      for (std::size_t c = 0; c < candidates; ++c) {
        slot.scores[c] = static_cast<std::int16_t>(fresh[c]);
      }
    }
    for (std::size_t c = 0; c < candidates; ++c) out[c] += slot.scores[c];
  }

 private:
  static constexpr std::size_t kMostSlots = std::size_t{1} << 15U;
  static constexpr std::uint64_t kSeed = 0x5C0;
  struct Slot {
    std::uint64_t key = 0;
    std::array<std::int16_t, kKept> scores{};
  };
  std::vector<Slot> slots_;
};

}  // namespace limpide
