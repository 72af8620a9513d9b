#include "analyzer/verification/glosses.h"

#include <algorithm>

#include "analyzer/verification/comparers.h"

namespace limpide {
namespace {

constexpr double kMostKnown = 0.34;  // share of the words that the first text holds too
constexpr std::size_t kLeastWords = 3;

// The sentence of a byte, up to the next full stop.
std::uint32_t sentence_end(std::string_view text, std::uint32_t begin) {
  const std::size_t end = text.find(". ", begin);
  return static_cast<std::uint32_t>(end == std::string_view::npos ? text.size() : end);
}

// Where explanations begin: after ":", at "c'est-a-dire".
std::vector<std::uint32_t> starts_of(const Said& after, std::string_view text,
                                     const VerificationResources& resources) {
  std::vector<std::uint32_t> starts;
  for (const Span& place : places_of(after, resources.named.gloss)) starts.push_back(place.begin);
  if (after.words.empty()) return starts;
  const std::size_t last = after.words.back().span.end;
  for (std::size_t at = after.words.front().span.begin; at < last; ++at) {
    at = text.find(':', at);
    if (at == std::string_view::npos || at >= last) break;
    starts.push_back(static_cast<std::uint32_t>(at));
  }
  return starts;
}

bool is_new(const Said& before, const Said& after, Span region) {
  std::size_t words = 0;
  std::size_t known = 0;
  for (const SaidWord& word : after.words) {
    if (word.span.begin < region.begin || word.span.begin >= region.end) continue;
    ++words;
    if (before.roots.count(word.root) != 0) ++known;
  }
  return words >= kLeastWords &&
         static_cast<double>(known) <= kMostKnown * static_cast<double>(words);
}

}  // namespace

void drop_glosses(const Said& before, const Said& after, std::string_view text,
                  const VerificationResources& resources, std::vector<FactChange>& changes) {
  if (changes.empty()) return;
  for (const std::uint32_t start : starts_of(after, text, resources)) {
    const Span region{start, sentence_end(text, start)};
    if (!is_new(before, after, region)) continue;
    const auto explains = [region](const FactChange& change) {
      const bool gained = change.before.begin == change.before.end;
      return gained && change.after.begin >= region.begin && change.after.begin < region.end &&
             change.after.begin != change.after.end;
    };
    changes.erase(std::remove_if(changes.begin(), changes.end(), explains), changes.end());
  }
}

}  // namespace limpide
