#include "analyzer/rewriting/inflection/phrase.h"

#include <array>

#include "analyzer/rewriting/inflection/forms.h"

namespace limpide {
namespace {

constexpr const char* kEtre = "\xC3\xAAtre";

constexpr std::uint32_t bit(Upos upos) { return 1U << static_cast<unsigned>(upos); }
constexpr std::uint32_t kVerbs = bit(Upos::kVerb) | bit(Upos::kAux);

struct Cut {
  std::string_view first;
  std::string_view rest;  // with its space, may be empty
};

Cut cut_first(std::string_view phrase) {
  const std::size_t space = phrase.find(' ');
  if (space == std::string_view::npos) return {phrase, {}};
  return {phrase.substr(0, space), phrase.substr(space)};
}

// "se " or "s'" at the beginning; the length of it.
std::size_t reflexive_length(std::string_view phrase) {
  for (const std::string_view opening : {"se ", "s'", "s\xE2\x80\x99"}) {
    if (phrase.substr(0, opening.size()) == opening) return opening.size();
  }
  return 0;
}

std::optional<std::string_view> reflexive_pronoun(const VerbPlace& place) {
  if (place.person == 3) return "se";
  if (place.number != Number::kPlur) {
    if (place.person == 1) return "me";
    if (place.person == 2) return "te";
    return std::nullopt;
  }
  if (place.person == 1) return "nous";
  if (place.person == 2) return "vous";
  return std::nullopt;
}

std::optional<LexicalAnalysis> infinitive(const LanguageResources& language,
                                          std::string_view word) {
  const FormId id = language.lexicon.find(word);
  if (id == kNoForm || !language.lexicon.traits(id).infinitive) return std::nullopt;
  for (LexicalAnalysis& reading : language.lexicon.analyses(id)) {
    const bool verb = reading.upos == Upos::kVerb || reading.upos == Upos::kAux;
    if (verb && reading.features.verb_form == VerbForm::kInf) return std::move(reading);
  }
  return std::nullopt;
}

std::optional<std::string> verb_form(const LanguageResources& language, const LexicalAnalysis& verb,
                                     const Features& features) {
  Features wanted;
  wanted.verb_form = features.verb_form;
  wanted.mood = features.mood;
  wanted.tense = features.tense;
  wanted.person = features.person;
  wanted.number = features.number;
  if (features.verb_form == VerbForm::kInf) wanted = {};
  if (features.verb_form == VerbForm::kInf) wanted.verb_form = VerbForm::kInf;
  if (features.verb_form == VerbForm::kPart && features.tense == Tense::kPast) {
    return agreeing_form(language, verb.lemma, verb.upos,
                         features.gender == Gender::kNone ? Gender::kMasc : features.gender,
                         features.number == Number::kNone ? Number::kSing : features.number);
  }
  return form_of(language, verb.lemma, verb.upos, wanted);
}

}  // namespace

bool starts_with_infinitive(const LanguageResources& language, std::string_view phrase) {
  phrase.remove_prefix(reflexive_length(phrase));
  return infinitive(language, cut_first(phrase).first).has_value();
}

std::optional<std::string> inflected_verb(const LanguageResources& language,
                                          std::string_view phrase, const VerbPlace& place) {
  const std::size_t reflexive = reflexive_length(phrase);
  phrase.remove_prefix(reflexive);
  const Cut cut = cut_first(phrase);
  const auto verb = infinitive(language, cut.first);
  if (!verb) return std::nullopt;
  const bool participle = place.features.verb_form == VerbForm::kPart;
  if (place.passive && (!verb->transitive || !cut.rest.empty() || reflexive > 0)) {
    return std::nullopt;
  }
  if (place.compound && (verb->etre_auxiliary || reflexive > 0)) return std::nullopt;
  if (reflexive > 0 && participle) return std::nullopt;
  // "envoyez-vous": the pronoun would stand behind.
  if (reflexive > 0 && place.features.mood == Mood::kImp) return std::nullopt;
  std::optional<std::string> form = verb_form(language, *verb, place.features);
  if (!form) return std::nullopt;
  if (reflexive > 0) {
    const auto pronoun = reflexive_pronoun(place);
    if (!pronoun) return std::nullopt;
    const FormId id = language.lexicon.find(*form);
    const bool elides = id != kNoForm && language.lexicon.elides(id);
    const bool bare = pronoun->back() == 'e';
    if (bare && elides) {
      *form = std::string(pronoun->substr(0, pronoun->size() - 1)) + "\xE2\x80\x99" + *form;
    } else {
      *form = std::string(*pronoun) + " " + *form;
    }
  }
  if (verb->lemma != kEtre || cut.rest.empty()) return *form + std::string(cut.rest);
  // "etre considere comme": the attribute agrees with the subject, when it is one.
  const std::string_view rest = cut.rest.substr(1);
  const Number number = place.number == Number::kNone ? place.features.number : place.number;
  const auto word = reading_of(language, cut_first(rest).first, bit(Upos::kAdj) | kVerbs);
  if (!word) return *form + " " + std::string(rest);
  if (place.gender == Gender::kNone || number == Number::kNone) return std::nullopt;
  const auto attribute = inflected_adjective(language, rest, place.gender, number);
  return attribute ? std::optional<std::string>(*form + " " + *attribute) : std::nullopt;
}

std::optional<InflectedNoun> inflected_noun(const LanguageResources& language,
                                            std::string_view phrase, Number number) {
  Cut cut = cut_first(phrase);
  const auto noun = reading_of(language, cut.first, bit(Upos::kNoun));
  if (!noun) return std::nullopt;
  InflectedNoun inflected;
  inflected.gender = gender_of(language, cut.first);
  if (noun->features.number == Number::kPlur) {
    // The expert wrote a plural: "biens et argent transmis" stays.
    if (number == Number::kSing) return std::nullopt;
    inflected.text = phrase;
    return inflected;
  }
  const bool plural = number == Number::kPlur;
  Features wanted;
  wanted.number = plural ? Number::kPlur : Number::kSing;
  // "recours" serves both numbers.
  const bool inflects = plural && noun->features.number != Number::kNone;
  const auto form = inflects ? form_of(language, noun->lemma, Upos::kNoun, wanted)
                             : std::optional<std::string>(cut.first);
  if (!form) return std::nullopt;
  inflected.text = *form;
  while (!cut.rest.empty()) {
    cut = cut_first(cut.rest.substr(1));
    const auto adjective = reading_of(language, cut.first, bit(Upos::kAdj));
    const auto participle = reading_of(language, cut.first, kVerbs);
    const bool past = participle && participle->features.verb_form == VerbForm::kPart &&
                      participle->features.tense == Tense::kPast;
    if (!plural || (!adjective && !past)) {
      inflected.text += " " + std::string(cut.first) + std::string(cut.rest);
      return inflected;
    }
    const LexicalAnalysis& word = adjective ? *adjective : *participle;
    const Gender gender =
        word.features.gender == Gender::kNone ? inflected.gender : word.features.gender;
    const auto agreed = agreeing_form(language, word.lemma, word.upos, gender, Number::kPlur);
    if (!agreed) return std::nullopt;
    inflected.text += " " + *agreed;
  }
  return inflected;
}

std::optional<std::string> inflected_adjective(const LanguageResources& language,
                                               std::string_view phrase, Gender gender,
                                               Number number) {
  const Cut cut = cut_first(phrase);
  auto word = reading_of(language, cut.first, bit(Upos::kAdj));
  if (!word) {
    word = reading_of(language, cut.first, kVerbs);
    const bool past =
        word && word->features.verb_form == VerbForm::kPart && word->features.tense == Tense::kPast;
    if (!past) return std::string(phrase);
  }
  const auto form = agreeing_form(language, word->lemma, word->upos, gender, number);
  if (!form) return std::nullopt;
  return *form + std::string(cut.rest);
}

}  // namespace limpide
