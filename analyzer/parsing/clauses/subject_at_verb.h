// Which word right before a verb may be its subject, by its shape and agreement. In: the text of
// the clause layer, a word or a clause. Out: yes or no, or a word. Refuses: what stands further
// off; lost_subjects.h looks there.
#pragma once

#include "analyzer/parsing/clauses/clause_text.h"

namespace limpide {

// A noun or pronoun without preposition that agrees with the verbs and is no object clitic.
[[nodiscard]] bool may_be_subject(const ClauseText& text, WordIndex word, const VerbGroup& group);

// "qui percoit une pension": the object of a conjugated verb before.
[[nodiscard]] bool is_behind_its_verb(const ClauseText& text, WordIndex word);

// "les rencontres de l'Euro 2000, le groupe PPE-DE a decide": a noun with its article and without
// preposition, that only its own name parts from the verb, is the subject, not one far before.
// `after`: the subject that is doubted, kNoWord when the tree gives none; then even a noun that the
// tree takes for an apposition will do. kNoWord when there is no such noun from `begin` on.
[[nodiscard]] WordIndex noun_at_verb(const ClauseText& text, const Clause& clause, WordIndex begin,
                                     WordIndex after);

}  // namespace limpide
