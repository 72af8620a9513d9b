// The rows of a table of terms in our own format. In: the text of terms.tsv (docs/adr/0003). Out:
// entries that point into it, and the faults of the rows left out, with their line. Refuses: a row
// that is not of the eight columns, an unknown value, the same pattern twice for a rule.
#pragma once

#include <string>

#include "analyzer/rules/terms.h"

namespace limpide {

[[nodiscard]] TermRows read_term_rows(std::string tsv, const std::string& path);

// Rows of a later layer after those of the earlier ones.
void append_rows(TermRows& rows, TermRows more);

}  // namespace limpide
