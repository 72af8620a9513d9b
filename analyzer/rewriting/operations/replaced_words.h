// The words that a replacement takes the place of, as the sentence has them: what the ways of
// replacing (replace_verb.cpp, replace_noun.cpp, replace_determiner.cpp, replace_words.cpp) ask of
// them. In: an OperationInput and the tokens. Out: edits; none where the sentence would need more.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/rewriting/operations/operation.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {

using Edits = std::vector<Edit>;

class ReplacedWords {
 public:
  ReplacedWords(const OperationInput& input, TokenRange range);

 protected:
  [[nodiscard]] const WordTag& tag(std::uint32_t word) const {
    return analysis_.tagging.words[word];
  }
  [[nodiscard]] const Arc& arc(std::uint32_t word) const { return analysis_.trees.arcs[word]; }
  [[nodiscard]] std::uint32_t token(std::uint32_t word) const {
    return token_of_word(analysis_, word);
  }
  [[nodiscard]] const std::string& lower(std::uint32_t word) const {
    return form_of_token(analysis_, token(word)).lower;
  }
  [[nodiscard]] bool is_past_participle(std::uint32_t word) const;
  [[nodiscard]] bool is_preposition(std::string_view word) const;
  // "afferentes [a]" for "lie a": said once, so cut from the text. "de" before "a" cannot be.
  [[nodiscard]] bool fits_preposition(std::string& text) const;
  [[nodiscard]] Edits literal(TokenRange range, const std::string& text) const;

  const OperationInput& input_;
  const Analysis& analysis_;
  const LanguageResources& language_;
  TokenRange range_;
  std::uint32_t head_;
};

// A verb takes the tense and person of the one it replaces, a noun its number.
[[nodiscard]] Edits replace_verb(const OperationInput& input, TokenRange range,
                                 const std::string& text);
[[nodiscard]] Edits replace_noun(const OperationInput& input, TokenRange range,
                                 const std::string& text);

// "tout" for "l'ensemble des", "ce" for "susvise": the determiner of the noun that the words are
// about. Its other forms ("tous", "cette") are for the message alone and give nothing.
[[nodiscard]] bool is_determiner(const OperationInput& input, std::string_view text);
[[nodiscard]] Edits replace_determiner(const OperationInput& input, TokenRange range,
                                       const std::string& text);

[[nodiscard]] inline std::string_view first_word(std::string_view text) {
  return text.substr(0, text.find(' '));
}
[[nodiscard]] inline std::string_view last_word(std::string_view text) {
  const std::size_t space = text.find_last_of(' ');
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

}  // namespace limpide
