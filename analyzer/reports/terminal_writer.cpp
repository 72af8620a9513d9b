#include "analyzer/reports/terminal_writer.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "analyzer/base/utf8.h"
#include "analyzer/reports/groups.h"
#include "analyzer/reports/positions.h"
#include "analyzer/reports/terminal_mentions.h"
#include "analyzer/reports/terminal_score.h"
#include "analyzer/reports/terminal_sheet.h"
#include "analyzer/reports/texts.h"
#include "analyzer/reports/visible.h"

namespace limpide {
namespace {

constexpr std::size_t kFirstThings = 3;

constexpr const char* kUnderline = "4";

const char* severity_style(Severity severity) {
  switch (severity) {
    case Severity::kBlocking:
      return "1;31";
    case Severity::kMajor:
      return "31";
    case Severity::kMinor:
      return "33";
    case Severity::kInfo:
      return "36";
  }
  return "36";
}

class TerminalWriter : public ReportWriter {
 public:
  explicit TerminalWriter(const TerminalOptions& options)
      : colour_(options.colour),
        width_(static_cast<std::size_t>(std::clamp(options.width, 40, 100))),
        max_per_rule_(static_cast<std::size_t>(std::max(options.max_per_rule, 0))) {}

  std::string begin(const RunContext&) override { return {}; }
  std::string document(const RunContext& run, const Outcome& outcome) override;
  std::string end(const RunContext& run, const RunSummary& summary) override;

 private:
  struct Page {
    const RunContext& run;
    const DocumentReport& report;
    const std::string& name;
    const Places& places;
    Sheet& sheet;
  };
  static void write_title(Sheet& sheet, const std::string& name);
  void write_rule(const Page& page, const RuleGroup& group);
  void write_finding(const Page& page, const Finding& finding, Severity usual);
  static void write_excerpt(const Page& page, const Finding& finding);
  void write_more(const Page& page, const RuleGroup& group, std::size_t shown) const;
  static void write_summary(const Page& page, const std::vector<PrincipleGroup>& groups);
  static void write_left_out(const Page& page);
  static void write_facts(const Page& page);

