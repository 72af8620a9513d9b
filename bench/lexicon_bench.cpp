// limpide-lexicon-bench lexicon.bin text...
// Opening time, size, look-ups a second over running text: words in lower case as they come, looked
// up exactly; then as written, in any case. Best of several rounds.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "analyzer/base/files.h"
#include "analyzer/base/utf8.h"
#include "analyzer/lexicon/lexicon.h"

namespace {

using namespace limpide;
using Clock = std::chrono::steady_clock;

constexpr int kRounds = 7;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

void add_words(std::string_view text, std::vector<std::string>& words) {
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded current = decode_at(text, i);
    if (!is_letter(current.code_point)) {
      if (i > start) words.emplace_back(text.substr(start, i - start));
      start = i + current.size;
    }
    i += current.size;
  }
  if (start < text.size()) words.emplace_back(text.substr(start));
}

template <typename Function>
double best_rate(std::size_t count, Function&& function) {
  double best = 0;
  for (int round = 0; round < kRounds; ++round) {
    const Clock::time_point start = Clock::now();
    function();
    best = std::max(best, static_cast<double>(count) / seconds_since(start));
  }
  return best;
}

double best_opening(const char* path) {
  double best = 1e9;
  for (int round = 0; round < kRounds; ++round) {
    const Clock::time_point start = Clock::now();
    const auto lexicon = Lexicon::open(path);
    if (!lexicon) return -1;
    best = std::min(best, seconds_since(start));
  }
  return best;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fprintf(stderr, "usage: %s LEXICON TEXT...\n", arguments[0]);
    return 2;
  }
  const auto lexicon = Lexicon::open(arguments[1]);
  const auto bytes = read_file(arguments[1], std::size_t{64} << 20);
  if (!lexicon || !bytes) return 1;
  std::vector<std::string> words;
  for (int i = 2; i < count; ++i) {
    const auto text = read_file(arguments[i], std::size_t{256} << 20);
    if (text && is_valid_utf8(text.value())) add_words(to_nfc(text.value()), words);
  }
  std::vector<std::string> lower;
  for (const std::string& word : words) lower.push_back(to_lower(word));

  std::uint64_t found = 0;
  const double exact = best_rate(lower.size(), [&] {
    for (const std::string& word : lower) found += lexicon.value().find(word) != kNoForm ? 1 : 0;
  });
  const double any_case = best_rate(words.size(), [&] {
    for (const std::string& word : words)
      found += lexicon.value().find_any_case(word) != kNoForm ? 1 : 0;
  });
  std::uint64_t nouns = 0;
  const double traits = best_rate(lexicon.value().form_count(), [&] {
    for (FormId id = 0; id < lexicon.value().form_count(); ++id) {
      nouns += lexicon.value().traits(id).may_be(Upos::kNoun) ? 1 : 0;
    }
  });
  std::printf("file\t%.2f MB\nopening\t%.3f ms\nforms\t%u\nclasses\t%u\nwords\t%zu\n",
              static_cast<double>(bytes.value().size()) / 1e6, best_opening(arguments[1]) * 1e3,
              lexicon.value().form_count(), lexicon.value().class_count(), words.size());
  std::printf("find\t%.2f M/s\nfind_any_case\t%.2f M/s\ntraits\t%.0f M/s\n", exact / 1e6,
              any_case / 1e6, traits / 1e6);
  std::printf("check\t%llu\n", static_cast<unsigned long long>(found + nouns));
  return 0;
}
