// Where the elements and texts of an XML part lie in its bytes, so that markup can be spliced in
// and the part is never written anew. In: UTF-8 XML that a reader has already parsed. Out: nodes in
// the order of the source, each with its bytes and its parent; element names with the usual
// prefixes ("w:", "text:") whatever the file chose. Refuses: what is not well-formed, DOCTYPE.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/span.h"

namespace limpide {

inline constexpr std::uint32_t kNoXml = 0xFFFFFFFF;

enum class XmlKind : std::uint8_t { kElement, kText, kCdata };

struct XmlNode {
  XmlKind kind = XmlKind::kElement;
  bool empty = false;  // an element written "<a/>"
  Span outer;          // with its tags, or with the marks of a CDATA section
  Span inner;          // between its tags
  std::uint32_t parent = kNoXml;
  std::uint32_t after = 0;  // index of the first node that is not under this one
  std::string_view name;    // of an element
};

class XmlSpans {
 public:
  // `source` outlives the value. Nothing when it is not well-formed.
  static std::optional<XmlSpans> of(std::string_view source);

  [[nodiscard]] std::string_view source() const { return source_; }
  [[nodiscard]] const std::vector<XmlNode>& nodes() const { return nodes_; }
  [[nodiscard]] const XmlNode& node(std::uint32_t index) const { return nodes_[index]; }
  // The innermost node whose outer bytes hold the byte, or kNoXml.
  [[nodiscard]] std::uint32_t at(std::uint32_t byte) const;
  // The nearest ancestor of that name, `index` itself included, or kNoXml.
  [[nodiscard]] std::uint32_t nearest(std::uint32_t index, std::string_view name) const;
  // The first child element of that name, or kNoXml.
  [[nodiscard]] std::uint32_t child(std::uint32_t index, std::string_view name) const;
  // Every child, elements and texts.
  [[nodiscard]] std::vector<std::uint32_t> children(std::uint32_t index) const;

  // The start tag, "<" and ">" included, and the name in it and in the end tag (empty for "<a/>").
  [[nodiscard]] Span start_tag(std::uint32_t index) const;
  [[nodiscard]] Span start_name(std::uint32_t index) const;
  [[nodiscard]] Span end_name(std::uint32_t index) const;
  // An attribute, by its name as written or, without ":", by its local name whatever its prefix:
  // the bytes of its value, or nothing.
  [[nodiscard]] std::optional<Span> attribute(std::uint32_t index, std::string_view name) const;
  [[nodiscard]] std::string_view value(std::uint32_t index, std::string_view name) const;
  // Is the usual prefix of that namespace declared by the root, and nowhere else changed?
  [[nodiscard]] bool usual_prefix(std::string_view prefix) const;

 private:
  friend class XmlScanner;
  std::string_view source_;
  std::vector<XmlNode> nodes_;
  std::deque<std::string> made_names_;
  std::vector<std::string> usual_;  // prefixes of the root that mean what they usually mean
};

// The start tag of an element for another of its kind: what names one element alone (id, paraId,
// textId) is left out, and "<a/>" is written "<a>".
[[nodiscard]] std::string start_tag_without_ids(const XmlSpans& spans, std::uint32_t element);

}  // namespace limpide
