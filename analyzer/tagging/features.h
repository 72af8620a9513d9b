// The features of the tagger: THE TABLE. In: properties of the words around a word, and what was
// decided for the words before it. Out: hashes, one a template; the model holds a row of weights
// for each that paid (sparse_rows.h). Refuses: anything but whole numbers, so that training and
// tagging agree on every machine.
//
// To add a feature: add a line to a table below, train again (docs/formats/models.md). The place of
// a line in its table is part of the hash: adding at the end leaves the others as they were.
#pragma once

#include <array>
#include <cstdint>

#include "analyzer/tagging/sparse_rows.h"
#include "analyzer/tagging/tag_set.h"

namespace limpide {

// What is known of a written form before any tag (word_facts.h computes it, once a form).
enum class Property : std::uint8_t {
  kForm,     // as written, figures as 0
  kLower,    // in small letters, with the accents that capitals lack
  kSuffix1,  // last letter ... last five
  kSuffix2,
  kSuffix3,
  kSuffix4,
  kSuffix5,
  kPrefix1,  // first letter ... first three
  kPrefix2,
  kPrefix3,
  kShape,    // casing, figures, marks, length in classes
  kClass,    // the exact set of tags that the lexicon gives it
  kCoarse,   // the parts of speech among them, verb forms, number
  kCluster,  // class of words used alike (from raw text)
  kWideCluster,
  kCount,
};
inline constexpr std::size_t kPropertyCount = static_cast<std::size_t>(Property::kCount);
using Properties = std::array<std::uint64_t, kPropertyCount>;

// What was decided before the word.
enum class Past : std::uint8_t {
  kTag1,  // tag of the word before
  kTag2,  // and of the one before that
  kUpos1,
  kUpos2,
  kAux,        // form of the last auxiliary, no more than six words back
  kAuxNear,    // the same, with the distance
  kAgreement,  // gender and number of the last noun, pronoun or determiner
  kCount,
};
inline constexpr std::size_t kPastCount = static_cast<std::size_t>(Past::kCount);
using PastValues = std::array<std::uint64_t, kPastCount>;

struct FeaturePart {
  int offset = 0;  // words from the word that is tagged
  Property property = Property::kLower;
};
struct OwnTemplate {
  unsigned count = 0;
  std::array<Property, 2> properties{};
};
struct NearTemplate {
  unsigned count = 0;
  std::array<FeaturePart, 3> parts{};
};
struct PastTemplate {
  unsigned part_count = 0;
  std::array<FeaturePart, 2> parts{};
  unsigned past_count = 0;
  std::array<Past, 2> past{};
};

// 1. Of the form alone: summed once for each distinct form of a document. The tags that the
// lexicon gives the form are features of this kind too, one each (kLexicalTagSeed).
inline constexpr std::array<OwnTemplate, 21> kOwnTemplates = {{
    {1, {Property::kForm}},
    {1, {Property::kLower}},
    {1, {Property::kSuffix1}},
    {1, {Property::kSuffix2}},
    {1, {Property::kSuffix3}},
    {1, {Property::kSuffix4}},
    {1, {Property::kSuffix5}},
    {1, {Property::kPrefix1}},
    {1, {Property::kPrefix2}},
    {1, {Property::kPrefix3}},
    {1, {Property::kShape}},
    {1, {Property::kClass}},
    {1, {Property::kCoarse}},
    {2, {Property::kClass, Property::kShape}},
    {2, {Property::kSuffix3, Property::kShape}},
    {2, {Property::kSuffix2, Property::kCoarse}},
    {2, {Property::kCoarse, Property::kShape}},
    {1, {Property::kCluster}},
    {1, {Property::kWideCluster}},
    {2, {Property::kCluster, Property::kClass}},
    {2, {Property::kWideCluster, Property::kSuffix3}},
}};

// 2. Of one neighbour: its row is looked up once for each distinct form.
inline constexpr std::array<FeaturePart, 22> kNeighbourTemplates = {{
    {-1, Property::kLower},   {1, Property::kLower},    {-2, Property::kLower},
    {2, Property::kLower},    {-1, Property::kClass},   {1, Property::kClass},
    {-2, Property::kClass},   {2, Property::kClass},    {-1, Property::kCoarse},
    {1, Property::kCoarse},   {-2, Property::kCoarse},  {2, Property::kCoarse},
    {-1, Property::kSuffix3}, {1, Property::kSuffix3},  {-1, Property::kShape},
    {1, Property::kShape},    {-1, Property::kCluster}, {1, Property::kCluster},
    {-2, Property::kCluster}, {2, Property::kCluster},  {-1, Property::kSuffix2},
    {1, Property::kSuffix2},
}};

// 3. Of several words together.
inline constexpr std::array<NearTemplate, 22> kNearTemplates = {{
    {2, {{{-1, Property::kLower}, {0, Property::kLower}}}},
    {2, {{{0, Property::kLower}, {1, Property::kLower}}}},
    {2, {{{-1, Property::kLower}, {0, Property::kClass}}}},
    {2, {{{0, Property::kClass}, {1, Property::kLower}}}},
    {2, {{{-1, Property::kClass}, {0, Property::kClass}}}},
    {2, {{{0, Property::kClass}, {1, Property::kClass}}}},
    {3, {{{-1, Property::kCoarse}, {0, Property::kCoarse}, {1, Property::kCoarse}}}},
    {3, {{{0, Property::kCoarse}, {1, Property::kCoarse}, {2, Property::kCoarse}}}},
    {3, {{{-2, Property::kCoarse}, {-1, Property::kCoarse}, {0, Property::kCoarse}}}},
    {2, {{{-1, Property::kLower}, {0, Property::kSuffix3}}}},
    {2, {{{0, Property::kSuffix3}, {1, Property::kCoarse}}}},
    {2, {{{-1, Property::kLower}, {1, Property::kLower}}}},
    {3, {{{-1, Property::kLower}, {0, Property::kCoarse}, {1, Property::kCoarse}}}},
    {3, {{{-2, Property::kLower}, {-1, Property::kLower}, {0, Property::kCoarse}}}},
    {3, {{{0, Property::kCoarse}, {1, Property::kLower}, {2, Property::kLower}}}},
    {2, {{{-1, Property::kShape}, {0, Property::kShape}}}},
    {2, {{{0, Property::kShape}, {1, Property::kShape}}}},
    {2, {{{-1, Property::kCoarse}, {0, Property::kShape}}}},
    {2, {{{-1, Property::kCluster}, {0, Property::kCluster}}}},
    {2, {{{0, Property::kCluster}, {1, Property::kCluster}}}},
    {2, {{{-1, Property::kCluster}, {1, Property::kCluster}}}},
    {3, {{{-1, Property::kCoarse}, {0, Property::kClass}, {1, Property::kCoarse}}}},
}};

// 4. Of what was decided before, with words: looked up for each path of the beam.
inline constexpr std::array<PastTemplate, 18> kPastTemplates = {{
    {0, {}, 1, {Past::kTag1}},
    {0, {}, 2, {Past::kTag1, Past::kTag2}},
    {1, {{{0, Property::kLower}}}, 1, {Past::kTag1}},
    {1, {{{0, Property::kClass}}}, 1, {Past::kUpos1}},
    {1, {{{0, Property::kClass}}}, 1, {Past::kTag1}},
    {2, {{{0, Property::kCoarse}, {1, Property::kCoarse}}}, 1, {Past::kUpos1}},
    {1, {{{1, Property::kLower}}}, 1, {Past::kUpos1}},
    {1, {{{0, Property::kSuffix3}}}, 1, {Past::kUpos1}},
    {1, {{{0, Property::kCoarse}}}, 2, {Past::kUpos1, Past::kUpos2}},
    {0, {}, 1, {Past::kTag2}},
    {1, {{{0, Property::kCoarse}}}, 1, {Past::kAux}},
    {1, {{{0, Property::kCoarse}}}, 1, {Past::kAuxNear}},
    {1, {{{0, Property::kCoarse}}}, 2, {Past::kAux, Past::kUpos1}},
    {1, {{{0, Property::kClass}}}, 1, {Past::kAgreement}},
    {1, {{{0, Property::kCoarse}}}, 2, {Past::kAgreement, Past::kUpos1}},
    {1, {{{0, Property::kShape}}}, 1, {Past::kTag1}},
    {1, {{{0, Property::kCluster}}}, 1, {Past::kUpos1}},
    {2, {{{0, Property::kClass}, {1, Property::kCoarse}}}, 1, {Past::kUpos1}},
}};

// The first number of a hash tells the tables apart.
inline constexpr std::uint64_t kOwnSeed = 1;
inline constexpr std::uint64_t kNeighbourSeed = 2;
inline constexpr std::uint64_t kNearSeed = 3;
inline constexpr std::uint64_t kPastSeed = 4;
inline constexpr std::uint64_t kLexicalTagSeed = 5;

// Which words and decisions a template looks at, so that scores can be kept for words that meet
// again (sentence_scorer.h).
enum class Reach : std::uint8_t {
  kPairBefore,  // the word and the one before
  kPairAfter,   // the word and the one after
  kWider,
  kTags,       // the word and the last two tags
  kNextWord,   // the word, the one after, the last part of speech
  kAuxiliary,  // the word, auxiliary, agreement, the last part of speech
};
[[nodiscard]] constexpr Reach reach_of(const NearTemplate& item) {
  int lowest = 0;
  int highest = 0;
  for (unsigned i = 0; i < item.count; ++i) {
    lowest = item.parts[i].offset < lowest ? item.parts[i].offset : lowest;
    highest = item.parts[i].offset > highest ? item.parts[i].offset : highest;
  }
  if (lowest >= -1 && highest == 0) return Reach::kPairBefore;
  return lowest == 0 && highest == 1 ? Reach::kPairAfter : Reach::kWider;
}
[[nodiscard]] constexpr Reach reach_of(const PastTemplate& item) {
  bool next = false;
  for (unsigned i = 0; i < item.part_count; ++i) next = next || item.parts[i].offset == 1;
  if (next) return Reach::kNextWord;
  for (unsigned i = 0; i < item.past_count; ++i) {
    if (item.past[i] > Past::kUpos2) return Reach::kAuxiliary;
  }
  return Reach::kTags;
}

// Words around the one that is tagged, from two before to two after.
using Window = std::array<const Properties*, 5>;

[[nodiscard]] inline std::uint64_t value_of(const Window& window, const FeaturePart& part) {
  const int place = part.offset + 2;
  return (*window[static_cast<std::size_t>(place)])[static_cast<std::size_t>(part.property)];
}
[[nodiscard]] inline std::uint64_t own_feature(std::size_t index, const Properties& word) {
  std::uint64_t hash = feature_hash(kOwnSeed, index);
  for (unsigned i = 0; i < kOwnTemplates[index].count; ++i) {
    hash = mix_feature(hash, word[static_cast<std::size_t>(kOwnTemplates[index].properties[i])]);
  }
  return hash;
}
// `word` is the neighbour.
[[nodiscard]] inline std::uint64_t neighbour_feature(std::size_t index, const Properties& word) {
  return feature_hash(kNeighbourSeed, index,
                      word[static_cast<std::size_t>(kNeighbourTemplates[index].property)]);
}
[[nodiscard]] inline std::uint64_t near_feature(std::size_t index, const Window& window) {
  std::uint64_t hash = feature_hash(kNearSeed, index);
  for (unsigned i = 0; i < kNearTemplates[index].count; ++i) {
    hash = mix_feature(hash, value_of(window, kNearTemplates[index].parts[i]));
  }
  return hash;
}
// The part of the hash that every path shares ...
[[nodiscard]] inline std::uint64_t past_prefix(std::size_t index, const Window& window) {
  std::uint64_t hash = feature_hash(kPastSeed, index);
  for (unsigned i = 0; i < kPastTemplates[index].part_count; ++i) {
    hash = mix_feature(hash, value_of(window, kPastTemplates[index].parts[i]));
  }
  return hash;
}
// ... and the whole.
[[nodiscard]] inline std::uint64_t past_feature(std::size_t index, std::uint64_t prefix,
                                                const PastValues& past) {
  for (unsigned i = 0; i < kPastTemplates[index].past_count; ++i) {
    prefix = mix_feature(prefix, past[static_cast<std::size_t>(kPastTemplates[index].past[i])]);
  }
  return prefix;
}

}  // namespace limpide
