#include "tools/eval/parsing_eval.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "analyzer/base/utf8.h"
#include "analyzer/segmentation/segmenter.h"
#include "tools/treebank/gold_segmentation.h"

namespace limpide {
namespace {

// A word as both sides have it; heads count words of the whole text.
struct Leaf {
  std::size_t begin = 0;  // bytes that are not space
  std::size_t end = 0;
  std::size_t place = 0;  // in its token
  std::string form;       // of a word of a contraction, in small letters
  std::string upos;
  std::uint32_t head = kRoot;
  Relation relation = Relation::kDep;

  [[nodiscard]] auto key() const { return std::tie(begin, end, place, form); }
};

std::string without_spaces(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = decode_at(text, i);
    if (!is_space(decoded.code_point)) result.append(text.substr(i, decoded.size));
    i += decoded.size;
  }
  return result;
}

Error bad_tree(const TreebankSentence& sentence) {
  return make_error(ErrorCode::kInvalidInput, "error.treebank.tree", {{"text", sentence.text}});
}

Result<std::vector<Leaf>> gold_leaves(const std::vector<TreebankSentence>& sentences,
                                      std::string& bare) {
  std::vector<Leaf> leaves;
  for (const TreebankSentence& sentence : sentences) {
    const auto first = static_cast<std::uint32_t>(leaves.size());
    for (const TreebankToken& token : sentence.tokens) {
      const std::size_t begin = bare.size();
      bare += without_spaces(to_nfc(token.form));
      for (std::uint32_t i = token.first_word; i < token.word_end; ++i) {
        const TreebankWord& word = sentence.words[i];
        const auto relation = relation_from_name(word.relation);
        if (!relation || word.head > sentence.words.size()) return bad_tree(sentence);
        const bool contracted = token.word_end - token.first_word > 1;
        leaves.push_back({begin, bare.size(), i - token.first_word,
                          contracted ? to_lower(word.form) : "", word.upos,
                          word.head == 0 ? kRoot : first + word.head - 1, *relation});
      }
    }
  }
  return leaves;
}

std::vector<Leaf> found_leaves(std::string_view text, const Segmentation& segmentation,
                               const Tagging& tagging, const Trees& trees, std::string& bare) {
  std::vector<Leaf> leaves;
  for (std::size_t i = 0; i < segmentation.tokens.size(); ++i) {
    const std::size_t begin = bare.size();
    bare += without_spaces(slice(text, segmentation.tokens[i].span));
    const std::size_t first = segmentation.tokens[i].first_word;
    const std::size_t end = i + 1 < segmentation.tokens.size()
                                ? segmentation.tokens[i + 1].first_word
                                : segmentation.words.size();
    for (std::size_t word = first; word < end; ++word) {
      const bool contracted = end - first > 1;
      leaves.push_back({begin, bare.size(), word - first,
                        contracted ? segmentation.forms[segmentation.words[word].form].lower : "",
                        std::string(upos_name(tagging.words[word].upos)), trees.arcs[word].head,
                        trees.arcs[word].relation});
    }
  }
  return leaves;
}

// Numbers that aligned words share; 0 for a word without a fellow.
struct Alignment {
  std::vector<std::size_t> gold;
  std::vector<std::size_t> found;
};

Alignment align(const std::vector<Leaf>& gold, const std::vector<Leaf>& found) {
  Alignment made{std::vector<std::size_t>(gold.size(), 0),
                 std::vector<std::size_t>(found.size(), 0)};
  std::size_t g = 0;
  std::size_t f = 0;
  for (std::size_t pair = 1; g < gold.size() && f < found.size();) {
    if (gold[g].key() == found[f].key()) {
      made.gold[g++] = pair;
      made.found[f++] = pair++;
    } else if (gold[g].key() < found[f].key()) {
      ++g;
    } else {
      ++f;
    }
  }
  return made;
}

ParsingScores compare(const std::vector<Leaf>& gold, const std::vector<Leaf>& found) {
  ParsingScores scores;
  for (MatchCount* count : {&scores.upos, &scores.uas, &scores.las, &scores.las_subtypes}) {
    *count = {gold.size(), found.size(), 0};
  }
  for (const Leaf& leaf : gold) ++scores.relations[std::string(relation_name(leaf.relation))].gold;
  for (const Leaf& leaf : found) {
    ++scores.relations[std::string(relation_name(leaf.relation))].found;
  }
  const Alignment pairs = align(gold, found);
  std::size_t g = 0;
  for (std::size_t f = 0; f < found.size(); ++f) {
    if (pairs.found[f] == 0) continue;
    while (pairs.gold[g] != pairs.found[f]) ++g;
    const Leaf& right = gold[g];
    const Leaf& ours = found[f];
    if (right.upos == ours.upos) ++scores.upos.right;
    const bool root = right.head == kRoot && ours.head == kRoot;
    const bool both = right.head != kRoot && ours.head != kRoot;
    const bool head = root || (both && pairs.gold[right.head] != 0 &&
                               pairs.gold[right.head] == pairs.found[ours.head]);
    if (!head) continue;
    ++scores.uas.right;
    if (universal_relation(right.relation) == universal_relation(ours.relation)) {
      ++scores.las.right;
    }
    if (right.relation != ours.relation) continue;
    ++scores.las_subtypes.right;
    ++scores.relations[std::string(relation_name(ours.relation))].right;
  }
  return scores;
}

std::string arc_text(const std::vector<TreebankSentence>& sentences, std::size_t sentence,
                     std::uint32_t first, const Leaf& leaf) {
  const std::string head =
      leaf.head == kRoot ? "root" : sentences[sentence].words[leaf.head - first].form;
  return std::string(relation_name(leaf.relation)) + "(" + head + ")";
}

std::vector<std::string> misses_of(const std::vector<TreebankSentence>& sentences,
                                   const std::vector<Leaf>& gold, const std::vector<Leaf>& found) {
  std::vector<std::string> misses;
  std::uint32_t first = 0;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const auto count = static_cast<std::uint32_t>(sentences[s].words.size());
    for (std::uint32_t i = first; i < first + count; ++i) {
      if (gold[i].head == found[i].head &&
          universal_relation(gold[i].relation) == universal_relation(found[i].relation)) {
        continue;
      }
      misses.push_back(sentences[s].words[i - first].form + "\t" +
                       arc_text(sentences, s, first, gold[i]) + "\t" +
                       arc_text(sentences, s, first, found[i]) + "\t" + sentences[s].text);
    }
    first += count;
  }
  return misses;
}

}  // namespace

