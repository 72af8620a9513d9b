// Which findings a report shows, and in which order. In: raw findings, the document's comments, the
// baseline. Out: findings in the order of the text with their fingerprints, those that the writer
// muted with the reason, and how many the baseline knows. Refuses: new findings, new texts.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/findings/finding.h"
#include "analyzer/rules/rule_set.h"

namespace limpide {

// "limpide: ignorer REGLE raison" in a comment of the document: mutes the rule ("tout": all) in
// the block of the comment's anchor; a comment between blocks mutes the block after it. Before any
// text, it mutes the whole document.
struct Mute {
  std::string rule;
  std::string reason;
  Span scope;
};
[[nodiscard]] std::vector<Mute> find_mutes(const Document& document);

// Fingerprints of findings that are already known and not to be told again.
using Baseline = std::set<std::uint64_t>;

// Words that the user's own list accepts, in lower case.
using UserWords = std::set<std::string, std::less<>>;

struct Selected {
  std::vector<Finding> findings;
  std::vector<MutedFinding> muted;
  std::uint32_t known = 0;
};

[[nodiscard]] Selected select_findings(const Analysis& analysis, const RuleSet& rules,
                                       std::vector<Finding> raw, const Baseline& baseline,
                                       const UserWords& user_words);

}  // namespace limpide
