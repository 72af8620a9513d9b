// The lemma of a word with its tag. In: what is known of the form, the tag, the lexicon's analyses
// and the table learnt from treebanks. Out: an index into a list of distinct lemmas. Refuses:
// context beyond the tag.
//
// First what treebanks say against the rules; then the analysis of the lexicon that fits the tag
// best; then the endings of unknown words. Names and figures are their own lemma.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "analyzer/lexicon/lexicon.h"
#include "analyzer/segmentation/segmentation.h"
#include "analyzer/tagging/tagging_model.h"
#include "analyzer/tagging/word_facts.h"

namespace limpide {

// Under which key the table has the lemma of a word with a tag; its script applies to
// WordFacts::spelling.
[[nodiscard]] std::uint64_t lemma_key(const WordFacts& facts, const Tag& tag);

// `table` may be empty: training asks what the lexicon alone would say.
[[nodiscard]] std::string lemma_of_word(const Form& form, const WordFacts& facts, const Tag& tag,
                                        const Lexicon& lexicon, const LemmaTable& table);

// Remembers what it was asked: one computation a form and tag.
class Lemmatizer {
 public:
  Lemmatizer(const Segmentation& segmentation, const Lexicon& lexicon, const TaggingModel& model,
             std::vector<std::string>& lemmas);
  // `entry`: any number below 2^24 that names the form and its facts.
  std::uint32_t lemma_of(FormIndex form, const WordFacts& facts, std::uint32_t entry, TagIndex tag);

 private:
  std::uint32_t intern(std::string lemma);

  const Segmentation& segmentation_;
  const Lexicon& lexicon_;
  const TaggingModel& model_;
  std::vector<std::string>& lemmas_;
  std::unordered_map<std::string, std::uint32_t> indices_;
  struct Known {
    TagIndex tag = kNoTag;
    std::uint32_t lemma = 0;
  };
  std::vector<std::vector<Known>> known_;  // by entry; few tags each
};

}  // namespace limpide
