// The comparisons that said_changes.h is made of, one idea a file. In: what two groups of sentences
// say. Out: their changes, added to a list. Refuses: facts with a value.
#pragma once

#include <cstddef>
#include <vector>

#include "analyzer/verification/said.h"
#include "analyzer/verification/verification.h"

namespace limpide {

struct SaidPair {
  const Said& before;
  const Said& after;
  const VerificationResources& resources;
};

// Places of a class; empty for kNoMarker.
[[nodiscard]] const std::vector<Span>& places_of(const Said& said, MarkerIndex marker);
[[nodiscard]] inline std::size_t count_of(const Said& said, MarkerIndex marker) {
  return places_of(said, marker).size();
}
[[nodiscard]] Span first_span(const std::vector<Span>& spans);

// "ne ... que", "seulement", "ne ... pas sans", "jamais ... a moins que": one restriction.
[[nodiscard]] bool is_restricted(const Said& said, const VerificationResources& resources);

// Denials and restrictions as one polarity: two denials say yes.
void compare_polarity(const SaidPair& pair, std::vector<FactChange>& changes);
// Conditions lost or gained.
void compare_conditions(const SaidPair& pair, std::vector<FactChange>& changes);
// Classes of words (classes.tsv), the opposites (opposites.tsv), what narrows a noun, "et" and
// "ou".
void compare_words(const SaidPair& pair, std::vector<FactChange>& changes);
// Must, may, must not, by strength.
void compare_duties(const SaidPair& pair, std::vector<FactChange>& changes);
// Who does what to whom, when; whose things; to whom the text speaks.
void compare_roles(const SaidPair& pair, std::vector<FactChange>& changes);
// What "avant" and "apres" put first.
void compare_steps(const SaidPair& pair, std::vector<FactChange>& changes);
// Whom a relative narrows a rule to.
void compare_relative_limits(const SaidPair& pair, std::vector<FactChange>& changes);
// May a party of the second text stand for one of the first?
[[nodiscard]] bool may_stand_for(const SaidPair& pair, Who was, Who is);
[[nodiscard]] bool may_stand_for(const SaidPair& pair, const Party& was, const Party& is);

}  // namespace limpide
