#include "tools/eval/clauses_command.h"

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/parsing/clauses/clauses.h"
#include "analyzer/parsing/parser.h"
#include "tools/eval/clauses_eval.h"
#include "tools/eval/gold_run.h"
#include "tools/treebank/gold_segmentation.h"

namespace limpide {
namespace {

using Row = std::pair<std::string, MatchCount>;

std::vector<Row> rows_of(const ClauseScores& scores) {
  return {{"passive", scores.passive},
          {"passive, stative aside", scores.passive_stative_aside},
          {"agent", scores.agents},
          {"subordinates", scores.subordinates},
          {"relative", scores.relative},
          {"adverbial", scores.adverbial},
          {"completive", scores.completive},
          {"subject and verb", scores.subjects},
          {"distance >= 5", scores.distance5},
          {"distance >= 8", scores.distance8}};
}

void print_table(const std::string& title, const std::vector<Row>& rows) {
  std::printf("%s\n  %-24s %6s %6s %6s   %8s %8s %8s\n", title.c_str(), "", "gold", "found",
              "right", "P", "R", "F1");
  for (const auto& [name, count] : rows) {
    std::printf("  %-24s %6zu %6zu %6zu   %8.2f %8.2f %8.2f\n", name.c_str(), count.gold,
                count.found, count.right, 100 * count.precision(), 100 * count.recall(),
                100 * count.f1());
  }
}

void print_json(const char* name, const std::vector<Row>& rows) {
  std::printf("\"%s\":{", name);
  const char* before = "";
  for (const auto& [key, count] : rows) {
    std::printf("%s\"%s\":{\"gold\":%zu,\"found\":%zu,\"right\":%zu,\"f1\":%.6f}", before,
                key.c_str(), count.gold, count.found, count.right, count.f1());
    before = ",";
  }
  std::printf("}");
}

Result<TreebankValues> our_values(const std::vector<TreebankSentence>& sentences,
                                  const EvalInput& input, const std::string& data) {
  auto tagging = TaggingModel::open(data + "/fr/models/tagger.bin");
  if (!tagging) return tagging.error();
  auto parsing = ParsingModel::open(data + "/fr/models/parser.bin");
  if (!parsing) return parsing.error();
  TreebankValues values;
  values.segmentation = gold_segmentation(sentences, input.segmentation).segmentation;
  values.tagging = tag_words(values.segmentation, input.lexicon, *tagging);
  values.trees = parse_words(values.segmentation, values.tagging, input.lexicon, *parsing);
  return values;
}

std::vector<Row> gold_rows(GoldScores scores) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < static_cast<std::size_t>(Phenomenon::kCount); ++i) {
    const auto phenomenon = static_cast<Phenomenon>(i);
    rows.emplace_back(phenomenon_name(phenomenon), scores.of(phenomenon));
  }
  return rows;
}

std::vector<Row> fact_rows(const FactScores& scores) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < scores.kinds.size(); ++i) {
    const FactCount& count = scores.kinds[i];
    if (count.gold == 0 && count.found == 0) continue;
    MatchCount match;
    match.gold = count.gold;
    match.found = count.found;
    match.right = count.right;
    rows.emplace_back(std::string("fact ") + fact_kind_name(static_cast<FactKind>(i)), match);
    MatchCount value;
    value.gold = count.right;
    value.found = count.right;
    value.right = count.values;
    rows.emplace_back(std::string("  its value"), value);
  }
  return rows;
}

}  // namespace

int run_clauses_eval(const EvalOptions& options) {
  auto input = load_eval_input(options);
  if (!input) return fail(input.error());
  auto resources = ClauseResources::load(options.data + "/fr/parsing");
  if (!resources) return fail(resources.error());
  const std::vector<TreebankSentence> sentences =
      options.every > 0 ? every_nth((*input)->sentences, options.every, true) : (*input)->sentences;
  const Lexicon& lexicon = (*input)->lexicon;
  auto gold = treebank_values(sentences, lexicon);
  if (!gold) return fail(gold.error());
  auto ours = our_values(sentences, **input, options.data);
  if (!ours) return fail(ours.error());
  const auto scored = [&](const TreebankValues& values) {
    const Clauses found =
        find_clauses(values.segmentation, values.tagging, values.trees, lexicon, *resources);
    return evaluate_clauses(*gold, values, found, *resources);
  };
  const ClauseScores of_gold = scored(*gold);
  const ClauseScores of_ours = scored(*ours);
  if (options.misses) {
    for (const std::string& miss : of_ours.misses) std::printf("%s\n", miss.c_str());
    return 0;
  }
  if (options.json) {
    std::printf("{");
    print_json("gold-trees", rows_of(of_gold));
    std::printf(",");
    print_json("our-trees", rows_of(of_ours));
    std::printf("}\n");
    return 0;
  }
  print_table(options.file + " (gold trees)", rows_of(of_gold));
  print_table(options.file + " (our tags and trees)", rows_of(of_ours));
  return 0;
}

int run_gold_eval(const EvalOptions& options) {
  auto run = run_gold(options.file, "", options.data);
  if (!run) return fail(run.error());
  if (options.misses) {
    for (const std::string& miss : run->scores.misses) std::printf("%s\n", miss.c_str());
    for (const std::string& miss : run->facts.misses) std::printf("%s\n", miss.c_str());
    return 0;
  }
  if (options.json) {
    std::printf("{");
    print_json("clauses", gold_rows(run->scores));
    std::printf(",");
    print_json("facts", fact_rows(run->facts));
    std::printf("}\n");
    return 0;
  }
  print_table(options.file + ", " + std::to_string(run->records) + " sentences",
              gold_rows(run->scores));
  print_table("facts", fact_rows(run->facts));
  return 0;
}

}  // namespace limpide
