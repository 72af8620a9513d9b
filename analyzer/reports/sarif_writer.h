// A report as SARIF 2.1.0, for code hosts and quality tools. In: the values of a run. Out: one log
// with one run, a document at a time. Refuses: regions in what is not the file as a text editor
// shows it: docx, odt and sections of e-mails have logical locations instead.
#pragma once

#include <memory>

#include "analyzer/reports/report.h"

namespace limpide {

[[nodiscard]] std::unique_ptr<ReportWriter> make_sarif_writer();

}  // namespace limpide
