// Whom a rule is for, when a relative says it: "les proprietaires qui louent". In: an Analysis with
// trees, one Said a sentence. Out: the relatives that narrow a noun of persons. Refuses: relatives
// between commas, which only tell more, and those of things.
#pragma once

#include <vector>

#include "analyzer/verification/said.h"

namespace limpide {

// REQUIRES: one Said a sentence of the segmentation. Linear in the words.
void add_relative_limits(const Analysis& analysis, const VerificationResources& resources,
                         std::vector<Said>& sentences);

}  // namespace limpide
