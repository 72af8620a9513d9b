#include "tools/eval/segmentation_eval.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "analyzer/base/utf8.h"
#include "analyzer/segmentation/segmenter.h"

namespace limpide {
namespace {

// Offsets count bytes that are not space. A word has the span of its token, a place in it, a form.
using Unit = std::tuple<std::size_t, std::size_t, std::size_t, std::string>;

std::string without_spaces(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = decode_at(text, i);
    if (!is_space(decoded.code_point)) result.append(text.substr(i, decoded.size));
    i += decoded.size;
  }
  return result;
}

struct Units {
  std::vector<Unit> tokens;
  std::vector<Unit> words;
  std::vector<Unit> sentences;
};

Units gold_units(const std::vector<TreebankSentence>& sentences, std::string& bare) {
  Units units;
  for (const TreebankSentence& sentence : sentences) {
    const std::size_t begin = bare.size();
    for (const TreebankToken& token : sentence.tokens) {
      const std::size_t token_begin = bare.size();
      bare += without_spaces(to_nfc(token.form));
      units.tokens.emplace_back(token_begin, bare.size(), 0, "");
      for (std::uint32_t word = token.first_word; word < token.word_end; ++word) {
        const bool contracted = token.word_end - token.first_word > 1;
        units.words.emplace_back(token_begin, bare.size(), word - token.first_word,
                                 contracted ? to_lower(sentence.words[word].form) : "");
      }
    }
    units.sentences.emplace_back(begin, bare.size(), 0, "");
  }
  return units;
}

Units found_units(const Document& document, const Segmentation& segmentation, std::string& bare) {
  Units units;
  std::vector<std::pair<std::size_t, std::size_t>> spans;
  for (std::size_t i = 0; i < segmentation.tokens.size(); ++i) {
    const std::size_t begin = bare.size();
    bare += without_spaces(slice(document.text, segmentation.tokens[i].span));
    spans.emplace_back(begin, bare.size());
    units.tokens.emplace_back(begin, bare.size(), 0, "");
    const std::size_t first = segmentation.tokens[i].first_word;
    const std::size_t end = i + 1 < segmentation.tokens.size()
                                ? segmentation.tokens[i + 1].first_word
                                : segmentation.words.size();
    for (std::size_t word = first; word < end; ++word) {
      const bool contracted = end - first > 1;
      units.words.emplace_back(
          begin, bare.size(), word - first,
          contracted ? segmentation.forms[segmentation.words[word].form].lower : "");
    }
  }
  for (const Sentence& sentence : segmentation.sentences) {
    units.sentences.emplace_back(spans[sentence.first_token].first,
                                 spans[sentence.token_end - 1].second, 0, "");
  }
  return units;
}

std::string around(const std::string& bare, const Unit& unit, char sign) {
  const std::size_t begin = std::get<0>(unit);
  const std::size_t end = std::get<1>(unit);
  const auto clean = [&bare](std::size_t from, std::size_t to) {
    while (from > 0 && (static_cast<unsigned char>(bare[from]) & 0xC0U) == 0x80U) --from;
    while (to < bare.size() && (static_cast<unsigned char>(bare[to]) & 0xC0U) == 0x80U) ++to;
    return bare.substr(from, to - from);
  };
  const std::size_t left = begin > 15 ? begin - 15 : 0;
  const std::size_t right = std::min(bare.size(), end + 15);
  std::string inside = clean(begin, end);
  if (inside.size() > 90) inside = clean(begin, begin + 35) + " ~ " + clean(end - 35, end);
  return std::string(1, sign) + " " + clean(left, begin) + " [" + inside + "] " +
         clean(end, right) + " " + std::get<3>(unit);
}

MatchCount compare(const char* name, const std::vector<Unit>& gold, const std::vector<Unit>& found,
                   const std::string& bare, std::vector<std::string>& misses) {
  MatchCount count{gold.size(), found.size(), 0};
  std::size_t g = 0;
  std::size_t f = 0;
  while (g < gold.size() || f < found.size()) {
    if (g < gold.size() && f < found.size() && gold[g] == found[f]) {
      ++count.right;
      ++g;
      ++f;
    } else if (f == found.size() || (g < gold.size() && gold[g] < found[f])) {
      misses.push_back(std::string(name) + " " + around(bare, gold[g++], '-'));
    } else {
      misses.push_back(std::string(name) + " " + around(bare, found[f++], '+'));
    }
  }
  return count;
}

double ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

double MatchCount::precision() const { return ratio(right, found); }
double MatchCount::recall() const { return ratio(right, gold); }
double MatchCount::f1() const { return ratio(2 * right, gold + found); }

Result<SegmentationScores> evaluate_segmentation(const std::vector<TreebankSentence>& sentences,
                                                 const SegmentationResources& resources) {
  auto document = raw_document(sentences);
  if (!document) return document.error();
  const Segmentation segmentation = segment(*document, resources);
  std::string gold_bare;
  std::string found_bare;
  const Units gold = gold_units(sentences, gold_bare);
  const Units found = found_units(*document, segmentation, found_bare);
  if (gold_bare != found_bare) {
    return make_error(ErrorCode::kInvalidInput, "error.treebank.text", {});
  }
  SegmentationScores scores;
  scores.tokens = compare("token", gold.tokens, found.tokens, gold_bare, scores.misses);
  scores.words = compare("word", gold.words, found.words, gold_bare, scores.misses);
  scores.sentences = compare("sentence", gold.sentences, found.sentences, gold_bare, scores.misses);
  return scores;
}

}  // namespace limpide
