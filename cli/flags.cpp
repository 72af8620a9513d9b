#include "cli/flags.h"

#include <algorithm>

namespace limpide {
namespace {

Error usage(std::string key, MessageArguments arguments) {
  return make_error(ErrorCode::kUsage, std::move(key), std::move(arguments));
}

const FlagSpec* find_flag(std::string_view name, std::string_view command) {
  for (const FlagSpec& flag : flag_table()) {
    const bool named = name == flag.name || (name.size() == 2 && name[0] == '-' &&
                                             flag.letter != '\0' && name[1] == flag.letter);
    if (named && flag_applies(flag, command)) return &flag;
  }
  return nullptr;
}

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row.back();
}

template <typename Names>
std::string nearest(std::string_view asked, const Names& names) {
  constexpr std::size_t kFarthest = 3;
  std::string best;
  std::size_t least = kFarthest + 1;
  for (const std::string& name : names) {
    const std::size_t away = distance(asked, name);
    if (away < least) {
      least = away;
      best = name;
    }
  }
  return best;
}

Error unknown_flag(const std::string& name, const std::string& command) {
  std::vector<std::string> names;
  for (const FlagSpec& flag : flag_table()) {
    if (flag_applies(flag, command)) names.emplace_back(flag.name);
  }
  const std::string near = nearest(name, names);
  if (near.empty()) return usage("error.usage.flag", {{"name", name}});
  return usage("error.usage.flag_near", {{"name", name}, {"near", near}});
}

Error unknown_command(const std::string& name) {
  std::vector<std::string> names;
  for (const CommandSpec& command : command_table()) names.emplace_back(command.name);
  const std::string near = nearest(name, names);
  if (near.empty()) return usage("error.usage.command", {{"name", name}});
  return usage("error.usage.command_near", {{"name", name}, {"near", near}});
}

bool is_choice(std::string_view choices, std::string_view value) {
  if (choices.empty()) return true;
  while (true) {
    const std::size_t bar = choices.find('|');
    if (choices.substr(0, bar) == value) return true;
    if (bar == std::string_view::npos) return false;
    choices.remove_prefix(bar + 1);
  }
}

std::string readable(std::string_view choices) {
  std::string text;
  for (const char byte : choices) {
    if (byte == '|')
      text += ", ";
    else
      text.push_back(byte);
  }
  return text;
}

}  // namespace

bool flag_applies(const FlagSpec& flag, std::string_view command) {
  const std::string_view commands = flag.commands;
  if (commands == " * ") return true;
  return commands.find(" " + std::string(command) + " ") != std::string_view::npos;
}

bool CommandLine::has(std::string_view flag) const { return flags.find(flag) != flags.end(); }

std::optional<std::string> CommandLine::value(std::string_view flag) const {
  const auto found = flags.find(flag);
  if (found == flags.end() || found->second.empty()) return std::nullopt;
  return found->second.back();
}

std::vector<std::string> CommandLine::all(std::string_view flag) const {
  const auto found = flags.find(flag);
  return found == flags.end() ? std::vector<std::string>{} : found->second;
}

std::vector<std::string> CommandLine::list(std::string_view flag) const {
  std::vector<std::string> values;
  const auto found = flags.find(flag);
  if (found == flags.end()) return values;
  for (std::string_view text : found->second) {
    while (!text.empty()) {
      const std::size_t comma = text.find(',');
      if (comma != 0) values.emplace_back(text.substr(0, comma));
      text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
    }
  }
  return values;
}

Result<CommandLine> parse_command_line(const std::vector<std::string>& arguments) {
  CommandLine line;
  bool only_operands = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    const bool is_flag = !only_operands && argument.size() > 1 && argument[0] == '-';
    if (argument == "--" && !only_operands) {
      only_operands = true;
      continue;
    }
    if (!is_flag) {
      if (!line.command.empty()) {
        line.operands.push_back(argument);
        continue;
      }
      const auto& commands = command_table();
      const bool known =
          std::any_of(commands.begin(), commands.end(),
                      [&](const CommandSpec& spec) { return argument == spec.name; });
      if (!known) return unknown_command(argument);
      line.command = argument;
      continue;
    }
    const std::size_t equals = argument.find('=');
    const std::string name = argument.substr(0, equals);
    const FlagSpec* flag = find_flag(name, line.command);
    if (flag == nullptr) return unknown_flag(name, line.command);
    const bool wants_value = flag->value[0] != '\0';
    std::string value;
    if (wants_value) {
      if (equals != std::string::npos)
        value = argument.substr(equals + 1);
      else if (i + 1 < arguments.size())
        value = arguments[++i];
      else
        return usage("error.usage.value", {{"name", flag->name}});
      if (!is_choice(flag->choices, value)) {
        return usage(
            "error.usage.choice",
            {{"name", flag->name}, {"value", value}, {"choices", readable(flag->choices)}});
      }
    } else if (equals != std::string::npos) {
      return usage("error.usage.no_value", {{"name", flag->name}});
    }
    line.flags[flag->name].push_back(value);
  }
  return line;
}

}  // namespace limpide
