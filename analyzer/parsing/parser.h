// Dependency trees of a whole document. In: its words with their tags and lemmas, the lexicon, a
// model. Out: one arc a word, a tree a sentence. Refuses: to re-tag, to see roles of blocks. Linear
// in the number of words; a sentence is parsed on its own, so no sentence changes another.
//
// A sentence over kWholeWordsAtMost words is cut at its marks into pieces that are parsed alone;
// the root of each later piece hangs from the root of the first (parataxis) and the sentence is
// kInPieces. Over kPiecesWordsAtMost it is no sentence any more: kNotAnalysed, every word hangs
// from the first one (dep). Words outside any sentence hang from kRoot (dep).
#pragma once

#include "analyzer/lexicon/lexicon.h"
#include "analyzer/parsing/parsing_model.h"
#include "analyzer/parsing/tree.h"
#include "analyzer/segmentation/segmentation.h"
#include "analyzer/tagging/tagging.h"

namespace limpide {

inline constexpr std::size_t kWholeWordsAtMost = 256;
inline constexpr std::size_t kPiecesWordsAtMost = 4096;

// REQUIRES: tagging.words is parallel to segmentation.words.
[[nodiscard]] Trees parse_words(const Segmentation& segmentation, const Tagging& tagging,
                                const Lexicon& lexicon, const ParsingModel& model);

// Of these sentences alone: the arcs of the others stay flat, the lists by sentence hold only
// these. REQUIRES: the memory is of this model.
[[nodiscard]] Trees parse_words(const Segmentation& segmentation, const Tagging& tagging,
                                const Lexicon& lexicon, const ParsingModel& model,
                                SentenceRange range, ParseMemory& memory);

// The same with another width of the beam, for measurements.
[[nodiscard]] Trees parse_words(const Segmentation& segmentation, const Tagging& tagging,
                                const Lexicon& lexicon, const ParsingModel& model,
                                std::size_t beam);

}  // namespace limpide
