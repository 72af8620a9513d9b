// Dates and times of day.
#include "analyzer/segmentation/scanners.h"

namespace limpide {
namespace {

bool is_day(std::string_view key) {
  const int day = small_number(key);
  return (day >= 1 && day <= 31) || key == "1er" || key == "1ER";
}

// "14-15"
bool is_day_pair(std::string_view key) {
  const std::size_t hyphen = key.find('-');
  return hyphen != std::string_view::npos && is_day(key.substr(0, hyphen)) &&
         is_day(key.substr(hyphen + 1));
}

// "31/03/2026", "12.04.1985", "03-03-26", "2026-03-03"
bool is_numeric_date(std::string_view key) {
  if (key.size() < 6 || key.size() > 10) return false;
  const std::size_t first = key.find_first_of("/.-");
  if (first == std::string_view::npos) return false;
  const std::size_t second = key.find(key[first], first + 1);
  if (second == std::string_view::npos) return false;
  const std::string_view a = key.substr(0, first);
  const std::string_view b = key.substr(first + 1, second - first - 1);
  const std::string_view c = key.substr(second + 1);
  const int month = small_number(b);
  if (month < 1 || month > 12) return false;
  if (is_year(a)) return b.size() == 2 && c.size() == 2 && is_day(c);
  const bool short_year = c.size() == 2 && b.size() == 2 && small_number(c) >= 0;
  return is_day(a) && (is_year(c) || (short_year && a.size() == 2));
}

// "mars 2027", "mars": one past it, or i.
std::size_t month_end(const TokenStream& stream, std::size_t i, bool year_needed) {
  if (!stream.is(i, WordClass::kMonth)) return i;
  if (stream.follows(i + 1) && is_year(stream.key(i + 1))) return i + 2;
  return year_needed ? i : i + 1;
}

std::size_t day_end(const TokenStream& stream, std::size_t i) {
  const std::string_view key = stream.key(i);
  if (!is_day(key) && !is_day_pair(key)) return i;
  if (!stream.follows(i + 1)) return i;
  const std::size_t end = month_end(stream, i + 1, false);
  return end == i + 1 ? i : end;
}

int hour_of(std::string_view key) {
  const int hour = small_number(key);
  return hour >= 0 && hour <= 24 ? hour : -1;
}

bool is_minutes(std::string_view key) {
  const int minutes = small_number(key);
  return key.size() == 2 && minutes >= 0 && minutes < 60;
}

// "18:30"
bool is_clock(std::string_view key) {
  const std::size_t colon = key.find(':');
  if (colon == std::string_view::npos || hour_of(key.substr(0, colon)) < 0) return false;
  const std::string_view rest = key.substr(colon + 1);
  const std::size_t second = rest.find(':');
  if (second == std::string_view::npos) return is_minutes(rest);
  return is_minutes(rest.substr(0, second)) && is_minutes(rest.substr(second + 1));
}

}  // namespace

std::size_t scan_date(const TokenStream& stream, std::size_t i) {
  if (stream.is(i, WordClass::kWeekday)) {
    const std::size_t day = stream.key(i + 1) == "," ? i + 2 : i + 1;
    if (!stream.follows(i + 1) || !stream.follows(day)) return i;
    const std::size_t end = day_end(stream, day);
    return end == day ? i : end;
  }
  if (stream.is_number(i)) {
    if (is_numeric_date(stream.key(i))) return i + 1;
    return day_end(stream, i);
  }
  return month_end(stream, i, true);
}

std::size_t scan_time(const TokenStream& stream, std::size_t i) {
  const std::string_view key = stream.key(i);
  if (is_clock(key)) return i + 1;
  if (hour_of(key) < 0 || !stream.follows(i + 1)) return i;
  const bool h = stream.is(i + 1, WordClass::kHour);
  const bool introduced = i > 0 && stream.is(i - 1, WordClass::kTimeIntroducer);
  if (!h && !(introduced && stream.is(i + 1, WordClass::kHours))) return i;
  if (stream.follows(i + 2) && is_minutes(stream.key(i + 2))) return i + 3;
  // "24 h/24" says how often, not when.
  return stream.touches(i + 2) && stream.key(i + 2) == "/" ? i : i + 2;
}

}  // namespace limpide
