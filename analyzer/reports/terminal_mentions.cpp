#include "analyzer/reports/terminal_mentions.h"

#include "analyzer/reports/mention_texts.h"
#include "analyzer/reports/texts.h"

namespace limpide {
namespace {

constexpr std::size_t kPassageColumns = 44;

struct MentionPage {
  Sheet& sheet;
  const Catalogue& texts;
  const DocumentReport& report;
  const Places& places;
};

void write_lacking(const MentionPage& page, const MentionResult& result) {
  Sheet& sheet = page.sheet;
  const Catalogue& texts = page.texts;
  const bool blocking = result.weight == MentionWeight::kBlocking;
  sheet.blank();
  sheet.paragraph(2,
                  texts.format({"report.mention.lacking",
                                {{"title", result.title},
                                 {"weight", mention_weight_text(texts, result.weight)}}}),
                  blocking ? "1;31" : "33", 2);
  const auto line = [&](const char* key, const std::string& text) {
    sheet.paragraph(4, texts.format({key, {{"text", text}}}), nullptr, 2);
  };
  line("report.mention.missing", missing_parts_text(texts, result));
  line("report.mention.where", mention_place_text(texts, page.report, page.places, result));
  line("report.mention.wording", result.wording);
  line("report.mention.source", mention_sources_text(texts, result));
}

void write_present(const MentionPage& page, const MentionResult& result) {
  const Catalogue& texts = page.texts;
  const Span passage = result.passages.front();
  page.sheet.paragraph(
      2,
      texts.format({"report.mention.present",
                    {{"title", result.title},
                     {"text", passage_text(page.report, passage, kPassageColumns)},
                     {"place", place_text(texts, page.report.document, page.places.of(passage))}}}),
      nullptr, 2);
}

}  // namespace

void write_mentions(Sheet& sheet, const Catalogue& texts, const DocumentReport& report,
                    const Places& places) {
  const MentionPage page{sheet, texts, report, places};
  const MentionReport& mentions = *report.mentions;
  const std::string head = visible_line(texts.text("report.mentions"));
  sheet.blank();
  sheet.raw(0, sheet.styled(head, kBold));
  if (!sheet.colour()) sheet.raw(0, repeated(0x2500, display_width(head)));
  sheet.paragraph(0, letter_kind_text(texts, report, places));
  sheet.paragraph(0, mention_count_text(texts, mentions));
  bool any_present = false;
  std::string without;
  for (const MentionResult& result : mentions.results) {
    if (result.state == MentionState::kNotFound) write_lacking(page, result);
    any_present = any_present || result.state == MentionState::kPresent;
    if (result.state != MentionState::kNotApplicable) continue;
    without += (without.empty() ? "" : texts.text("report.list.semicolon") + " ") + result.title;
  }
  if (any_present) {
    sheet.blank();
    sheet.paragraph(0, texts.text("report.mentions.present"));
    for (const MentionResult& result : mentions.results) {
      if (result.state == MentionState::kPresent) write_present(page, result);
    }
  }
  sheet.blank();
  if (!without.empty()) {
    sheet.paragraph(0, texts.format({"report.mentions.without", {{"text", without}}}), kDim);
  }
  sheet.paragraph(0, texts.text("report.mentions.limits"), kDim);
}

}  // namespace limpide
