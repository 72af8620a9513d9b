#include "analyzer/readers/html/html_blocks.h"

#include <algorithm>
#include <utility>

#include "analyzer/base/utf8.h"
#include "analyzer/readers/encoding.h"
#include "analyzer/readers/html/entities.h"

namespace limpide {
namespace {

bool is_html_space(char byte) {
  return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\f';
}

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

bool is_special(char byte) { return byte == '&' || byte == '<' || is_html_space(byte); }

bool same_look(const Run& a, const Run& b) {
  return a.bold == b.bold && a.italic == b.italic && a.underline == b.underline &&
         a.strike == b.strike && a.capitals == b.capitals && a.size_points == b.size_points &&
         a.colour == b.colour && a.font == b.font && a.language == b.language;
}

}  // namespace

void HtmlBlocks::flush() {
  if (!ready_.empty()) builder_.append(part_, ready_);
  ready_ = {};
}

void HtmlBlocks::flush_all() {
  flush();
  if (has_space_ && builder_.offset() > 0 && breaks_ == 0) builder_.append_for(" ", part_, space_);
  has_space_ = false;
}

// Opens the block, settles the white space that waited, then the look and the link.
void HtmlBlocks::prepare(const HtmlContext& context) {
  if (!builder_.block_is_open()) {
    builder_.open_block(context.block);
    has_space_ = false;
    breaks_ = 0;
    styled_ = false;
  }
  const bool look_changes =
      context.styled != styled_ || (styled_ && !same_look(context.look, look_));
  if (breaks_ > 0) {
    flush();
    if (builder_.offset() > 0) builder_.append_for("\n", part_, break_);
    breaks_ = 0;
    has_space_ = false;
  } else if (has_space_) {
    // A space between two looks belongs to neither.
    if (look_changes && styled_) {
      flush();
      builder_.clear_look();
      styled_ = false;
    }
    const bool plain = space_.size() == 1 && source_[space_.begin] == ' ' && !ready_.empty() &&
                       ready_.end == space_.begin;
    if (plain) {
      ready_.end = space_.end;
      has_space_ = false;
    } else {
      flush_all();
    }
  }
  if (look_changes) {
    flush();
    if (context.styled)
      builder_.set_look(context.look);
    else
      builder_.clear_look();
    styled_ = context.styled;
    look_ = context.look;
  }
  if (context.link != link_) {
    end_link();
    flush();
    link_ = context.link;
    link_begin_ = builder_.offset();
  }
}

void HtmlBlocks::put(const HtmlContext& context, Span source) {
  prepare(context);
  if (!ready_.empty() && ready_.end == source.begin) {
    ready_.end = source.end;
    return;
  }
  flush();
  ready_ = source;
}

void HtmlBlocks::put_for(const HtmlContext& context, std::string_view text, Span source) {
  prepare(context);
  flush();
  builder_.append_for(text, part_, source);
}

void HtmlBlocks::put_space(const HtmlContext& context, Span source) {
  if (context.preformatted) {
    put(context, source);
    return;
  }
  if (has_space_) {
    if (source.begin >= space_.end) space_.end = source.end;
    return;
  }
  if (!builder_.block_is_open()) return;
  space_ = source;
  has_space_ = true;
}

// White space at the start of `source`; returns how many bytes of it the text has too.
std::uint32_t HtmlBlocks::white_space(const HtmlContext& context, std::string_view rest,
                                      Span source) {
  if (source_[source.begin] == '\r') {
    const bool pair = source.size() > 1 && source_[source.begin + 1] == '\n';
    const Span end{source.begin, source.begin + (pair ? 2U : 1U)};
    if (context.preformatted)
      put_for(context, "\n", end);
    else
      put_space(context, end);
    return end.size();
  }
  std::uint32_t size = 0;
  while (size < rest.size() && size < source.size() && is_html_space(rest[size]) &&
         rest[size] == source_[source.begin + size]) {
    ++size;
  }
  put_space(context, {source.begin, source.begin + size});
  return size;
}

// "<" that the text does not go on with: a tag that the parser dropped inside the text.
bool HtmlBlocks::is_ignored_tag(Span source, std::string_view rest) const {
  if (rest[0] != '<') return true;
  if (source.size() < 2) return false;
  const char next = source_[source.begin + 1];
  return rest.size() < 2 || rest[1] != next;
}

// The parser puts U+FFFD for control characters and the like; we leave them out. Returns the bytes
// of such a character at `at`, 0 when there is none.
std::uint32_t HtmlBlocks::replaced_control(std::string_view rest, std::uint32_t at) const {
  if (rest.substr(0, kReplacement.size()) != kReplacement) return 0;
  const Decoded current = decode_at(source_, at);
  const char32_t point = current.code_point;
  const bool control = point < 0x20 || (point >= 0x7F && point < 0xA0);
  const bool nothing = (point >= 0xFDD0 && point <= 0xFDEF) || (point & 0xFFFEU) == 0xFFFE;
  return control || nothing ? current.size : 0;
}

void HtmlBlocks::text(const HtmlContext& context, std::string_view decoded, Span source) {
  std::uint32_t at = source.begin;
  std::size_t done = 0;
  while (done < decoded.size() && at < source.end) {
    const std::string_view rest = decoded.substr(done);
    const char byte = source_[at];
    if (byte == '&') {
      const CharacterReference reference = character_reference(slice(source_, {at, source.end}));
      if (reference.bytes > 0 && rest.substr(0, reference.text.size()) == reference.text) {
        const Span bytes{at, at + reference.bytes};
        const bool space = reference.text.size() == 1 && is_html_space(reference.text[0]);
        if (space && !context.preformatted)
          put_space(context, bytes);
        else if (!is_control_byte(reference.text[0]))
          put_for(context, reference.text, bytes);
        at += reference.bytes;
        done += reference.text.size();
        continue;
      }
    }
    if (byte == '<' && is_ignored_tag({at, source.end}, rest)) {
      const std::size_t end = source_.find('>', at);
      at = end >= source.end ? source.end : static_cast<std::uint32_t>(end + 1);
      continue;
    }
    if (const std::uint32_t size = replaced_control(rest, at); size > 0) {
      at += size;
      done += kReplacement.size();
      continue;
    }
    const bool line_end = byte == '\r' && rest[0] == '\n';
    if (byte != rest[0] && !line_end) {
      ++at;
      continue;
    }
    if (is_html_space(byte)) {
      const std::uint32_t size = white_space(context, rest, {at, source.end});
      at += size;
      done += line_end ? 1 : size;
      continue;
    }
    if (is_control_byte(byte)) {
      ++at;
      ++done;
      continue;
    }
    std::uint32_t size = 1;
    while (size < rest.size() && at + size < source.end && source_[at + size] == rest[size] &&
           !is_special(rest[size]) && !is_control_byte(rest[size])) {
      ++size;
    }
    put(context, {at, at + size});
    at += size;
    done += size;
  }
  if (done < decoded.size() && decoded.find_first_not_of(" \t\r\n\f", done) != decoded.npos) {
    prepare(context);
    flush();
    builder_.append_made(decoded.substr(done));
  }
}

void HtmlBlocks::line_break(const HtmlContext& context, Span source) {
  if (context.preformatted) {
    put_for(context, "\n", source);
    return;
  }
  if (!builder_.block_is_open()) return;
  has_space_ = false;
  break_ = source;
  // Two breaks in a row are how people part paragraphs.
  if (++breaks_ >= 2) end_block();
}

void HtmlBlocks::end_link() {
  if (link_ == nullptr) return;
  flush();
  if (builder_.block_is_open() && builder_.offset() > link_begin_) {
    builder_.mark_link(link_begin_, builder_.offset(), *link_);
  }
  link_ = nullptr;
}

void HtmlBlocks::end_block() {
  end_link();
  flush();
  has_space_ = false;
  breaks_ = 0;
  styled_ = false;
  if (builder_.block_is_open()) builder_.close_block();
}

void HtmlBlocks::comment(Comment comment) {
  if (!builder_.block_is_open()) {
    builder_.add_comment(std::move(comment));
    return;
  }
  flush();
  builder_.mark_comment(builder_.offset(), builder_.offset(), std::move(comment));
}

void HtmlBlocks::control(const HtmlContext& context, FormControl control) {
  // White space that waits goes on waiting: a control between two words adds none.
  if (!builder_.block_is_open()) prepare(context);
  flush();
  builder_.mark_control(builder_.offset(), builder_.offset(), std::move(control));
}

void HtmlBlocks::control_over_block(FormControl control) {
  if (!builder_.block_is_open()) {
    builder_.add_control(std::move(control));
    return;
  }
  flush();
  builder_.mark_control(0, builder_.offset(), std::move(control));
}

}  // namespace limpide
