// A report as JUnit XML, for continuous integration. In: the values of a run. Out: a test suite a
// document, a test case a rule that fired; findings graver than information are failures, a file
// that cannot be read is an error. Refuses: controls that XML cannot hold (dropped).
#pragma once

#include <memory>

#include "analyzer/reports/report.h"

namespace limpide {

[[nodiscard]] std::unique_ptr<ReportWriter> make_junit_writer();

}  // namespace limpide
