// Whom a sentence speaks to or of: "vous" (the reader), "nous" (the sender), the reader in the
// third person ("l'usager"), nobody. In: the text of the clause layer. Out: one a sentence; "vous"
// wins over "nous", and both over the third person. Refuses: who stands behind "il".
#pragma once

#include <vector>

#include "analyzer/parsing/clauses/clause_text.h"

namespace limpide {

[[nodiscard]] std::vector<Addressee> find_addressees(const ClauseText& text);

}  // namespace limpide
