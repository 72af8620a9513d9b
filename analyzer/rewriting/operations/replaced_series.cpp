#include "analyzer/rewriting/operations/replaced_series.h"

#include <algorithm>
#include <array>
#include <vector>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/inflection/forms.h"

namespace limpide {
namespace {

constexpr const char* kGraveA = "\xC3\xA0";
constexpr std::array<std::string_view, 3> kJoins{"et", "ou", "ni"};

bool is_preposition(const std::string& lower, std::string_view preposition) {
  return preposition == kGraveA ? lower == kGraveA : lower == "de" || lower == "d'";
}

// The infinitive at the token, or behind its pronouns: "de l'y inscrire". The end when none.
std::uint32_t infinitive_at(const Analysis& analysis, std::uint32_t token, std::uint32_t end) {
  const Lexicon& lexicon = analysis.language->lexicon;
  for (; token < end; ++token) {
    const FormId form = form_of_token(analysis, token).lexicon;
    if (form == kNoForm) return end;
    const LexicalTraits& traits = lexicon.traits(form);
    if (traits.infinitive) return token;
    if (!traits.may_be(Upos::kPron) && !traits.may_be(Upos::kAdv)) return end;
  }
  return end;
}

class Series {
 public:
  Series(const OperationInput& input, TokenRange range)
      : analysis_(input.analysis),
        range_(range),
        first_(
            analysis_.segmentation.sentences[analysis_.sentence_of_token[range.first]].first_token),
        end_(analysis_.segmentation.sentences[analysis_.sentence_of_token[range.first]].token_end),
        preposition_(is_preposition(lower(range.end - 1), kGraveA) ? kGraveA : "de") {}

  // The prepositions that the words replaced governed too; nothing where that is unsure.
  [[nodiscard]] std::optional<std::vector<std::uint32_t>> others() const {
    std::vector<std::uint32_t> found;
    if (!is_preposition(lower(range_.end - 1), preposition_)) return found;
    if (infinitive_at(analysis_, range_.end, end_) == end_) {
      if (goes_on_with_noun()) return std::nullopt;
      return found;
    }
    bool nested = governs_before();     // "de permettre de lire"
    std::vector<std::uint32_t> listed;  // "de signer, de dater et de renvoyer"
    for (std::uint32_t i = range_.end; i + 1 < end_; ++i) {
      if (!is_preposition(lower(i), preposition_)) continue;
      if (infinitive_at(analysis_, i + 1, end_) == end_) continue;
      if (!joins(i)) {
        if (lower(i - 1) == ",") listed.push_back(i);
        nested = nested || lower(i - 1) != ",";
        continue;
      }
      if (nested) return std::nullopt;
      found.insert(found.end(), listed.begin(), listed.end());
      listed.clear();
      found.push_back(i);
    }
    return found;
  }

 private:
  // "compte tenu de vos revenus ainsi que de vos charges", "voire a une saisine"
  [[nodiscard]] bool goes_on_with_noun() const {
    for (std::uint32_t i = range_.end + 1; i + 2 < end_; ++i) {
      const bool as_well = lower(i - 1) == "ainsi" && (lower(i) == "que" || lower(i) == "qu'");
      if (!as_well && lower(i) != "voire") continue;
      const std::string& word = lower(i + 1);
      const bool of = preposition_ == "de" && (word == "du" || word == "des");
      const bool to = preposition_ != "de" && (word == "au" || word == "aux");
      if (is_preposition(word, preposition_) || of || to) return true;
    }
    return false;
  }
  // "loisible de venir en vue d'examiner ..., ou de demander": which of them goes on?
  [[nodiscard]] bool governs_before() const {
    for (std::uint32_t i = range_.first; i > first_; --i) {
      if (!is_preposition(lower(i - 1), preposition_)) continue;
      if (infinitive_at(analysis_, i, range_.first) != range_.first) return true;
    }
    return false;
  }
  // "et de", "et notamment de"
  [[nodiscard]] bool joins(std::uint32_t preposition) const {
    std::uint32_t before = preposition - 1;
    if (before > first_ && lower(before) == "notamment") --before;
    return std::find(kJoins.begin(), kJoins.end(), lower(before)) != kJoins.end();
  }
  [[nodiscard]] const std::string& lower(std::uint32_t token) const {
    return form_of_token(analysis_, token).lower;
  }

