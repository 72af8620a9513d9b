#include "analyzer/reports/visible.h"

#include <unicode/uchar.h>

#include <cstdint>

#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

constexpr std::size_t kNearColumns = 16;
constexpr char32_t kSoftHyphen = 0x00AD;

void append_name(std::string& out, char32_t code_point) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  out += "[U+";
  for (int shift = code_point > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) {
    out.push_back(kDigits[(code_point >> static_cast<unsigned>(shift)) & 0xFU]);
  }
  out.push_back(']');
}

void append_visible(std::string& out, char32_t code_point) {
  if (code_point < 0x20)
    append_utf8(out, 0x2400 + code_point);
  else if (code_point == 0x7F)
    append_utf8(out, 0x2421);
  else
    append_name(out, code_point);
}

// Plain printable ASCII, by far the most of any text.
std::size_t plain_prefix(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && text[count] >= 0x20 && text[count] < 0x7F) ++count;
  return count;
}

std::size_t columns_of(char32_t code_point) {
  if (code_point < 0x300) return code_point == kSoftHyphen ? 0 : 1;
  const auto value = static_cast<UChar32>(code_point);
  const auto type = u_charType(value);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const auto east_asian = u_getIntPropertyValue(value, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

std::string valid_text(std::string_view bytes) {
  std::string valid;
  valid.reserve(bytes.size());
  while (!bytes.empty()) {
    const std::size_t good = first_invalid_utf8(bytes);
    valid.append(bytes.substr(0, good));
    if (good == bytes.size()) break;
    append_utf8(valid, 0xFFFD);
    bytes.remove_prefix(good + 1);
  }
  return valid;
}

bool is_treacherous(char32_t code_point) {
  if (code_point < 0x20 || (code_point >= 0x7F && code_point <= 0x9F)) return true;
  if (code_point < 0x61C) return false;
  return code_point == 0x61C || code_point == 0x200E || code_point == 0x200F ||
         (code_point >= 0x2028 && code_point <= 0x202E) ||
         (code_point >= 0x2066 && code_point <= 0x2069);
}

std::string visible_text(std::string_view bytes, bool keep_breaks) {
  const std::string text = valid_text(bytes);
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t plain = plain_prefix(std::string_view(text).substr(i));
    out.append(text, i, plain);
    i += plain;
    if (i == text.size()) break;
    const Decoded current = decode_at(text, i);
    const bool is_break = current.code_point == U'\n' || current.code_point == U'\t';
    if (is_treacherous(current.code_point) && !(keep_breaks && is_break)) {
      append_visible(out, current.code_point);
    } else {
      out.append(text, i, current.size);
    }
    i += current.size;
  }
  return out;
}

std::string visible_line(std::string_view bytes) {
  const std::string text = visible_text(bytes, true);
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Decoded current = decode_at(text, i);
    const bool blank =
        current.code_point == U' ' || current.code_point == U'\n' || current.code_point == U'\t';
    if (blank) {
      if (out.empty() || out.back() != ' ') out.push_back(' ');
    } else if (current.code_point != kSoftHyphen) {
      out.append(text, i, current.size);
    }
    i += current.size;
  }
  return out;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded current = decode_at(text, i);
    width += columns_of(current.code_point);
    i += current.size;
  }
  return width;
}

std::string_view fitting_start(std::string_view text, std::size_t columns) {
  std::size_t width = 0;
  std::size_t i = 0;
  while (i < text.size()) {
    const Decoded current = decode_at(text, i);
    width += columns_of(current.code_point);
    if (width > columns) break;
    i += current.size;
  }
  if (i == text.size()) return text;
  const std::string_view cut = text.substr(0, i);
  const std::size_t space = cut.rfind(' ');
  const bool near = space != std::string_view::npos && i - space <= kNearColumns;
  return near && text[i] != ' ' ? cut.substr(0, space > 0 ? space : 1) : cut;
}

std::string_view fitting_end(std::string_view text, std::size_t columns) {
  std::size_t width = 0;
  std::size_t i = text.size();
  std::size_t start = i;  // of the last character that has a width: no mark stands alone
  while (i > 0) {
    const Decoded current = decode_before(text, i);
    const std::size_t columns_here = columns_of(current.code_point);
    width += columns_here;
    if (width > columns) break;
    i -= current.size;
    if (columns_here > 0) start = i;
  }
  if (i == 0) return text;
  const std::string_view cut = text.substr(start);
  const std::size_t space = cut.find(' ');
  const bool near = space != std::string_view::npos && space <= kNearColumns;
  if (!near || text[start - 1] == ' ') return cut;
  return cut.substr(space + 1 < cut.size() ? space + 1 : space);
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t line_width = 0;
  while (!text.empty()) {
    const std::size_t end = text.find(' ');
    const std::string_view word = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    if (word.empty()) continue;
    const std::size_t width = display_width(word);
    if (!line.empty() && line_width + 1 + width > columns) {
      lines.push_back(std::move(line));
      line.clear();
      line_width = 0;
    }
    if (!line.empty()) {
      line.push_back(' ');
      ++line_width;
    }
    line.append(word);
    line_width += width;
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

}  // namespace limpide
