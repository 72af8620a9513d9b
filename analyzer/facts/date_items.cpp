#include "analyzer/facts/date_items.h"

#include <algorithm>

#include "analyzer/facts/number_words.h"

namespace limpide {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2100;

// Whole number of one to four figures at the start of the key, else -1.
int whole_of(std::string_view key) {
  if (key.empty() || key.size() > 4) return -1;
  int value = 0;
  for (const char c : key) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

int day_of(std::string_view lower) {
  if (lower == "1er") return 1;
  const int day = lower.size() <= 2 ? whole_of(lower) : -1;
  return day >= 1 && day <= 31 ? day : -1;
}

int year_of(std::string_view key) {
  const int year = key.size() == 4 ? whole_of(key) : -1;
  return year >= kFirstYear && year <= kLastYear ? year : -1;
}

int month_of(const FactText& text, std::uint32_t i) {
  const PhraseMatch month = phrase_at(text, i, i + 1, FactRole::kMonth);
  return month ? small_whole(month.phrase->number, 1, 12) : -1;
}

// "14-15": two days, "2024-2025": two years.
bool read_pair(std::string_view key, int (*part)(std::string_view), int& first, int& second) {
  const std::size_t mark = key.find_first_of("-/");
  if (mark == std::string_view::npos) return false;
  first = part(key.substr(0, mark));
  second = part(key.substr(mark + 1));
  return first >= 0 && second > first;
}

// The protected span of a date.
std::optional<DateItem> whole_date(const FactText& text, const ProtectedSpan& unit) {
  DateItem item;
  item.end = unit.token_end;
  PartialDate date;
  int second_day = -1;
  for (std::uint32_t i = unit.first_token; i < unit.token_end; ++i) {
    const std::string_view lower = text.lower(i);
    if (const PhraseMatch day = phrase_at(text, i, i + 1, FactRole::kWeekday)) {
      item.weekday = static_cast<std::uint8_t>(day.phrase->number.digits);
    } else if (const int month = month_of(text, i); month > 0) {
      date.month = static_cast<std::uint8_t>(month);
    } else if (const int day_number = day_of(lower); day_number > 0 && date.day == 0) {
      date.day = static_cast<std::uint8_t>(day_number);
    } else if (whole_of(lower) >= 1000 && date.month != 0) {
      date.year = static_cast<std::uint16_t>(whole_of(lower));
    } else if (const auto numeric = numeric_date(text.key(i))) {
      date = *numeric;
    } else if (int first = -1; read_pair(lower, day_of, first, second_day)) {
      date.day = static_cast<std::uint8_t>(first);
    } else if (lower != ",") {
      return std::nullopt;
    }
  }
  if (date == PartialDate{}) return std::nullopt;
  item.dates.push_back(date);
  if (second_day > 0) {
    date.day = static_cast<std::uint8_t>(second_day);
    item.dates.push_back(date);
    item.shape = DateShape::kRange;
  }
  return item;
}

bool counts_something(const FactText& text, std::uint32_t next, std::uint32_t end) {
  if (next >= end) return false;
  if (text.has(next, FactRole::kMoney) || text.has(next, FactRole::kTime) ||
      text.has(next, FactRole::kMeasure) || text.has(next, FactRole::kShare) ||
      text.has(next, FactRole::kMagnitude)) {
    return true;
  }
  return text.upos(next) == Upos::kNoun && !text.has(next, FactRole::kMonth);
}

std::optional<DateItem> number_item(const FactText& text, const Scan& scan, std::uint32_t i) {
  DateItem item;
  item.end = i + 1;
  const std::string_view lower = text.lower(i);
  int first = -1;
  int second = -1;
  if (const int day = day_of(lower); day > 0) {
    item.dates.push_back({0, 0, static_cast<std::uint8_t>(day)});
  } else if (const int year = year_of(text.key(i)); year > 0) {
    if (counts_something(text, i + 1, scan.end)) return std::nullopt;
    item.dates.push_back({static_cast<std::uint16_t>(year), 0, 0});
  } else if (const auto numeric = numeric_date(text.key(i))) {
    item.dates.push_back(*numeric);
  } else if (read_pair(text.key(i), year_of, first, second) && second == first + 1) {
    item.dates = {{static_cast<std::uint16_t>(first), 0, 0},
                  {static_cast<std::uint16_t>(second), 0, 0}};
    item.shape = DateShape::kRange;
  } else {
    return std::nullopt;
  }
  return item;
}

// "vingt-cinq mars", "premier mai", with the year when it follows.
std::optional<DateItem> day_in_words(const FactText& text, const Scan& scan, std::uint32_t i) {
  int day = -1;
  std::uint32_t month_at = i;
  if (const PhraseMatch first = phrase_at(text, i, scan.end, FactRole::kOrdinal)) {
    day = small_whole(first.phrase->number, 1, 1);
    month_at = first.end;
  } else if (text.has(i, FactRole::kNumber) || text.lower(i).find('-') != std::string_view::npos) {
    const auto number = number_at(text, i, scan.end);
    if (!number || number->article) return std::nullopt;
    day = small_whole(number->value, 1, 31);
    month_at = number->end;
  }
  if (day < 0 || month_at >= scan.end || !text.has(month_at, FactRole::kMonth)) return std::nullopt;
  PartialDate date{0, static_cast<std::uint8_t>(month_of(text, month_at)),
                   static_cast<std::uint8_t>(day)};
  DateItem item;
  item.end = month_at + 1;
  if (item.end < scan.end && year_of(text.key(item.end)) > 0) {
    date.year = static_cast<std::uint16_t>(year_of(text.key(item.end)));
    ++item.end;
  }
  item.dates.push_back(date);
  return item;
}

// A month alone. "sept" is seven before it is September; "Avril" is a name. "mi-mars" is one token.
std::optional<DateItem> month_item(const FactText& text, std::uint32_t i) {
  if (text.form(i).casing != Casing::kLower) return std::nullopt;
  int month = -1;
  if (text.has(i, FactRole::kMonth) && !text.has(i, FactRole::kNumber)) month = month_of(text, i);
  constexpr std::string_view kMiddle = "mi-";
  if (text.lower(i).substr(0, kMiddle.size()) == kMiddle) {
    const FactWord* word = text.resources.find(text.lower(i).substr(kMiddle.size()));
    if (word != nullptr && (word->roles & bit_of(FactRole::kMonth)) != 0) {
      for (const FactPhrase& phrase : word->phrases) {
        if (phrase.role == FactRole::kMonth) month = small_whole(phrase.number, 1, 12);
      }
    }
  }
  if (month < 0) return std::nullopt;
  DateItem item;
  item.dates.push_back({0, static_cast<std::uint8_t>(month), 0});
  item.end = i + 1;
  return item;
}

}  // namespace

bool is_day_only(PartialDate date) { return date.day != 0 && date.month == 0; }
bool is_month_only(PartialDate date) { return date.day == 0 && date.month != 0 && date.year == 0; }
bool is_year_only(PartialDate date) { return date.month == 0 && date.day == 0; }

std::optional<DateItem> date_item_at(const FactText& text, const Scan& scan, std::uint32_t i) {
  if (i >= scan.end || scan.taken[i] != 0) return std::nullopt;
  const ProtectedSpan* unit = text.unit(i);
  if (unit != nullptr) {
    if (unit->kind != ProtectedKind::kDate || unit->first_token != i) return std::nullopt;
    return whole_date(text, *unit);
  }
  if (text.is_number(i)) return number_item(text, scan, i);
  if (text.has(i, FactRole::kWeekday) && i + 1 < scan.end && text.is_number(i + 1) &&
      text.unit(i + 1) == nullptr) {
    auto item = number_item(text, scan, i + 1);
    if (!item || !is_day_only(item->dates[0])) return std::nullopt;
    const PhraseMatch day = phrase_at(text, i, i + 1, FactRole::kWeekday);
    item->weekday = static_cast<std::uint8_t>(day.phrase->number.digits);
    return item;
  }
  if (const auto day = day_in_words(text, scan, i)) return day;
  return month_item(text, i);
}

std::optional<DateItem> period_at(const FactText& text, const Scan& scan, std::uint32_t i) {
  const PhraseMatch ordinal = phrase_at(text, i, scan.end, FactRole::kOrdinal);
  if (!ordinal || scan.taken[i] != 0) return std::nullopt;
  const PhraseMatch period = phrase_at(text, ordinal.end, scan.end, FactRole::kPeriod);
  if (!period) return std::nullopt;
  const int months = small_whole(period.phrase->number, 3, 6);
  const int number = small_whole(ordinal.phrase->number, 1, months == 3 ? 4 : 2);
  if (months < 0 || number < 0) return std::nullopt;
  DateItem item;
  item.shape = DateShape::kRange;
  item.end = period.end;
  PartialDate date;
  const PhraseMatch lead = phrase_at(text, period.end, scan.end, FactRole::kYearLead);
  std::uint32_t year_at = lead ? lead.end : period.end;
  const PhraseMatch more = phrase_at(text, year_at, scan.end, FactRole::kYearLead);
  if (more) year_at = more.end;
  if (year_at < scan.end && text.is_number(year_at) && year_of(text.key(year_at)) > 0) {
    date.year = static_cast<std::uint16_t>(year_of(text.key(year_at)));
    item.end = year_at + 1;
  }
  date.month = static_cast<std::uint8_t>((number - 1) * months + 1);
  item.dates.push_back(date);
  date.month = static_cast<std::uint8_t>(number * months);
  item.dates.push_back(date);
  return item;
}

}  // namespace limpide
