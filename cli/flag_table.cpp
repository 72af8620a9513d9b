// Every command and flag of the program. A new one is a line here and its text in the catalogue.
#include "cli/flags.h"

namespace limpide {

const std::vector<CommandSpec>& command_table() {
  static const std::vector<CommandSpec> kCommands{
      {"check", "help.operands.files", "help.command.check"},
      {"compare", "help.operands.compare", "help.command.compare"},
      {"verify", "help.operands.compare", "help.command.verify"},
      {"fix", "help.operands.file", "help.command.fix"},
      {"analyse", "help.operands.files", "help.command.analyse"},
      {"rules", "help.operands.rules", "help.command.rules"},
      {"explain", "help.operands.rule", "help.command.explain"},
      {"completion", "help.operands.shell", "help.command.completion"},
      {"manual", "", "help.command.manual"},
  };
  return kCommands;
}

const std::vector<FlagSpec>& flag_table() {
  static const std::vector<FlagSpec> kFlags{
      {"--format", 'f', "help.value.format", "terminal|json|sarif|junit|github|html", " check ",
       "help.flag.format"},
      {"--format", 'f', "help.value.format", "terminal|json|html", " compare ", "help.flag.format"},
      {"--format", 'f', "help.value.format", "terminal|json", " verify ", "help.flag.format"},
      {"--output", 'o', "help.value.file", "", " check compare verify fix analyse ",
       "help.flag.output"},
      {"--annotate", '\0', "help.value.file", "", " check ", "help.flag.annotate"},
      {"--annotate-max", '\0', "help.value.number", "", " check ", "help.flag.annotate_max"},
      {"--sheet", '\0', "help.value.file", "", " compare ", "help.flag.sheet"},
      {"--safe", '\0', "", "", " fix ", "help.flag.safe"},
      {"--dry-run", '\0', "", "", " fix ", "help.flag.dry_run"},
      {"--in-place", '\0', "", "", " fix ", "help.flag.in_place"},
      {"--tracked", '\0', "", "", " fix ", "help.flag.tracked"},
      {"--conllu", '\0', "", "", " analyse ", "help.flag.conllu"},
      {"--profile", 'p', "help.value.profile", "courrier|formulaire|courriel|web|falc",
       " check compare fix rules explain ", "help.flag.profile"},
      {"--rules", '\0', "help.value.folder", "", " check compare fix rules explain ",
       "help.flag.rules"},
      {"--only", '\0', "help.value.rules", "", " check ", "help.flag.only"},
      {"--skip", '\0', "help.value.rules", "", " check ", "help.flag.skip"},
      {"--fail-on", '\0', "help.value.severity", "info|mineur|majeur|bloquant|jamais", " check ",
       "help.flag.fail_on"},
      {"--baseline", '\0', "help.value.file", "", " check ", "help.flag.baseline"},
      {"--write-baseline", '\0', "help.value.file", "", " check ", "help.flag.write_baseline"},
      {"--config", '\0', "help.value.file", "", " check ", "help.flag.config"},
      {"--all", '\0', "", "", " check compare ", "help.flag.all"},
      {"--suggest-spelling", '\0', "", "", " check ", "help.flag.suggest_spelling"},
      {"--words", '\0', "help.value.file", "", " check ", "help.flag.words"},
      {"--kind", '\0', "help.value.kind",
       "mise-en-demeure|indu|decision-defavorable|demande-pieces|accuse-reception|convocation|"
       "relance|decision-favorable|information|formulaire|courriel|particulier|employeur",
       " check ", "help.flag.kind"},
      {"--no-mentions", '\0', "", "", " check ", "help.flag.no_mentions"},
      {"--rapo", '\0', "", "", " check ", "help.flag.rapo"},
      {"--max-bytes", '\0', "help.value.number", "", " check ", "help.flag.max_bytes"},
      {"--jobs", 'j', "help.value.number", "", " check ", "help.flag.jobs"},
      {"--color", '\0', "help.value.color", "auto|always|never", " check compare verify explain ",
       "help.flag.color"},
      {"--data", '\0', "help.value.folder", "", " * ", "help.flag.data"},
      {"--version", '\0', "", "", " * ", "help.flag.version"},
      {"--help", 'h', "", "", " * ", "help.flag.help"},
  };
  return kFlags;
}

}  // namespace limpide
