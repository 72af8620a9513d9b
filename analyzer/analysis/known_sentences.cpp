#include "analyzer/analysis/known_sentences.h"

#include <utility>
#include <vector>

#include "analyzer/analysis/stages.h"

namespace limpide {
namespace {

constexpr char kWordEnd = '\x1f';
constexpr char kTokenEnd = '\x1e';

WordRange words_of(const Segmentation& cut, const Sentence& sentence) {
  const auto first_word = [&cut](std::uint32_t token) {
    return token < cut.tokens.size() ? cut.tokens[token].first_word
                                     : static_cast<std::uint32_t>(cut.words.size());
  };
  return {first_word(sentence.first_token), first_word(sentence.token_end)};
}

// All that tagging and parsing look at: the forms of tokens and of the words they are made of.
std::string key_of(const Segmentation& cut, const Sentence& sentence) {
  std::string key;
  const WordRange words = words_of(cut, sentence);
  std::uint32_t word = words.first;
  for (std::uint32_t token = sentence.first_token; token < sentence.token_end; ++token) {
    key += cut.forms[cut.tokens[token].form].key;
    key.push_back(kTokenEnd);
    for (; word < words.end && cut.words[word].token == token; ++word) {
      key += cut.forms[cut.words[word].form].key;
      key.push_back(kWordEnd);
    }
  }
  return key;
}

class Copier {
 public:
  explicit Copier(const Segmentation& cut) {
    syntax_.tagging.words.resize(cut.words.size());
    syntax_.tagging.lemmas.emplace_back();
    syntax_.trees.arcs.assign(cut.words.size(), Arc{});
    lemmas_.emplace("", 0);
  }

  void copy(const Analysis& from, std::uint32_t sentence, WordRange to) {
    const WordRange words = from.trees.sentence_words[sentence];
    for (std::uint32_t i = 0; i < to.end - to.first; ++i) {
      WordTag tag = from.tagging.words[words.first + i];
      tag.lemma = lemma(from.tagging.lemmas[tag.lemma]);
      syntax_.tagging.words[to.first + i] = tag;
      Arc arc = from.trees.arcs[words.first + i];
      if (arc.head != kRoot) arc.head = arc.head - words.first + to.first;
      syntax_.trees.arcs[to.first + i] = arc;
    }
    syntax_.trees.sentences.push_back(from.trees.sentences[sentence]);
    syntax_.trees.sentence_words.push_back(to);
  }

  Syntax take() { return std::move(syntax_); }

 private:
  LemmaIndex lemma(const std::string& text) {
    const auto added = lemmas_.emplace(text, static_cast<LemmaIndex>(lemmas_.size()));
    if (added.second) syntax_.tagging.lemmas.push_back(text);
    return added.first->second;
  }

  Syntax syntax_;
  std::unordered_map<std::string, LemmaIndex> lemmas_;
};

}  // namespace

void KnownSentences::add(const Analysis& analysis) {
  const Segmentation& cut = analysis.segmentation;
  for (std::uint32_t i = 0; i < cut.sentences.size(); ++i) {
    places_.emplace(key_of(cut, cut.sentences[i]), Place{&analysis, i});
  }
}

std::optional<Syntax> KnownSentences::syntax_of(const Segmentation& segmentation) const {
  Copier copier(segmentation);
  for (const Sentence& sentence : segmentation.sentences) {
    const auto found = places_.find(key_of(segmentation, sentence));
    if (found == places_.end()) return std::nullopt;
    copier.copy(*found->second.analysis, found->second.sentence, words_of(segmentation, sentence));
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
