// Faults that only a tree shows: words that do not agree, a verb in the wrong form, a sentence
// without a verb. In: an Analysis with trees. Out: faults, added to a list. Refuses: words that the
// lexicon does not have, coordinated nouns: they may agree with anything.
#pragma once

#include <vector>

#include "analyzer/rewriting/grammar/sentence_faults.h"

namespace limpide {

void add_agreement_faults(const Analysis& analysis, const GrammarWords& words,
                          std::vector<SentenceFault>& faults);

}  // namespace limpide
