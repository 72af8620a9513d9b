// Puts the tagger's answers in the place of a treebank's. In: sentences, a model. Out: the same
// sentences with predicted UPOS, FEATS and LEMMA; heads and relations stay. Refuses: nothing.
#pragma once

#include <vector>

#include "analyzer/segmentation/resources.h"
#include "analyzer/tagging/tagging_model.h"
#include "tools/treebank/conllu.h"

namespace limpide {

void with_tags(std::vector<TreebankSentence>& sentences, const SegmentationResources& resources,
               const TaggingModel& model);

}  // namespace limpide
