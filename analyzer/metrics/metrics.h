// Counts and readability measures, computed once. In: Segmentation, Structure, syllable
// counts. Out: figures by sentence and for the document. Refuses: judgement and thresholds (rules)
// and a score (scoring).
#pragma once

#include <cstdint>
#include <vector>

#include "analyzer/segmentation/segmentation.h"
#include "analyzer/structure/structure.h"

namespace limpide {

struct Metrics {
  // By sentence. A word is what a reader counts: "l'allocation" and "a-t-il" are one, "rendez-vous"
  // is one, a number is one.
  std::vector<std::uint32_t> sentence_words;

  // Over the prose that is judged: body and list items.
  std::uint32_t sentences = 0;
  std::uint32_t words = 0;
  std::uint32_t syllables = 0;
  std::uint32_t long_words = 0;  // more than 6 letters (LIX)

  double words_per_sentence = 0;  // 0 where there is no sentence
  // 207 - 1.015 words/sentence - 73.6 syllables/word: Kandel and Moles 1958.
  double flesch_kandel_moles = 0;
  // words/sentence + 100 long words/words: Bjornsson 1968.
  double lix = 0;
};

// Words a reader counts in a range of tokens.
[[nodiscard]] std::uint32_t count_words(const Segmentation& segmentation, std::uint32_t first_token,
                                        std::uint32_t token_end);

[[nodiscard]] Metrics measure(const Segmentation& segmentation, const Structure& structure);

// Roles whose sentences are prose: figures are taken over them, and most rules judge only them.
[[nodiscard]] bool is_prose(Role role);

}  // namespace limpide
