// Obligations, permissions and prohibitions with who bears them, and requests. Modality, negation
// and voice are read from the clause layer; here they only become facts.
#include <algorithm>

#include "analyzer/facts/bearers.h"
#include "analyzer/facts/duty_forms.h"
#include "analyzer/facts/finders.h"
#include "analyzer/facts/infinitives.h"

namespace limpide {
namespace {

constexpr std::uint32_t kNearInfinitive = 2;      // tokens between "merci de" and its infinitive
constexpr std::uint32_t kNearQue = 4;             // tokens between "il faut" and "que"
constexpr std::uint32_t kCoordinationReach = 40;  // tokens

FactKind kind_of(Modality modality) {
  if (modality == Modality::kPermission) return FactKind::kPermission;
  return modality == Modality::kProhibition ? FactKind::kProhibition : FactKind::kObligation;
}

class DutyFinder {
 public:
  DutyFinder(const FactText& text, Scan& scan) : text_(text), scan_(scan) {}

  // `next`: the clause after this one in its sentence, null when there is none.
  void of_clause(const Clause& clause, const Clause* next) {
    const VerbGroup& group = clause.verb;
    if (group.first == group.end || is_polite(text_, scan_, clause)) return;
    if (group.modality != Modality::kNone) return modal(clause, next);
    if (is_imperative(text_, scan_, clause, has_last_ && last_bearer_.span.empty()))
      return imperative(clause);
    if (is_coordinated(clause)) {
      return add(clause, group_first(clause), last_bearer_, last_strength_);
    }
    if (is_instruction(text_, scan_, clause))
      return add(clause, group_first(clause), {}, Strength::kRequest);
    if (is_wish(text_, scan_, clause) || is_request(text_, clause)) request(clause);
  }

  // "merci de joindre": no verb but the infinitive.
  void of_phrases() {
    for (std::uint32_t i = scan_.first; i < scan_.end; ++i) {
      const PhraseMatch phrase = phrase_at(text_, i, scan_.end, FactRole::kRequest);
      if (!phrase) continue;
      const std::uint32_t infinitive = infinitive_after(text_, scan_, phrase.end);
      if (infinitive == kNoToken || infinitive > phrase.end + kNearInfinitive) continue;
      put(FactKind::kObligation, i, infinitive, unnamed_reader(), Strength::kRequest);
    }
  }

 private:
  [[nodiscard]] std::uint32_t group_first(const Clause& clause) const {
    return first_verb_token(text_, clause);
  }
  [[nodiscard]] std::uint32_t group_last(const Clause& clause) const {
    return last_verb_token(text_, clause);
  }
  [[nodiscard]] bool is_infinitive(std::uint32_t token) const {
    return text_.tag(token).features.verb_form == VerbForm::kInf;
  }

  void modal(const Clause& clause, const Clause* next) {
    const VerbGroup& group = clause.verb;
    // "sans pouvoir pretendre": says nothing of its own.
    if (group.finite == kNoWord && !is_coordinated(clause)) return;
    if (group.modality == Modality::kPossibility) return;
    const Bearer bearer = bearer_of(text_, clause);
    const bool plain = text_.lemma_has(group.modal, FactRole::kPlainModal);
    const bool can = plain && group.modality == Modality::kPermission;
    if (clause.voice == Voice::kImpersonal && next != nullptr && !can) {
      if (completed(clause, *next, bearer)) return;
    }
    if (group.modality == Modality::kPermission && !allows(clause, bearer, plain)) return;
    // "la loi impose une visite": nobody is told what to do.
    const bool told = plain || clause.voice != Voice::kActive || clause.stative ||
                      group.modal != group.finite || trigger_goes_on(clause);
    if (!told) return;
    const bool asks = text_.lemma_has(group.modal, FactRole::kRequestVerb);
    add(clause, group_first(clause), bearer, asks ? Strength::kRequest : Strength::kDuty);
  }

