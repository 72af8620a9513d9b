// What the clause layer found in a sentence, as lines that a person reads. In: the values of the
// pipeline and one sentence. Out: a line a clause, infinitive, passive without clause, negation,
// chain, verb-noun pair; defaults are left out. Refuses: nothing.
#pragma once

#include <string>
#include <vector>

#include "analyzer/parsing/clauses/clauses.h"
#include "tools/eval/treebank_values.h"

namespace limpide::testing {

[[nodiscard]] std::vector<std::string> dump_clauses(const TreebankValues& values,
                                                    const Clauses& clauses,
                                                    const ClauseResources& resources);

}  // namespace limpide::testing