  const Analysis& analysis_;
  TokenRange range_;
  std::uint32_t first_;
  std::uint32_t end_;
  std::string_view preposition_;
};

bool says_something(Upos upos) {
  return upos == Upos::kNoun || upos == Upos::kVerb || upos == Upos::kAdj || upos == Upos::kAux;
}

std::size_t letters_of(std::string_view word) {
  return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

// "reste" and "restant", "demander" and "demande".
bool has_same_stem(std::string_view a, std::string_view b) {
  constexpr std::size_t kShort = 4;
  const auto parts = std::mismatch(
      a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin());
  const std::size_t shared =
      letters_of(a.substr(0, static_cast<std::size_t>(parts.first - a.begin())));
  const std::size_t shorter = std::min(letters_of(a), letters_of(b));
  return shared > kShort || (shared == kShort && shorter == kShort + 1);
}

}  // namespace

std::optional<Edits> with_series(const OperationInput& input, TokenRange range,
                                 const std::string& text, Edits edits) {
  const std::string_view last = last_word(text);
  if (edits.empty() || last == "de" || last == kGraveA) return edits;
  const auto others = Series(input, range).others();
  if (!others) return std::nullopt;
  const auto& tokens = input.analysis.segmentation.tokens;
  for (const std::uint32_t token : *others) {
    edits.push_back({{tokens[token].span.begin, tokens[token + 1].span.begin}, ""});
  }
  std::sort(edits.begin(), edits.end(),
            [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
  return edits;
}

bool repeats_near(const OperationInput& input, TokenRange range, const std::string& written) {
  constexpr std::uint32_t kReach = 4;   // tokens
  constexpr std::size_t kShortest = 4;  // letters
  const Analysis& analysis = input.analysis;
  if (analysis.depth != Depth::kTrees) return false;
  const auto& tokens = analysis.segmentation.tokens;
  const Sentence& sentence =
      analysis.segmentation.sentences[analysis.sentence_of_token[range.first]];
  constexpr std::uint32_t kContent = (1U << static_cast<unsigned>(Upos::kNoun)) |
                                     (1U << static_cast<unsigned>(Upos::kVerb)) |
                                     (1U << static_cast<unsigned>(Upos::kAdj));
  const auto said = [&](std::uint32_t first, std::uint32_t end, const std::string& word,
                        const std::string& lemma) {
    for (std::uint32_t i = first; i < end; ++i) {
      if (tokens[i].kind != TokenKind::kWord) continue;
      if (!says_something(analysis.tagging.words[tokens[i].first_word].upos)) continue;
      const std::string& other = form_of_token(analysis, i).lower;
      if (lemma_of(analysis, tokens[i].first_word) == lemma) return true;
      if (letters_of(other) >= kShortest && has_same_stem(other, word)) return true;
    }
    return false;
  };
  const std::uint32_t first = std::max(sentence.first_token + kReach, range.first) - kReach;
  const std::uint32_t end = std::min(range.end + kReach, sentence.token_end);
  std::string rest = to_lower(written);
  while (!rest.empty()) {
    const std::string word = rest.substr(0, rest.find(' '));
    rest.erase(0, std::min(word.size() + 1, rest.size()));
    if (letters_of(word) < kShortest) continue;
    const auto reading = reading_of(*analysis.language, word, kContent);
    if (!reading || reading->lemma == "avoir" || reading->lemma == "\xC3\xAAtre") continue;
    if (said(range.first, range.end, word, reading->lemma)) continue;
    if (said(first, range.first, word, reading->lemma)) return true;
    if (said(range.end, end, word, reading->lemma)) return true;
  }
  return false;
}

}  // namespace limpide
