// A verb or verbal locution for a plainer one: tense, person, passive and pronoun stay the
// sentence's.
#include <algorithm>

#include "analyzer/rewriting/inflection/agreement.h"
#include "analyzer/rewriting/inflection/forms.h"
#include "analyzer/rewriting/inflection/phrase.h"
#include "analyzer/rewriting/operations/replaced_words.h"

namespace limpide {
namespace {

constexpr std::uint32_t kNouns = 1U << static_cast<unsigned>(Upos::kNoun);

class VerbReplacement : private ReplacedWords {
 public:
  using ReplacedWords::ReplacedWords;

  Edits with(const std::string& text) {
    const auto word = verb_word();
    if (!word) return {};
    if (!is_governed_as_before(*word)) return {};
    if ((complement_is_left_behind() || adjective_is_left_behind()) && !ends_in_noun(text))
      return {};
    VerbPlace place = place_of(*word);
    if (etre_tense_ || leaves_de(*word, text)) return {};
    if (place.passive && holds_its_object(*word)) return {};
    if (place.passive) place.features.number = number_of_participle(*word);
    if (place.passive && place.features.number == Number::kNone) return {};
    // "vous avez ete controle": nobody says whether it is a woman.
    if (place.gender == Gender::kNone && agrees_with_subject(text)) return {};
    auto form = inflected_verb(language_, text, place);
    if (!form || !has_known_form(*word) || !fits_preposition(*form)) return {};
    if (parts_negation(*word, *form)) return {};
    if (is_turned_on_itself(*word)) return {};
    TokenRange range = range_;
    if (const auto clitic = reflexive_of(*word, place)) {
      if (input_.operation.texts.empty()) return {};
      range.first = std::min(range.first, *clitic);
    }
    if (lacks_article(range, *form)) return {};
    if (holds_negator()) {
      // "ne fera l'objet d'aucun controle" -> "ne sera pas controle".
      if (tag(*word).features.verb_form == VerbForm::kPart) return {};
      const std::size_t space = form->find(' ');
      if (tag(*word).features.verb_form == VerbForm::kFin) {
        form->insert(std::min(space, form->size()), " " + input_.resources.negator);
      }
    }
    return literal(range, *form);
  }

 private:
  [[nodiscard]] std::optional<std::uint32_t> verb_word() const {
    const std::uint32_t first = analysis_.segmentation.tokens[range_.first].first_word;
    const auto is_verb = [this](std::uint32_t word) {
      return tag(word).upos == Upos::kVerb || tag(word).upos == Upos::kAux;
    };
    if (is_verb(first)) return first;
    // "vous rapprocher de": the pronoun goes with it.
    const std::uint32_t next = first + 1;
    const bool pronoun = tag(first).upos == Upos::kPron && next < analysis_.tagging.words.size() &&
                         token(next) < range_.end && is_verb(next);
    if (pronoun) return next;
    return std::nullopt;
  }

  VerbPlace place_of(std::uint32_t word) {
    VerbPlace place;
    place.features = tag(word).features;
    place.person = place.features.person;
    place.number = place.features.number;
    add_subject(word, place);
    if (place.gender == Gender::kNone) add_own_agreement(place);
    if (!is_past_participle(word)) return place;
    place.passive = true;
    for (const std::uint32_t child : children_of(analysis_, word)) {
      const Relation relation = arc(child).relation;
      if (relation == Relation::kAuxPass) return place;
      if (relation != Relation::kAuxTense && relation != Relation::kAux) continue;
      etre_tense_ = etre_tense_ || lemma_of(analysis_, child) == "\xC3\xAAtre";
      place.compound = true;
    }
    if (place.compound) place.passive = false;
    return place;
  }

