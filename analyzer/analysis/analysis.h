// All that is known of a document before any rule. In: a Document and the resources of French.
// Out: an Analysis, parallel layers that nobody edits. Refuses: judgement. The only caller of the
// stages L3 to L6; verify, compare and `rules check` call it too, there is no second pipeline.
#pragma once

#include <memory>
#include <string>

#include "analyzer/base/result.h"
#include "analyzer/document/document.h"
#include "analyzer/lexicon/familiarity.h"
#include "analyzer/lexicon/lexicon.h"
#include "analyzer/metrics/metrics.h"
#include "analyzer/segmentation/resources.h"
#include "analyzer/segmentation/segmentation.h"
#include "analyzer/structure/structure.h"

namespace limpide {

// Everything read-only that the stages need, loaded once. Immutable; shared between threads.
struct LanguageResources {
  Lexicon lexicon;
  Familiarity familiarity;
  SegmentationResources segmentation;
  StructureResources structure;
};

// From the folder share/limpide: <folder>/fr/... One Error names the first file that fails.
[[nodiscard]] Result<std::unique_ptr<const LanguageResources>> load_language(
    const std::string& data_folder);

struct Analysis {
  const Document* document = nullptr;           // outlives the Analysis
  const LanguageResources* language = nullptr;  // outlives the Analysis
  Segmentation segmentation;
  Structure structure;
  Metrics metrics;
  std::vector<std::uint32_t> sentence_of_token;   // index into segmentation.sentences
  std::vector<std::uint32_t> protected_of_token;  // index + 1 into protected_spans, 0: none
  std::vector<bool> quoted_law_token;             // inside a long quotation
};

[[nodiscard]] Analysis analyse(const Document& document, const LanguageResources& language);

}  // namespace limpide
