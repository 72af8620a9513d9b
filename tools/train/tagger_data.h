// Everything of the tagger's training that does not change while it learns. In: sentences of
// treebanks. Out: their words with facts, candidates and features by number. Refuses: a sentence
// whose tags are not Universal Dependencies (one Error).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/segmentation/resources.h"
#include "analyzer/tagging/beam.h"
#include "analyzer/tagging/word_facts.h"
#include "tools/train/perceptron.h"
#include "tools/treebank/conllu.h"
#include "tools/treebank/gold_segmentation.h"
#include "tools/treebank/normalise.h"

namespace limpide {

// A form as the tagger meets it: once with capitals that count, once in a sentence of capitals.
struct TrainingForm {
  FormIndex form = 0;
  WordFacts facts;
  std::vector<TagIndex> candidates;
  std::vector<std::uint32_t> own_features;
};

struct TrainingWord {
  std::uint32_t form = 0;               // into TaggerData::forms
  TagIndex tag = 0;                     // gold
  std::vector<TagIndex> candidates;     // empty: those of the form; else with the gold tag added
  std::vector<std::uint32_t> features;  // of neighbours and several words
  std::array<std::uint64_t, kPastTemplates.size()> past_prefixes{};
};

struct TrainingSentence {
  std::uint32_t first = 0;  // into TaggerData::words
  std::uint32_t end = 0;
};

struct TaggerData {
  GoldSegmentation gold;
  std::vector<std::vector<GoldWord>> gold_words;  // by sentence
  TagSet tags;
  std::string candidate_section;  // SparseRows
  std::vector<TrainingForm> forms;
  std::vector<TrainingWord> words;
  std::vector<TrainingSentence> sentences;
  FeatureIndex features;  // those that occur min_count times
  std::uint32_t min_count = 5;
  std::size_t missing = 0;  // words whose gold tag was no candidate

  [[nodiscard]] const std::vector<TagIndex>& candidates(std::uint32_t word) const {
    const std::vector<TagIndex>& own = words[word].candidates;
    return own.empty() ? forms[words[word].form].candidates : own;
  }
};

Result<std::unique_ptr<TaggerData>> make_tagger_data(const std::vector<TreebankSentence>& sentences,
                                                     const SegmentationResources& resources,
                                                     const Clusters& clusters,
                                                     std::uint32_t min_count);

}  // namespace limpide
