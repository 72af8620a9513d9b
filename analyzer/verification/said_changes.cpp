#include "analyzer/verification/said_changes.h"

#include <algorithm>
#include <array>
#include <map>

namespace limpide {
namespace {

const std::vector<Span>& places(const Said& said, MarkerIndex marker) {
  static const std::vector<Span> kNone;
  return marker < said.markers.size() ? said.markers[marker] : kNone;
}

Span first_of(const std::vector<Span>& spans) { return spans.empty() ? Span{} : spans.front(); }

FactKind kind_of(DutySort sort) {
  if (sort == DutySort::kMay) return FactKind::kPermission;
  return sort == DutySort::kMust ? FactKind::kObligation : FactKind::kProhibition;
}

class SaidComparer {
 public:
  SaidComparer(const Said& before, const Said& after, const VerificationResources& resources)
      : before_(before), after_(after), resources_(resources) {}

  std::vector<FactChange> run() {
    for (MarkerIndex i = 0; i < resources_.classes.size(); ++i) compare_marker(i);
    compare_duties();
    compare_bearers();
    compare_events();
    compare_possessions();
    compare_addressee();
    return std::move(changes_);
  }

 private:
  void add(Aspect aspect, std::string what, Span before, Span after,
           FactKind kind = FactKind::kDate) {
    changes_.push_back({aspect, kind, std::move(what), before, after});
  }

  void compare_marker(MarkerIndex i) {
    const MarkerClass& marker = resources_.classes[i];
    const std::vector<Span>& old_places = places(before_, i);
    const std::vector<Span>& new_places = places(after_, i);
    const std::size_t was = old_places.size();
    const std::size_t is = new_places.size();
    bool changed = false;
    switch (marker.policy) {
      case MarkerPolicy::kPresence:
        changed = (was == 0) != (is == 0);
        break;
      case MarkerPolicy::kNumber:
        changed = was != is;
        break;
      case MarkerPolicy::kKept:
        changed = was > 0 && is == 0;
        break;
      case MarkerPolicy::kSwap:
        changed = was > is &&
                  places(before_, marker.opposite).size() < places(after_, marker.opposite).size();
        break;
      case MarkerPolicy::kParity:
        return compare_denials(marker);
      case MarkerPolicy::kInternal:
        return;
    }
    if (!changed) return;
    add(marker.aspect, marker.id, first_of(old_places), first_of(new_places));
  }

  [[nodiscard]] std::vector<Span> denials(const Said& said) const {
    std::vector<Span> all = places(said, resources_.negation);
    const std::vector<Span>& without = places(said, resources_.without);
    all.insert(all.end(), without.begin(), without.end());
    std::sort(all.begin(), all.end(),
              [](const Span& a, const Span& b) { return a.begin < b.begin; });
    return all;
  }

  // "ne peut etre accorde sans" is "est accorde seulement avec": two denials say yes.
  void compare_denials(const MarkerClass& marker) {
    const std::vector<Span> was = denials(before_);
    const std::vector<Span> is = denials(after_);
    const std::size_t apart =
        was.size() > is.size() ? was.size() - is.size() : is.size() - was.size();
    if (apart % 2 == 0) return;
    add(marker.aspect, marker.id, first_of(was), first_of(is));
  }

  static std::vector<const Duty*> duties_of(const Said& said, DutySort sort) {
    std::vector<const Duty*> found;
    for (const Duty& duty : said.duties) {
      if (duty.sort == sort) found.push_back(&duty);
    }
    return found;
  }

  void compare_duties() {
    for (const DutySort sort : {DutySort::kMust, DutySort::kMay, DutySort::kMustNot}) {
      const auto was = duties_of(before_, sort);
      const auto is = duties_of(after_, sort);
      if (was.empty() == is.empty()) continue;
      const bool restricted = sort == DutySort::kMay && !places(before_, resources_.only).empty();
      if (restricted) continue;
      const Duty& duty = was.empty() ? *is.front() : *was.front();
      add(Aspect::kModality, duty.verb, was.empty() ? Span{} : duty.span,
          was.empty() ? duty.span : Span{}, kind_of(sort));
    }
    compare_strength();
    compare_dropped();
  }

  // "payer et signer" without "signer": fewer duties, and the verb is nowhere.
  void compare_dropped() {
    for (const DutySort sort : {DutySort::kMust, DutySort::kMay}) {
      const auto was = duties_of(before_, sort);
      const auto is = duties_of(after_, sort);
      if (is.empty() || was.size() <= is.size()) continue;
      for (const Duty* duty : was) {
        if (duty->verb.empty() || after_.lemmas.count(duty->verb) != 0) continue;
        add(Aspect::kModality, duty->verb, duty->span, {}, kind_of(sort));
      }
    }
  }

