// A series that lost its beginning: "Donc vous devez payer et que ...", "pour lire et d'ecrire".
// In: an analysed text, the words that go on with a series. Out: the faults, after those that are
// there. Refuses: series of nouns, which the words alone do not show.
#pragma once

#include <vector>

#include "analyzer/rewriting/grammar/sentence_faults.h"

namespace limpide {

// REQUIRES: analysed with trees.
void add_series_faults(const Analysis& analysis, const GrammarWords& words,
                       std::vector<SentenceFault>& faults);

}  // namespace limpide
