#include "analyzer/facts/time_units.h"

#include <array>

namespace limpide {
namespace {

constexpr std::array<std::string_view, 11> kNames = {"",        "minute",       "hour",      "day",
                                                     "workday", "business-day", "clear-day", "week",
                                                     "month",   "clear-month",  "year"};

}  // namespace

std::string_view time_unit_name(TimeUnit unit) { return kNames[static_cast<std::size_t>(unit)]; }

TimeUnit time_unit_named(std::string_view name) {
  for (std::size_t i = 1; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<TimeUnit>(i);
  }
  return TimeUnit::kNone;
}

}  // namespace limpide
