// The segmentation that a treebank gives, so that a later stage can be run on gold tokens. In:
// sentences of a treebank. Out: their text and a Segmentation over it: one token a surface token,
// one word a word, no protected spans. Refuses: nothing.
#pragma once

#include <string>
#include <vector>

#include "analyzer/segmentation/resources.h"
#include "analyzer/segmentation/segmentation.h"
#include "tools/treebank/conllu.h"

namespace limpide {

struct GoldSegmentation {
  std::string text;  // tokens, with a space where the treebank has one; a line a sentence
  Segmentation segmentation;
};

[[nodiscard]] GoldSegmentation gold_segmentation(const std::vector<TreebankSentence>& sentences,
                                                 const SegmentationResources& resources);

}  // namespace limpide
