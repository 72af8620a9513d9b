// Lists inside sentences: "la caisse, la mairie et la poste". In: the text of the clause layer.
// Out: the heads of the items of each list, in order, and its last conjunction. Refuses: the
// nesting of lists; an item that is a list itself opens one of its own.
#pragma once

#include "analyzer/parsing/clauses/clause_text.h"

namespace limpide {

// Fills clauses.coordinations and clauses.coordinated_words.
void find_coordinations(const ClauseText& text, Clauses& clauses);

}  // namespace limpide
