#include "analyzer/analysis/sentence_memory.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/analysis/syntax_copier.h"

namespace limpide {
namespace {

using KnownSyntax = std::shared_ptr<const Syntax>;

std::size_t bytes_of(const Syntax& syntax) {
  std::size_t bytes = sizeof(Syntax);
  bytes += syntax.tagging.words.size() * (sizeof(WordTag) + sizeof(Arc));
  for (const std::string& lemma : syntax.tagging.lemmas)
    bytes += sizeof(std::string) + lemma.size();
  return bytes;
}

// The sentence alone.
Syntax sentence_alone(const Tagging& tags, const Trees& trees, std::uint32_t sentence) {
  const WordRange words = trees.sentence_words[sentence];
  const std::uint32_t count = words.end - words.first;
  SyntaxCopier copier(count);
  copier.copy(tags, trees, sentence, {0, count});
  return copier.take();
}

// Reads the sentences that nobody read before, in runs of neighbours.
void read_missing(const Segmentation& cut, const LanguageResources& language, SyntaxMemory& memory,
                  std::vector<KnownSyntax>& known) {
  const SyntaxResources& models = *language.syntax;
  const auto count = static_cast<std::uint32_t>(known.size());
  for (std::uint32_t first = 0; first < count; ++first) {
    if (known[first] != nullptr) continue;
    std::uint32_t end = first;
    while (end < count && known[end] == nullptr) ++end;
    const Tagging tags =
        tag_words(cut, language.lexicon, models.tagging, {first, end}, memory.tagging);
    const Trees trees =
        parse_words(cut, tags, language.lexicon, models.parsing, {first, end}, memory.parsing);
    for (std::uint32_t at = first; at < end; ++at) {
      known[at] = std::make_shared<const Syntax>(sentence_alone(tags, trees, at - first));
    }
    first = end;
  }
}

}  // namespace

Syntax SentenceMemory::find_syntax(const Segmentation& segmentation,
                                   const LanguageResources& language,
                                   std::span<SyntaxMemory> memories) {
  const std::vector<Sentence>& sentences = segmentation.sentences;
  std::vector<std::string> keys;
  std::vector<KnownSyntax> known;
  std::vector<bool> is_new;
  std::size_t missing = 0;  // tokens
  for (const Sentence& sentence : sentences) {
    keys.push_back(sentence_key(segmentation, sentence));
    known.push_back(sentences_.find(keys.back()));
    is_new.push_back(known.back() == nullptr);
    if (is_new.back()) missing += sentence.token_end - sentence.first_token;
  }
  const auto keep_new = [&] {
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      if (is_new[i]) sentences_.keep(std::move(keys[i]), known[i], bytes_of(*known[i]));
    }
  };
  // Mostly new: read at once, by as many threads as there are.
  if (missing * 2 > segmentation.tokens.size()) {
    Syntax all = limpide::find_syntax(segmentation, language, memories);
    for (std::uint32_t i = 0; i < sentences.size(); ++i) {
      if (!is_new[i]) continue;
      known[i] = std::make_shared<const Syntax>(sentence_alone(all.tagging, all.trees, i));
    }
    keep_new();
    return all;
  }
  read_missing(segmentation, language, memories.front(), known);
  keep_new();
  SyntaxCopier copier(segmentation.words.size());
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    copier.copy(known[i]->tagging, known[i]->trees, 0, words_of(segmentation, sentences[i]));
  }
  return copier.take();
}

}  // namespace limpide
