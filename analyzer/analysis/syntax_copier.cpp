#include "analyzer/analysis/syntax_copier.h"

namespace limpide {
namespace {

constexpr char kWordEnd = '\x1f';
constexpr char kTokenEnd = '\x1e';

}  // namespace

WordRange words_of(const Segmentation& cut, const Sentence& sentence) {
  const auto first_word = [&cut](std::uint32_t token) {
    return token < cut.tokens.size() ? cut.tokens[token].first_word
                                     : static_cast<std::uint32_t>(cut.words.size());
  };
  return {first_word(sentence.first_token), first_word(sentence.token_end)};
}

std::string sentence_key(const Segmentation& cut, const Sentence& sentence) {
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

SyntaxCopier::SyntaxCopier(std::size_t words) {
  syntax_.tagging.words.resize(words);
  syntax_.tagging.lemmas.emplace_back();
  syntax_.trees.arcs.assign(words, Arc{});
  lemmas_.emplace("", 0);
}

void SyntaxCopier::copy(const Tagging& tags, const Trees& trees, std::uint32_t sentence,
                        WordRange to) {
  const WordRange words = trees.sentence_words[sentence];
  for (std::uint32_t i = 0; i < to.end - to.first; ++i) {
    WordTag tag = tags.words[words.first + i];
    tag.lemma = lemma(tags.lemmas[tag.lemma]);
    syntax_.tagging.words[to.first + i] = tag;
    Arc arc = trees.arcs[words.first + i];
    if (arc.head != kRoot) arc.head = arc.head - words.first + to.first;
    syntax_.trees.arcs[to.first + i] = arc;
  }
  syntax_.trees.sentences.push_back(trees.sentences[sentence]);
  syntax_.trees.sentence_words.push_back(to);
}

LemmaIndex SyntaxCopier::lemma(const std::string& text) {
  const auto added = lemmas_.emplace(text, static_cast<LemmaIndex>(lemmas_.size()));
  if (added.second) syntax_.tagging.lemmas.push_back(text);
  return added.first->second;
}

}  // namespace limpide
