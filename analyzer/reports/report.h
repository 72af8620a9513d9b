// What a run has to say, before it is written in any format. In: the engine's values. Out: plain
// values and the ReportWriter seam. Refuses: printing; writers return text, the caller writes it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/base/catalogue.h"
#include "analyzer/base/result.h"
#include "analyzer/document/document.h"
#include "analyzer/findings/finding.h"
#include "analyzer/mentions/mention.h"
#include "analyzer/metrics/metrics.h"
#include "analyzer/rules/rule_set.h"
#include "analyzer/scoring/score.h"

namespace limpide {

struct Versions {
  std::string program;
  std::string rules;
  std::string lexicon;
  std::vector<RuleLayer> houses = {};  // of house rules in force, the last one the strongest
};

struct DocumentReport {
  Document document;
  DocumentKind kind = DocumentKind::kUnknown;
  Metrics metrics;
  std::vector<Span> sentences;    // sorted, for excerpts
  std::vector<Finding> findings;  // in the order of the text
  std::vector<MutedFinding> muted;
  std::uint32_t known = 0;                // findings left out because the baseline has them
  std::optional<MentionReport> mentions;  // apart from the findings
  Score score;                            // kMissing when nobody computed one
};

// One file of the run: its report, or why there is none.
struct Outcome {
  std::string name;  // as the user gave it
  Result<DocumentReport> report;
};

struct RunContext {
  Versions versions;
  const RuleSet& rules;
  const Catalogue& texts;
  Profile profile = Profile::kCourrier;
};

struct RunSummary {
  std::uint32_t documents = 0;
  std::uint32_t failed = 0;
  std::uint32_t findings = 0;
};

// One object a run. begin, then document for each file in the order given, then end.
class ReportWriter {
 public:
  virtual ~ReportWriter() = default;
  [[nodiscard]] virtual std::string begin(const RunContext& run) = 0;
  [[nodiscard]] virtual std::string document(const RunContext& run, const Outcome& outcome) = 0;
  [[nodiscard]] virtual std::string end(const RunContext& run, const RunSummary& summary) = 0;
};

}  // namespace limpide
