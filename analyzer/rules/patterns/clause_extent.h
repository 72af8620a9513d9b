// How far a clause goes as a reader counts it: its verb, the words up to the clause around, and the
// distance from its subject. In: an Analysis and one of its clauses. Out: ranges and numbers of
// words ("du", "l'allocation" and a reference to the law are one word; marks are none). Refuses:
// nothing.
#pragma once

#include <cstdint>

#include "analyzer/analysis/analysis.h"

namespace limpide {

// From "ne" or the first verb to the last one.
[[nodiscard]] WordRange clause_verb_range(const Analysis& analysis, const Clause& clause);

// The same up to the finite verb, where the verbs stand far apart.
[[nodiscard]] WordRange short_verb_range(const Analysis& analysis, const Clause& clause);

// Words between the last head of the subject and the verb; 0 without a subject before it.
[[nodiscard]] std::uint32_t distance_to_verb(const Analysis& analysis, const Clause& clause);

// The verb stands inside brackets that open after its subject: it has another one.
[[nodiscard]] bool opens_bracket(const Analysis& analysis, const Clause& clause);

// Words from the introducer to the first bracket, colon, semicolon or verb of an outer clause.
[[nodiscard]] std::uint32_t own_clause_words(const Analysis& analysis, const Clause& clause);

}  // namespace limpide