  // Not "l'agence peut etre fermee", "sans que vous puissiez"; mere possibility has a modality of
  // its own.
  [[nodiscard]] bool allows(const Clause& clause, const Bearer& bearer, bool plain) const {
    const VerbGroup& group = clause.verb;
    if (!plain)
      return text_.lemma_has(group.lexical, FactRole::kGoverns) || trigger_goes_on(clause);
    if (group.mood == Mood::kSub) return false;
    // "la demande ne pourra etre examinee que si": a limit, and nobody is named.
    if (clause.voice == Voice::kPassive && bearer.key.empty() && is_restricted(text_, group)) {
      return false;
    }
    const bool happens = text_.lemma_has(group.lexical, FactRole::kPossible);
    return !(happens && clause.voice == Voice::kActive && !bearer.sure);
  }

  // Has the modal an infinitive after it: "avez le droit de consulter"?
  [[nodiscard]] bool trigger_goes_on(const Clause& clause) const {
    return clause.verb.modal != kNoWord &&
           governed_infinitive(text_, scan_, clause.verb.modal) != kNoToken;
  }

  // "il faut que vous remplissiez": up to the verb of the clause, whose subject bears.
  bool completed(const Clause& clause, const Clause& next, const Bearer& asked) {
    const std::uint32_t from = group_last(clause);
    const bool opened = next.kind == ClauseKind::kCompletive &&
                        next.introducer.first < next.introducer.end &&
                        next.verb.first < next.verb.end;
    if (!opened) return false;
    const std::uint32_t que = text_.token_of(next.introducer.first);
    if (que <= from || que > from + kNearQue) return false;
    const Bearer own = bearer_of(text_, next);
    put(kind_of(clause.verb.modality), group_first(clause), group_last(next),
        own.key.empty() ? asked : own, Strength::kDuty);
    return true;
  }

  void imperative(const Clause& clause) {
    const std::uint32_t first = group_first(clause);
    std::uint32_t last = first;
    if (text_.has(first, FactRole::kPlease)) {
      const std::uint32_t infinitive = infinitive_after(text_, scan_, first + 1);
      if (infinitive != kNoToken) last = infinitive;
    }
    last = std::max(last, group_last(clause));
    if (!is_denied(text_, clause.verb)) {
      return put(FactKind::kObligation, first, last, unnamed_reader(), Strength::kRequest);
    }
    // "jetez pas": the second part right after the verb belongs to it.
    const Negation& negation = text_.input.clauses.negations[clause.verb.negation];
    const bool after =
        negation.parts[0] != kNoWord && text_.token_of(negation.parts[0]) == last + 1;
    put(FactKind::kProhibition, first, last, unnamed_reader(), Strength::kDuty, after ? 1 : 0);
  }

  // "remplir et signer": the second infinitive after a duty.
  [[nodiscard]] bool is_coordinated(const Clause& clause) const {
    return clause.link == ClauseLink::kCoordinated && clause.verb.finite == kNoWord &&
           clause.verb.form == VerbForm::kInf && has_last_ &&
           follows_conjunction(text_, scan_, group_first(clause));
  }

  void request(const Clause& clause) {
    const std::uint32_t first = group_first(clause);
    const std::uint32_t lexical = text_.token_of(clause.verb.lexical);
    const std::uint32_t infinitive =
        is_infinitive(lexical) ? lexical : infinitive_after(text_, scan_, lexical + 1);
    if (infinitive == kNoToken) return;
    const bool active = clause.voice == Voice::kActive && !clause.stative;
    const bool subject = !active || is_wish(text_, scan_, clause);
    const Bearer bearer = subject ? subject_bearer(text_, clause) : asked_person(text_, clause);
    if (bearer.key.empty()) return;
    put(FactKind::kObligation, first, infinitive, bearer, Strength::kRequest);
  }

  void add(const Clause& clause, std::uint32_t first, const Bearer& bearer, Strength strength) {
    std::uint32_t last = group_last(clause);
    const WordIndex lexical = clause.verb.lexical;
    const bool governs = text_.lemma_has(lexical, FactRole::kGoverns);
    const WordIndex trigger = governs ? lexical : clause.verb.modal;
    if (trigger != kNoWord && text_.token_of(trigger) >= last) {
      const std::uint32_t infinitive = governed_infinitive(text_, scan_, trigger);
      if (infinitive != kNoToken) last = std::max(last, infinitive);
      const bool plain = text_.lemma_has(trigger, FactRole::kPlainModal);
      if (infinitive == kNoToken && plain) return;  // "il se peut"
    }
    const FactKind kind = clause.verb.modality == Modality::kNone ? FactKind::kObligation
                                                                  : kind_of(clause.verb.modality);
    put(kind, std::min(first, last), last, bearer, strength);
  }

