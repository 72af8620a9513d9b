// An analysis as a treebank file, for rule writers, bug reports and other tools. In: an Analysis
// made with Depth::kTrees. Out: CoNLL-U, one sentence after the other, with what CoNLL-U has no
// column for (places, protected spans, clauses, facts) in comments "# limpide_... = ...". Refuses:
// judgement.
//
// MISC holds SpaceAfter=No and Bytes=12:18, bytes of the document's text. Ranges of words in
// comments are ids of the sentence, both ends included.
#pragma once

#include <string>

#include "analyzer/analysis/analysis.h"

namespace limpide {

// `name`: of the file, as the user gave it.
[[nodiscard]] std::string conllu_text(const Analysis& analysis, const std::string& name);

}  // namespace limpide
