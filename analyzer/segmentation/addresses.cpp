// The addresses inside a chunk: e-mail, URL, domain. Part of ChunkCutter.
#include <algorithm>

#include "analyzer/segmentation/chunks.h"

namespace limpide {
namespace {

// Code points; the bounds keep hostile chunks linear.
constexpr std::size_t kMaxLocalPart = 64;
constexpr std::size_t kMaxDomain = 253;

bool is_ascii_alnum(char32_t c) {
  return (c >= U'0' && c <= U'9') || ((c | 0x20U) >= U'a' && (c | 0x20U) <= U'z');
}

bool ends_sentence(char32_t c) {
  return c == U'.' || c == U',' || c == U';' || c == U':' || c == U'!' || c == U'?' ||
         c == 0x2026 || is_apostrophe(c) || c == U'*' || c == U'_';
}

bool ends_path(char32_t c) {
  return c == U'"' || c == U'<' || c == U'>' || c == 0xAB || c == 0xBB || c == 0x201C ||
         c == 0x201D || c == U'[' || c == U']' || c == U'{' || c == U'}' || c == U'|';
}

}  // namespace

std::size_t ChunkCutter::address_end(std::size_t i) const {
  if (has_at_) {
    if (const std::size_t end = email_end(i); end > i) return end;
  }
  if (has_dot_) {
    if (const std::size_t end = url_end(i); end > i) return end;
    if (const std::size_t end = domain_end(i); end > i) return end;
  }
  return i;
}

std::size_t ChunkCutter::email_end(std::size_t i) const {
  std::size_t at_sign = i;
  while (at_sign - i < kMaxLocalPart &&
         (is_alnum(at_sign) || at(at_sign) == U'.' || at(at_sign) == U'_' || at(at_sign) == U'+' ||
          at(at_sign) == U'-' || at(at_sign) == U'%')) {
    ++at_sign;
  }
  if (at(at_sign) != U'@') return i;
  std::size_t end = at_sign + 1;
  bool dot = false;
  while (is_alnum(end) || ((at(end) == U'.' || at(end) == U'-') && is_alnum(end + 1))) {
    dot = dot || at(end) == U'.';
    ++end;
  }
  return dot ? end : i;
}

// One past the path that starts at i; brackets count when they are balanced.
std::size_t ChunkCutter::path_end(std::size_t i) const {
  std::size_t end = i;
  int depth = 0;
  while (end < size() && !ends_path(at(end))) {
    if (at(end) == U'(') ++depth;
    if (at(end) == U')' && --depth < 0) break;
    ++end;
  }
  while (end > i && ends_sentence(at(end - 1))) --end;
  return end;
}

std::size_t ChunkCutter::url_end(std::size_t i) const {
  const std::string_view rest = chunk_.substr(chars_[i].offset);
  const std::string head = to_lower(rest.substr(0, std::min<std::size_t>(rest.size(), 8)));
  for (const std::string_view scheme : {"https://", "http://", "ftp://", "www.", "mailto:"}) {
    if (head.compare(0, scheme.size(), scheme) != 0) continue;
    const std::size_t end = path_end(i);
    return end > i + scheme.size() ? end : i;
  }
  return i;
}

std::size_t ChunkCutter::domain_end(std::size_t i) const {
  std::size_t end = i;
  std::size_t label = i;
  bool dot = false;
  while (end - i < kMaxDomain &&
         (is_ascii_alnum(at(end)) ||
          ((at(end) == U'.' || at(end) == U'-') && end > i && is_ascii_alnum(at(end + 1))))) {
    if (at(end) == U'.') {
      dot = true;
      label = end + 1;
    }
    ++end;
  }
  const bool stops = !is_alnum(end) && at(end) != U'_' && at(end) != U'@';
  if (!dot || !stops || !classes_.is(lower(label, end), WordClass::kTld)) return i;
  // "p.m." and "L.re" are too short to be sites.
  if (label - i < 4) return i;
  return at(end) == U'/' && is_alnum(end + 1) ? path_end(end) : end;
}

}  // namespace limpide
