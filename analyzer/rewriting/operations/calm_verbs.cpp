// The verbs of a threat, said calmly: "nous nous verrons contraints de fermer" -> "nous devrons
// fermer"; "nous nous reservons le droit de" -> "nous pourrons"; "vous vous exposez a des
// poursuites" -> "vous risquez des poursuites"; "constituer un motif de resiliation" -> "entrainer
// la resiliation". In: words of the threat. Refuses: somebody else than who is meant, a condition
// in the conditional, words joined that would not follow.
#include "analyzer/rewriting/inflection/agreement.h"
#include "analyzer/rewriting/operations/calm_words.h"
#include "analyzer/rewriting/operations/infinitive_group.h"
#include "analyzer/rewriting/operations/replaced_series.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {
namespace {

class CalmVerb : private CalmWords {
 public:
  explicit CalmVerb(const OperationInput& input) : CalmWords(input) {}

  [[nodiscard]] CalmEdits run() const {
    for (std::uint32_t i = input_.range.first; i < input_.range.end; ++i) {
      if (tag(i).features.verb_form != VerbForm::kFin) continue;
      const std::string& verb = lemma(i);
      if (verb == "voir" || verb == "\xC3\xAAtre") {
        return verb != "voir" && lemma_ahead(i, "passible") ? liable(i) : compelled(i);
      }
      if (verb == "r\xC3\xA9server") return reserved(i);
      if (verb == "exposer") return exposed(i);
    }
    const CalmEdits grounds = motive();
    if (!grounds.empty()) return grounds;
    const CalmEdits answerable = held_responsible();
    if (!answerable.empty()) return answerable;
    // "est [passible de]": the verb is before.
    const std::uint32_t first = input_.range.first;
    const bool verb_before = !opens(first) && lemma(first) == "passible" &&
                             lemma(first - 1) == "\xC3\xAAtre" &&
                             tag(first - 1).features.verb_form == VerbForm::kFin;
    return verb_before ? liable(first - 1) : std::vector<Edit>{};
  }

 private:
  [[nodiscard]] bool lemma_ahead(std::uint32_t i, const char* wanted) const {
    return is_word(i + 1) && lemma(i + 1) == wanted;
  }
  [[nodiscard]] bool is_reflexive(std::uint32_t token) const {
    const std::string& word = lower(token);
    if (word == "se" || word == "s'" || word == "me" || word == "m'") return true;
    const bool twice = word == "nous" || word == "vous";
    return twice && token > sentence_.first_token && lower(token - 1) == word;
  }
  [[nodiscard]] bool is_denied(std::uint32_t token) const {
    return token > sentence_.first_token && (lower(token - 1) == "ne" || lower(token - 1) == "n'");
  }
  // The text in the place of the tokens up to a "de" before an infinitive.
  [[nodiscard]] std::vector<Edit> verb_edit(std::uint32_t first, std::uint32_t de,
                                            const std::optional<std::string>& verb) const {
    if (!verb || !is_de(de) || is_denied(first)) return {};
    if (!infinitive_group(analysis_, de + 1, sentence_.token_end)) return {};
    CalmEdits edits{{{span_of(first).begin, span_of(de + 1).begin}, cased(first, *verb) + " "}};
    return with_series(input_, {first, de + 1}, *verb, std::move(edits)).value_or(CalmEdits{});
  }

  // "se verra contrainte de", "serons dans l'obligation de".
  [[nodiscard]] std::vector<Edit> compelled(std::uint32_t verb) const {
    std::uint32_t first = verb;
    if (lemma(verb) == "voir") {
      if (opens(verb) || !is_reflexive(verb - 1)) return {};
      --first;
    }
    std::uint32_t at = verb + 1;
    if (is_word(at) && (lemma(at) == "contraindre" || lemma(at) == "contraint" ||
                        lemma(at) == "obliger" || lemma(at) == "oblig\xC3\xA9")) {
      ++at;
    } else if (is_word(at + 2) && lower(at) == "dans" && lower(at + 2) == "obligation") {
      at += 3;
    } else {
      return {};
    }
    return verb_edit(first, at, must(verb));
  }

