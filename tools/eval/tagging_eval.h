// How well the tagger does on the gold tokens of a treebank. In: sentences, resources, a model.
// Out: counts. Refuses: a treebank whose tags are not Universal Dependencies (one Error).
//
// Every figure is over syntactic words, punctuation included.
// - UPOS: as the treebank has it.
// - features: one figure a feature over the words where gold or tagger state it, right when both
//   state the same value; "all" is over all words, all twelve features right. The gold is
//   normalised first (tools/treebank/normalise.h), since the treebanks contradict each other.
// - verb morphology: words whose gold UPOS is VERB or AUX; right when UPOS, VerbForm, Mood, Tense,
//   Person and, of finite forms, Number are those of the treebank.
// - lemma: as the treebank has it, small and capital letters told apart; "content" is over words
//   whose gold UPOS is NOUN, VERB, ADJ or ADV. Words whose gold lemma is "_" (or has one inside,
//   a multiword unit) while the form has not are left out of both.
// - unknown: words whose form in small letters is not in the lexicon, PUNCT, SYM and NUM left out.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/segmentation/resources.h"
#include "analyzer/tagging/tagging_model.h"
#include "tools/treebank/conllu.h"

namespace limpide {

struct Accuracy {
  std::size_t right = 0;
  std::size_t all = 0;
  void count(bool is_right) {
    ++all;
    if (is_right) ++right;
  }
  [[nodiscard]] double share() const {
    return all == 0 ? 0.0 : static_cast<double>(right) / static_cast<double>(all);
  }
};

struct TaggingScores {
  Accuracy upos;
  std::map<std::string, Accuracy> features;  // by name; "all"
  Accuracy verbs;
  Accuracy lemma;
  Accuracy content_lemma;
  Accuracy unknown_upos;
  Accuracy unknown_lemma;
  std::map<std::pair<std::string, std::string>, std::size_t> confusions;  // gold, found UPOS
  std::vector<std::string> misses;  // for people: kind, form, gold, found, surroundings
};

Result<TaggingScores> evaluate_tagging(const std::vector<TreebankSentence>& sentences,
                                       const SegmentationResources& resources,
                                       const TaggingModel& model);

}  // namespace limpide
