// What is known of a written form before any tag: the properties that features are made of. In: a
// form of a Segmentation, the lexicon, the clusters of the model. Out: whole numbers. Refuses: the
// sentence around it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/lexicon/lexicon.h"
#include "analyzer/segmentation/segmentation.h"
#include "analyzer/tagging/features.h"

namespace limpide {

struct WordFacts {
  Properties properties{};
  std::vector<LexicalAnalysis> analyses;  // of the lexicon; of the last part of a compound
  bool known = false;                     // the lexicon has the form itself
  bool capital = false;                   // starts with a capital
  bool figures = false;                   // has a figure
  bool acronym = false;                   // capitals inside, and not a word of the lexicon
  std::string lower;                      // in small letters, with the accents that capitals lack
  // What its lemma is made of: the word as it is written when it is in capitals of its own ("PAS"
  // is not "pas") or a single capital, else as `lower`.
  std::string spelling;
  bool own_capitals = false;
};

// Classes of words used alike, learnt from raw text: the word as Property::kLower has it -> a class
// and a class of classes, from 1; 0 when the word is in none. A row has three columns: 0 and 1 for
// the digits of the class, 2 for the class of classes.
inline constexpr std::uint32_t kFineClustersAtMost = 10000;
inline constexpr std::uint32_t kWideClustersAtMost = 100;
struct Cluster {
  std::uint32_t fine = 0;
  std::uint32_t wide = 0;
};
struct Clusters {
  SparseRows rows;
  [[nodiscard]] Cluster of(std::uint64_t lower) const;
};
[[nodiscard]] std::uint64_t cluster_key(std::uint64_t lower);

// What Property::kLower hashes: small letters, the accents that capitals lack, figures as 0.
[[nodiscard]] std::string cluster_word(const Form& form, const Lexicon& lexicon);

// `in_capitals`: the sentence is written in capitals, which then say nothing of the word.
[[nodiscard]] WordFacts describe_word(const Form& form, const Lexicon& lexicon,
                                      const Clusters& clusters, bool in_capitals);
// What stands before the first and after the last word of a sentence.
[[nodiscard]] const Properties& boundary_properties();

}  // namespace limpide
