// All that is known of a document before any rule. In: a Document and the resources of French.
// Out: an Analysis, parallel layers that nobody edits. Refuses: judgement. The only caller of the
// stages L3 to L6; verify, compare and `rules check` call it too, there is no second pipeline.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "analyzer/base/result.h"
#include "analyzer/document/document.h"
#include "analyzer/facts/facts.h"
#include "analyzer/lexicon/familiarity.h"
#include "analyzer/lexicon/lexicon.h"
#include "analyzer/metrics/metrics.h"
#include "analyzer/parsing/clauses/clauses.h"
#include "analyzer/parsing/parser.h"
#include "analyzer/segmentation/resources.h"
#include "analyzer/segmentation/segmentation.h"
#include "analyzer/structure/structure.h"
#include "analyzer/tagging/tagging.h"

namespace limpide {

// How far an analysis goes. Who needs no tree does not pay for one.
enum class Depth : std::uint8_t {
  kWords,  // sentences, tokens, roles, metrics
  kTrees,  // and tags, trees, clauses, facts
};

// What only Depth::kTrees needs.
struct SyntaxResources {
  TaggingModel tagging;
  ParsingModel parsing;
  ClauseResources clauses;
  FactResources facts;
};

// Everything read-only that the stages need, loaded once. Immutable; shared between threads.
struct LanguageResources {
  Lexicon lexicon;
  Familiarity familiarity;
  SegmentationResources segmentation;
  StructureResources structure;
  std::unique_ptr<const SyntaxResources> syntax;  // null when loaded for Depth::kWords
};

// From the folder share/limpide: <folder>/fr/... One Error names the first file that fails.
[[nodiscard]] Result<std::unique_ptr<const LanguageResources>> load_language(
    const std::string& data_folder, Depth depth = Depth::kWords);

struct Analysis {
  const Document* document = nullptr;           // outlives the Analysis
  const LanguageResources* language = nullptr;  // outlives the Analysis
  Segmentation segmentation;
  Structure structure;
  Metrics metrics;
  Depth depth = Depth::kWords;
  Tagging tagging;  // empty, as the three below, unless depth is kTrees
  Trees trees;
  Clauses clauses;
  std::vector<Fact> facts;                        // in the order of the text
  std::vector<std::uint32_t> sentence_of_token;   // index into segmentation.sentences
  std::vector<std::uint32_t> protected_of_token;  // index + 1 into protected_spans, 0: none
  std::vector<bool> quoted_law_token;             // inside a long quotation
};

// With more than one thread, a long document is shared out between them: the same value, sooner.
// REQUIRES: the language was loaded for that depth.
[[nodiscard]] Analysis analyse(const Document& document, const LanguageResources& language,
                               Depth depth = Depth::kWords, unsigned threads = 1);

struct SyntaxMemory;   // syntax_memory.h
class SentenceMemory;  // sentence_memory.h
// The same value again; as many threads as memories, each of which gains what was new in the text.
// `sentences`: those read before, in this document or another; may be null.
// REQUIRES: at least one memory.
[[nodiscard]] Analysis analyse(const Document& document, const LanguageResources& language,
                               Depth depth, std::span<SyntaxMemory> memories,
                               SentenceMemory* sentences = nullptr);

}  // namespace limpide
