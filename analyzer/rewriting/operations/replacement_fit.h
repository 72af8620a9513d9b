// Does a text of the table fit the place, before it is put in any form? In: an OperationInput, the
// tokens replaced, the text. Out: yes or no. Refuses: a model to fill in ("au point..."), a word
// that opens no sentence, "pas de" before an article, words that a relative further on speaks of.
#pragma once

#include <optional>
#include <string>

#include "analyzer/rewriting/operations/operation.h"

namespace limpide {

[[nodiscard]] bool fits_the_place(const OperationInput& input, TokenRange range,
                                  const std::string& text);

// "qui peut", "qui peuvent": does its verb agree with the noun right before? Nothing where the text
// is no relative.
[[nodiscard]] std::optional<bool> relative_agrees(const OperationInput& input, TokenRange range,
                                                  const std::string& text);

// "comme le prevoit": does its verb agree with the one text of law that follows, and do the words
// stand apart from what is before? Nothing: the text is no such clause.
[[nodiscard]] std::optional<bool> provision_agrees(const OperationInput& input, TokenRange range,
                                                   const std::string& text);

}  // namespace limpide
