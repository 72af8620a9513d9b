#include "analyzer/readers/text/text_content.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/utf8.h"
#include "analyzer/readers/encoding.h"
#include "analyzer/readers/text/line_marks.h"
#include "analyzer/readers/text/text_lines.h"

namespace limpide {
namespace {

constexpr std::size_t kGroupLines = 20'000;   // a longer paragraph is cut: memory stays bounded
constexpr std::uint32_t kLongestTitle = 90;   // columns
constexpr std::uint32_t kBodyLine = 45;       // columns: a line that looks like running text
constexpr std::size_t kLongestMarked = 4096;  // bytes: longer lines are not searched for marks

class TextBlocks {
 public:
  TextBlocks(DocumentBuilder& builder, std::uint32_t part, const TextOptions& options)
      : builder_(builder),
        part_(part),
        options_(options),
        text_(builder.part_source(part)),
        margin_(options.flowed ? 0 : wrap_margin(text_, options.begin)),
        has_controls_(options.has_controls) {}

  void read();

 private:
  [[nodiscard]] std::string_view content(const TextLine& line) const {
    return text_.substr(line.begin, line.end - line.begin);
  }
  void flush_group(const TextLine* next_text);
  // Each takes the lines it understands at `at` and returns the first it leaves.
  std::size_t take(std::size_t at, const TextLine* next_text);
  std::size_t take_table(std::size_t at);
  std::size_t take_quote(std::size_t at);
  std::size_t take_title(std::size_t at, const TextLine* next_text);
  std::size_t take_item(std::size_t at);
  std::size_t take_paragraph(std::size_t at);

  [[nodiscard]] bool goes_on(std::size_t at) const;  // line at + 1 continues line at
  [[nodiscard]] bool starts_something(std::size_t at) const;
  [[nodiscard]] bool is_lone_title(std::size_t at, const TextLine* next_text) const;
  std::uint32_t list_depth(std::uint32_t indent);

  void write_block(const Block& block, std::size_t first, std::size_t last, std::uint32_t skipped);
  void write_columns(const TextLine& line, const Block& block);
  void write_rows(std::size_t first, std::size_t last, bool bars);
  void write_span(Span source);
  void write_line(Span source, bool marks);
  void mark_fill(Span source, std::uint32_t base);
  [[nodiscard]] Block prototype(BlockKind kind) const {
    Block block;
    block.kind = in_signature_ ? BlockKind::kFooter : kind;
    return block;
  }

