// Words that are no French and no fault: code, English titles, web addresses cut by blanks. In: an
// Analysis and tokens. Out: yes or no. Refuses: a verdict on a word that stands alone among French
// words: that one is left to the spelling.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/rules/matcher.h"

namespace limpide {

// "legifrance. gouv. fr", "www. exemple. fr": small words joined by full stops, with the ending or
// the start of an address.
[[nodiscard]] bool stands_in_cut_address(const Analysis& analysis, std::uint32_t token);

// "Timing adjustable": a capital inside the sentence, next to a word unknown to the lexicon.
[[nodiscard]] bool stands_in_foreign_title(const Analysis& analysis, std::uint32_t token);

// Tells a slip in a French word from a word of code or of another language, by the words around.
// `refused`: by form, what the lexicon refuses; outlives this.
class ForeignWords {
 public:
  ForeignWords(const Analysis& analysis, const WordList* foreign, const std::vector<bool>& refused);

  // A refused token that is of the list, in an attribute of code, or next to foreign words. In a
  // document that speaks of code, any word without accent.
  [[nodiscard]] bool holds(std::uint32_t token);

 private:
  [[nodiscard]] bool is_listed(FormIndex form) const;
  [[nodiscard]] bool is_value_of_code(std::uint32_t token) const;
  [[nodiscard]] bool is_far_from_french(FormIndex form);

  const Analysis& analysis_;
  const WordList* foreign_;  // null: none
  const std::vector<bool>& refused_;
  bool speaks_of_code_ = false;
  std::map<FormIndex, bool> far_from_french_;  // by form: no known word is one edit away
};

}  // namespace limpide
