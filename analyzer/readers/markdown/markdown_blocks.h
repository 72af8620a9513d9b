// The events of md4c turned into blocks, one object a text. In: the callbacks of the parser. Out:
// blocks and marks in the builder. Refuses: to leave this folder; markdown_content.h is the door.
// markdown_content.cpp has blocks and spans, markdown_text.cpp what is written inside them.
#pragma once

#include <md4c.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer/base/limits.h"
#include "analyzer/base/result.h"
#include "analyzer/base/span.h"
#include "analyzer/document/document_builder.h"
#include "analyzer/readers/html/html_content.h"

namespace limpide {

class MarkdownBlocks {
 public:
  MarkdownBlocks(DocumentBuilder& builder, std::uint32_t part, Span range, const Limits& limits)
      : builder_(builder),
        part_(part),
        source_(builder.part_source(part)),
        range_(range),
        limits_(limits),
        cursor_(range.begin) {}

  Status read();

 private:
  static MarkdownBlocks& self(void* user) { return *static_cast<MarkdownBlocks*>(user); }
  // md4c stops when a callback returns something else than 0.
  [[nodiscard]] int go_on() const { return builder_.over_limit() || !status_ ? 1 : 0; }

  void enter_block(MD_BLOCKTYPE type, const void* detail);
  void leave_block(MD_BLOCKTYPE type);
  void enter_span(MD_SPANTYPE type, const void* detail);
  void leave_span(MD_SPANTYPE type);
  void text(MD_TEXTTYPE type, std::string_view text);
  void enter_item(const MD_BLOCK_LI_DETAIL& detail);

  void write(std::string_view text, bool footnotes);
  void write_verbatim(Span source);
  void write_entity(std::string_view text);
  void line_break(const char* shown);
  void inline_html(std::string_view text);
  void code(std::string_view text);
  std::uint32_t footnote_mark(Span source);  // bytes of "[^1]" or "[^1]:" at its start
  void close();
  void ensure_open();
  void settle_break();
  void update_look();
  void finish_html();
  [[nodiscard]] bool is_in_source(std::string_view text) const {
    return text.data() >= source_.data() + range_.begin &&
           text.data() + text.size() <= source_.data() + range_.end;
  }
  [[nodiscard]] Span span_of(std::string_view text) const {
    const auto begin = static_cast<std::uint32_t>(text.data() - source_.data());
    return {begin, begin + static_cast<std::uint32_t>(text.size())};
  }

  struct List {
    bool ordered;
  };
  DocumentBuilder& builder_;
  std::uint32_t part_;
  std::string_view source_;
  Span range_;
  const Limits& limits_;
  Status status_ = Done{};
  HtmlOmissions omissions_;

  std::uint32_t cursor_;  // source byte after the last text written
  std::vector<List> lists_;
  std::uint32_t quotes_ = 0;
  Block block_;  // of the leaf block met
  bool in_code_ = false;
  bool in_html_ = false;
  Span html_{};                  // of the HTML block
  const char* break_ = nullptr;  // a line break that waits for text
  std::uint32_t strong_ = 0;
  std::uint32_t emphasis_ = 0;
  std::uint32_t deleted_ = 0;
  std::uint32_t monospace_ = 0;
  std::uint32_t images_ = 0;
  bool image_has_text_ = false;
  std::vector<std::pair<std::uint32_t, std::string>> links_;  // begin, target
  bool task_ = false;
  std::string task_label_;
};

}  // namespace limpide
