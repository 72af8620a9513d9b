// Which act comes first. In: an Analysis with trees, one Said a sentence. Out: the steps of each
// sentence that "avant" and "apres" put in order. Refuses: an order that only the sentences give,
// and times that are dates: those are facts.
#pragma once

#include <vector>

#include "analyzer/verification/said.h"

namespace limpide {

// REQUIRES: one Said a sentence of the segmentation. Linear in the words.
void add_steps(const Analysis& analysis, const VerificationResources& resources,
               std::vector<Said>& sentences);

}  // namespace limpide
