#include "analyzer/metrics/metrics.h"

#include "analyzer/lexicon/syllables.h"

namespace limpide {
namespace {

constexpr std::uint16_t kLixLetters = 6;

// "l'" and "-t-il" belong to the word they lean on.
bool leans_on_neighbour(const Form& form) {
  return form.key.size() > 1 && (form.key.back() == '\'' || form.key.front() == '-');
}

bool counts_as_word(const Segmentation& segmentation, const Token& token) {
  if (token.kind == TokenKind::kNumber) return true;
  return token.kind == TokenKind::kWord && !leans_on_neighbour(segmentation.forms[token.form]);
}

}  // namespace

bool is_prose(Role role) { return role == Role::kBody || role == Role::kListItem; }

std::uint32_t count_words(const Segmentation& segmentation, std::uint32_t first_token,
                          std::uint32_t token_end) {
  std::uint32_t words = 0;
  for (std::uint32_t i = first_token; i < token_end; ++i) {
    if (counts_as_word(segmentation, segmentation.tokens[i])) ++words;
  }
  return words;
}

Metrics measure(const Segmentation& segmentation, const Structure& structure) {
  Metrics metrics;
  metrics.sentence_words.reserve(segmentation.sentences.size());
  constexpr std::uint16_t kNotCounted = 0xFFFF;
  std::vector<std::uint16_t> syllables(segmentation.forms.size(), kNotCounted);
  for (const Sentence& sentence : segmentation.sentences) {
    const std::uint32_t words = count_words(segmentation, sentence.first_token, sentence.token_end);
    metrics.sentence_words.push_back(words);
    const bool judged =
        is_prose(structure.blocks[sentence.block].role) && structure.blocks[sentence.block].judged;
    if (!judged || words == 0) continue;
    ++metrics.sentences;
    metrics.words += words;
    for (std::uint32_t i = sentence.first_token; i < sentence.token_end; ++i) {
      const Token& token = segmentation.tokens[i];
      if (token.kind != TokenKind::kWord) continue;
      const Form& form = segmentation.forms[token.form];
      if (form.letters > kLixLetters) ++metrics.long_words;
      std::uint16_t& count = syllables[token.form];
      if (count == kNotCounted) count = static_cast<std::uint16_t>(count_syllables(form.lower));
      metrics.syllables += count;
    }
  }
  if (metrics.sentences == 0 || metrics.words == 0) return metrics;
  const double words = metrics.words;
  metrics.words_per_sentence = words / metrics.sentences;
  metrics.flesch_kandel_moles =
      207.0 - 1.015 * metrics.words_per_sentence - 73.6 * metrics.syllables / words;
  metrics.lix = metrics.words_per_sentence + 100.0 * metrics.long_words / words;
  return metrics;
}

}  // namespace limpide
