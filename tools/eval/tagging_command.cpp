#include "tools/eval/tagging_command.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "tools/eval/tagging_eval.h"

namespace limpide {
namespace {

using Row = std::pair<std::string, Accuracy>;

std::vector<Row> rows_of(const TaggingScores& scores) {
  std::vector<Row> rows = {{"UPOS", scores.upos},
                           {"verb morphology", scores.verbs},
                           {"lemma", scores.lemma},
                           {"content lemma", scores.content_lemma},
                           {"unknown UPOS", scores.unknown_upos},
                           {"unknown lemma", scores.unknown_lemma}};
  for (const auto& [name, accuracy] : scores.features) rows.emplace_back(name, accuracy);
  return rows;
}

void print_table(const std::string& title, const TaggingScores& scores) {
  std::printf("%s\n  %-16s %8s %8s %8s\n", title.c_str(), "", "words", "right", "%");
  for (const auto& [name, accuracy] : rows_of(scores)) {
    std::printf("  %-16s %8zu %8zu %8.2f\n", name.c_str(), accuracy.all, accuracy.right,
                100 * accuracy.share());
  }
  std::vector<std::pair<std::size_t, std::string>> confusions;
  for (const auto& [pair, count] : scores.confusions) {
    confusions.emplace_back(count, pair.first + " as " + pair.second);
  }
  std::stable_sort(confusions.begin(), confusions.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  if (confusions.size() > 12) confusions.resize(12);
  for (const auto& [count, name] : confusions) std::printf("  %6zu  %s\n", count, name.c_str());
}

void print_json(const char* name, const TaggingScores& scores) {
  std::printf("\"%s\":{", name);
  const char* before = "";
  for (const auto& [key, accuracy] : rows_of(scores)) {
    std::printf("%s\"%s\":{\"words\":%zu,\"right\":%zu,\"share\":%.6f}", before, key.c_str(),
                accuracy.all, accuracy.right, accuracy.share());
    before = ",";
  }
  std::printf("}");
}

}  // namespace

int run_tagging_eval(const EvalOptions& options) {
  auto input = load_eval_input(options);
  if (!input) return fail(input.error());
  const std::string path =
      options.model.empty() ? options.data + "/fr/models/tagger.bin" : options.model;
  auto model = TaggingModel::open(path);
  if (!model) return fail(model.error());
  std::vector<std::pair<const char*, TaggingScores>> tables;
  const auto add = [&](const char* name, const std::vector<TreebankSentence>& sentences) -> Status {
    auto scores = evaluate_tagging(sentences, (*input)->segmentation, *model);
    if (!scores) return scores.error();
    tables.emplace_back(name, std::move(*scores));
    return Done{};
  };
  Status status = add("all", (*input)->sentences);
  if (status && options.every > 0) {
    status = add("kept", every_nth((*input)->sentences, options.every, true));
  }
  if (!status) return fail(status.error());
  if (options.misses) {
    for (const std::string& miss : tables.back().second.misses) std::printf("%s\n", miss.c_str());
    return 0;
  }
  if (!options.json) {
    for (const auto& [name, scores] : tables) print_table(options.file + " (" + name + ")", scores);
    return 0;
  }
  std::printf("{");
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (i > 0) std::printf(",");
    print_json(tables[i].first, tables[i].second);
  }
  std::printf("}\n");
  return 0;
}

}  // namespace limpide
