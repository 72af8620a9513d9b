// Does a check cost more with more house rules? In: the data folder, a text, a folder to write in,
// numbers of rules. Out: tab-separated lines, one a kind and number: milliseconds of the processor
// to load everything and to run all the rules over the analysed text, findings. The rules are made
// of words of the lexicon, one in fifty of which the text holds: terms (a CSV list), words (one
// XML pattern a file) and words that follow each other. Refuses: to judge. Usage:
// rules_scale_bench DATA_FOLDER FILE SCRATCH_FOLDER [NUMBER...]
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/base/files.h"
#include "analyzer/engine/engine.h"
#include "cli/console.h"
#include "cli/session.h"

namespace limpide {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = std::size_t{1} << 30;
constexpr std::size_t kOneInText = 50;   // one rule in so many names a word of the text
constexpr std::size_t kMostInText = 20;  // and no more of them, whatever the number of rules
constexpr int kRounds = 5;

double processor_ms() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

// Plain words of the lexicon that the text does not hold, and some that it holds two or three
// times.
struct Words {
  std::vector<std::string> absent;
  std::vector<std::string> present;
};

Words words_of(const LanguageResources& language, const Analysis& analysis) {
  Words words;
  std::set<std::string_view> here;
  std::vector<std::size_t> times(analysis.segmentation.forms.size(), 0);
  for (const Token& token : analysis.segmentation.tokens) ++times[token.form];
  const auto is_plain = [](std::string_view form) {
    return form.size() > 5 && std::all_of(form.begin(), form.end(),
                                          [](char byte) { return byte >= 'a' && byte <= 'z'; });
  };
  for (std::size_t i = 0; i < times.size(); ++i) {
    const Form& form = analysis.segmentation.forms[i];
    here.insert(form.lower);
    if ((times[i] == 2 || times[i] == 3) && is_plain(form.lower))
      words.present.push_back(form.lower);
  }
  for (FormId id = 0; id < language.lexicon.form_count(); id += 7) {
    std::string form = language.lexicon.form(id);
    if (is_plain(form) && here.count(form) == 0) words.absent.push_back(std::move(form));
  }
  return words;
}

const std::string& word_at(const Words& words, std::size_t rule) {
  const std::size_t turn = rule / kOneInText;
  const bool here = rule % kOneInText == 0 && turn < kMostInText && turn < words.present.size();
  return here ? words.present[turn] : words.absent[rule % words.absent.size()];
}

std::string rule_file(std::size_t number, const std::string& match, const std::string& word) {
  const std::string shown = "[[" + word + "]]";
  return "<rule id=\"banc-" + std::to_string(number) +
         "\" version=\"1\" principle=\"mots\" severity=\"info\"><title>t</title>"
         "<message>m {passage}</message><why>w</why><advice>a</advice>"
         "<source code=\"B\" ref=\"r\"/><match>" +
         match + "</match><examples><fires>a " + shown + "</fires><fires>b " + shown +
         "</fires><passes>c</passes><passes>d</passes></examples></rule>\n";
}

void write_rules(const fs::path& folder, const std::string& kind, const Words& words,
                 std::size_t count) {
  fs::remove_all(folder);
  fs::create_directories(folder);
  if (kind == "terms") {
    std::ofstream list(folder / "banc.csv");
    list << "terme;remplacement\n";
    for (std::size_t i = 0; i < count; ++i) list << word_at(words, i) << ";mot\n";
    return;
  }
  for (std::size_t i = 0; i < count; ++i) {
    const std::string& word = word_at(words, i);
    const std::string match =
        kind == "word" ? "<word form=\"" + word + "\"/>"
                       : "<words><word form=\"" + word + "\"/><gap max=\"3\"/><word/></words>";
    std::ofstream(folder / ("banc-" + std::to_string(i) + ".xml")) << rule_file(i, match, word);
  }
}

double median(std::vector<double> samples) {
  std::sort(samples.begin(), samples.end());
  return samples[samples.size() / 2];
}

struct Bench {
  std::string data_folder;
  Document document;
  fs::path scratch;
};

Status measure(const Bench& bench, const std::string& kind, const Words& words, std::size_t count) {
  const fs::path folder = bench.scratch / "banc";
  std::vector<std::string> houses;
  if (count > 0) {
    write_rules(folder, kind, words, count);
    houses.push_back(folder.string());
  }
  const double before = processor_ms();
  const Result<Engine> engine = Engine::build({bench.data_folder, all_readers(), houses, false});
  const double loading = processor_ms() - before;
  if (!engine) return engine.error();
  const Analysis analysis = engine->analysed(bench.document);
  std::vector<double> samples;
  std::size_t findings = 0;
  for (int round = 0; round < kRounds; ++round) {
    const double start = processor_ms();
    findings = run_rules(analysis, engine->rules(), {Profile::kCourrier, {}, {}}).size();
    samples.push_back(processor_ms() - start);
  }
  std::printf("%s\t%zu\t%.1f\t%.1f\t%zu\n", kind.c_str(), count, loading, median(samples),
              findings);
  std::fflush(stdout);
  return Done{};
}

Status run_all(const Bench& bench, const std::vector<std::size_t>& counts) {
  const auto language = load_language(bench.data_folder);
  if (!language) return language.error();
  const Words words = words_of(**language, analyse(bench.document, **language));
  if (words.absent.empty()) return make_error(ErrorCode::kInvalidInput, "error.read.no_text");
  std::printf("kind\trules\tload_ms\trun_ms\tfindings\n");
  for (const char* kind : {"terms", "word", "words"}) {
    for (const std::size_t count : counts) {
      const Status done = measure(bench, kind, words, count);
      if (!done) return done;
    }
  }
  std::error_code ignored;
  fs::remove_all(bench.scratch / "banc", ignored);
  return Done{};
}

int run(const std::vector<std::string>& arguments) {
  std::vector<std::size_t> counts;
  bool understood = arguments.size() >= 3;
  for (std::size_t i = 3; i < arguments.size(); ++i) {
    std::size_t number = 0;
    const char* end = arguments[i].data() + arguments[i].size();
    const auto parsed = std::from_chars(arguments[i].data(), end, number);
    understood = understood && parsed.ec == std::errc{} && parsed.ptr == end;
    counts.push_back(number);
  }
  if (!understood) {
    std::fputs("usage: rules_scale_bench DATA_FOLDER FILE SCRATCH_FOLDER [NUMBER...]\n", stderr);
    return kExitFailure;
  }
  if (counts.empty()) counts = {0, 100, 1000, 10000};
  const Result<std::string> bytes = read_file(arguments[1], kMostBytes);
  if (!bytes) {
    print_error(bytes.error());
    return kExitFailure;
  }
  Limits limits;
  limits.file_bytes = limits.text_bytes = kMostBytes;
  Result<Document> document = read_document(all_readers(), {arguments[1], *bytes}, limits);
  if (!document) {
    print_error(document.error());
    return kExitFailure;
  }
  const Status done = run_all({arguments[0], *std::move(document), arguments[2]}, counts);
  if (!done) print_error(done.error());
  return done ? kExitClean : kExitFailure;
}

}  // namespace
}  // namespace limpide

int main(int count, char** values) { return limpide::run({values + 1, values + count}); }
