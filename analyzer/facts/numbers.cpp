#include "analyzer/facts/numbers.h"

#include <algorithm>

namespace limpide {
namespace {

constexpr int kMaxDigits = 18;

bool is_figure(char c) { return c >= '0' && c <= '9'; }

Decimal normal(Decimal value) {
  while (value.scale > 0 && value.digits % 10 == 0) {
    value.digits /= 10;
    --value.scale;
  }
  return value;
}

bool rescale(Decimal& value, std::uint8_t scale) {
  while (value.scale < scale) {
    if (__builtin_mul_overflow(value.digits, std::int64_t{10}, &value.digits)) return false;
    ++value.scale;
  }
  return true;
}

// Where the decimals start: after the last comma; after a dot that parts no group of three.
std::size_t decimal_mark(std::string_view figures) {
  const std::size_t comma = figures.rfind(',');
  if (comma != std::string_view::npos) return comma;
  const std::size_t dot = figures.find('.');
  if (dot == std::string_view::npos || figures.find('.', dot + 1) != std::string_view::npos) {
    return std::string_view::npos;
  }
  const bool group = figures.size() - dot == 4 && dot >= 1 && dot <= 3 && figures[0] != '0';
  return group ? std::string_view::npos : dot;
}

// "1.2.5" is the number of a test or of a version: several dots part groups of three figures only.
bool is_numbering(std::string_view figures) {
  if (std::count(figures.begin(), figures.end(), '.') < 2) return false;
  std::size_t group = 0;
  for (std::size_t i = figures.size(); i > 0; --i) {
    if (figures[i - 1] != '.') {
      ++group;
      continue;
    }
    if (group != 3) return true;
    group = 0;
  }
  return false;
}

}  // namespace

std::optional<Decimal> decimal_of(std::string_view figures) {
  bool negative = false;
  if (!figures.empty() && (figures[0] == '+' || figures[0] == '-')) {
    negative = figures[0] == '-';
    figures.remove_prefix(1);
  }
  if (figures.empty() || !is_figure(figures.front()) || !is_figure(figures.back())) {
    return std::nullopt;
  }
  if (std::count(figures.begin(), figures.end(), ',') > 1) return std::nullopt;
  if (figures.find(',') == std::string_view::npos && is_numbering(figures)) return std::nullopt;
  const std::size_t mark = decimal_mark(figures);
  Decimal value;
  int count = 0;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const char c = figures[i];
    if (is_figure(c)) {
      if (count > 0 || c != '0') ++count;
      if (count > kMaxDigits) return std::nullopt;
      value.digits = value.digits * 10 + (c - '0');
      if (mark != std::string_view::npos && i > mark) ++value.scale;
      if (value.scale > kMaxDigits) return std::nullopt;
      continue;
    }
    // Spaces are ASCII or two or three bytes over 0x7F.
    const bool parts = c == ' ' || c == '.' || c == ',' || (static_cast<unsigned char>(c) > 0x7F);
    if (!parts || (i != mark && mark != std::string_view::npos && i > mark)) return std::nullopt;
  }
  if (negative) value.digits = -value.digits;
  return normal(value);
}

std::optional<Decimal> sum(Decimal a, Decimal b) {
  const std::uint8_t scale = std::max(a.scale, b.scale);
  if (!rescale(a, scale) || !rescale(b, scale)) return std::nullopt;
  if (__builtin_add_overflow(a.digits, b.digits, &a.digits)) return std::nullopt;
  return normal(a);
}

std::optional<Decimal> product(Decimal a, Decimal b) {
  Decimal out;
  if (__builtin_mul_overflow(a.digits, b.digits, &out.digits)) return std::nullopt;
  out.scale = static_cast<std::uint8_t>(a.scale + b.scale);
  return normal(out);
}

std::string decimal_text(Decimal value) {
  const bool negative = value.digits < 0;
  std::string figures = std::to_string(value.digits);
  if (negative) figures.erase(0, 1);
  if (value.scale > 0) {
    if (figures.size() <= value.scale) figures.insert(0, value.scale + 1U - figures.size(), '0');
    figures.insert(figures.size() - value.scale, 1, '.');
  }
  return negative ? "-" + figures : figures;
}

int small_whole(Decimal value, int lowest, int highest) {
  if (value.scale != 0 || value.digits < lowest || value.digits > highest) return -1;
  return static_cast<int>(value.digits);
}

}  // namespace limpide
