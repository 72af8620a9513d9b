#include "analyzer/reports/html_mentions.h"

#include "analyzer/reports/escape.h"
#include "analyzer/reports/mention_texts.h"

namespace limpide {
namespace {

constexpr std::size_t kPassageColumns = 90;

std::string paragraph(const HtmlDocument& page, const char* key, const std::string& text) {
  return "<p>" + html_label(page.run, key, {{"text", text}}) + "</p>";
}

std::string lacking(const HtmlDocument& page, const MentionResult& result) {
  const Catalogue& texts = page.run.texts;
  return "<li class=\"mention-" + std::string(mention_weight_id(result.weight)) + "\"><p><strong>" +
         html_label(
             page.run, "report.mention.lacking",
             {{"title", result.title}, {"weight", mention_weight_text(texts, result.weight)}}) +
         "</strong></p>" +
         paragraph(page, "report.mention.missing", missing_parts_text(texts, result)) +
         paragraph(page, "report.mention.where",
                   mention_place_text(texts, page.report, page.places, result)) +
         paragraph(page, "report.mention.wording", result.wording) +
         paragraph(page, "report.mention.source", mention_sources_text(texts, result)) + "</li>\n";
}

std::string present(const HtmlDocument& page, const MentionResult& result) {
  const Span passage = result.passages.front();
  return "<li>" +
         html_label(page.run, "report.mention.present",
                    {{"title", result.title},
                     {"text", passage_text(page.report, passage, kPassageColumns)},
                     {"place",
                      place_text(page.run.texts, page.report.document, page.places.of(passage))}}) +
         "</li>\n";
}

// Items of one state, in a list of that kind; "" without items.
std::string list_of(const HtmlDocument& page, MentionState state) {
  std::string items;
  for (const MentionResult& result : page.report.mentions->results) {
    if (result.state != state) continue;
    if (state == MentionState::kNotFound) items += lacking(page, result);
    if (state == MentionState::kPresent) items += present(page, result);
    if (state == MentionState::kNotApplicable) {
      items += "<li>" + html_escaped(result.title) + "</li>\n";
    }
  }
  return items.empty() ? items : "<ul>\n" + items + "</ul>\n";
}

}  // namespace

std::string html_mentions(const HtmlDocument& document) {
  const Catalogue& texts = document.run.texts;
  const DocumentReport& report = document.report;
  const std::string id = document.prefix + "men";
  std::string html = "<section class=\"card mentions\" aria-labelledby=\"" + id + "\"><h3 id=\"" +
                     id + "\">" + html_label(document.run, "report.mentions") + "</h3>\n<p>" +
                     html_escaped(letter_kind_text(texts, report, document.places)) + "</p>\n<p>" +
                     html_escaped(mention_count_text(texts, *report.mentions)) + "</p>\n" +
                     list_of(document, MentionState::kNotFound);
  const std::string found = list_of(document, MentionState::kPresent);
  if (!found.empty()) {
    html += "<h4>" + html_label(document.run, "report.mentions.present") + "</h4>\n" + found;
  }
  const std::string without = list_of(document, MentionState::kNotApplicable);
  if (!without.empty()) {
    html += "<details><summary>" + html_label(document.run, "report.mentions.without_html") +
            "</summary>\n" + without + "</details>\n";
  }
  return html + "<p><small>" + html_label(document.run, "report.mentions.limits") +
         "</small></p>\n</section>\n";
}

}  // namespace limpide
