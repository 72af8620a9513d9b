// Text of HTML into blocks: white space collapsed, references decoded, every byte traced. In: the
// text nodes of a page in order, each with its context and the source it stands in. Out: blocks in
// a DocumentBuilder. Refuses: to trust positions; what cannot be found in the source is written
// without one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "analyzer/document/document_builder.h"

namespace limpide {

// What surrounds a piece of text.
struct HtmlContext {
  Block block;  // of the next block that opens here
  Run look;
  bool styled = false;  // look differs from plain text
  bool preformatted = false;
  const std::string* link = nullptr;  // target of the <a> around; lives until end_link()
};

class HtmlBlocks {
 public:
  HtmlBlocks(DocumentBuilder& builder, std::uint32_t part)
      : builder_(builder), part_(part), source_(builder.part_source(part)) {}

  // `decoded` is the text as the parser gives it; `source` the bytes it came from, which may also
  // hold tags that the parser ignored.
  void text(const HtmlContext& context, std::string_view decoded, Span source);
  void line_break(const HtmlContext& context, Span source);
  void end_link();
  void end_block();
  void comment(Comment comment);
  void control(const HtmlContext& context, FormControl control);
  void control_over_block(FormControl control);  // its text is the open block

 private:
  void put(const HtmlContext& context, Span source);
  void put_for(const HtmlContext& context, std::string_view text, Span source);
  void put_space(const HtmlContext& context, Span source);
  void prepare(const HtmlContext& context);
  void flush();
  void flush_all();
  std::uint32_t white_space(const HtmlContext& context, std::string_view rest, Span source);
  [[nodiscard]] std::uint32_t replaced_control(std::string_view rest, std::uint32_t at) const;
  [[nodiscard]] bool is_ignored_tag(Span source, std::string_view rest) const;

  DocumentBuilder& builder_;
  std::uint32_t part_;
  std::string_view source_;
  Span ready_;  // verbatim bytes not yet given to the builder
  Span space_;  // white space that waits for a word
  bool has_space_ = false;
  Span break_;
  std::uint32_t breaks_ = 0;
  const std::string* link_ = nullptr;
  std::uint32_t link_begin_ = 0;
  Run look_;
  bool styled_ = false;
};

}  // namespace limpide
