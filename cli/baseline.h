// Findings that a team knows and does not want told again. In and out: a text file, a line a
// finding: fingerprint in hexadecimal, tab, rule, tab, file. Refuses: a file of another kind.
#pragma once

#include <map>
#include <string>

#include "analyzer/base/result.h"
#include "analyzer/reports/report.h"
#include "analyzer/selection/selection.h"

namespace limpide {

using BaselineByFile = std::map<std::string, Baseline, std::less<>>;

[[nodiscard]] Result<BaselineByFile> read_baseline(const std::string& path);

[[nodiscard]] std::string baseline_header();
[[nodiscard]] std::string baseline_lines(const std::string& name, const DocumentReport& report,
                                         const RuleSet& rules);

}  // namespace limpide
