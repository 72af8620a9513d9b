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

std::string entry(const HtmlDocument& page, std::uint32_t index) {
  const Finding& finding = page.report.findings[index];
  const Catalogue& texts = page.run.texts;
  const std::string number = std::to_string(index + 1);
  const std::string place =
      html_escaped(with_cost(texts, page.report, finding,
                             place_text(texts, page.report.document, page.places.of(finding))));
  const std::string badge = "<span class=\"n\">" + number + "</span> ";
  std::string html =
      "<li id=\"" + page.prefix + "f" + number + "\" tabindex=\"-1\"><p class=\"where\">";
  if (finding.span.empty()) {
    html += badge + place;
  } else {
    html += "<a href=\"#" + page.prefix + "m" + number + "\">" + badge + place +
            "<span class=\"sr\"> " + html_label(page.run, "report.html.see") + "</span></a>";
  }
  html += " <span class=\"sev s-" + std::string(severity_id(finding.severity)) + "\">" +
          html_escaped(severity_word(texts, finding.severity)) + "</span></p>";
  if (!finding.span.empty()) html += "<p class=\"words\">" + words_of(page, finding) + "</p>";
  html += "<p id=\"" + page.prefix + "x" + number + "\">" +
          html_escaped(page.messages.of(page.run.rules.spec(finding.rule), finding)) + "</p>";
  html += related_of(page, finding);
  const std::string proposal = proposals(texts, page.report.document, finding);
  if (!proposal.empty()) {
    html += "<p class=\"proposal\">" +
            html_label(page.run, "report.proposal", {{"text", proposal}}) + "</p>";
  }
  return html + "</li>\n";
}

std::string rule_group(const HtmlDocument& page, const RuleGroup& group) {
  const RuleSpec& rule = page.run.rules.spec(group.rule);
  std::string html =
      "<section class=\"rule\"><h5>" + html_escaped(rule.title) + " <span class=\"count\">" +
      html_label(page.run, "report.html.times", {{"n", std::to_string(group.findings.size())}}) +
      "</span></h5>\n";
  html += "<p class=\"why\">" + html_label(page.run, "report.why", {{"text", rule.why}}) + "</p>\n";
  html += "<p class=\"advice\">" + html_label(page.run, "report.advice", {{"text", rule.advice}}) +
          "</p>\n<ol>\n";
  for (const std::uint32_t index : group.findings) html += entry(page, index);
  return html + "</ol><p class=\"id\">" +
         html_label(page.run, "report.html.rule",
                    {{"id", rule.id}, {"version", std::to_string(rule.version)}}) +
         "</p></section>\n";
}

}  // namespace

std::string html_findings(const HtmlDocument& document) {
  std::string html;
  for (const PrincipleGroup& group : document.groups) {
    const std::string id = principle_id(group.principle);
    html += "<section class=\"principle p-" + id + "\"><h4><span class=\"swatch\"></span>" +
            html_escaped(principle_title(document.run.texts, group.principle)) +
            " <span class=\"count\">" + std::to_string(group.findings) + "</span></h4>\n";
    for (const RuleGroup& rule : group.rules) html += rule_group(document, rule);
    html += "</section>\n";
  }
  if (html.empty()) {
    html = "<p class=\"clean\">" + html_label(document.run, "report.html.clean") + "</p>\n";
  }
  return html;
}

}  // namespace limpide
