#include "analyzer/reports/html_score.h"

#include "analyzer/reports/escape.h"
#include "analyzer/reports/texts.h"

namespace limpide {
namespace {

std::string bar(const ScorePart& part) {
  std::string html = "<li class=\"p-" + std::string(principle_id(part.principle)) + "\"><span>" +
                     html_escaped(part.text) + "</span>";
  if (part.measured) {
    html +=
        "<svg viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
        "<rect class=\"rail\" width=\"100\" height=\"6\"/><rect class=\"fill\" width=\"" +
        std::to_string(part.points) + "\" height=\"6\"/></svg>";
  }
  return html + "</li>\n";
}

std::string number(const HtmlDocument& page) {
  const Score& score = page.report.score;
  const Catalogue& texts = page.run.texts;
  const std::string low = std::to_string(shown_points(score.low));
  const std::string high = std::to_string(shown_points(score.high));
  std::string html = "<p class=\"number\"><strong class=\"letter\"><span class=\"sr\">" +
                     html_label(page.run, "report.score.letter") + " </span>" +
                     std::string(1, score.letter_shown) + "</strong> <span><strong>" +
                     html_label(page.run, "report.score.number",
                                {{"points", std::to_string(shown_points(score.index))}}) +
                     "</strong>";
  if (low != high) {
    html += "<br>" + html_label(page.run, "report.score.interval", {{"low", low}, {"high", high}});
  }
  html += "</span></p>\n";
  const std::string cap = score_cap(texts, score);
  if (!cap.empty()) html += "<p class=\"cap\">" + html_escaped(cap) + "</p>\n";
  return html;
}

std::string houses(const HtmlDocument& page) {
  if (page.run.versions.houses.empty()) return {};
  const MessageArguments names{{"names", houses_text(page.run.versions)}};
  return html_label(page.run, "report.score.houses", names) + " ";
}

}  // namespace

std::string html_score(const HtmlDocument& page) {
  const Score& score = page.report.score;
  if (score.state == ScoreState::kMissing) return {};
  std::string html =
      "<div class=\"card score\"><h3>" + html_label(page.run, "report.score.title") + "</h3>\n";
  if (score.state != ScoreState::kShown) {
    return html + "<p>" + html_escaped(score_refusal(page.run.texts, score)) + "</p></div>\n";
  }
  html += "<div class=\"score-grid\"><div>" + number(page) + "</div>\n<ul class=\"bars\">\n";
  for (const ScorePart& part : score_parts(page.run.texts, score)) html += bar(part);
  html += "</ul>\n</div>\n<p><small>" + html_label(page.run, "report.score.caution") + " " +
          houses(page) +
          html_label(page.run, "report.score.version", {{"version", score.version}}) +
          "</small></p></div>\n";
  return html;
}

}  // namespace limpide
