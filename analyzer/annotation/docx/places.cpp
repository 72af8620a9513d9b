#include "analyzer/annotation/docx/places.h"

#include <algorithm>
#include <array>
#include <utility>

namespace limpide::ooxml {
namespace {

// Elements of a paragraph in which comment marks may stand (ISO 29500-1, EG_PContent).
bool is_inline_container(std::string_view name) {
  constexpr std::array<std::string_view, 10> kContainers = {
      "w:hyperlink", "w:sdt", "w:sdtContent", "w:smartTag", "w:customXml",
      "w:fldSimple", "w:ins", "w:moveTo",     "w:dir",      "w:bdo"};
  return std::find(kContainers.begin(), kContainers.end(), name) != kContainers.end();
}

bool only_spaces(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

bool keeps_spaces(const XmlSpans& spans, std::uint32_t text_element) {
  return spans.value(text_element, "xml:space") == "preserve";
}

std::uint32_t run_properties(const XmlSpans& spans, std::uint32_t run) {
  return run == kNoXml ? kNoXml : spans.child(run, "w:rPr");
}

Places::Places(const XmlSpans& spans) : spans_(spans) {
  body_ = spans_.child(0, "w:body");
  for (std::uint32_t i = 0; i < spans_.nodes().size(); ++i) {
    if (spans_.node(i).name == "w:p") paragraphs_.push_back(i);
  }
  find_fields();
}

void Places::find_fields() {
  std::vector<Field> open;
  const std::vector<XmlNode>& nodes = spans_.nodes();
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].name != "w:fldChar") continue;
    const std::uint32_t run = spans_.nearest(i, "w:r");
    const std::string_view type = spans_.value(i, "fldCharType");
    if (run == kNoXml) continue;
    if (type == "begin") {
      open.push_back({run, kNoXml, nodes[run].outer});
    } else if (type == "end" && !open.empty()) {
      Field field = open.back();
      open.pop_back();
      field.end_run = run;
      field.bytes.end = nodes[run].outer.end;
      fields_.push_back(field);
    }
  }
  std::sort(fields_.begin(), fields_.end(), [](const Field& a, const Field& b) {
    return a.bytes.begin != b.bytes.begin ? a.bytes.begin < b.bytes.begin
                                          : a.bytes.end > b.bytes.end;
  });
}

bool Places::opens_control(std::uint32_t paragraph) const {
  const auto here = std::lower_bound(paragraphs_.begin(), paragraphs_.end(), paragraph);
  const std::uint32_t before = here == paragraphs_.begin() ? 0 : *std::prev(here);
  for (std::uint32_t up = paragraph; up != kNoXml; up = spans_.node(up).parent) {
    if (spans_.node(up).name != "w:sdt" || up < before) continue;
    const std::uint32_t properties = spans_.child(up, "w:sdtPr");
    if (properties == kNoXml || spans_.child(properties, "w:docPartObj") == kNoXml) return true;
  }
  return false;
}

bool Places::in_field(std::uint32_t byte) const {
  return std::any_of(fields_.begin(), fields_.end(),
                     [byte](const Field& field) { return field.bytes.contains(byte); });
}

std::vector<std::uint32_t> Places::path_to(std::uint32_t node) const {
  std::vector<std::uint32_t> path;
  for (; node != kNoXml; node = spans_.node(node).parent) path.push_back(node);
  std::reverse(path.begin(), path.end());
  return path;
}

std::uint32_t Places::paragraph_at(std::uint32_t byte) const {
  const std::vector<std::uint32_t> path = path_to(spans_.at(byte));
  const auto body = std::find(path.begin(), path.end(), body_);
  const auto found = std::find_if(
      body, path.end(), [this](std::uint32_t node) { return spans_.node(node).name == "w:p"; });
  return found == path.end() ? kNoXml : *found;
}

Place Places::at_edge(std::uint32_t node, Edge edge) const {
  const Span outer = spans_.node(node).outer;
  Place place;
  place.byte = edge == Edge::kBefore ? outer.begin : outer.end;
  return place;
}

bool Places::is_unit(std::uint32_t node, std::uint32_t other) const {
  const XmlNode& element = spans_.node(node);
  if (element.name == "w:fldSimple") return true;
  if (element.name == "w:smartTag") return !element.outer.contains(other);
  if (element.name != "w:sdt") return false;
  const std::uint32_t properties = spans_.child(node, "w:sdtPr");
  if (properties == kNoXml) return false;
  for (const char* plain : {"w:text", "w:date", "w:dropDownList", "w:comboBox", "w14:checkbox",
                            "w:picture", "w:equation", "w:citation"}) {
    if (spans_.child(properties, plain) != kNoXml) return true;
  }
  return false;
}

