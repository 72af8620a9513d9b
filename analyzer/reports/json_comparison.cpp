// A comparison for programs: docs/score.md names the members.
#include "analyzer/reports/comparison_report.h"
#include "analyzer/reports/json_score.h"
#include "analyzer/reports/visible.h"

namespace limpide {
namespace {

constexpr std::uint32_t kVersion = 1;

void write_facts(JsonOutput& json, const char* name, const Document& document,
                 const std::vector<ComparedFact>& facts) {
  json.line();
  json.key(name);
  json.open_array();
  for (const ComparedFact& fact : facts) {
    json.open_object();
    json.member("kind", fact_kind_name(fact.kind));
    json.member("key", fact.key);
    json.member("text", slice(document.text, fact.span));
    json.close_object();
  }
  json.close_array();
}

void write_side(JsonOutput& json, const char* name, const std::string& file, const RuleSet& rules,
                const DocumentReport& report, const Score& score) {
  json.line();
  json.key(name);
  json.open_object();
  json.member("name", valid_text(file));
  json.member("words", report.metrics.words);
  json.member("sentences", report.metrics.sentences);
  json.key("wordsPerSentence");
  json.decimal(report.metrics.words_per_sentence);
  write_score(json, rules, score);
  json.close_object();
}

void write_rules(JsonOutput& json, const ComparisonPage& page) {
  json.line();
  json.key("rules");
  json.open_array();
  for (const ComparedRule& rule : page.comparison.rules) {
    json.line();
    json.open_object();
    json.member("rule", page.run.rules.spec(rule.rule).id);
    json.member("solved", rule.solved);
    json.member("new", rule.added);
    json.member("kept", rule.kept);
    json.close_object();
  }
  json.close_array();
}

void write_sentences(JsonOutput& json, const ComparisonPage& page) {
  json.line();
  json.key("sentences");
  json.open_array();
  for (const ComparedSentences& pair : page.comparison.sentences) {
    json.line();
    json.open_object();
    json.member("rewording", rewording_id(pair.rewording));
    json.member("moved", pair.moved);
    json.member("before", slice(page.before.document.text, pair.before));
    json.member("after", slice(page.after.document.text, pair.after));
    json.close_object();
  }
  json.close_array();
}

}  // namespace

std::string json_comparison(const ComparisonPage& page) {
  const Comparison& comparison = page.comparison;
  JsonOutput json;
  json.open_object();
  json.member("schema", "limpide-comparison");
  json.member("schemaVersion", kVersion);
  json.member("profile", profile_id(page.run.profile));
  write_side(json, "before", page.before_name, page.run.rules, page.before, comparison.before);
  write_side(json, "after", page.after_name, page.run.rules, page.after, comparison.after);
  json.line();
  json.key("difference");
  json.open_object();
  json.key("points"), json.decimal(comparison.difference);
  json.key("low"), json.decimal(comparison.low);
  json.key("high"), json.decimal(comparison.high);
  json.close_object();
  json.line();
  json.key("findings");
  json.open_object();
  json.member("solved", comparison.solved);
  json.member("new", comparison.added);
  json.member("kept", comparison.kept);
  json.close_object();
  write_rules(json, page);
  write_facts(json, "factsLost", page.before.document, comparison.lost);
  write_facts(json, "factsAdded", page.after.document, comparison.gained);
  write_facts(json, "factsLostToCheck", page.before.document, comparison.lost_to_check);
  write_facts(json, "factsAddedToCheck", page.after.document, comparison.gained_to_check);
  write_sentences(json, page);
  json.close_object();
  return json.take() + "\n";
}

}  // namespace limpide
