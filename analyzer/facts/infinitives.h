// The infinitive that a duty ends with. In: a token of a sentence. Out: tokens. Refuses: to cross a
// conjugated verb, "que", a semicolon or a colon.
#pragma once

#include "analyzer/facts/fact_text.h"

namespace limpide {

// The first infinitive from i on, close by; after "bien vouloir" the next one. kNoToken when there
// is none.
[[nodiscard]] std::uint32_t infinitive_after(const FactText& text, const Scan& scan,
                                             std::uint32_t i);
// The same for a verb, noun or adjective, by the tree first: "peut, s'il le souhaite, demander". Of
// "peut, a tout moment, etre telecharge" the participle.
[[nodiscard]] std::uint32_t governed_infinitive(const FactText& text, const Scan& scan,
                                                WordIndex word);
// One past "etre transmis", "faire realiser" that starts with this verb; past itself for any other.
[[nodiscard]] std::uint32_t whole_infinitive_end(const FactText& text, const Scan& scan,
                                                 std::uint32_t i);

}  // namespace limpide