// Inside a run, unless it begins or ends there.
Place Places::in_run(std::uint32_t run, std::uint32_t child, std::uint32_t node, std::uint32_t byte,
                     Edge edge) const {
  Place place = at_edge(child == kNoXml ? run : child, edge);
  const XmlNode& text = spans_.node(node);
  const bool cuttable = child != kNoXml && spans_.node(child).name == "w:t" &&
                        text.parent == child && text.kind != XmlKind::kElement;
  if (cuttable) {
    const std::uint32_t at = edge == Edge::kBefore ? byte : byte + 1;
    const Span inner = spans_.node(child).inner;
    const bool keeps = keeps_spaces(spans_, child);
    const auto nothing = [&](Span span) {
      const std::string_view bytes = slice(spans_.source(), span);
      return bytes.empty() || (!keeps && only_spaces(bytes));
    };
    const bool first = inner.begin == text.outer.begin;
    const bool last = inner.end == text.outer.end;
    if (first && nothing({text.inner.begin, at})) {
      place.byte = spans_.node(child).outer.begin;
    } else if (last && nothing({at, text.inner.end})) {
      place.byte = spans_.node(child).outer.end;
    } else {
      place.byte = at;
      place.run = run;
      place.text = node;
      return place;
    }
  }
  if (child == kNoXml) return place;
  std::uint32_t begin = kNoXml;
  std::uint32_t end = spans_.node(run).inner.begin;
  for (const std::uint32_t one : spans_.children(run)) {
    const XmlNode& element = spans_.node(one);
    if (element.kind != XmlKind::kElement || element.name == "w:rPr") continue;
    if (begin == kNoXml) begin = element.outer.begin;
    end = element.outer.end;
  }
  if (place.byte <= begin)
    place.byte = spans_.node(run).outer.begin;
  else if (place.byte >= end)
    place.byte = spans_.node(run).outer.end;
  else
    place.run = run;
  return place;
}

// A mark may not stand between the begin of a field and its result, nor part it from the other.
void Places::leave_field(Place& place, std::uint32_t byte, Edge edge, std::uint32_t other) const {
  const Span paragraph = spans_.node(place.paragraph).outer;
  for (const Field& field : fields_) {
    if (field.bytes.begin > byte) return;
    if (!field.bytes.contains(byte) || field.bytes.contains(other)) continue;
    if (!paragraph.contains(field.bytes)) continue;
    const std::uint32_t run = edge == Edge::kBefore ? field.begin_run : field.end_run;
    Place outside = at_edge(run, edge);
    outside.paragraph = place.paragraph;
    outside.moved = place.moved;
    place = outside;
    return;  // the outermost: fields are sorted so
  }
}

std::optional<Place> Places::beside(std::uint32_t byte, Edge edge, std::uint32_t other) const {
  const std::uint32_t node = spans_.at(byte);
  const std::vector<std::uint32_t> path = path_to(node);
  const std::uint32_t paragraph = paragraph_at(byte);
  if (paragraph == kNoXml || node == paragraph) return std::nullopt;
  auto at = std::find(path.begin(), path.end(), paragraph) + 1;
  while (at != path.end() && is_inline_container(spans_.node(*at).name) && !is_unit(*at, other)) {
    ++at;
  }
  if (at == path.end()) return std::nullopt;
  Place place;
  if (spans_.node(*at).name == "w:r") {
    const std::uint32_t child = at + 1 == path.end() ? kNoXml : *(at + 1);
    place = in_run(*at, child, node, byte, edge);
  } else {
    place = at_edge(*at, edge);
  }
  place.paragraph = paragraph;
  place.moved = spans_.nearest(node, "w:p") != paragraph;
  leave_field(place, byte, edge, other);
  return place;
}

std::optional<std::pair<Place, Place>> Places::around(std::uint32_t paragraph) const {
  std::uint32_t first = kNoXml;
  std::uint32_t last = kNoXml;
  for (const std::uint32_t child : spans_.children(paragraph)) {
    const XmlNode& node = spans_.node(child);
    if (node.kind != XmlKind::kElement || node.name == "w:pPr") continue;
    if (first == kNoXml) first = child;
    last = child;
  }
  if (first == kNoXml) return std::nullopt;
  Place begin = at_edge(first, Edge::kBefore);
  Place end = at_edge(last, Edge::kAfter);
  begin.paragraph = paragraph;
  end.paragraph = paragraph;
  return std::make_pair(begin, end);
}

}  // namespace limpide::ooxml
