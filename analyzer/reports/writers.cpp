#include "analyzer/reports/writers.h"

#include "analyzer/reports/github_writer.h"
#include "analyzer/reports/html_writer.h"
#include "analyzer/reports/json_writer.h"
#include "analyzer/reports/junit_writer.h"
#include "analyzer/reports/sarif_writer.h"
#include "analyzer/reports/visible.h"

namespace limpide {

const std::vector<std::string>& report_formats() {
  static const std::vector<std::string> kFormats = {"terminal", "json",   "sarif",
                                                    "junit",    "github", "html"};
  return kFormats;
}

Result<std::unique_ptr<ReportWriter>> make_writer(std::string_view format,
                                                  const TerminalOptions& options) {
  if (format == "terminal") return make_terminal_writer(options);
  if (format == "json") return make_json_writer();
  if (format == "sarif") return make_sarif_writer();
  if (format == "junit") return make_junit_writer();
  if (format == "github") return make_github_writer();
  if (format == "html") return make_html_writer();
  std::string known;
  for (const std::string& name : report_formats()) known += (known.empty() ? "" : ", ") + name;
  return make_error(ErrorCode::kUsage, "error.report.format",
                    {{"format", visible_line(format)}, {"known", known}});
}

}  // namespace limpide
