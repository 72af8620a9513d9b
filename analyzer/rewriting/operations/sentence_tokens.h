// The sentence that an operation works in, token by token. In: an OperationInput whose range lies
// in one sentence. Out: what its tokens are; nothing behind its end. Refuses: to change anything.
#pragma once

#include <cstdint>
#include <string>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/operations/operation.h"

namespace limpide {

class SentenceTokens {
 public:
  explicit SentenceTokens(const OperationInput& input)
      : input_(input),
        analysis_(input.analysis),
        table_(input.resources.formulas),
        sentence_(
            analysis_.segmentation.sentences[analysis_.sentence_of_token[input.range.first]]) {}

 protected:
  [[nodiscard]] const std::string& lower(std::uint32_t token) const {
    return form_of_token(analysis_, token).lower;
  }
  [[nodiscard]] const std::string& key(std::uint32_t token) const {
    return form_of_token(analysis_, token).key;
  }
  [[nodiscard]] Span span_of(std::uint32_t token) const {
    return analysis_.segmentation.tokens[token].span;
  }
  // As written, from the first token to the one before the end.
  [[nodiscard]] std::string words(std::uint32_t first, std::uint32_t end) const {
    return std::string(
        slice(analysis_.document->text, {span_of(first).begin, span_of(end - 1).end}));
  }
  [[nodiscard]] bool is_word(std::uint32_t token) const {
    return token < sentence_.token_end &&
           analysis_.segmentation.tokens[token].kind == TokenKind::kWord;
  }
  [[nodiscard]] bool is_de(std::uint32_t token) const {
    return is_word(token) && (lower(token) == "de" || lower(token) == "d'");
  }
  // The first of its syntactic words: "de" of "du".
  [[nodiscard]] std::uint32_t word_of(std::uint32_t token) const {
    return analysis_.segmentation.tokens[token].first_word;
  }
  [[nodiscard]] const WordTag& tag(std::uint32_t token) const {
    return analysis_.tagging.words[word_of(token)];
  }
  [[nodiscard]] const std::string& lemma(std::uint32_t token) const {
    return lemma_of(analysis_, word_of(token));
  }
  // With a capital where that token has one.
  [[nodiscard]] std::string cased(std::uint32_t first, const std::string& text) const {
    return starts_with_capital(analysis_, first) ? capitalized(text) : text;
  }

  const OperationInput& input_;
  const Analysis& analysis_;
  const FormulaTable& table_;
  const Sentence& sentence_;
};

}  // namespace limpide
