#include "analyzer/reports/html_writer.h"

#include <array>
#include <string>

#include "analyzer/reports/escape.h"
#include "analyzer/reports/html/pieces.h"
#include "analyzer/reports/html_mentions.h"
#include "analyzer/reports/html_parts.h"
#include "analyzer/reports/html_score.h"
#include "analyzer/reports/visible.h"

namespace limpide {
namespace {

constexpr std::array<Principle, 6> kPrinciples = {Principle::kSentences, Principle::kWords,
                                                  Principle::kOrder,     Principle::kLayout,
                                                  Principle::kTone,      Principle::kLanguage};

std::uint32_t digit_value(char digit) {
  return static_cast<std::uint32_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

// Content security policies want hashes in base64; the build gives hexadecimal.
std::string base64_of_hexadecimal(std::string_view digits) {
  constexpr std::string_view kAlphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  std::uint32_t bits = 0;
  std::uint32_t count = 0;
  for (const char digit : digits) {
    bits = (bits << 4U) | digit_value(digit);
    count += 4;
    if (count < 6) continue;
    count -= 6;
    text.push_back(kAlphabet[(bits >> count) & 0x3FU]);
    bits &= (1U << count) - 1U;
  }
  if (count > 0) text.push_back(kAlphabet[(bits << (6 - count)) & 0x3FU]);
  while (text.size() % 4 != 0) text.push_back('=');
  return text;
}

std::string policy() {
  return "default-src 'none'; style-src 'sha256-" + base64_of_hexadecimal(kReportCssSha256) +
         "'; script-src 'sha256-" + base64_of_hexadecimal(kReportScriptSha256) +
         "'; base-uri 'none'; form-action 'none'";
}

std::string paragraph(const char* style, const std::string& html) {
  return std::string("<p class=\"") + style + "\">" + html + "</p>\n";
}

class HtmlWriter : public ReportWriter {
 public:
  std::string begin(const RunContext&) override { return {}; }
  std::string document(const RunContext& run, const Outcome& outcome) override;
  std::string end(const RunContext& run, const RunSummary& summary) override;

 private:
  struct Entry {
    std::string name;    // fit to show
    std::string detail;  // count of findings, or that it could not be read
    std::string prefix;
  };
  std::string section(const HtmlDocument& page);
  static std::string overview(const HtmlDocument& page);
  static std::string left_out(const HtmlDocument& page);
  std::string contents(const RunContext& run) const;
  std::string filters(const RunContext& run) const;

  std::vector<Entry> entries_;
  std::array<std::size_t, kPrinciples.size()> counts_{};
  std::string sections_;
  FindingMessages messages_;
};

// What to mend first: one list, by gain where a score is shown.
std::string first_list(const HtmlDocument& page) {
  const std::vector<const AdviceGroup*> first = first_advices(page.groups, kFirstAdvices);
  if (first.empty()) return {};
  const char* title = first.front()->gain > 0 ? "report.first.gains" : "report.first";
  std::string html =
      "<div class=\"card\"><h3>" + html_label(page.run, title) + "</h3>\n<ol class=\"things\">\n";
  for (const AdviceGroup* group : first) {
    const Advice& advice = page.run.rules.advices.advices[group->advice];
    const std::string gain = gain_text(page.run.texts, group->gain);
    html += "<li><a href=\"#" + page.prefix + "a-" + advice.id + "\">" +
            html_escaped(advice.title) + "</a> <span class=\"count\">" +
            html_label(page.run, "report.html.times", {{"n", std::to_string(group->findings)}}) +
            "</span>";
    if (!gain.empty()) html += " <span class=\"points\">" + html_escaped(gain) + "</span>";
    html += "<br>" + html_escaped(advice.text) + "</li>\n";
  }
  return html + "</ol></div>\n";
}

std::string facts_card(const HtmlDocument& page) {
  const std::vector<ReadingFigure> facts = reading_figures(page.run.texts, page.report.metrics);
  if (facts.empty()) return {};
  std::string html = "<div class=\"card\"><h3>" + html_label(page.run, "report.html.facts") +
                     "</h3>\n<ul class=\"facts\">\n";
  for (const ReadingFigure& fact : facts) {
    html += "<li>" + html_escaped(fact.text);
    if (!fact.how.empty()) html += "<br><small>" + html_escaped(fact.how) + "</small>";
    html += "</li>\n";
  }
  return html + "</ul></div>\n";
}

std::string HtmlWriter::overview(const HtmlDocument& page) {
  return html_score(page) + "<div class=\"cards\">\n" + first_list(page) + facts_card(page) +
         "</div>\n";
}

std::string HtmlWriter::left_out(const HtmlDocument& page) {
  std::string html;
  const DocumentReport& report = page.report;
  if (!report.document.notices.empty()) {
    html += "<h3>" + html_label(page.run, "report.notices") + "</h3>\n<ul>\n";
    for (const Notice& notice : report.document.notices) {
      html += "<li>" + html_escaped(page.run.texts.format(notice.message)) + "</li>\n";
    }
    html += "</ul>\n";
  }
  if (!report.muted.empty()) {
    const std::string count = std::to_string(report.muted.size());
    html += "<h3>" + html_label(page.run, "report.muted", {{"n", count}}) + "</h3>\n<ul>\n";
    for (const MutedFinding& muted : report.muted) {
      const Place& place = page.places.of(muted.finding);
      html +=
          "<li>" +
          html_label(page.run, muted.reason.empty() ? "report.muted.one" : "report.muted.reason",
                     {{"title", page.run.rules.spec(muted.finding.rule).title},
                      {"place", place_text(page.run.texts, report.document, place)},
                      {"reason", muted.reason}}) +
          "</li>\n";
    }
    html += "</ul>\n";
  }
  if (report.known > 0) {
    html += paragraph("known",
                      html_label(page.run, "report.known", {{"n", std::to_string(report.known)}}));
  }
  return html.empty() ? html : "<div class=\"card left-out\">\n" + html + "</div>\n";
}

std::string HtmlWriter::section(const HtmlDocument& page) {
  const std::string& id = page.prefix;
  std::string html = "<section class=\"document\" id=\"" + id + "\" aria-labelledby=\"" + id +
                     "h\">\n<h2 id=\"" + id + "h\">" + html_escaped(page.name) + "</h2>\n";
  html += paragraph("verdict", html_escaped(count_text(page.run.texts, page.report.findings)));
  html += overview(page);
  html += "<div class=\"columns\">\n<div class=\"paper\" id=\"" + id + "t\" tabindex=\"-1\"><h3>" +
          html_label(page.run, "report.html.text") + "</h3>\n<div class=\"text\">\n" +
          html_text(page) + "</div></div>\n";
  html += "<div class=\"notes\" id=\"" + id +
          "l\" tabindex=\"0\" role=\"region\" aria-labelledby=\"" + id + "lh " + id +
          "h\"><h3 id=\"" + id + "lh\">" + html_label(page.run, "report.html.findings") +
          "</h3>\n" + html_findings(page) + "</div>\n</div>\n";
  if (page.report.mentions) html += html_mentions(page);
  return html + left_out(page) + "</section>\n";
}

std::string HtmlWriter::document(const RunContext& run, const Outcome& outcome) {
  const std::string name = visible_line(outcome.name);
  const std::string prefix = "d" + std::to_string(entries_.size() + 1);
  if (!outcome.report) {
    entries_.push_back({name, run.texts.text("report.html.unread"), prefix});
    sections_ +=
        "<section class=\"document\" id=\"" + prefix + "\"><h2>" + html_escaped(name) +
        "</h2>\n<p class=\"failed\">" +
        html_label(run, "report.failed",
                   {{"name", name},
                    {"error", error_text(run.texts, outcome.name, outcome.report.error())}}) +
        "</p></section>\n";
    return {};
  }
  const DocumentReport& report = *outcome.report;
  const Places places = places_of(report);
  const std::vector<PrincipleGroup> groups = report_overview(run, report, {});
  for (const PrincipleGroup& group : groups) {
    counts_[static_cast<std::size_t>(group.principle) - 1] += group.findings;
  }
  entries_.push_back({name, count_text(run.texts, report.findings), prefix});
  sections_ += section({run, name, report, places, groups, messages_, prefix});
  return {};
}

std::string HtmlWriter::contents(const RunContext& run) const {
  if (entries_.size() < 2) return {};
  std::string html = "<nav class=\"card\" aria-labelledby=\"contents\"><h2 id=\"contents\">" +
                     html_label(run, "report.html.contents") + "</h2>\n<ol>\n";
  for (const Entry& entry : entries_) {
    html += "<li><a href=\"#" + entry.prefix + "\">" + html_escaped(entry.name) +
            "</a> <span class=\"count\">" + html_escaped(entry.detail) + "</span></li>\n";
  }
  return html + "</ol></nav>\n";
}

std::string legend(const RunContext& run) {
  std::string html = "<p class=\"legend\">" + html_label(run, "report.html.legend");
  for (const Severity severity :
       {Severity::kBlocking, Severity::kMajor, Severity::kMinor, Severity::kInfo}) {
    html += std::string(" <span class=\"sample s-") + severity_id(severity) + "\">" +
            html_escaped(severity_word(run.texts, severity)) + "</span>";
  }
  return html + "</p>\n";
}

// Hidden until the script, which alone can serve it, shows it.
std::string HtmlWriter::filters(const RunContext& run) const {
  std::string html = "<form class=\"filters\" id=\"filters\" hidden><fieldset><legend>" +
                     html_label(run, "report.html.filters") + "</legend>\n";
  std::size_t total = 0;
  for (std::size_t i = 0; i < kPrinciples.size(); ++i) {
    total += counts_[i];
    if (counts_[i] == 0) continue;
    const std::string id = principle_id(kPrinciples[i]);
    html += "<label class=\"p-" + id + "\"><input type=\"checkbox\" checked value=\"" + id + "\">" +
            html_escaped(principle_title(run.texts, kPrinciples[i])) + " <span class=\"count\">" +
            std::to_string(counts_[i]) + "</span></label>\n";
  }
  if (total == 0) return {};
  return html + "</fieldset></form>\n" + legend(run) +
         "<p class=\"steps\" id=\"steps\" hidden><button type=\"button\" id=\"previous\">" +
         html_label(run, "report.html.previous") +
         "</button> <button type=\"button\" id=\"next\">" + html_label(run, "report.html.next") +
         "</button> <span id=\"status\" role=\"status\" data-text=\"" +
         html_label(run, "report.html.status") + "\"></span></p>\n";
}

std::string HtmlWriter::end(const RunContext& run, const RunSummary& summary) {
  std::string page = html_page_head(run, run.texts.text("report.html.title"));
  if (!entries_.empty()) {
    const std::string& first = entries_.front().prefix;
    page += "<nav class=\"skip\" aria-label=\"" + html_label(run, "report.html.skip") +
            "\"><a href=\"#" + first + "t\">" + html_label(run, "report.html.skip.text") +
            "</a> <a href=\"#" + first + "l\">" + html_label(run, "report.html.skip.findings") +
            "</a></nav>\n";
  }
  page += "<header><h1>" + html_label(run, "report.html.title") + "</h1>\n" +
          paragraph("lead", html_label(run, "report.run",
                                       {{"n", std::to_string(summary.documents)},
                                        {"failed", std::to_string(summary.failed)},
                                        {"findings", std::to_string(summary.findings)}})) +
          paragraph("intro", html_label(run, "report.html.intro")) + "</header>\n<main>\n";
  page += contents(run) + filters(run) + sections_;
  page += "</main>\n<footer><p>" + html_escaped(versions_text(run.texts, run.versions)) +
          "</p></footer>\n<script>" + std::string(kReportScript) + "</script>\n</body>\n</html>\n";
  return page;
}

}  // namespace

std::string html_page_head(const RunContext& run, const std::string& title) {
  return "<!doctype html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"" +
         policy() +
         "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" "
         "content=\"" +
         html_escaped(versions_text(run.texts, run.versions)) + "\">\n<title>" +
         html_escaped(title) + "</title>\n<style>" + std::string(kReportCss) +
         "</style>\n</head>\n<body>\n";
}

std::string html_label(const RunContext& run, std::string_view key,
                       const MessageArguments& arguments) {
  return html_escaped(run.texts.format({std::string(key), arguments}));
}

std::unique_ptr<ReportWriter> make_html_writer() { return std::make_unique<HtmlWriter>(); }

}  // namespace limpide
