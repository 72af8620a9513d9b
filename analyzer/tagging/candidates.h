// Which tags a word may have. In: what is known of its form, and tables learnt from treebanks. Out:
// a short list of tags, never empty. Refuses: choosing among them.
#pragma once

#include <cstdint>
#include <vector>

#include "analyzer/tagging/sparse_rows.h"
#include "analyzer/tagging/tag_set.h"
#include "analyzer/tagging/word_facts.h"

namespace limpide {

// Rows of the table of candidates: column = tag, weight = how often it was seen, 127 at most.
inline constexpr std::uint64_t kFormCandidates = 1;    // + Property::kLower
inline constexpr std::uint64_t kClassCandidates = 2;   // + Property::kClass
inline constexpr std::uint64_t kSuffixCandidates = 3;  // + kSuffix3, kCoarse: unknown words
inline constexpr std::uint64_t kShapeCandidates = 4;   // + Property::kShape: unknown words
inline constexpr std::uint64_t kCoarseCandidates = 5;  // + Property::kCoarse
inline constexpr std::uint64_t kOpenCandidates = 6;    // one row: tags of open classes
inline constexpr std::uint64_t kNameCandidates = 7;    // one row: tags of proper nouns

struct CandidateKeys {
  std::uint64_t form = 0;
  std::uint64_t exact_class = 0;
  std::uint64_t suffix = 0;
  std::uint64_t shape = 0;
  std::uint64_t coarse = 0;
};
[[nodiscard]] CandidateKeys candidate_keys(const Properties& properties);

[[nodiscard]] std::vector<TagIndex> candidate_tags(const WordFacts& facts, const TagSet& tags,
                                                   const SparseRows& table);

}  // namespace limpide
