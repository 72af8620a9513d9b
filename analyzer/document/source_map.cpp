#include "analyzer/document/source_map.h"

#include <algorithm>
#include <cassert>

namespace limpide {
namespace {

// The part of a stretch's source that belongs to the part of the span inside it.
SourceRange source_within(const SourceStretch& stretch, Span text) {
  if (!stretch.verbatim) return stretch.source;
  const std::uint32_t begin = std::max(text.begin, stretch.text.begin) - stretch.text.begin;
  const std::uint32_t end = std::min(text.end, stretch.text.end) - stretch.text.begin;
  const std::uint32_t base = stretch.source.bytes.begin;
  return {stretch.source.part, {base + begin, base + end}};
}

}  // namespace

void SourceMap::add(const SourceStretch& stretch) {
  if (!stretches_.empty()) {
    SourceStretch& last = stretches_.back();
    assert(stretch.text.begin >= last.text.end);
    const bool continues = last.verbatim && stretch.verbatim &&
                           last.text.end == stretch.text.begin &&
                           last.source.part == stretch.source.part &&
                           last.source.bytes.end == stretch.source.bytes.begin;
    if (continues) {
      last.text.end = stretch.text.end;
      last.source.bytes.end = stretch.source.bytes.end;
      return;
    }
  }
  stretches_.push_back(stretch);
}

std::vector<SourceRange> SourceMap::ranges(Span text) const {
  std::vector<SourceRange> found;
  auto at = std::partition_point(
      stretches_.begin(), stretches_.end(),
      [text](const SourceStretch& stretch) { return stretch.text.end <= text.begin; });
  for (; at != stretches_.end() && at->text.begin < text.end; ++at) {
    const SourceRange range = source_within(*at, text);
    const bool touches = !found.empty() && found.back().part == range.part &&
                         found.back().bytes.end == range.bytes.begin;
    if (touches)
      found.back().bytes.end = range.bytes.end;
    else if (found.empty() || !(found.back() == range))
      found.push_back(range);
  }
  return found;
}

std::optional<SourceRange> SourceMap::position(std::uint32_t offset) const {
  const auto at = std::partition_point(
      stretches_.begin(), stretches_.end(),
      [offset](const SourceStretch& stretch) { return stretch.text.end <= offset; });
  if (at != stretches_.end() && at->text.contains(offset)) {
    SourceRange range = source_within(*at, {offset, offset});
    range.bytes.end = range.bytes.begin;
    return range;
  }
  if (at == stretches_.begin()) return std::nullopt;
  SourceRange range = std::prev(at)->source;
  range.bytes.begin = range.bytes.end;
  return range;
}

}  // namespace limpide
