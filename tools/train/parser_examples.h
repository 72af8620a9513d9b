// Treebank sentences as the parser sees them. In: sentences of CoNLL-U whose tags and lemmas are
// the ones to learn from. Out: examples: the trees made projective, with the actions that build
// them. Refuses: a sentence whose tree is no tree, or whose tags are not Universal Dependencies
// (one Error).
#pragma once

#include <string>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/segmentation/resources.h"
#include "analyzer/tagging/tagging.h"
#include "tools/train/parser_training.h"
#include "tools/treebank/conllu.h"
#include "tools/treebank/gold_segmentation.h"

namespace limpide {

// The tags of the treebank, as if the tagger had given them.
Result<Tagging> tagging_of(const std::vector<TreebankSentence>& sentences);

struct ParserExamples {
  std::vector<ParserExample> examples;
  std::size_t words = 0;
  std::size_t lifted = 0;  // sentences with an arc that crosses
};
Result<ParserExamples> read_parser_examples(const std::vector<TreebankSentence>& sentences,
                                            const SegmentationResources& resources);

}  // namespace limpide
