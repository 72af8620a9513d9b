#include "analyzer/annotation/odt/places.h"

#include <algorithm>

namespace limpide::odf {
namespace {

bool is_paragraph(std::string_view name) { return name == "text:p" || name == "text:h"; }

// Elements that stand for a character.
bool is_character(std::string_view name) {
  return name == "text:s" || name == "text:tab" || name == "text:line-break";
}

bool is_inline_container(std::string_view name) {
  return name == "text:span" || name == "text:a" || name == "text:meta";
}

// Around blocks, without taking them out of the flow of the body.
bool is_flow(std::string_view name) {
  return name.substr(0, 5) == "text:" || name.substr(0, 6) == "table:" ||
         name.substr(0, 7) == "office:";
}

}  // namespace

Places::Places(const XmlSpans& spans) : spans_(spans) {
  body_ = spans_.child(spans_.child(0, "office:body"), "office:text");
  std::vector<std::pair<std::string_view, std::uint32_t>> open;
  const std::vector<XmlNode>& nodes = spans_.nodes();
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    const bool start = nodes[i].name == "text:change-start";
    if (!start && nodes[i].name != "text:change-end") continue;
    const std::string_view id = spans_.value(i, "change-id");
    if (start) {
      open.emplace_back(id, nodes[i].outer.begin);
      continue;
    }
    const auto found =
        std::find_if(open.rbegin(), open.rend(), [id](const auto& one) { return one.first == id; });
    if (found == open.rend()) continue;
    changes_.push_back({found->second, nodes[i].outer.end});
    open.erase(std::next(found).base());
  }
}

bool Places::in_change(std::uint32_t byte) const {
  return std::any_of(changes_.begin(), changes_.end(),
                     [byte](const Span& span) { return span.contains(byte); });
}

std::vector<std::uint32_t> Places::path_to(std::uint32_t node) const {
  std::vector<std::uint32_t> path;
  for (; node != kNoXml; node = spans_.node(node).parent) path.push_back(node);
  std::reverse(path.begin(), path.end());
  return path;
}

std::uint32_t Places::paragraph_at(std::uint32_t byte) const {
  const std::vector<std::uint32_t> path = path_to(spans_.at(byte));
  auto at = std::find(path.begin(), path.end(), body_);
  if (at == path.end()) return kNoXml;
  for (++at; at != path.end(); ++at) {
    const std::string_view name = spans_.node(*at).name;
    if (is_paragraph(name)) return *at;
    if (!is_flow(name) || name == "text:tracked-changes") return kNoXml;
  }
  return kNoXml;
}

std::optional<Place> Places::beside(std::uint32_t byte, Edge edge) const {
  const std::uint32_t node = spans_.at(byte);
  const std::uint32_t paragraph = paragraph_at(byte);
  if (paragraph == kNoXml || node == paragraph) return std::nullopt;
  const std::vector<std::uint32_t> path = path_to(node);
  auto at = std::find(path.begin(), path.end(), paragraph) + 1;
  while (at != path.end() && is_inline_container(spans_.node(*at).name)) ++at;
  if (at == path.end()) return std::nullopt;
  const XmlNode& unit = spans_.node(*at);
  Place place;
  place.paragraph = paragraph;
  place.holder = *(at - 1);
  if (unit.kind == XmlKind::kElement) {
    place.byte = edge == Edge::kBefore ? unit.outer.begin : unit.outer.end;
    std::uint32_t inner = node;
    while (inner != paragraph && !is_paragraph(spans_.node(inner).name)) {
      inner = spans_.node(inner).parent;
    }
    place.moved = inner != paragraph;
    place.unit = !is_character(unit.name);
    return place;
  }
  place.byte = edge == Edge::kBefore ? byte : byte + 1;
  place.cdata = unit.kind == XmlKind::kCdata;
  if (place.cdata && place.byte == unit.inner.begin) {
    place.byte = unit.outer.begin;
    place.cdata = false;
  } else if (place.cdata && place.byte == unit.inner.end) {
    place.byte = unit.outer.end;
    place.cdata = false;
  }
  return place;
}

std::optional<std::pair<Place, Place>> Places::around(std::uint32_t paragraph) const {
  const XmlNode& node = spans_.node(paragraph);
  if (node.inner.empty()) return std::nullopt;
  Place begin;
  begin.byte = node.inner.begin;
  begin.holder = paragraph;
  begin.paragraph = paragraph;
  Place end = begin;
  end.byte = node.inner.end;
  return std::make_pair(begin, end);
}

}  // namespace limpide::odf
