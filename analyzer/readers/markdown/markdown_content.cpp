#include "analyzer/readers/markdown/markdown_content.h"

#include <md4c.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "analyzer/readers/html/entities.h"
#include "analyzer/readers/html/html_content.h"
#include "analyzer/readers/markdown/markdown_blocks.h"

namespace limpide {
namespace {

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

}  // namespace

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

Status read_markdown(DocumentBuilder& builder, std::uint32_t part, Span range,
                     const Limits& limits) {
  return MarkdownBlocks(builder, part, range, limits).read();
}

}  // namespace limpide
