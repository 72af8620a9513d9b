// How every reader builds a Document: blocks one after the other, text with where it came from.
// In: decoded text in pieces, with source ranges and looks. Out: a Document in NFC whose map is
// exact. Refuses: more text or blocks than Limits (kLimit); invalid UTF-8 (assert: readers decode
// first).
//
// Call order: add_part*, then (open_block (append | append_made | mark_*)* close_block)*, finish.
// A block without visible text is dropped, with what was laid over it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/limits.h"
#include "analyzer/base/result.h"
#include "analyzer/document/document.h"

namespace limpide {

class DocumentBuilder {
 public:
  DocumentBuilder(Format format, const Limits& limits);

  std::uint32_t add_part(std::string name, std::string source);
  [[nodiscard]] const std::string& part_source(std::uint32_t part) const;

  // The prototype's `text` is ignored. REQUIRES: no block is open.
  void open_block(const Block& prototype);
  [[nodiscard]] bool block_is_open() const { return open_; }
  void close_block();

  // Verbatim bytes of a part.
  void append(std::uint32_t part, Span source);
  // Text that stands for those bytes of the part: an entity, a tab element, a line break.
  void append_for(std::string_view text, std::uint32_t part, Span source);
  // Text without a source.
  void append_made(std::string_view text);

  // The look of what is appended from now on, in this block. close_block() ends it.
  void set_look(const Run& look);
  void clear_look();

  // Offset in the open block, to give to the mark_* functions. Offsets stay valid until
  // close_block(), which turns them into spans of the document's text.
  [[nodiscard]] std::uint32_t offset() const;
  [[nodiscard]] char last_byte() const;  // of the open block, '\0' when it is empty
  void mark_link(std::uint32_t begin, std::uint32_t end, std::string target);
  void mark_merge_field(std::uint32_t begin, std::uint32_t end, std::string name);
  // control.text and comment.anchor are ignored and replaced by [begin, end).
  void mark_control(std::uint32_t begin, std::uint32_t end, FormControl control);
  void mark_comment(std::uint32_t begin, std::uint32_t end, Comment comment);
  // A comment between blocks: anchored at the end of what has been written so far.
  void add_comment(Comment comment);
  // A control between blocks, e.g. an <input> outside any text.
  void add_control(FormControl control);
  void add_notice(Message message);

  std::int32_t font(std::string_view name);  // index for Run::font
  // title, language, encoding, images_without_alternative only
  Document& properties() { return document_; }

  [[nodiscard]] bool over_limit() const { return over_limit_; }
  Result<Document> finish();

 private:
  struct Piece {
    Span text;  // in block_text_
    SourceRange source;
    bool has_source = false;
    bool verbatim = false;
  };
  void add_piece(std::string_view text, SourceRange source, bool has_source, bool verbatim);
  void end_look();
  void normalise_block();
  void commit_marks(std::uint32_t base);
  void drop_block();

  Document document_;
  Limits limits_;
  bool open_ = false;
  bool over_limit_ = false;
  bool too_many_blocks_ = false;
  Block block_;
  std::string block_text_;
  std::vector<Piece> pieces_;
  Run look_;
  bool has_look_ = false;
  std::uint32_t look_begin_ = 0;
  std::vector<Run> block_runs_;
  std::vector<Link> block_links_;
  std::vector<MergeField> block_fields_;
  std::vector<FormControl> block_controls_;
  std::vector<Comment> block_comments_;
};

}  // namespace limpide
