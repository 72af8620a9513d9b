// A noun that changes its gender, and all that agrees with it: determiner, adjectives, participles,
// attribute. In: an Analysis, the noun's word, the gender wanted. Out: the edits of the other
// words, none of the noun itself; the words right before it (determiner, contracted preposition)
// come apart, since they join the new noun. Refuses: coordinated nouns, words that do not agree
// now, pronouns that may stand for the noun further on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/findings/finding.h"
#include "analyzer/rewriting/resources.h"

namespace limpide {

struct NounPlace {
  Gender gender = Gender::kNone;  // as its words show it, else as the lexicon has it
  Number number = Number::kSing;
};
[[nodiscard]] NounPlace noun_place(const Analysis& analysis, std::uint32_t noun);

// The determiner and the preposition that it may be contracted with: "du", "de l'", "a la",
// "cette".
struct Opening {
  TokenRange tokens;    // empty when the noun has none
  std::string written;  // lower case: "le" for "du"
  std::string before;   // "de", "a" when that preposition is in the tokens, else ""
};
[[nodiscard]] Opening opening_of(const Analysis& analysis, std::uint32_t noun);
// Its text before a word of that gender, with the blank that follows: "du ", "de l'", "cette ".
[[nodiscard]] std::string opening_text(const RewritingResources& resources, const Opening& opening,
                                       Gender gender, bool vowel, std::string_view apostrophe);

// REQUIRES: the noun's new gender differs from the one it has.
[[nodiscard]] std::optional<std::vector<Edit>> agreement_edits(const Analysis& analysis,
                                                               std::uint32_t noun, Gender gender);

}  // namespace limpide
