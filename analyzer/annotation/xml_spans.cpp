#include "analyzer/annotation/xml_spans.h"

#include <algorithm>
#include <array>
#include <utility>

namespace limpide {
namespace {

struct UsualPrefix {
  std::string_view uri;
  std::string_view prefix;
};
constexpr std::array<UsualPrefix, 9> kUsual = {{
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"},
    {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"},
    {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"},
    {"http://purl.org/dc/elements/1.1/", "dc"},
    {"http://schemas.openxmlformats.org/package/2006/relationships", ""},
    {"http://schemas.openxmlformats.org/package/2006/content-types", ""},
}};

std::string_view usual_prefix_of(std::string_view uri) {
  const auto* found = std::find_if(kUsual.begin(), kUsual.end(),
                                   [uri](const UsualPrefix& one) { return one.uri == uri; });
  return found == kUsual.end() ? std::string_view("?") : found->prefix;
}

bool is_reserved(std::string_view prefix) {
  return std::any_of(kUsual.begin(), kUsual.end(),
                     [prefix](const UsualPrefix& one) { return one.prefix == prefix; });
}

bool is_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

bool ends_name(char byte) { return is_space(byte) || byte == '/' || byte == '>' || byte == '='; }

struct Attribute {
  std::string_view name;
  Span value;
};

// The next attribute of a tag from `at`, which moves past it; nothing at the end of the tag. A
// faulty one moves to the end of the source.
std::optional<Attribute> next_attribute(std::string_view source, std::size_t& at) {
  while (at < source.size() && is_space(source[at])) ++at;
  const std::size_t begin = at;
  while (at < source.size() && !ends_name(source[at])) ++at;
  if (at == begin) return std::nullopt;
  const std::string_view name = source.substr(begin, at - begin);
  while (at < source.size() && (is_space(source[at]) || source[at] == '=')) ++at;
  const bool quoted = at < source.size() && (source[at] == '"' || source[at] == '\'');
  const std::size_t close = quoted ? source.find(source[at], at + 1) : std::string_view::npos;
  if (close == std::string_view::npos) {
    at = source.size();
    return std::nullopt;
  }
  const Span value{static_cast<std::uint32_t>(at + 1), static_cast<std::uint32_t>(close)};
  at = close + 1;
  return Attribute{name, value};
}

}  // namespace

class XmlScanner {
 public:
  XmlScanner(std::string_view source, XmlSpans& spans) : source_(source), spans_(spans) {}

  bool scan() {
    spans_.source_ = source_;
    while (at_ < source_.size()) {
      const std::size_t mark = std::min(source_.find('<', at_), source_.size());
      if (mark > at_ && !open_.empty()) add_text(XmlKind::kText, {at_, mark}, {at_, mark});
      at_ = mark;
      if (at_ < source_.size() && !scan_markup()) return false;
    }
    return open_.empty() && !spans_.nodes_.empty();
  }

 private:
  struct Range {
    std::size_t begin;
    std::size_t end;
  };
  struct Binding {
    std::size_t depth;
    std::string_view prefix;
    std::string_view usual;
  };

  static Span span(Range range) {
    return {static_cast<std::uint32_t>(range.begin), static_cast<std::uint32_t>(range.end)};
  }

  void add_text(XmlKind kind, Range outer, Range inner) {
    XmlNode node;
    node.kind = kind;
    node.outer = span(outer);
    node.inner = span(inner);
    node.parent = open_.back();
    node.after = static_cast<std::uint32_t>(spans_.nodes_.size() + 1);
    spans_.nodes_.push_back(node);
  }

  bool skip_to(std::string_view end, std::size_t from) {
    const std::size_t found = source_.find(end, from);
    if (found == std::string_view::npos) return false;
    at_ = found + end.size();
    return true;
  }

  bool scan_markup() {
    const std::string_view rest = source_.substr(at_);
    if (rest.substr(0, 4) == "<!--") return skip_to("-->", at_ + 4);
    if (rest.substr(0, 2) == "<?") return skip_to("?>", at_ + 2);
    if (rest.substr(0, 9) == "<![CDATA[") {
      const std::size_t begin = at_;
      if (open_.empty() || !skip_to("]]>", at_ + 9)) return false;
      add_text(XmlKind::kCdata, {begin, at_}, {begin + 9, at_ - 3});
      return true;
    }
    if (rest.substr(0, 2) == "<!") return false;
    return rest.substr(0, 2) == "</" ? scan_end() : scan_start();
  }

  bool scan_end() {
    if (open_.empty()) return false;
    XmlNode& node = spans_.nodes_[open_.back()];
    const std::string_view name = raw_name(node.outer.begin + 1);
    if (source_.substr(at_ + 2, name.size()) != name) return false;
    node.inner.end = static_cast<std::uint32_t>(at_);
    at_ += 2 + name.size();
    while (at_ < source_.size() && is_space(source_[at_])) ++at_;
    if (at_ >= source_.size() || source_[at_] != '>') return false;
    ++at_;
    close(node);
    return true;
  }

  void close(XmlNode& node) {
    node.outer.end = static_cast<std::uint32_t>(at_);
    node.after = static_cast<std::uint32_t>(spans_.nodes_.size());
    while (!bindings_.empty() && bindings_.back().depth == open_.size()) bindings_.pop_back();
    open_.pop_back();
  }

  [[nodiscard]] std::string_view raw_name(std::size_t begin) const {
    std::size_t end = begin;
    while (end < source_.size() && !ends_name(source_[end])) ++end;
    return source_.substr(begin, end - begin);
  }

  bool scan_start() {
    if (open_.empty() && !spans_.nodes_.empty()) return false;  // a second root
    const std::string_view raw = raw_name(at_ + 1);
    if (raw.empty()) return false;
    XmlNode node;
    node.outer.begin = static_cast<std::uint32_t>(at_);
    node.parent = open_.empty() ? kNoXml : open_.back();
    open_.push_back(static_cast<std::uint32_t>(spans_.nodes_.size()));
    at_ += 1 + raw.size();
    while (const std::optional<Attribute> found = next_attribute(source_, at_)) bind(*found);
    node.empty = at_ < source_.size() && source_[at_] == '/';
    if (node.empty) ++at_;
    if (at_ >= source_.size() || source_[at_] != '>') return false;
    ++at_;
    node.inner = span({at_, at_});
    node.name = name_of(raw);
    spans_.nodes_.push_back(node);
    if (node.empty) close(spans_.nodes_.back());
    return true;
  }

  void bind(const Attribute& attribute) {
    const bool named = attribute.name.substr(0, 6) == "xmlns:";
    if (!named && attribute.name != "xmlns") return;
    const std::string_view prefix = named ? attribute.name.substr(6) : std::string_view{};
    const std::string_view usual = usual_prefix_of(slice(source_, attribute.value));
    bindings_.push_back({open_.size(), prefix, usual});
    if (open_.size() == 1 && prefix == usual) {
      spans_.usual_.emplace_back(prefix);
    } else if (prefix != usual) {
      const auto taken = std::remove(spans_.usual_.begin(), spans_.usual_.end(), prefix);
      spans_.usual_.erase(taken, spans_.usual_.end());
    }
  }

  std::string_view name_of(std::string_view raw) {
    const std::size_t colon = raw.find(':');
    const std::string_view prefix =
        colon == std::string_view::npos ? std::string_view{} : raw.substr(0, colon);
    const auto bound = std::find_if(bindings_.rbegin(), bindings_.rend(),
                                    [prefix](const Binding& one) { return one.prefix == prefix; });
    const std::string_view usual = bound == bindings_.rend() ? std::string_view("?") : bound->usual;
    if (usual == prefix || (usual == "?" && !is_reserved(prefix))) return raw;
    std::string name(usual);
    if (!name.empty()) name.push_back(':');
    name.append(colon == std::string_view::npos ? raw : raw.substr(colon + 1));
    const auto known = std::find(spans_.made_names_.begin(), spans_.made_names_.end(), name);
    if (known != spans_.made_names_.end()) return *known;
    return spans_.made_names_.emplace_back(std::move(name));
  }

  std::string_view source_;
  XmlSpans& spans_;
  std::size_t at_ = 0;
  std::vector<std::uint32_t> open_;
  std::vector<Binding> bindings_;
};

std::optional<XmlSpans> XmlSpans::of(std::string_view source) {
  std::optional<XmlSpans> spans(std::in_place);
  if (!XmlScanner(source, *spans).scan()) return std::nullopt;
  return spans;
}

std::uint32_t XmlSpans::at(std::uint32_t byte) const {
  const auto next = std::partition_point(nodes_.begin(), nodes_.end(), [byte](const XmlNode& node) {
    return node.outer.begin <= byte;
  });
  if (next == nodes_.begin()) return kNoXml;
  auto index = static_cast<std::uint32_t>(next - nodes_.begin() - 1);
  while (index != kNoXml && !nodes_[index].outer.contains(byte)) index = nodes_[index].parent;
  return index;
}

std::uint32_t XmlSpans::nearest(std::uint32_t index, std::string_view name) const {
  while (index != kNoXml && nodes_[index].name != name) index = nodes_[index].parent;
  return index;
}

std::uint32_t XmlSpans::child(std::uint32_t index, std::string_view name) const {
  if (index == kNoXml) return kNoXml;
  for (std::uint32_t i = index + 1; i < nodes_[index].after; i = nodes_[i].after) {
    if (nodes_[i].name == name) return i;
  }
  return kNoXml;
}

std::vector<std::uint32_t> XmlSpans::children(std::uint32_t index) const {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = index + 1; i < nodes_[index].after; i = nodes_[i].after) {
    found.push_back(i);
  }
  return found;
}

Span XmlSpans::start_tag(std::uint32_t index) const {
  const XmlNode& node = nodes_[index];
  return {node.outer.begin, node.empty ? node.outer.end : node.inner.begin};
}

Span XmlSpans::start_name(std::uint32_t index) const {
  const std::uint32_t begin = nodes_[index].outer.begin + 1;
  std::uint32_t end = begin;
  while (!ends_name(source_[end])) ++end;
  return {begin, end};
}

Span XmlSpans::end_name(std::uint32_t index) const {
  const XmlNode& node = nodes_[index];
  if (node.empty) return {node.outer.end, node.outer.end};
  const std::uint32_t begin = node.inner.end + 2;
  return {begin, begin + start_name(index).size()};
}

std::optional<Span> XmlSpans::attribute(std::uint32_t index, std::string_view name) const {
  std::size_t at = start_name(index).end;
  while (const std::optional<Attribute> found = next_attribute(source_, at)) {
    const bool local = name.find(':') == std::string_view::npos;
    const std::size_t colon = local ? found->name.rfind(':') + 1 : 0;
    if (found->name.substr(colon) == name) return found->value;
  }
  return std::nullopt;
}

std::string_view XmlSpans::value(std::uint32_t index, std::string_view name) const {
  const std::optional<Span> found = attribute(index, name);
  return found ? slice(source_, *found) : std::string_view{};
}

bool XmlSpans::usual_prefix(std::string_view prefix) const {
  return std::find(usual_.begin(), usual_.end(), prefix) != usual_.end();
}

std::string start_tag_without_ids(const XmlSpans& spans, std::uint32_t element) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const Span tag = spans.start_tag(element);
  std::vector<Span> gone;
  for (const char* name : {"xml:id", "text:id", "paraId", "textId"}) {
    const std::optional<Span> value = spans.attribute(element, name);
    if (!value) continue;
    std::uint32_t begin = value->begin;
    while (kBlanks.find(spans.source()[begin - 1]) == std::string_view::npos) --begin;
    gone.push_back({begin - 1, value->end + 1});
  }
  std::sort(gone.begin(), gone.end(), [](Span a, Span b) { return a.begin > b.begin; });
  std::string copy(slice(spans.source(), tag));
  for (const Span span : gone) copy.erase(span.begin - tag.begin, span.size());
  if (copy.size() > 2 && copy[copy.size() - 2] == '/') copy.erase(copy.size() - 2, 1);
  return copy;
}

}  // namespace limpide
