// What a line of plain text is by its look alone. In: a line without surrounding blanks. Out:
// list markers, underlines, table rows, capitals, blanks to fill. Refuses: the neighbours; the
// caller weighs them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analyzer/base/span.h"

namespace limpide {

struct ListMarker {
  std::uint32_t bytes = 0;  // of the marker and the blanks after it; 0: no marker
  bool ordered = false;
  bool checkbox = false;
};
// "- ", a bullet, "1. ", "a) ", 1 with a degree sign, a box to tick... REQUIRES: valid UTF-8.
[[nodiscard]] ListMarker list_marker(std::string_view line);

// A line made only of one sign, at least three times: the underline of a title, a rule.
[[nodiscard]] char underline_sign(std::string_view line);  // '\0' when it is not one

// At least two letters, none in lower case.
[[nodiscard]] bool is_all_capitals(std::string_view line);

// The bytes of the number of a title, with its point or bracket: "II. ", "Article 3 - ",
// "Article 3". 0 when there is none.
[[nodiscard]] std::uint32_t title_number(std::string_view line);

// Cells of a row written with "|" or tabs, empty cells included, as spans of the line; fewer than
// two: not a row. A row of dashes and bars only has no cells.
[[nodiscard]] std::vector<Span> bar_cells(std::string_view line);
[[nodiscard]] std::vector<Span> tab_cells(std::string_view line);
[[nodiscard]] bool is_bar_rule(std::string_view line);

// What runs of signs the line may hold: at least four spaces, or points or low lines to fill.
struct SignRuns {
  bool spaces = false;
  bool fill = false;
};
[[nodiscard]] SignRuns sign_runs(std::string_view line);
// Stretches to fill by hand: five points or more, three low lines or more.
[[nodiscard]] std::vector<Span> fill_blanks(std::string_view line);

}  // namespace limpide
