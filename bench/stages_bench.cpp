// Where the time of a check goes, in one process. In: the data folder, one file in any format, how
// many rounds. Out: tab-separated lines, median, least and most milliseconds of the processor for
// each stage, MB/s and tokens/s from the median; then the rules, the slowest first. Refuses: to
// judge; bench/run compares with the bars. Usage: stages_bench DATA_FOLDER FILE [ROUNDS]
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <map>
#include <string>
#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/analysis/syntax_memory.h"
#include "analyzer/base/files.h"
#include "analyzer/engine/engine.h"
#include "analyzer/engine/proof.h"
#include "analyzer/reports/json_writer.h"
#include "analyzer/rules/loader.h"
#include "analyzer/rules/parameters.h"
#include "analyzer/segmentation/segmenter.h"
#include "analyzer/structure/structure.h"
#include "cli/console.h"
#include "cli/session.h"

namespace limpide {
namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 30;
constexpr std::size_t kRulesShown = 20;
constexpr Profile kProfile = Profile::kCourrier;

using Samples = std::vector<double>;  // milliseconds, one a round

// Time of the processor spent by this thread: other work on the machine does not count.
double processor_ms() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double wall_ms() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::milli>(now).count();
}

// Times by name, in the order in which the names first came.
class Stopwatch {
 public:
  template <typename Work>
  auto time(const std::string& name, const Work& work) {
    Record record(*this, name, processor_ms);
    return work();
  }
  // What a person waits for, whatever the number of threads.
  template <typename Work>
  auto time_wall(const std::string& name, const Work& work) {
    Record record(*this, name, wall_ms);
    return work();
  }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  [[nodiscard]] const Samples& samples(const std::string& name) const { return times_.at(name); }

 private:
  class Record {
   public:
    Record(Stopwatch& watch, const std::string& name, double (*now)())
        : watch_(watch), name_(name), now_(now), start_(now()) {}
    Record(const Record&) = delete;
    Record& operator=(const Record&) = delete;
    ~Record() { watch_.add(name_, now_() - start_); }

   private:
    Stopwatch& watch_;
    const std::string& name_;
    double (*now_)();
    double start_;
  };

  void add(const std::string& name, double milliseconds) {
    Samples& samples = times_[name];
    if (samples.empty()) names_.push_back(name);
    samples.push_back(milliseconds);
  }

  std::vector<std::string> names_;
  std::map<std::string, Samples> times_;
};

double median(Samples samples) {
  std::sort(samples.begin(), samples.end());
  const std::size_t middle = samples.size() / 2;
  if (samples.size() % 2 == 1) return samples[middle];
  return (samples[middle - 1] + samples[middle]) / 2;
}

struct Input {
  std::string data_folder;
  std::string path;
  std::string bytes;
  Limits limits;
  std::size_t rounds = 5;
};

struct Counts {
  std::size_t tokens = 0;
  std::size_t sentences = 0;
  std::size_t blocks = 0;
  std::size_t forms = 0;
  std::size_t findings = 0;
  std::size_t report_bytes = 0;
};

// One rule at a time through the runner, which searches the terms first whatever the rule: that
// part is timed apart and taken away.
void time_each_rule(const Analysis& analysis, const RuleSet& rules, Stopwatch& watch) {
  const std::uint32_t count = static_cast<std::uint32_t>(rules.rules.size());
  watch.time("find_terms", [&] { return find_terms(*rules.terms, analysis); });
  for (std::uint32_t i = 0; i < count; ++i) {
    const RuleSpec& spec = rules.spec(i);
    if (!spec.enabled[index_of(kProfile)]) continue;
    watch.time(spec.id + " (" + spec.kind + ")", [&] {
      return run_rules(analysis, rules, {kProfile, {i}, {}});
    });
  }
}

struct Parts {
  std::unique_ptr<const LanguageResources> language;
  RuleSet rules;
  RewritingResources rewriting;
  VerificationResources verification;
};

