// The whole pipeline behind two verbs. In: a data folder and the readers, once; then files. Out: a
// DocumentReport a file. Refuses: what readers refuse; data that is missing or damaged (one Error
// at build). Immutable after build, safe to share between threads; the same input gives the same
// report whatever the thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "analyzer/base/limits.h"
#include "analyzer/base/result.h"
#include "analyzer/engine/workspaces.h"
#include "analyzer/mentions/mentions.h"
#include "analyzer/readers/reader.h"
#include "analyzer/reports/report.h"
#include "analyzer/rewriting/rewriting.h"
#include "analyzer/rules/runner.h"
#include "analyzer/scoring/scoring.h"
#include "analyzer/selection/selection.h"
#include "analyzer/verification/verification.h"

namespace limpide {

struct EngineConfig {
  std::string data_folder;                      // share/limpide
  Readers readers;                              // outlive the engine
  std::vector<std::string> house_folders = {};  // of rules, the later one stronger
  bool examples = true;                         // of rules, for those who prove or explain them
};

struct AnalysisOptions {
  RuleSelection rules;
  Limits limits;
  const Baseline* baseline = nullptr;     // outlives the call; may be null
  const UserWords* user_words = nullptr;  // outlives the call; may be null
  MentionOptions mentions;
  unsigned threads = 1;     // for one document; no change of what comes out
  bool suggestions = true;  // rewrites offered, each proved to keep the facts
  // Of this engine's language, for those who check many documents; outlives the call; may be null.
  Workspaces* workspaces = nullptr;
};

class Engine {
 public:
  [[nodiscard]] static Result<Engine> build(const EngineConfig& config);

  [[nodiscard]] Result<DocumentReport> check(const SourceFile& file,
                                             const AnalysisOptions& options) const;
  // The same for a Document that is already read.
  [[nodiscard]] DocumentReport check_document(Document document,
                                              const AnalysisOptions& options) const;

  // The first two steps alone, for comparison and tools.
  [[nodiscard]] Result<Document> read(const SourceFile& file, const Limits& limits) const;
  // As far as any rule needs. The document outlives the Analysis.
  [[nodiscard]] Analysis analysed(const Document& document) const;

  [[nodiscard]] const RuleSet& rules() const { return *rules_; }
  // What was left out of the data that experts edit, each with file and line.
  [[nodiscard]] std::vector<Error> data_faults() const;
  [[nodiscard]] const ScoreParameters& score_parameters() const { return score_parameters_; }
  [[nodiscard]] const LanguageResources& language() const { return *language_; }
  [[nodiscard]] const VerificationResources& verification() const { return *verification_; }
  [[nodiscard]] const RewritingResources& rewriting() const { return *rewriting_; }
  [[nodiscard]] Versions versions() const;

 private:
  Engine() = default;

  Readers readers_;
  std::unique_ptr<const LanguageResources> language_;
  std::unique_ptr<const RuleSet> rules_;
  std::unique_ptr<const MentionResources> mentions_;
  std::unique_ptr<const RewritingResources> rewriting_;
  std::unique_ptr<const VerificationResources> verification_;
  ScoreParameters score_parameters_;
};

}  // namespace limpide
