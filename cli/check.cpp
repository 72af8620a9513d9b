// limpide check: read each file, run the engine, write the report. The main path of the program.
#include <unistd.h>

#include <optional>
#include <string>

#include "analyzer/base/files.h"
#include "analyzer/base/utf8.h"
#include "analyzer/reports/writers.h"
#include "cli/baseline.h"
#include "cli/check_options.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/inputs.h"
#include "cli/ordered_run.h"
#include "cli/session.h"
#include "cli/sink.h"
#include "cli/spelling_help.h"

namespace limpide {
namespace {

constexpr std::size_t kWordListBytes = std::size_t{1} << 20;

// "12/340" on one line of the error stream while a person waits.
class Progress {
 public:
  Progress(std::size_t total, bool shown) : total_(total), shown_(shown) {}
  void step(std::size_t done) const {
    if (!shown_) return;
    const std::string line = texts().format(
        {"check.progress", {{"done", std::to_string(done)}, {"total", std::to_string(total_)}}});
    write_raw("\r" + line);
    if (done == total_) write_raw("\r\x1b[K");
  }

 private:
  static void write_raw(const std::string& text) {
    if (::write(STDERR_FILENO, text.data(), text.size()) < 0) return;
  }
  std::size_t total_;
  bool shown_;
};

class CheckRun {
 public:
  CheckRun(const Session& session, const CheckOptions& options)
      : session_(session), options_(options), workspaces_(session.engine.language()) {}

  int run() {
    const Status ready = prepare();
    if (!ready) return fail(ready.error());
    TerminalOptions terminal;
    terminal.colour = options_.output.empty() && wants_colour(options_.colour, STDOUT_FILENO);
    terminal.width = terminal_width(STDOUT_FILENO);
    terminal.all = options_.all;
    Result<std::unique_ptr<ReportWriter>> writer = make_writer(options_.format, terminal);
    if (!writer) return fail(writer.error());

    const std::vector<std::string> names = expand_inputs(options_.operands);
    if (names.empty()) return fail(make_error(ErrorCode::kNotFound, "error.usage.empty_folder"));
    const Status asked = check_request(options_.annotation, options_.operands, names);
    if (!asked) return fail(asked.error());
    threads_ = names.size() == 1 ? options_.jobs : 1;
    const RunContext context{session_.engine.versions(), session_.engine.rules(), texts(),
                             options_.rules.profile};
    Sink sink(options_.output);
    const bool person_waits = names.size() > 1 && isatty(STDERR_FILENO) != 0 &&
                              (isatty(STDOUT_FILENO) == 0 || !options_.output.empty());
    const Progress progress(names.size(), person_waits);
    sink.write((*writer)->begin(context));
    run_in_order<Outcome>(
        names.size(), options_.jobs, [&](std::size_t i) { return check_one(names[i]); },
        [&](std::size_t i, Outcome outcome) {
          count(outcome);
          sink.write((*writer)->document(context, outcome));
          annotate_copy(context, outcome);
          progress.step(i + 1);
        });
    sink.write((*writer)->end(context, summary_));
    const Status written = sink.finish();
    if (!written) return fail(written.error());
    return finish();
  }

 private:
  static int fail(const Error& error) {
    print_error(error);
    return kExitFailure;
  }

  Status prepare() {
    print_faults(session_);
    if (!options_.baseline.empty()) {
      Result<BaselineByFile> baselines = read_baseline(options_.baseline);
      if (!baselines) return baselines.error();
      baselines_ = *std::move(baselines);
    }
    if (!options_.user_words.empty()) {
      const Result<std::string> list = read_file(options_.user_words, kWordListBytes);
      if (!list) return list.error();
      Result<std::vector<std::string>> words = parse_user_words(*list, options_.user_words);
      if (!words) return words.error();
      own_words_ = *std::move(words);
      for (const std::string& word : own_words_) user_words_.insert(to_lower(word));
    }
    if (!options_.write_baseline.empty()) new_baseline_ = baseline_header();
    return Done{};
  }

  // Runs on several threads: touches only what is constant. (A copy is asked of one file alone.)
  [[nodiscard]] Outcome check_one(const std::string& name) {
    Result<std::string> bytes = read_input(name, options_.limits.file_bytes);
    if (!bytes) return {name, bytes.error()};
    if (!options_.annotation.output.empty()) {
      original_ = before_annotation(name, *std::move(bytes), options_.limits, earlier_);
      return check_bytes(name, original_);
    }
    return check_bytes(name, *bytes);
  }

  [[nodiscard]] Outcome check_bytes(const std::string& name, std::string_view bytes) const {
    AnalysisOptions asked{options_.rules, options_.limits, nullptr, &user_words_,
                          options_.mentions};
    asked.threads = threads_;
    asked.workspaces = &workspaces_;
    const auto known = baselines_.find(name);
    if (known != baselines_.end()) asked.baseline = &known->second;
    return {name, session_.engine.check({name, bytes}, asked)};
  }

  void annotate_copy(const RunContext& context, const Outcome& outcome) {
    if (options_.annotation.output.empty() || !outcome.report) return;
    const Result<std::vector<std::string>> lines =
        write_annotated(options_.annotation, context, outcome.name, *outcome.report, original_,
                        options_.limits, earlier_);
    if (lines)
      told_ = *lines;
    else
      not_annotated_ = lines.error();
  }

  // On the calling thread, in the order of the files.
  void count(Outcome& outcome) {
    ++summary_.documents;
    if (!outcome.report) {
      ++summary_.failed;
      return;
    }
    DocumentReport& report = *outcome.report;
    if (options_.suggest_spelling) add_spelling_help(report);
    summary_.findings += static_cast<std::uint32_t>(report.findings.size());
    for (const Finding& finding : report.findings) {
      if (options_.fail_on && finding.severity >= *options_.fail_on) reached_ = true;
    }
    if (!options_.write_baseline.empty()) {
      new_baseline_ += baseline_lines(outcome.name, report, session_.engine.rules());
    }
  }

  void add_spelling_help(DocumentReport& report) {
    if (!helper_) helper_.emplace(session_.data_folder, own_words_);
    helper_->complete(report);
  }

  int finish() {
    if (!options_.write_baseline.empty()) {
      const Status written = write_file_atomically(options_.write_baseline, new_baseline_);
      if (!written) return fail(written.error());
    }
    if (helper_ && helper_->error()) print_error(*helper_->error());
    if (not_annotated_) return fail(*not_annotated_);
    for (const std::string& line : told_) print_error(line);
    if (summary_.failed > 0) return kExitFailure;
    return reached_ ? kExitFindings : kExitClean;
  }

  const Session& session_;
  const CheckOptions& options_;
  BaselineByFile baselines_;
  std::vector<std::string> own_words_;
  UserWords user_words_;  // the same in lower case
  std::string new_baseline_;
  std::optional<SpellingHelp> helper_;
  unsigned threads_ = 1;  // for each document
  mutable Workspaces workspaces_;
  std::string original_;  // bytes of the one file to annotate
  EarlierReading earlier_;
  std::vector<std::string> told_;
  std::optional<Error> not_annotated_;
  RunSummary summary_;
  bool reached_ = false;
};

}  // namespace

int run_check(const CommandLine& line) {
  const Result<Session> session = open_session(line);
  if (!session) {
    print_error(session.error());
    return kExitFailure;
  }
  const Result<CheckOptions> options = read_check_options(line, session->engine.rules());
  if (!options) {
    print_error(options.error());
    return kExitFailure;
  }
  return CheckRun(*session, *options).run();
}

}  // namespace limpide
