#include "analyzer/verification/word_places.h"

#include <algorithm>
#include <string>

#include "analyzer/base/utf8.h"
#include "analyzer/verification/neighbours.h"

namespace limpide {
namespace {

struct PlacedWord {
  std::string text;
  Span span;
  Neighbours near;
};

// Opposites that the text says both of, each as a place.
std::vector<PlacedWord> opposites_in(const PlacedSide& side,
                                     const VerificationResources& resources) {
  std::vector<PlacedWord> values;
  for (const Said& said : side.said) {
    for (const SaidWord& word : said.words) {
      if (word.upos != Upos::kNoun || values.size() == kMostValues) continue;
      if (resources.opposites_of.count(word.lemma) == 0) continue;
      PlacedWord value{word.lemma, word.span, {}};
      for (const SaidWord& other : said.words) {
        const bool counted = other.upos == Upos::kVerb || other.upos == Upos::kNoun;
        if (!counted || resources.opposites_of.count(other.lemma) != 0) continue;
        double& heaviest = value.near[other.root];
        heaviest = std::max(heaviest, nearness(word.span, other.span));
      }
      values.push_back(std::move(value));
    }
  }
  return values;
}

bool are_opposites(const std::string& a, const std::string& b,
                   const VerificationResources& resources) {
  const auto first = resources.opposites_of.find(a);
  const auto second = resources.opposites_of.find(b);
  if (first == resources.opposites_of.end() || second == resources.opposites_of.end()) return false;
  for (const OppositeSide& one : first->second) {
    for (const OppositeSide& other : second->second) {
      if (one.pair == other.pair && one.second != other.second) return true;
    }
  }
  return false;
}

constexpr std::size_t kLeastExpansion = 2;  // words
constexpr std::size_t kMostExpansion = 12;

// All capitals of the code, in this order.
bool is_within_letters(std::string_view code, const std::string& letters) {
  std::size_t at = 0;
  for (const char letter : code) {
    at = letters.find(static_cast<char>(letter - 'A' + 'a'), at);
    if (at == std::string::npos) return false;
    ++at;
  }
  return true;
}

}  // namespace

std::vector<FactChange> exchanged_words(const PlacedSide& before, const PlacedSide& after,
                                        const VerificationResources& resources) {
  std::vector<FactChange> changes;
  const std::vector<PlacedWord> was = opposites_in(before, resources);
  const std::vector<PlacedWord> is = opposites_in(after, resources);
  for (std::size_t i = 0; i < was.size(); ++i) {
    for (std::size_t j = i + 1; j < was.size(); ++j) {
      if (!are_opposites(was[i].text, was[j].text, resources)) continue;
      const PlacedWord* first = only_one(is, was[i].text);
      const PlacedWord* second = only_one(is, was[j].text);
      if (first == nullptr || second == nullptr) continue;
      if (only_one(was, was[i].text) == nullptr || only_one(was, was[j].text) == nullptr) continue;
      if (!are_exchanged(was[i].near, was[j].near, first->near, second->near)) continue;
      changes.push_back({Aspect::kTerm, FactKind::kDate, was[i].text, was[i].span, first->span});
    }
  }
  return changes;
}

std::vector<FactChange> wrong_expansions(const PlacedSide& before, const PlacedSide& after) {
  std::vector<FactChange> changes;
  const Segmentation& cut = after.analysis.segmentation;
  const auto key = [&cut](std::size_t i) -> const std::string& {
    return cut.forms[cut.tokens[i].form].key;
  };
  for (std::size_t i = kLeastExpansion + 1; i + 1 < cut.tokens.size(); ++i) {
    if (key(i - 1) != "(" || key(i + 1) != ")") continue;
    const Span span = cut.tokens[i].span;
    const std::string_view code = slice(after.analysis.document->text, span);
    const bool capitals = code.size() > 2 && std::all_of(code.begin(), code.end(), [](char byte) {
                            return byte >= 'A' && byte <= 'Z';
                          });
    const std::string_view old_text = before.analysis.document->text;
    if (!capitals || old_text.find(code) == std::string_view::npos) continue;
    if (old_text.find("(" + std::string(code) + ")") != std::string_view::npos) continue;
    std::string letters;  // of the words before, accents off
    std::size_t first = i - 1;
    while (first > 0 && i - first <= kMostExpansion &&
           cut.tokens[first - 1].kind == TokenKind::kWord) {
      --first;
    }
    for (std::size_t at = first; at < i - 1; ++at) letters += without_accents(key(at));
    const auto holds = [&letters](char letter) {
      return letters.find(static_cast<char>(letter - 'A' + 'a')) != std::string::npos;
    };
    if (i - 1 - first < kLeastExpansion || is_within_letters(code, letters)) continue;
    if (!std::any_of(code.begin(), code.end(), holds)) continue;
    changes.push_back({Aspect::kFact, FactKind::kName, std::string(code), {}, span});
  }
  return changes;
}

}  // namespace limpide
