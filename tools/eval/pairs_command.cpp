#include "tools/eval/pairs_command.h"

#include <cstdio>

#include "analyzer/base/files.h"
#include "tools/eval/pairs_eval.h"

namespace limpide {
namespace {

constexpr std::size_t kTableBytes = std::size_t{1} << 22;

void print_row(const std::string& name, const PairCount& count) {
  const double share =
      count.pairs == 0 ? 1 : static_cast<double>(count.right) / static_cast<double>(count.pairs);
  std::printf("  %-24s %5zu of %5zu   %.3f\n", name.c_str(), count.right, count.pairs, share);
}

int print_table(const EvalOptions& options, const Engine& engine, bool safe) {
  const std::string path = options.file + (safe ? "/safe.tsv" : "/unsafe.tsv");
  const Result<std::string> tsv = read_file(path, kTableBytes);
  if (!tsv) return fail(tsv.error());
  const Result<PairScores> scores = score_pairs({*tsv, path, safe}, engine);
  if (!scores) return fail(scores.error());
  std::printf("%s\n", path.c_str());
  for (const auto& entry : scores->classes) print_row(entry.first, entry.second);
  print_row(safe ? "all: passed" : "all: caught", scores->all);
  if (options.misses) {
    for (const std::string& line : scores->wrong) std::printf("%s\n", line.c_str());
  }
  return 0;
}

}  // namespace

int run_pairs_eval(const EvalOptions& options) {
  const Result<Engine> engine = eval_engine(options.data);
  if (!engine) return fail(engine.error());
  const int safe = print_table(options, *engine, true);
  return safe != 0 ? safe : print_table(options, *engine, false);
}

}  // namespace limpide
