// What `limpide check` was asked, from the command line and limpide.xml. In: both. Out: one value;
// the command line wins. Refuses: an unknown rule, a number that is none, a faulty limpide.xml.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/engine/engine.h"
#include "cli/annotation.h"
#include "cli/flags.h"

namespace limpide {

struct CheckOptions {
  std::vector<std::string> operands;
  std::string format = "terminal";
  std::string output;  // "" : standard output
  AnnotationRequest annotation;
  RuleSelection rules;
  std::optional<Severity> fail_on;
  std::string baseline;
  std::string write_baseline;
  std::string user_words;
  bool all = false;
  bool suggest_spelling = false;
  MentionOptions mentions;
  Limits limits;
  unsigned jobs = 1;
  std::string colour = "auto";
};

[[nodiscard]] Result<CheckOptions> read_check_options(const CommandLine& line,
                                                      const RuleSet& rules);

}  // namespace limpide
