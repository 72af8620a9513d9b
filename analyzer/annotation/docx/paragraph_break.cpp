#include "analyzer/annotation/docx/paragraph_break.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace limpide::ooxml {
namespace {

// The properties with a tracked mark in them; the mark comes first in w:rPr, w:rPr last in w:pPr.
std::string marked_properties(const XmlSpans& spans, std::uint32_t properties,
                              const BreakMarks& marks) {
  const std::string mark = "<w:rPr" + marks.declared + ">" + marks.inserted + "</w:rPr>";
  if (properties == kNoXml || spans.node(properties).empty) {
    if (marks.inserted.empty()) return {};
    return "<w:pPr" + marks.declared + ">" + mark + "</w:pPr>";
  }
  const XmlNode& node = spans.node(properties);
  std::string copy(slice(spans.source(), node.outer));
  if (marks.inserted.empty()) return copy;
  const std::uint32_t look = spans.child(properties, "w:rPr");
  if (look == kNoXml) return copy.insert(node.inner.end - node.outer.begin, mark);
  const XmlNode& own = spans.node(look);
  if (own.empty) {
    return copy.replace(own.outer.begin - node.outer.begin, own.outer.size(), mark);
  }
  return copy.insert(own.inner.begin - node.outer.begin, marks.inserted);
}

}  // namespace

bool may_break(const Places& places, std::uint32_t run) {
  const XmlSpans& spans = places.spans();
  if (run == kNoXml) return false;
  const std::uint32_t paragraph = spans.node(run).parent;
  if (paragraph == kNoXml || spans.node(paragraph).name != "w:p") return false;
  const std::uint32_t properties = spans.child(paragraph, "w:pPr");
  if (properties == kNoXml) return true;
  constexpr std::array<std::string_view, 5> kNotTwice = {"w:numPr", "w:sectPr", "w:framePr",
                                                         "w:pageBreakBefore", "w:pPrChange"};
  const std::uint32_t look = spans.child(properties, "w:rPr");
  constexpr std::array<std::string_view, 5> kChanges = {"w:ins", "w:del", "w:moveFrom", "w:moveTo",
                                                        "w:rPrChange"};
  const auto holds = [&spans](std::uint32_t node, std::string_view name) {
    return spans.child(node, name) != kNoXml;
  };
  const bool own = std::any_of(kNotTwice.begin(), kNotTwice.end(),
                               [&](std::string_view name) { return holds(properties, name); });
  const bool changed =
      look != kNoXml && std::any_of(kChanges.begin(), kChanges.end(),
                                    [&](std::string_view name) { return holds(look, name); });
  return !own && !changed;
}

std::string next_paragraph(const XmlSpans& spans, std::uint32_t paragraph,
                           const BreakMarks& marks) {
  const std::string name(slice(spans.source(), spans.start_name(paragraph)));
  return "</" + name + ">" + start_tag_without_ids(spans, paragraph) +
         marked_properties(spans, spans.child(paragraph, "w:pPr"), marks);
}

Splice first_half(const XmlSpans& spans, std::uint32_t paragraph, const BreakMarks& marks) {
  const std::uint32_t properties = spans.child(paragraph, "w:pPr");
  const std::uint32_t begin = spans.node(paragraph).inner.begin;
  const Span place = properties == kNoXml ? Span{begin, begin} : spans.node(properties).outer;
  return {place, marked_properties(spans, properties, marks)};
}

}  // namespace limpide::ooxml
