// A locution that becomes "si", with the verb that it governs: "dans l'hypothese ou vous
// rencontreriez" -> "si vous rencontrez". In: an OperationInput, the words of the locution, a text
// that ends in "si". Out: the edits. Refuses (none): no clause behind, a second verb that the
// locution governs too, a form that the lexicon does not have.
#pragma once

#include <optional>
#include <string>

#include "analyzer/rewriting/operations/replaced_words.h"

namespace limpide {

// Nothing where the text does not end in "si".
[[nodiscard]] std::optional<Edits> supposed_clause(const OperationInput& input, TokenRange range,
                                                   const std::string& text);

// "... a ete suspendu des lors que vous n'avez pas repondu": the clause behind the locution tells
// what happened, and is the reason of the rest. REQUIRES: trees.
[[nodiscard]] bool states_reason(const OperationInput& input, TokenRange range);

}  // namespace limpide
