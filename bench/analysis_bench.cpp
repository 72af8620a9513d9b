// analysis_bench FILE [ROUNDS]: tokens a second of each stage from raw text to facts, one core,
// processor time, median of the rounds (5); and how long the models take to open.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/base/files.h"
#include "analyzer/readers/text/text_reader.h"
#include "analyzer/segmentation/segmenter.h"

namespace limpide {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{256} << 20;

double seconds_of(const std::function<void()>& work) {
  const std::clock_t start = std::clock();
  work();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

void report(const char* name, std::size_t tokens, std::size_t rounds,
            const std::function<void()>& work) {
  std::vector<double> seconds;
  for (std::size_t i = 0; i < rounds; ++i) seconds.push_back(seconds_of(work));
  std::sort(seconds.begin(), seconds.end());
  const double median = seconds[seconds.size() / 2];
  std::printf("%-16s %9.2f ms  [%.2f to %.2f]", name, 1000 * median, 1000 * seconds.front(),
              1000 * seconds.back());
  if (tokens > 0) std::printf("  %10.0f tokens/s", static_cast<double>(tokens) / median);
  std::printf("\n");
}

int fail(const Error& error) {
  std::fprintf(stderr, "%s %s\n", error.message.key.c_str(), error.location.path.c_str());
  return 2;
}

int run(const std::string& path, std::size_t rounds) {
  const std::string data = LIMPIDE_DATA_DIR;
  const auto language = load_language(data, Depth::kTrees);
  if (!language) return fail(language.error());
  const SyntaxResources& syntax = *(*language)->syntax;
  const Lexicon& lexicon = (*language)->lexicon;
  const auto bytes = read_file(path, kMaxBytes);
  if (!bytes) return fail(bytes.error());
  const auto document = TextReader().read({path, *bytes}, Limits{});
  if (!document) return fail(document.error());
  const Analysis whole = analyse(*document, **language, Depth::kTrees);
  const Segmentation& cut = whole.segmentation;
  const std::size_t tokens = cut.tokens.size();
  std::printf("%zu bytes, %zu tokens, %zu sentences\n", bytes->size(), tokens,
              cut.sentences.size());
  report("segment", tokens, rounds, [&] { (void)segment(*document, (*language)->segmentation); });
  report("tag", tokens, rounds, [&] { (void)tag_words(cut, lexicon, syntax.tagging); });
  report("parse", tokens, rounds,
         [&] { (void)parse_words(cut, whole.tagging, lexicon, syntax.parsing); });
  report("clauses", tokens, rounds,
         [&] { (void)find_clauses(cut, whole.tagging, whole.trees, lexicon, syntax.clauses); });
  report("facts", tokens, rounds, [&] {
    (void)find_facts({document->text, cut, whole.tagging, whole.trees, whole.clauses},
                     syntax.facts);
  });
  report("text to analysis", tokens, rounds,
         [&] { (void)analyse(*document, **language, Depth::kTrees); });
  report("open tagger", 0, rounds,
         [&] { (void)TaggingModel::open(data + "/fr/models/tagger.bin"); });
  report("open parser", 0, rounds,
         [&] { (void)ParsingModel::open(data + "/fr/models/parser.bin"); });
  report("load lists", 0, rounds, [&] {
    (void)ClauseResources::load(data + "/fr/parsing");
    (void)FactResources::load(data + "/fr/facts");
  });
  return 0;
}

}  // namespace
}  // namespace limpide

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "analysis_bench FILE [ROUNDS]\n");
    return 2;
  }
  const std::size_t rounds = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 5;
  return limpide::run(argv[1], std::max<std::size_t>(rounds, 1));
}