  DocumentBuilder& builder_;
  std::uint32_t part_;
  TextOptions options_;
  std::string_view text_;
  std::uint32_t margin_;
  bool has_controls_;
  bool in_signature_ = false;
  bool written_ = false;  // a block was written before this group
  std::uint32_t tables_ = 0;
  std::vector<TextLine> group_;              // lines without a blank one between them
  std::vector<std::uint32_t> list_indents_;  // of the open levels of the list
};

// A group waits for the line after it: a title is known by what follows.
void TextBlocks::read() {
  LineWalker walker(text_, options_.begin);
  TextLine line;
  bool ended = false;
  while (walker.next(line) && !builder_.over_limit()) {
    if (line.ends_page) ended = true;
    if (line.blank()) {
      ended = true;
      continue;
    }
    if ((ended && !line.ends_page) || group_.size() >= kGroupLines) flush_group(&line);
    ended = line.ends_page;
    group_.push_back(line);
  }
  flush_group(nullptr);
}

void TextBlocks::flush_group(const TextLine* next_text) {
  for (std::size_t at = 0; at < group_.size() && !builder_.over_limit();) {
    at = take(at, next_text);
  }
  group_.clear();
}

std::size_t TextBlocks::take(std::size_t at, const TextLine* next_text) {
  const std::string_view line = content(group_[at]);
  if (options_.mail && line == "--") {
    in_signature_ = true;
    return at + 1;
  }
  if (line[0] == '>') return take_quote(at);
  if (line.size() <= kLongestMarked) {
    if (const std::size_t after = take_table(at); after != at) return after;
    if (const std::size_t after = take_title(at, next_text); after != at) return after;
    if (underline_sign(line) != '\0') return at + 1;  // a rule
    if (list_marker(line).bytes != 0) return take_item(at);
  }
  return take_paragraph(at);
}

// Two rows or more with as many cells; a lone row is a line like another.
std::size_t TextBlocks::take_table(std::size_t at) {
  const std::string_view first = content(group_[at]);
  const bool bars = first.find('|') != std::string_view::npos;
  if (!bars && first.find('\t') == std::string_view::npos) return at;
  const auto cells_of = [bars](std::string_view line) {
    if (bars && is_bar_rule(line)) return std::size_t{0};
    return bars ? bar_cells(line).size() : tab_cells(line).size();
  };
  const std::size_t columns = cells_of(first);
  if (columns < 2) return at;
  std::size_t last = at + 1;
  std::size_t rows = 1;
  for (; last < group_.size(); ++last) {
    const std::string_view line = content(group_[last]);
    if (bars && is_bar_rule(line)) continue;
    if (cells_of(line) != columns) break;
    ++rows;
  }
  if (rows < 2) return at;
  write_rows(at, last, bars);
  return last;
}

void TextBlocks::write_rows(std::size_t first, std::size_t last, bool bars) {
  list_indents_.clear();
  Block block = prototype(BlockKind::kTableCell);
  block.table = ++tables_;
  for (std::size_t at = first; at < last; ++at) {
    const std::string_view line = content(group_[at]);
    if (bars && is_bar_rule(line)) continue;
    ++block.row;
    block.column = 0;
    for (const Span cell : bars ? bar_cells(line) : tab_cells(line)) {
      ++block.column;
      if (cell.empty()) continue;
      builder_.open_block(block);
      write_line({group_[at].begin + cell.begin, group_[at].begin + cell.end}, true);
      builder_.close_block();
    }
  }
  written_ = true;
}

// Lines of ">" are one quotation; inside it an empty line of ">" parts paragraphs.
std::size_t TextBlocks::take_quote(std::size_t at) {
  list_indents_.clear();
  Block block = prototype(BlockKind::kQuote);
  bool open = false;
  std::uint32_t previous_end = 0;
  for (; at < group_.size() && content(group_[at])[0] == '>'; ++at) {
    TextLine line = group_[at];
    while (line.begin < line.end && (text_[line.begin] == '>' || text_[line.begin] == ' ')) {
      ++line.begin;
    }
    const bool joins = open && !line.blank();
    if (open && line.blank()) {
      builder_.close_block();
      open = false;
    }
    if (line.blank()) continue;
    if (!open) builder_.open_block(block);
    if (joins) builder_.append_for("\n", part_, {previous_end, line.begin});
    write_line({line.begin, line.end}, false);
    previous_end = line.end;
    open = true;
  }
  if (open) builder_.close_block();
  written_ = true;
  return at;
}

bool TextBlocks::is_lone_title(std::size_t at, const TextLine* next_text) const {
  if (group_.size() != 1 || next_text == nullptr || in_signature_) return false;
  const std::string_view line = content(group_[at]);
  if (group_[at].width > kLongestTitle || next_text->width < kBodyLine) return false;
  if (std::string_view(".,;:!").find(line.back()) != std::string_view::npos) return false;
  const bool capitals = is_all_capitals(line);
  if (title_number(line) != 0) return list_marker(content(*next_text)).bytes == 0;
  return capitals && written_;
}

std::size_t TextBlocks::take_title(std::size_t at, const TextLine* next_text) {
  const TextLine& line = group_[at];
  if (at + 1 < group_.size() && line.width <= kLongestTitle) {
    const char sign = underline_sign(content(group_[at + 1]));
    const std::uint32_t under = group_[at + 1].width;
    const bool fits = under + 4 >= line.width && under <= line.width + 12;
    if ((sign == '=' || sign == '-' || sign == '~') && fits) {
      Block block = prototype(BlockKind::kHeading);
      block.level = sign == '=' ? 1 : 2;
      write_block(block, at, at + 1, 0);
      return at + 2;
    }
  }
  if (!is_lone_title(at, next_text)) return at;
  Block block = prototype(BlockKind::kHeading);
  block.level = is_all_capitals(content(line)) ? 1 : 2;
  write_block(block, at, at + 1, 0);
  return at + 1;
}

std::uint32_t TextBlocks::list_depth(std::uint32_t indent) {
  while (!list_indents_.empty() && list_indents_.back() > indent) list_indents_.pop_back();
  if (list_indents_.empty() || list_indents_.back() < indent) list_indents_.push_back(indent);
  return static_cast<std::uint32_t>(std::min<std::size_t>(list_indents_.size(), 9));
}

bool TextBlocks::goes_on(std::size_t at) const {
  if (at + 1 >= group_.size()) return false;
  if (options_.flowed) return group_[at].trailing_space;
  return is_wrap(text_, group_[at], group_[at + 1], margin_);
}

bool TextBlocks::starts_something(std::size_t at) const {
  const std::string_view line = content(group_[at]);
  return line[0] == '>' || list_marker(line).bytes != 0 || underline_sign(line) != '\0' ||
         (options_.mail && line == "--");
}

std::size_t TextBlocks::take_item(std::size_t at) {
  const ListMarker marker = list_marker(content(group_[at]));
  Block block = prototype(BlockKind::kListItem);
  if (block.kind == BlockKind::kListItem) {
    block.level = static_cast<std::uint8_t>(list_depth(group_[at].indent));
    block.ordered = marker.ordered;
  }
  // A line set under the text of the item belongs to it.
  const std::uint32_t hanging = group_[at].indent + 2;
  std::size_t last = at + 1;
  while (last < group_.size() && !starts_something(last) &&
         (group_[last].indent >= hanging || goes_on(last - 1))) {
    ++last;
  }
  block.hard_wrapped = last > at + 1;
  if (marker.checkbox) {
    FormControl box;
    box.kind = ControlKind::kCheckbox;
    box.label = std::string(content(group_[at]).substr(marker.bytes));
    builder_.add_control(std::move(box));
  }
  write_block(block, at, last, marker.bytes);
  return last;
}

std::size_t TextBlocks::take_paragraph(std::size_t at) {
  list_indents_.clear();
  std::size_t last = at + 1;
  while (last < group_.size() && goes_on(last - 1) && !starts_something(last)) ++last;
  Block block = prototype(BlockKind::kParagraph);
  block.hard_wrapped = last > at + 1;
  const TextLine& line = group_[at];
  const std::string_view words = content(line);
  const bool columns = last == at + 1 && words.size() <= kLongestMarked &&
                       (words.find('\t') != std::string_view::npos || sign_runs(words).spaces);
  if (columns)
    write_columns(line, block);
  else
    write_block(block, at, last, 0);
  return last;
}

// "Mairie de X          Madame Y": what stands far apart is not one sentence.
void TextBlocks::write_columns(const TextLine& line, const Block& block) {
  std::uint32_t begin = line.begin;
  const auto is_blank = [this](std::uint32_t i) { return text_[i] == ' ' || text_[i] == '\t'; };
  for (std::uint32_t i = line.begin; i <= line.end; ++i) {
    std::uint32_t end = i;
    bool wide = i == line.end;
    if (!wide && is_blank(i)) {
      while (end < line.end && is_blank(end)) ++end;
      wide = end - i >= 4 || text_.substr(i, end - i).find('\t') != std::string_view::npos;
    }
    if (!wide) {
      i = std::max(i, end);
      continue;
    }
    builder_.open_block(block);
    write_line({begin, i}, true);
    builder_.close_block();
    begin = end;
    i = std::max(i, end);
  }
  written_ = true;
}

// Lines [first, last) of the group as one block. One stretch as long as the lines follow each
// other by a single "\n".
void TextBlocks::write_block(const Block& block, std::size_t first, std::size_t last,
                             std::uint32_t skipped) {
  builder_.open_block(block);
  const bool one = last == first + 1;
  std::uint32_t begin = group_[first].begin + skipped;
  for (std::size_t at = first; at + 1 < last; ++at) {
    const std::uint32_t end = group_[at].end;
    const std::uint32_t next = group_[at + 1].begin;
    if (next == end + 1) continue;
    write_span({begin, end});
    builder_.append_for("\n", part_, {end, next});
    begin = next;
  }
  const Span rest{begin, group_[last - 1].end};
  if (one)
    write_line(rest, true);
  else
    write_span(rest);
  builder_.close_block();
  written_ = true;
}

void TextBlocks::write_span(Span source) {
  if (!has_controls_) {
    builder_.append(part_, source);
    return;
  }
  for (std::uint32_t i = source.begin; i <= source.end; ++i) {
    if (i < source.end && !is_control_byte(text_[i])) continue;
    builder_.append(part_, {source.begin, i});
    source.begin = std::min(i + 1, source.end);
  }
}

void TextBlocks::write_line(Span source, bool marks) {
  const std::uint32_t base = builder_.offset();
  write_span(source);
  const bool searched = marks && !has_controls_ && source.size() <= kLongestMarked;
  if (searched && sign_runs(slice(text_, source)).fill) mark_fill(source, base);
}

// "Nom : ............" is a place to write in; a row of points before a page number is not.
void TextBlocks::mark_fill(Span source, std::uint32_t base) {
  const std::string_view line = slice(text_, source);
  std::size_t label_begin = 0;
  for (const Span blank : fill_blanks(line)) {
    const std::string_view after = line.substr(blank.end);
    const std::size_t word = after.find_first_not_of(' ');
    const bool contents = word != std::string_view::npos && after[word] >= '0' &&
                          after[word] <= '9' &&
                          after.find_first_not_of("0123456789 ") == std::string_view::npos;
    if (contents) return;
    FormControl control;
    control.kind = ControlKind::kText;
    std::string_view label = line.substr(label_begin, blank.begin - label_begin);
    while (!label.empty() && (label.back() == ' ' || label.back() == ':')) label.remove_suffix(1);
    while (!label.empty() && label.front() == ' ') label.remove_prefix(1);
    control.label = std::string(label);
    builder_.mark_control(base + blank.begin, base + blank.end, std::move(control));
    label_begin = blank.end;
  }
}

}  // namespace

void read_text(DocumentBuilder& builder, std::uint32_t part, const TextOptions& options) {
  TextBlocks(builder, part, options).read();
}

}  // namespace limpide
