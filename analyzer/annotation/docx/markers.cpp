#include "analyzer/annotation/docx/markers.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

namespace limpide::ooxml {
namespace {

constexpr std::uint32_t kMostId = 0x7FFFFFFE;

void collect_ids(std::string_view source, std::vector<std::uint32_t>& used) {
  std::size_t at = source.find("id=");
  for (; at != std::string_view::npos; at = source.find("id=", at + 3)) {
    const char* begin = source.data() + std::min(at + 4, source.size());
    std::uint32_t number = 0;
    const auto parsed = std::from_chars(begin, source.data() + source.size(), number);
    if (parsed.ec == std::errc{} && parsed.ptr != begin) used.push_back(number);
  }
}

}  // namespace

Ids::Ids(const std::vector<std::string_view>& sources) {
  for (const std::string_view source : sources) collect_ids(source, used_);
  std::sort(used_.begin(), used_.end());
  const bool room = used_.empty() || used_.back() < kMostId / 2;
  last_ = room && !used_.empty() ? used_.back() : 0;
}

std::string Ids::next() {
  do {
    ++last_;
  } while (std::binary_search(used_.begin(), used_.end(), last_));
  return std::to_string(last_);
}

std::string Markers::copied_properties(std::uint32_t run, bool with_changes) {
  const std::uint32_t properties = run_properties(spans_, run);
  if (properties == kNoXml) return {};
  const Span bytes = spans_.node(properties).outer;
  const std::uint32_t change = spans_.child(properties, "w:rPrChange");
  std::string copy(slice(spans_.source(), bytes));
  if (change == kNoXml) return copy;
  // A revision of the look has a number of its own in each run.
  const Span outer = spans_.node(change).outer;
  if (!with_changes) return copy.erase(outer.begin - bytes.begin, outer.size());
  const std::optional<Span> id = spans_.attribute(change, "id");
  if (id) copy.replace(id->begin - bytes.begin, id->size(), ids_.next());
  return copy;
}

bool Markers::is_deleted(std::uint32_t byte) const {
  const auto next = std::partition_point(deleted_.begin(), deleted_.end(),
                                         [byte](const Span& span) { return span.begin <= byte; });
  return next != deleted_.begin() && std::prev(next)->contains(byte);
}

// The name of a text element as its own file writes it: "w:t", "w:delText", "ns0:t".
std::string Markers::text_name(std::uint32_t text_element, bool deleted) const {
  const std::string_view raw = slice(spans_.source(), spans_.start_name(text_element));
  const std::size_t colon = raw.find(':');
  std::string name(colon == std::string_view::npos ? std::string_view{} : raw.substr(0, colon + 1));
  return name.append(deleted ? "delText" : "t");
}

void Markers::cut(const Place& place, const std::string& marks, std::vector<Splice>& splices) {
  const std::string_view source = spans_.source();
  const std::string_view run_name = slice(source, spans_.start_name(place.run));
  std::string xml;
  std::string reopened;
  if (place.text != kNoXml) {
    const XmlNode& text = spans_.node(place.text);
    const bool cdata = text.kind == XmlKind::kCdata;
    if (cdata) xml += "]]>";
    xml.append("</").append(text_name(text.parent, is_deleted(place.byte - 1))).append(">");
    reopened.append("<").append(text_name(text.parent, is_deleted(place.byte)));
    reopened.append(" xml:space=\"preserve\">");
    if (cdata) reopened += "<![CDATA[";
  }
  xml.append("</").append(run_name).append(">").append(marks);
  xml.append(slice(source, spans_.start_tag(place.run)));
  xml.append(copied_properties(place.run, true)).append(reopened);
  splices.push_back({{place.byte, place.byte}, std::move(xml)});
}

// A text that is cut keeps the spaces at the cut; those at its ends that never counted go.
void Markers::keep_spaces(std::uint32_t text_element, std::vector<Splice>& splices) const {
  if (ooxml::keeps_spaces(spans_, text_element)) return;
  const std::string_view source = spans_.source();
  const Span tag = spans_.start_tag(text_element);
  const std::optional<Span> other = spans_.attribute(text_element, "xml:space");
  if (other)
    splices.push_back({*other, "preserve"});
  else
    splices.push_back({{tag.end - 1, tag.end - 1}, " xml:space=\"preserve\""});
  const std::vector<std::uint32_t> texts = spans_.children(text_element);
  if (texts.empty()) return;
  const Span first = spans_.node(texts.front()).inner;
  const Span last = spans_.node(texts.back()).inner;
  std::uint32_t begin = first.begin;
  std::uint32_t end = last.end;
  constexpr std::string_view kSpaces = " \t\r\n";
  while (begin < first.end && kSpaces.find(source[begin]) != std::string_view::npos) ++begin;
  while (end > last.begin && kSpaces.find(source[end - 1]) != std::string_view::npos) --end;
  if (begin > first.begin) splices.push_back({{first.begin, begin}, {}});
  if (end < last.end) splices.push_back({{end, last.end}, {}});
}

void Markers::rename_deleted(std::vector<Splice>& splices) const {
  const std::vector<XmlNode>& nodes = spans_.nodes();
  for (const Span& span : deleted_) {
    const auto first = std::partition_point(
        nodes.begin(), nodes.end(),
        [span](const XmlNode& node) { return node.outer.begin <= span.begin; });
    auto index = static_cast<std::uint32_t>(first - nodes.begin());
    // The text that holds the begin of the stretch is cut there; its end tag may be deleted.
    if (index > 0) {
      const std::uint32_t holder = spans_.nearest(index - 1, "w:t");
      if (holder != kNoXml) index = holder;
    }
    for (; index < nodes.size() && nodes[index].outer.begin < span.end; ++index) {
      const XmlNode& node = nodes[index];
      if (node.name != "w:t" || node.empty || node.inner.empty()) continue;
      if (is_deleted(node.inner.begin) && span.contains(node.inner.begin)) {
        splices.push_back({spans_.start_name(index), text_name(index, true)});
      }
      if (is_deleted(node.inner.end - 1) && span.contains(node.inner.end - 1)) {
        splices.push_back({spans_.end_name(index), text_name(index, true)});
      }
    }
  }
}

std::vector<Splice> Markers::splices() {
  std::sort(deleted_.begin(), deleted_.end(),
            [](const Span& a, const Span& b) { return a.begin < b.begin; });
  std::stable_sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) {
    return a.place.byte != b.place.byte ? a.place.byte < b.place.byte : a.rank < b.rank;
  });
  std::vector<Splice> splices;
  std::set<std::uint32_t> cut_texts;
  for (std::size_t i = 0; i < marks_.size();) {
    const Place& place = marks_[i].place;
    std::string xml;
    for (; i < marks_.size() && marks_[i].place.byte == place.byte; ++i) xml += marks_[i].xml;
    if (place.run == kNoXml) {
      splices.push_back({{place.byte, place.byte}, std::move(xml)});
      continue;
    }
    cut(place, xml, splices);
    if (place.text != kNoXml) cut_texts.insert(spans_.node(place.text).parent);
  }
  for (const std::uint32_t text : cut_texts) keep_spaces(text, splices);
  rename_deleted(splices);
  return splices;
}

}  // namespace limpide::ooxml
