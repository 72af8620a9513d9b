// A report for programs: docs/report-schema.json, version kJsonReportVersion. In: the values of a
// run. Out: one JSON text in pieces, a document at a time. Refuses: prose of its own; messages are
// those of the rules, figures are plain numbers.
#pragma once

#include <memory>

#include "analyzer/reports/report.h"

namespace limpide {

inline constexpr int kJsonReportVersion = 1;

[[nodiscard]] std::unique_ptr<ReportWriter> make_json_writer();

}  // namespace limpide
