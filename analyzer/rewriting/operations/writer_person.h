// A replacement that says "nous", in a letter whose writer says "je": "nous vous conseillons de" ->
// "je vous conseille de". In: an OperationInput, the words of the replacement. Out: the words in
// the person of the writer. Refuses: nothing; words that hold no such verb come back as they are,
// and all do where the writer says "nous", both or neither.
#pragma once

#include <string>

#include "analyzer/rewriting/operations/operation.h"

namespace limpide {

[[nodiscard]] std::string in_writers_person(const OperationInput& input, const std::string& text);

}  // namespace limpide
