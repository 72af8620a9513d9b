#include "analyzer/reports/terminal_writer.h"

#include <algorithm>
#include <set>
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

constexpr const char* kUnderline = "4";
constexpr std::size_t kWordsShown = 12;  // of an advice, in the line of what is not shown in full
constexpr std::size_t kWordsColumns = 40;

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

struct Page {
  const RunContext& run;
  const DocumentReport& report;
  const std::string& name;
  const Places& places;
  Sheet& sheet;
};

class TerminalWriter : public ReportWriter {
 public:
  explicit TerminalWriter(const TerminalOptions& options)
      : colour_(options.colour),
        width_(static_cast<std::size_t>(std::clamp(options.width, 40, 100))),
        all_(options.all) {}

  std::string begin(const RunContext&) override { return {}; }
  std::string document(const RunContext& run, const Outcome& outcome) override;
  std::string end(const RunContext& run, const RunSummary& summary) override;

 private:
  static void write_title(Sheet& sheet, const std::string& name);
  void write_advice(const Page& page, const AdviceGroup& group);
  void write_place(const Page& page, const OverviewPlace& place);
  void write_message(const Page& page, const Finding& finding);
  static void write_excerpt(const Page& page, const OverviewPlace& place);
  static void write_more(const Page& page, const AdviceGroup& group);
  static void write_summary(const Page& page, const std::vector<PrincipleGroup>& groups);
  static void write_first(const Page& page, const std::vector<PrincipleGroup>& groups);
  static void write_left_out(const Page& page);
  static void write_facts(const Page& page);

