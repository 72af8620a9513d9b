#include "analyzer/reports/mention_texts.h"

#include "analyzer/reports/texts.h"
#include "analyzer/reports/visible.h"

namespace limpide {
namespace {

constexpr std::size_t kShownCues = 3;
constexpr std::size_t kCueColumns = 50;

std::string joined(const Catalogue& texts, const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += texts.text("report.list.semicolon") + " ";
    text += part;
  }
  return text;
}

}  // namespace

std::string letter_kind_title(const Catalogue& texts, LetterKind kind) {
  std::string key = letter_kind_id(kind);
  for (char& byte : key) byte = byte == '-' ? '_' : byte;
  return texts.text("report.letter." + key);
}

std::string letter_kind_text(const Catalogue& texts, const DocumentReport& report,
                             const Places& places) {
  const MentionReport& mentions = *report.mentions;
  const std::string title = letter_kind_title(texts, mentions.letter.kind);
  if (mentions.kind_given) return texts.format({"report.letter.given", {{"kind", title}}});
  const std::string sure =
      texts.text(std::string("report.confidence.") + confidence_id(mentions.letter.confidence));
  const std::vector<LetterCue>& cues = mentions.letter.evidence;
  if (cues.empty()) {
    return texts.format({"report.letter.guess", {{"kind", title}, {"confidence", sure}}});
  }
  std::vector<std::string> words;
  for (std::size_t i = 0; i < cues.size() && i < kShownCues; ++i) {
    words.push_back(texts.format(
        {"report.letter.cue",
         {{"text", passage_text(report, cues[i].passage, kCueColumns)},
          {"place", place_text(texts, report.document, places.of(cues[i].passage))}}}));
  }
  return texts.format({"report.letter.because",
                       {{"kind", title}, {"confidence", sure}, {"cues", joined(texts, words)}}});
}

std::string mention_count_text(const Catalogue& texts, const MentionReport& mentions) {
  std::size_t expected = 0;
  std::size_t lacking = 0;
  std::size_t blocking = 0;
  for (const MentionResult& result : mentions.results) {
    if (result.state == MentionState::kNotApplicable) continue;
    ++expected;
    if (result.state != MentionState::kNotFound) continue;
    ++lacking;
    if (result.weight == MentionWeight::kBlocking) ++blocking;
  }
  return texts.format({"report.mentions.count",
                       {{"expected", std::to_string(expected)},
                        {"n", std::to_string(lacking)},
                        {"blocking", std::to_string(blocking)}}});
}

std::string mention_weight_text(const Catalogue& texts, MentionWeight weight) {
  return texts.text(std::string("report.mention.") + mention_weight_id(weight));
}

std::string mention_place_text(const Catalogue& texts, const DocumentReport& report,
                               const Places& places, const MentionResult& result) {
  std::string key = mention_place_id(result.place);
  for (char& byte : key) byte = byte == '-' ? '_' : byte;
  const std::string where = texts.text("report.mention.place." + key);
  if (result.place_block.empty()) return where;
  const std::string place = place_text(texts, report.document, places.of(result.place_block));
  return texts.format({"report.mention.place.at", {{"where", where}, {"place", place}}});
}

std::string mention_sources_text(const Catalogue& texts, const MentionResult& result) {
  std::vector<std::string> parts;
  for (const MentionSource& source : result.sources) {
    const bool read = !source.read.empty();
    parts.push_back(
        texts.format({read ? "report.mention.source.read" : "report.mention.source.unread",
                      {{"article", source.article}, {"read", source.read}}}));
  }
  return joined(texts, parts);
}

std::string missing_parts_text(const Catalogue& texts, const MentionResult& result) {
  return joined(texts, result.missing);
}

std::string passage_text(const DocumentReport& report, Span passage, std::size_t columns) {
  const std::string line = visible_line(slice(report.document.text, passage));
  const std::string_view start = fitting_start(line, columns);
  return start.size() < line.size() ? std::string(start) + "\xE2\x80\xA6" : line;
}

}  // namespace limpide