  // Gender and number of the noun that is the subject of the verb, or of "elle", "ils".
  void add_subject(std::uint32_t word, VerbPlace& place) const {
    for (const Clause& clause : analysis_.clauses.clauses) {
      if (clause.verb.lexical != word && clause.verb.finite != word) continue;
      std::uint32_t subject = clause.subject.head;
      if (subject == kNoWord) subject = clause.subject.antecedent;  // "les personnes ayant fait"
      if (subject == kNoWord) return;
      const Features& own = tag(subject).features;
      if (tag(subject).upos == Upos::kPron && own.person == 3 && own.gender != Gender::kNone) {
        place.gender = own.gender;
        place.number = own.number;
      }
      // "la lettre et le dossier": they agree with both.
      if (tag(subject).upos != Upos::kNoun || is_coordinated(subject)) return;
      const NounPlace noun = noun_place(analysis_, subject);
      place.gender = noun.gender;
      place.number = noun.number;
      return;
    }
  }

  [[nodiscard]] bool is_coordinated(std::uint32_t word) const {
    const std::vector<std::uint32_t> children = children_of(analysis_, word);
    return std::any_of(children.begin(), children.end(), [this](std::uint32_t child) {
      return arc(child).relation == Relation::kConj;
    });
  }

  // "il est [reserve une suite favorable a] votre demande": nobody accepts it, "il est accepte
  // votre demande" is no French.
  [[nodiscard]] bool holds_its_object(std::uint32_t word) const {
    const std::uint32_t next = token(word) + 1;
    if (next >= range_.end) return false;
    const Upos upos = tag(analysis_.segmentation.tokens[next].first_word).upos;
    if (upos == Upos::kDet || upos == Upos::kNoun) return true;
    // "il est [procede a l'enregistrement de] la demande": likewise.
    const std::uint32_t last = analysis_.segmentation.tokens[range_.end - 1].first_word;
    return upos == Upos::kAdp && tag(last).upos == Upos::kAdp && lemma_of(analysis_, last) == "de";
  }

  // "qu'elle soit [assortie] de": the words replaced show whom they agree with.
  void add_own_agreement(VerbPlace& place) const {
    for (std::uint32_t i = range_.first; i < range_.end; ++i) {
      const std::uint32_t word = analysis_.segmentation.tokens[i].first_word;
      const Features& own = tag(word).features;
      if (tag(word).upos != Upos::kAdj && !is_past_participle(word)) continue;
      if (follows_have(word)) continue;
      if (own.gender == Gender::kNone || own.number == Number::kNone) continue;
      place.gender = own.gender;
      place.number = own.number;
      return;
    }
  }

  // "ayant fait": it agrees with nobody.
  [[nodiscard]] bool follows_have(std::uint32_t participle) const {
    const std::vector<std::uint32_t> children = children_of(analysis_, participle);
    return std::any_of(children.begin(), children.end(), [this](std::uint32_t child) {
      const Relation relation = arc(child).relation;
      const bool tense = relation == Relation::kAuxTense || relation == Relation::kAux;
      return tense && lemma_of(analysis_, child) == "avoir";
    });
  }

  // "mis" may be one or several: the verb before it tells.
  [[nodiscard]] Number number_of_participle(std::uint32_t word) const {
    const Number own = tag(word).features.number;
    if (own != Number::kNone) return own;
    for (const Clause& clause : analysis_.clauses.clauses) {
      if (clause.verb.lexical != word || clause.verb.finite == kNoWord) continue;
      return tag(clause.verb.finite).features.number;
    }
    return Number::kNone;
  }

  // "n'implemente [pas]" for "mettre en place": "pas" would stand behind the whole.
  [[nodiscard]] bool parts_negation(std::uint32_t word, const std::string& form) const {
    const auto& tokens = analysis_.segmentation.tokens;
    if (tag(word).features.verb_form != VerbForm::kFin || range_.end >= tokens.size()) return false;
    const ClauseResources& lists = language_.syntax->clauses;
    const bool negator = (lists.of_form(form_of_token(analysis_, range_.end).lower) &
                          bit_of(WordTrait::kNegator)) != 0;
    return negator && form.find(' ') != std::string::npos;
  }