Result<ParsingScores> evaluate_parsing(const std::vector<TreebankSentence>& sentences,
                                       const SegmentationResources& resources,
                                       const ParsingModels& models) {
  std::string bare;
  const auto gold = gold_leaves(sentences, bare);
  if (!gold) return gold.error();
  const GoldSegmentation cut = gold_segmentation(sentences, resources);
  const Tagging tagging = tag_words(cut.segmentation, *resources.lexicon, *models.tagging);
  const Trees trees = parse_words(cut.segmentation, tagging, *resources.lexicon, *models.parsing);
  // Gold tokens: the words are the same, whatever their characters.
  std::vector<Leaf> found = *gold;
  for (std::size_t i = 0; i < found.size(); ++i) {
    found[i].upos = upos_name(tagging.words[i].upos);
    found[i].head = trees.arcs[i].head;
    found[i].relation = trees.arcs[i].relation;
  }
  ParsingScores scores = compare(*gold, found);
  scores.misses = misses_of(sentences, *gold, found);
  return scores;
}

Result<ParsingScores> evaluate_raw_parsing(const std::vector<TreebankSentence>& sentences,
                                           const SegmentationResources& resources,
                                           const ParsingModels& models) {
  std::string gold_bare;
  const auto gold = gold_leaves(sentences, gold_bare);
  if (!gold) return gold.error();
  const auto document = raw_document(sentences);
  if (!document) return document.error();
  const Segmentation segmentation = segment(*document, resources);
  const Tagging tagging = tag_words(segmentation, *resources.lexicon, *models.tagging);
  const Trees trees = parse_words(segmentation, tagging, *resources.lexicon, *models.parsing);
  std::string bare;
  const std::vector<Leaf> found = found_leaves(document->text, segmentation, tagging, trees, bare);
  if (bare != gold_bare) return make_error(ErrorCode::kInvalidInput, "error.treebank.text", {});
  return compare(*gold, found);
}

}  // namespace limpide
