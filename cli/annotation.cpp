#include "cli/annotation.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <filesystem>

#include "analyzer/annotation/annotate.h"
#include "analyzer/base/files.h"
#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

namespace fs = std::filesystem;

std::string ending_of(const std::string& path) {
  return to_lower(fs::path(path).extension().string());
}

// Endings under which programs open a file of that format, the usual one first.
std::vector<std::string> endings_of(Format format) {
  if (format == Format::kDocx) return {".docx", ".docm", ".dotx", ".dotm"};
  if (format == Format::kOdt) return {".odt", ".ott"};
  return {};
}

// SOURCE_DATE_EPOCH stands for now where builds must be the same again.
std::string date_of_run() {
  std::time_t now = std::time(nullptr);
  if (const char* fixed = std::getenv("SOURCE_DATE_EPOCH")) {
    long long seconds = 0;
    const std::string_view text(fixed);
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), seconds);
    const bool whole = parsed.ec == std::errc{} && parsed.ptr == text.data() + text.size();
    if (whole && seconds >= 0 && seconds < 253402300800) now = static_cast<std::time_t>(seconds);
  }
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  char text[32];
  const std::size_t length = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return {text, length};
}

Error wrong_ending(const std::string& output, const std::string& ending) {
  return make_error(ErrorCode::kUsage, "error.annotate.ending",
                    {{"path", output}, {"ending", ending}});
}

}  // namespace

Status check_request(const AnnotationRequest& request, const std::vector<std::string>& operands,
                     const std::vector<std::string>& names) {
  if (request.output.empty()) return Done{};
  std::error_code ignored;
  const bool one =
      operands.size() == 1 && names.size() == 1 && !fs::is_directory(operands.front(), ignored);
  if (!one) return make_error(ErrorCode::kUsage, "error.annotate.one_file");
  const std::string& name = names.front();
  if (name == "-") return Done{};
  const bool same =
      fs::equivalent(name, request.output, ignored) ||
      fs::path(name).lexically_normal() == fs::path(request.output).lexically_normal();
  if (same) return make_error(ErrorCode::kUsage, "error.annotate.same_file", {{"path", name}});
  const std::string ending = ending_of(name);
  if (!ending.empty() && ending_of(request.output) != ending) {
    return wrong_ending(request.output, ending);
  }
  return Done{};
}

Result<std::vector<std::string>> write_annotated(const AnnotationRequest& request,
                                                 const RunContext& run, const std::string& name,
                                                 const DocumentReport& report,
                                                 std::string_view bytes, const Limits& limits) {
  const std::vector<std::string> endings = endings_of(report.document.format);
  if (!can_annotate(report.document.format)) {
    return make_error(ErrorCode::kUnsupported, "error.annotate.format", {{"path", name}},
                      {name, 0, 0});
  }
  const std::string ending = ending_of(request.output);
  if (std::find(endings.begin(), endings.end(), ending) == endings.end()) {
    return wrong_ending(request.output, endings.front());
  }
  const AnnotationPlan plan = plan_annotation(run, report, {true, request.per_page});
  const AnnotationOptions options{"Limpide", date_of_run()};
  const Result<Annotated> made = annotate({name, bytes, report.document, plan, options, limits});
  if (!made) return made.error();
  const Status written = write_file_atomically(request.output, made->bytes);
  if (!written) return written.error();
  const std::size_t refused = plan.changes.size() - made->changes.size();
  std::vector<std::string> lines = {
      run.texts.format({"annotate.done",
                        {{"path", request.output},
                         {"comments", std::to_string(made->comments.size())},
                         {"changes", std::to_string(made->changes.size())}}})};
  if (refused > 0) {
    lines.push_back(run.texts.format({"annotate.refused", {{"n", std::to_string(refused)}}}));
  }
  if (made->signature_broken) lines.push_back(run.texts.text("annotate.signature"));
  return lines;
}

Result<std::string> tracked_file(const RunContext& run, const std::string& name,
                                 const DocumentReport& report, std::string_view bytes,
                                 const Limits& limits, std::size_t& made) {
  if (!can_annotate(report.document.format)) {
    return make_error(ErrorCode::kUnsupported, "error.annotate.format", {{"path", name}},
                      {name, 0, 0});
  }
  const AnnotationPlan plan = plan_annotation(run, report, {false, std::nullopt});
  const AnnotationOptions options{"Limpide", date_of_run()};
  Result<Annotated> tracked = annotate({name, bytes, report.document, plan, options, limits});
  if (!tracked) return tracked.error();
  made += tracked->changes.size();
  return std::move(tracked->bytes);
}

}  // namespace limpide
