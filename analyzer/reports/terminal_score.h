// The score in the report for a terminal: the number, what it is made of.
// In: a report, the width of the screen. Out: lines without style. Refuses: a number that may not
// be shown; it says why instead.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analyzer/reports/score_texts.h"

namespace limpide {

// Empty when no score was computed. `columns`: of the screen.
[[nodiscard]] std::vector<std::string> score_lines(const RunContext& run,
                                                   const DocumentReport& report,
                                                   std::size_t columns);

}  // namespace limpide
