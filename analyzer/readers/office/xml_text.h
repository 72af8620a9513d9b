// Text nodes of an XML part to text with its source: entities are decoded here, so that each
// stretch keeps the bytes it came from. In: a node of a part given to the builder. Out: pieces
// appended to the open block. Refuses: nothing; what is not a reference of XML stays as typed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include <pugixml.hpp>

#include "analyzer/document/document_builder.h"
#include "analyzer/readers/office/xml_part.h"

namespace limpide {

struct TextRules {
  bool collapse = false;     // runs of white space become one space (ODF)
  bool after_space = false;  // in and out, with collapse: what comes before is white space
  bool trim_begin = false;   // white space at the begin is markup (w:t without xml:space)
  bool trim_end = false;
};

// REQUIRES: node is character data of `part`, which was given to the builder; a block is open.
void append_text_node(DocumentBuilder& builder, const XmlPart& part, pugi::xml_node node,
                      TextRules& rules);
// Appends `text` for a whole element ("\t" for <w:tab/>), whose start tag is the source.
void append_for_element(DocumentBuilder& builder, const XmlPart& part, pugi::xml_node node,
                        std::string_view text);
// Bytes of the start tag, "<" and ">" included; empty when the place is not known.
[[nodiscard]] Span start_tag(std::string_view source, pugi::xml_node node);

// Sets the look of what follows, only when it changes, so that neighbours of one look are one Run.
class LookWriter {
 public:
  explicit LookWriter(DocumentBuilder& builder) : builder_(builder) {}
  void block_opened() { open_ = false; }
  void use(const Run& look);

 private:
  DocumentBuilder& builder_;
  bool open_ = false;
  Run last_;
};

// Indexes of Document::fonts, bounded: a file that names more fonts than that is playing.
class FontTable {
 public:
  explicit FontTable(DocumentBuilder& builder) : builder_(builder) {}
  [[nodiscard]] std::int32_t index(const std::string& name);

 private:
  DocumentBuilder& builder_;
  std::unordered_map<std::string, std::int32_t> known_;
};

}  // namespace limpide