  // "en cas d'absence, je me verrais contraint de": what will be done then.
  [[nodiscard]] std::optional<std::string> must(std::uint32_t verb) const {
    Features wanted = tag(verb).features;
    if (wanted.mood != Mood::kCnd) return same_form(verb, "devoir", false);
    bool supposed = false;
    for (std::uint32_t i = sentence_.first_token; i + 1 < verb; ++i) {
      if (lower(i) == "si" || lower(i) == "s'") return std::nullopt;
      supposed = supposed || (lower(i) == "en" && lower(i + 1) == "cas");
    }
    if (!supposed) return std::nullopt;
    wanted.mood = Mood::kInd;
    wanted.tense = Tense::kFut;
    wanted.gender = Gender::kNone;
    return form_of(*analysis_.language, "devoir", Upos::kVerb, wanted);
  }

  // "se reserve le droit de".
  [[nodiscard]] std::vector<Edit> reserved(std::uint32_t verb) const {
    if (opens(verb) || !is_reflexive(verb - 1) || !is_word(verb + 2)) return {};
    return verb_edit(verb - 1, verb + 3, same_form(verb, "pouvoir", true));
  }

  // "une declaration m'expose" exposes somebody else.
  [[nodiscard]] bool is_himself(std::uint32_t verb) const {
    const std::uint8_t person = tag(verb).features.person;
    const std::string& pronoun = lower(verb - 1);
    if (pronoun == "me" || pronoun == "m'" || pronoun == "nous") return person == 1;
    return person == (pronoun == "vous" ? 2 : 3);
  }
  // "le" for "au", as an edit of the preposition alone; none for other words.
  [[nodiscard]] std::optional<Edit> without_preposition(std::uint32_t token) const {
    const std::string& word = lower(token);
    if (word == "au") return Edit{span_of(token), "le"};
    if (word == "aux") return Edit{span_of(token), "les"};
    const bool article = word == kGraveA && is_word(token + 1) &&
                         (tag(token + 1).upos == Upos::kDet || lower(token + 1) == "l'");
    if (!article) return std::nullopt;
    return Edit{{span_of(token).begin, span_of(token + 1).begin}, ""};
  }
  // "a une amende et a l'exclusion", "ainsi qu'au paiement": the verb now takes them without "a".
  [[nodiscard]] std::optional<CalmEdits> shared_prepositions(std::uint32_t from) const {
    CalmEdits edits;
    for (std::uint32_t i = from; i + 1 < sentence_.token_end; ++i) {
      const std::string& word = lower(i);
      const bool series = word == "et" || word == "ou" || word == "," || is_as_well(i);
      const std::string& next = lower(i + 1);
      if (next != kGraveA && next != "au" && next != "aux") continue;
      if (!series) {
        if (word == "que" || word == "qu'") return std::nullopt;
        continue;
      }
      auto edit = without_preposition(i + 1);
      if (!edit) return std::nullopt;
      if (word == "qu'") {
        edit->span.begin = span_of(i).begin;
        edit->text = edit->text.empty() ? "que " : "que " + edit->text;
      }
      edits.push_back(std::move(*edit));
    }
    return edits;
  }
  [[nodiscard]] bool is_as_well(std::uint32_t que) const {
    return que > sentence_.first_token && (lower(que) == "que" || lower(que) == "qu'") &&
           lower(que - 1) == "ainsi";
  }

  // "vous vous exposez a des poursuites", "je m'expose au recouvrement"; "une fausse declaration
  // vous expose a une amende": it may bring one.
  [[nodiscard]] CalmEdits exposed(std::uint32_t verb) const {
    if (opens(verb) || is_denied(verb - 1) || !is_word(verb + 1)) return {};
    const bool own = is_reflexive(verb - 1) && is_himself(verb);
    const bool fault = !own && is_exposed_by_fault(verb);
    if (!own && !fault) return {};
    const auto form = same_form(verb, own ? "risquer" : "pouvoir", false);
    const auto first = without_preposition(verb + 1);
    auto others = shared_prepositions(verb + 2);
    if (!form || !first || !others) return {};
    const std::string text = *form + (fault ? " entra\xC3\xAEner" : "") +
                             (first->text.empty() ? " " : " " + first->text);
    CalmEdits edits{{{span_of(verb - 1).begin, first->span.end}, text}};
    edits.insert(edits.end(), others->begin(), others->end());
    return edits;
  }
  [[nodiscard]] bool is_exposed_by_fault(std::uint32_t verb) const {
    const std::string& pronoun = lower(verb - 1);
    if (pronoun != "m'" && pronoun != "me" && pronoun != "vous") return false;
    const std::uint32_t subject = subject_of(verb);
    return subject != kNoWord && table_.faults.count(lemma_of(analysis_, subject)) != 0;
  }

