// Passive forms, decided by words: "etre" before a past participle of a verb that has a passive.
// In: the text of the clause layer. Out: every passive with its agent and how sure it is, in the
// order of the participles, and the participles that name a state ("est situe"). Refuses: compound
// tenses ("est alle"), pronominal verbs ("s'est trouve"), adjectives ("est situe"), told by the
// lexicon and by fr/parsing/*.tsv; the tree only bridges long gaps and never decides alone.
#pragma once

#include <vector>

#include "analyzer/parsing/clauses/clause_text.h"

namespace limpide {

struct Participles {
  std::vector<Passive> passives;
  std::vector<std::uint8_t> stative;  // one a word: 1 for a participle that names a state
};

[[nodiscard]] Participles find_passives(const ClauseText& text);

}  // namespace limpide
