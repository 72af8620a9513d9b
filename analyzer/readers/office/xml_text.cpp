#include "analyzer/readers/office/xml_text.h"

#include <charconv>
#include <string>

#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

constexpr std::size_t kMostFonts = 1000;
constexpr std::size_t kLongestReference = 12;  // bytes, "&#x0010FFFF;"

struct Reference {
  char32_t code_point = 0;
  std::size_t bytes = 0;  // 0: not a reference of XML
};

bool is_xml_character(char32_t code) {
  if (code < 0x20) return code == 9 || code == 10 || code == 13;
  return code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
}

Reference read_reference(std::string_view text) {
  const std::size_t end = text.substr(0, kLongestReference).find(';');
  if (end == std::string_view::npos) return {};
  const std::string_view name = text.substr(1, end - 1);
  const std::size_t bytes = end + 1;
  if (name == "amp") return {U'&', bytes};
  if (name == "lt") return {U'<', bytes};
  if (name == "gt") return {U'>', bytes};
  if (name == "quot") return {U'"', bytes};
  if (name == "apos") return {U'\'', bytes};
  if (name.size() < 2 || name[0] != '#') return {};
  const bool hexadecimal = name[1] == 'x';
  const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
  std::uint32_t code = 0;
  const auto [last, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
  const bool whole = error == std::errc{} && last == digits.data() + digits.size();
  if (!whole || digits.empty() || !is_xml_character(code)) return {};
  return {code, bytes};
}

bool is_markup_space(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

// The bytes of the node in the source: to the next markup, or to the end of the CDATA section.
Span extent(std::string_view source, pugi::xml_node node) {
  const std::ptrdiff_t offset = node.offset_debug();
  if (offset < 0 || static_cast<std::size_t>(offset) > source.size()) return {};
  const auto begin = static_cast<std::size_t>(offset);
  const std::size_t found =
      node.type() == pugi::node_cdata ? source.find("]]>", begin) : source.find('<', begin);
  const std::size_t end = found == std::string_view::npos ? source.size() : found;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

Span trimmed(std::string_view source, Span span, const TextRules& rules) {
  if (rules.trim_begin) {
    while (!span.empty() && is_markup_space(source[span.begin])) ++span.begin;
  }
  if (rules.trim_end) {
    while (!span.empty() && is_markup_space(source[span.end - 1])) --span.end;
  }
  return span;
}

class Scanner {
 public:
  Scanner(DocumentBuilder& builder, const XmlPart& part, bool literal, TextRules& rules)
      : builder_(builder), part_(part.index), literal_(literal), rules_(rules) {}

  void scan(Span span) {
    const std::string_view source = builder_.part_source(part_);
    std::uint32_t verbatim = span.begin;
    std::uint32_t at = span.begin;
    while (at < span.end) {
      const char byte = source[at];
      Reference reference;
      if (byte == '&' && !literal_) reference = read_reference(source.substr(at, span.end - at));
      const bool space = reference.bytes > 0 ? reference.code_point <= 0x20 : is_markup_space(byte);
      const bool plain = reference.bytes == 0 && (!space || (byte == ' ' && !dropped()));
      if (plain) {
        rules_.after_space = space;
        ++at;
        continue;
      }
      const std::uint32_t width =
          reference.bytes > 0 ? static_cast<std::uint32_t>(reference.bytes) : 1;
      flush({verbatim, at});
      if (!space) {
        std::string text;
        append_utf8(text, reference.code_point);
        builder_.append_for(text, part_, {at, at + width});
      } else if (!dropped()) {
        builder_.append_for(" ", part_, {at, at + width});
      }
      rules_.after_space = space;
      at += width;
      verbatim = at;
    }
    flush({verbatim, at});
  }

 private:
  [[nodiscard]] bool dropped() const { return rules_.collapse && rules_.after_space; }
  void flush(Span span) {
    if (!span.empty()) builder_.append(part_, span);
  }

  DocumentBuilder& builder_;
  std::uint32_t part_;
  bool literal_;
  TextRules& rules_;
};

bool same_look(const Run& a, const Run& b) {
  return a.bold == b.bold && a.italic == b.italic && a.underline == b.underline &&
         a.strike == b.strike && a.capitals == b.capitals && a.size_points == b.size_points &&
         a.colour == b.colour && a.font == b.font && a.language == b.language;
}

}  // namespace

void append_text_node(DocumentBuilder& builder, const XmlPart& part, pugi::xml_node node,
                      TextRules& rules) {
  const std::string_view source = builder.part_source(part.index);
  const Span span = trimmed(source, extent(source, node), rules);
  Scanner(builder, part, node.type() == pugi::node_cdata, rules).scan(span);
}

Span start_tag(std::string_view source, pugi::xml_node node) {
  const std::ptrdiff_t offset = node.offset_debug();
  if (offset < 1 || static_cast<std::size_t>(offset) > source.size()) return {};
  const auto begin = static_cast<std::size_t>(offset) - 1;
  if (source[begin] != '<') return {};
  char quote = '\0';
  for (std::size_t i = begin; i < source.size(); ++i) {
    const char byte = source[i];
    if (quote != '\0') {
      if (byte == quote) quote = '\0';
    } else if (byte == '"' || byte == '\'') {
      quote = byte;
    } else if (byte == '>') {
      return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(i + 1)};
    }
  }
  return {};
}

void append_for_element(DocumentBuilder& builder, const XmlPart& part, pugi::xml_node node,
                        std::string_view text) {
  const Span span = start_tag(builder.part_source(part.index), node);
  if (span.empty())
    builder.append_made(text);
  else
    builder.append_for(text, part.index, span);
}

void LookWriter::use(const Run& look) {
  if (open_ && same_look(look, last_)) return;
  builder_.set_look(look);
  last_ = look;
  open_ = true;
}

std::int32_t FontTable::index(const std::string& name) {
  if (name.empty()) return -1;
  const auto found = known_.find(name);
  if (found != known_.end()) return found->second;
  if (known_.size() >= kMostFonts) return -1;
  const std::int32_t index = builder_.font(name);
  known_.emplace(name, index);
  return index;
}

}  // namespace limpide
