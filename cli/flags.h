// The command line, declared once: help, completion, the manual page and parsing all read this
// table. In: the arguments of main. Out: a command, its flags and its operands. Refuses: an unknown
// command or flag, a flag without its value (kUsage, with the nearest known name).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"

namespace limpide {

struct FlagSpec {
  const char* name;      // "--format"
  char letter;           // 'f', '\0' none
  const char* value;     // catalogue key of the value's name, "" for a switch
  const char* choices;   // "a|b|c", "" for any value
  const char* commands;  // " check rules ", " * " for all
  const char* help;      // catalogue key
};

struct CommandSpec {
  const char* name;
  const char* operands;  // catalogue key, "" for none
  const char* help;      // catalogue key
};

[[nodiscard]] const std::vector<FlagSpec>& flag_table();
[[nodiscard]] const std::vector<CommandSpec>& command_table();
[[nodiscard]] bool flag_applies(const FlagSpec& flag, std::string_view command);

struct CommandLine {
  std::string command;  // "" when only --help or --version was asked
  std::map<std::string, std::vector<std::string>, std::less<>> flags;
  std::vector<std::string> operands;

  [[nodiscard]] bool has(std::string_view flag) const;
  // The last value given.
  [[nodiscard]] std::optional<std::string> value(std::string_view flag) const;
  // Every value given, whole.
  [[nodiscard]] std::vector<std::string> all(std::string_view flag) const;
  // Every value given, each cut at its commas.
  [[nodiscard]] std::vector<std::string> list(std::string_view flag) const;
};

[[nodiscard]] Result<CommandLine> parse_command_line(const std::vector<std::string>& arguments);

}  // namespace limpide
