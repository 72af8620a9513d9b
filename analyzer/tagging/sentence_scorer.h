// Scores of the candidates of one sentence, from the rows of the model: the Scorer of beam.h at run
// time. In: a sentence of a Segmentation, the FormCache. Out: scores. Refuses: the search.
//
// What words say alone and to their neighbours comes ready from the FormCache; what two words or a
// word and the tags before it say together is kept in a ScoreCache; the rest is looked up.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analyzer/tagging/beam.h"
#include "analyzer/tagging/form_cache.h"
#include "analyzer/tagging/score_cache.h"
#include "analyzer/tagging/tagging_model.h"

namespace limpide {

class SentenceScorer {
 public:
  SentenceScorer(FormCache& forms, ScoreCache& scores, const TaggingModel& model);

  // Words are numbered from the first of the sentence.
  void start(const Segmentation& segmentation, std::uint32_t first_word, std::uint32_t word_end);
  [[nodiscard]] std::uint32_t entry_of(std::uint32_t word) const { return entries_[word + 2]; }

  [[nodiscard]] std::span<const TagIndex> candidates(std::uint32_t word) const {
    return forms_.candidates(entry(word));
  }
  void static_scores(std::uint32_t word, CandidateScores& out);
  void past_scores(std::uint32_t word, const PathState& state, CandidateScores& out);

 private:
  [[nodiscard]] const FormEntry& entry(std::uint32_t word) const {
    return forms_.entry(entries_[word + 2]);
  }
  void set_window(std::uint32_t word);
  [[nodiscard]] const ColumnScores& neighbour(std::uint32_t word, int offset) const;
  void add_rows(std::span<const std::uint64_t> hashes, ColumnScores& columns) const;
  void near_scores(Reach reach, ColumnScores& columns) const;
  void past_scores(Reach reach, const PastValues& values, ColumnScores& columns) const;
  template <typename Use>
  void sum_columns(std::uint32_t word, const ColumnScores& scores, const Use& use) const;

  FormCache& forms_;
  const TaggingModel& model_;
  ScoreCache& scores_;
  NeighbourScores boundary_;
  std::vector<std::uint32_t> entries_;  // two of the boundary, the words, two of the boundary
  Window window_{};
};

}  // namespace limpide
