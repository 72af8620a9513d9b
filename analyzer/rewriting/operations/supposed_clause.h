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

// Of the clause behind "des lors que": a cause ("a ete suspendu, des lors que vous n'avez pas
// repondu"), a condition ("vous pouvez demander cette aide des lors que vous habitez ici"), or
// neither for sure (kNone). REQUIRES: trees.
[[nodiscard]] ClauseSense sense_behind(const OperationInput& input, TokenRange range);

}  // namespace limpide
