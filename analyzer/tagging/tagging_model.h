// The trained model of the tagger: tags, weights, candidates, clusters, lemmas. In: a file made by
// limpide-train, memory-mapped (docs/formats/models.md), or its bytes. Out: the parts, ready to
// use. Refuses: a foreign, truncated, damaged or newer file: one Error, key error.data.foreign,
// error.data.damaged or error.data.version; bounds are checked once, here.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/lexicon/packed_file.h"
#include "analyzer/tagging/beam.h"
#include "analyzer/tagging/lemma_table.h"
#include "analyzer/tagging/sparse_rows.h"
#include "analyzer/tagging/tag_set.h"
#include "analyzer/tagging/word_facts.h"

namespace limpide {

inline constexpr PackedKind kTaggingKind{"LMPDTAGS", 1};
enum TaggingSection : std::uint32_t {
  kTaggingSettings = 10,    // u32 beam
  kTaggingTags = 11,        // u64 how many are in treebanks, then tag_code a tag
  kTaggingWeights = 12,     // SparseRows, columns of TagColumns
  kTaggingCandidates = 13,  // SparseRows, columns are tags
  kTaggingClusters = 14,    // SparseRows
  kTaggingLemmas = 15,      // LemmaTable
};

// Immutable; safe to share between threads.
class TaggingModel {
 public:
  static Result<TaggingModel> open(const std::string& path);
  static Result<TaggingModel> from_bytes(std::string bytes);  // tests, training and fuzzing

  [[nodiscard]] const TagSet& tags() const { return tags_; }
  [[nodiscard]] const std::vector<TagRole>& roles() const { return roles_; }
  [[nodiscard]] const SparseRows& weights() const { return weights_; }
  [[nodiscard]] const SparseRows& candidates() const { return candidates_; }
  [[nodiscard]] const Clusters& clusters() const { return clusters_; }
  [[nodiscard]] const LemmaTable& lemmas() const { return lemmas_; }
  [[nodiscard]] std::size_t beam() const { return beam_; }
  [[nodiscard]] std::string licence() const;

 private:
  static Result<TaggingModel> build(Result<PackedFile> file);
  [[nodiscard]] bool set_parts();

  PackedFile file_;
  TagSet tags_;
  std::vector<TagRole> roles_;
  SparseRows weights_;
  SparseRows candidates_;
  Clusters clusters_;
  LemmaTable lemmas_;
  std::size_t beam_ = 1;
};

}  // namespace limpide
