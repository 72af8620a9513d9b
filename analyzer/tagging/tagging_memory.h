// What the tagger computed before, for texts with the same words: of forms, and of pairs of them.
// In: one text after another. Out: nothing that changes a tag; the next text costs less. Refuses:
// to be shared between threads; to grow without end: past kMostForms it forgets all.
#pragma once

#include <cstddef>

#include "analyzer/tagging/form_cache.h"
#include "analyzer/tagging/score_cache.h"

namespace limpide {

class TaggingMemory {
 public:
  static constexpr std::size_t kMostForms = 4096;  // some 12 MB

  // `words`: about how many at a time. Both references outlive the memory.
  TaggingMemory(const Lexicon& lexicon, const TaggingModel& model, std::size_t words)
      : forms_(lexicon, model), scores_(words) {}

  void begin(const Segmentation& segmentation) {
    if (forms_.size() > kMostForms) {
      forms_.clear();
      scores_.clear();  // its keys are made of entries
    }
    forms_.begin(segmentation);
  }
  [[nodiscard]] FormCache& forms() { return forms_; }
  [[nodiscard]] ScoreCache& scores() { return scores_; }

 private:
  FormCache forms_;
  ScoreCache scores_;
};

}  // namespace limpide
