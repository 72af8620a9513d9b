#include "analyzer/rewriting/grammar/sentence_faults.h"

#include <algorithm>
#include <map>
#include <utility>

#include "analyzer/rewriting/grammar/agreement_faults.h"
#include "analyzer/rewriting/grammar/series_faults.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {
namespace {

constexpr std::uint32_t kRepeatReach = 3;  // tokens between two of the same preposition

// Faults that the words side by side show, whatever the tree.
class TokenReader {
 public:
  TokenReader(const Analysis& analysis, const GrammarWords& words,
              std::vector<SentenceFault>& faults)
      : analysis_(analysis), words_(words), faults_(faults) {}

  void run() {
    for (const Sentence& sentence : analysis_.segmentation.sentences) {
      for (std::uint32_t i = sentence.first_token; i < sentence.token_end; ++i) {
        if (i + 1 < sentence.token_end && hangs_after_comma(i)) add(FaultKind::kPair, i, i + 1);
        if (token(i).kind != TokenKind::kWord) continue;
        if (i + 1 < sentence.token_end) look_at(i);
        look_back(i, sentence.first_token);
      }
    }
  }

 private:
  [[nodiscard]] const Token& token(std::uint32_t i) const {
    return analysis_.segmentation.tokens[i];
  }
  [[nodiscard]] const std::string& lower(std::uint32_t i) const {
    return analysis_.segmentation.forms[token(i).form].lower;
  }
  // The determiner or the pronoun: "de le faire" is right.
  [[nodiscard]] bool is_determiner(std::uint32_t i) const {
    return analysis_.tagging.words[token(i).first_word].upos == Upos::kDet;
  }

  // ", du 24 juillet 2019,": the date lost the word that it hung from.
  [[nodiscard]] bool hangs_after_comma(std::uint32_t i) const {
    return token(i).kind == TokenKind::kPunctuation && token(i + 1).kind == TokenKind::kWord &&
           words_.pairs.count({lower(i), lower(i + 1)}) != 0;
  }

  void look_at(std::uint32_t i) {
    const Token& next = token(i + 1);
    const std::string& word = lower(i);
    if (next.kind == TokenKind::kPunctuation) {
      const std::string_view mark = slice(analysis_.document->text, next.span);
      const bool ends = mark == "." || mark == "," || mark == ";" || mark == ")";
      if (ends && words_.openers.count(word) != 0) add(FaultKind::kBareOpener, i, i + 1);
      return;
    }
    if (next.kind != TokenKind::kWord) return;
    const std::string& after = lower(i + 1);
    if (loses_vowel(word, i + 1)) add(FaultKind::kElision, i, i + 1);
    if (words_.pairs.count({word, after}) != 0) {
      const bool article = word.size() > 2 || is_determiner(i + 1);
      if (article) add(FaultKind::kPair, i, i + 1);
    }
    if (word == after && words_.doubled.count(word) == 0) add(FaultKind::kDoubled, i, i + 1);
  }

  [[nodiscard]] bool loses_vowel(const std::string& word, std::uint32_t next) const {
    const std::string& after = lower(next);
    if (words_.elided.count(word) != 0) {
      const bool capitals = analysis_.segmentation.forms[token(next).form].casing == Casing::kUpper;
      return !capitals && elides_before(analysis_.language->lexicon, after);
    }
    if (words_.elided_before_pronouns.count(word) != 0) {
      return words_.eliding_pronouns.count(after) != 0;
    }
    return words_.condition.count(word) != 0 && words_.condition_pronouns.count(after) != 0;
  }

  // "dans l'emploi dans l'entreprise"
  void look_back(std::uint32_t i, std::uint32_t first) {
    if (words_.prepositions.count(lower(i)) == 0) return;
    for (std::uint32_t back = 2; back <= kRepeatReach && i >= first + back; ++back) {
      if (token(i - back + 1).kind == TokenKind::kPunctuation) return;
      if (lower(i - back) == lower(i)) return add(FaultKind::kDoubled, i - back, i);
    }
  }

  void add(FaultKind kind, std::uint32_t first, std::uint32_t second) {
    faults_.push_back(
        {kind, lower(first) + " " + lower(second), token(first).span, token(second).span});
  }

  const Analysis& analysis_;
  const GrammarWords& words_;
  std::vector<SentenceFault>& faults_;
};

}  // namespace

const char* fault_name(FaultKind kind) {
  switch (kind) {
    case FaultKind::kElision:
      return "elision";
    case FaultKind::kPair:
      return "pair";
    case FaultKind::kDoubled:
      return "doubled";
    case FaultKind::kBareOpener:
      return "bare-opener";
    case FaultKind::kDeterminer:
      return "determiner";
    case FaultKind::kAdjective:
      return "adjective";
    case FaultKind::kSubject:
      return "subject";
    case FaultKind::kInfinitive:
      return "infinitive";
    case FaultKind::kNoVerb:
      return "no-verb";
    case FaultKind::kNoDeterminer:
      return "no-determiner";
    case FaultKind::kCoordination:
      return "coordination";
    case FaultKind::kSeries:
      return "series";
  }
  return "";
}

std::vector<SentenceFault> sentence_faults(const Analysis& analysis, const GrammarWords& words) {
  std::vector<SentenceFault> faults;
  TokenReader(analysis, words, faults).run();
  add_agreement_faults(analysis, words, faults);
  add_series_faults(analysis, words, faults);
  std::stable_sort(
      faults.begin(), faults.end(),
      [](const SentenceFault& a, const SentenceFault& b) { return a.first.begin < b.first.begin; });
  return faults;
}

std::vector<SentenceFault> new_faults(const std::vector<SentenceFault>& before,
                                      const std::vector<SentenceFault>& after) {
  const auto key = [](const SentenceFault& fault) {
    return std::make_pair(fault.kind, fault.words);
  };
  std::map<std::pair<FaultKind, std::string>, int> known;
  for (const SentenceFault& fault : before) ++known[key(fault)];
  std::vector<SentenceFault> fresh;
  for (const SentenceFault& fault : after) {
    if (known[key(fault)]-- > 0) continue;
    fresh.push_back(fault);
  }
  return fresh;
}

}  // namespace limpide
