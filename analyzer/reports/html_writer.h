// A report as one HTML page: the text with its marks beside the list of findings. In: the values of
// a run. Out: nothing until end(), then the whole page, because its contents and totals come first.
// Refuses: anything outside the file; the page's policy allows no network and only its own style
// and script. It is usable without the script, by keyboard, in print.
#pragma once

#include <memory>

#include "analyzer/reports/report.h"

namespace limpide {

[[nodiscard]] std::unique_ptr<ReportWriter> make_html_writer();

}  // namespace limpide
