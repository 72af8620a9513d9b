// limpide: the program. In: its arguments. Out: exit code 0 clean, 1 findings beyond the asked
// threshold, 2 failure. The last border: no exception goes past here.
#include <csignal>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/console.h"

namespace limpide {
namespace {

int run(const std::vector<std::string>& arguments) {
  const Result<CommandLine> line = parse_command_line(arguments);
  if (!line) {
    print_error(line.error());
    return kExitFailure;
  }
  if (line->has("--version")) return run_version(*line);
  if (line->has("--help") || line->command.empty()) return run_help(*line);
  if (line->command == "check") return run_check(*line);
  if (line->command == "compare") return run_compare(*line);
  if (line->command == "fix") return run_fix(*line);
  if (line->command == "verify") return run_verify(*line);
  if (line->command == "analyse") return run_analyse(*line);
  if (line->command == "rules") return run_rules(*line);
  if (line->command == "explain") return run_explain(*line);
  if (line->command == "completion") return run_completion(*line);
  return run_manual(*line);
}

}  // namespace
}  // namespace limpide

int main(int count, char** values) {
  // A reader that stops early ("| head") is no failure: writes then return an error we look at.
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return limpide::run({values + 1, values + count});
  } catch (const std::bad_alloc&) {
    limpide::print_error(limpide::make_error(limpide::ErrorCode::kLimit, "error.memory"));
  } catch (const std::exception& fault) {
    limpide::print_error(limpide::make_error(limpide::ErrorCode::kIo, "error.unexpected",
                                             {{"detail", fault.what()}}));
  }
  return limpide::kExitFailure;
}