Result<Parts> load_parts(const std::string& folder, Stopwatch& watch) {
  auto language = watch.time("load_language", [&] { return load_language(folder, Depth::kTrees); });
  if (!language) return language.error();
  auto rules = watch.time("load_rules", [&] {
    return load_rules(RuleSources{folder, {}, false}, **language);
  });
  if (!rules) return rules.error();
  auto rewriting = watch.time("load_rewriting", [&] { return load_rewriting(folder); });
  if (!rewriting) return rewriting.error();
  auto verification = watch.time("load_verification", [&] { return load_verification(folder); });
  if (!verification) return verification.error();
  return Parts{*std::move(language), *std::move(rules), *std::move(rewriting),
               *std::move(verification)};
}

struct Watches {
  Stopwatch loading;
  Stopwatch stages;
  Stopwatch analysis;
  Stopwatch rules;
  Stopwatch whole;
};

// Each stage apart, in the order of engine.cpp.
Status run_stages(const Input& input, const Parts& parts, Watches& watches, Counts& counts) {
  Stopwatch& stages = watches.stages;
  const Readers readers = all_readers();
  const SourceFile file{input.path, input.bytes};
  const auto document =
      stages.time("read_document", [&] { return read_document(readers, file, input.limits); });
  if (!document) return document.error();
  SyntaxMemories memories = stages.time(
      "long_memories", [&] { return long_memories(*parts.language, 1, document->text.size()); });
  const Analysis analysis = stages.time(
      "analyse", [&] { return analyse(*document, *parts.language, Depth::kTrees, memories); });
  auto raw = stages.time("run_rules", [&] {
    return run_rules(analysis, parts.rules, {kProfile, {}, {}});
  });
  Selected selected = stages.time("select_findings", [&] {
    return select_findings(analysis, parts.rules, std::move(raw), Baseline{}, UserWords{});
  });
  stages.time("add_suggestions",
              [&] { add_suggestions(analysis, parts.rewriting, selected.findings); });
  stages.time("keep_proved", [&] {
    keep_proved(analysis, {parts.verification, parts.rewriting.grammar}, memories, nullptr,
                selected.findings);
  });

  const auto cut = watches.analysis.time(
      "segment", [&] { return segment(*document, parts.language->segmentation); });
  const Structure structure = watches.analysis.time(
      "describe", [&] { return describe(*document, cut, parts.language->structure); });
  watches.analysis.time("measure", [&] { return measure(cut, structure); });
  const SyntaxResources& syntax = *parts.language->syntax;
  const Lexicon& lexicon = parts.language->lexicon;
  watches.analysis.time("tag_words", [&] { return tag_words(cut, lexicon, syntax.tagging); });
  watches.analysis.time(
      "parse_words", [&] { return parse_words(cut, analysis.tagging, lexicon, syntax.parsing); });
  watches.analysis.time("find_clauses", [&] {
    return find_clauses(cut, analysis.tagging, analysis.trees, lexicon, syntax.clauses);
  });
  watches.analysis.time("find_facts", [&] {
    return find_facts({document->text, cut, analysis.tagging, analysis.trees, analysis.clauses},
                      syntax.facts);
  });
  time_each_rule(analysis, parts.rules, watches.rules);
  counts = {cut.tokens.size(), cut.sentences.size(),     document->blocks.size(),
            cut.forms.size(),  selected.findings.size(), 0};
  return Done{};
}

// What a second document of the same run costs: engine and report, nothing to load.
Status run_whole(const Input& input, const Engine& engine, Watches& watches, Counts& counts) {
  AnalysisOptions options;
  options.rules.profile = kProfile;
  options.limits = input.limits;
  const RunContext context{engine.versions(), engine.rules(), texts(), kProfile};
  const auto writer = make_json_writer();
  Outcome outcome{input.path, watches.whole.time("Engine::check", [&] {
                    return engine.check({input.path, input.bytes}, options);
                  })};
  if (!outcome.report) return outcome.report.error();
  for (const unsigned threads : {1U, 2U}) {
    options.threads = threads;
    watches.whole.time_wall("Engine::check, wall, threads: " + std::to_string(threads), [&] {
      return engine.check({input.path, input.bytes}, options).has_value();
    });
  }
  const std::string text =
      watches.stages.time("json_writer", [&] { return writer->document(context, outcome); });
  counts.report_bytes = text.size();
  return Done{};
}

