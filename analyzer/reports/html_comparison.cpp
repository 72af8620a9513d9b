// A comparison as one HTML page: no script, no network, printable.
#include "analyzer/reports/comparison_report.h"
#include "analyzer/reports/escape.h"
#include "analyzer/reports/html/pieces.h"
#include "analyzer/reports/html_parts.h"
#include "analyzer/reports/score_texts.h"
#include "analyzer/reports/visible.h"

namespace limpide {
namespace {

std::string list_card(const std::string& head, const std::vector<std::string>& lines,
                      const char* style) {
  if (lines.empty()) return {};
  std::string html = "<div class=\"card" + std::string(style) + "\"><h2>" + html_escaped(head) +
                     "</h2>\n<ul class=\"facts\">\n";
  for (const std::string& line : lines) html += "<li>" + html_escaped(line) + "</li>\n";
  return html + "</ul></div>\n";
}

std::string letter_of(const ComparisonPage& page, const Score& score, const char* head,
                      const std::string& text) {
  std::string html = "<div class=\"number\">";
  if (score.state == ScoreState::kShown) {
    html += "<strong class=\"letter\" aria-hidden=\"true\">" + std::string(1, score.letter_shown) +
            "</strong> ";
  }
  return html + "<span>" + html_label(page.run, head) + "<br><strong>" + html_escaped(text) +
         "</strong></span></div>\n";
}

std::string bar(const char* style, unsigned points) {
  return "<svg viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" aria-hidden=\"true\" class=\"" +
         std::string(style) +
         "\"><rect class=\"rail\" width=\"100\" height=\"6\"/><rect class=\"fill\" width=\"" +
         std::to_string(points) + "\" height=\"6\"/></svg>";
}

std::string parts(const ComparisonPage& page) {
  const std::vector<ScorePart> before = score_parts(page.run.texts, page.comparison.before);
  const std::vector<ScorePart> after = score_parts(page.run.texts, page.comparison.after);
  std::string html = "<ul class=\"bars\">\n";
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (!before[i].measured || !after[i].measured) continue;
    html += "<li class=\"p-" + std::string(principle_id(before[i].principle)) + "\"><span>" +
            html_label(page.run, "compare.part",
                       {{"name", before[i].name},
                        {"before", std::to_string(before[i].points)},
                        {"after", std::to_string(after[i].points)}}) +
            "</span>" + bar("was", before[i].points) + bar("is", after[i].points) + "</li>\n";
  }
  return html + "</ul>\n";
}

std::string scores(const ComparisonPage& page, const ComparisonTexts& said) {
  std::string html = "<div class=\"card score\"><div class=\"score-grid\">\n" +
                     letter_of(page, page.comparison.before, "compare.was", said.before_score) +
                     letter_of(page, page.comparison.after, "compare.is", said.after_score) +
                     "</div>\n";
  if (!said.difference.empty()) {
    html += "<p><strong>" + html_escaped(said.difference) + "</strong></p>\n" + parts(page);
  }
  html += "<ul class=\"facts\">\n";
  for (const std::string& figure : said.figures) html += "<li>" + html_escaped(figure) + "</li>\n";
  return html + "</ul></div>\n";
}

std::string cell(const DocumentReport& report, Span span) {
  return "<td>" +
         (span.empty() ? std::string("&nbsp;")
                       : html_escaped(visible_line(slice(report.document.text, span)))) +
         "</td>";
}

std::string sentences(const ComparisonPage& page) {
  std::string html = "<div class=\"card\"><h2>" + html_label(page.run, "compare.sentences") +
                     "</h2>\n<table class=\"pairs\"><thead><tr><th scope=\"col\">" +
                     html_label(page.run, "compare.was") + "</th><th scope=\"col\">" +
                     html_label(page.run, "compare.is") + "</th><th scope=\"col\">" +
                     html_label(page.run, "compare.what") + "</th></tr></thead>\n<tbody>\n";
  for (const ComparedSentences& pair : page.comparison.sentences) {
    const std::string id = rewording_id(pair.rewording);
    const std::string what = page.run.texts.text("compare.rewording." + id);
    html +=
        "<tr class=\"r-" + id + "\">" + cell(page.before, pair.before) +
        cell(page.after, pair.after) + "<td>" +
        html_label(page.run, pair.moved ? "compare.moved" : "compare.unmoved", {{"what", what}}) +
        "</td></tr>\n";
  }
  return html + "</tbody></table></div>\n";
}

}  // namespace

std::string html_comparison(const ComparisonPage& page) {
  const ComparisonTexts said = comparison_texts(page);
  const std::string title = html_label(
      page.run, "compare.title",
      {{"before", visible_line(page.before_name)}, {"after", visible_line(page.after_name)}});
  std::string html = html_page_head(page.run, page.run.texts.text("compare.html.title")) +
                     "<header><h1>" + html_label(page.run, "compare.html.title") +
                     "</h1>\n<p class=\"lead\">" + title + "</p>\n</header>\n<main>\n";
  for (const std::string& sentence : said.verdict) {
    html += "<p class=\"verdict\"><strong>" + html_escaped(sentence) + "</strong></p>\n";
  }
  html += scores(page, said);
  html += "<div class=\"cards\">\n" +
          list_card(page.run.texts.text("compare.lost"), said.lost, " lost") +
          list_card(page.run.texts.text("compare.gained"), said.gained, "") +
          list_card(page.run.texts.text("compare.to_check"), said.to_check, "") +
          list_card(said.solved_head, said.solved, "") +
          list_card(said.added_head, said.added, "") + list_card(said.kept_head, said.kept, "") +
          "</div>\n";
  html += sentences(page);
  return html + "</main>\n<footer><p>" + html_label(page.run, "report.score.caution") +
         "</p>\n<p>" + html_escaped(versions_text(page.run.texts, page.run.versions)) +
         "</p></footer>\n</body>\n</html>\n";
}

}  // namespace limpide
