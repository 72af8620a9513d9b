// Subjects that the tree hung elsewhere. In: a clause whose conjugated verb has no subject, or one
// that does not agree. Out: the noun that most likely is its subject: next to the verb, called
// subject of a participle, or taken for the head above. Refuses: imperatives, coordinated verbs,
// and doubt: the clause is left as it is.
#pragma once

#include "analyzer/parsing/clauses/clause_text.h"

namespace limpide {

// `begin`: first word of the sentence.
void repair_subject(const ClauseText& text, WordIndex begin, Clause& clause);

}  // namespace limpide
