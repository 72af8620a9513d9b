// limpide verify BEFORE AFTER: does the second text keep the facts of the first? Exit code 1 when
// something changed.
#include <unistd.h>

#include <memory>
#include <string>

#include "analyzer/engine/rewrite_check.h"
#include "analyzer/reports/verification_report.h"
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

struct Side {
  Document document;
  Analysis analysis;  // points into the document
};

Result<std::unique_ptr<Side>> read_side(const Session& session, const std::string& name) {
  const Limits limits;
  const Result<std::string> bytes = read_input(name, limits.file_bytes);
  if (!bytes) return bytes.error();
  Result<Document> document = session.engine.read({name, *bytes}, limits);
  if (!document) return document.error();
  auto side = std::make_unique<Side>();
  side->document = *std::move(document);
  side->analysis = analyse(side->document, session.engine.language(), Depth::kTrees);
  return side;
}

}  // namespace

int run_verify(const CommandLine& line) {
  const std::vector<std::string>& names = line.operands;
  const bool twice_stdin = names.size() == 2 && names[0] == "-" && names[1] == "-";
  if (names.size() != 2 || twice_stdin) {
    return fail(make_error(ErrorCode::kUsage, "error.verify.two_files"));
  }
  const Result<Session> session = open_session(line);
  if (!session) return fail(session.error());
  const auto before = read_side(*session, names[0]);
  if (!before) return fail(before.error());
  const auto after = read_side(*session, names[1]);
  if (!after) return fail(after.error());
  const Result<RewriteCheck> checked =
      check_rewrite(session->engine, (*before)->analysis, (*after)->analysis);
  if (!checked) return fail(checked.error());
  const VerificationPage page{texts(),
                              names[0],
                              names[1],
                              (*before)->document,
                              (*after)->document,
                              checked->verification,
                              checked->own};
  VerificationTerminal options;
  options.colour = !line.value("--output") &&
                   wants_colour(line.value("--color").value_or("auto"), STDOUT_FILENO);
  options.width = terminal_width(STDOUT_FILENO);
  Sink sink(line.value("--output").value_or(""));
  const bool json = line.value("--format").value_or("terminal") == "json";
  sink.write(json ? json_verification(page) : terminal_verification(page, options));
  const Status finished = sink.finish();
  if (!finished) return fail(finished.error());
  return checked->verification.kept() ? kExitClean : kExitFindings;
}

}  // namespace limpide
