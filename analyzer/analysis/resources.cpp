#include "analyzer/analysis/analysis.h"

namespace limpide {

Result<std::unique_ptr<const LanguageResources>> load_language(const std::string& data_folder) {
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
  return std::unique_ptr<const LanguageResources>(std::move(resources));
}

}  // namespace limpide
