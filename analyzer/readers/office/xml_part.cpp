#include "analyzer/readers/office/xml_part.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <utility>
#include <vector>

#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

struct Namespace {
  std::string_view uri;
  std::string_view prefix;
};

// The prefixes that our code is written with. Strict OOXML has URIs of its own.
constexpr std::array<Namespace, 28> kNamespaces = {{
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
    {"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    {"http://schemas.openxmlformats.org/drawingml/2006/main", "a"},
    {"http://purl.oclc.org/ooxml/drawingml/main", "a"},
    {"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"},
    {"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"},
    {"http://schemas.microsoft.com/office/word/2010/wordml", "w14"},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"},
    {"urn:schemas-microsoft-com:vml", "v"},
    {"http://purl.org/dc/elements/1.1/", "dc"},
    {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"},
    {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"},
    {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"},
    {"urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"},
    {"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"},
    {"urn:oasis:names:tc:opendocument:xmlns:form:1.0", "form"},
    {"urn:oasis:names:tc:opendocument:xmlns:meta:1.0", "meta"},
    {"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest"},
    {"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"},
    {"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "svg"},
    {"http://www.w3.org/1999/xlink", "xlink"},
    {"http://schemas.openxmlformats.org/package/2006/relationships", ""},
    {"http://schemas.openxmlformats.org/package/2006/content-types", ""},
}};

const Namespace* known_namespace(std::string_view uri) {
  const auto* found = std::find_if(kNamespaces.begin(), kNamespaces.end(),
                                   [uri](const Namespace& entry) { return entry.uri == uri; });
  return found == kNamespaces.end() ? nullptr : found;
}

// A prefix of the file that is not the usual one, in force under `owner`.
struct Renaming {
  pugi::xml_node owner;
  std::string from;
  std::string_view to;
};

// Each element looks at all of them; a file that declares more is not an office file.
constexpr std::size_t kMostRenamings = 64;

std::string_view prefix_of(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view{} : name.substr(0, colon);
}

std::string_view local_part(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string renamed(std::string_view name, const std::vector<Renaming>& renamings) {
  const std::string_view prefix = prefix_of(name);
  const auto found = std::find_if(renamings.rbegin(), renamings.rend(),
                                  [prefix](const Renaming& entry) { return entry.from == prefix; });
  if (found == renamings.rend()) return {};
  std::string result(found->to);
  if (!result.empty()) result.push_back(':');
  result.append(local_part(name));
  return result == name ? std::string{} : result;
}

void collect_renamings(pugi::xml_node node, std::vector<Renaming>& renamings) {
  for (const pugi::xml_attribute entry : node.attributes()) {
    const std::string_view name = entry.name();
    const bool named = name.substr(0, 6) == "xmlns:";
    if (!named && name != "xmlns") continue;
    const std::string_view prefix = named ? name.substr(6) : std::string_view{};
    const Namespace* known = known_namespace(entry.value());
    if (known == nullptr || (known->prefix == prefix && renamings.empty())) continue;
    if (renamings.size() >= kMostRenamings) return;
    renamings.push_back({node, std::string(prefix), known->prefix});
  }
}

void rename_node(pugi::xml_node node, const std::vector<Renaming>& renamings) {
  const std::string name = renamed(node.name(), renamings);
  if (!name.empty()) node.set_name(name.c_str());
  for (pugi::xml_attribute entry : node.attributes()) {
    const std::string_view old = entry.name();
    if (prefix_of(old).empty() || old.substr(0, 6) == "xmlns:") continue;
    const std::string changed = renamed(old, renamings);
    if (!changed.empty()) entry.set_name(changed.c_str());
  }
}

struct Place {
  const std::string& path;
  const std::string& part;
};

Error part_error(ErrorCode code, const char* key, Place place, std::string_view source,
                 std::size_t offset) {
  const std::string_view before = source.substr(0, std::min(offset, source.size()));
  const std::size_t lines =
      static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  return make_error(code, key,
                    {{"path", place.path}, {"part", place.part}, {"line", std::to_string(lines)}},
                    {place.path, 0, 0});
}

// One pass over the tree: depth, prefixes, numbers of paragraphs.
Status prepare_tree(XmlPart& part, Place place, const Limits& limits) {
  std::vector<Renaming> renamings;
  std::uint32_t count = 0;
  std::size_t depth = 0;
  pugi::xml_node node = part.tree->first_child();
  while (node) {
    if (node.type() == pugi::node_doctype) {
      return part_error(ErrorCode::kInvalidInput, "error.xml.doctype", place, {}, 0);
    }
    if (node.type() == pugi::node_element) {
      collect_renamings(node, renamings);
      if (!renamings.empty()) rename_node(node, renamings);
      const std::string_view name = node.name();
      if (name == "w:p" || name == "text:p" || name == "text:h") {
        part.paragraphs.emplace(node.hash_value(), ++count);
      }
    }
    if (node.first_child()) {
      node = node.first_child();
      if (++depth > limits.xml_depth) {
        return part_error(ErrorCode::kLimit, "error.xml.too_deep", place, {}, 0);
      }
      continue;
    }
    while (node && !node.next_sibling()) {
      if (!renamings.empty()) {
        renamings.erase(
            std::remove_if(renamings.begin(), renamings.end(),
                           [node](const Renaming& entry) { return entry.owner == node; }),
            renamings.end());
      }
      node = node.parent();
      if (node && depth > 0) --depth;
    }
    if (node) {
      if (!renamings.empty()) {
        renamings.erase(
            std::remove_if(renamings.begin(), renamings.end(),
                           [node](const Renaming& entry) { return entry.owner == node; }),
            renamings.end());
      }
      node = node.next_sibling();
    }
  }
  return Done{};
}

std::string utf16_to_utf8(std::string_view bytes, bool big_endian) {
  std::string text;
  const auto unit = [bytes, big_endian](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t code = unit(i);
    const bool lead = code >= 0xD800 && code < 0xDC00;
    if (lead && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
      code = 0x10000 + ((code - 0xD800) << 10U) + (unit(i + 2) - 0xDC00);
      i += 2;
    } else if (code >= 0xD800 && code < 0xE000) {
      code = 0xFFFD;
    }
    append_utf8(text, code);
  }
  return text;
}

// "" when the declaration names none.
std::string declared_encoding(std::string_view source) {
  if (source.substr(0, 3) == "\xEF\xBB\xBF") source.remove_prefix(3);
  if (source.substr(0, 5) != "<?xml") return {};
  const std::string_view head = source.substr(0, source.find("?>"));
  const std::size_t at = head.find("encoding");
  if (at == std::string_view::npos) return {};
  const std::size_t open = head.find_first_of("\"'", at);
  if (open == std::string_view::npos) return {};
  const std::size_t close = head.find(head[open], open + 1);
  if (close == std::string_view::npos) return {};
  return to_upper(std::string(head.substr(open + 1, close - open - 1)));
}

Result<std::string> decode(Place place, std::string bytes) {
  const std::string_view head = std::string_view(bytes).substr(0, 2);
  const bool big = head == "\xFE\xFF" || head == std::string_view("\0<", 2);
  const bool little = head == "\xFF\xFE" || head == std::string_view("<\0", 2);
  if (big || little) bytes = utf16_to_utf8(bytes, big);
  const std::size_t invalid = std::min(first_invalid_utf8(bytes), bytes.find('\0'));
  const std::string encoding = is_valid_utf8(std::string_view(bytes).substr(0, 200))
                                   ? declared_encoding(bytes)
                                   : std::string{};
  const bool declared = encoding.empty() || encoding == "UTF-8" || encoding == "UTF8" ||
                        encoding == "US-ASCII" || encoding == "UTF-16" || big || little;
  if (!declared) {
    return make_error(ErrorCode::kUnsupported, "error.xml.encoding",
                      {{"path", place.path}, {"part", place.part}, {"encoding", encoding}},
                      {place.path, 0, 0});
  }
  if (invalid < bytes.size()) {
    return part_error(ErrorCode::kInvalidInput, "error.xml.utf8", place, bytes, invalid);
  }
  return bytes;
}

}  // namespace

std::uint32_t XmlPart::paragraph_number(pugi::xml_node node) const {
  const auto found = paragraphs.find(node.hash_value());
  return found == paragraphs.end() ? 0 : found->second;
}

Result<XmlPart> parse_part(const std::string& path, std::string name, std::string bytes,
                           const Limits& limits) {
  const Place place{path, name};
  Result<std::string> source = decode(place, std::move(bytes));
  if (!source) return source.error();
  // Each mark becomes at most one node or attribute of some sixty bytes: a part of nothing but
  // empty elements must not fill the memory.
  const auto marks = static_cast<std::size_t>(
      std::count_if(source->begin(), source->end(), [](char c) { return c == '<' || c == '='; }));
  if (marks > limits.blocks * 2) {
    return part_error(ErrorCode::kLimit, "error.xml.too_many", place, {}, 0);
  }
  XmlPart part;
  part.tree = std::make_unique<pugi::xml_document>();
  const unsigned int options = pugi::parse_full | pugi::parse_ws_pcdata;
  const pugi::xml_parse_result parsed =
      part.tree->load_buffer(source->data(), source->size(), options, pugi::encoding_utf8);
  if (!parsed) {
    return part_error(ErrorCode::kInvalidInput, "error.xml.ill_formed", place, *source,
                      static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0)));
  }
  Status prepared = prepare_tree(part, place, limits);
  if (!prepared) return prepared.error();
  part.source = std::move(*source);
  part.name = std::move(name);
  return part;
}

Result<XmlPart> load_part(Archive& archive, const std::string& name, const Limits& limits) {
  Result<std::string> bytes = archive.read(name);
  if (!bytes) return bytes.error();
  return parse_part(archive.path(), name, std::move(*bytes), limits);
}

pugi::xml_node next_node(pugi::xml_node node, pugi::xml_node root, bool into) {
  if (into && node.first_child()) return node.first_child();
  while (node && node != root) {
    if (node.next_sibling()) return node.next_sibling();
    node = node.parent();
  }
  return {};
}

bool is_on(std::string_view value) {
  return value != "0" && value != "false" && value != "off" && value != "none";
}

int whole_number(std::string_view text, int low, int high, int missing) {
  long long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc::result_out_of_range) return text.substr(0, 1) == "-" ? low : high;
  if (error != std::errc{} || end == text.data()) return missing;
  return static_cast<int>(std::clamp<long long>(value, low, high));
}

std::string plain_text(pugi::xml_node root, std::string_view text_element,
                       std::string_view paragraph) {
  std::string text;
  for (pugi::xml_node node = root; node; node = next_node(node, root)) {
    if (node.type() == pugi::node_element && name_of(node) == paragraph && !text.empty() &&
        text.back() != '\n') {
      text.push_back('\n');
    }
    const bool is_text = node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
    if (is_text && (text_element.empty() || name_of(node.parent()) == text_element)) {
      text.append(node.value());
    }
  }
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  return text;
}

}  // namespace limpide
