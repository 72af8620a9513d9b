// What stands inside the blocks: text, entities, line breaks, code, footnote marks, inline HTML.
#include <algorithm>
#include <string>
#include <string_view>

#include "analyzer/readers/encoding.h"
#include "analyzer/readers/html/entities.h"
#include "analyzer/readers/markdown/markdown_blocks.h"

namespace limpide {
namespace {

constexpr std::size_t kLongestLabel = 64;  // of a footnote, bytes

}  // namespace

void MarkdownBlocks::ensure_open() {
  if (builder_.block_is_open()) return;
  builder_.open_block(block_);
  break_ = nullptr;
  update_look();
}

void MarkdownBlocks::close() {
  break_ = nullptr;
  if (!builder_.block_is_open()) return;
  if (task_) {
    FormControl box;
    box.kind = ControlKind::kCheckbox;
    box.label = std::move(task_label_);
    builder_.mark_control(0, builder_.offset(), std::move(box));
    task_ = false;
  }
  builder_.close_block();
}

void MarkdownBlocks::update_look() {
  if (!builder_.block_is_open()) return;
  Run look;
  look.bold = strong_ > 0;
  look.italic = emphasis_ > 0;
  look.strike = deleted_ > 0;
  if (monospace_ > 0) look.font = builder_.font("monospace");
  const bool plain = !look.bold && !look.italic && !look.strike && monospace_ == 0;
  if (plain)
    builder_.clear_look();
  else
    builder_.set_look(look);
}

// The break is the "\n" between what was written and what comes, with the blanks, the backslash
// and the marks of quotation around it.
void MarkdownBlocks::settle_break() {
  if (break_ == nullptr) return;
  const std::string_view shown = break_;
  break_ = nullptr;
  if (builder_.offset() == 0) return;
  const std::size_t end = source_.find_first_of("\r\n", cursor_);
  if (end >= range_.end) {
    builder_.append_made(shown);
    return;
  }
  std::uint32_t begin = static_cast<std::uint32_t>(end);
  while (begin > cursor_ && (source_[begin - 1] == ' ' || source_[begin - 1] == '\\')) --begin;
  const bool pair = source_[end] == '\r' && end + 1 < range_.end && source_[end + 1] == '\n';
  const auto after = static_cast<std::uint32_t>(end + (pair ? 2 : 1));
  builder_.append_for(shown, part_, {begin, after});
  cursor_ = after;
}

void MarkdownBlocks::write_verbatim(Span source) {
  ensure_open();
  settle_break();
  // Where a picture, a comment or a call of note was left out, one space is enough.
  if (source.begin != cursor_ && builder_.last_byte() == ' ') {
    while (source.begin < source.end && source_[source.begin] == ' ') ++source.begin;
  }
  for (std::uint32_t i = source.begin; i < source.end; ++i) {
    if (!is_control_byte(source_[i])) continue;
    builder_.append(part_, {source.begin, i});
    source.begin = i + 1;
  }
  builder_.append(part_, source);
  cursor_ = source.end;
}

// "[^1]" at the start of a block followed by ":" opens a footnote; elsewhere it only points.
std::uint32_t MarkdownBlocks::footnote_mark(Span source) {
  const std::string_view text = slice(source_, source);
  const std::size_t end = text.substr(0, kLongestLabel).find(']');
  if (end == std::string_view::npos || end < 3) return 0;
  const std::string_view label = text.substr(2, end - 2);
  if (label.find_first_of(" \t\n[") != std::string_view::npos) return 0;
  auto size = static_cast<std::uint32_t>(end + 1);
  const bool opens = !builder_.block_is_open() && text.substr(size, 1) == ":";
  if (opens) {
    block_.kind = BlockKind::kFootnote;
    ++size;
    while (size < text.size() && text[size] == ' ') ++size;
  }
  return size;
}

void MarkdownBlocks::write(std::string_view text, bool footnotes) {
  if (text.empty()) return;
  if (!is_in_source(text)) {
    ensure_open();
    settle_break();
    builder_.append_made(text);
    return;
  }
  Span rest = span_of(text);
  while (footnotes) {
    const std::size_t mark = slice(source_, rest).find("[^");
    if (mark == std::string_view::npos) break;
    const std::uint32_t at = rest.begin + static_cast<std::uint32_t>(mark);
    if (at > rest.begin) write_verbatim({rest.begin, at});
    const std::uint32_t size = footnote_mark({at, rest.end});
    if (size == 0) write_verbatim({at, at + 2});
    rest.begin = at + std::max<std::uint32_t>(size, 2);
    if (size > 0) cursor_ = std::max(cursor_, rest.begin);
  }
  if (!rest.empty()) write_verbatim(rest);
}

void MarkdownBlocks::write_entity(std::string_view text) {
  const CharacterReference reference = character_reference(text);
  const bool whole = reference.bytes == text.size() && is_in_source(text);
  if (!whole) return write(text, false);
  ensure_open();
  settle_break();
  if (!is_control_byte(reference.text[0])) {
    builder_.append_for(reference.text, part_, span_of(text));
  }
  cursor_ = span_of(text).end;
}

void MarkdownBlocks::line_break(const char* shown) {
  if (builder_.block_is_open()) break_ = shown;
}

// Comments are kept apart, <br> breaks the line, other tags are only marks.
void MarkdownBlocks::inline_html(std::string_view text) {
  if (text.substr(0, 4) == "<!--") {
    const std::size_t end = text.rfind("-->");
    if (end == std::string_view::npos || end < 4) return;
    std::string_view words = text.substr(4, end - 4);
    while (!words.empty() && words.front() == ' ') words.remove_prefix(1);
    while (!words.empty() && words.back() == ' ') words.remove_suffix(1);
    ++omissions_.comments;
    Comment comment;
    comment.text = std::string(words);
    if (builder_.block_is_open()) {
      builder_.mark_comment(builder_.offset(), builder_.offset(), std::move(comment));
    } else {
      builder_.add_comment(std::move(comment));
    }
  } else if (text.substr(0, 3) == "<br" && is_in_source(text) && builder_.block_is_open()) {
    builder_.append_for("\n", part_, span_of(text));
  }
  if (is_in_source(text)) cursor_ = span_of(text).end;
}

// The lines of a code block come one by one, each "\n" apart and outside the source.
void MarkdownBlocks::code(std::string_view text) {
  if (in_code_ && !is_in_source(text)) {
    if (text == "\n")
      line_break("\n");
    else if (builder_.block_is_open() && text.find_first_not_of(' ') != text.npos)
      write(text, false);
    return;
  }
  // Inside a code span a line end shows as a space and is not in the source either.
  if (!is_in_source(text) && text == " ") return line_break(" ");
  write(text, false);
}

void MarkdownBlocks::text(MD_TEXTTYPE type, std::string_view text) {
  if (in_html_) {
    if (!is_in_source(text)) return;
    const Span span = span_of(text);
    if (html_.empty())
      html_ = span;
    else
      html_.end = span.end;
    return;
  }
  if (images_ > 0) {
    image_has_text_ = image_has_text_ || !text.empty();
    if (is_in_source(text)) cursor_ = span_of(text).end;
    return;
  }
  if (task_ && (type == MD_TEXT_NORMAL || type == MD_TEXT_CODE) && task_label_.size() < 1000) {
    task_label_.append(text);
  }
  switch (type) {
    case MD_TEXT_NORMAL:
      write(text, true);
      break;
    case MD_TEXT_ENTITY:
      write_entity(text);
      break;
    case MD_TEXT_BR:
      line_break("\n");
      break;
    case MD_TEXT_SOFTBR:
      line_break(" ");
      break;
    case MD_TEXT_HTML:
      inline_html(text);
      break;
    case MD_TEXT_CODE:
      code(text);
      break;
    case MD_TEXT_NULLCHAR:
      break;
    default:
      write(text, false);
      break;
  }
}

}  // namespace limpide
