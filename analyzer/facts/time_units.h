// The names of units of time, in the tables and in keys. In: a unit or a name. Out: the other.
// Refuses: French words; units.tsv gives their names.
#pragma once

#include <string_view>

#include "analyzer/facts/facts.h"

namespace limpide {

[[nodiscard]] std::string_view time_unit_name(TimeUnit unit);  // "business-day", "" of kNone
// kNone when no unit has that name.
[[nodiscard]] TimeUnit time_unit_named(std::string_view name);

}  // namespace limpide
