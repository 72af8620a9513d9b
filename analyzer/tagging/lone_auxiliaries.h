// "avoir" with nothing to be the auxiliary of. In: the words of one sentence, tagged. Out: the
// same, where avoir tagged AUX right before its object ("qui ont deux enfants", "a droit") is VERB.
// Refuses: guesses: only words that cannot open a participle may stand between avoir and the noun.
// The tagger looks two words ahead, and the participle may stand further off; the whole sentence
// is known here.
#pragma once

#include <cstdint>

#include "analyzer/lexicon/lexicon.h"
#include "analyzer/segmentation/segmentation.h"
#include "analyzer/tagging/tagging.h"

namespace limpide {

// Words [first, end) of the segmentation; `tagging` has their tags and lemmas.
void settle_lone_auxiliaries(const Segmentation& segmentation, const Lexicon& lexicon,
                             std::uint32_t first, std::uint32_t end, Tagging& tagging);

}  // namespace limpide
