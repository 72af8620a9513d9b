// The readable layer above the trees: clauses with their verb group, subject, voice and modality,
// passives, chains of nouns, coordinations, verb-noun pairs, addressees. In: segmentation, tags,
// trees, lexicon, lists. Out: one value, in the order of the text. Refuses: nothing; a sentence
// that was not analysed (flat arcs) has no clause but its passives are still found. Linear in the
// words, no recursion.
#pragma once

#include "analyzer/parsing/clauses/clause_resources.h"
#include "analyzer/parsing/clauses/clause_values.h"
#include "analyzer/parsing/tree.h"
#include "analyzer/segmentation/segmentation.h"
#include "analyzer/tagging/tagging.h"

namespace limpide {

// REQUIRES: one tag and one arc a word of the segmentation.
[[nodiscard]] Clauses find_clauses(const Segmentation& segmentation, const Tagging& tagging,
                                   const Trees& trees, const Lexicon& lexicon,
                                   const ClauseResources& resources);

[[nodiscard]] const char* clause_kind_name(ClauseKind kind);  // "relative"
[[nodiscard]] const char* voice_name(Voice voice);
[[nodiscard]] const char* voice_confidence_name(VoiceConfidence confidence);  // "stative-possible"
[[nodiscard]] const char* modality_name(Modality modality);
[[nodiscard]] const char* addressee_name(Addressee addressee);
[[nodiscard]] const char* negation_kind_name(NegationKind kind);

}  // namespace limpide
