// Two versions of a text side by side. In: for each, its Analysis, its findings, what it states.
// Out: sentences aligned, findings solved, new and kept, both scores with the interval of their
// difference, facts lost and added. Refuses: texts too long to align (alignment.h); to judge
// whether a duty or a condition reworded is the same: those are set apart, for a person to check.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzer/facts/facts.h"
#include "analyzer/scoring/scoring.h"
#include "analyzer/verification/fact_changes.h"

namespace limpide {

// All outlive the call.
struct ComparedText {
  const Analysis& analysis;  // as `check` makes it
  const std::vector<Finding>& findings;
  const std::vector<Fact>& facts;  // of an analysis with trees of the same document
};

enum class Rewording : std::uint8_t { kSame, kChanged, kSplit, kJoined, kGone, kNew };
[[nodiscard]] const char* rewording_id(Rewording rewording);  // "same", "changed", "split", ...

struct ComparedSentences {
  Rewording rewording = Rewording::kSame;
  bool moved = false;
  Span before;  // empty when new
  Span after;   // empty when gone
};

// Findings of one rule.
struct ComparedRule {
  std::uint32_t rule = 0;
  std::uint32_t solved = 0;
  std::uint32_t added = 0;
  std::uint32_t kept = 0;
};

struct Comparison {
  std::vector<ComparedSentences> sentences;  // in the order of the text after, gone ones in place
  std::vector<ComparedRule> rules;           // by rule
  std::uint32_t solved = 0;
  std::uint32_t added = 0;
  std::uint32_t kept = 0;
  Score before;
  Score after;
  double difference = 0;  // of the indices, after minus before
  double low = 0;         // of its interval at 95 %
  double high = 0;
  // Dates, times, amounts, durations, deadlines, references, names.
  std::vector<ComparedFact> lost;    // spans in the text before
  std::vector<ComparedFact> gained;  // spans in the text after
  // Duties, permissions, prohibitions, conditions, negations, numbers; deadlines that start at
  // another event: said otherwise or not at all, to be checked by a person.
  std::vector<ComparedFact> lost_to_check;
  std::vector<ComparedFact> gained_to_check;
};

[[nodiscard]] Result<Comparison> compare_texts(const ComparedText& before,
                                               const ComparedText& after, const RuleSet& rules,
                                               Profile profile, const ScoreParameters& parameters);

}  // namespace limpide
