// Words that only explain: "recours gracieux : vous demandez au maire de revoir sa decision". In:
// what two groups of sentences say, their changes. Out: the changes without those that such words
// bring. Refuses: explanations that repeat the first text, and anything lost.
#pragma once

#include <string_view>
#include <vector>

#include "analyzer/verification/said.h"
#include "analyzer/verification/verification.h"

namespace limpide {

// `text`: of the second document.
void drop_glosses(const Said& before, const Said& after, std::string_view text,
                  const VerificationResources& resources, std::vector<FactChange>& changes);

}  // namespace limpide