  // "d'aucune": what completes "ne" goes with the words.
  [[nodiscard]] bool holds_negator() const {
    const ClauseResources& lists = language_.syntax->clauses;
    for (std::uint32_t i = range_.first + 1; i < range_.end; ++i) {
      const std::string& word = form_of_token(analysis_, i).lower;
      if ((lists.of_form(word) & bit_of(WordTrait::kNegator)) != 0) return true;
    }
    return false;
  }

  // "justifier [du versement]": the verb keeps its "de", which a bare verb does not take.
  [[nodiscard]] bool leaves_de(std::uint32_t word, std::string_view text) const {
    const auto& tokens = analysis_.segmentation.tokens;
    if (text.find(' ') != std::string_view::npos || range_.end >= tokens.size()) return false;
    if (token(word) + 1 != range_.end) return false;
    const std::uint32_t next = tokens[range_.end].first_word;
    if (tag(next).upos != Upos::kAdp || lemma_of(analysis_, next) != "de") return false;
    const std::uint32_t noun = arc(next).head;
    return noun != kRoot && arc(noun).head == word;
  }

  // The tagger's reading must be one that the lexicon has, or the new form would be a guess.
  [[nodiscard]] bool has_known_form(std::uint32_t word) const {
    const auto id = language_.lexicon.find_any_case(lower(word));
    if (id == kNoForm) return false;
    const Features& own = tag(word).features;
    for (const LexicalAnalysis& reading : language_.lexicon.analyses(id)) {
      const Features& has = reading.features;
      if (has.verb_form == own.verb_form && has.mood == own.mood && has.tense == own.tense &&
          (own.person == 0 || has.person == own.person)) {
        return true;
      }
    }
    return false;
  }

  // "en", "y", "dont": the new verb may govern otherwise.
  [[nodiscard]] bool is_governed_as_before(std::uint32_t word) const {
    for (const std::uint32_t child : children_of(analysis_, word)) {
      const std::uint32_t at = token(child);
      if (at >= range_.first && at < range_.end) continue;
      if (tag(child).upos != Upos::kPron) continue;
      const Relation relation = universal_relation(arc(child).relation);
      const bool oblique =
          relation == Relation::kObl || relation == Relation::kIobj || relation == Relation::kNmod;
      const bool relative = tag(child).features.pron_type == PronType::kRel;
      const bool subject = relation == Relation::kNsubj;
      const bool object = relation == Relation::kObj;
      if ((relative && !subject && !object) || (oblique && tag(child).features.person == 0)) {
        return false;
      }
    }
    return true;
  }

  // "etre licencie", "etre tenu de".
  [[nodiscard]] bool agrees_with_subject(std::string_view text) const {
    if (first_word(text) != "\xC3\xAAtre") return false;
    constexpr std::uint32_t kAgreeing =
        1U << static_cast<unsigned>(Upos::kAdj) | 1U << static_cast<unsigned>(Upos::kVerb);
    const std::string_view rest = text.substr(std::min(text.size(), first_word(text).size() + 1));
    const auto reading = reading_of(language_, first_word(rest), kAgreeing);
    return reading && reading->features.gender == Gender::kMasc;
  }

  // "faire la demande [de carte]" takes what completed the noun.
  [[nodiscard]] bool ends_in_noun(std::string_view text) const {
    const std::size_t space = text.find_last_of(' ');
    if (first_word(text) == "\xC3\xAAtre") return false;  // "etre licencie": a participle
    return space != std::string_view::npos &&
           reading_of(language_, text.substr(space + 1), kNouns).has_value();
  }

  // "apporter des ameliorations [a ce carrefour]": what completes the noun does not fit the verb.
  [[nodiscard]] bool complement_is_left_behind() const {
    const auto& tokens = analysis_.segmentation.tokens;
    if (range_.end - range_.first < 2 || range_.end >= tokens.size()) return false;
    const std::uint32_t next = tokens[range_.end].first_word;
    if (tag(next).upos != Upos::kAdp) return false;
    const std::uint32_t noun = arc(next).head;
    if (noun == kRoot || arc(noun).head == kRoot) return false;
    const std::uint32_t owner = token(arc(noun).head);
    const Relation relation = universal_relation(arc(noun).relation);
    const bool inside = owner > range_.first && owner < range_.end;
    return inside && relation == Relation::kNmod;
  }

