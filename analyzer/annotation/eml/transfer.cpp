#include "analyzer/annotation/eml/transfer.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

namespace limpide::eml {
namespace {

constexpr std::size_t kMostColumns = 76;
constexpr std::string_view kHex = "0123456789ABCDEF";

bool is_blank(char byte) { return byte == ' ' || byte == '\t'; }

// The line that begins at `at`, and its end of line.
struct Line {
  std::string_view text;
  std::string_view end;
};
Line line_at(std::string_view bytes, std::size_t at) {
  const std::size_t feed = bytes.find('\n', at);
  if (feed == std::string_view::npos) return {bytes.substr(at), {}};
  const std::size_t size = feed > at && bytes[feed - 1] == '\r' ? 2 : 1;
  return {bytes.substr(at, feed + 1 - size - at), bytes.substr(feed + 1 - size, size)};
}

std::string_view line_end_of(std::string_view bytes) {
  const Line first = line_at(bytes, 0);
  return first.end.empty() ? std::string_view("\n") : first.end;
}

int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  return -1;
}

std::string decoded_line(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool code = text[i] == '=' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 &&
                      hex_value(text[i + 2]) >= 0;
    if (!code) {
      out.push_back(text[i]);
      continue;
    }
    out.push_back(static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2])));
    i += 2;
  }
  return out;
}

// A line as the message writes it, soft breaks and all.
using WrittenLines = std::unordered_map<std::string, std::string_view>;  // only looked up

WrittenLines written_lines(std::string_view raw) {
  WrittenLines lines;
  std::string decoded;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < raw.size();) {
    const Line line = line_at(raw, at);
    at += line.text.size() + line.end.size();
    std::string_view text = line.text;
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    const bool soft = !text.empty() && text.back() == '=' && !line.end.empty();
    if (soft) {
      decoded += decoded_line(text.substr(0, text.size() - 1));
      continue;
    }
    decoded += decoded_line(text);
    lines.emplace(std::move(decoded), raw.substr(begin, at - line.end.size() - begin));
    decoded.clear();
    begin = at;
  }
  return lines;
}

// RFC 2045, 6.7.
std::string encoded_line(std::string_view text, std::string_view line_end) {
  std::string out;
  std::size_t column = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool last = i + 1 == text.size();
    const bool plain = (byte > ' ' && byte < 0x7F && byte != '=') || (is_blank(text[i]) && !last);
    const std::size_t width = plain ? 1 : 3;
    if (column + width > kMostColumns - (last ? 0 : 1)) {
      out.append("=").append(line_end);
      column = 0;
    }
    if (plain) {
      out.push_back(text[i]);
    } else {
      out.push_back('=');
      out.push_back(kHex[byte >> 4U]);
      out.push_back(kHex[byte & 15U]);
    }
    column += width;
  }
  return out;
}

std::string quoted_printable(std::string_view raw, std::string_view bytes) {
  const WrittenLines known = written_lines(raw);
  const std::string_view line_end = line_end_of(raw);
  std::string out;
  for (std::size_t at = 0; at < bytes.size();) {
    const Line line = line_at(bytes, at);
    at += line.text.size() + line.end.size();
    const auto same = known.find(std::string(line.text));
    if (same != known.end())
      out.append(same->second);
    else
      out.append(encoded_line(line.text, line_end));
    if (!line.end.empty()) out.append(line_end);
  }
  return out;
}

std::string base64(std::string_view raw, std::string_view bytes) {
  constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  constexpr unsigned kSix = 6;
  const std::string_view line_end = line_end_of(raw);
  std::string out;
  std::size_t column = 0;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
    std::uint32_t three = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      const unsigned char byte = i < count ? static_cast<unsigned char>(bytes[at + i]) : 0;
      three = three << 8U | byte;
    }
    if (column == kMostColumns) {
      out.append(line_end);
      column = 0;
    }
    for (unsigned i = 0; i < 4; ++i) {
      out.push_back(i <= count ? kLetters[three >> (kSix * (3 - i)) & 63U] : '=');
    }
    column += 4;
  }
  // The blank lines that ended it.
  const std::size_t end = raw.find_last_not_of(" \t\r\n");
  return out.append(raw.substr(end == std::string_view::npos ? raw.size() : end + 1));
}

bool has_eight_bits(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(),
                     [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; });
}

}  // namespace

std::optional<std::string> encode_again(Transfer transfer, std::string_view raw,
                                        std::string_view bytes) {
  switch (transfer) {
    case Transfer::kSevenBits:
      // A body that never was of 7 bits stays as wrong as it was.
      if (has_eight_bits(bytes) && !has_eight_bits(raw)) return std::nullopt;
      return std::string(bytes);
    case Transfer::kEightBits:
      return std::string(bytes);
    case Transfer::kQuotedPrintable:
      return quoted_printable(raw, bytes);
    case Transfer::kBase64:
      return base64(raw, bytes);
    case Transfer::kOther:
      break;
  }
  return std::nullopt;
}

}  // namespace limpide::eml
