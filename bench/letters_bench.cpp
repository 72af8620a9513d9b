// What a person waits for when a program that is already running checks letters, as the service
// does. In: the data folder, a folder of letters, how many rounds. Out: a line a letter: words,
// median wall milliseconds of its first check, after other letters, and of the next one, as when
// somebody writes; with one thread and with two. Each round starts with nothing remembered, at
// another letter. Refuses: to judge. Usage: letters_bench DATA_FOLDER LETTERS [ROUNDS]
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "analyzer/base/files.h"
#include "analyzer/engine/engine.h"
#include "cli/session.h"

namespace limpide {
namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 24;

struct Letter {
  std::string path;
  std::string bytes;
  std::size_t words = 0;
  std::vector<double> first[2];  // milliseconds; one thread, two
  std::vector<double> again[2];
};

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values.empty() ? 0 : values[values.size() / 2];
}

bool check(const Engine& engine, Workspaces& workspaces, unsigned threads, Letter& letter,
           std::vector<double>& milliseconds) {
  AnalysisOptions options;
  options.threads = threads;
  options.workspaces = &workspaces;
  const auto start = std::chrono::steady_clock::now();
  const Result<DocumentReport> report = engine.check({letter.path, letter.bytes}, options);
  const auto end = std::chrono::steady_clock::now();
  if (!report) return false;
  letter.words = report->score.words;
  milliseconds.push_back(std::chrono::duration<double, std::milli>(end - start).count());
  return true;
}

int run(const std::string& data, const std::string& folder, std::size_t rounds) {
  const Result<Engine> engine = Engine::build({data, all_readers(), {}, false});
  if (!engine) return 2;
  std::vector<Letter> letters;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    Result<std::string> bytes = read_file(entry.path().string(), kMostBytes);
    if (bytes) letters.push_back({entry.path().string(), *std::move(bytes), 0, {}});
  }
  std::sort(letters.begin(), letters.end(),
            [](const Letter& a, const Letter& b) { return a.path < b.path; });
  for (std::size_t round = 0; round < rounds; ++round) {
    for (const unsigned threads : {1U, 2U}) {
      Workspaces workspaces(engine->language());
      for (std::size_t i = 0; i < letters.size(); ++i) {
        // The first letter of a round pays for memories that are cold: each has its turn.
        Letter& letter = letters[(i + round * letters.size() / rounds) % letters.size()];
        if (!check(*engine, workspaces, threads, letter, letter.first[threads - 1])) return 2;
        if (!check(*engine, workspaces, threads, letter, letter.again[threads - 1])) return 2;
      }
    }
  }
  std::printf("letter\twords\tfirst_1\tfirst_2\tagain_1\tagain_2\n");
  for (const Letter& letter : letters) {
    std::printf("%s\t%zu\t%.1f\t%.1f\t%.1f\t%.1f\n", letter.path.c_str(), letter.words,
                median(letter.first[0]), median(letter.first[1]), median(letter.again[0]),
                median(letter.again[1]));
  }
  return 0;
}

}  // namespace
}  // namespace limpide

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  std::size_t rounds = 7;
  const std::string_view given = argc > 3 ? argv[3] : "";
  std::from_chars(given.data(), given.data() + given.size(), rounds);
  return limpide::run(argv[1], argv[2], rounds);
}
