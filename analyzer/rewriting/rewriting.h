// From the operation that a rule names to edits of the text. In: an Analysis, findings, the data of
// rewriting. Out: the same findings with suggestions, best first. Refuses: whatever needs
// agreement or inflection, and any edit that would touch a protected span; such a finding stays
// advice.
#pragma once

#include <string>
#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/base/result.h"
#include "analyzer/findings/finding.h"
#include "analyzer/rewriting/resources.h"

namespace limpide {

void add_suggestions(const Analysis& analysis, const RewritingResources& resources,
                     std::vector<Finding>& findings);

// The text once the edits are made. REQUIRES: sorted, not overlapping.
[[nodiscard]] std::string apply_edits(std::string_view text, const std::vector<Edit>& edits);

// Joins a replacement to what stands around it: elision ("de" + "un" = "d'un"), contraction
// ("de" + "le" = "du"), spaces, capitals. `range` is the tokens replaced. Empty when French would
// need more than that (a gender, an agreement).
[[nodiscard]] std::vector<Edit> replace_tokens(const Analysis& analysis, TokenRange range,
                                               const std::string& text, bool open_ending);
[[nodiscard]] std::vector<Edit> delete_tokens(const Analysis& analysis, TokenRange range);

// Do "de", "que" lose their vowel before this word? The lexicon knows ("l'homme", "le haricot");
// for a word that it does not have, a vowel does and an h does not. REQUIRES: lower case.
[[nodiscard]] bool elides_before(const Lexicon& lexicon, std::string_view word);

}  // namespace limpide
