// Which words of a term's place are the term and which the sentence's own: of "acquitter la|une
// taxe|facture" only "acquitter" is. In: a hit, its entry. Out: how many tokens at its end stay
// when it is replaced. Refuses (whole is false): a word of the sentence in the middle, which a
// replacement would lose.
#pragma once

#include "analyzer/analysis/analysis.h"
#include "analyzer/rules/terms.h"

namespace limpide {

struct TermShape {
  bool whole = true;
  std::uint32_t kept_tail = 0;  // tokens
};
[[nodiscard]] TermShape shape_of(const Analysis& analysis, const TermHit& hit,
                                 const TermEntry& entry);

}  // namespace limpide
