// Where markup may stand in the body of a docx. In: the nodes of the main part. Out: for a byte of
// shown text, the place before or after it, and the run that must be cut there. Refuses: text that
// is not in the body (headers, notes), which has no place.
//
// What cannot be cut is gone round: a text box, a formula, a content control that is no rich text,
// a simple field; a complex field and a smart tag unless the other end lies in the same one.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "analyzer/annotation/xml_spans.h"

namespace limpide::ooxml {

struct Place {
  std::uint32_t byte = 0;
  std::uint32_t run = kNoXml;   // the run to cut; none between runs
  std::uint32_t text = kNoXml;  // the text or CDATA node to cut, of a w:t of that run
  std::uint32_t paragraph = kNoXml;
  bool moved = false;  // the text lies in a box: the place is beside what holds the box
};

enum class Edge : std::uint8_t { kBefore, kAfter };

// A complex field, from the run of its begin to the run of its end.
struct Field {
  std::uint32_t begin_run = kNoXml;
  std::uint32_t end_run = kNoXml;
  Span bytes;  // of both runs and what lies between
};

class Places {
 public:
  explicit Places(const XmlSpans& spans);

  // The place beside the byte. `other` is a byte at the other end of what is marked.
  [[nodiscard]] std::optional<Place> beside(std::uint32_t byte, Edge edge,
                                            std::uint32_t other) const;
  // Around everything in a paragraph; nothing when it holds nothing.
  [[nodiscard]] std::optional<std::pair<Place, Place>> around(std::uint32_t paragraph) const;
  // The outermost paragraph that holds the byte, or kNoXml.
  [[nodiscard]] std::uint32_t paragraph_at(std::uint32_t byte) const;
  [[nodiscard]] bool in_field(std::uint32_t byte) const;
  // Is it the first paragraph of a content control around paragraphs? LibreOffice 7.4 loses text
  // when it loads a comment or a change there. (Tables of contents and the like are no such.)
  [[nodiscard]] bool opens_control(std::uint32_t paragraph) const;
  [[nodiscard]] const XmlSpans& spans() const { return spans_; }

 private:
  [[nodiscard]] std::vector<std::uint32_t> path_to(std::uint32_t node) const;
  [[nodiscard]] Place in_run(std::uint32_t run, std::uint32_t child, std::uint32_t node,
                             std::uint32_t byte, Edge edge) const;
  [[nodiscard]] Place at_edge(std::uint32_t node, Edge edge) const;
  [[nodiscard]] bool is_unit(std::uint32_t node, std::uint32_t other) const;
  void leave_field(Place& place, std::uint32_t byte, Edge edge, std::uint32_t other) const;
  void find_fields();

  const XmlSpans& spans_;
  std::uint32_t body_ = kNoXml;
  std::vector<Field> fields_;  // by their begin
  std::vector<std::uint32_t> paragraphs_;
};

// Is the white space around the text of this w:t part of it?
[[nodiscard]] bool keeps_spaces(const XmlSpans& spans, std::uint32_t text_element);
// Under a run, its properties, or kNoXml.
[[nodiscard]] std::uint32_t run_properties(const XmlSpans& spans, std::uint32_t run);

}  // namespace limpide::ooxml