  bool colour_;
  std::size_t width_;
  bool all_;
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

void TerminalWriter::write_excerpt(const Page& page, const OverviewPlace& place) {
  constexpr std::size_t kIndent = 6;
  Sheet& sheet = page.sheet;
  const Excerpt shown = excerpt(page.report, place.span, sheet.width() - kIndent);
  if (sheet.colour()) {
    const std::string style = std::string(kUnderline) + ";" + severity_style(place.severity);
    sheet.raw(kIndent, shown.before + sheet.styled(shown.marked, style.c_str()) + shown.after);
    return;
  }
  sheet.raw(kIndent, shown.before + shown.marked + shown.after);
  sheet.raw(kIndent, std::string(display_width(shown.before), ' ') +
                         std::string(display_width(shown.marked), '^'));
}

void TerminalWriter::write_message(const Page& page, const Finding& finding) {
  Sheet& sheet = page.sheet;
  const Catalogue& texts = page.run.texts;
  const Document& document = page.report.document;
  const RuleSpec& rule = page.run.rules.spec(finding.rule);
  sheet.paragraph(6,
                  texts.format({"report.message",
                                {{"message", messages_.of(rule, finding)}, {"rule", rule.id}}}),
                  nullptr, 2);
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

void TerminalWriter::write_place(const Page& page, const OverviewPlace& place) {
  const std::vector<Finding>& findings = page.report.findings;
  const Catalogue& texts = page.run.texts;
  std::vector<const Place*> where;
  for (const std::uint32_t index : place.findings) {
    where.push_back(&page.places.of(findings[index]));
    if (!place.again) break;
  }
  const std::string text = where.size() > 1
                               ? places_text(texts, page.report.document, where)
                               : place_text(texts, page.report.document, *where.front());
  page.sheet.blank();
  page.sheet.paragraph(4, with_cost(texts, place.cost, text), kBold);
  if (!place.span.empty()) write_excerpt(page, place);
  for (const std::uint32_t index : place.findings) {
    write_message(page, findings[index]);
    if (place.again) break;
  }
}

// The words themselves say more than their places, where the advice is about words.
std::string words_left(const Page& page, const std::vector<std::uint32_t>& left) {
  const Catalogue& texts = page.run.texts;
  std::string list;
  std::set<std::string> known;
  for (const std::uint32_t index : left) {
    const std::string words =
        visible_line(slice(page.report.document.text, page.report.findings[index].span));
    if (words.empty() || display_width(words) > kWordsColumns || !known.insert(words).second)
      continue;
    if (known.size() > kWordsShown) return list + texts.text("report.list.and_more");
    if (!list.empty()) list += texts.text("report.list.comma") + " ";
    list += texts.format({"report.proposal.wording", {{"text", words}}});
  }
  return list;
}

void TerminalWriter::write_more(const Page& page, const AdviceGroup& group) {
  std::vector<std::uint32_t> left;
  bool shown = false;
  for (const OverviewPlace& place : group.places) {
    shown = shown || place.shown;
    if (!place.shown) left.insert(left.end(), place.findings.begin(), place.findings.end());
  }
  if (left.empty()) return;
  std::sort(left.begin(), left.end());
  const Principle principle = page.run.rules.advices.advices[group.advice].principle;
  std::string list;
  if (principle == Principle::kWords || principle == Principle::kLanguage) {
    list = words_left(page, left);
  }
  if (list.empty()) {
    std::vector<const Place*> places;
    places.reserve(left.size());
    for (const std::uint32_t index : left) {
      places.push_back(&page.places.of(page.report.findings[index]));
    }
    list = places_text(page.run.texts, page.report.document, places);
  }
  if (shown) page.sheet.blank();
  page.sheet.paragraph(
      4, page.run.texts.format({shown ? "report.more" : "report.advice.places",
                                {{"n", std::to_string(left.size())}, {"places", list}}}));
}

void TerminalWriter::write_advice(const Page& page, const AdviceGroup& group) {
  Sheet& sheet = page.sheet;
  const Catalogue& texts = page.run.texts;
  const Advice& advice = page.run.rules.advices.advices[group.advice];
  std::string head = texts.format({"report.advice.head",
                                   {{"title", advice.title},
                                    {"severity", severity_word(texts, group.severity)},
                                    {"n", std::to_string(group.findings)}}});
  const std::string gain = gain_text(texts, group.gain);
  if (!gain.empty()) {
    head = texts.format({"report.advice.head.gain", {{"head", head}, {"points", gain}}});
  }
  sheet.blank();
  sheet.paragraph(2, head, severity_style(group.severity));
  sheet.paragraph(2, advice.text, nullptr, 2);
  for (const OverviewPlace& place : group.places) {
    if (place.shown) write_place(page, place);
  }
  write_more(page, group);
}

void TerminalWriter::write_first(const Page& page, const std::vector<PrincipleGroup>& groups) {
  const std::vector<const AdviceGroup*> first = first_advices(groups, kFirstAdvices);
  if (first.empty()) return;
  Sheet& sheet = page.sheet;
  const Catalogue& texts = page.run.texts;
  const bool gains = first.front()->gain > 0;
  sheet.blank();
  sheet.paragraph(0, texts.text(gains ? "report.first.gains" : "report.first"), kBold);
  for (std::size_t i = 0; i < first.size(); ++i) {
    const AdviceGroup& group = *first[i];
    const Advice& advice = page.run.rules.advices.advices[group.advice];
    const Finding& finding = page.report.findings[group.places.front().findings.front()];
    const std::string place = texts.format(
        {"report.first.place",
         {{"n", std::to_string(group.findings)},
          {"place", place_text(texts, page.report.document, page.places.of(finding))}}});
    std::string gain = gain_text(texts, group.gain);
    if (!gain.empty()) gain = texts.format({"report.first.gain", {{"points", gain}}});
    sheet.paragraph(2,
                    texts.format({"report.first.one",
                                  {{"rank", std::to_string(i + 1)},
                                   {"title", advice.title},
                                   {"place", place},
                                   {"gain", gain},
                                   {"advice", advice.text}}}),
                    nullptr, 3);
  }
}

void TerminalWriter::write_summary(const Page& page, const std::vector<PrincipleGroup>& groups) {
  const Catalogue& texts = page.run.texts;
  const std::vector<Finding>& findings = page.report.findings;
  page.sheet.paragraph(0,
                       texts.format({"report.summary",
                                     {{"n", std::to_string(findings.size())},
                                      {"name", page.name},
                                      {"details", severity_counts(texts, findings)}}}),
                       kBold);
  bool all = true;
  for (const PrincipleGroup& group : groups) {
    for (const AdviceGroup& advice : group.advices) {
      for (const OverviewPlace& place : advice.places) all = all && place.shown;
    }
  }
  if (!all) page.sheet.paragraph(0, texts.text("report.capped"));
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
  OverviewCaps caps;
  if (all_) caps.places_per_advice = 0;
  const std::vector<PrincipleGroup> groups = report_overview(run, report, caps);
  for (const PrincipleGroup& group : groups) {
    const std::string title =
        run.texts.format({"report.principle.head",
                          {{"title", principle_title(run.texts, group.principle)},
                           {"n", std::to_string(group.findings)}}});
    sheet.raw(0, sheet.styled(visible_line(title), kBold));
    if (!colour_) sheet.raw(0, repeated(0x2500, display_width(title)));
    for (const AdviceGroup& advice : group.advices) write_advice(page, advice);
    sheet.blank();
  }
  write_summary(page, groups);
  for (const std::string& line : score_lines(run, report, width_)) sheet.raw(0, line);
  write_first(page, groups);
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
