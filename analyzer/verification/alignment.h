// Which sentences of two texts say the same. In: the words of each sentence, as numbers that both
// texts share. Out: groups in the order of the texts: one sentence for one, one for two or three
// (it was split), two or three for one (they were joined), or a sentence that is on one side only;
// then pairs that moved. Refuses: more than kMostAlignmentCells pairs of sentences. Dynamic
// programming over the words in common; a byte a pair of sentences.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "analyzer/base/result.h"

namespace limpide {

inline constexpr std::size_t kMostAlignmentCells = 4'000'000;

using SentenceWords = std::vector<std::uint32_t>;  // sorted, with repeats

struct AlignedGroup {
  std::uint32_t before_first = 0;
  std::uint32_t before_end = 0;
  std::uint32_t after_first = 0;
  std::uint32_t after_end = 0;
  bool moved = false;  // found out of order
  friend bool operator==(const AlignedGroup&, const AlignedGroup&) = default;
  [[nodiscard]] bool has_before() const { return before_first < before_end; }
  [[nodiscard]] bool has_after() const { return after_first < after_end; }
};

[[nodiscard]] Result<std::vector<AlignedGroup>> align_sentences(
    const std::vector<SentenceWords>& before, const std::vector<SentenceWords>& after);

}  // namespace limpide
