// Treebank sentences as the values of the pipeline: words, tags and trees. In: sentences of a
// CoNLL-U file, gold or predicted, and the lexicon. Out: a Segmentation whose sentences are those
// of the file, its Tagging and its Trees. Refuses: an unknown part of speech, feature value or
// relation, a head outside the sentence (one Error with the number of the sentence).
#pragma once

#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/lexicon/lexicon.h"
#include "analyzer/parsing/tree.h"
#include "analyzer/segmentation/segmentation.h"
#include "analyzer/tagging/tagging.h"
#include "tools/treebank/conllu.h"

namespace limpide {

struct TreebankValues {
  Segmentation segmentation;  // spans count bytes of the forms joined by spaces
  Tagging tagging;
  Trees trees;
};

Result<TreebankValues> treebank_values(const std::vector<TreebankSentence>& sentences,
                                       const Lexicon& lexicon);

}  // namespace limpide
