#include "cli/annotation.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <filesystem>

#include "analyzer/annotation/annotate.h"
#include "analyzer/annotation/own_comments.h"
#include "analyzer/base/files.h"
#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

namespace fs = std::filesystem;

std::string ending_of(const std::string& path) {
  return to_lower(fs::path(path).extension().string());
}

// Endings under which programs open a copy of that format, the usual one first.
std::vector<std::string> endings_of(Format format) {
  switch (format) {
    case Format::kDocx:
      return {".docx", ".docm", ".dotx", ".dotm"};
    case Format::kOdt:
      return {".odt", ".ott"};
    case Format::kHtml:
      return {".html", ".htm", ".xhtml"};
    case Format::kMarkdown:
      return {".md", ".markdown", ".mdown", ".mkd"};
    case Format::kText:
    case Format::kEml:
      return {".txt"};
  }
  return {".txt"};
}

bool is_text_file(Format format) {
  return format == Format::kHtml || format == Format::kMarkdown || format == Format::kText;
}

constexpr const char* kAuthor = "Limpide";

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

// The copy of an office file opens by its ending alone; a text may be called as the original is.
bool fits_format(const std::string& name, const std::string& output, Format format) {
  const std::vector<std::string> endings = endings_of(format);
  const std::string ending = ending_of(output);
  if (std::find(endings.begin(), endings.end(), ending) != endings.end()) return true;
  return is_text_file(format) && name != "-" && ending == ending_of(name);
}

Error wrong_ending(const std::string& output, const std::string& ending) {
  return make_error(ErrorCode::kUsage, "error.annotate.ending",
                    {{"path", output}, {"ending", ending}});
}

Error mail_ending(const std::string& output) {
  return make_error(ErrorCode::kUsage, "error.annotate.mail", {{"path", output}});
}

const char* done_key(ChangesShown shown) {
  switch (shown) {
    case ChangesShown::kTracked:
      return "annotate.done";
    case ChangesShown::kMarked:
      return "annotate.done.marked";
    case ChangesShown::kNoted:
      return "annotate.done.noted";
  }
  return "annotate.done";
}

const char* refused_key(ChangesShown shown) {
  return shown == ChangesShown::kTracked ? "annotate.refused" : "annotate.refused.marked";
}

void add_earlier(const Catalogue& texts, const EarlierReading& earlier,
                 std::vector<std::string>& lines) {
  const auto add = [&](const char* key, std::size_t n) {
    if (n > 0) lines.push_back(texts.format({key, {{"n", std::to_string(n)}}}));
  };
  add("annotate.earlier.removed", earlier.removed);
  add("annotate.earlier.answered", earlier.answered);
  add("annotate.earlier.pending", earlier.pending);
}

}  // namespace

std::string before_annotation(const std::string& name, std::string bytes, const Limits& limits,
                              EarlierReading& earlier) {
  WithoutOwn made = without_own_comments(name, std::move(bytes), kAuthor, limits);
  earlier = {made.removed, made.answered, made.pending};
  return std::move(made.bytes);
}

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
  if (ending == ".eml") {
    return ending_of(request.output) == ".txt" ? Status(Done{}) : mail_ending(request.output);
  }
  if (!ending.empty() && ending_of(request.output) != ending) {
    return wrong_ending(request.output, ending);
  }
  return Done{};
}

Result<std::vector<std::string>> write_annotated(const AnnotationRequest& request,
                                                 const RunContext& run, const std::string& name,
                                                 const DocumentReport& report,
                                                 std::string_view bytes, const Limits& limits,
                                                 const EarlierReading& earlier) {
  const Format format = report.document.format;
  if (!fits_format(name, request.output, format)) {
    if (format == Format::kEml) return mail_ending(request.output);
    return wrong_ending(request.output, endings_of(format).front());
  }
  const AnnotationPlan plan =
      plan_annotation(run, report, {true, request.per_page, changes_shown(format)});
  const AnnotationOptions options{kAuthor, date_of_run()};
  const Result<Annotated> made = annotate({name, bytes, report.document, plan, options, limits});
  if (!made) return made.error();
  const Status written = write_file_atomically(request.output, made->bytes);
  if (!written) return written.error();
  const std::size_t refused = plan.changes.size() - made->changes.size();
  std::vector<std::string> lines = {
      run.texts.format({done_key(changes_shown(format)),
                        {{"path", request.output},
                         {"comments", std::to_string(made->comments.size())},
                         {"changes", std::to_string(made->changes.size())}}})};
  if (refused > 0) {
    lines.push_back(
        run.texts.format({refused_key(changes_shown(format)), {{"n", std::to_string(refused)}}}));
  }
  add_earlier(run.texts, earlier, lines);
  if (format == Format::kEml) lines.push_back(run.texts.text("annotate.mail"));
  if (made->signature_broken) lines.push_back(run.texts.text("annotate.signature"));
  return lines;
}

Result<std::string> tracked_file(const RunContext& run, const std::string& name,
                                 const DocumentReport& report, std::string_view bytes,
                                 const Limits& limits, std::size_t& made) {
  if (changes_shown(report.document.format) == ChangesShown::kNoted) {
    return make_error(ErrorCode::kUnsupported, "error.fix.tracked", {{"path", name}}, {name, 0, 0});
  }
  const AnnotationPlan plan =
      plan_annotation(run, report, {false, std::nullopt, changes_shown(report.document.format)});
  const AnnotationOptions options{kAuthor, date_of_run()};
  Result<Annotated> tracked = annotate({name, bytes, report.document, plan, options, limits});
  if (!tracked) return tracked.error();
  made += tracked->changes.size();
  return std::move(tracked->bytes);
}

}  // namespace limpide
