#include "analyzer/segmentation/scanners.h"

#include <algorithm>

namespace limpide {
namespace {

constexpr std::size_t kMaxCodeTokens = 16;

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

bool is_code_joiner(std::string_view key) {
  return key == "-" || key == "/" || key == "*" || key == "." || key == "_";
}

bool is_code_part(const TokenStream& stream, std::size_t i) {
  return i < stream.size() &&
         (stream.tokens[i].kind == TokenKind::kWord || stream.tokens[i].kind == TokenKind::kNumber);
}

}  // namespace

std::string digits_of(const TokenStream& stream, std::size_t i) {
  std::string digits;
  for (const char c : stream.key(i)) {
    if (is_ascii_digit(c))
      digits.push_back(c);
    else if (c != ' ' && c != '.' && c != '-' && c != '/')
      return {};
  }
  return digits;
}

int small_number(std::string_view key) {
  if (key.empty() || key.size() > 2 || !all_digits(key)) return -1;
  int value = 0;
  for (const char c : key) value = value * 10 + (c - '0');
  return value;
}

bool is_year(std::string_view key) {
  return key.size() == 4 && all_digits(key) && (key[0] == '1' || key[0] == '2');
}

bool all_digits(std::string_view key) {
  return !key.empty() && std::all_of(key.begin(), key.end(), is_ascii_digit);
}

bool has_digit(std::string_view key) { return std::any_of(key.begin(), key.end(), is_ascii_digit); }

bool has_ascii_letter(std::string_view key) {
  return std::any_of(key.begin(), key.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

std::size_t code_end(const TokenStream& stream, std::size_t i) {
  std::size_t end = i + 1;
  while (end - i < kMaxCodeTokens && stream.touches(end)) {
    if (is_code_part(stream, end)) {
      ++end;
    } else if (is_code_joiner(stream.key(end)) && stream.touches(end + 1) &&
               is_code_part(stream, end + 1)) {
      end += 2;
    } else {
      break;
    }
  }
  return end;
}

}  // namespace limpide
