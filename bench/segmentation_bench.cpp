// Tokens a second of segment() on 10 MB of text. The text: LIMPIDE_BENCH_TEXT (any UTF-8 file, read
// over and over to 10 MB), else sentences made of words drawn from the lexicon.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "analyzer/base/files.h"
#include "analyzer/document/document_builder.h"
#include "analyzer/segmentation/segmenter.h"

namespace limpide {
namespace {

constexpr std::size_t kBytes = 10'000'000;

// Words by a fixed walk over 40,000 forms of the lexicon, each as often as its rank says (Zipf),
// so that new words become rare, as in real text.
std::string made_text(const Lexicon& lexicon) {
  constexpr double kForms = 40'000;
  std::string text;
  std::uint64_t state = 1;
  std::size_t words = 0;
  while (text.size() < kBytes) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    const double draw = static_cast<double>(state >> 33U) / 2147483648.0;
    const auto rank = static_cast<std::uint64_t>(std::exp(draw * std::log(kForms)));
    text += lexicon.form(static_cast<FormId>(rank * 2654435761U % lexicon.form_count()));
    ++words;
    text += words % 120 == 0 ? ".\n" : words % 17 == 0 ? ". " : words % 7 == 0 ? ", " : " ";
  }
  return text;
}

std::string bench_text(const Lexicon& lexicon) {
  const char* path = std::getenv("LIMPIDE_BENCH_TEXT");
  if (path == nullptr) return made_text(lexicon);
  auto read = read_file(path, kBytes * 2);
  if (!read || read->empty()) return {};
  std::string text;
  while (text.size() < kBytes) text += *read + "\n";
  return text;
}

Document document_of(std::string_view text) {
  DocumentBuilder builder(Format::kText, Limits{});
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    builder.open_block(Block{});
    builder.append_made(text.substr(0, end));
    builder.close_block();
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  auto document = builder.finish();
  return document ? std::move(document).value() : Document{};
}

void segment_ten_megabytes(benchmark::State& state) {
  auto lexicon = Lexicon::open(LIMPIDE_DATA_DIR "/fr/lexicon.bin");
  if (!lexicon) {
    state.SkipWithError("no lexicon");
    return;
  }
  auto resources = load_segmentation(LIMPIDE_DATA_DIR "/fr/segmentation", &*lexicon);
  if (!resources) {
    state.SkipWithError("no lists");
    return;
  }
  const Document document = document_of(bench_text(*lexicon));
  if (document.text.empty()) {
    state.SkipWithError("no text");
    return;
  }
  std::size_t tokens = 0;
  for (auto step : state) {
    (void)step;
    const Segmentation segmentation = segment(document, *resources);
    tokens += segmentation.tokens.size();
    benchmark::DoNotOptimize(segmentation.words.data());
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(tokens));
  state.SetBytesProcessed(static_cast<std::int64_t>(document.text.size()) *
                          static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(segment_ten_megabytes)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace limpide

BENCHMARK_MAIN();
