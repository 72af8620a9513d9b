// Which suggestions keep the facts and the grammar. In: an analysed document, findings with
// suggestions. Out: the same findings without the suggestions that change a date, an amount, a
// duty, a condition, who does what, and without those that bring a slip of French
// (sentence_faults.h); each sentence is analysed again as it would become, and compared with what
// it was.
// Refuses: documents analysed without trees, whose suggestions all go but literal ones.
//
// The suggestions of a sentence that do not touch are read together first: when all of them change
// nothing, each changes nothing. When they do change something, those that stand where the change
// is are read again alone, the rest together.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/analysis/syntax_memory.h"
#include "analyzer/engine/proof_memory.h"
#include "analyzer/findings/finding.h"
#include "analyzer/rewriting/grammar/grammar_words.h"
#include "analyzer/verification/verification_resources.h"

namespace limpide {

struct ProofResources {
  const VerificationResources& verification;
  const GrammarWords& grammar;
};

// At most so many suggestions of a finding are read, the best first.
inline constexpr std::size_t kMostProofs = 3;

// As many threads as memories, best those that read the document; the same suggestions whatever
// their number. `verdicts`: of these resources, on passages tried before; may be null.
// REQUIRES: one memory or more.
void keep_proved(const Analysis& analysis, const ProofResources& resources,
                 std::span<SyntaxMemory> memories, ProofMemory* verdicts,
                 std::vector<Finding>& findings);

}  // namespace limpide
