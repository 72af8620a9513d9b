// limpide-eval segmentation FILE.conllu [--every N] [--json] [--misses] [--data FOLDER]
// Measures a stage against a treebank. --every N adds the figures of the sentences whose index is
// a multiple of N (what training leaves out). Exit status: 0 measured, 2 bad use or bad input.
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/base/files.h"
#include "tools/eval/segmentation_eval.h"

namespace limpide {
namespace {

constexpr std::size_t kMaxTreebankBytes = std::size_t{1} << 30;

struct Options {
  std::string file;
  std::string data;
  std::size_t every = 0;
  bool json = false;
  bool misses = false;
};

int fail(const Error& error) {
  std::fprintf(stderr, "%s %s:%u", error.message.key.c_str(), error.location.path.c_str(),
               error.location.line);
  for (const auto& [name, value] : error.message.arguments) {
    std::fprintf(stderr, " %s=%s", name.c_str(), value.c_str());
  }
  std::fputc('\n', stderr);
  return 2;
}

std::string default_data(const char* program) {
  const std::string path(program);
  const std::size_t slash = path.rfind('/');
  return (slash == std::string::npos ? "." : path.substr(0, slash)) + "/../share/limpide";
}

std::optional<Options> parse_options(int argc, char** argv) {
  Options options;
  options.data = default_data(argv[0]);
  for (int i = 2; i < argc; ++i) {
    const std::string argument = argv[i];
    const bool has_value = i + 1 < argc;
    if (argument == "--json")
      options.json = true;
    else if (argument == "--misses")
      options.misses = true;
    else if (argument == "--every" && has_value)
      options.every = std::strtoul(argv[++i], nullptr, 10);
    else if (argument == "--data" && has_value)
      options.data = argv[++i];
    else if (options.file.empty() && argument.front() != '-')
      options.file = argument;
    else
      return std::nullopt;
  }
  if (options.file.empty()) return std::nullopt;
  return options;
}

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

int run_segmentation(const Options& options) {
  auto lexicon = Lexicon::open(options.data + "/fr/lexicon.bin");
  if (!lexicon) return fail(lexicon.error());
  auto resources = load_segmentation(options.data + "/fr/segmentation", &*lexicon);
  if (!resources) return fail(resources.error());
  auto text = read_file(options.file, kMaxTreebankBytes);
  if (!text) return fail(text.error());
  auto sentences = parse_conllu(*text, options.file);
  if (!sentences) return fail(sentences.error());
  auto whole = evaluate_segmentation(*sentences, *resources);
  if (!whole) return fail(whole.error());
  std::optional<SegmentationScores> kept;
  if (options.every > 0) {
    auto scores = evaluate_segmentation(every_nth(*sentences, options.every, true), *resources);
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

int run(int argc, char** argv) {
  const std::optional<Options> options = argc > 1 ? parse_options(argc, argv) : std::nullopt;
  if (options && std::string(argv[1]) == "segmentation") return run_segmentation(*options);
  std::fprintf(stderr,
               "limpide-eval segmentation FILE.conllu [--every N] [--json] [--misses] "
               "[--data FOLDER]\n");
  return 2;
}

}  // namespace
}  // namespace limpide

int main(int argc, char** argv) { return limpide::run(argc, argv); }
