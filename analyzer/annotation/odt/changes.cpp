// Which changes an odt can carry as tracked changes.
#include <algorithm>
#include <array>

#include "analyzer/annotation/anchors.h"
#include "analyzer/annotation/odt/paragraph_break.h"
#include "analyzer/annotation/odt/places.h"

namespace limpide::odf {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";

bool is_space(char byte) { return kSpaces.find(byte) != std::string_view::npos; }

bool may_be_deleted(std::string_view name) {
  constexpr std::array<std::string_view, 5> kHarmless = {"text:span", "text:s", "text:tab",
                                                         "text:line-break", "text:soft-page-break"};
  return std::find(kHarmless.begin(), kHarmless.end(), name) != kHarmless.end();
}

std::size_t letters(std::string_view bytes) {
  return bytes.size() -
         static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_space));
}

// Letters of text in the stretch; nothing when something there may not be deleted.
std::optional<std::size_t> deletable_letters(const XmlSpans& spans, Span stretch) {
  const std::vector<XmlNode>& nodes = spans.nodes();
  std::size_t count = 0;
  for (std::uint32_t i = spans.at(stretch.begin);
       i < nodes.size() && nodes[i].outer.begin < stretch.end; ++i) {
    const XmlNode& node = nodes[i];
    if (node.kind == XmlKind::kElement) {
      if (!may_be_deleted(node.name)) return std::nullopt;
      continue;
    }
    if (node.kind == XmlKind::kCdata) return std::nullopt;
    const Span part{std::max(node.inner.begin, stretch.begin),
                    std::min(node.inner.end, stretch.end)};
    if (part.begin < part.end) count += letters(slice(spans.source(), part));
  }
  return count;
}

// All the text of the stretch is shown: what is hidden would be deleted unseen.
bool may_delete(const XmlSpans& spans, const std::vector<SourceRange>& ranges) {
  const Span stretch{ranges.front().bytes.begin, ranges.back().bytes.end};
  const std::optional<std::size_t> count = deletable_letters(spans, stretch);
  if (!count) return false;
  std::size_t mapped = 0;
  for (const SourceRange& range : ranges) {
    mapped += deletable_letters(spans, range.bytes).value_or(0);
  }
  return mapped == *count;
}

// Spans from the paragraph to the place, outermost first; nothing when a link is among them.
std::vector<std::uint32_t> chain_to(const XmlSpans& spans, const Place& place) {
  std::vector<std::uint32_t> chain;
  for (std::uint32_t up = place.holder; up != place.paragraph; up = spans.node(up).parent) {
    chain.push_back(up);
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

bool only_spans(const XmlSpans& spans, const std::vector<std::uint32_t>& chain) {
  return std::all_of(chain.begin(), chain.end(),
                     [&spans](std::uint32_t node) { return spans.node(node).name == "text:span"; });
}

bool is_free(const Places& places, const std::optional<Place>& place, std::uint32_t byte) {
  return place && !place->unit && !place->cdata && !places.in_change(byte);
}

std::optional<TrackedEdit> deletion(const Places& places, const std::vector<SourceRange>& ranges) {
  const XmlSpans& spans = places.spans();
  const std::uint32_t first = ranges.front().bytes.begin;
  const std::uint32_t last = ranges.back().bytes.end - 1;
  if (first > last) return std::nullopt;
  const std::optional<Place> begin = places.beside(first, Edge::kBefore);
  std::optional<Place> end = places.beside(last, Edge::kAfter);
  if (!is_free(places, begin, first) || !is_free(places, end, last)) return std::nullopt;
  if (begin->paragraph != end->paragraph || !may_delete(spans, ranges)) return std::nullopt;
  if (is_space(spans.source()[last])) {
    // White space that counted for nothing behind a space would count once that space is gone.
    const std::uint32_t node_end = spans.node(spans.at(last)).inner.end;
    while (end->byte < node_end && is_space(spans.source()[end->byte])) ++end->byte;
    if (end->byte == node_end) return std::nullopt;
  }
  TrackedEdit edit;
  edit.deletes = true;
  edit.begin = *begin;
  edit.end = *end;
  edit.chain = chain_to(spans, *begin);
  edit.end_chain = chain_to(spans, *end);
  std::size_t common = 0;
  while (common < edit.chain.size() && common < edit.end_chain.size() &&
         edit.chain[common] == edit.end_chain[common]) {
    ++common;
  }
  const auto from = [common](const std::vector<std::uint32_t>& chain) {
    return std::vector<std::uint32_t>(chain.begin() + static_cast<std::ptrdiff_t>(common),
                                      chain.end());
  };
  edit.open_at_begin = from(edit.chain);
  edit.open_at_end = from(edit.end_chain);
  // A link cannot be written twice.
  if (!only_spans(spans, edit.open_at_begin) || !only_spans(spans, edit.open_at_end)) {
    return std::nullopt;
  }
  return edit;
}

std::optional<TrackedEdit> insertion(const Document& document, std::uint32_t part,
                                     const Places& places, std::uint32_t offset) {
  const std::optional<BesideByte> beside = byte_beside(document, part, offset);
  if (!beside) return std::nullopt;
  const std::optional<Place> place =
      places.beside(beside->byte, beside->follows ? Edge::kAfter : Edge::kBefore);
  if (!is_free(places, place, beside->byte)) return std::nullopt;
  TrackedEdit edit;
  edit.begin = *place;
  edit.end = *place;
  return edit;
}

// White space of ODF collapses across marks: an edit may not bring two spaces together.
bool meets_spaces(const Document& document, const Edit& edit) {
  const std::string& text = document.text;
  const bool before = edit.span.begin == 0 || is_space(text[edit.span.begin - 1]);
  const bool after = edit.span.end >= text.size() || is_space(text[edit.span.end]);
  if (edit.text.find("  ") != std::string::npos) return true;
  if (edit.text.empty()) return before && after;
  return (before && is_space(edit.text.front())) || (after && is_space(edit.text.back()));
}

}  // namespace

std::optional<std::vector<TrackedEdit>> tracked_edits(const Document& document, std::uint32_t part,
                                                      const Places& places,
                                                      const PlannedChange& change) {
  std::vector<TrackedEdit> edits;
  for (const Edit& edit : change.edits) {
    if (!is_one_line(edit.text)) return std::nullopt;
    if (divides_source(document.source_map, edit.span)) return std::nullopt;
    if (meets_spaces(document, edit)) return std::nullopt;
    std::optional<TrackedEdit> tracked;
    if (edit.span.empty()) {
      tracked = insertion(document, part, places, edit.span.begin);
    } else {
      const std::vector<SourceRange> ranges = document.source_map.ranges(edit.span);
      const bool here =
          !ranges.empty() && std::all_of(ranges.begin(), ranges.end(),
                                         [part](const SourceRange& r) { return r.part == part; });
      if (here) tracked = deletion(places, ranges);
    }
    if (!tracked) return std::nullopt;
    if (breaks_paragraph(edit)) {
      if (!tracked->deletes) return std::nullopt;
      if (!may_break(places.spans(), tracked->begin.paragraph, tracked->chain)) return std::nullopt;
    }
    tracked->text = edit.text;
    const std::size_t block = block_at(document, edit.span.begin);
    tracked->opens_block =
        block < document.blocks.size() && document.blocks[block].text.begin == edit.span.begin;
    edits.push_back(*std::move(tracked));
  }
  return edits;
}

}  // namespace limpide::odf
