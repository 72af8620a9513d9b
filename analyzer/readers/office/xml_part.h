// One XML part of an office file, parsed. In: the bytes of the part. Out: its UTF-8 text (the
// source that offsets count in) and its tree, with the usual namespace prefixes ("w:", "text:")
// whatever prefixes the file chose. Refuses: encodings other than UTF-8 and UTF-16, invalid UTF-8,
// DOCTYPE, ill-formed XML, nesting deeper than Limits: the tree may then be walked by recursion.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include <pugixml.hpp>

#include "analyzer/base/limits.h"
#include "analyzer/base/result.h"
#include "analyzer/base/span.h"
#include "analyzer/readers/office/archive.h"

namespace limpide {

struct XmlPart {
  std::string name;         // in the archive
  std::string source;       // UTF-8; empty once it was given to the DocumentBuilder
  std::uint32_t index = 0;  // in Document::parts, once given
  std::unique_ptr<pugi::xml_document> tree;
  // Number of a paragraph element in the part, from 1, by xml_node::hash_value(). Every one is
  // counted, so that the number can be found again in the file.
  std::unordered_map<std::size_t, std::uint32_t> paragraphs;

  [[nodiscard]] std::uint32_t paragraph_number(pugi::xml_node node) const;
};

// Reads and parses an entry of the archive.
Result<XmlPart> load_part(Archive& archive, const std::string& name, const Limits& limits);
// The same from bytes at hand. `path` is for messages.
Result<XmlPart> parse_part(const std::string& path, std::string name, std::string bytes,
                           const Limits& limits);

// The next node after `node` in document order, under `root`; null at the end. Skips the
// children of `node` when `into` is false.
[[nodiscard]] pugi::xml_node next_node(pugi::xml_node node, pugi::xml_node root, bool into = true);

[[nodiscard]] inline std::string_view name_of(pugi::xml_node node) { return node.name(); }
[[nodiscard]] inline std::string_view attribute(pugi::xml_node node, const char* name) {
  return node.attribute(name).value();
}
// "0", "false", "off", "none" are false, a missing value is true.
[[nodiscard]] bool is_on(std::string_view value);
// A whole number, bounded to [low, high]; `missing` when there is none.
[[nodiscard]] int whole_number(std::string_view text, int low, int high, int missing);
// The text under a node, without markup; "\n" between paragraphs named `paragraph`.
[[nodiscard]] std::string plain_text(pugi::xml_node node, std::string_view text_element,
                                     std::string_view paragraph);

}  // namespace limpide
