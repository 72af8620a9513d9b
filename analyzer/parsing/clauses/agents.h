// Who acts in a passive: the words after "par". In: a participle and the end of its sentence. Out:
// the word "par" and the span of the agent. Refuses: "par" of means, time, rate and manner ("par
// courrier", "par mois", "par erreur"), told by not-agents.tsv and by the missing article.
#pragma once

#include "analyzer/parsing/clauses/clause_text.h"

namespace limpide {

struct Agent {
  WordIndex marker = kNoWord;  // "par"
  WordRange span;              // empty when there is none
};

// `end`: one past the last word of the sentence. REQUIRES: participle < end.
[[nodiscard]] Agent find_agent(const ClauseText& text, WordIndex participle, WordIndex end);

}  // namespace limpide