void print_line(const char* group, const std::string& name, const Samples& samples,
                double megabytes, double tokens) {
  const double middle = median(samples);
  const double seconds = std::max(middle, 1e-6) / 1000;
  const auto [least, most] = std::minmax_element(samples.begin(), samples.end());
  std::printf("%s\t%s\t%.4f\t%.4f\t%.4f\t%.2f\t%.0f\n", group, name.c_str(), middle, *least, *most,
              megabytes / seconds, tokens / seconds);
}

void print_group(const char* group, const Stopwatch& watch, const std::vector<std::string>& names,
                 const Input& input, const Counts& counts) {
  for (const std::string& name : names) {
    print_line(group, name, watch.samples(name), static_cast<double>(input.bytes.size()) / 1e6,
               static_cast<double>(counts.tokens));
  }
}

void print_rules(const Input& input, const Stopwatch& watch, const Counts& counts) {
  const double terms = median(watch.samples("find_terms"));
  std::vector<std::pair<std::string, Samples>> rules;
  for (const std::string& name : watch.names()) {
    Samples samples = watch.samples(name);
    for (double& sample : samples)
      sample = std::max(0.0, name == "find_terms" ? sample : sample - terms);
    rules.emplace_back(name, samples);
  }
  std::stable_sort(rules.begin(), rules.end(), [](const auto& a, const auto& b) {
    return median(a.second) > median(b.second);
  });
  if (rules.size() > kRulesShown) rules.resize(kRulesShown);
  for (const auto& [name, samples] : rules) {
    print_line("rule", name, samples, static_cast<double>(input.bytes.size()) / 1e6,
               static_cast<double>(counts.tokens));
  }
}

void print_all(const Input& input, const Watches& watches, const Counts& counts) {
  std::printf(
      "file\t%s\tbytes %zu\ttokens %zu\tsentences %zu\tblocks %zu\tforms %zu\tfindings %zu"
      "\treport_bytes %zu\trounds %zu\n",
      input.path.c_str(), input.bytes.size(), counts.tokens, counts.sentences, counts.blocks,
      counts.forms, counts.findings, counts.report_bytes, input.rounds);
  std::printf("group\tname\tmedian_ms\tleast_ms\tmost_ms\tMB_per_s\ttokens_per_s\n");
  print_group("load", watches.loading, watches.loading.names(), input, counts);
  print_group("stage", watches.stages, watches.stages.names(), input, counts);
  print_group("analyse", watches.analysis, watches.analysis.names(), input, counts);
  print_group("whole", watches.whole, watches.whole.names(), input, counts);
  print_rules(input, watches.rules, counts);
}

Status bench(const Input& input) {
  Watches watches;
  Counts counts;
  const Result<Engine> engine = Engine::build({input.data_folder, all_readers()});
  if (!engine) return engine.error();
  for (std::size_t round = 0; round < input.rounds; ++round) {
    const Result<Engine> loaded = watches.loading.time("Engine::build", [&] {
      return Engine::build({input.data_folder, all_readers(), {}, false});
    });
    if (!loaded) return loaded.error();
    const Result<Parts> parts = load_parts(input.data_folder, watches.loading);
    if (!parts) return parts.error();
    const Status stages = run_stages(input, *parts, watches, counts);
    if (!stages) return stages;
    const Status whole = run_whole(input, *engine, watches, counts);
    if (!whole) return whole;
  }
  print_all(input, watches, counts);
  return Done{};
}

int run(const std::vector<std::string>& arguments) {
  Input input;
  bool understood = arguments.size() == 2 || arguments.size() == 3;
  if (arguments.size() == 3) {
    const std::string& text = arguments[2];
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), input.rounds);
    understood = parsed.ec == std::errc{} && input.rounds > 0;
  }
  if (!understood) {
    std::fputs("usage: stages_bench DATA_FOLDER FILE [ROUNDS]\n", stderr);
    return kExitFailure;
  }
  input.data_folder = arguments[0];
  input.path = arguments[1];
  input.limits.file_bytes = kMostBytes;
  input.limits.text_bytes = kMostBytes;
  Result<std::string> bytes = read_file(input.path, kMostBytes);
  if (!bytes) {
    print_error(bytes.error());
    return kExitFailure;
  }
  input.bytes = *std::move(bytes);
  const Status done = bench(input);
  if (!done) print_error(done.error());
  return done ? kExitClean : kExitFailure;
}

}  // namespace
}  // namespace limpide

int main(int count, char** values) { return limpide::run({values + 1, values + count}); }
