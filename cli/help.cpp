// --help, --version, the manual page: all from the table of flags.
#include <string>

#include "analyzer/base/utf8.h"
#include "analyzer/base/version.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/session.h"

namespace limpide {
namespace {

constexpr std::size_t kColumn = 30;

std::string flag_usage(const FlagSpec& flag) {
  std::string usage = flag.name;
  if (flag.letter != '\0') usage = std::string("-") + flag.letter + ", " + usage;
  if (flag.value[0] != '\0') usage += " " + texts().text(flag.value);
  return usage;
}

std::string two_columns(const std::string& left, const std::string& right) {
  const std::size_t width = count_code_points(left);
  const std::size_t gap = width + 2 < kColumn ? kColumn - width : 2;
  return "  " + left + std::string(gap, ' ') + right + "\n";
}

std::string flag_help(const FlagSpec& flag) {
  std::string help = texts().text(flag.help);
  if (flag.choices[0] == '\0') return help;
  std::string choices;
  for (const char* at = flag.choices; *at != '\0'; ++at) {
    if (*at == '|')
      choices += ", ";
    else
      choices.push_back(*at);
  }
  return help + " " + texts().format({"help.choices", {{"choices", choices}}});
}

std::string flags_of(std::string_view command) {
  std::string text;
  for (const FlagSpec& flag : flag_table()) {
    if (flag_applies(flag, command)) text += two_columns(flag_usage(flag), flag_help(flag));
  }
  return text;
}

std::string general_help() {
  std::string text = texts().text("help.summary") + "\n\n" + texts().text("help.usage") + "\n\n";
  text += texts().text("help.commands") + "\n";
  for (const CommandSpec& command : command_table()) {
    std::string name = command.name;
    if (command.operands[0] != '\0') name += " " + texts().text(command.operands);
    text += two_columns(name, texts().text(command.help));
  }
  text += "\n" + texts().text("help.flags") + "\n" + flags_of("") + "\n" +
          texts().text("help.exit") + "\n\n" + texts().text("help.more") + "\n";
  return text;
}

std::string command_help(const CommandSpec& command) {
  std::string usage = std::string("limpide ") + command.name;
  if (command.operands[0] != '\0') usage += " " + texts().text(command.operands);
  return texts().text(command.help) + "\n\n" +
         texts().format({"help.command_usage", {{"usage", usage}}}) + "\n\n" +
         texts().text("help.flags") + "\n" + flags_of(command.name);
}

// A backslash and a leading point mean something to troff.
std::string troff(std::string_view text) {
  std::string escaped;
  if (!text.empty() && (text.front() == '.' || text.front() == '\'')) escaped = "\\&";
  for (const char byte : text) {
    if (byte == '\\')
      escaped += "\\e";
    else if (byte == '-')
      escaped += "\\-";
    else
      escaped.push_back(byte);
  }
  return escaped;
}

}  // namespace

int run_help(const CommandLine& line) {
  for (const CommandSpec& command : command_table()) {
    if (line.command != command.name) continue;
    print(command_help(command));
    return kExitClean;
  }
  print(general_help());
  // Called without anything to do: the help is an answer, not a success.
  return line.has("--help") ? kExitClean : kExitFailure;
}

int run_version(const CommandLine& line) {
  const Result<Session> session = open_session(line);
  if (!session) {
    print(std::string("limpide ") + kProgramVersion + "\n");
    print_error(session.error());
    return kExitFailure;
  }
  const Versions versions = session->engine.versions();
  print(texts().format({"version.line",
                        {{"program", versions.program},
                         {"rules", versions.rules},
                         {"lexicon", versions.lexicon}}}) +
        "\n");
  return kExitClean;
}

int run_manual(const CommandLine&) {
  std::string page = std::string(".TH LIMPIDE 1 \"\" \"limpide ") + kProgramVersion + "\"\n";
  const auto section = [&page](const char* key) { page += ".SH " + texts().text(key) + "\n"; };
  section("manual.name");
  page += "limpide \\- " + troff(texts().text("help.summary")) + "\n";
  section("manual.synopsis");
  page += troff(texts().text("help.usage")) + "\n";
  section("manual.commands");
  for (const CommandSpec& command : command_table()) {
    page += std::string(".TP\n.B ") + command.name + " " + troff(texts().text(command.operands)) +
            "\n" + troff(texts().text(command.help)) + "\n";
  }
  section("manual.flags");
  for (const FlagSpec& flag : flag_table()) {
    page += ".TP\n.B " + troff(flag_usage(flag)) + "\n" + troff(flag_help(flag)) + "\n";
  }
  section("manual.exit");
  page += troff(texts().text("help.exit")) + "\n";
  section("manual.environment");
  page += ".TP\n.B LIMPIDE_DATA\n" + troff(texts().text("manual.data")) + "\n";
  print(page);
  return kExitClean;
}

}  // namespace limpide
