// The words that the check of a rewritten sentence looks for. In: the table fr/grammar.tsv of the
// data. Out: an immutable value. Refuses: a missing file, an unknown key (one Error with its line).
#pragma once

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "analyzer/base/result.h"

namespace limpide {

using WordSet = std::set<std::string, std::less<>>;

struct GrammarWords {
  WordSet elided;                  // "de", "que": before any word that takes it
  WordSet elided_before_pronouns;  // "lorsque": before the next list alone
  WordSet eliding_pronouns;
  WordSet condition;                                                 // "si"
  WordSet condition_pronouns;                                        // "il", "ils"
  WordSet openers;                                                   // never before a mark
  std::set<std::pair<std::string, std::string>, std::less<>> pairs;  // never side by side
  WordSet doubled;                                                   // "vous vous"
  WordSet prepositions;                                              // not twice within a few words
  WordSet modals;                                                    // before an infinitive, lemmas
  WordSet before_infinitives;                                        // "pour"
  WordSet bare_noun_verbs;                                           // "avoir droit", lemmas
  WordSet quantities;                                                // "la plupart", lemmas
  WordSet before_negator;                                            // "ne peut donc pas"
  WordSet no_agents;                                                 // "par la suite", lemmas
  WordSet parts;                                                     // "article", of a text
  WordSet never_first;                                               // "sauf"
  WordSet presentatives;                                             // "voici"
  WordSet both_genders;                                              // "mon"
  WordSet joints;                                                    // "et"
  WordSet announcing;                                                // "que", "si"
  WordSet comparing;                                                 // "ainsi que"
  WordSet repeating;                                                 // "que", for any of these
  WordSet of;                                                        // "de", before an infinitive
  std::array<WordSet, 6> persons;                                    // 1s 2s 3s 1p 2p 3p
};

[[nodiscard]] Result<GrammarWords> load_grammar_words(const std::string& data_folder);
// Tests: the table as text; `path` names it in errors.
[[nodiscard]] Result<GrammarWords> parse_grammar_words(std::string_view table,
                                                       const std::string& path);

}  // namespace limpide
