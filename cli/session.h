// The engine of a command line, with every reader. In: the command line. Out: a built Engine.
// Refuses: what Engine::build refuses.
#pragma once

#include <string>

#include "analyzer/engine/engine.h"
#include "cli/flags.h"

namespace limpide {

// The readers of this program, in the order in which ties are broken. Valid for its whole life.
[[nodiscard]] Readers all_readers();

struct Session {
  std::string data_folder;
  const Engine& engine;  // lives as long as the program
};
[[nodiscard]] Result<Session> open_session(const CommandLine& line);
// On the error stream: rows and rules that were left out of the data, each with its place.
void print_faults(const Session& session);

}  // namespace limpide
