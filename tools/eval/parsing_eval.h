// How well the parser does on a treebank. In: sentences, resources, the models. Out: counts.
// Refuses: a tree that is none, relations that are not Universal Dependencies, a text that differs
// from its tokens (one Error).
//
// As in CoNLL 2018, punctuation counts, and a relation is right without its subtype. UAS: words
// with the right head. LAS: and the right relation. With subtypes: the same with "nsubj:pass" and
// "nsubj" told apart. Per relation (with its subtype): found and gold words of it, right with their
// head. Gold tokens: the treebank's words and sentences, tagged by the tagger. Raw text: everything
// is ours; words are aligned by their characters, and a head is right when the words aligned are.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/parsing/parser.h"
#include "analyzer/segmentation/resources.h"
#include "tools/eval/segmentation_eval.h"
#include "tools/treebank/conllu.h"

namespace limpide {

struct ParsingModels {
  const TaggingModel* tagging = nullptr;
  const ParsingModel* parsing = nullptr;
};

struct ParsingScores {
  MatchCount upos;
  MatchCount uas;
  MatchCount las;
  MatchCount las_subtypes;
  std::map<std::string, MatchCount> relations;
  std::vector<std::string> misses;  // for people: word, gold arc, found arc, sentence
};

// From gold tokens.
Result<ParsingScores> evaluate_parsing(const std::vector<TreebankSentence>& sentences,
                                       const SegmentationResources& resources,
                                       const ParsingModels& models);
// From raw text; no misses.
Result<ParsingScores> evaluate_raw_parsing(const std::vector<TreebankSentence>& sentences,
                                           const SegmentationResources& resources,
                                           const ParsingModels& models);

}  // namespace limpide
