// One document as the finders of facts read it, and the sentence at hand. In: the earlier layers
// and the lists. Out: what a token is, which phrases start or end at it. Refuses: nothing; all
// answers take constant time, no look leaves the sentence.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/facts/facts.h"

namespace limpide {

inline constexpr std::uint32_t kNoToken = 0xFFFFFFFF;

struct FactText {
  const FactInput& input;
  const FactResources& resources;
  std::vector<const FactWord*> entries;     // one a form, null when no phrase starts with it
  std::vector<std::uint32_t> protected_at;  // one a token: index + 1 into protected_spans, 0: none
  std::vector<ClauseIndex> opened_at;       // one a token: the clause that it introduces
  std::vector<WordIndex> denied;            // one a negation: the meaning of its verb group
  std::vector<std::uint8_t> negated;        // one a word: "ne ... pas" stands before this verb

  [[nodiscard]] const Segmentation& cut() const { return input.segmentation; }
  [[nodiscard]] const Token& token(std::uint32_t i) const { return cut().tokens[i]; }
  [[nodiscard]] const Form& form(std::uint32_t i) const { return cut().forms[token(i).form]; }
  [[nodiscard]] std::string_view lower(std::uint32_t i) const { return form(i).lower; }
  [[nodiscard]] std::string_view key(std::uint32_t i) const { return form(i).key; }
  [[nodiscard]] bool has(std::uint32_t i, FactRole role) const {
    const FactWord* entry = entries[token(i).form];
    return entry != nullptr && (entry->roles & bit_of(role)) != 0;
  }
  [[nodiscard]] bool is_number(std::uint32_t i) const {
    return token(i).kind == TokenKind::kNumber;
  }
  [[nodiscard]] bool is_capital(std::uint32_t i) const {
    const Casing casing = form(i).casing;
    return casing == Casing::kCapitalized || casing == Casing::kUpper || casing == Casing::kMixed;
  }
  // Is the lemma of the word listed with that role? False of kNoWord.
  [[nodiscard]] bool lemma_has(WordIndex word, FactRole role) const;
  // Of the first word of the token.
  [[nodiscard]] const WordTag& tag(std::uint32_t i) const {
    return input.tagging.words[token(i).first_word];
  }
  [[nodiscard]] Upos upos(std::uint32_t i) const { return tag(i).upos; }
  [[nodiscard]] std::string_view lemma(std::uint32_t i) const {
    return input.tagging.lemmas[tag(i).lemma];
  }
  [[nodiscard]] const ProtectedSpan* unit(std::uint32_t i) const {  // null when there is none
    const std::uint32_t index = protected_at[i];
    return index == 0 ? nullptr : &cut().protected_spans[index - 1];
  }
  [[nodiscard]] bool in_unit(std::uint32_t i, ProtectedKind kind) const {
    return unit(i) != nullptr && unit(i)->kind == kind;
  }
  [[nodiscard]] std::uint32_t token_of(WordIndex word) const { return cut().words[word].token; }
};

// REQUIRES: the input outlives the value.
[[nodiscard]] FactText make_fact_text(const FactInput& input, const FactResources& resources);

// A phrase over tokens. `phrase` is null when nothing was found.
struct PhraseMatch {
  const FactPhrase* phrase = nullptr;
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  explicit operator bool() const { return phrase != nullptr; }
};
// The longest phrase of that role that starts at i and ends at or before `end`.
[[nodiscard]] PhraseMatch phrase_at(const FactText& text, std::uint32_t i, std::uint32_t end,
                                    FactRole role);
// The longest phrase of that role that ends right before `end` and starts at or after `first`.
[[nodiscard]] PhraseMatch phrase_before(const FactText& text, std::uint32_t first,
                                        std::uint32_t end, FactRole role);

// A date, duration or amount of the sentence, for the finders that build on it.
struct FoundUnit {
  FactKind kind = FactKind::kDate;
  std::uint32_t first = 0;  // tokens
  std::uint32_t end = 0;    // of a deadline: with its starting point
  std::uint32_t fact = 0;   // into Scan::facts
};

struct Scan {
  std::uint32_t sentence = 0;
  std::uint32_t first = 0;  // tokens of the sentence
  std::uint32_t end = 0;
  std::vector<std::uint8_t>& taken;  // one a token of the document: inside a fact with a value
  std::vector<Fact>& facts;
  std::vector<FoundUnit> units;

  Fact& add(const FactText& text, FactKind kind, std::uint32_t first_token,
            std::uint32_t token_end);
  void take(std::uint32_t first_token, std::uint32_t token_end);
};
[[nodiscard]] Span span_of(const FactText& text, std::uint32_t first_token,
                           std::uint32_t token_end);

// What the words of a stretch say, for keys: the lemmas of its nouns, verbs, adjectives, adverbs,
// pronouns and possessives, one space between, without those that content.tsv drops and without
// the tokens of facts with a value, which speak for themselves.
[[nodiscard]] std::string content_of(const FactText& text, const Scan& scan,
                                     std::uint32_t first_token, std::uint32_t token_end);
// One past the noun phrase that starts at i, `i` when none does: determiners, adjectives, noun, its
// adjectives and complements with "de"; without relative and participial clauses.
[[nodiscard]] std::uint32_t noun_phrase_end(const FactText& text, std::uint32_t i,
                                            std::uint32_t end);

}  // namespace limpide
