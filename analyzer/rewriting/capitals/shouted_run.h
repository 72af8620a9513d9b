// A run of words in capitals and what stands around it. In: an analysis with trees, the range of
// the run. Out: which words are shouted and may become small, where a capital stays, whether the
// run is an address, a person or only a look. Refuses: to say how a word is written in small
// letters: small_letters.h.
#pragma once

#include <string>

#include "analyzer/rewriting/operations/operation.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {

// "OBJET : [RADIATION DE LA LISTE], SUITE": the capitals around the run, with marks and numbers.
[[nodiscard]] TokenRange whole_shout(const Analysis& analysis, TokenRange range);

// "II", "XIV".
[[nodiscard]] bool is_roman(const std::string& key);

class ShoutedRun {
 public:
  // `analysis` and `words` outlive it. REQUIRES: a range inside one sentence.
  ShoutedRun(const Analysis& analysis, const CapitalWords& words, TokenRange range);

  [[nodiscard]] const Analysis& analysis() const { return analysis_; }
  [[nodiscard]] const CapitalWords& words() const { return words_; }
  [[nodiscard]] const Sentence& sentence() const { return sentence_; }
  [[nodiscard]] TokenRange range() const { return range_; }

  [[nodiscard]] const Form& form(std::uint32_t token) const {
    return form_of_token(analysis_, token);
  }
  [[nodiscard]] Span span_of(std::uint32_t token) const {
    return analysis_.segmentation.tokens[token].span;
  }
  [[nodiscard]] std::string written(std::uint32_t token) const {
    return std::string(slice(analysis_.document->text, span_of(token)));
  }
  [[nodiscard]] bool is_word(std::uint32_t token) const {
    return token < analysis_.segmentation.tokens.size() &&
           analysis_.segmentation.tokens[token].kind == TokenKind::kWord;
  }
  // The words of a date or a reference may be small; its figures stay.
  [[nodiscard]] bool is_free(std::uint32_t token) const;
  [[nodiscard]] bool is_shouted_word(std::uint32_t token) const;
  // "ANNEXE B", "TITRE II": behind the name of a part.
  [[nodiscard]] bool behind_part(std::uint32_t token) const;
  // At the start of a sentence, "A - ", "II. ", or behind the label of a heading.
  [[nodiscard]] bool opens(std::uint32_t token) const;

  // The look would show small letters as capitals all the same.
  [[nodiscard]] bool is_look() const;
  // Somewhere in the sentence an address, or a title with a name.
  [[nodiscard]] bool is_address_or_person(const FormulaWords& titles) const;

 private:
  [[nodiscard]] bool is_number_of_part(std::uint32_t token) const;

  const Analysis& analysis_;
  const CapitalWords& words_;
  TokenRange range_;
  const Sentence& sentence_;
};

}  // namespace limpide
