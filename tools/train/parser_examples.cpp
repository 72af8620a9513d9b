#include "tools/train/parser_examples.h"

#include <unordered_map>
#include <utility>

#include "analyzer/parsing/parse_input.h"

namespace limpide {
namespace {

constexpr std::size_t kWordsAtMost = 60000;  // of a sentence; a WordPlace counts further

Error bad_sentence(const TreebankSentence& sentence) {
  return make_error(ErrorCode::kInvalidInput, "error.treebank.tree", {{"text", sentence.text}});
}

// Does every word reach the root?
bool is_tree(const std::vector<WordPlace>& heads) {
  std::size_t roots = 0;
  for (std::size_t word = 1; word < heads.size(); ++word) {
    if (heads[word] == 0) ++roots;
    std::size_t steps = 0;
    for (std::size_t up = word; up != 0; up = heads[up]) {
      if (++steps > heads.size()) return false;
    }
  }
  return roots == 1;
}

bool read_tree(const TreebankSentence& sentence, ParserExample& example) {
  const std::size_t count = sentence.words.size();
  if (count == 0 || count > kWordsAtMost) return false;
  example.heads.assign(count + 1, 0);
  example.relations.assign(count + 1, Relation::kRoot);
  for (std::size_t i = 0; i < count; ++i) {
    const TreebankWord& word = sentence.words[i];
    const auto relation = relation_from_name(word.relation);
    if (!relation || word.head > count) return false;
    example.heads[i + 1] = static_cast<WordPlace>(word.head);
    example.relations[i + 1] = *relation;
  }
  return is_tree(example.heads);
}

}  // namespace

Result<Tagging> tagging_of(const std::vector<TreebankSentence>& sentences) {
  Tagging tagging;
  tagging.lemmas.emplace_back();
  std::unordered_map<std::string, LemmaIndex> lemmas{{"", 0}};
  for (const TreebankSentence& sentence : sentences) {
    for (const TreebankWord& word : sentence.words) {
      const auto upos = upos_from_name(word.upos);
      const auto features = features_from_name(word.features);
      if (!upos || !features) return bad_sentence(sentence);
      const auto [at, fresh] =
          lemmas.emplace(word.lemma, static_cast<LemmaIndex>(tagging.lemmas.size()));
      if (fresh) tagging.lemmas.push_back(word.lemma);
      tagging.words.push_back({*upos, *features, at->second});
    }
  }
  return tagging;
}

Result<ParserExamples> read_parser_examples(const std::vector<TreebankSentence>& sentences,
                                            const SegmentationResources& resources) {
  const Result<Tagging> tagging = tagging_of(sentences);
  if (!tagging) return tagging.error();
  const GoldSegmentation gold = gold_segmentation(sentences, resources);
  const ParseInput input(gold.segmentation, *tagging, *resources.lexicon);
  ParserExamples made;
  std::uint32_t next = 0;
  for (const TreebankSentence& sentence : sentences) {
    ParserExample example;
    if (!read_tree(sentence, example)) return bad_sentence(sentence);
    std::vector<ParseWord> words;
    for (std::size_t i = 0; i < sentence.words.size(); ++i) words.push_back(input.word(next++));
    example.sentence.assign(words.data(), words.size());
    example.gold_heads = example.heads;
    if (make_projective(example.heads) > 0) ++made.lifted;
    example.actions = oracle_actions(example.heads, example.relations);
    made.words += words.size();
    made.examples.push_back(std::move(example));
  }
  return made;
}

}  // namespace limpide
