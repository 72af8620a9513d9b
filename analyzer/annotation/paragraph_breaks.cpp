#include "analyzer/annotation/paragraph_breaks.h"

#include <algorithm>

#include "analyzer/annotation/docx/changes.h"
#include "analyzer/annotation/docx/markers.h"
#include "analyzer/annotation/docx/paragraph_break.h"
#include "analyzer/annotation/odt/paragraph_break.h"

namespace limpide {

std::optional<std::string> ParagraphBreaks::between(Span span) {
  const std::size_t index = block_at(document_, span.begin);
  if (span.empty() || index == document_.blocks.size()) return std::nullopt;
  const BlockKind kind = document_.blocks[index].kind;
  if (kind != BlockKind::kParagraph && kind != BlockKind::kTableCell) return std::nullopt;
  std::vector<SourceRange> ranges = document_.source_map.ranges(span);
  // The end of a wrapped line may be no text of its own.
  if (ranges.empty() && span.begin > 0) {
    ranges = document_.source_map.ranges({span.begin - 1, span.begin});
  }
  if (ranges.empty()) return std::nullopt;
  const SourceRange place = ranges.front();
  switch (document_.format) {
    case Format::kDocx:
      return in_docx(place);
    case Format::kOdt:
      return in_odt(place);
    case Format::kHtml:
      if (page_ == nullptr) {
        page_ = std::make_unique<html::ParagraphBreaks>(document_.parts.front().source);
      }
      return page_->at(place.bytes.begin);
    case Format::kMarkdown:
      return in_markdown(span, place.bytes.begin);
    case Format::kText: {
      std::optional<std::string> indent = indent_of(span);
      if (!indent) return std::nullopt;
      return encoding_->line_end() + encoding_->line_end() + *indent;
    }
    case Format::kEml:
      return std::nullopt;
  }
  return std::nullopt;
}

const XmlSpans* ParagraphBreaks::spans_of(std::uint32_t part) {
  auto found = spans_.find(part);
  if (found == spans_.end()) {
    found = spans_.emplace(part, XmlSpans::of(document_.parts[part].source)).first;
  }
  return found->second ? &*found->second : nullptr;
}

// The place is in a text of a run: all are closed, and opened again with the same look.
std::optional<std::string> ParagraphBreaks::in_docx(SourceRange place) {
  const XmlSpans* const spans = spans_of(place.part);
  if (spans == nullptr) return std::nullopt;
  auto& places = docx_[place.part];
  if (places == nullptr) places = std::make_unique<ooxml::Places>(*spans);
  const std::uint32_t byte = place.bytes.begin;
  const std::uint32_t run = ooxml::free_run(*places, byte);
  const std::uint32_t node = spans->at(byte);
  if (run == kNoXml || !ooxml::may_break(*places, run)) return std::nullopt;
  if (spans->node(node).kind != XmlKind::kText) return std::nullopt;
  const std::uint32_t text = spans->node(node).parent;
  if (spans->node(text).name != "w:t" || spans->node(text).parent != run) return std::nullopt;
  const auto name = [spans](std::uint32_t element) {
    return std::string(slice(spans->source(), spans->start_name(element)));
  };
  ooxml::Ids ids({spans->source()});
  ooxml::Markers look(*spans, ids);
  return "</" + name(text) + "></" + name(run) + ">" +
         ooxml::next_paragraph(*spans, spans->node(run).parent, {}) +
         std::string(slice(spans->source(), spans->start_tag(run))) +
         look.copied_properties(run, false) + "<" + name(text) + " xml:space=\"preserve\">";
}

std::optional<std::string> ParagraphBreaks::in_odt(SourceRange place) {
  const XmlSpans* const spans = spans_of(place.part);
  if (spans == nullptr) return std::nullopt;
  auto& places = odt_[place.part];
  if (places == nullptr) places = std::make_unique<odf::Places>(*spans);
  const auto chain = odf::breakable_chain(*places, place.bytes.begin);
  if (!chain) return std::nullopt;
  return odf::next_paragraph(*spans, places->paragraph_at(place.bytes.begin), *chain);
}

// Signs of emphasis and links do not reach over an empty line.
std::optional<std::string> ParagraphBreaks::in_markdown(Span span, std::uint32_t byte) const {
  const auto covers = [span](Span other) {
    return other.begin < span.end && span.begin < other.end;
  };
  for (const Run& run : document_.runs) {
    if (!covers(run.text)) continue;
    if (run.bold || run.italic || run.strike || run.underline || run.font >= 0) return std::nullopt;
  }
  for (const Link& link : document_.links) {
    if (covers(link.text)) return std::nullopt;
  }
  const std::size_t index = block_at(document_, span.begin);
  const std::optional<std::string> indent = indent_of(span);
  if (!indent || !indent->empty() || document_.blocks[index].table != 0 || byte == 0) {
    return std::nullopt;
  }
  return encoding_->line_end() + encoding_->line_end();
}

std::optional<std::string> ParagraphBreaks::indent_of(Span span) const {
  const std::size_t index = block_at(document_, span.begin);
  const std::uint32_t begin = document_.blocks[index].text.begin;
  const auto ranges = document_.source_map.ranges({begin, begin + 1});
  if (ranges.empty()) return std::nullopt;
  const std::string_view source = document_.parts.front().source;
  const std::uint32_t word = ranges.front().bytes.begin;
  std::uint32_t line = word;
  while (line > 0 && source[line - 1] != '\n' && source[line - 1] != '\r') --line;
  std::string_view indent = source.substr(line, word - line);
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (line == 0 && indent.substr(0, kMark.size()) == kMark) indent.remove_prefix(kMark.size());
  if (indent.find_first_not_of(" \t") != std::string_view::npos) return std::nullopt;
  return std::string(indent);
}

}  // namespace limpide
