#include "analyzer/annotation/odt/paragraph_break.h"

#include <algorithm>
#include <string_view>

namespace limpide::odf {
namespace {

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// Does the style, or what it holds, speak of pages or of a big first letter?
bool is_of_one_paragraph(const XmlSpans& spans, std::uint32_t style) {
  if (!spans.value(style, "master-page-name").empty()) return true;
  for (std::uint32_t i = style + 1; i < spans.node(style).after; ++i) {
    const XmlNode& node = spans.node(i);
    if (node.kind != XmlKind::kElement) continue;
    if (local_name(node.name) == "drop-cap") return true;
    for (const char* name : {"break-before", "break-after"}) {
      const std::string_view value = spans.value(i, name);
      if (!value.empty() && value != "auto") return true;
    }
  }
  return false;
}

}  // namespace

bool may_break(const XmlSpans& spans, std::uint32_t paragraph,
               const std::vector<std::uint32_t>& chain) {
  if (spans.node(paragraph).name != "text:p") return false;
  const bool plain = std::all_of(chain.begin(), chain.end(), [&spans](std::uint32_t node) {
    return spans.node(node).name == "text:span";
  });
  if (!plain) return false;
  for (std::uint32_t up = spans.node(paragraph).parent; up != kNoXml; up = spans.node(up).parent) {
    if (spans.node(up).name == "text:list-item") return false;
  }
  const std::string_view style = spans.value(paragraph, "style-name");
  for (std::uint32_t i = 0; i < spans.nodes().size(); ++i) {
    const XmlNode& node = spans.node(i);
    if (node.name == "office:text") break;
    const bool own = node.kind == XmlKind::kElement && local_name(node.name) == "style" &&
                     spans.value(i, "name") == style;
    if (own && is_of_one_paragraph(spans, i)) return false;
  }
  return true;
}

std::string next_paragraph(const XmlSpans& spans, std::uint32_t paragraph,
                           const std::vector<std::uint32_t>& chain) {
  std::string closing;
  std::string opening = start_tag_without_ids(spans, paragraph);
  const auto close = [&](std::uint32_t node) {
    closing.append("</").append(slice(spans.source(), spans.start_name(node))).append(">");
  };
  for (auto at = chain.rbegin(); at != chain.rend(); ++at) close(*at);
  close(paragraph);
  for (const std::uint32_t node : chain) opening += start_tag_without_ids(spans, node);
  return closing + opening;
}

std::optional<std::vector<std::uint32_t>> breakable_chain(const Places& places,
                                                          std::uint32_t byte) {
  const XmlSpans& spans = places.spans();
  const std::uint32_t paragraph = places.paragraph_at(byte);
  const std::uint32_t node = spans.at(byte);
  if (paragraph == kNoXml || node == kNoXml || places.in_change(byte)) return std::nullopt;
  if (spans.node(node).kind != XmlKind::kText) return std::nullopt;
  std::vector<std::uint32_t> chain;
  for (std::uint32_t up = spans.node(node).parent; up != paragraph; up = spans.node(up).parent) {
    if (up == kNoXml) return std::nullopt;
    chain.push_back(up);
  }
  std::reverse(chain.begin(), chain.end());
  if (!may_break(spans, paragraph, chain)) return std::nullopt;
  return chain;
}

}  // namespace limpide::odf
