#include "analyzer/analysis/analysis.h"

namespace limpide {
namespace {

Result<std::unique_ptr<const SyntaxResources>> load_syntax(const std::string& folder) {
  auto syntax = std::make_unique<SyntaxResources>();
  Result<TaggingModel> tagging = TaggingModel::open(folder + "/models/tagger.bin");
  if (!tagging) return tagging.error();
  syntax->tagging = *std::move(tagging);
  Result<ParsingModel> parsing = ParsingModel::open(folder + "/models/parser.bin");
  if (!parsing) return parsing.error();
  syntax->parsing = *std::move(parsing);
  Result<ClauseResources> clauses = ClauseResources::load(folder + "/parsing");
  if (!clauses) return clauses.error();
  syntax->clauses = *std::move(clauses);
  Result<FactResources> facts = FactResources::load(folder + "/facts");
  if (!facts) return facts.error();
  syntax->facts = *std::move(facts);
  return std::unique_ptr<const SyntaxResources>(std::move(syntax));
}

}  // namespace

Result<std::unique_ptr<const LanguageResources>> load_language(const std::string& data_folder,
                                                               Depth depth) {
  const std::string folder = data_folder + "/fr";
  auto resources = std::make_unique<LanguageResources>();
  Result<Lexicon> lexicon = Lexicon::open(folder + "/lexicon.bin");
  if (!lexicon) return lexicon.error();
  resources->lexicon = *std::move(lexicon);
  Result<Familiarity> familiarity = Familiarity::open(folder + "/familiarity.bin");
  if (!familiarity) return familiarity.error();
  resources->familiarity = *std::move(familiarity);
  // Keeps a pointer to the lexicon, which stays where it is: the value is never moved again.
  Result<SegmentationResources> segmentation =
      load_segmentation(folder + "/segmentation", &resources->lexicon);
  if (!segmentation) return segmentation.error();
  resources->segmentation = *std::move(segmentation);
  Result<StructureResources> structure = load_structure(folder + "/structure", &resources->lexicon);
  if (!structure) return structure.error();
  resources->structure = *std::move(structure);
  if (depth == Depth::kTrees) {
    Result<std::unique_ptr<const SyntaxResources>> syntax = load_syntax(folder);
    if (!syntax) return syntax.error();
    resources->syntax = *std::move(syntax);
  }
  return std::unique_ptr<const LanguageResources>(std::move(resources));
}

}  // namespace limpide
