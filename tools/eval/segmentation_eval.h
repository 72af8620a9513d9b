// How well the segmentation finds the tokens, words and sentences of a treebank from its raw text.
// In: treebank sentences and the resources. Out: counts for F1 by spans of characters, as the
// CoNLL 2018 shared task counts. Refuses: a treebank whose tokens are not its text (one Error).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/segmentation/resources.h"
#include "tools/treebank/conllu.h"

namespace limpide {

struct MatchCount {
  std::size_t gold = 0;
  std::size_t found = 0;
  std::size_t right = 0;
  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
};

struct SegmentationScores {
  MatchCount tokens;
  MatchCount words;
  MatchCount sentences;
  std::vector<std::string> misses;  // "- gold  + found" with their surroundings, for people
};

Result<SegmentationScores> evaluate_segmentation(const std::vector<TreebankSentence>& sentences,
                                                 const SegmentationResources& resources);

}  // namespace limpide
