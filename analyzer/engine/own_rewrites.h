// The rewrites of ours that a second text carries out. In: an analysed text, its findings with
// suggestions that are proved, an analysed second text. Out: the edits that lead from the first
// towards the second, in order. Refuses: suggestions whose new words the second text does not have
// at their place, edits that overlap, texts too long to align.
#pragma once

#include <cstddef>
#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/findings/finding.h"

namespace limpide {

struct OwnRewrites {
  std::vector<Edit> edits;  // of the first text, in order, not overlapping
  std::size_t count = 0;    // suggestions
};

// REQUIRES: both are analysed with trees.
[[nodiscard]] OwnRewrites own_rewrites(const Analysis& before, const std::vector<Finding>& findings,
                                       const Analysis& after);

}  // namespace limpide
