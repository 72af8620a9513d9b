// Classes of words, opposites, what narrows a noun, "et" and "ou", of two groups of sentences.
#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "analyzer/verification/comparers.h"

namespace limpide {
namespace {

class WordComparer {
 public:
  WordComparer(const SaidPair& pair, std::vector<FactChange>& changes)
      : pair_(pair), changes_(changes) {}

  void run() {
    for (MarkerIndex i = 0; i < pair_.resources.classes.size(); ++i) compare_class(i);
    compare_opposites();
    compare_modifiers();
    compare_distinct();
    compare_dropped();
    compare_pairs();
  }

 private:
  void add(Aspect aspect, std::string what, Span before, Span after) {
    changes_.push_back({aspect, FactKind::kDate, std::move(what), before, after});
  }

  // What says the same in a weaker way.
  [[nodiscard]] bool stands_in(const MarkerClass& marker, const Said& said) const {
    return count_of(said, marker.linked) > 0;
  }

  void compare_class(MarkerIndex i) {
    const MarkerClass& marker = pair_.resources.classes[i];
    const std::vector<Span>& old_places = places_of(pair_.before, i);
    const std::vector<Span>& new_places = places_of(pair_.after, i);
    const std::size_t was = old_places.size();
    const std::size_t is = new_places.size();
    bool changed = false;
    switch (marker.policy) {
      case MarkerPolicy::kPresence:
        changed = (was == 0 && is > 0 && !stands_in(marker, pair_.before)) ||
                  (is == 0 && was > 0 && !stands_in(marker, pair_.after));
        break;
      case MarkerPolicy::kNumber:
        changed = was != is;
        break;
      case MarkerPolicy::kKept:
        changed = was > 0 && is == 0 && !stands_in(marker, pair_.after) &&
                  !(i == pair_.resources.named.either && all_denied());
        break;
      case MarkerPolicy::kSwap:
        changed = was > is &&
                  count_of(pair_.before, marker.linked) < count_of(pair_.after, marker.linked) &&
                  !(marker.linked == pair_.resources.named.without &&
                    is_restricted(pair_.after, pair_.resources));
        break;
      case MarkerPolicy::kParity:
      case MarkerPolicy::kInternal:
      case MarkerPolicy::kSupport:
        return;
    }
    if (changed) add(marker.aspect, marker.id, first_span(old_places), first_span(new_places));
  }

  [[nodiscard]] bool is_denied_pair(const CoordinatedPair& was) const {
    const auto dark = [](const Said& said, const std::string& root) {
      return said.shaded.count(root) != 0;
    };
    return dark(pair_.before, was.first) && dark(pair_.before, was.second) &&
           dark(pair_.after, was.first) && dark(pair_.after, was.second);
  }
  // "a defaut de paiement ou de contestation": "si vous ne payez pas et ne contestez pas".
  [[nodiscard]] bool all_denied() const {
    const auto& pairs = pair_.before.pairs;
    return std::any_of(pairs.begin(), pairs.end(),
                       [](const CoordinatedPair& was) { return was.either; }) &&
           std::all_of(pairs.begin(), pairs.end(), [this](const CoordinatedPair& was) {
             return !was.either || is_denied_pair(was);
           });
  }

  struct SideCount {
    std::array<int, 2> count{};
    std::array<Span, 2> span{};
  };
  [[nodiscard]] std::map<std::uint32_t, SideCount> sides_of(const Said& said) const {
    std::map<std::uint32_t, SideCount> found;
    for (const SaidWord& word : said.words) {
      const auto sides = pair_.resources.opposites_of.find(word.lemma);
      if (sides == pair_.resources.opposites_of.end()) continue;
      for (const OppositeSide& side : sides->second) {
        SideCount& count = found[side.pair];
        if (count.count[side.second ? 1 : 0]++ == 0) count.span[side.second ? 1 : 0] = word.span;
      }
    }
    return found;
  }

