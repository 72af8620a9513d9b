#include "analyzer/reports/escape.h"
#include "analyzer/reports/html_parts.h"
#include "analyzer/reports/score_texts.h"
#include "analyzer/reports/visible.h"

namespace limpide {
namespace {

constexpr std::size_t kWordsColumns = 90;

std::string words_of(const HtmlDocument& page, const Finding& finding) {
  const std::string line = visible_line(slice(page.report.document.text, finding.span));
  const std::string_view start = fitting_start(line, kWordsColumns);
  const char* key = start.size() < line.size() ? "report.html.words_cut" : "report.html.words";
  return html_label(page.run, key, {{"text", std::string(start)}});
}

std::string related_of(const HtmlDocument& page, const Finding& finding) {
  std::string html;
  for (const RelatedSpan& related : finding.related) {
    if (related.note.key.empty()) continue;
    const std::string place =
        place_text(page.run.texts, page.report.document, page.places.of(related.span));
    html += "<p class=\"related\">" +
            html_label(page.run, "report.related",
                       {{"place", place}, {"note", page.run.texts.format(related.note)}}) +
            "</p>";
  }
  return html;
}

// Words, message, proposal; `heard`: only its message, and only for who listens to the page.
std::string details(const HtmlDocument& page, const Finding& finding, const std::string& number,
                    bool heard) {
  const Catalogue& texts = page.run.texts;
  const RuleSpec& rule = page.run.rules.spec(finding.rule);
  const std::string message = "<p id=\"" + page.prefix + "x" + number + "\"" +
                              (heard ? " class=\"sr\">" : ">") +
                              html_escaped(page.messages.of(rule, finding)) + "</p>\n";
  if (heard) return message;
  std::string html;
  if (!finding.span.empty()) html += "<p class=\"words\">" + words_of(page, finding) + "</p>";
  html += message + related_of(page, finding);
  const std::string proposal = proposals(texts, page.report.document, finding);
  if (!proposal.empty()) {
    html += "<p class=\"proposal\">" +
            html_label(page.run, "report.proposal", {{"text", proposal}}) + "</p>";
  }
  return html + "<p class=\"id\">" +
         html_label(page.run, "report.html.rule",
                    {{"id", rule.id}, {"version", std::to_string(rule.version)}}) +
         "</p>\n";
}

std::string entry(const HtmlDocument& page, std::uint32_t index, bool heard) {
  const Finding& finding = page.report.findings[index];
  const Catalogue& texts = page.run.texts;
  const std::string number = std::to_string(index + 1);
  const std::string place =
      html_escaped(with_cost(texts, page.report, finding,
                             place_text(texts, page.report.document, page.places.of(finding))));
  const std::string badge = "<span class=\"n\">" + number + "</span> ";
  std::string html = "<div class=\"finding\" id=\"" + page.prefix + "f" + number +
                     "\" tabindex=\"-1\"><p class=\"where\">";
  if (finding.span.empty()) {
    html += badge + place;
  } else {
    html += "<a href=\"#" + page.prefix + "m" + number + "\">" + badge + place +
            "<span class=\"sr\"> " + html_label(page.run, "report.html.see") + "</span></a>";
  }
  html += " <span class=\"sev s-" + std::string(severity_id(finding.severity)) + "\">" +
          html_escaped(severity_word(texts, finding.severity)) + "</span></p>";
  return html + details(page, finding, number, heard) + "</div>";
}

std::string place_item(const HtmlDocument& page, const OverviewPlace& place) {
  std::string html = "<li>";
  for (std::size_t i = 0; i < place.findings.size(); ++i) {
    html += entry(page, place.findings[i], place.again && i > 0);
  }
  return html + "</li>\n";
}

// Places beyond what a page bears are there, folded.
std::string place_lists(const HtmlDocument& page, const AdviceGroup& group) {
  std::string shown;
  std::string folded;
  std::size_t more = 0;
  for (const OverviewPlace& place : group.places) {
    (place.shown ? shown : folded) += place_item(page, place);
    more += place.shown ? 0 : 1;
  }
  if (!shown.empty()) shown = "<ol>\n" + shown + "</ol>";
  if (folded.empty()) return shown;
  const char* key = shown.empty() ? "report.html.places" : "report.html.more";
  return shown + "<details><summary>" + html_label(page.run, key, {{"n", std::to_string(more)}}) +
         "</summary>\n<ol>\n" + folded + "</ol></details>";
}

std::string advice_group(const HtmlDocument& page, const AdviceGroup& group) {
  const Advice& advice = page.run.rules.advices.advices[group.advice];
  std::string count =
      html_label(page.run, "report.html.times", {{"n", std::to_string(group.findings)}});
  const std::string gain = gain_text(page.run.texts, group.gain);
  if (!gain.empty()) count += " <span class=\"points\">" + html_escaped(gain) + "</span>";
  std::string html = "<section class=\"rule\" id=\"" + page.prefix + "a-" + advice.id +
                     "\" tabindex=\"-1\"><h5>" + html_escaped(advice.title) +
                     " <span class=\"count\">" + count + "</span></h5>\n";
  html += "<p class=\"advice\">" + html_escaped(advice.text) + "</p>\n";
  // Why it hurts: once, in the words of the rule that speaks first.
  const Finding& first = page.report.findings[group.places.front().findings.front()];
  html += "<p class=\"why\">" +
          html_label(page.run, "report.why", {{"text", page.run.rules.spec(first.rule).why}}) +
          "</p>\n";
  return html + place_lists(page, group) + "</section>\n";
}

}  // namespace

std::string html_findings(const HtmlDocument& document) {
  std::string html;
  for (const PrincipleGroup& group : document.groups) {
    const std::string id = principle_id(group.principle);
    html += "<section class=\"principle p-" + id + "\"><h4><span class=\"swatch\"></span>" +
            html_escaped(principle_title(document.run.texts, group.principle)) +
            " <span class=\"count\">" + std::to_string(group.findings) + "</span></h4>\n";
    for (const AdviceGroup& advice : group.advices) html += advice_group(document, advice);
    html += "</section>\n";
  }
  if (html.empty()) {
    html = "<p class=\"clean\">" + html_label(document.run, "report.html.clean") + "</p>\n";
  }
  return html;
}

}  // namespace limpide
