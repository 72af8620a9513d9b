// A report made by hand from tests/golden/reports: a letter, rules, findings. In: a format.
// Out: values as the engine gives them. Refuses: rules that really match; reports need none.
#pragma once

#include <string>

#include "analyzer/reports/report.h"

namespace limpide::testing {

[[nodiscard]] std::string golden_path(const std::string& name);
// Aborts the test program when the file is missing.
[[nodiscard]] std::string read_golden(const std::string& name);
// Compares with the file; UPDATE_GOLDEN=1 rewrites it.
void expect_golden(const std::string& name, const std::string& actual);

// The catalogue of the project, with the texts of the sample's rules.
[[nodiscard]] Catalogue sample_texts();
[[nodiscard]] RuleSet sample_rules();
// Blank lines separate blocks: "# " title, "## " heading, "- " list item, "| a | b" table row.
[[nodiscard]] Document sample_document(const std::string& source, Format format);
[[nodiscard]] DocumentReport sample_report(const RuleSet& rules, Format format);
// A report of a text with one finding over `words`, for tests of a single thing.
[[nodiscard]] DocumentReport report_of(const std::string& source, const std::string& words,
                                       Format format = Format::kText);

// Rules, texts and the run over them, alive together.
struct SampleRun {
  RuleSet rules = sample_rules();
  Catalogue texts = sample_texts();
  RunContext context{{"0.1.0", "1", "test-1"}, rules, texts, Profile::kCourrier};
};
// begin, every outcome, end.
[[nodiscard]] std::string write_all(ReportWriter& writer, const RunContext& run,
                                    const std::vector<Outcome>& outcomes);

}  // namespace limpide::testing