  // `more`: tokens after the last verb word that belong to the fact.
  void put(FactKind kind, std::uint32_t first, std::uint32_t last, const Bearer& bearer,
           Strength strength, std::uint32_t more = 0) {
    // "nous vous demandons de ne pas repondre"
    const bool denied = last > first && is_infinitive(last) && kind == FactKind::kObligation &&
                        text_.negated[text_.token(last).first_word] != 0;
    if (denied) kind = FactKind::kProhibition;
    has_last_ = true;
    last_bearer_ = bearer;
    last_strength_ = strength;
    if (last == last_token_) return;
    last_token_ = last;
    const std::uint32_t end = whole_infinitive_end(text_, scan_, last);
    add_fact(kind, first, end, bearer, strength);
    if (more > 0) scan_.facts.back().span.end = text_.token(end + more - 1).span.end;
    put_coordinated(kind, last);
  }

  void add_fact(FactKind kind, std::uint32_t first, std::uint32_t end, const Bearer& bearer,
                Strength strength) {
    Fact& fact = scan_.add(text_, kind, first, end);
    fact.party = bearer.span;
    fact.party_key = bearer.key;
    fact.content = std::string(text_.lemma(end - 1));
    fact.strength = strength;
  }

  // "a nous retourner": the pronoun goes with the verb.
  [[nodiscard]] bool follows_a(std::uint32_t infinitive) const {
    std::uint32_t at = infinitive;
    while (at > scan_.first && text_.upos(at - 1) == Upos::kPron) --at;
    return at > scan_.first && text_.lower(at - 1) == "\xC3\xA0";
  }

  // "tenu de remettre les cles et de payer": each infinitive is a fact of its own.
  void put_coordinated(FactKind kind, std::uint32_t infinitive) {
    const std::vector<Arc>& arcs = text_.input.trees.arcs;
    if (!is_infinitive(infinitive) || arcs.empty()) return;
    const WordIndex first = text_.token(infinitive).first_word;
    WordIndex before = first;
    const std::uint32_t limit = std::min(scan_.end, infinitive + kCoordinationReach);
    for (std::uint32_t i = infinitive + 1; i < limit; ++i) {
      if (!is_infinitive(i)) continue;
      if (!follows_conjunction(text_, scan_, i)) continue;
      // "voudrez bien trouver le formulaire a remplir et a signer": another list.
      if (follows_a(i) && !follows_a(infinitive)) continue;
      const WordIndex word = text_.token(i).first_word;
      const Arc& arc = arcs[word];
      const bool listed =
          arc.relation == Relation::kConj && (arc.head == first || arc.head == before);
      // The parser may hang each infinitive of a list from the modal itself.
      const bool beside = arc.head == arcs[first].head && arc.relation == arcs[first].relation &&
                          arc.head != kRoot && i > infinitive + 1;
      if (!listed && !beside) continue;
      before = word;
      last_token_ = i;
      add_fact(kind, i, whole_infinitive_end(text_, scan_, i), last_bearer_, last_strength_);
    }
  }

  const FactText& text_;
  Scan& scan_;
  bool has_last_ = false;
  Bearer last_bearer_;
  Strength last_strength_ = Strength::kDuty;
  std::uint32_t last_token_ = kNoToken;
};

}  // namespace

void find_duties(const FactText& text, WordRange clauses, Scan& scan) {
  DutyFinder finder(text, scan);
  const std::vector<Clause>& all = text.input.clauses.clauses;
  for (std::uint32_t i = clauses.first; i < clauses.end; ++i) {
    finder.of_clause(all[i], i + 1 < clauses.end ? &all[i + 1] : nullptr);
  }
  finder.of_phrases();
}

}  // namespace limpide
