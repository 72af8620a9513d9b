// Who does what to whom, when; whose things they are; to whom the text speaks.
#include <algorithm>
#include <map>

#include "analyzer/verification/comparers.h"

namespace limpide {
namespace {

class RoleComparer {
 public:
  RoleComparer(const SaidPair& pair, std::vector<FactChange>& changes)
      : pair_(pair), changes_(changes) {}

  void run() {
    compare_events();
    compare_parties();
    compare_possessions();
    compare_forgotten();
    compare_addressee();
  }

 private:
  void add(Aspect aspect, std::string what, Span before, Span after) {
    changes_.push_back({aspect, FactKind::kDate, std::move(what), before, after});
  }

  static bool same_party(const Party& a, const Party& b) {
    if (a.who == Who::kUnknown || b.who == Who::kUnknown || a.who == Who::kPronoun) return false;
    return a.who == b.who && (a.key == b.key || a.who == Who::kReader || a.who == Who::kUs);
  }

  // "par le tuteur" is gone, and the tutor with it.
  [[nodiscard]] bool is_forgotten(const Party& was, const Party& is) const {
    const bool named = was.who == Who::kUser || was.who == Who::kBody || was.who == Who::kOther;
    return named && is.who == Who::kUnknown &&
           pair_.after.roots.count(concept_of(pair_.resources, was.key)) == 0;
  }

  static bool is_named(const Party& party) {
    return party.who == Who::kUser || party.who == Who::kBody || party.who == Who::kOther;
  }

  // The agent of before is still there, as a word or in another role, and somebody else acts.
  [[nodiscard]] bool is_replaced(const Party& was, const Event& is) const {
    if (!is_named(was) || !is_named(is.agent) || was.key == is.agent.key) return false;
    if (!was.person || !is.agent.person) return false;
    const auto said = [](const Said& side, const std::string& key) {
      return std::any_of(side.words.begin(), side.words.end(), [&key](const SaidWord& word) {
        return word.lemma == key || key.find(word.lemma) != std::string::npos;
      });
    };
    return said(pair_.after, was.key) && said(pair_.before, is.agent.key);
  }

  [[nodiscard]] bool is_changed(const Event& was, const Event& is) const {
    // "faire parvenir" is "envoyer", but "faire constater" is not "constater".
    if (was.causes != is.causes && was.lemma == is.lemma) return true;
    if (!may_stand_for(pair_, was.agent, is.agent)) return true;
    const bool turned = same_party(was.agent, is.patient) || same_party(was.agent, is.receiver);
    const bool turned_back =
        same_party(was.patient, is.agent) || same_party(was.receiver, is.agent);
    const bool acts = was.agent.person || is.agent.person || was.agent.who == Who::kReader ||
                      was.agent.who == Who::kUs;
    if (acts && (turned || turned_back) && !same_party(was.agent, is.agent)) return true;
    if ((is.finite && is_forgotten(was.agent, is.agent)) || is_replaced(was.agent, is)) return true;
    // "adresse au directeur", then "adressez-nous": nobody says that we are the one.
    const bool theirs = was.receiver.who == Who::kOther && is.receiver.who == Who::kUs &&
                        pair_.resources.others.count(was.receiver.key) != 0;
    if (theirs) return true;
    if (is_complement(was.receiver, pair_.after) || is_complement(is.receiver, pair_.before)) {
      return false;
    }
    return !may_stand_for(pair_, was.receiver, is.receiver);
  }

  // "confirmer une inscription au club": the club, named in both texts, receives nothing; the tree
  // hangs it from the verb or from the noun.
  [[nodiscard]] bool is_complement(const Party& receiver, const Said& other) const {
    return receiver.who == Who::kOther && !receiver.person &&
           other.roots.count(concept_of(pair_.resources, receiver.key)) != 0;
  }

  [[nodiscard]] bool is_moved_in_time(const Event& was, const Event& is) const {
    const auto definite = [](EventTime time) {
      return time == EventTime::kPast || time == EventTime::kFuture || time == EventTime::kPresent;
    };
    if ((was.time == EventTime::kWould) != (is.time == EventTime::kWould)) {
      // "pour le cas ou ... ne pourrait": the condition asks for it.
      const Said& said = was.time == EventTime::kWould ? pair_.before : pair_.after;
      const bool asked = count_of(said, pair_.resources.named.condition) > 0;
      return !asked && (definite(was.time) || definite(is.time));
    }
    return (was.time == EventTime::kPast && is.time == EventTime::kFuture) ||
           (was.time == EventTime::kFuture && is.time == EventTime::kPast);
  }

  void compare_events() {
    std::map<std::string, std::vector<const Event*>> of_verb;
    for (const Event& event : pair_.after.events) of_verb[event.verb].push_back(&event);
    for (const Event& event : pair_.before.events) {
      const auto others = of_verb.find(event.verb);
      if (others == of_verb.end()) continue;
      const auto fits = [&](const Event* other) { return !is_changed(event, *other); };
      if (std::none_of(others->second.begin(), others->second.end(), fits)) {
        add(Aspect::kRole, event.verb, event.span, others->second.front()->span);
        continue;
      }
      const auto timely = [&](const Event* other) { return !is_moved_in_time(event, *other); };
      if (std::any_of(others->second.begin(), others->second.end(), timely)) continue;
      add(Aspect::kTime, event.verb, event.span, others->second.front()->span);
    }
  }

  struct Acts {
    std::uint32_t agent = 0;
    std::uint32_t other = 0;
    Span span;
    [[nodiscard]] bool only_acts() const { return agent > 0 && other == 0; }
    [[nodiscard]] bool only_undergoes() const { return agent == 0 && other > 0; }
  };
  using ActsOfParties = std::map<std::string, Acts, std::less<>>;

