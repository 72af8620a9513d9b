#include "analyzer/verification/firm_facts.h"

#include <algorithm>
#include <set>

#include "analyzer/base/utf8.h"
#include "analyzer/verification/fact_changes.h"

namespace limpide {
namespace {

constexpr std::size_t kLeastInitials = 2;
constexpr std::uint16_t kLeastInitialWord = 3;  // bytes: "de", "la" have no initial

class FirmComparer {
 public:
  FirmComparer(const Analysis& before, const Analysis& after,
               const VerificationResources& resources)
      : before_(before),
        after_(after),
        resources_(resources),
        old_(stated_facts(before, before.facts)),
        new_(stated_facts(after, after.facts)) {}

  std::vector<FactChange> run() {
    MissingFacts missing = missing_facts(old_, new_);
    keep_compared(missing.lost, new_);
    keep_compared(missing.gained, old_);
    drop_reworded(missing);
    pair_up(missing);
    compare_titles();
    return std::move(changes_);
  }

 private:
  // Numbers count by themselves: "deux exemplaires" may become "2 copies".
  void keep_compared(std::vector<const Fact*>& facts, const StatedFacts& other) const {
    std::set<std::string> numbers;
    for (const Fact& fact : other.facts) {
      if (fact.kind == FactKind::kQuantity) numbers.insert(decimal_text(fact.number));
    }
    const auto said = [&](const Fact* fact) {
      if (fact->kind == FactKind::kQuantity) return numbers.count(decimal_text(fact->number)) != 0;
      if (fact->kind == FactKind::kName) return is_expanded(*fact, other);
      return !is_firm(fact->kind);
    };
    facts.erase(std::remove_if(facts.begin(), facts.end(), said), facts.end());
  }

  // "caisse d'allocations familiales" where the other text says "CAF".
  static bool is_expanded(const Fact& name, const StatedFacts& other) {
    std::string initials;
    const std::string plain = without_accents(to_lower(name.content));
    for (std::size_t at = 0; at < plain.size();) {
      std::size_t end = plain.find_first_of(" '-", at);
      if (end == std::string::npos) end = plain.size();
      if (end - at >= kLeastInitialWord) initials.push_back(plain[at]);
      at = end + 1;
    }
    return initials.size() >= kLeastInitials && other.words.count(initials) != 0;
  }

  // What a start of a deadline or a date says happens: verbs, and the verbs of nouns.
  [[nodiscard]] std::set<std::string> happenings(const Fact& fact) const {
    const ClauseResources& lists = before_.language->syntax->clauses;
    std::set<std::string> verbs;
    for (std::size_t at = 0; at < fact.party_key.size();) {
      const std::size_t end = std::min(fact.party_key.find(' ', at), fact.party_key.size());
      const std::string word = fact.party_key.substr(at, end - at);
      at = end + 1;
      const std::string_view of_noun = lists.verb_of_noun(word);
      const bool verb = (lists.of_lemma(word) & bit_of(WordTrait::kVerbLemma)) != 0;
      if (of_noun.empty() && !verb) continue;
      const std::string happening(of_noun.empty() ? std::string_view(word) : of_noun);
      const auto start = resources_.starts.find(happening);
      verbs.insert(start == resources_.starts.end() ? happening : start->second);
    }
    return verbs;
  }

  [[nodiscard]] bool same_start(const Fact& a, const Fact& b) const {
    if (a.party_key.empty() || b.party_key.empty())
      return a.party_key.empty() == b.party_key.empty();
    const std::set<std::string> old_verbs = happenings(a);
    const std::set<std::string> new_verbs = happenings(b);
    if (old_verbs.empty() != new_verbs.empty()) return false;
    const auto shared = [&new_verbs](const std::string& verb) {
      return new_verbs.count(verb) != 0;
    };
    return old_verbs.empty() || std::any_of(old_verbs.begin(), old_verbs.end(), shared);
  }

  static bool is_span_of_time(const Fact& fact) {
    return (fact.kind == FactKind::kDeadline && fact.dates.empty()) ||
           fact.kind == FactKind::kDuration;
  }

  // The same time said otherwise: "dans un delai de deux mois a compter de la reception", "vous
  // avez deux mois apres avoir recu cette lettre".
  [[nodiscard]] bool is_reworded(const Fact& lost, const Fact& gained) const {
    const bool spans = is_span_of_time(lost) && is_span_of_time(gained);
    if (spans) {
      return duration_text(lost.duration) == duration_text(gained.duration) &&
             lost.side == gained.side && lost.bound == gained.bound && same_start(lost, gained);
    }
    const bool dated = (lost.kind == FactKind::kDate && gained.kind == FactKind::kDeadline) ||
                       (lost.kind == FactKind::kDeadline && gained.kind == FactKind::kDate);
    return dated && lost.dates == gained.dates;
  }

  void drop_reworded(MissingFacts& missing) const {
    for (auto lost = missing.lost.begin(); lost != missing.lost.end();) {
      const auto gained =
          std::find_if(missing.gained.begin(), missing.gained.end(),
                       [&](const Fact* fact) { return is_reworded(**lost, *fact); });
      if (gained == missing.gained.end()) {
        ++lost;
        continue;
      }
      missing.gained.erase(gained);
      lost = missing.lost.erase(lost);
    }
  }

  void pair_up(MissingFacts& missing) {
    for (const Fact* lost : missing.lost) {
      const auto other =
          std::find_if(missing.gained.begin(), missing.gained.end(), [lost](const Fact* fact) {
            return fact->kind == lost->kind || (is_span_of_time(*fact) && is_span_of_time(*lost));
          });
      Span after;
      if (other != missing.gained.end()) {
        after = (*other)->span;
        missing.gained.erase(other);
      }
      changes_.push_back({Aspect::kFact, lost->kind, fact_key(*lost), lost->span, after});
    }
    for (const Fact* gained : missing.gained) {
      changes_.push_back({Aspect::kFact, gained->kind, fact_key(*gained), {}, gained->span});
    }
  }

  // "M. Martin", then "Mme Martin".
  void compare_titles() {
    for (const Fact& was : before_.facts) {
      if (was.kind != FactKind::kName || was.detail.empty()) continue;
      const auto titled = [&was](const Fact& is) {
        return is.kind == FactKind::kName && is.content == was.content && !is.detail.empty();
      };
      const auto same = [&](const Fact& is) { return titled(is) && is.detail == was.detail; };
      const auto other = std::find_if(after_.facts.begin(), after_.facts.end(), titled);
      if (other == after_.facts.end()) continue;
      if (std::any_of(after_.facts.begin(), after_.facts.end(), same)) continue;
      changes_.push_back({Aspect::kFact, FactKind::kName, fact_key(was), was.span, other->span});
    }
  }

  const Analysis& before_;
  const Analysis& after_;
  const VerificationResources& resources_;
  StatedFacts old_;
  StatedFacts new_;
  std::vector<FactChange> changes_;
};

}  // namespace

std::vector<FactChange> firm_changes(const Analysis& before, const Analysis& after,
                                     const VerificationResources& resources) {
  return FirmComparer(before, after, resources).run();
}

}  // namespace limpide