  // "[se] declinent": the term is the bare verb, and "se" is no part of it.
  [[nodiscard]] bool is_turned_on_itself(std::uint32_t word) const {
    const std::uint32_t at = token(word);
    if (at == 0 || at != range_.first) return false;
    // "s'est [tenu de] 2015 a 2018": no "etre tenu de".
    const bool auxiliary = lemma_of(analysis_, word) == "\xC3\xAAtre";
    if (!auxiliary && range_.end - range_.first > 1) return false;
    const std::uint32_t clitic = analysis_.segmentation.tokens[at - 1].first_word;
    const Features& features = tag(clitic).features;
    return tag(clitic).upos == Upos::kPron && features.reflexive && features.person == 3;
  }

  // "faire l'objet d'un licenciement, [individuel] ou collectif", "d'une enquete [sociale]".
  [[nodiscard]] bool adjective_is_left_behind() const {
    const auto& tokens = analysis_.segmentation.tokens;
    const std::uint32_t noun = tokens[range_.end - 1].first_word;
    if (range_.end - range_.first < 2 || tag(noun).upos != Upos::kNoun) return false;
    if (range_.end < tokens.size() && tag(tokens[range_.end].first_word).upos == Upos::kAdj) {
      return true;
    }
    for (const std::uint32_t child : children_of(analysis_, noun)) {
      const Relation relation = universal_relation(arc(child).relation);
      const bool says_more =
          relation == Relation::kAmod || relation == Relation::kConj || relation == Relation::kAcl;
      if (says_more && token(child) >= range_.end) return true;
    }
    return false;
  }

  // "vous" of "vous vous acquitterez": the same person before the verb.
  [[nodiscard]] std::optional<std::uint32_t> reflexive_of(std::uint32_t word,
                                                          const VerbPlace& place) const {
    const std::uint32_t at = token(word);
    if (at == 0 || at != range_.first) return std::nullopt;
    const std::uint32_t before = at - 1;
    const std::uint32_t clitic = analysis_.segmentation.tokens[before].first_word;
    if (tag(clitic).upos != Upos::kPron || arc(clitic).head != word) return std::nullopt;
    if (universal_relation(arc(clitic).relation) == Relation::kNsubj) return std::nullopt;
    const Features& features = tag(clitic).features;
    const bool third = features.reflexive && features.person == 3;
    if (third) return before;  // with a preposition: see is_turned_on_itself
    if (place.person == 0 || features.person != place.person) return std::nullopt;
    for (const std::uint32_t child : children_of(analysis_, word)) {
      if (universal_relation(arc(child).relation) != Relation::kNsubj) continue;
      if (tag(child).features.person == features.person && lower(child) == lower(clitic)) {
        return before;
      }
    }
    return std::nullopt;
  }

  // "procede au controle de dossiers": "controle dossiers" lacks its article; so does "entraine
  // reversement", for "donne lieu a".
  [[nodiscard]] bool lacks_article(TokenRange range, std::string_view text) const {
    const auto& tokens = analysis_.segmentation.tokens;
    if (range.end >= tokens.size() || is_preposition(last_word(text))) return false;
    const std::string& last = form_of_token(analysis_, range.end - 1).lower;
    const bool bare = last == "de" || last == "d'" || last == "\xC3\xA0";
    const Upos next = tag(tokens[range.end].first_word).upos;
    return bare && (next == Upos::kNoun || next == Upos::kAdj || next == Upos::kAdv);
  }

  bool etre_tense_ = false;
};

}  // namespace

Edits replace_verb(const OperationInput& input, TokenRange range, const std::string& text) {
  return VerbReplacement(input, range).with(text);
}

}  // namespace limpide
