#include "analyzer/readers/markdown/markdown_content.h"

#include <md4c.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer/readers/encoding.h"
#include "analyzer/readers/html/entities.h"
#include "analyzer/readers/html/html_content.h"

namespace limpide {
namespace {

constexpr std::size_t kLongestLabel = 64;  // of a footnote, bytes
constexpr std::size_t kMostBareLinks = 1000;

// The parser looks for addresses without brackets in quadratic time: none in a text made of them.
bool has_few_bare_links(std::string_view markdown) {
  std::size_t count = 0;
  for (const std::string_view sign : {std::string_view("://"), std::string_view("www.")}) {
    for (std::size_t at = markdown.find(sign); at != std::string_view::npos;
         at = markdown.find(sign, at + sign.size())) {
      if (++count > kMostBareLinks) return false;
    }
  }
  return true;
}

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

void MarkdownBlocks::enter_item(const MD_BLOCK_LI_DETAIL& detail) {
  task_ = detail.is_task != 0;
  task_label_.clear();
}

void MarkdownBlocks::enter_block(MD_BLOCKTYPE type, const void* detail) {
  close();
  // Containers of this leaf; a leaf of another kind replaces `kind` below.
  const std::uint32_t table = block_.table;
  const std::uint32_t row = block_.row;
  const std::uint32_t column = block_.column;
  block_ = Block{};
  if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) lists_.push_back({type == MD_BLOCK_OL});
  if (type == MD_BLOCK_QUOTE) ++quotes_;
  if (!lists_.empty()) {
    block_.kind = BlockKind::kListItem;
    block_.level = static_cast<std::uint8_t>(std::min<std::size_t>(lists_.size(), 9));
    block_.ordered = lists_.back().ordered;
  }
  if (quotes_ > 0) {
    block_ = Block{};
    block_.kind = BlockKind::kQuote;
  }
  switch (type) {
    case MD_BLOCK_LI:
      enter_item(*static_cast<const MD_BLOCK_LI_DETAIL*>(detail));
      break;
    case MD_BLOCK_H:
      block_ = Block{};
      block_.kind = BlockKind::kHeading;
      block_.level =
          static_cast<std::uint8_t>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
      break;
    case MD_BLOCK_CODE:
      block_ = Block{};
      block_.kind = BlockKind::kCode;
      in_code_ = true;
      break;
    case MD_BLOCK_HTML:
      in_html_ = true;
      html_ = {};
      break;
    case MD_BLOCK_TABLE:
      block_.table = ++omissions_.tables;
      break;
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
      block_.table = table;
      block_.row = row;
      break;
    case MD_BLOCK_TR:
      block_.table = table;
      block_.row = row + 1;
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: {
      block_ = Block{};
      block_.kind = BlockKind::kTableCell;
      block_.table = table;
      block_.row = row;
      block_.column = column + 1;
      const MD_ALIGN align = static_cast<const MD_BLOCK_TD_DETAIL*>(detail)->align;
      if (align == MD_ALIGN_LEFT) block_.alignment = Alignment::kStart;
      if (align == MD_ALIGN_CENTER) block_.alignment = Alignment::kCenter;
      if (align == MD_ALIGN_RIGHT) block_.alignment = Alignment::kEnd;
      break;
    }
    default:
      break;
  }
}

void MarkdownBlocks::finish_html() {
  in_html_ = false;
  if (html_.empty()) return;
  status_ = read_html(builder_, part_, html_, limits_, omissions_);
  cursor_ = html_.end;
}

void MarkdownBlocks::leave_block(MD_BLOCKTYPE type) {
  close();
  switch (type) {
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      lists_.pop_back();
      break;
    case MD_BLOCK_QUOTE:
      --quotes_;
      break;
    case MD_BLOCK_CODE:
      in_code_ = false;
      break;
    case MD_BLOCK_HTML:
      finish_html();
      break;
    case MD_BLOCK_LI:
      task_ = false;
      break;
    default:
      break;
  }
}

void MarkdownBlocks::enter_span(MD_SPANTYPE type, const void* detail) {
  switch (type) {
    case MD_SPAN_STRONG:
      ++strong_;
      break;
    case MD_SPAN_EM:
      ++emphasis_;
      break;
    case MD_SPAN_DEL:
      ++deleted_;
      break;
    case MD_SPAN_CODE:
      ++monospace_;
      break;
    case MD_SPAN_IMG:
      if (images_++ == 0) image_has_text_ = false;
      return;
    case MD_SPAN_A: {
      if (images_ > 0) return;
      const MD_ATTRIBUTE& href = static_cast<const MD_SPAN_A_DETAIL*>(detail)->href;
      ensure_open();
      settle_break();
      links_.emplace_back(
          builder_.offset(),
          decode_references(href.text == nullptr ? std::string_view()
                                                 : std::string_view(href.text, href.size)));
      return;
    }
    default:
      return;
  }
  if (builder_.block_is_open()) settle_break();
  update_look();
}

void MarkdownBlocks::leave_span(MD_SPANTYPE type) {
  switch (type) {
    case MD_SPAN_STRONG:
      --strong_;
      break;
    case MD_SPAN_EM:
      --emphasis_;
      break;
    case MD_SPAN_DEL:
      --deleted_;
      break;
    case MD_SPAN_CODE:
      --monospace_;
      break;
    case MD_SPAN_IMG:
      if (--images_ == 0 && !image_has_text_) ++omissions_.images_without_alt;
      return;
    case MD_SPAN_A:
      if (images_ > 0 || links_.empty()) return;
      if (builder_.block_is_open() && builder_.offset() > links_.back().first) {
        builder_.mark_link(links_.back().first, builder_.offset(), std::move(links_.back().second));
      }
      links_.pop_back();
      return;
    default:
      return;
  }
  update_look();
}

Status MarkdownBlocks::read() {
  MD_PARSER parser{};
  const std::string_view markdown = slice(source_, range_);
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
  if (has_few_bare_links(markdown)) parser.flags |= MD_FLAG_PERMISSIVEAUTOLINKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    self(user).enter_block(type, detail);
    return self(user).go_on();
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
    self(user).leave_block(type);
    return self(user).go_on();
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
    self(user).enter_span(type, detail);
    return self(user).go_on();
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* user) {
    self(user).leave_span(type);
    return self(user).go_on();
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
    self(user).text(type, {text, size});
    return self(user).go_on();
  };
  const int outcome =
      md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, this);
  if (builder_.block_is_open()) builder_.close_block();
  if (!status_) return status_;
  if (outcome != 0 && !builder_.over_limit()) {
    return make_error(ErrorCode::kInvalidInput, "error.markdown.unreadable");
  }
  add_html_notices(builder_, omissions_);
  return Done{};
}

}  // namespace

Status read_markdown(DocumentBuilder& builder, std::uint32_t part, Span range,
                     const Limits& limits) {
  return MarkdownBlocks(builder, part, range, limits).read();
}

}  // namespace limpide
