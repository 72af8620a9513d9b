// Tags from the lexicon alone, for tests of what needs no trained model: the same tags whatever the
// model of the day. In: a segmentation. Out: one tag a word: the most usual part of speech that the
// lexicon allows. Refuses: context; "ferme" is always the same.
#pragma once

#include "analyzer/segmentation/segmentation.h"
#include "analyzer/tagging/tagging.h"

namespace limpide {

[[nodiscard]] Tagging lexicon_tags(const Segmentation& segmentation, const Lexicon& lexicon);

}  // namespace limpide