  static ActsOfParties acts_of(const Said& said) {
    ActsOfParties acts;
    const auto key_of = [](const Party& party) {
      if (party.who == Who::kReader) return std::string("@reader");
      if (party.who == Who::kUs) return std::string("@us");
      return is_named(party) && party.person ? party.key : std::string();
    };
    for (const Event& event : said.events) {
      const std::string agent = key_of(event.agent);
      if (!agent.empty()) ++acts[agent].agent;
      for (const Party* party : {&event.patient, &event.receiver}) {
        const std::string other = key_of(*party);
        if (!other.empty()) ++acts[other].other;
      }
      for (const Party* party : {&event.agent, &event.patient, &event.receiver}) {
        const std::string key = key_of(*party);
        if (!key.empty() && acts[key].span.end == 0) acts[key].span = event.span;
      }
    }
    return acts;
  }

  // Who acted undergoes, and who underwent acts, whatever the verbs.
  void compare_parties() {
    const ActsOfParties was = acts_of(pair_.before);
    const ActsOfParties is = acts_of(pair_.after);
    const auto turned = [&](bool acted) {
      return std::find_if(was.begin(), was.end(), [&](const auto& entry) {
        const auto other = is.find(entry.first);
        if (other == is.end()) return false;
        return acted ? entry.second.only_acts() && other->second.only_undergoes()
                     : entry.second.only_undergoes() && other->second.only_acts();
      });
    };
    const auto down = turned(true);
    const auto up = turned(false);
    if (down == was.end() || up == was.end()) return;
    if (down->first == "@us" && up->first == "@reader") return;  // "nous versons": "vous recevez"
    if (down->first == "@reader" && up->first == "@us") return;
    add(Aspect::kRole, down->first, down->second.span, is.find(down->first)->second.span);
  }

  void compare_possessions() {
    std::map<std::string, std::vector<const Possession*>> of_thing;
    for (const Possession& own : pair_.after.possessions) of_thing[own.thing].push_back(&own);
    for (const Possession& own : pair_.before.possessions) {
      const auto others = of_thing.find(own.thing);
      if (others == of_thing.end()) continue;
      const auto fits = [&](const Possession* other) { return may_own(own.owner, other->owner); };
      if (std::any_of(others->second.begin(), others->second.end(), fits)) continue;
      add(Aspect::kRole, own.thing, own.span, others->second.front()->span);
    }
  }

  // "votre tuteur signe", then "vous signez": somebody who is the reader's is nowhere any more.
  void compare_forgotten() {
    if (pair_.after.reader.empty()) return;
    for (const Possession& own : pair_.before.possessions) {
      // "a la charge du bailleur", then "vous payez".
      const bool burden = (own.thing == "charge" || own.thing == "frais") && own.owner.apart;
      if (burden && pair_.before.reader.empty() &&
          pair_.after.roots.count(concept_of(pair_.resources, own.owner.key)) == 0) {
        add(Aspect::kRole, own.thing, own.span, {});
      }
      const bool person = own.owner.who == Who::kReader &&
                          pair_.resources.others.count(own.thing) != 0 &&
                          pair_.resources.persons.count(own.thing) != 0;
      if (!person || pair_.after.roots.count(concept_of(pair_.resources, own.thing)) != 0) continue;
      add(Aspect::kRole, own.thing, own.span, {});
    }
  }

  // A thing owned by a noun that is nobody is no possession: "le montant de la facture".
  [[nodiscard]] bool may_own(const Party& was, const Party& is) const {
    return may_stand_for(pair_, was, is);
  }

  void compare_addressee() {
    if (pair_.before.reader.empty() || !pair_.after.reader.empty()) return;
    const auto third = [](const Event& event) {
      return event.agent.who == Who::kPronoun || event.agent.who == Who::kUser;
    };
    const auto found = std::find_if(pair_.after.events.begin(), pair_.after.events.end(), third);
    if (found == pair_.after.events.end()) return;
    add(Aspect::kAddressee, {}, pair_.before.reader.front(), found->span);
  }

  const SaidPair& pair_;
  std::vector<FactChange>& changes_;
};

}  // namespace

bool may_stand_for(const SaidPair& pair, Who was, Who is) {
  if (was == Who::kUnknown || is == Who::kUnknown || was == is) return true;
  switch (was) {
    case Who::kReader:
      return false;
    case Who::kUs:
      return is == Who::kBody || is == Who::kOther || is == Who::kPronoun;
    case Who::kUser:
    case Who::kOther:
      return is == Who::kPronoun || is == Who::kUser || is == Who::kOther ||
             (is == Who::kReader && pair.before.reader.empty()) ||
             (was == Who::kOther && (is == Who::kUs || is == Who::kBody));
    case Who::kBody:
      return is != Who::kReader && is != Who::kUser;
    case Who::kPronoun:
      return is != Who::kReader || pair.before.reader.empty();
    default:
      return true;
  }
}

bool may_stand_for(const SaidPair& pair, const Party& was, const Party& is) {
  const bool still_named = pair.after.roots.count(concept_of(pair.resources, was.key)) != 0;
  if (was.apart && is.who == Who::kReader && !still_named) return false;
  // Somebody who acted is still there, and the reader acts instead.
  const bool acted = was.person && (was.who == Who::kOther || was.who == Who::kBody);
  if (acted && is.who == Who::kReader && still_named) return false;
  return may_stand_for(pair, was.who, is.who);
}

void compare_roles(const SaidPair& pair, std::vector<FactChange>& changes) {
  RoleComparer(pair, changes).run();
}

}  // namespace limpide