  // ---- "constituer un motif de resiliation" -> "entrainer la resiliation".

  [[nodiscard]] CalmEdits motive() const {
    const std::uint32_t verb = input_.range.first;
    if (lemma(verb) != "constituer") return {};
    std::uint32_t de = verb + 1;
    while (is_word(de) && !is_de(de)) ++de;
    if (!is_de(de) || !is_word(de + 1) || is_denied(verb)) return {};
    const std::string article = value_of(table_.risked, lower(de + 1));
    if (article.empty() || article == "des" || article == "une") return {};
    const Features& features = tag(verb).features;
    std::string text = "entra\xC3\xAEner";
    if (features.verb_form == VerbForm::kFin) {
      const auto may = same_form(verb, "pouvoir", false);
      if (!may) return {};
      text = *may + " " + text;
    } else if (features.verb_form != VerbForm::kInf) {
      return {};
    }
    const bool elided = article.back() != 'a';
    text += " " + (elided ? "l" + apostrophe_of(analysis_) : article + " ") + lower(de + 1);
    return replace_tokens(analysis_, {verb, de + 2}, text, false);
  }

  // ---- "l'occupant, dont la responsabilite pourra etre engagee" -> "qui pourra etre tenu
  // responsable".

  [[nodiscard]] CalmEdits held_responsible() const {
    const std::uint32_t noun = input_.range.first;
    if (noun < sentence_.first_token + 3 || lower(noun - 2) != "dont") return {};
    const std::uint32_t last = input_.range.end - 1;
    if (tag(noun + 1).features.verb_form != VerbForm::kFin || lemma(noun + 1) != "pouvoir") {
      return {};
    }
    const std::uint32_t comma = noun - 3;
    const std::uint32_t owner = lower(comma) == "," ? comma - 1 : comma;
    if (!is_word(owner) || tag(owner).upos != Upos::kNoun) return {};
    const NounPlace place = noun_place(analysis_, word_of(owner));
    if (place.gender == Gender::kNone || place.number == Number::kNone) return {};
    const auto held =
        agreeing_form(*analysis_.language, "tenir", Upos::kVerb, place.gender, place.number);
    Features wanted = tag(noun + 1).features;
    wanted.number = place.number;
    wanted.gender = Gender::kNone;
    const auto may = form_of(*analysis_.language, "pouvoir", Upos::kVerb, wanted);
    if (!held || !may) return {};
    const bool also = lower(noun + 2) == "\xC3\xA9galement" || lower(noun + 2) == "aussi";
    const std::string text = "qui " + *may + (also ? " aussi" : "") + " \xC3\xAAtre " + *held +
                             " responsable" + (place.number == Number::kPlur ? "s" : "");
    return {{{span_of(noun - 2).begin, span_of(last).end}, text}};
  }

  // "une fausse declaration est passible de penalites".
  [[nodiscard]] std::vector<Edit> liable(std::uint32_t verb) const {
    const std::uint32_t de = verb + 2;
    if (!is_de(de) || !is_word(de + 1) || is_denied(verb)) return {};
    const std::uint32_t subject = subject_of(verb);
    if (subject == kNoWord) return {};
    const bool fault = table_.faults.count(lemma_of(analysis_, subject)) != 0;
    const bool reader = lower(token_of_word(analysis_, subject)) == input_.resources.reader_pronoun;
    if (!fault && !reader) return {};
    const std::string article = value_of(table_.risked, lower(de + 1));
    const auto finite = same_form(verb, fault ? "pouvoir" : "risquer", false);
    if (!finite || (article != "des" && article != "une")) return {};
    const std::string text = *finite + (fault ? " entra\xC3\xAEner " : " ") + article + " ";
    return {{{span_of(verb).begin, span_of(de + 1).begin}, text}};
  }
  [[nodiscard]] std::uint32_t subject_of(std::uint32_t verb) const {
    for (const Clause& clause : analysis_.clauses.clauses) {
      if (clause.verb.finite != word_of(verb)) continue;
      if (clause.subject.kind == SubjectKind::kExplicit) return clause.subject.head;
    }
    return kNoWord;
  }
};

}  // namespace

CalmEdits calm_verb(const OperationInput& input) { return CalmVerb(input).run(); }

}  // namespace limpide
