// What every command needs to talk to a person. In: the catalogue built into the program, the
// streams. Out: text on standard output and error. Refuses: analysis.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/base/catalogue.h"
#include "analyzer/base/result.h"

namespace limpide {

// Exit codes of the program.
inline constexpr int kExitClean = 0;
inline constexpr int kExitFindings = 1;
inline constexpr int kExitFailure = 2;

// The French catalogue, embedded at build time.
[[nodiscard]] const Catalogue& texts();

// False once the reader of our output has gone (a closed pipe): the command then stops quietly.
bool print(std::string_view text);
void print_error(std::string_view text);
// "limpide : chemin, ligne 3 : message".
void print_error(const Error& error);
[[nodiscard]] std::string describe(const Error& error);

// Folder of the data: --data, LIMPIDE_DATA, ../share/limpide beside the program. The Error says
// where it was looked for.
[[nodiscard]] Result<std::string> find_data_folder(const std::string& from_flag);

[[nodiscard]] bool wants_colour(const std::string& flag, int descriptor);
[[nodiscard]] int terminal_width(int descriptor);

}  // namespace limpide
