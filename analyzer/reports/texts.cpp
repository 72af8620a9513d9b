#include "analyzer/reports/texts.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "analyzer/base/utf8.h"
#include "analyzer/reports/visible.h"

namespace limpide {
namespace {

constexpr std::size_t kShownPlaces = 10;
constexpr std::size_t kShownWordings = 3;
constexpr std::size_t kBytesPerColumn = 8;  // far more than a column needs; bounds the work

std::string ellipsis() {
  std::string text;
  append_utf8(text, 0x2026);
  return text;
}

Span hull_of(const Finding& finding, const Suggestion& suggestion) {
  Span hull = finding.span;
  if (hull.empty() && !suggestion.edits.empty()) hull = suggestion.edits.front().span;
  for (const Edit& edit : suggestion.edits) {
    hull.begin = std::min(hull.begin, edit.span.begin);
    hull.end = std::max(hull.end, edit.span.end);
  }
  return hull;
}

std::string_view without_spaces_around(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool is_plain(const Block& block) {
  return block.table == 0 && !is_page_furniture(block.kind) && block.kind != BlockKind::kFootnote &&
         block.kind != BlockKind::kTextBox;
}

const char* paragraph_key(BlockKind kind) {
  switch (kind) {
    case BlockKind::kHeader:
      return "report.place.header";
    case BlockKind::kFooter:
      return "report.place.footer";
    case BlockKind::kFootnote:
      return "report.place.footnote";
    case BlockKind::kTextBox:
      return "report.place.text_box";
    default:
      return "report.place.paragraph";
  }
}

// Sentence that holds the start of the span, else its block.
Span context_of(const DocumentReport& report, Span span) {
  const auto after =
      std::upper_bound(report.sentences.begin(), report.sentences.end(), span.begin,
                       [](std::uint32_t offset, Span sentence) { return offset < sentence.begin; });
  if (after != report.sentences.begin() && std::prev(after)->contains(span.begin)) {
    return *std::prev(after);
  }
  const std::size_t block = block_at(report.document, span.begin);
  return block < report.document.blocks.size() ? report.document.blocks[block].text : span;
}

// At most `bytes` bytes of the text, whole code points.
std::string_view head(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
  return text.substr(0, bytes);
}

std::string_view tail(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  std::size_t start = text.size() - bytes;
  while (start < text.size() && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) ++start;
  return text.substr(start);
}

}  // namespace

std::string FindingMessages::of(const RuleSpec& rule, const Finding& finding) {
  if (rule.message.find("plural") == std::string::npos) {
    return format_pattern(rule.message, finding.arguments);
  }
  std::string key = std::to_string(finding.rule);
  for (const auto& argument : finding.arguments) {
    key.append(1, '\0').append(argument.first).append(1, '\0').append(argument.second);
  }
  const auto known = counted_.find(key);
  if (known != counted_.end()) return known->second;
  std::string text = format_pattern(rule.message, finding.arguments);
  counted_.emplace(std::move(key), text);
  return text;
}

std::string new_wording(const Document& document, const Finding& finding,
                        const Suggestion& suggestion) {
  const Span hull = hull_of(finding, suggestion);
  std::vector<Edit> edits = suggestion.edits;
  std::sort(edits.begin(), edits.end(),
            [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
  std::string text;
  std::uint32_t at = hull.begin;
  for (const Edit& edit : edits) {
    if (edit.span.begin < at) continue;
    text.append(slice(document.text, {at, edit.span.begin})).append(edit.text);
    at = edit.span.end;
  }
  text.append(slice(document.text, {at, hull.end}));
  return std::string(without_spaces_around(text));
}

std::string visible_passage(std::string_view text) {
  constexpr const char* kPilcrow = " \xC2\xB6 ";
  std::string line;
  for (const std::string_view piece : paragraphs_of(text)) {
    const std::string words = visible_line(piece);
    const std::string_view shown = without_spaces_around(words);
    if (!line.empty()) line += kPilcrow;
    line += line.empty() ? words : std::string(shown);
  }
  return line;
}

bool only_breaks(const std::vector<Edit>& edits) {
  return !edits.empty() && std::all_of(edits.begin(), edits.end(), [](const Edit& edit) {
    return edit.text == kParagraphBreak;
  });
}

namespace {

// The words from a byte on, cut where a line of a report is full.
std::string opening_words(const Catalogue& texts, std::string_view text, std::uint32_t begin) {
  constexpr std::size_t kColumns = 40;
  const std::string words = visible_line(head(text.substr(begin), kColumns * kBytesPerColumn));
  std::string start(fitting_start(words, kColumns));
  if (start.size() < words.size()) start += ellipsis();
  return texts.format({"report.proposal.wording", {{"text", start}}});
}

}  // namespace

std::string added_paragraphs(const Catalogue& texts, std::string_view text,
                             const std::vector<Edit>& edits) {
  std::string list;
  for (const Edit& edit : edits) {
    const std::vector<std::string_view> pieces = paragraphs_of(edit.text);
    if (pieces.front() == slice(text, edit.span)) {
      return texts.format({"report.proposal.add", {{"text", visible_line(pieces.back())}}});
    }
    if (!list.empty()) list += texts.text("report.list.semicolon") + " ";
    list += texts.format({"report.proposal.before",
                          {{"text", visible_line(pieces.front())},
                           {"words", opening_words(texts, text, edit.span.begin)}}});
  }
  return texts.format({"report.proposal.lines", {{"list", list}}});
}

std::string break_places(const Catalogue& texts, std::string_view text,
                         const std::vector<Edit>& edits) {
  std::string joined;
  for (const Edit& edit : edits) {
    if (!joined.empty())
      joined.append(" ").append(texts.text("report.proposal.break.and")).append(" ");
    joined += opening_words(texts, text, edit.span.end);
  }
  return joined;
}

Passage passage_of(const DocumentReport& report, const Suggestion& suggestion) {
  if (suggestion.edits.empty()) return {};
  std::vector<Edit> edits = suggestion.edits;
  std::sort(edits.begin(), edits.end(),
            [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
  Span edited{edits.front().span.begin, edits.back().span.end};
  // Between two sentences: both are shown, but where words of one's own stand between them.
  if (breaks_paragraph(edits.front()) && edited.begin > 0) --edited.begin;
  const bool adds = only_adds(report.document.text, edits);
  if (breaks_paragraph(edits.back()) && !adds) ++edited.end;
  Span span{edits.front().span.begin, edits.back().span.end};
  auto at = std::partition_point(
      report.sentences.begin(), report.sentences.end(),
      [&edited](const Span& sentence) { return sentence.end <= edited.begin; });
  for (; at != report.sentences.end() && at->begin < edited.end; ++at) {
    span.begin = std::min(span.begin, at->begin);
    span.end = std::max(span.end, at->end);
  }
  const std::string& text = report.document.text;
  Passage passage{std::string(slice(text, span)), {}};
  std::uint32_t from = span.begin;
  for (const Edit& edit : edits) {
    if (edit.span.begin < from) continue;
    passage.after.append(slice(text, {from, edit.span.begin})).append(edit.text);
    from = edit.span.end;
  }
  passage.after.append(slice(text, {from, span.end}));
  return passage;
}

namespace {

std::string proposal(const Catalogue& texts, const Document& document, const Finding& finding,
                     const Suggestion& suggestion) {
  if (only_breaks(suggestion.edits)) {
    return texts.format({"report.proposal.break",
                         {{"list", break_places(texts, document.text, suggestion.edits)}}});
  }
  if (only_adds(document.text, suggestion.edits)) {
    return added_paragraphs(texts, document.text, suggestion.edits);
  }
  std::string wording = new_wording(document, finding, suggestion);
  if (wording.empty()) return texts.text("report.proposal.delete");
  if (std::any_of(suggestion.edits.begin(), suggestion.edits.end(), breaks_paragraph)) {
    // The colon of a list says nothing alone.
    const std::size_t first = wording.find(kParagraphBreak);
    const std::string_view colon = std::string_view(wording).substr(0, first);
    if (colon.size() <= 3 && colon.find(':') != std::string_view::npos) {
      wording.erase(0, first + kParagraphBreak.size());
    }
    wording = visible_passage(wording);
  }
  return texts.format({"report.proposal.wording", {{"text", wording}}});
}

}  // namespace

std::string proposals(const Catalogue& texts, const Document& document, const Finding& finding) {
  std::vector<std::string> shown;
  for (const Suggestion& suggestion : finding.suggestions) {
    if (shown.size() == kShownWordings) break;
    std::string text = proposal(texts, document, finding, suggestion);
    if (std::find(shown.begin(), shown.end(), text) == shown.end())
      shown.push_back(std::move(text));
  }
  std::string joined;
  for (const std::string& text : shown) {
    if (!joined.empty()) joined.append(" ").append(texts.text("report.proposal.or")).append(" ");
    joined += text;
  }
  return joined;
}

std::string place_text(const Catalogue& texts, const Document& document, const Place& place) {
  if (place.kind == PlaceKind::kWhole) return texts.text("report.place.whole");
  const Block& block = document.blocks[place.block];
  if (place.kind == PlaceKind::kLine) {
    const MessageArguments arguments = {{"part", document.parts[place.part].name},
                                        {"line", std::to_string(place.begin.line)},
                                        {"column", std::to_string(place.begin.column)}};
    if (block.kind == BlockKind::kSubject) return texts.text("report.place.subject");
    const bool in_file = is_whole_file(document, place);
    return texts.format({in_file ? "report.place.line" : "report.place.part", arguments});
  }
  if (block.table != 0) {
    return texts.format({"report.place.cell",
                         {{"table", std::to_string(block.table)},
                          {"row", std::to_string(block.row)},
                          {"column", std::to_string(block.column)}}});
  }
  return texts.format(
      {paragraph_key(block.kind), {{"paragraph", std::to_string(place.paragraph)}}});
}

std::string places_text(const Catalogue& texts, const Document& document,
                        const std::vector<const Place*>& places) {
  const auto is_line = [&document](const Place* place) { return is_whole_file(document, *place); };
  const auto is_paragraph = [&document](const Place* place) {
    return place->kind == PlaceKind::kParagraph && is_plain(document.blocks[place->block]);
  };
  const bool lines = std::all_of(places.begin(), places.end(), is_line);
  const bool paragraphs = std::all_of(places.begin(), places.end(), is_paragraph);
  const std::string separator =
      texts.text(lines || paragraphs ? "report.list.comma" : "report.list.semicolon");
  std::string list;
  std::string last;
  std::size_t shown = 0;
  for (const Place* place : places) {
    std::string one = lines        ? std::to_string(place->begin.line)
                      : paragraphs ? std::to_string(place->paragraph)
                                   : place_text(texts, document, *place);
    if (one == last) continue;
    if (shown == kShownPlaces) {
      list.append(separator).append(" ").append(ellipsis());
      break;
    }
    if (shown > 0) list.append(separator).append(" ");
    list += one;
    last = std::move(one);
    ++shown;
  }
  if (!lines && !paragraphs) return list;
  const bool one = shown == 1;
  const char* key = lines ? (one ? "report.place.one_line" : "report.place.lines")
                          : (one ? "report.place.paragraph" : "report.place.paragraphs");
  return texts.format({key, {{"list", list}, {"paragraph", list}}});
}

Excerpt excerpt(const DocumentReport& report, Span span, std::size_t columns) {
  const std::string_view text = report.document.text;
  const Span context = context_of(report, span);
  const std::size_t most = columns * kBytesPerColumn;
  const Span lead{std::min(context.begin, span.begin), span.begin};
  const Span rest{span.end, std::max(context.end, span.end)};
  Excerpt shown;
  std::string marked = visible_line(head(slice(text, span), most));
  const bool cut = span.size() > most || display_width(marked) > columns;
  if (cut) {
    shown.marked = std::string(fitting_start(marked, columns - 1)) + ellipsis();
    return shown;
  }
  shown.marked = std::move(marked);
  const std::string before = visible_line(tail(slice(text, lead), most));
  const std::string after = visible_line(head(slice(text, rest), most));
  const std::size_t room = columns - display_width(shown.marked);
  const std::size_t before_width = display_width(before);
  const std::size_t after_width = display_width(after);
  const bool all_before = before_width <= room && lead.size() <= most;
  if (all_before && before_width + after_width <= room && rest.size() <= most) {
    shown.before = before;
    shown.after = after;
    return shown;
  }
  // What stands before a word is read first; what follows takes the rest.
  const std::size_t half = std::max(room / 2, room - std::min(room, after_width + 1));
  const std::size_t for_before = std::min(before_width, half);
  if (for_before == before_width && lead.size() <= most) {
    shown.before = before;
  } else if (for_before > 1) {
    shown.before = ellipsis() + std::string(fitting_end(before, for_before - 1));
  }
  const std::size_t left = room - std::min(room, display_width(shown.before));
  if (after_width <= left && rest.size() <= most) {
    shown.after = after;
  } else if (left > 1) {
    shown.after = std::string(fitting_start(after, left - 1)) + ellipsis();
  }
  return shown;
}

std::string principle_title(const Catalogue& texts, Principle principle) {
  return texts.text(std::string("report.principle.") + principle_id(principle));
}

std::string severity_word(const Catalogue& texts, Severity severity) {
  return texts.text(std::string("report.severity.") + severity_id(severity));
}

std::string severity_counts(const Catalogue& texts, const std::vector<Finding>& findings) {
  std::array<std::size_t, 4> counts{};
  for (const Finding& finding : findings) ++counts[static_cast<std::size_t>(finding.severity)];
  std::string text;
  for (const Severity severity :
       {Severity::kBlocking, Severity::kMajor, Severity::kMinor, Severity::kInfo}) {
    const std::size_t count = counts[static_cast<std::size_t>(severity)];
    if (count == 0) continue;
    if (!text.empty()) text.append(texts.text("report.list.comma")).append(" ");
    text += texts.format(
        {std::string("report.count.") + severity_id(severity), {{"n", std::to_string(count)}}});
  }
  return text;
}

std::string count_text(const Catalogue& texts, const std::vector<Finding>& findings) {
  return texts.format(
      {"report.count",
       {{"n", std::to_string(findings.size())}, {"details", severity_counts(texts, findings)}}});
}

std::string french_number(double value) {
  const auto tenths = static_cast<long long>(std::llround(std::abs(value) * 10));
  std::string text;
  if (value < 0 && tenths != 0) append_utf8(text, 0x2212);
  text += std::to_string(tenths / 10);
  if (tenths % 10 != 0) text.append(",").append(std::to_string(tenths % 10));
  return text;
}

std::vector<ReadingFigure> reading_figures(const Catalogue& texts, const Metrics& metrics) {
  if (metrics.words == 0) return {};
  return {{texts.format({"report.facts.counts",
                         {{"words", std::to_string(metrics.words)},
                          {"sentences", std::to_string(metrics.sentences)},
                          {"mean", french_number(metrics.words_per_sentence)}}}),
           {}},
          {texts.format(
               {"report.facts.flesch", {{"value", french_number(metrics.flesch_kandel_moles)}}}),
           texts.text("report.facts.flesch.how")},
          {texts.format({"report.facts.lix", {{"value", french_number(metrics.lix)}}}),
           texts.text("report.facts.lix.how")}};
}

std::string houses_text(const Versions& versions) {
  std::string names;
  for (const RuleLayer& house : versions.houses) {
    if (!names.empty()) names += ", ";
    names += valid_text(house.name);
    if (!house.version.empty()) names += " " + valid_text(house.version);
  }
  return names;
}

std::string versions_text(const Catalogue& texts, const Versions& versions) {
  const std::string text = texts.format(
      {"report.versions",
       {{"program", versions.program}, {"rules", versions.rules}, {"lexicon", versions.lexicon}}});
  if (versions.houses.empty()) return text;
  return text + texts.format({"report.versions.houses", {{"names", houses_text(versions)}}});
}

std::string error_text(const Catalogue& texts, const std::string& name, const Error& error) {
  std::string message = texts.format(error.message);
  if (error.location.line == 0) return message;
  const bool elsewhere = !error.location.path.empty() && error.location.path != name;
  return texts.format({elsewhere ? "report.error.at_path" : "report.error.at",
                       {{"message", message},
                        {"path", error.location.path},
                        {"line", std::to_string(error.location.line)},
                        {"column", std::to_string(error.location.column)}}});
}

}  // namespace limpide
