// The findings of a document as a person reads them: what to do, where, and no more places than a
// page can bear. In: selected findings, their rules, what each costs when there is a score. Out:
// principles in the order of the programme, in each the advices, the greatest gain first, in each
// its places. Findings of one sentence under one advice are one place, and so are the same words
// marked again. Refuses: texts; leaving a finding out: one that is not shown is in its place's
// list.
#pragma once

#include <cstdint>
#include <vector>

#include "analyzer/findings/finding.h"
#include "analyzer/rules/rule_set.h"

namespace limpide {

// One place of an advice. `findings` are in the order of the text and not empty; when `again`, they
// are the same words of one rule in several places, else all lie in one sentence.
struct OverviewPlace {
  std::vector<std::uint32_t> findings;  // indices into the findings given
  Span span;                            // the widest of them (the first when `again`)
  Severity severity = Severity::kInfo;  // the gravest
  double cost = 0;                      // points, their sum
  bool again = false;
  bool shown = true;  // false: beyond what a page bears, to be named in a line
};

struct AdviceGroup {
  std::uint32_t advice = 0;  // index into RuleSet::advices
  Severity severity = Severity::kInfo;
  std::uint32_t findings = 0;
  double gain = 0;                    // points if all its findings were solved; 0 without a score
  std::vector<OverviewPlace> places;  // in the order of the text
};

struct PrincipleGroup {
  Principle principle = Principle::kSentences;
  std::uint32_t findings = 0;
  std::vector<AdviceGroup> advices;  // greatest gain, then gravest, then most frequent
};

struct OverviewInput {
  const RuleSet& rules;
  const std::vector<Finding>& findings;  // in the order of the text
  const std::vector<Span>& sentences;    // sorted
  const std::vector<double>& costs;      // one a finding, or empty
  const std::vector<double>& gains;      // by advice, or empty
  std::uint32_t words = 0;               // of the document
};

// How many places are shown in full. A page is about 300 words (DIN A4, 12 points).
struct OverviewCaps {
  std::uint32_t places_per_advice = 3;  // 0: no cap at all
  std::uint32_t places_per_page = 8;
  std::uint32_t places_at_least = 15;
};

[[nodiscard]] std::vector<PrincipleGroup> overview_of(const OverviewInput& input,
                                                      const OverviewCaps& caps);
// What to mend first over all principles: the greatest gains, else the gravest and most frequent.
// They point into `groups`.
[[nodiscard]] std::vector<const AdviceGroup*> first_advices(
    const std::vector<PrincipleGroup>& groups, std::size_t count);

}  // namespace limpide
