#include "analyzer/engine/engine.h"

#include <optional>
#include <span>
#include <utility>

#include "analyzer/analysis/analysis.h"
#include "analyzer/analysis/syntax_memory.h"
#include "analyzer/base/version.h"
#include "analyzer/engine/proof.h"
#include "analyzer/mentions/mention_file.h"
#include "analyzer/rules/loader.h"

namespace limpide {
namespace {

// The first blocking mention that was not found, when the kind of letter is sure.
const MentionResult* surely_missing(const DocumentReport& report) {
  if (!report.mentions) return nullptr;
  const bool sure =
      report.mentions->kind_given || report.mentions->letter.confidence == Confidence::kHigh;
  if (!sure) return nullptr;
  for (const MentionResult& result : report.mentions->results) {
    const bool missing = result.state == MentionState::kNotFound;
    if (missing && result.weight == MentionWeight::kBlocking) return &result;
  }
  return nullptr;
}

}  // namespace

Result<Engine> Engine::build(const EngineConfig& config) {
  Engine engine;
  engine.readers_ = config.readers;
  Result<std::unique_ptr<const LanguageResources>> language =
      load_language(config.data_folder, Depth::kTrees);
  if (!language) return language.error();
  engine.language_ = *std::move(language);
  Result<RuleSet> rules =
      load_rules({config.data_folder, config.house_folders, config.examples}, *engine.language_);
  if (!rules) return rules.error();
  engine.rules_ = std::make_unique<const RuleSet>(*std::move(rules));
  Result<MentionResources> mentions = load_mentions(config.data_folder);
  if (!mentions) return mentions.error();
  engine.mentions_ = std::make_unique<const MentionResources>(*std::move(mentions));
  Result<RewritingResources> rewriting = load_rewriting(config.data_folder);
  if (!rewriting) return rewriting.error();
  engine.rewriting_ = std::make_unique<const RewritingResources>(*std::move(rewriting));
  Result<VerificationResources> verification = load_verification(config.data_folder);
  if (!verification) return verification.error();
  engine.verification_ = std::make_unique<const VerificationResources>(*std::move(verification));
  Result<ScoreParameters> score = load_score_parameters(config.data_folder);
  if (!score) return score.error();
  engine.score_parameters_ = *std::move(score);
  return engine;
}

Result<Document> Engine::read(const SourceFile& file, const Limits& limits) const {
  return read_document(readers_, file, limits);
}

Analysis Engine::analysed(const Document& document) const {
  return analyse(document, *language_, rules_->depth);
}

// bytes -> Document -> Analysis -> findings -> the ones to tell -> with suggestions -> mentions,
// score -> report.
Result<DocumentReport> Engine::check(const SourceFile& file, const AnalysisOptions& options) const {
  Result<Document> document = read(file, options.limits);
  if (!document) return document.error();
  return check_document(*std::move(document), options);
}

DocumentReport Engine::check_document(Document document, const AnalysisOptions& options) const {
  const Baseline nothing_known;
  const UserWords no_words;
  DocumentReport report;
  report.document = std::move(document);
  // A proof reads sentences whole, whatever the rule needed.
  const Depth depth = options.suggestions ? Depth::kTrees : depth_of(*rules_, options.rules);
  const std::size_t bytes = report.document.text.size();
  const bool lent = options.workspaces != nullptr && bytes <= kBytesRemembered;
  std::optional<Workspaces::Lease> lease;
  if (lent && depth != Depth::kWords) lease.emplace(*options.workspaces, options.threads);
  SyntaxMemories own = lent || depth == Depth::kWords ? SyntaxMemories{}
                       : options.suggestions ? long_memories(*language_, options.threads, bytes)
                                             : short_memories(*language_, options.threads, bytes);
  const std::span<SyntaxMemory> memories = lease ? lease->memories() : own;
  const Analysis analysis = analyse(report.document, *language_, depth, memories,
                                    lent ? &options.workspaces->sentences() : nullptr);
  std::vector<Finding> raw = run_rules(analysis, *rules_, options.rules);
  const Baseline& baseline = options.baseline == nullptr ? nothing_known : *options.baseline;
  const UserWords& words = options.user_words == nullptr ? no_words : *options.user_words;
  Selected selected = select_findings(analysis, *rules_, std::move(raw), baseline, words);
  if (options.suggestions) {
    add_suggestions(analysis, *rewriting_, selected.findings);
    keep_proved(analysis, {*verification_, rewriting_->grammar}, memories,
                lent ? &options.workspaces->proofs() : nullptr, selected.findings);
  }
  report.mentions = check_mentions(analysis, *mentions_, options.mentions);
  report.score = score_document(analysis, *rules_, selected.findings, options.rules.profile,
                                score_parameters_);
  if (const MentionResult* missing = surely_missing(report)) {
    cap_letter(report.score, score_parameters_, missing->title);
  }

  report.kind = analysis.structure.kind;
  report.metrics = analysis.metrics;
  for (const Sentence& sentence : analysis.segmentation.sentences) {
    report.sentences.push_back(sentence_span(analysis.segmentation, sentence));
  }
  report.findings = std::move(selected.findings);
  report.muted = std::move(selected.muted);
  report.known = selected.known;
  const bool some_rules = !options.rules.only.empty() || !options.rules.skip.empty();
  if (some_rules || report.known > 0) mark_partial(report.score);
  for (std::size_t i = 0; i < analysis.structure.blocks.size(); ++i) {
    if (analysis.structure.blocks[i].language != LanguageVerdict::kOther) continue;
    report.document.notices.push_back({{"notice.not_french", {}}, report.document.blocks[i].text});
  }
  return report;
}

std::vector<Error> Engine::data_faults() const {
  std::vector<Error> faults = rules_->faults;
  const auto add = [&faults](const std::vector<Error>& more) {
    faults.insert(faults.end(), more.begin(), more.end());
  };
  add(language_->structure.letter_cues.faults);
  add(mentions_->faults);
  return faults;
}

Versions Engine::versions() const {
  Versions versions{kProgramVersion, rules_->version, language_->lexicon.version(), {}};
  versions.houses.assign(rules_->layers.begin() + 1, rules_->layers.end());
  return versions;
}

}  // namespace limpide
