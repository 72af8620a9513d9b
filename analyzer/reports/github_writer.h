// A report as workflow commands of GitHub Actions, which shows them beside the lines. In: the
// values of a run. Out: one command a line. Refuses: line breaks and colons of documents and file
// names (escaped), lines for what has none (the place is then in the message).
#pragma once

#include <memory>

#include "analyzer/reports/report.h"

namespace limpide {

[[nodiscard]] std::unique_ptr<ReportWriter> make_github_writer();

}  // namespace limpide
