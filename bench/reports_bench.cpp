// How long a report takes to write: 1 MB of text with 10,000 findings, over many lines or on one.
#include <benchmark/benchmark.h>

#include "analyzer/base/files.h"
#include "analyzer/document/document_builder.h"
#include "analyzer/reports/writers.h"

namespace {

using namespace limpide;

constexpr std::uint32_t kFindings = 10'000;

RuleSet one_rule() {
  RuleSet rules;
  LoadedRule rule;
  rule.spec.id = "mot-long";
  rule.spec.title = "Mot long";
  rule.spec.message = "{n, plural, one {# lettre} other {# lettres}}";
  rule.spec.why = "Pourquoi.";
  rule.spec.advice = "Conseil.";
  rules.rules.push_back(std::move(rule));
  return rules;
}

Catalogue project_texts() {
  const std::string path = std::string(LIMPIDE_SOURCE_DIR) + "/dictionaries/fr/messages.txt";
  const auto text = read_file(path, std::size_t{1} << 20);
  auto parsed = Catalogue::parse(text ? *text : std::string(), path);
  return parsed ? *std::move(parsed) : Catalogue();
}

// 100 bytes a finding. One block a finding, or one block and one line for all.
DocumentReport large_report(bool one_line, Format format) {
  const std::string sentence =
      "Ce courrier contient anticonstitutionnellement un mot long que la regle trouve et dit au "
      "lecteur. ";
  std::string source;
  for (std::uint32_t i = 0; i < kFindings; ++i) {
    source += sentence;
    if (!one_line) source.back() = '\n';
  }
  DocumentReport report;
  DocumentBuilder builder(format, Limits{});
  const std::uint32_t part = builder.add_part("", source);
  const auto size = static_cast<std::uint32_t>(sentence.size());
  if (one_line) {
    builder.open_block(Block{});
    builder.append(part, {0, static_cast<std::uint32_t>(source.size())});
    builder.close_block();
  }
  for (std::uint32_t i = 0; i < kFindings; ++i) {
    const std::uint32_t begin = i * size;
    if (!one_line) {
      builder.open_block(Block{});
      builder.append(part, {begin, begin + size - 1});
      builder.close_block();
    }
    report.sentences.push_back({begin, begin + size - 1});
    Finding finding;
    finding.span = {begin + 21, begin + 46};
    finding.arguments = {{"n", std::to_string(20 + i % 10)}};
    finding.suggestions = {{{{finding.span, "mot"}}, true}};
    finding.fingerprint = i;
    report.findings.push_back(std::move(finding));
  }
  report.document = std::move(builder.finish()).value();
  return report;
}

void write_report(benchmark::State& state, const char* format, bool one_line, Format source) {
  const RuleSet rules = one_rule();
  const Catalogue texts = project_texts();
  const RunContext run{{"1", "1", "1"}, rules, texts, Profile::kCourrier};
  const Outcome outcome{"x.txt", large_report(one_line, source)};
  TerminalOptions all;
  all.all = true;
  std::size_t bytes = 0;
  for (auto round : state) {
    (void)round;
    auto writer = make_writer(format, all);
    std::string text = (*writer)->begin(run);
    text += (*writer)->document(run, outcome);
    text += (*writer)->end(run, {1, 0, kFindings});
    bytes = text.size();
    benchmark::DoNotOptimize(text);
  }
  state.counters["bytes"] = static_cast<double>(bytes);
}

const bool kRegistered = [] {
  for (const std::string& format : report_formats()) {
    for (const bool one_line : {false, true}) {
      for (const Format source : {Format::kText, Format::kDocx}) {
        const std::string name =
            format + (one_line ? "/one_line/" : "/lines/") + format_name(source);
        benchmark::RegisterBenchmark(name.c_str(), [format, one_line,
                                                    source](benchmark::State& state) {
          write_report(state, format.c_str(), one_line, source);
        })->Unit(benchmark::kMillisecond);
      }
    }
  }
  return true;
}();

}  // namespace

BENCHMARK_MAIN();