  // One side is said less, the other more.
  void compare_opposites() {
    const std::map<std::uint32_t, SideCount> was = sides_of(pair_.before);
    const std::map<std::uint32_t, SideCount> is = sides_of(pair_.after);
    for (const auto& entry : was) {
      const auto other = is.find(entry.first);
      if (other == is.end()) continue;
      for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
        const bool less = entry.second.count[side] > other->second.count[side];
        const bool more = entry.second.count[1 - side] < other->second.count[1 - side];
        if (!less || !more) continue;
        add(Aspect::kTerm, pair_.resources.opposites[entry.first].first, entry.second.span[side],
            other->second.span[1 - side]);
      }
    }
  }

  [[nodiscard]] static bool is_said(const Said& said, const std::string& root) {
    return said.roots.count(root) != 0;
  }

  // "tribunal administratif", then "tribunal judiciaire": the same noun, narrowed otherwise.
  void compare_modifiers() {
    for (const Modifier& was : pair_.before.modifiers) {
      if (is_said(pair_.after, was.word)) continue;
      const auto other = std::find_if(
          pair_.after.modifiers.begin(), pair_.after.modifiers.end(), [&](const Modifier& is) {
            const bool object = is.link == ModifierLink::kObject;
            return is.head == was.head && object == (was.link == ModifierLink::kObject) &&
                   is.word != was.word && !is_said(pair_.before, is.word);
          });
      if (other == pair_.after.modifiers.end()) continue;
      add(Aspect::kTerm, was.word, was.span, other->span);
    }
  }

  using Lines = std::map<std::uint32_t, const SaidWord*>;
  // Words of distinct.tsv that the other text does not say, by line of the table.
  [[nodiscard]] Lines lost_lines(const Said& said, const Said& other) const {
    Lines lines;
    for (const SaidWord& word : said.words) {
      const auto found = pair_.resources.distinct.find(word.lemma);
      if (found == pair_.resources.distinct.end() || is_said(other, word.root)) continue;
      for (const std::uint32_t line : found->second) lines.emplace(line, &word);
    }
    return lines;
  }

  // "psychologue scolaire", then "infirmiere scolaire": another of the same sort.
  void compare_distinct() {
    const Lines was = lost_lines(pair_.before, pair_.after);
    const Lines is = lost_lines(pair_.after, pair_.before);
    for (const auto& line : was) {
      const auto other = is.find(line.first);
      if (other == is.end()) continue;
      add(Aspect::kTerm, line.second->lemma, line.second->span, other->second->span);
    }
  }

  // "signe et date", then "signe".
  void compare_dropped() {
    for (const CoordinatedPair& was : pair_.before.pairs) {
      if (was.either || !was.plain || !is_said(pair_.after, was.first) ||
          is_said(pair_.after, was.second)) {
        continue;
      }
      add(Aspect::kScope, was.second, was.span, {});
    }
  }

  // "un bail et une facture", then "un bail ou une facture".
  void compare_pairs() {
    for (const CoordinatedPair& was : pair_.before.pairs) {
      if (was.first == was.second || is_denied_pair(was)) continue;
      const auto joins = [&was](const CoordinatedPair& is) {
        return (is.first == was.first && is.second == was.second) ||
               (is.first == was.second && is.second == was.first);
      };
      const auto same = [&](const CoordinatedPair& is) {
        return joins(is) && is.either == was.either;
      };
      const auto& others = pair_.after.pairs;
      const auto other = std::find_if(others.begin(), others.end(), joins);
      if (other == others.end() || std::any_of(others.begin(), others.end(), same)) continue;
      add(Aspect::kScope, was.first, was.span, other->span);
    }
  }

  const SaidPair& pair_;
  std::vector<FactChange>& changes_;
};

}  // namespace

void compare_words(const SaidPair& pair, std::vector<FactChange>& changes) {
  WordComparer(pair, changes).run();
}

}  // namespace limpide
