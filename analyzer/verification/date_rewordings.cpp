#include "analyzer/verification/date_rewordings.h"

#include <algorithm>
#include <string>

namespace limpide {
namespace {

bool same_days(const Fact& a, const Fact& b) {
  if (a.dates.size() != b.dates.size() || a.dates.empty() || a.part != b.part) return false;
  if ((a.shape == DateShape::kRange) != (b.shape == DateShape::kRange)) return false;
  for (std::size_t i = 0; i < a.dates.size(); ++i) {
    const PartialDate& x = a.dates[i];
    const PartialDate& y = b.dates[i];
    if (x.month != y.month || x.day != y.day) return false;
    if (x.year != y.year && x.year != 0 && y.year != 0) return false;
  }
  return true;
}

bool states_year(const StatedFacts& stated, std::uint16_t year) {
  const std::string text = std::to_string(year);
  if (stated.numbers.count(text) != 0) return true;
  return std::any_of(stated.facts.begin(), stated.facts.end(), [&](const Fact& fact) {
    if (fact.kind == FactKind::kQuantity && decimal_text(fact.number) == text) return true;
    return std::any_of(fact.dates.begin(), fact.dates.end(),
                       [year](const PartialDate& date) { return date.year == year; });
  });
}

// The same act, its date in words on one side.
bool holds_date_of(const Fact& fact, const StatedFacts& other) {
  return std::any_of(other.facts.begin(), other.facts.end(), [&fact](const Fact& dated) {
    if (!is_dated(dated) || dated.dates.size() != 1 || dated.dates.front().day == 0) return false;
    const PartialDate& date = dated.dates.front();
    const std::string day = iso_text(PartialDate{0, date.month, date.day}).substr(1);
    return fact.content.find(day) != std::string::npos;
  });
}

}  // namespace

bool is_dated(const Fact& fact) {
  return fact.kind == FactKind::kDate || (fact.kind == FactKind::kDeadline && !fact.dates.empty());
}

// Is the number a day or a year of a date that the text states?
bool is_of_date(const Fact& quantity, const StatedFacts& stated) {
  const std::string number = decimal_text(quantity.number);
  return std::any_of(stated.facts.begin(), stated.facts.end(), [&](const Fact& fact) {
    return std::any_of(fact.dates.begin(), fact.dates.end(), [&](const PartialDate& date) {
      return number == std::to_string(date.year) ||
             (fact.shape == DateShape::kList && number == std::to_string(date.day));
    });
  });
}

// One of the two may leave its year to other words.
bool is_same_date(const Fact& lost, const Fact& gained, const StatedFacts& before,
                  const StatedFacts& after) {
  if (!same_days(lost, gained) || lost.side != gained.side) return false;
  for (std::size_t i = 0; i < lost.dates.size(); ++i) {
    const std::uint16_t was = lost.dates[i].year;
    const std::uint16_t is = gained.dates[i].year;
    if (was == 0 && is != 0 && !states_year(before, is)) return false;
    if (is == 0 && was != 0 && !states_year(after, was)) return false;
  }
  return true;
}

// "deux mille vingt-cinq" where the other text has "2025" within a reference.
bool is_year_in_figures(const Fact& fact, const StatedFacts& other) {
  constexpr int kFirstYear = 1900;
  constexpr int kLastYear = 2100;
  return small_whole(fact.number, kFirstYear, kLastYear) >= kFirstYear &&
         other.numbers.count(decimal_text(fact.number)) != 0;
}

// A year or a day alone that a whole date of the other text holds.
bool is_in_date(const Fact& fact, const StatedFacts& other) {
  if (fact.dates.size() != 1) return false;
  const PartialDate& own = fact.dates.front();
  const auto within = [&own](const PartialDate& date) {
    return (own.year == 0 || own.year == date.year) && own.month == 0 && own.day == 0;
  };
  const auto listed = [&own](const PartialDate& date) {
    return own.year == 0 && own.month == date.month && own.day == date.day;
  };
  return std::any_of(other.facts.begin(), other.facts.end(), [&](const Fact& fact_of_other) {
    const auto& dates = fact_of_other.dates;
    return std::any_of(dates.begin(), dates.end(), within) ||
           (fact_of_other.shape == DateShape::kList &&
            std::any_of(dates.begin(), dates.end(), listed));
  });
}

// "les 15 et 22 mars": "les quinze et vingt-deux mars" is a number, then a date.
bool is_told_day_by_day(const Fact& fact, const StatedFacts& other) {
  if (fact.shape != DateShape::kList) return false;
  return std::all_of(fact.dates.begin(), fact.dates.end(), [&](const PartialDate& own) {
    return std::any_of(other.facts.begin(), other.facts.end(), [&own](const Fact& fact_of_other) {
      if (fact_of_other.kind == FactKind::kQuantity) {
        return decimal_text(fact_of_other.number) == std::to_string(own.day);
      }
      const auto& dates = fact_of_other.dates;
      return std::any_of(dates.begin(), dates.end(), [&own](const PartialDate& date) {
        return date.day == own.day && date.month == own.month;
      });
    });
  });
}

// "arrete no 12 du 5 fevrier 2026": the reference holds its date.
bool is_in_reference(const Fact& fact, const StatedFacts& other) {
  if (fact.dates.size() != 1 || fact.dates.front().day == 0) return false;
  const PartialDate& date = fact.dates.front();
  return std::any_of(other.facts.begin(), other.facts.end(), [&](const Fact& reference) {
    if (reference.kind != FactKind::kReference) return false;
    const std::string_view words = slice(other.text, reference.span);
    const auto holds = [words](unsigned number) {
      return words.find(std::to_string(number)) != std::string_view::npos;
    };
    return holds(date.year) && holds(date.day);
  });
}

bool is_dated_reference(const Fact& fact, const StatedFacts& own, const StatedFacts& other) {
  const std::string_view words = slice(own.text, fact.span);
  if (holds_date_of(fact, other)) return true;
  return std::any_of(other.facts.begin(), other.facts.end(), [&](const Fact& reference) {
    if (reference.kind != FactKind::kReference) return false;
    const std::string_view others = slice(other.text, reference.span);
    if (others.size() < words.size() && words.substr(0, others.size()) == others) return true;
    return words.size() < others.size() && others.substr(0, words.size()) == words;
  });
}

}  // namespace limpide
