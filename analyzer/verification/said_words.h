// The words of meaning of each sentence, which narrow which, which stand beside which. In: an
// Analysis with trees, one Said a sentence. Out: words, modifiers, pairs, roots, and the denials
// that single words hold ("incomplet", "non-paiement"). Refuses: function words, verbs that help.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/verification/said.h"

namespace limpide {

// REQUIRES: one Said a sentence of the segmentation. Linear in the words.
void add_words(const Analysis& analysis, const VerificationResources& resources,
               std::vector<Said>& sentences);

}  // namespace limpide
