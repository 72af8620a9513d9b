#include "tools/eval/parsing_command.h"

#include <cstdio>
#include <utility>

#include "tools/eval/parsing_eval.h"

namespace limpide {
namespace {

struct Table {
  std::string name;  // "all", "all-raw", "kept", "kept-raw"
  ParsingScores scores;
};

using Row = std::pair<std::string, MatchCount>;

std::vector<Row> rows_of(const ParsingScores& scores) {
  return {{"UPOS", scores.upos},
          {"UAS", scores.uas},
          {"LAS", scores.las},
          {"LAS-subtypes", scores.las_subtypes}};
}

void print_row(const Row& row) {
  const auto& [name, count] = row;
  std::printf("  %-18s %8zu %8zu %8zu   %8.2f %8.2f %8.2f\n", name.c_str(), count.gold, count.found,
              count.right, 100 * count.precision(), 100 * count.recall(), 100 * count.f1());
}

void print_table(const std::string& file, const Table& table) {
  std::printf("%s (%s)\n  %-18s %8s %8s %8s   %8s %8s %8s\n", file.c_str(), table.name.c_str(), "",
              "gold", "found", "right", "P", "R", "F1");
  for (const Row& row : rows_of(table.scores)) print_row(row);
  for (const auto& [name, count] : table.scores.relations) print_row({name, count});
}

void print_json(const Table& table) {
  std::printf("\"%s\":{", table.name.c_str());
  std::vector<Row> rows = rows_of(table.scores);
  rows.insert(rows.end(), table.scores.relations.begin(), table.scores.relations.end());
  const char* before = "";
  for (const auto& [name, count] : rows) {
    std::printf("%s\"%s\":{\"gold\":%zu,\"found\":%zu,\"right\":%zu,\"f1\":%.6f}", before,
                name.c_str(), count.gold, count.found, count.right, count.f1());
    before = ",";
  }
  std::printf("}");
}

Status measure(const std::string& name, const std::vector<TreebankSentence>& sentences,
               const SegmentationResources& resources, const ParsingModels& models,
               std::vector<Table>& tables) {
  auto gold = evaluate_parsing(sentences, resources, models);
  if (!gold) return gold.error();
  auto raw = evaluate_raw_parsing(sentences, resources, models);
  if (!raw) return raw.error();
  tables.push_back({name, std::move(*gold)});
  tables.push_back({name + "-raw", std::move(*raw)});
  return Done{};
}

}  // namespace

int run_parsing_eval(const EvalOptions& options) {
  auto input = load_eval_input(options);
  if (!input) return fail(input.error());
  const std::string folder = options.data + "/fr/models/";
  auto tagging = TaggingModel::open(folder + "tagger.bin");
  if (!tagging) return fail(tagging.error());
  auto parsing = ParsingModel::open(options.model.empty() ? folder + "parser.bin" : options.model);
  if (!parsing) return fail(parsing.error());
  const ParsingModels models{&*tagging, &*parsing};
  const SegmentationResources& resources = (*input)->segmentation;
  std::vector<Table> tables;
  Status status = measure("all", (*input)->sentences, resources, models, tables);
  if (status && options.every > 0) {
    status = measure("kept", every_nth((*input)->sentences, options.every, true), resources, models,
                     tables);
  }
  if (!status) return fail(status.error());
  if (options.misses) {
    const Table& last = tables[tables.size() - 2];
    for (const std::string& miss : last.scores.misses) std::printf("%s\n", miss.c_str());
    return 0;
  }
  if (!options.json) {
    for (const Table& table : tables) print_table(options.file, table);
    return 0;
  }
  std::printf("{");
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (i > 0) std::printf(",");
    print_json(tables[i]);
  }
  std::printf("}\n");
  return 0;
}

}  // namespace limpide
