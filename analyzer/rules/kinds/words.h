// What several kinds ask of the tokens of a sentence. In: an Analysis and a token. Out: yes or no.
// Refuses: anything that needs a parse.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "analyzer/analysis/analysis.h"
#include "analyzer/rules/matcher.h"

namespace limpide {

[[nodiscard]] inline const Form& form_of(const Analysis& analysis, std::uint32_t token) {
  return analysis.segmentation.forms[analysis.segmentation.tokens[token].form];
}

[[nodiscard]] inline bool is_word(const Analysis& analysis, std::uint32_t token) {
  return analysis.segmentation.tokens[token].kind == TokenKind::kWord;
}

[[nodiscard]] inline bool is_plain_token(const Analysis& analysis, std::uint32_t token) {
  return analysis.protected_of_token[token] == 0 && !analysis.quoted_law_token[token];
}

// A single mark: ";" or "(".
[[nodiscard]] inline bool is_mark(const Analysis& analysis, std::uint32_t token,
                                  std::string_view mark) {
  const Token& found = analysis.segmentation.tokens[token];
  return (found.kind == TokenKind::kPunctuation || found.kind == TokenKind::kSymbol) &&
         form_of(analysis, token).key == mark;
}

// Text of tokens [first, end) as written.
[[nodiscard]] inline Span span_of(const Analysis& analysis, std::uint32_t first,
                                  std::uint32_t end) {
  const auto& tokens = analysis.segmentation.tokens;
  return {tokens[first].span.begin, tokens[end - 1].span.end};
}

[[nodiscard]] inline std::string written(const Analysis& analysis, Span span) {
  return std::string(slice(analysis.document->text, span));
}

// Is the form, its lemma or another form of its lemma among the `most` usual words of everyday
// French?
[[nodiscard]] bool is_familiar(const LanguageResources& language, const Form& form,
                               std::uint32_t most);

// A word of the language and no name nor word of grammar alone.
[[nodiscard]] inline bool is_common_word(const LexicalTraits& traits) {
  return !traits.proper_noun && (traits.may_be(Upos::kNoun) || traits.may_be(Upos::kAdj) ||
                                 traits.may_be(Upos::kVerb) || traits.may_be(Upos::kAdv));
}

// A form that is surely a conjugated verb: "sera", "envoyez"; not "porte", which is a noun too.
[[nodiscard]] bool is_clear_verb(const Analysis& analysis, std::uint32_t token);

// Does the word look like a name: a capital inside a sentence, next to another name, or only known
// to the lexicon as one?
[[nodiscard]] bool is_probably_name(const Analysis& analysis, std::uint32_t token);

}  // namespace limpide
