#include "analyzer/reports/json_score.h"

namespace limpide {
namespace {

void decimal_member(JsonOutput& json, const char* name, double value) {
  json.key(name);
  json.decimal(value);
}

void write_parts(JsonOutput& json, const Score& score) {
  json.key("parts");
  json.open_array();
  for (std::size_t i = 0; i < kDimensionCount; ++i) {
    const SubScore& part = score.parts[i];
    json.open_object();
    json.member("principle", principle_id(principle_of(static_cast<Dimension>(i))));
    json.member("measured", part.measured);
    decimal_member(json, "value", part.value);
    decimal_member(json, "weight", part.weight);
    json.close_object();
  }
  json.close_array();
}

}  // namespace

void write_score(JsonOutput& json, const RuleSet& rules, const Score& score) {
  if (score.state == ScoreState::kMissing) return;
  json.line();
  json.key("score");
  json.open_object();
  json.member("version", score.version);
  json.member("state", score_state_id(score.state));
  decimal_member(json, "index", score.index);
  decimal_member(json, "low", score.low);
  decimal_member(json, "high", score.high);
  json.member("letter", std::string(1, score.letter));
  json.member("letterShown", std::string(1, score.letter_shown));
  json.member("cappedBy", score.capped_by);
  json.member("words", score.words);
  json.member("sentences", score.sentences);
  write_parts(json, score);
  json.key("gains");
  json.open_array();
  for (const Gain& gain : score.gains) {
    json.open_object();
    json.member("rule", rules.spec(gain.rule).id);
    decimal_member(json, "points", gain.points);
    json.member("findings", gain.findings);
    json.close_object();
  }
  json.close_array();
  json.close_object();
}

void write_cost(JsonOutput& json, const DocumentReport& report, const Finding& finding) {
  const std::optional<double> cost = cost_of(report, finding);
  if (!cost) return;
  decimal_member(json, "cost", *cost);
}

}  // namespace limpide
