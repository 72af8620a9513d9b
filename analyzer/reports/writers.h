// The formats of reports by their names on the command line. In: a name, the options of the one
// format that has some. Out: a writer. Refuses: other names (kUsage).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/reports/report.h"
#include "analyzer/reports/terminal_writer.h"

namespace limpide {

// "terminal", "json", "sarif", "junit", "github", "html".
[[nodiscard]] const std::vector<std::string>& report_formats();
[[nodiscard]] Result<std::unique_ptr<ReportWriter>> make_writer(
    std::string_view format, const TerminalOptions& options = {});

}  // namespace limpide
