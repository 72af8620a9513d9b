// How a text tells somebody to do something without a modal verb: imperative, instruction in the
// infinitive, request. In: a clause. Out: yes or no. Refuses: set phrases of politeness.
#pragma once

#include "analyzer/facts/fact_text.h"

namespace limpide {

// Tokens of the verb group. REQUIRES: the group holds a word.
[[nodiscard]] std::uint32_t first_verb_token(const FactText& text, const Clause& clause);
[[nodiscard]] std::uint32_t last_verb_token(const FactText& text, const Clause& clause);

// "ne ... que"
[[nodiscard]] bool is_restricted(const FactText& text, const VerbGroup& group);
[[nodiscard]] bool is_denied(const FactText& text, const VerbGroup& group);
// "Veuillez agreer", "Recevez l'expression de": binds nobody; nor does "Sachez que".
[[nodiscard]] bool is_polite(const FactText& text, const Scan& scan, const Clause& clause);
// By its mood; or a second person without subject where a sentence or a part of it starts, or after
// "et" when the reader was told something before.
[[nodiscard]] bool is_imperative(const FactText& text, const Scan& scan, const Clause& clause,
                                 bool reader_was_told);
// An infinitive alone where a line or a part of it starts: "Cocher la case".
[[nodiscard]] bool is_instruction(const FactText& text, const Scan& scan, const Clause& clause);
// "vous voudrez bien regler"
[[nodiscard]] bool is_wish(const FactText& text, const Scan& scan, const Clause& clause);
// "nous vous prions de", "vous etes invite a"
[[nodiscard]] bool is_request(const FactText& text, const Clause& clause);
// "et de payer", ", se presenter": only small words back to the comma or conjunction.
[[nodiscard]] bool follows_conjunction(const FactText& text, const Scan& scan, std::uint32_t i);

}  // namespace limpide
