#include "analyzer/analysis/analysis.h"

#include <cassert>
#include <utility>

#include "analyzer/analysis/sentence_memory.h"
#include "analyzer/analysis/stages.h"
#include "analyzer/analysis/syntax.h"
#include "analyzer/analysis/syntax_memory.h"
#include "analyzer/segmentation/segmenter.h"
#include "analyzer/structure/quotations.h"

namespace limpide {
namespace {

void index_tokens(Analysis& analysis) {
  const Segmentation& cut = analysis.segmentation;
  analysis.sentence_of_token.assign(cut.tokens.size(), 0);
  analysis.protected_of_token.assign(cut.tokens.size(), 0);
  analysis.quoted_law_token.assign(cut.tokens.size(), false);
  for (std::uint32_t i = 0; i < cut.sentences.size(); ++i) {
    for (std::uint32_t at = cut.sentences[i].first_token; at < cut.sentences[i].token_end; ++at) {
      analysis.sentence_of_token[at] = i;
    }
  }
  for (std::uint32_t i = 0; i < cut.protected_spans.size(); ++i) {
    const ProtectedSpan& unit = cut.protected_spans[i];
    for (std::uint32_t at = unit.first_token; at < unit.token_end; ++at) {
      analysis.protected_of_token[at] = i + 1;
    }
  }
  for (const TokenRange& range : long_quotations(cut)) {
    for (std::uint32_t at = range.first; at < range.end; ++at) analysis.quoted_law_token[at] = true;
  }
}

void add_syntax(Analysis& analysis, std::span<SyntaxMemory> memories, SentenceMemory* sentences) {
  assert(analysis.language->syntax != nullptr);
  const Segmentation& cut = analysis.segmentation;
  Syntax syntax = sentences == nullptr ? find_syntax(cut, *analysis.language, memories)
                                       : sentences->find_syntax(cut, *analysis.language, memories);
  analysis.tagging = std::move(syntax.tagging);
  analysis.trees = std::move(syntax.trees);
  add_meaning(analysis);
}

}  // namespace

void add_meaning(Analysis& analysis) {
  const SyntaxResources& syntax = *analysis.language->syntax;
  const Segmentation& cut = analysis.segmentation;
  analysis.depth = Depth::kTrees;
  analysis.clauses = find_clauses(cut, analysis.tagging, analysis.trees, analysis.language->lexicon,
                                  syntax.clauses);
  analysis.facts =
      find_facts({analysis.document->text, cut, analysis.tagging, analysis.trees, analysis.clauses},
                 syntax.facts);
}

Analysis analyse(const Document& document, const LanguageResources& language, Depth depth,
                 unsigned threads) {
  if (depth == Depth::kWords) return analyse(document, language, depth, std::span<SyntaxMemory>{});
  SyntaxMemories memories = short_memories(language, threads, document.text.size());
  return analyse(document, language, depth, memories);
}

Analysis cut_document(const Document& document, const LanguageResources& language) {
  Analysis analysis;
  analysis.document = &document;
  analysis.language = &language;
  analysis.segmentation = segment(document, language.segmentation);
  index_tokens(analysis);
  return analysis;
}

Analysis analyse(const Document& document, const LanguageResources& language, Depth depth,
                 std::span<SyntaxMemory> memories, SentenceMemory* sentences) {
  Analysis analysis = cut_document(document, language);
  analysis.structure = describe(document, analysis.segmentation, language.structure);
  analysis.metrics = measure(analysis.segmentation, analysis.structure);
  if (depth == Depth::kTrees) add_syntax(analysis, memories, sentences);
  return analysis;
}

}  // namespace limpide
