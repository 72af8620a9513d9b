// One function a command. In: the command line. Out: the exit code; texts on the streams.
// Refuses: what each file says.
#pragma once

#include "cli/flags.h"

namespace limpide {

int run_check(const CommandLine& line);
int run_compare(const CommandLine& line);
int run_analyse(const CommandLine& line);
int run_rules(const CommandLine& line);
int run_rules_why(const CommandLine& line);
int run_explain(const CommandLine& line);
int run_completion(const CommandLine& line);
int run_manual(const CommandLine& line);
int run_help(const CommandLine& line);
int run_fix(const CommandLine& line);
int run_verify(const CommandLine& line);
int run_version(const CommandLine& line);

}  // namespace limpide
