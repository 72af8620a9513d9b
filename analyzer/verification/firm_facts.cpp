#include "analyzer/verification/firm_facts.h"

#include <algorithm>
#include <set>

#include "analyzer/base/utf8.h"
#include "analyzer/verification/fact_changes.h"
#include "analyzer/verification/fact_rewordings.h"

namespace limpide {
namespace {

constexpr std::size_t kLeastInitials = 2;
constexpr std::uint16_t kLeastInitialWord = 3;  // bytes: "de", "la" have no initial

class FirmComparer {
 public:
  FirmComparer(const Analysis& before, const Analysis& after, const std::vector<Said>& old_said,
               const std::vector<Said>& new_said, const VerificationResources& resources)
      : before_(before),
        after_(after),
        old_said_(old_said),
        new_said_(new_said),
        resources_(resources),
        old_(stated_facts(before, before.facts)),
        new_(stated_facts(after, after.facts)) {}

  std::vector<FactChange> run() {
    MissingFacts missing = missing_facts(old_, new_);
    keep_compared(missing.lost, new_);
    keep_compared(missing.gained, old_);
    drop_reworded(missing, {before_, old_, old_said_}, {after_, new_, new_said_}, resources_);
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
      if (fact->kind == FactKind::kName)
        return is_expanded(*fact, other) || is_worded(*fact, other);
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

  // "sa carte Vitale": all its words but the short ones are there.
  static bool is_worded(const Fact& name, const StatedFacts& other) {
    const std::string plain = to_lower(name.content);
    bool all = false;
    for (std::size_t at = 0; at < plain.size();) {
      const std::size_t end = std::min(plain.find_first_of(" '-", at), plain.size());
      const std::string word = plain.substr(at, end - at);
      const bool possessive = word == "sa" || word == "son" || word == "ses" || word == "leur" ||
                              word == "votre" || word == "notre";
      if (!possessive && other.words.count(without_accents(word)) == 0) return false;
      all = all || possessive;
      at = end + 1;
    }
    return all;
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
  const std::vector<Said>& old_said_;
  const std::vector<Said>& new_said_;
  const VerificationResources& resources_;
  StatedFacts old_;
  StatedFacts new_;
  std::vector<FactChange> changes_;
};

}  // namespace

std::vector<FactChange> firm_changes(const Analysis& before, const Analysis& after,
                                     const std::vector<Said>& old_said,
                                     const std::vector<Said>& new_said,
                                     const VerificationResources& resources) {
  return FirmComparer(before, after, old_said, new_said, resources).run();
}

}  // namespace limpide
