// limpide completion SHELL: completion for bash, zsh and fish, from the table of flags.
#include <string>

#include "cli/commands.h"
#include "cli/console.h"

namespace limpide {
namespace {

std::string spaced(std::string_view choices) {
  std::string text;
  for (const char byte : choices) text.push_back(byte == '|' ? ' ' : byte);
  return text;
}

std::string command_names() {
  std::string names;
  for (const CommandSpec& command : command_table()) names += std::string(" ") + command.name;
  return names.substr(1);
}

std::string flags_of(std::string_view command) {
  std::string names;
  for (const FlagSpec& flag : flag_table()) {
    if (flag_applies(flag, command)) names += std::string(" ") + flag.name;
  }
  return names.substr(1);
}

std::string bash() {
  std::string text =
      "_limpide() {\n"
      "  local word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\"\n"
      "  case \"$before\" in\n";
  for (const FlagSpec& flag : flag_table()) {
    if (flag.choices[0] == '\0') continue;
    text += std::string("    ") + flag.name + ") COMPREPLY=($(compgen -W \"" +
            spaced(flag.choices) + "\" -- \"$word\")); return;;\n";
  }
  text += "  esac\n  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    COMPREPLY=($(compgen -W \"" +
          command_names() +
          "\" -- \"$word\")); return\n  fi\n  case \"$word\" in\n    -*)\n"
          "      case \"${COMP_WORDS[1]}\" in\n";
  for (const CommandSpec& command : command_table()) {
    text += std::string("        ") + command.name + ") COMPREPLY=($(compgen -W \"" +
            flags_of(command.name) + "\" -- \"$word\"));;\n";
  }
  text +=
      "      esac; return;;\n  esac\n  COMPREPLY=($(compgen -f -- \"$word\"))\n}\n"
      "complete -o filenames -F _limpide limpide\n";
  return text;
}

std::string zsh() {
  return "#compdef limpide\nautoload -U +X bashcompinit && bashcompinit\n" + bash();
}

std::string fish_quoted(const std::string& text) {
  std::string quoted = "'";
  for (const char byte : text) {
    if (byte == '\'' || byte == '\\') quoted.push_back('\\');
    quoted.push_back(byte);
  }
  return quoted + "'";
}

std::string fish() {
  std::string text;
  for (const CommandSpec& command : command_table()) {
    text += std::string("complete -c limpide -n __fish_use_subcommand -a ") + command.name +
            " -d " + fish_quoted(texts().text(command.help)) + "\n";
  }
  for (const FlagSpec& flag : flag_table()) {
    text += std::string("complete -c limpide -l ") + (flag.name + 2);
    if (flag.letter != '\0') text += std::string(" -s ") + flag.letter;
    if (flag.choices[0] != '\0')
      text += " -xa " + fish_quoted(spaced(flag.choices));
    else if (flag.value[0] != '\0')
      text += " -r";
    text += " -d " + fish_quoted(texts().text(flag.help)) + "\n";
  }
  return text;
}

}  // namespace

int run_completion(const CommandLine& line) {
  const std::string shell = line.operands.size() == 1 ? line.operands.front() : "";
  if (shell == "bash")
    print(bash());
  else if (shell == "zsh")
    print(zsh());
  else if (shell == "fish")
    print(fish());
  else {
    print_error(make_error(ErrorCode::kUsage, "error.usage.shell"));
    return kExitFailure;
  }
  return kExitClean;
}

}  // namespace limpide
