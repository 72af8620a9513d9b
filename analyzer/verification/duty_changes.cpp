// Must, may, must not: what one group of sentences binds somebody to and the other does not.
#include <algorithm>
#include <array>

#include "analyzer/verification/comparers.h"

namespace limpide {
namespace {

FactKind kind_of(DutySort sort) {
  if (sort == DutySort::kMay) return FactKind::kPermission;
  return sort == DutySort::kMust ? FactKind::kObligation : FactKind::kProhibition;
}

class DutyComparer {
 public:
  DutyComparer(const SaidPair& pair, std::vector<FactChange>& changes)
      : pair_(pair), changes_(changes) {}

  void run() {
    compare_lost();
    compare_gained();
    compare_strength();
    compare_done();
    compare_our_acts();
    compare_dropped();
    compare_bearers();
  }

 private:
  static std::vector<const Duty*> duties_of(const Said& said, DutySort sort) {
    std::vector<const Duty*> found;
    for (const Duty& duty : said.duties) {
      if (duty.sort == sort) found.push_back(&duty);
    }
    return found;
  }
  [[nodiscard]] std::size_t words_of(const Said& said, MarkerIndex marker) const {
    return count_of(said, marker);
  }

  // "vous paierez", "le demandeur joint": told without a word of duty.
  static bool is_told(const Said& said, const std::string& verb) {
    return std::any_of(said.events.begin(), said.events.end(), [&verb](const Event& event) {
      const bool user = event.agent.who == Who::kReader || event.agent.who == Who::kUser;
      const bool told = event.time == EventTime::kPresent || event.time == EventTime::kFuture;
      return user && told && !event.modal && (verb.empty() || event.verb == verb);
    });
  }

  // Does the text bind, permit or forbid, in whatever words?
  [[nodiscard]] bool holds(const Said& said, DutySort sort, const std::string& verb) const {
    if (!duties_of(said, sort).empty()) return true;
    const NamedClasses& named = pair_.resources.named;
    switch (sort) {
      case DutySort::kMust:
        return words_of(said, named.must) > 0 || !said.orders.empty() || is_told(said, verb);
      case DutySort::kMay:
        return words_of(said, named.may) > 0;
      case DutySort::kMustNot:
        return !said.denials.empty() || words_of(said, named.negative) > 0;
    }
    return true;
  }

  // "pourra etre inscrit", then "sera inscrit": fewer words of possibility, and it is sure.
  [[nodiscard]] bool is_plain_now(const std::string& verb) const {
    const MarkerIndex may = pair_.resources.named.may;
    if (verb.empty() || count_of(pair_.after, may) >= count_of(pair_.before, may)) return false;
    if (!duties_of(pair_.after, DutySort::kMay).empty()) return false;
    const auto& events = pair_.after.events;
    return std::any_of(events.begin(), events.end(), [&verb](const Event& event) {
      return event.verb == verb && event.finite && !event.modal && event.time == EventTime::kFuture;
    });
  }

  void compare_lost() {
    for (const DutySort sort : {DutySort::kMust, DutySort::kMay, DutySort::kMustNot}) {
      const auto was = duties_of(pair_.before, sort);
      if (was.empty()) continue;
      const bool plain = sort == DutySort::kMay && is_plain_now(was.front()->verb);
      if (!plain && holds(pair_.after, sort, was.front()->verb)) continue;
      const bool limits =
          is_restricted(pair_.before, pair_.resources) &&
          (sort == DutySort::kMay || is_restricted(pair_.after, pair_.resources) ||
           holds(pair_.after, DutySort::kMust, {}));  // "nul ne peut ... sans": "il faut"
      const bool asks = sort == DutySort::kMust && is_restricted(pair_.after, pair_.resources) &&
                        !duties_of(pair_.after, DutySort::kMustNot).empty();
      if (limits || asks || is_softened(was)) continue;
      add(*was.front(), was.front()->span, {});
    }
  }

  // "vous etes invite a presenter": "vous pouvez presenter".
  [[nodiscard]] bool is_softened(const std::vector<const Duty*>& was) const {
    return std::all_of(was.begin(), was.end(), [this](const Duty* duty) {
      if (!duty->asked) return false;
      const auto& others = pair_.after.duties;
      return std::any_of(others.begin(), others.end(),
                         [duty](const Duty& is) { return is.verb == duty->verb; });
    });
  }

  // A right or a duty that comes in is a change when it bears on what was said as a fact or as
  // something else; a sentence more that explains is none.
  void compare_gained() {
    const bool limited =
        is_restricted(pair_.before, pair_.resources) && is_restricted(pair_.after, pair_.resources);
    for (const DutySort sort : {DutySort::kMay, DutySort::kMustNot}) {
      for (const Duty* is : duties_of(pair_.after, sort)) {
        if (limited || holds(pair_.before, sort, is->verb)) continue;
        // "doit etre accompagne", "ne peut pas venir sans": one thing.
        const bool asks = sort == DutySort::kMustNot && is_restricted(pair_.after, pair_.resources);
        if (asks && holds(pair_.before, DutySort::kMust, {})) continue;
        const bool said = !is->verb.empty() && pair_.before.roots.count(is->verb) != 0;
        const bool was_must = !duties_of(pair_.before, DutySort::kMust).empty() &&
                              duties_of(pair_.after, DutySort::kMust).empty();
        if (sort == DutySort::kMustNot || said || was_must) add(*is, {}, is->span);
      }
    }
  }

