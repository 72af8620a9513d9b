#include "analyzer/annotation/docx/body.h"

#include <algorithm>

namespace limpide::ooxml {

DocxBody::DocxBody(const Document& document, std::uint32_t part, const Places& places)
    : document_(document), part_(part), places_(places), spans_(places.spans()) {
  for (std::uint32_t i = 0; i < spans_.nodes().size(); ++i) {
    const std::string_view name = spans_.node(i).name;
    const bool foot = name == "w:footnoteReference";
    if (foot || name == "w:endnoteReference") {
      references_.emplace(std::make_pair(foot, spans_.value(i, "id")), i);
    }
  }
}

bool DocxBody::in_main(const std::vector<SourceRange>& ranges) const {
  return !ranges.empty() &&
         std::all_of(ranges.begin(), ranges.end(),
                     [this](const SourceRange& range) { return range.part == part_; });
}

std::optional<PlacePair> DocxBody::around_words(Span span) const {
  const std::vector<SourceRange> ranges = document_.source_map.ranges(span);
  if (!in_main(ranges)) return std::nullopt;
  const std::uint32_t first = ranges.front().bytes.begin;
  const std::uint32_t last = ranges.back().bytes.end - 1;
  if (first > last) return std::nullopt;
  const std::optional<Place> begin = places_.beside(first, Edge::kBefore, last);
  const std::optional<Place> end = places_.beside(last, Edge::kAfter, first);
  if (!begin || !end || begin->byte > end->byte) return std::nullopt;
  const bool together = begin->paragraph == end->paragraph ||
                        spans_.node(begin->paragraph).parent == spans_.node(end->paragraph).parent;
  if (!together) return std::nullopt;
  if (places_.opens_control(begin->paragraph) || places_.opens_control(end->paragraph)) {
    return std::nullopt;
  }
  return PlacePair{*begin, *end};
}

std::optional<PlacePair> DocxBody::around_block(const Block& block) const {
  const std::vector<SourceRange> ranges = document_.source_map.ranges(block.text);
  if (!in_main(ranges)) return std::nullopt;
  const std::uint32_t paragraph = places_.paragraph_at(ranges.front().bytes.begin);
  if (paragraph == kNoXml || places_.opens_control(paragraph)) return std::nullopt;
  return places_.around(paragraph);
}

std::optional<PlacePair> DocxBody::at_note(const Block& block) const {
  const std::vector<SourceRange> ranges = document_.source_map.ranges(block.text);
  if (ranges.empty() || ranges.front().part == part_) return std::nullopt;
  const std::uint32_t part = ranges.front().part;
  const auto known = notes_.find(part);
  const std::optional<XmlSpans>& notes =
      known != notes_.end()
          ? known->second
          : notes_.emplace(part, XmlSpans::of(document_.parts[part].source)).first->second;
  if (!notes) return std::nullopt;
  const std::uint32_t at = notes->at(ranges.front().bytes.begin);
  for (const bool foot : {true, false}) {
    const std::uint32_t note = notes->nearest(at, foot ? "w:footnote" : "w:endnote");
    if (note == kNoXml) continue;
    const auto found = references_.find({foot, notes->value(note, "id")});
    if (found == references_.end()) continue;
    const std::uint32_t byte = spans_.node(found->second).outer.begin;
    const auto begin = places_.beside(byte, Edge::kBefore, byte);
    const auto end = places_.beside(byte, Edge::kAfter, byte);
    if (begin && end) return PlacePair{*begin, *end};
  }
  return std::nullopt;
}

}  // namespace limpide::ooxml
