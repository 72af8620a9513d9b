#include "tests/analyzer/reports/sample.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>

#include "analyzer/base/hash.h"
#include "analyzer/document/document_builder.h"

namespace limpide::testing {
namespace {

const char* const kMissing = "";

std::string read_or_empty(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return file ? text.str() : kMissing;
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> fields;
  std::string field;
  std::stringstream stream(text);
  while (std::getline(stream, field, separator)) fields.push_back(field);
  if (!text.empty() && text.back() == separator) fields.emplace_back();
  return fields;
}

Severity severity_from(const std::string& id) {
  for (const Severity severity :
       {Severity::kInfo, Severity::kMinor, Severity::kMajor, Severity::kBlocking}) {
    if (id == severity_id(severity)) return severity;
  }
  return Severity::kInfo;
}

// Appends a piece of the source as a block. Offsets are those of the source.
class Blocks {
 public:
  Blocks(const std::string& source, Format format)
      : builder_(format, Limits{}),
        source_(source),
        word_processor_(format == Format::kDocx || format == Format::kOdt) {
    part_ = builder_.add_part(word_processor_ ? "word/document.xml" : "", source);
  }
  void add(Block block, std::size_t begin, std::size_t end) {
    if (word_processor_) block.paragraph = ++paragraph_;
    builder_.open_block(block);
    builder_.append(part_, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    builder_.close_block();
  }
  void add_piece(std::size_t begin, std::size_t end) {
    const auto starts = [&](const char* mark) {
      return source_.compare(begin, std::strlen(mark), mark) == 0;
    };
    Block block;
    if (starts("# ")) {
      block.kind = BlockKind::kTitle;
      add(block, begin + 2, end);
    } else if (starts("## ")) {
      block.kind = BlockKind::kHeading;
      block.level = 1;
      add(block, begin + 3, end);
    } else if (starts("- ")) {
      block.kind = BlockKind::kListItem;
      block.level = 1;
      add(block, begin + 2, end);
    } else if (starts("| ")) {
      add_row(begin + 2, end);
    } else {
      add(block, begin, end);
    }
  }
  Document finish() { return std::move(builder_.finish()).value(); }

 private:
  void add_row(std::size_t begin, std::size_t end) {
    Block block;
    block.kind = BlockKind::kTableCell;
    block.table = 1;
    block.row = ++row_;
    while (begin < end) {
      const std::size_t bar = std::min(source_.find(" | ", begin), end);
      ++block.column;
      add(block, begin, bar);
      begin = bar + 3;
    }
  }

  DocumentBuilder builder_;
  const std::string& source_;
  bool word_processor_;
  std::uint32_t part_ = 0;
  std::uint32_t paragraph_ = 0;
  std::uint32_t row_ = 0;
};

// ". " and a capital end a sentence: enough for the sample, where "L. 821-1" does not.
std::vector<Span> sentences_of(const Document& document) {
  std::vector<Span> sentences;
  for (const Block& block : document.blocks) {
    std::uint32_t begin = block.text.begin;
    for (std::uint32_t i = begin; i + 2 < block.text.end; ++i) {
      const bool stop = document.text[i] == '.' && document.text[i + 1] == ' ' &&
                        document.text[i + 2] >= 'A' && document.text[i + 2] <= 'Z';
      if (!stop) continue;
      sentences.push_back({begin, i + 1});
      begin = i + 2;
    }
    sentences.push_back({begin, block.text.end});
  }
  return sentences;
}

Span find_words(const Document& document, const std::string& words) {
  if (words.empty()) return {};
  const std::size_t at = document.text.find(words);
  EXPECT_NE(at, std::string::npos) << words;
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

void add_replacements(Finding& finding, const std::string& field) {
  if (field.empty()) return;
  finding.operation.kind = field == "-" ? OperationKind::kDelete : OperationKind::kReplace;
  for (const std::string& text : split(field, '|')) {
    const std::string replacement = field == "-" ? "" : text;
    if (field != "-") finding.operation.texts.push_back(text);
    Span changed = finding.span;
    if (field == "-") ++changed.end;  // with the space it would leave behind
    finding.suggestions.push_back({{{changed, replacement}}, finding.suggestions.empty()});
  }
}

Finding finding_of(const RuleSet& rules, const Document& document, const std::string& line) {
  const std::vector<std::string> fields = split(line, '\t');
  Finding finding;
  for (std::size_t i = 0; i < rules.rules.size(); ++i) {
    if (rules.rules[i].spec.id == fields[0]) finding.rule = static_cast<std::uint32_t>(i);
  }
  finding.severity = severity_from(fields[1]);
  finding.span = find_words(document, fields[2]);
  for (const std::string& argument : split(fields[3], ';')) {
    const std::size_t equals = argument.find('=');
    finding.arguments.emplace_back(argument.substr(0, equals), argument.substr(equals + 1));
  }
  add_replacements(finding, fields[4]);
  if (!fields[5].empty()) {
    finding.related.push_back({find_words(document, fields[5]), {"test.note.first", {}}});
  }
  finding.fingerprint = hash_bytes(fields[0] + "|" + fields[2]);
  return finding;
}

RuleSpec rule_of(const Catalogue& fields, const std::string& id) {
  RuleSpec rule;
  rule.id = id;
  for (std::uint8_t value = 1; value <= 6; ++value) {
    const auto principle = static_cast<Principle>(value);
    if (fields.text(id + ".principle") == principle_id(principle)) rule.principle = principle;
  }
  rule.severity.fill(Severity::kMinor);
  rule.enabled.fill(true);
  rule.title = fields.text(id + ".title");
  rule.message = fields.text(id + ".message");
  rule.why = fields.text(id + ".why");
  rule.advice = fields.text(id + ".advice");
  rule.sources = {{"EU", "conseil 4"}};
  return rule;
}

}  // namespace

std::string golden_path(const std::string& name) {
  return std::string(LIMPIDE_SOURCE_DIR) + "/tests/golden/reports/" + name;
}

std::string read_golden(const std::string& name) {
  const std::string text = read_or_empty(golden_path(name));
  if (text.empty()) {
    ADD_FAILURE() << "missing: " << golden_path(name);
    std::abort();
  }
  return text;
}

void expect_golden(const std::string& name, const std::string& actual) {
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::ofstream(golden_path(name), std::ios::binary) << actual;
    return;
  }
  EXPECT_EQ(read_or_empty(golden_path(name)), actual)
      << golden_path(name) << " (UPDATE_GOLDEN=1 rewrites it)";
}

Catalogue sample_texts() {
  const std::string folder = std::string(LIMPIDE_SOURCE_DIR) + "/dictionaries/fr/";
  const std::string text = read_or_empty(folder + "messages.txt") + "\n" + read_golden("rules.txt");
  auto parsed = Catalogue::parse(text, "messages");
  EXPECT_TRUE(parsed.has_value());
  return std::move(parsed).value();
}

RuleSet sample_rules() {
  const Catalogue fields = std::move(Catalogue::parse(read_golden("rules.txt"), "rules")).value();
  RuleSet rules;
  for (const auto& entry : fields.entries()) {
    const std::size_t dot = entry.first.find(".principle");
    if (dot == std::string::npos) continue;
    LoadedRule rule;
    rule.spec = rule_of(fields, entry.first.substr(0, dot));
    rules.rules.push_back(std::move(rule));
  }
  std::vector<const RuleSpec*> specs;
  for (const LoadedRule& rule : rules.rules) specs.push_back(&rule.spec);
  rules.advices = group_rules(read_golden("advices.tsv"), "advices.tsv", specs);
  EXPECT_TRUE(rules.advices.faults.empty());
  rules.version = "1";
  return rules;
}

Document sample_document(const std::string& source, Format format) {
  Blocks blocks(source, format);
  std::size_t begin = 0;
  while (begin < source.size()) {
    const std::size_t end = std::min(source.find("\n\n", begin), source.size());
    blocks.add_piece(begin, source[end - 1] == '\n' ? end - 1 : end);
    begin = end + 2;
  }
  return blocks.finish();
}

DocumentReport sample_report(const RuleSet& rules, Format format) {
  DocumentReport report;
  report.document = sample_document(read_golden("letter.txt"), format);
  report.document.encoding = format == Format::kDocx ? "" : "UTF-8";
  report.kind = DocumentKind::kLetter;
  report.sentences = sentences_of(report.document);
  std::vector<std::string> lines = split(read_golden("findings.tsv"), '\n');
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (!lines[i].empty()) report.findings.push_back(finding_of(rules, report.document, lines[i]));
  }
  Finding muted = report.findings.back();
  report.findings.pop_back();
  report.muted.push_back({muted, "formule voulue par le service"});
  report.document.notices.push_back({{"test.notice.comments", {{"n", "2"}}}, {}});
  report.known = 3;
  report.metrics.words = 121;
  report.metrics.sentences = 9;
  report.metrics.syllables = 230;
  report.metrics.long_words = 42;
  report.metrics.words_per_sentence = 121.0 / 9;
  report.metrics.flesch_kandel_moles = 207 - 1.015 * 121 / 9 - 73.6 * 230 / 121;
  report.metrics.lix = 121.0 / 9 + 4200.0 / 121;
  return report;
}

DocumentReport report_of(const std::string& source, const std::string& words, Format format) {
  DocumentReport report;
  report.document = sample_document(source, format);
  report.sentences = sentences_of(report.document);
  Finding finding;
  finding.span = find_words(report.document, words);
  finding.arguments = {{"date", words}, {"mots", words}, {"terme", words}};
  report.findings.push_back(std::move(finding));
  return report;
}

std::string write_all(ReportWriter& writer, const RunContext& run,
                      const std::vector<Outcome>& outcomes) {
  RunSummary summary;
  std::string text = writer.begin(run);
  for (const Outcome& outcome : outcomes) {
    text += writer.document(run, outcome);
    ++summary.documents;
    if (!outcome.report)
      ++summary.failed;
    else
      summary.findings += static_cast<std::uint32_t>(outcome.report->findings.size());
  }
  return text + writer.end(run, summary);
}

}  // namespace limpide::testing