  // "a ete deposee", then "doit etre deposee": what is done is no duty.
  void compare_done() {
    for (const Duty& is : pair_.after.duties) {
      if (is.sort != DutySort::kMust || is.verb.empty()) continue;
      const auto of_verb = [&is](const Event& event) { return event.verb == is.verb; };
      const auto done = [&](const Event& event) {
        return of_verb(event) && event.time == EventTime::kPast && !event.modal;
      };
      const auto& was = pair_.before.events;
      const bool bound = std::any_of(pair_.before.duties.begin(), pair_.before.duties.end(),
                                     [&is](const Duty& duty) { return duty.verb == is.verb; });
      const bool still = std::any_of(pair_.after.events.begin(), pair_.after.events.end(), done);
      if (bound || still || std::none_of(was.begin(), was.end(), done)) continue;
      if (holds(pair_.before, DutySort::kMust, is.verb)) continue;
      add(is, {}, is.span);
    }
  }

  // "une copie est adressee ce jour", then "envoyez une copie": we did it, the reader need not.
  void compare_our_acts() {
    const std::vector<Span>& ours = places_of(pair_.before, pair_.resources.named.we_act);
    if (ours.empty()) return;
    for (const Event& was : pair_.before.events) {
      const bool told = was.time == EventTime::kPresent && !was.modal && was.finite;
      if (!told || was.agent.who != Who::kUnknown) continue;
      const auto other = std::find_if(
          pair_.after.events.begin(), pair_.after.events.end(),
          [&was](const Event& is) { return is.verb == was.verb && is.agent.who == Who::kReader; });
      if (other == pair_.after.events.end()) continue;
      changes_.push_back({Aspect::kRole, FactKind::kDate, was.verb, was.span, other->span});
    }
  }

  // The same verb, once a duty, once a right.
  void compare_strength() {
    for (const Duty& was : pair_.before.duties) {
      const auto of_verb = [&was](const Duty& is) { return is.verb == was.verb; };
      const auto same = [&was](const Duty& is) {
        return is.verb == was.verb && is.sort == was.sort;
      };
      const auto& others = pair_.after.duties;
      const auto other = std::find_if(others.begin(), others.end(), of_verb);
      if (was.verb.empty() || other == others.end()) continue;
      if (std::any_of(others.begin(), others.end(), same)) continue;
      // "vous etes invite a", "pouvez": a request is between the two.
      const bool asked = was.asked && other->sort == DutySort::kMay;
      const bool cancelled = was.sort == DutySort::kMustNot &&
                             pair_.before.denials.size() > pair_.after.denials.size() + 1;
      const bool limited = is_restricted(pair_.before, pair_.resources) &&
                           is_restricted(pair_.after, pair_.resources);
      if (asked || cancelled || limited) continue;
      add(was, was.span, other->span);
    }
  }

  // "payer et signer" without "signer": fewer duties, and the verb is nowhere.
  void compare_dropped() {
    for (const DutySort sort : {DutySort::kMust, DutySort::kMay}) {
      const auto was = duties_of(pair_.before, sort);
      const auto is = duties_of(pair_.after, sort);
      if (is.empty() || was.size() <= is.size()) continue;
      for (const Duty* duty : was) {
        if (duty->verb.empty() || pair_.after.roots.count(duty->verb) != 0) continue;
        add(*duty, duty->span, {});
      }
    }
  }

  void compare_bearers() {
    for (const DutySort sort : {DutySort::kMust, DutySort::kMay, DutySort::kMustNot}) {
      const auto was = duties_of(pair_.before, sort);
      const auto is = duties_of(pair_.after, sort);
      if (was.size() != is.size()) continue;
      for (std::size_t i = 0; i < was.size(); ++i) {
        const bool other =
            is[i]->who == Who::kReader && pair_.resources.others.count(was[i]->bearer) != 0 &&
            pair_.after.roots.count(concept_of(pair_.resources, was[i]->bearer)) == 0;
        if (!other && may_stand_for(pair_, was[i]->who, is[i]->who)) continue;
        changes_.push_back(
            {Aspect::kRole, FactKind::kDate, was[i]->verb, was[i]->span, is[i]->span});
      }
    }
  }

  void add(const Duty& duty, Span before, Span after) {
    changes_.push_back({Aspect::kModality, kind_of(duty.sort), duty.verb, before, after});
  }

  const SaidPair& pair_;
  std::vector<FactChange>& changes_;
};

}  // namespace

void compare_duties(const SaidPair& pair, std::vector<FactChange>& changes) {
  DutyComparer(pair, changes).run();
}

}  // namespace limpide
