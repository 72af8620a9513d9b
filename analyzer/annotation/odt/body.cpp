#include "analyzer/annotation/odt/body.h"

#include <algorithm>

namespace limpide::odf {

bool OdtBody::in_content(const std::vector<SourceRange>& ranges) const {
  return !ranges.empty() &&
         std::all_of(ranges.begin(), ranges.end(),
                     [this](const SourceRange& range) { return range.part == part_; });
}

// The character before, in the same block.
std::uint32_t OdtBody::one_before(std::uint32_t offset) const {
  const std::size_t index = block_at(document_, offset);
  if (index == document_.blocks.size()) return offset;
  const std::uint32_t least = document_.blocks[index].text.begin;
  std::uint32_t at = offset;
  do {
    if (at <= least) return offset;
    --at;
  } while ((static_cast<unsigned char>(document_.text[at]) & 0xC0U) == 0x80U);
  return at;
}

std::optional<PlacePair> OdtBody::around_words(Span span) const {
  if (deletions_.count(span.begin) != 0) span.begin = one_before(span.begin);
  const std::vector<SourceRange> ranges = document_.source_map.ranges(span);
  if (!in_content(ranges)) return std::nullopt;
  const std::uint32_t first = ranges.front().bytes.begin;
  const std::uint32_t last = ranges.back().bytes.end - 1;
  if (first > last) return std::nullopt;
  const std::optional<Place> begin = places_.beside(first, Edge::kBefore);
  const std::optional<Place> end = places_.beside(last, Edge::kAfter);
  if (!begin || !end || begin->byte >= end->byte) return std::nullopt;
  const XmlSpans& spans = places_.spans();
  const bool together = begin->paragraph == end->paragraph ||
                        spans.node(begin->paragraph).parent == spans.node(end->paragraph).parent;
  if (!together) return std::nullopt;
  return PlacePair{*begin, *end};
}

std::optional<PlacePair> OdtBody::around_block(const Block& block) const {
  const std::vector<SourceRange> ranges = document_.source_map.ranges(block.text);
  if (!in_content(ranges)) return std::nullopt;
  const std::uint32_t paragraph = places_.paragraph_at(ranges.front().bytes.begin);
  return paragraph == kNoXml ? std::nullopt : places_.around(paragraph);
}

}  // namespace limpide::odf