  bool colour_;
  std::size_t width_;
  std::size_t max_per_rule_;
  FindingMessages messages_;
};

void TerminalWriter::write_title(Sheet& sheet, const std::string& name) {
  const std::string shown(fitting_start(name, sheet.width() - 8));
  const std::size_t used = display_width(shown) + 4;
  const std::string line = repeated(0x2500, 2) + " " + shown + " " +
                           repeated(0x2500, sheet.width() - std::min(used, sheet.width()));
  sheet.raw(0, sheet.styled(line, kBold));
  sheet.blank();
}

void TerminalWriter::write_excerpt(const Page& page, const Finding& finding) {
  constexpr std::size_t kIndent = 6;
  Sheet& sheet = page.sheet;
  const Excerpt shown = excerpt(page.report, finding.span, sheet.width() - kIndent);
  if (sheet.colour()) {
    const std::string style = std::string(kUnderline) + ";" + severity_style(finding.severity);
    sheet.raw(kIndent, shown.before + sheet.styled(shown.marked, style.c_str()) + shown.after);
    return;
  }
  sheet.raw(kIndent, shown.before + shown.marked + shown.after);
  sheet.raw(kIndent, std::string(display_width(shown.before), ' ') +
                         std::string(display_width(shown.marked), '^'));
}

// `usual` is the severity that the rule's heading shows.
void TerminalWriter::write_finding(const Page& page, const Finding& finding, Severity usual) {
  Sheet& sheet = page.sheet;
  const Catalogue& texts = page.run.texts;
  const Document& document = page.report.document;
  sheet.blank();
  std::string place = place_text(texts, document, page.places.of(finding));
  if (finding.severity != usual) {
    place =
        texts.format({"report.place.graded",
                      {{"place", place}, {"severity", severity_word(texts, finding.severity)}}});
  }
  sheet.paragraph(4, with_cost(texts, page.report, finding, place), kBold);
  if (!finding.span.empty()) write_excerpt(page, finding);
  sheet.paragraph(6, messages_.of(page.run.rules.spec(finding.rule), finding));
  for (const RelatedSpan& related : finding.related) {
    if (related.note.key.empty()) continue;
    const std::string there = place_text(texts, document, page.places.of(related.span));
    sheet.paragraph(6, texts.format({"report.related",
                                     {{"place", there}, {"note", texts.format(related.note)}}}));
  }
  const std::string proposal = proposals(texts, document, finding);
  if (!proposal.empty()) {
    sheet.paragraph(6, texts.format({"report.proposal", {{"text", proposal}}}), "32");
  }
}

void TerminalWriter::write_more(const Page& page, const RuleGroup& group, std::size_t shown) const {
  std::vector<const Place*> places;
  for (std::size_t i = shown; i < group.findings.size(); ++i) {
    places.push_back(&page.places.of(page.report.findings[group.findings[i]]));
  }
  page.sheet.blank();
  page.sheet.paragraph(
      4, page.run.texts.format(
             {"report.more",
              {{"n", std::to_string(places.size())},
               {"places", places_text(page.run.texts, page.report.document, places)}}}));
}

void TerminalWriter::write_rule(const Page& page, const RuleGroup& group) {
  Sheet& sheet = page.sheet;
  const Catalogue& texts = page.run.texts;
  const RuleSpec& rule = page.run.rules.spec(group.rule);
  const std::string head = texts.format({"report.rule.head",
                                         {{"title", rule.title},
                                          {"severity", severity_word(texts, group.severity)},
                                          {"n", std::to_string(group.findings.size())}}});
  sheet.blank();
  const std::string shown = visible_line(head);
  const std::string id = visible_line(rule.id);
  const bool one_line = display_width(shown) + display_width(id) + 6 <= sheet.width();
  const std::string tag = sheet.styled("[" + id + "]", kDim);
  const std::string bold = sheet.styled(shown, severity_style(group.severity));
  if (one_line) {
    sheet.raw(2, bold + "  " + tag);
  } else {
    sheet.paragraph(2, head, severity_style(group.severity));
    sheet.raw(2, tag);
  }
  sheet.paragraph(2, texts.format({"report.why", {{"text", rule.why}}}), nullptr, 2);
  sheet.paragraph(2, texts.format({"report.advice", {{"text", rule.advice}}}), nullptr, 2);

  // One more line would take the place of one more finding: show that finding.
  const bool all = max_per_rule_ == 0 || group.findings.size() <= max_per_rule_ + 1;
  const std::size_t count = all ? group.findings.size() : max_per_rule_;
  for (std::size_t i = 0; i < count; ++i) {
    write_finding(page, page.report.findings[group.findings[i]], group.severity);
  }
  if (count < group.findings.size()) write_more(page, group, count);
}

void TerminalWriter::write_summary(const Page& page, const std::vector<PrincipleGroup>& groups) {
  Sheet& sheet = page.sheet;
  const Catalogue& texts = page.run.texts;
  const std::vector<Finding>& findings = page.report.findings;
  sheet.paragraph(0,
                  texts.format({"report.summary",
                                {{"n", std::to_string(findings.size())},
                                 {"name", page.name},
                                 {"details", severity_counts(texts, findings)}}}),
                  kBold);
  const std::vector<RuleGroup> first = first_things(groups, kFirstThings);
  if (first.empty()) return;
  sheet.paragraph(0, texts.format({"report.summary.first", {{"n", std::to_string(first.size())}}}));
  for (std::size_t i = 0; i < first.size(); ++i) {
    const RuleSpec& rule = page.run.rules.spec(first[i].rule);
    const Finding& finding = page.report.findings[first[i].findings.front()];
    const std::string place = place_text(texts, page.report.document, page.places.of(finding));
    const std::size_t n = first[i].findings.size();
    sheet.paragraph(2,
                    texts.format({"report.summary.thing",
                                  {{"rank", std::to_string(i + 1)},
                                   {"title", rule.title},
                                   {"advice", rule.advice},
                                   {"n", std::to_string(n)},
                                   {"place", place}}}),
                    nullptr, 3);
  }
}

void TerminalWriter::write_left_out(const Page& page) {
  Sheet& sheet = page.sheet;
  const Catalogue& texts = page.run.texts;
  const DocumentReport& report = page.report;
  if (!report.muted.empty()) {
    sheet.blank();
    sheet.paragraph(0,
                    texts.format({"report.muted", {{"n", std::to_string(report.muted.size())}}}));
  }
  for (const MutedFinding& muted : report.muted) {
    const Place& place = page.places.of(muted.finding);
    sheet.paragraph(2,
                    texts.format({muted.reason.empty() ? "report.muted.one" : "report.muted.reason",
                                  {{"title", page.run.rules.spec(muted.finding.rule).title},
                                   {"place", place_text(texts, report.document, place)},
                                   {"reason", muted.reason}}}),
                    nullptr, 2);
  }
  if (report.known > 0) {
    sheet.blank();
    sheet.paragraph(0, texts.format({"report.known", {{"n", std::to_string(report.known)}}}));
  }
  if (report.document.notices.empty()) return;
  sheet.blank();
  sheet.paragraph(0, texts.text("report.notices"));
  for (const Notice& notice : report.document.notices) {
    sheet.paragraph(2, texts.format({"report.item", {{"text", texts.format(notice.message)}}}),
                    nullptr, 2);
  }
}

void TerminalWriter::write_facts(const Page& page) {
  const std::vector<ReadingFigure> facts = reading_figures(page.run.texts, page.report.metrics);
  if (facts.empty()) return;
  page.sheet.blank();
  page.sheet.paragraph(0, page.run.texts.text("report.facts"));
  for (const ReadingFigure& fact : facts) {
    page.sheet.paragraph(2, fact.text, nullptr, 2);
    page.sheet.paragraph(4, fact.how, kDim);
  }
}

std::string TerminalWriter::document(const RunContext& run, const Outcome& outcome) {
  Sheet sheet(colour_, width_);
  const std::string name = visible_line(outcome.name);
  write_title(sheet, name);
  if (!outcome.report) {
    const std::string error = error_text(run.texts, outcome.name, outcome.report.error());
    sheet.paragraph(0, run.texts.format({"report.failed", {{"name", name}, {"error", error}}}),
                    severity_style(Severity::kBlocking));
    sheet.blank();
    return sheet.take();
  }
  const DocumentReport& report = *outcome.report;
  const Places places = places_of(report);
  const Page page{run, report, name, places, sheet};
  const std::vector<PrincipleGroup> groups = group_findings(run.rules, report.findings);
  for (const PrincipleGroup& group : groups) {
    const std::string title =
        run.texts.format({"report.principle.head",
                          {{"title", principle_title(run.texts, group.principle)},
                           {"n", std::to_string(group.findings)}}});
    sheet.raw(0, sheet.styled(visible_line(title), kBold));
    if (!colour_) sheet.raw(0, repeated(0x2500, display_width(title)));
    for (const RuleGroup& rule : group.rules) write_rule(page, rule);
    sheet.blank();
  }
  write_summary(page, groups);
  for (const std::string& line : score_lines(run, report, width_)) sheet.raw(0, line);
  if (report.mentions) write_mentions(sheet, run.texts, report, places);
  write_left_out(page);
  write_facts(page);
  sheet.blank();
  return sheet.take();
}

std::string TerminalWriter::end(const RunContext& run, const RunSummary& summary) {
  Sheet sheet(colour_, width_);
  if (summary.documents > 1) {
    sheet.paragraph(0,
                    run.texts.format({"report.run",
                                      {{"n", std::to_string(summary.documents)},
                                       {"failed", std::to_string(summary.failed)},
                                       {"findings", std::to_string(summary.findings)}}}),
                    kBold);
  }
  sheet.paragraph(0, versions_text(run.texts, run.versions), kDim);
  return sheet.take();
}

}  // namespace

std::unique_ptr<ReportWriter> make_terminal_writer(const TerminalOptions& options) {
  return std::make_unique<TerminalWriter>(options);
}

}  // namespace limpide
