// What a replacement does to the words further on. "afin d'eviter l'attente et d'aider": "pour
// eviter l'attente et aider". In: an OperationInput, the tokens replaced, the text and its edits.
// Out: the edits with those of the series. Refuses: a series of which the words do not tell what
// governs it, a text that says again what stands beside it ("reste restant").
#pragma once

#include <optional>
#include <string>

#include "analyzer/rewriting/operations/replaced_words.h"

namespace limpide {

[[nodiscard]] std::optional<Edits> with_series(const OperationInput& input, TokenRange range,
                                               const std::string& text, Edits edits);

// `written`: as it would stand in the sentence.
[[nodiscard]] bool repeats_near(const OperationInput& input, TokenRange range,
                                const std::string& written);

}  // namespace limpide
