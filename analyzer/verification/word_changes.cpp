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
    compare_joined();
    compare_kept();
    compare_widened();
    compare_counts();
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
    if (i == pair_.resources.named.unless && are_turned_round()) return;
    if (i == pair_.resources.named.each && is_any_one(old_places)) return;
    if (changed) add(marker.aspect, marker.id, first_span(old_places), first_span(new_places));
  }

  // "chaque mandataire ne peut", then "un mandataire ne peut".
  [[nodiscard]] bool is_any_one(const std::vector<Span>& places) const {
    const Said& after = pair_.after;
    if (after.denials.empty() && !is_restricted(after, pair_.resources)) return false;
    return std::all_of(places.begin(), places.end(), [this](const Span& place) {
      const auto& words = pair_.before.words;
      const auto noun = std::find_if(words.begin(), words.end(), [&place](const SaidWord& word) {
        return word.span.begin >= place.end && word.upos == Upos::kNoun;
      });
      const auto& counts = pair_.after.counts;
      return noun != words.end() && noun->span.begin <= place.end + 1 &&
             std::any_of(counts.begin(), counts.end(), [&](const CountedNoun& count) {
               return count.number == "1" && count.root == noun->root;
             });
    });
  }

  // "tous, sauf ceux qui ne sont pas": two denials, one inside the other, say yes.
  [[nodiscard]] bool are_turned_round() const {
    const auto total = [&](const Said& said) {
      return said.denials.size() + count_of(said, pair_.resources.named.unless);
    };
    return total(pair_.before) == total(pair_.after) + 2 ||
           total(pair_.after) == total(pair_.before) + 2;
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

  // "est ferme", "n'est pas ouvert": contraries, one of them denied, say the same.
  [[nodiscard]] bool is_denied_contrary(std::uint32_t pair, std::size_t side) const {
    const auto denied = [&](const Said& said, std::size_t which) {
      return std::any_of(said.words.begin(), said.words.end(), [&](const SaidWord& word) {
        const auto sides = pair_.resources.opposites_of.find(word.lemma);
        if (sides == pair_.resources.opposites_of.end()) return false;
        const bool there =
            std::any_of(sides->second.begin(), sides->second.end(), [&](const OppositeSide& one) {
              return one.pair == pair && one.second == (which == 1);
            });
        return there && said.shaded.count(word.root) != 0;
      });
    };
    return denied(pair_.before, side) != denied(pair_.after, 1 - side);
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
        if (!less || !more || is_denied_contrary(entry.first, side)) continue;
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
      if (was.first == was.second || is_denied_pair(was) || is_kept_choice(was.span)) continue;
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

  // "France metropolitaine", then "France"; "prescrite" is nowhere, nor what says it plainly.
  void compare_kept() {
    std::set<std::string, std::less<>> told;
    for (const SaidWord& was : pair_.before.words) {
      const auto kept = pair_.resources.kept.find(was.lemma);
      if (kept == pair_.resources.kept.end() || is_said(pair_.after, was.root)) continue;
      const auto& stand_ins = kept->second;
      const bool replaced =
          std::any_of(pair_.after.words.begin(), pair_.after.words.end(), [&](const SaidWord& is) {
            return std::find(stand_ins.begin(), stand_ins.end(), is.lemma) != stand_ins.end();
          });
      if (replaced || !told.insert(was.lemma).second) continue;
      add(Aspect::kTerm, was.lemma, was.span, {});
    }
  }

  [[nodiscard]] bool is_of_class(Span span) const {
    const auto& markers = pair_.before.markers;
    return std::any_of(markers.begin(), markers.end(), [span](const std::vector<Span>& places) {
      return std::any_of(places.begin(), places.end(), [span](const Span& place) {
        return place.begin <= span.begin && span.end <= place.end;
      });
    });
  }

  // "les absences injustifiees", then "les absences": what narrowed the noun is gone. Words of a
  // class are compared by it.
  void compare_widened() {
    // A sentence written anew drops words that the others imply.
    const auto lost =
        std::count_if(pair_.before.roots.begin(), pair_.before.roots.end(),
                      [this](const auto& root) { return !is_said(pair_.after, root.first); });
    if (lost > 1) return;
    for (const Modifier& was : pair_.before.modifiers) {
      if (was.link != ModifierLink::kAdjective || is_said(pair_.after, was.word)) continue;
      const auto& others = pair_.after.modifiers;
      const bool narrowed = std::any_of(others.begin(), others.end(), [&](const Modifier& is) {
        return is.head == was.head && !is_said(pair_.before, is.word);
      });
      if (!is_said(pair_.after, was.head) || narrowed || is_of_class(was.span)) continue;
      add(Aspect::kScope, was.word, was.span, {});
    }
  }

  // "A et/ou B", then "A ou B, ou les deux": the class of both is compared.
  [[nodiscard]] MarkerIndex both_or_one() const {
    const auto& classes = pair_.resources.classes;
    const auto found = std::find_if(classes.begin(), classes.end(),
                                    [](const MarkerClass& one) { return one.id == "et-ou"; });
    return found == classes.end() ? kNoMarker : static_cast<MarkerIndex>(found - classes.begin());
  }
  [[nodiscard]] bool keeps_choices() const {
    const MarkerIndex marker = both_or_one();
    const std::size_t count = count_of(pair_.before, marker);
    return count > 0 && count == count_of(pair_.after, marker);
  }
  [[nodiscard]] bool is_kept_choice(Span joined) const {
    if (!keeps_choices()) return false;
    const std::vector<Span>& places = places_of(pair_.before, both_or_one());
    return std::any_of(places.begin(), places.end(), [joined](const Span& place) {
      return joined.begin <= place.begin && place.end <= joined.end;
    });
  }

  // One "et" less, one "ou" more, though no tree joins the same words.
  void compare_joined() {
    if (keeps_choices()) return;
    const NamedClasses& named = pair_.resources.named;
    const std::vector<Span>& was = places_of(pair_.before, named.both);
    const std::vector<Span>& is = places_of(pair_.after, named.either);
    const bool more = is.size() > count_of(pair_.before, named.either);
    const bool less = was.size() > count_of(pair_.after, named.both);
    if (!more || !less || pair_.before.denials.size() != pair_.after.denials.size()) return;
    if (pair_.before.words.size() != pair_.after.words.size()) return;
    add(Aspect::kScope, "et", first_span(was), first_span(is));
  }

  // "un original", then "2 originaux".
  void compare_counts() {
    for (const CountedNoun& was : pair_.before.counts) {
      const auto of_noun = [&was](const CountedNoun& is) { return is.root == was.root; };
      const auto& others = pair_.after.counts;
      const auto other = std::find_if(others.begin(), others.end(), of_noun);
      if (other == others.end()) continue;
      const auto shared = [&](const CountedNoun& is) {
        return of_noun(is) && std::any_of(pair_.before.counts.begin(), pair_.before.counts.end(),
                                          [&is](const CountedNoun& one) {
                                            return one.root == is.root && one.number == is.number;
                                          });
      };
      if (std::any_of(others.begin(), others.end(), shared)) continue;
      changes_.push_back({Aspect::kFact, FactKind::kQuantity, was.number, was.span, other->span});
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
