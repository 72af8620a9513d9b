// limpide compare BEFORE AFTER: what a rewrite changed, on one page. Exit code 1 when a fact is
// lost.
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "analyzer/base/files.h"
#include "analyzer/base/utf8.h"
#include "analyzer/comparison/comparison.h"
#include "analyzer/engine/rewrite_check.h"
#include "analyzer/reports/comparison_report.h"
#include "analyzer/reports/sheet/sheet.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/inputs.h"
#include "cli/session.h"
#include "cli/sink.h"

namespace limpide {
namespace {

int fail(const Error& error) {
  print_error(error);
  return kExitFailure;
}

Result<SheetFormat> sheet_format(const std::string& path) {
  const std::string extension = to_lower(std::filesystem::path(path).extension().string());
  if (extension == ".docx") return SheetFormat::kDocx;
  if (extension == ".odt") return SheetFormat::kOdt;
  if (extension == ".html" || extension == ".htm") return SheetFormat::kHtml;
  return make_error(ErrorCode::kUsage, "error.sheet.format", {{"path", path}});
}

struct Version {
  std::string name;
  DocumentReport report;             // analysis and facts point into its document
  std::optional<Analysis> analysis;  // with trees
};

// The same name twice on purpose would only compare a text with itself: standard input serves once.
Status check_operands(const CommandLine& line) {
  const std::vector<std::string>& names = line.operands;
  const bool twice_stdin = names.size() == 2 && names[0] == "-" && names[1] == "-";
  if (names.size() == 2 && !twice_stdin) return Done{};
  return make_error(ErrorCode::kUsage, "error.compare.two_files");
}

Result<std::unique_ptr<Version>> read_version(const Session& session, const std::string& name,
                                              Profile profile) {
  AnalysisOptions options;
  options.rules.profile = profile;
  options.suggestions = false;
  const Result<std::string> bytes = read_input(name, options.limits.file_bytes);
  if (!bytes) return bytes.error();
  Result<DocumentReport> report = session.engine.check({name, *bytes}, options);
  if (!report) return report.error();
  auto version = std::make_unique<Version>();
  version->name = name;
  version->report = *std::move(report);
  version->analysis = analyse(version->report.document, session.engine.language(), Depth::kTrees);
  return version;
}

std::string written(const CommandLine& line, const ComparisonPage& page) {
  const std::string format = line.value("--format").value_or("terminal");
  if (format == "json") return json_comparison(page);
  if (format == "html") return html_comparison(page);
  ComparisonTerminal options;
  options.colour = !line.value("--output") &&
                   wants_colour(line.value("--color").value_or("auto"), STDOUT_FILENO);
  options.width = terminal_width(STDOUT_FILENO);
  options.all = line.has("--all");
  return terminal_comparison(page, options);
}

Status write_sheet(const Session& session, const ComparisonPage& page, const Analysis& before,
                   const Analysis& after, const std::string& path) {
  const Result<SheetFormat> format = sheet_format(path);
  if (!format) return format.error();
  const Result<RewriteCheck> checked = check_rewrite(session.engine, before, after);
  if (!checked) return checked.error();
  const Result<std::string> bytes =
      written_sheet(page.run, comparison_sheet({page, checked->verification}), *format);
  if (!bytes) return bytes.error();
  const Status written = write_file_atomically(path, *bytes);
  if (!written) return written.error();
  print_error(texts().format({"sheet.written", {{"path", path}}}));
  return Done{};
}

}  // namespace

int run_compare(const CommandLine& line) {
  const Status operands = check_operands(line);
  if (!operands) return fail(operands.error());
  const Result<Profile> profile = profile_from_id(line.value("--profile").value_or("courrier"));
  if (!profile) return fail(profile.error());
  const std::optional<std::string> sheet = line.value("--sheet");
  if (sheet) {
    const Result<SheetFormat> format = sheet_format(*sheet);
    if (!format) return fail(format.error());
  }
  const Result<Session> session = open_session(line);
  if (!session) return fail(session.error());
  print_faults(*session);
  const auto before = read_version(*session, line.operands[0], *profile);
  if (!before) return fail(before.error());
  const auto after = read_version(*session, line.operands[1], *profile);
  if (!after) return fail(after.error());
  const Version& was = **before;
  const Version& is = **after;
  const Result<Comparison> comparison =
      compare_texts({*was.analysis, was.report.findings, was.analysis->facts},
                    {*is.analysis, is.report.findings, is.analysis->facts}, session->engine.rules(),
                    *profile, session->engine.score_parameters());
  if (!comparison) return fail(comparison.error());
  const RunContext run{session->engine.versions(), session->engine.rules(), texts(), *profile};
  const ComparisonPage page{run, was.name, is.name, was.report, is.report, *comparison};
  Sink sink(line.value("--output").value_or(""));
  sink.write(written(line, page));
  const Status finished = sink.finish();
  if (!finished) return fail(finished.error());
  if (sheet) {
    const Status made = write_sheet(*session, page, *was.analysis, *is.analysis, *sheet);
    if (!made) return fail(made.error());
  }
  return comparison->lost.empty() ? kExitClean : kExitFindings;
}

}  // namespace limpide
