#include "analyzer/annotation/docx/changes.h"

#include <algorithm>
#include <array>

#include "analyzer/annotation/anchors.h"
#include "analyzer/annotation/docx/paragraph_break.h"

namespace limpide::ooxml {
namespace {

// Between a paragraph and a run in which a change may be made.
bool may_hold_change(std::string_view name) {
  return name == "w:hyperlink" || name == "w:smartTag" || name == "w:customXml";
}

// Old Word wraps dates and places in them; a deletion may cross their ends, in pieces.
bool is_smart_tag(std::string_view name) { return name == "w:smartTag" || name == "w:customXml"; }

bool is_properties(std::string_view name) {
  return name == "w:rPr" || name == "w:smartTagPr" || name == "w:customXmlPr";
}

// What a stretch to delete may hold, beside text.
bool may_be_deleted(std::string_view name) {
  constexpr std::array<std::string_view, 13> kHarmless = {"w:r",          "w:t",
                                                          "w:tab",        "w:ptab",
                                                          "w:br",         "w:cr",
                                                          "w:sym",        "w:noBreakHyphen",
                                                          "w:softHyphen", "w:lastRenderedPageBreak",
                                                          "w:proofErr",   "w:bookmarkStart",
                                                          "w:bookmarkEnd"};
  if (is_smart_tag(name)) return true;
  return std::find(kHarmless.begin(), kHarmless.end(), name) != kHarmless.end();
}

bool only_spaces(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// Bytes of text nodes of w:t in the stretch; nothing when something there may not be deleted.
std::optional<std::size_t> deletable_text(const XmlSpans& spans, Span stretch) {
  const std::vector<XmlNode>& nodes = spans.nodes();
  std::size_t bytes = 0;
  for (std::uint32_t i = spans.at(stretch.begin);
       i < nodes.size() && nodes[i].outer.begin < stretch.end;) {
    const XmlNode& node = nodes[i];
    if (is_properties(node.name)) {
      i = node.after;
      continue;
    }
    ++i;
    if (node.kind == XmlKind::kElement) {
      if (!may_be_deleted(node.name)) return std::nullopt;
      continue;
    }
    const Span part{std::max(node.inner.begin, stretch.begin),
                    std::min(node.inner.end, stretch.end)};
    if (part.begin >= part.end) continue;
    if (spans.node(node.parent).name == "w:t")
      bytes += part.size();
    else if (!only_spaces(slice(spans.source(), part)))
      return std::nullopt;
  }
  return bytes;
}

// Runs that follow each other in one container, all of whose text is shown.
bool may_delete(const XmlSpans& spans, const std::vector<SourceRange>& ranges) {
  const Span stretch{ranges.front().bytes.begin, ranges.back().bytes.end};
  const std::optional<std::size_t> text = deletable_text(spans, stretch);
  if (!text) return false;
  std::size_t mapped = 0;
  for (const SourceRange& range : ranges) {
    const std::uint32_t node = spans.at(range.bytes.begin);
    if (node == kNoXml) return false;
    if (spans.node(node).kind != XmlKind::kElement) mapped += range.bytes.size();
  }
  return mapped == *text;
}

// The element under which a run may change together with its neighbours: the paragraph or a link.
std::uint32_t holder_of(const XmlSpans& spans, std::uint32_t run) {
  std::uint32_t holder = spans.node(run).parent;
  while (is_smart_tag(spans.node(holder).name)) holder = spans.node(holder).parent;
  return holder;
}

// A deletion, in a piece for each element that its runs lie in; empty when it is refused.
std::vector<TrackedEdit> deletion(const Places& places, const std::vector<SourceRange>& ranges) {
  const XmlSpans& spans = places.spans();
  if (ranges.front().bytes.begin >= ranges.back().bytes.end) return {};
  const std::uint32_t first_run = free_run(places, ranges.front().bytes.begin);
  if (first_run == kNoXml || !may_delete(spans, ranges)) return {};
  std::vector<TrackedEdit> pieces;
  std::uint32_t parent = kNoXml;
  std::uint32_t piece_begin = 0;
  for (const SourceRange& range : ranges) {
    const std::uint32_t last = range.bytes.end - 1;
    const std::uint32_t run = free_run(places, range.bytes.begin);
    if (run == kNoXml || run != free_run(places, last)) return {};
    if (holder_of(spans, run) != holder_of(spans, first_run)) return {};
    if (parent != spans.node(run).parent) {
      parent = spans.node(run).parent;
      piece_begin = range.bytes.begin;
      const std::optional<Place> begin = places.beside(piece_begin, Edge::kBefore, last);
      if (!begin) return {};
      pieces.push_back({true, *begin, *begin, {}, first_run});
    }
    const std::optional<Place> end = places.beside(last, Edge::kAfter, piece_begin);
    if (!end) return {};
    pieces.back().end = *end;
  }
  return pieces;
}

std::optional<TrackedEdit> insertion(const Document& document, std::uint32_t part,
                                     const Places& places, std::uint32_t offset) {
  const std::optional<BesideByte> beside = byte_beside(document, part, offset);
  if (!beside) return std::nullopt;
  const std::uint32_t run = free_run(places, beside->byte);
  if (run == kNoXml) return std::nullopt;
  const std::optional<Place> place =
      places.beside(beside->byte, beside->follows ? Edge::kAfter : Edge::kBefore, beside->byte);
  if (!place) return std::nullopt;
  return TrackedEdit{false, *place, *place, {}, run};
}

}  // namespace

std::uint32_t free_run(const Places& places, std::uint32_t byte) {
  const XmlSpans& spans = places.spans();
  const std::uint32_t node = spans.at(byte);
  const std::uint32_t run = spans.nearest(node, "w:r");
  const std::uint32_t paragraph = places.paragraph_at(byte);
  if (run == kNoXml || paragraph == kNoXml || spans.nearest(node, "w:p") != paragraph) {
    return kNoXml;
  }
  if (places.in_field(byte) || places.opens_control(paragraph)) return kNoXml;
  std::uint32_t holder = spans.node(run).parent;
  while (holder != paragraph && may_hold_change(spans.node(holder).name)) {
    holder = spans.node(holder).parent;
  }
  if (holder != paragraph) return kNoXml;
  // A control that is locked or bound to data would undo the change.
  for (std::uint32_t up = paragraph; up != kNoXml; up = spans.node(up).parent) {
    if (spans.node(up).name == "w:ins" || spans.node(up).name == "w:moveTo") return kNoXml;
    if (spans.node(up).name != "w:sdt") continue;
    const std::uint32_t properties = spans.child(up, "w:sdtPr");
    if (properties == kNoXml) continue;
    if (spans.child(properties, "w:lock") != kNoXml) return kNoXml;
    if (spans.child(properties, "w:dataBinding") != kNoXml) return kNoXml;
  }
  return run;
}

std::optional<std::vector<TrackedEdit>> tracked_edits(const Document& document, std::uint32_t part,
                                                      const Places& places,
                                                      const PlannedChange& change) {
  std::vector<TrackedEdit> edits;
  for (const Edit& edit : change.edits) {
    if (!is_one_line(edit.text)) return std::nullopt;
    if (divides_source(document.source_map, edit.span)) return std::nullopt;
    std::vector<TrackedEdit> tracked;
    if (edit.span.empty()) {
      if (auto made = insertion(document, part, places, edit.span.begin)) tracked = {*made};
    } else {
      const std::vector<SourceRange> ranges = document.source_map.ranges(edit.span);
      const bool here =
          !ranges.empty() && std::all_of(ranges.begin(), ranges.end(),
                                         [part](const SourceRange& r) { return r.part == part; });
      if (here) tracked = deletion(places, ranges);
    }
    if (tracked.empty()) return std::nullopt;
    if (breaks_paragraph(edit) && (tracked.size() > 1 || !may_break(places, tracked.back().run))) {
      return std::nullopt;
    }
    tracked.back().text = edit.text;
    edits.insert(edits.end(), tracked.begin(), tracked.end());
  }
  return edits;
}

}  // namespace limpide::ooxml
