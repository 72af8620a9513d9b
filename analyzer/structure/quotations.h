// Passages that quote somebody else's words, the law's most often. In: a Segmentation. Out: ranges
// of tokens between French quotation marks, sorted. Refuses: short ones: a word or a title between
// quotation marks is the writer's own.
#pragma once

#include <cstdint>
#include <vector>

#include "analyzer/segmentation/segmentation.h"

namespace limpide {

// Quotations of at least eight words, inside one sentence or over several of one block.
[[nodiscard]] std::vector<TokenRange> long_quotations(const Segmentation& segmentation);

}  // namespace limpide
