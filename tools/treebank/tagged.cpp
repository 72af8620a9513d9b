#include "tools/treebank/tagged.h"

#include "analyzer/tagging/tagging.h"
#include "tools/treebank/gold_segmentation.h"

namespace limpide {

void with_tags(std::vector<TreebankSentence>& sentences, const SegmentationResources& resources,
               const TaggingModel& model) {
  const GoldSegmentation gold = gold_segmentation(sentences, resources);
  const Tagging tagging = tag_words(gold.segmentation, *resources.lexicon, model);
  std::size_t next = 0;
  for (TreebankSentence& sentence : sentences) {
    for (TreebankWord& word : sentence.words) {
      const WordTag& tag = tagging.words[next++];
      word.upos = upos_name(tag.upos);
      word.features = features_name(tag.features);
      word.lemma = tagging.lemmas[tag.lemma];
    }
  }
}

}  // namespace limpide
