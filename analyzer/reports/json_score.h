// The score in the report for programs (docs/report-schema.json). In: a Score. Out: its member of a
// document, the cost of a finding. Refuses: nothing; the index is there even when people are not
// shown it, and "state" says so.
#pragma once

#include "analyzer/reports/json_output.h"
#include "analyzer/reports/score_texts.h"

namespace limpide {

// "score": {...}; nothing when no score was computed.
void write_score(JsonOutput& json, const RuleSet& rules, const Score& score);
// "cost": points, of a finding of a report whose score is shown; else nothing.
void write_cost(JsonOutput& json, const DocumentReport& report, const Finding& finding);

}  // namespace limpide
