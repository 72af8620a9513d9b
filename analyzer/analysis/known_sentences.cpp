#include "analyzer/analysis/known_sentences.h"

#include <utility>

#include "analyzer/analysis/stages.h"
#include "analyzer/analysis/syntax_copier.h"

namespace limpide {

void KnownSentences::add(const Analysis& analysis) {
  const Segmentation& cut = analysis.segmentation;
  for (std::uint32_t i = 0; i < cut.sentences.size(); ++i) {
    places_.emplace(sentence_key(cut, cut.sentences[i]), Place{&analysis, i});
  }
}

std::optional<Syntax> KnownSentences::syntax_of(const Segmentation& segmentation) const {
  SyntaxCopier copier(segmentation.words.size());
  for (const Sentence& sentence : segmentation.sentences) {
    const auto found = places_.find(sentence_key(segmentation, sentence));
    if (found == places_.end()) return std::nullopt;
    const Analysis& from = *found->second.analysis;
    copier.copy(from.tagging, from.trees, found->second.sentence, words_of(segmentation, sentence));
  }
  return copier.take();
}

Analysis analyse_known(const Document& document, const LanguageResources& language,
                       const KnownSentences& known, SyntaxMemory& memory) {
  Analysis analysis = cut_document(document, language);
  std::optional<Syntax> syntax = known.syntax_of(analysis.segmentation);
  if (!syntax) syntax = find_syntax(analysis.segmentation, language, {&memory, 1});
  analysis.tagging = std::move(syntax->tagging);
  analysis.trees = std::move(syntax->trees);
  add_meaning(analysis);
  return analysis;
}

}  // namespace limpide
