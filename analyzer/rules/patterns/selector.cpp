#include "analyzer/rules/patterns/selector.h"

namespace limpide {

WordRange words_of_sentence(const Analysis& analysis, std::uint32_t sentence) {
  const Segmentation& cut = analysis.segmentation;
  const Sentence& found = cut.sentences[sentence];
  const auto first_of = [&cut](std::uint32_t token) {
    return token < cut.tokens.size() ? cut.tokens[token].first_word
                                     : static_cast<std::uint32_t>(cut.words.size());
  };
  return {first_of(found.first_token), first_of(found.token_end)};
}

std::uint32_t sentence_of_word(const Analysis& analysis, WordIndex word) {
  return analysis.sentence_of_token[analysis.segmentation.words[word].token];
}

Span span_of_words(const Analysis& analysis, WordRange words) {
  const Segmentation& cut = analysis.segmentation;
  if (words.first >= words.end) return {};
  return {cut.tokens[cut.words[words.first].token].span.begin,
          cut.tokens[cut.words[words.end - 1].token].span.end};
}

std::string_view lemma_of(const Analysis& analysis, WordIndex word) {
  if (word >= analysis.tagging.words.size()) return {};
  return analysis.tagging.lemmas[analysis.tagging.words[word].lemma];
}

}  // namespace limpide
