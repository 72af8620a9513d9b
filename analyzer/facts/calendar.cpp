#include "analyzer/facts/calendar.h"

#include <array>

namespace limpide {
namespace {

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

void append_figures(std::string& out, unsigned value, int width) {
  const std::string figures = std::to_string(value);
  for (int i = static_cast<int>(figures.size()); i < width; ++i) out.push_back('0');
  out += figures;
}

// Whole number of 1 to 4 figures, else -1.
int whole_of(std::string_view figures) {
  if (figures.empty() || figures.size() > 4) return -1;
  int value = 0;
  for (const char c : figures) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

PartialDate made(int year, int month, int day) {
  return {static_cast<std::uint16_t>(year), static_cast<std::uint8_t>(month),
          static_cast<std::uint8_t>(day)};
}

}  // namespace

bool is_possible(PartialDate date) {
  constexpr std::array<int, 13> kDays = {31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (date.month > 12 || date.day > kDays[date.month]) return false;
  return !(date.month == 2 && date.day == 29 && date.year != 0 && !is_leap(date.year));
}

int weekday_of(PartialDate date) {
  if (date.year == 0 || date.month == 0 || date.day == 0) return 0;
  constexpr std::array<int, 12> kShift = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
  const int year = date.month < 3 ? date.year - 1 : date.year;
  const int sunday_is_0 =
      (year + year / 4 - year / 100 + year / 400 + kShift[date.month - 1U] + date.day) % 7;
  return sunday_is_0 == 0 ? 7 : sunday_is_0;
}

std::optional<PartialDate> numeric_date(std::string_view key) {
  const std::size_t first = key.find_first_of("/.-");
  if (first == std::string_view::npos) return std::nullopt;
  const int a = whole_of(key.substr(0, first));
  const std::size_t second = key.find(key[first], first + 1);
  PartialDate date;
  if (second == std::string_view::npos) {  // "03/2026"
    const std::string_view rest = key.substr(first + 1);
    const int year = whole_of(rest);
    if (key[first] != '/' || first != 2 || rest.size() != 4 || a < 1 || a > 12 || year < 1900) {
      return std::nullopt;
    }
    return made(year, a, 0);
  }
  const int b = whole_of(key.substr(first + 1, second - first - 1));
  const std::string_view last = key.substr(second + 1);
  const int c = whole_of(last);
  if (a < 1 || b < 1 || b > 12 || c < 0) return std::nullopt;
  if (first == 4) {
    date = made(a, b, c);
  } else if (last.size() == 4) {
    date = made(c, b, a);
  } else if (last.size() == 2) {
    date = made(c < 50 ? 2000 + c : 1900 + c, b, a);
  } else {
    return std::nullopt;
  }
  if (date.day == 0 || date.day > 31) return std::nullopt;
  return date;
}

void complete_dates(std::vector<PartialDate>& dates) {
  for (std::size_t i = dates.size(); i-- > 1;) {
    PartialDate& before = dates[i - 1];
    const PartialDate& after = dates[i];
    if (before.month == 0 && before.day != 0) before.month = after.month;
    const bool earlier_year =
        before.month > after.month || (before.month == after.month && before.day > after.day);
    if (before.year == 0 && before.month != 0 && after.year != 0) {
      before.year = static_cast<std::uint16_t>(after.year - (earlier_year ? 1 : 0));
    }
  }
  // "du 12 mars 2025 au 3 avril": the year goes on.
  for (std::size_t i = 1; i < dates.size(); ++i) {
    PartialDate& after = dates[i];
    const PartialDate& before = dates[i - 1];
    const bool later =
        after.month > before.month || (after.month == before.month && after.day >= before.day);
    if (after.year == 0 && after.month != 0 && before.year != 0 && later) after.year = before.year;
  }
}

std::string iso_text(PartialDate date) {
  std::string out;
  if (date.year != 0) {
    append_figures(out, date.year, 4);
  } else {
    out = "-";
  }
  if (date.month == 0 && date.day == 0) return out;
  out.push_back('-');
  if (date.month != 0) {
    append_figures(out, date.month, 2);
  }
  if (date.day != 0) {
    out.push_back('-');
    append_figures(out, date.day, 2);
  }
  return out;
}

std::string iso_text(const std::vector<PartialDate>& dates, DateShape shape) {
  std::string out;
  for (const PartialDate& date : dates) {
    if (!out.empty()) out.push_back(shape == DateShape::kRange ? '/' : ',');
    out += iso_text(date);
  }
  return out;
}

}  // namespace limpide
