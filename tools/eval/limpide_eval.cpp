// limpide-eval [STAGE] FILE.conllu [--every N] [--json] [--misses] [--model FILE] [--data FOLDER]
// limpide-eval gold FOLDER
// limpide-eval pairs FOLDER
// Measures the stages against a treebank (all of them without STAGE), or the whole chain against
// our own gold. --every N adds the figures of the sentences whose index is a multiple of N (what
// training leaves out). Exit status: 0 measured, 2 bad use or bad input.
#include <cstdio>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tools/eval/clauses_command.h"
#include "tools/eval/eval_options.h"
#include "tools/eval/pairs_command.h"
#include "tools/eval/parsing_command.h"
#include "tools/eval/segmentation_eval.h"
#include "tools/eval/tagging_command.h"

namespace limpide {
namespace {

void print_row(const char* name, const MatchCount& count) {
  std::printf("  %-10s %8zu %8zu %8zu   %8.3f %8.3f %8.3f\n", name, count.gold, count.found,
              count.right, 100 * count.precision(), 100 * count.recall(), 100 * count.f1());
}

void print_table(const char* title, const SegmentationScores& scores) {
  std::printf("%s\n  %-10s %8s %8s %8s   %8s %8s %8s\n", title, "", "gold", "found", "right", "P",
              "R", "F1");
  print_row("tokens", scores.tokens);
  print_row("words", scores.words);
  print_row("sentences", scores.sentences);
}

void print_json(const char* name, const SegmentationScores& scores, bool last) {
  const auto row = [](const char* key, const MatchCount& count, const char* end) {
    std::printf("\"%s\":{\"gold\":%zu,\"found\":%zu,\"right\":%zu,\"f1\":%.6f}%s", key, count.gold,
                count.found, count.right, count.f1(), end);
  };
  std::printf("\"%s\":{", name);
  row("tokens", scores.tokens, ",");
  row("words", scores.words, ",");
  row("sentences", scores.sentences, "");
  std::printf("}%s", last ? "" : ",");
}

int run_segmentation(const EvalOptions& options) {
  auto input = load_eval_input(options);
  if (!input) return fail(input.error());
  const std::vector<TreebankSentence>& sentences = (*input)->sentences;
  const SegmentationResources& resources = (*input)->segmentation;
  auto whole = evaluate_segmentation(sentences, resources);
  if (!whole) return fail(whole.error());
  std::optional<SegmentationScores> kept;
  if (options.every > 0) {
    auto scores = evaluate_segmentation(every_nth(sentences, options.every, true), resources);
    if (!scores) return fail(scores.error());
    kept = std::move(scores).value();
  }
  if (options.misses) {
    for (const std::string& miss : (kept ? *kept : *whole).misses)
      std::printf("%s\n", miss.c_str());
  }
  if (options.json) {
    std::printf("{");
    print_json("all", *whole, !kept);
    if (kept) print_json("kept", *kept, true);
    std::printf("}\n");
    return 0;
  }
  print_table(options.file.c_str(), *whole);
  if (kept) print_table("sentences kept from training", *kept);
  return 0;
}

// Every stage but segmentation in one go: what limpide-eval FILE.conllu prints.
int run_all(const EvalOptions& options) {
  using Stage = int (*)(const EvalOptions&);
  constexpr std::pair<const char*, Stage> kStages[] = {{"segmentation", run_segmentation},
                                                       {"tagging", run_tagging_eval},
                                                       {"parsing", run_parsing_eval},
                                                       {"clauses", run_clauses_eval}};
  const char* before = "{";
  for (const auto& [name, stage] : kStages) {
    if (options.json) std::printf("%s\"%s\":", before, name);
    before = ",";
    const int code = stage(options);
    if (code != 0) return code;
  }
  if (options.json) std::printf("}\n");
  return 0;
}

int run(int argc, char** argv) {
  const std::optional<EvalOptions> options = parse_eval_options(argc, argv);
  if (options) {
    if (options->stage == "segmentation") return run_segmentation(*options);
    if (options->stage == "tagging") return run_tagging_eval(*options);
    if (options->stage == "parsing") return run_parsing_eval(*options);
    if (options->stage == "clauses") return run_clauses_eval(*options);
    if (options->stage == "gold") return run_gold_eval(*options);
    if (options->stage == "pairs") return run_pairs_eval(*options);
    if (options->stage == "all") return run_all(*options);
  }
  std::fprintf(
      stderr,
      "limpide-eval [segmentation|tagging|parsing|clauses] FILE.conllu [--every N] [--json] "
      "[--misses] [--model FILE] [--data FOLDER]\n"
      "limpide-eval gold FOLDER [--json] [--misses] [--data FOLDER]\n"
      "limpide-eval pairs FOLDER [--misses] [--data FOLDER]\n");
  return 2;
}

}  // namespace
}  // namespace limpide

int main(int argc, char** argv) { return limpide::run(argc, argv); }