  // The same verb, once a duty, once a right.
  void compare_strength() {
    for (const Duty& was : before_.duties) {
      const auto of_verb = [&was](const Duty& is) { return is.verb == was.verb; };
      const auto same = [&was](const Duty& is) {
        return is.verb == was.verb && is.sort == was.sort;
      };
      const auto other = std::find_if(after_.duties.begin(), after_.duties.end(), of_verb);
      if (was.verb.empty() || other == after_.duties.end()) continue;
      if (std::any_of(after_.duties.begin(), after_.duties.end(), same)) continue;
      add(Aspect::kModality, was.verb, was.span, other->span, kind_of(was.sort));
    }
  }

  // May the second stand for the first?
  [[nodiscard]] bool may_stand_for(Who was, Who is) const {
    if (was == Who::kUnknown || is == Who::kUnknown || was == is) return true;
    switch (was) {
      case Who::kReader:
        return false;
      case Who::kUs:
        return is == Who::kBody || is == Who::kOther || is == Who::kPronoun;
      case Who::kUser:
      case Who::kOther:
        return is == Who::kPronoun || is == Who::kUser || is == Who::kOther ||
               (is == Who::kReader && before_.reader.empty()) ||
               (was == Who::kOther && (is == Who::kUs || is == Who::kBody));
      case Who::kBody:
        return is != Who::kReader && is != Who::kUser;
      default:
        return true;
    }
  }

  void compare_bearers() {
    for (const DutySort sort : {DutySort::kMust, DutySort::kMay, DutySort::kMustNot}) {
      const auto was = duties_of(before_, sort);
      const auto is = duties_of(after_, sort);
      if (was.size() != is.size()) continue;
      for (std::size_t i = 0; i < was.size(); ++i) {
        if (may_stand_for(was[i]->who, is[i]->who)) continue;
        add(Aspect::kRole, was[i]->verb, was[i]->span, is[i]->span);
      }
    }
  }

  static bool same_party(const Party& a, const Party& b) {
    if (a.who == Who::kUnknown || b.who == Who::kUnknown || a.who == Who::kPronoun) return false;
    return a.who == b.who && (a.key == b.key || a.who == Who::kReader || a.who == Who::kUs);
  }

  // "par le tuteur" is gone, and the tutor with it.
  [[nodiscard]] bool is_forgotten(const Party& was, const Party& is) const {
    const bool named = was.who == Who::kUser || was.who == Who::kBody || was.who == Who::kOther;
    return named && is.who == Who::kUnknown &&
           after_.lemmas.count(concept_of(resources_, was.key)) == 0;
  }

  [[nodiscard]] bool is_changed(const Event& was, const Event& is) const {
    if (!may_stand_for(was.agent.who, is.agent.who)) return true;
    const bool turned = same_party(was.agent, is.patient) || same_party(was.agent, is.receiver);
    const bool turned_back =
        same_party(was.patient, is.agent) || same_party(was.receiver, is.agent);
    if ((turned || turned_back) && !same_party(was.agent, is.agent)) return true;
    if (is_forgotten(was.agent, is.agent)) return true;
    return !may_stand_for(was.receiver.who, is.receiver.who);
  }

  void compare_events() {
    std::map<std::string, std::vector<const Event*>> of_verb;
    for (const Event& event : after_.events) of_verb[event.verb].push_back(&event);
    for (const Event& event : before_.events) {
      const auto others = of_verb.find(event.verb);
      if (others == of_verb.end()) continue;
      const auto fits = [&](const Event* other) { return !is_changed(event, *other); };
      if (std::any_of(others->second.begin(), others->second.end(), fits)) continue;
      add(Aspect::kRole, event.verb, event.span, others->second.front()->span);
    }
  }

  void compare_possessions() {
    std::map<std::string, std::vector<const Possession*>> of_thing;
    for (const Possession& own : after_.possessions) of_thing[own.thing].push_back(&own);
    for (const Possession& own : before_.possessions) {
      const auto others = of_thing.find(own.thing);
      if (others == of_thing.end()) continue;
      const auto fits = [&](const Possession* other) {
        return may_stand_for(own.owner, other->owner);
      };
      if (std::any_of(others->second.begin(), others->second.end(), fits)) continue;
      add(Aspect::kRole, own.thing, own.span, others->second.front()->span);
    }
  }

  void compare_addressee() {
    if (before_.reader.empty() || !after_.reader.empty()) return;
    const auto third = [](const Event& event) {
      return event.agent.who == Who::kPronoun || event.agent.who == Who::kUser;
    };
    const auto found = std::find_if(after_.events.begin(), after_.events.end(), third);
    if (found == after_.events.end()) return;
    add(Aspect::kAddressee, {}, before_.reader.front(), found->span);
  }

  const Said& before_;
  const Said& after_;
  const VerificationResources& resources_;
  std::vector<FactChange> changes_;
};

}  // namespace

std::vector<FactChange> said_changes(const Said& before, const Said& after,
                                     const VerificationResources& resources) {
  return SaidComparer(before, after, resources).run();
}

}  // namespace limpide
