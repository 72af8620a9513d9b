// The words of a replacement as this text would say them: in the person of its writer ("nous vous
// conseillons de" -> "je vous conseille de"), in the tense of an impersonal verb ("vous devez" for
// "il vous appartiendra de" -> "vous devrez"), with its apostrophe. In: an OperationInput, the
// words. Out: the words. Refuses: a tense that the lexicon has no form for.
#pragma once

#include <optional>
#include <string>

#include "analyzer/rewriting/operations/operation.h"

namespace limpide {

[[nodiscard]] std::optional<std::string> adapted_text(const OperationInput& input,
                                                      const std::string& text);

}  // namespace limpide
