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
  Engine engine;
};
[[nodiscard]] Result<Session> open_session(const CommandLine& line);

}  // namespace limpide
