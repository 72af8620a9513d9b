// A report for a person at a terminal. In: the values of a run. Out: UTF-8 text, with SGR colours
// only when asked. Refuses: to let a document act on the terminal (visible.h).
#pragma once

#include <memory>

#include "analyzer/reports/report.h"

namespace limpide {

struct TerminalOptions {
  bool colour = false;  // the output is a terminal and the user did not ask for none
  int width = 80;       // columns; under 40 counts as 40, over 100 as 100: long lines read badly
  bool all = false;     // every place in full, whatever a page bears (--all)
};

[[nodiscard]] std::unique_ptr<ReportWriter> make_terminal_writer(const TerminalOptions& options);

}  // namespace limpide
