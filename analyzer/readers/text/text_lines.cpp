#include "analyzer/readers/text/text_lines.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

constexpr std::uint32_t kNarrowestMargin = 40;
constexpr std::uint32_t kWidestMargin = 132;
constexpr std::uint32_t kRagged = 20;  // columns a wrapped line may pass the margin by
constexpr std::size_t kSampleBytes = std::size_t{1} << 20;

bool is_blank(char byte) { return byte == ' ' || byte == '\t'; }

bool is_line_end(char byte) { return byte == '\n' || byte == '\r' || byte == '\f'; }

// Columns of the first word of a line.
std::uint32_t first_word_width(std::string_view text, const TextLine& line) {
  std::string_view rest = text.substr(line.begin, line.end - line.begin);
  rest = rest.substr(0, std::min<std::size_t>(rest.size(), 512));
  const std::size_t end = std::min(rest.find_first_of(" \t"), rest.size());
  return static_cast<std::uint32_t>(count_code_points(rest.substr(0, end)));
}

bool starts_lower(std::string_view text, const TextLine& line) {
  return is_lower(decode_at(text, line.begin).code_point);
}

bool ends_open(std::string_view text, const TextLine& line) {
  constexpr std::string_view kClosing = ".;:!?,";
  return kClosing.find(text[line.end - 1]) == std::string_view::npos;
}

}  // namespace

LineWalker::LineWalker(std::string_view text, std::size_t begin)
    : text_(text),
      at_(begin),
      has_other_ends_(text.find('\r') != text.npos || text.find('\f') != text.npos) {}

bool LineWalker::next(TextLine& line) {
  if (at_ >= text_.size()) return false;
  std::size_t end = text_.size();
  if (has_other_ends_) {
    end = at_;
    while (end < text_.size() && !is_line_end(text_[end])) ++end;
  } else if (const void* found = std::memchr(text_.data() + at_, '\n', end - at_)) {
    end = static_cast<std::size_t>(static_cast<const char*>(found) - text_.data());
  }
  std::size_t begin = at_;
  line = TextLine{};
  while (begin < end && is_blank(text_[begin])) {
    line.indent = text_[begin] == '\t' ? (line.indent / 8 + 1) * 8 : line.indent + 1;
    ++begin;
  }
  std::size_t last = end;
  while (last > begin && is_blank(text_[last - 1])) --last;
  line.begin = static_cast<std::uint32_t>(begin);
  line.end = static_cast<std::uint32_t>(last);
  line.trailing_space = last < end;
  line.ends_page = end < text_.size() && text_[end] == '\f';
  line.width = line.indent +
               static_cast<std::uint32_t>(count_code_points(text_.substr(begin, last - begin)));
  at_ = end;
  if (at_ < text_.size()) {
    const bool pair = text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n';
    at_ += pair ? 2 : 1;
  }
  return true;
}

// Proof of wrapping is a line that stops in the middle of a sentence, the next going on in lower
// case. The margin is near the longest of those lines; if most of them could have held the next
// word, the breaks have another reason.
std::uint32_t wrap_margin(std::string_view text, std::size_t begin) {
  const std::string_view sample = text.substr(0, std::max(begin, kSampleBytes));
  std::array<std::uint32_t, kWidestMargin + 1> widths{};      // of the lines that prove wrapping
  std::array<std::uint32_t, 2 * kWidestMargin + 2> joined{};  // with the next word
  std::uint32_t proofs = 0;
  TextLine previous;
  TextLine line;
  for (LineWalker walker(sample, begin); walker.next(line); previous = line) {
    const bool candidate = !previous.blank() && !line.blank() && previous.width <= kWidestMargin &&
                           previous.width >= kNarrowestMargin && ends_open(sample, previous) &&
                           starts_lower(sample, line);
    if (!candidate) continue;
    ++proofs;
    ++widths[previous.width];
    const std::uint32_t with_word = previous.width + 1 + first_word_width(sample, line);
    ++joined[std::min<std::uint32_t>(with_word, 2 * kWidestMargin + 1)];
  }
  if (proofs == 0) return 0;
  // The 9th decile: one line that was let run over the margin must not move it. Where lines were
  // edited after wrapping, up to a quarter of them run over.
  for (const std::uint32_t over : {proofs / 10, proofs / 4}) {
    std::uint32_t margin = kWidestMargin;
    std::uint32_t wider = 0;
    while (margin > kNarrowestMargin && wider + widths[margin] <= over) {
      wider += widths[margin];
      --margin;
    }
    std::uint32_t explained = 0;
    for (std::size_t width = margin + 1; width < joined.size(); ++width) {
      explained += joined[width];
    }
    if (explained * 10 >= proofs * 6) return margin;
  }
  return 0;
}

bool is_wrap(std::string_view text, const TextLine& line, const TextLine& next,
             std::uint32_t margin) {
  if (margin == 0 || line.blank() || next.blank() || line.ends_page) return false;
  if (line.width > margin + kRagged || next.indent > line.indent + 8) return false;
  if (line.width + 1 + first_word_width(text, next) > margin) return true;
  return line.width * 10 >= margin * 6 && starts_lower(text, next) && ends_open(text, line);
}

}  // namespace limpide
