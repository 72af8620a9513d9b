// Learns what the lexicon does not say of lemmas. In: training data. Out: a LemmaTable section: the
// words whose lemma in the treebanks is not what the lexicon gives, and endings for words that it
// does not have. Refuses: names and figures, which are their own lemma.
#pragma once

#include <string>

#include "tools/train/tagger_data.h"

namespace limpide {

[[nodiscard]] std::string learn_lemmas(const TaggerData& data, const Lexicon& lexicon);

}  // namespace limpide
