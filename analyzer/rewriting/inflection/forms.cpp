#include "analyzer/rewriting/inflection/forms.h"

#include <algorithm>

namespace limpide {
namespace {

constexpr std::uint32_t kUnranked = 0xFFFFFFFF;

std::uint32_t rank_of(const LanguageResources& language, const std::string& form) {
  const std::uint32_t rank = language.familiarity.rank(form);
  return rank == 0 ? kUnranked : rank;
}

}  // namespace

std::optional<std::string> form_of(const LanguageResources& language, std::string_view lemma,
                                   Upos upos, const Features& wanted) {
  const std::vector<std::string> forms = language.lexicon.inflect(lemma, upos, wanted);
  if (forms.empty()) return std::nullopt;
  return *std::min_element(forms.begin(), forms.end(),
                           [&language](const std::string& a, const std::string& b) {
                             return rank_of(language, a) < rank_of(language, b);
                           });
}

std::optional<std::string> agreeing_form(const LanguageResources& language, std::string_view lemma,
                                         Upos upos, Gender gender, Number number) {
  Features wanted;
  wanted.gender = gender;
  wanted.number = number;
  if (upos == Upos::kVerb || upos == Upos::kAux) {
    wanted.verb_form = VerbForm::kPart;
    wanted.tense = Tense::kPast;
  }
  if (auto form = form_of(language, lemma, upos, wanted)) return form;
  // "apte" serves both genders, "divers" both numbers: the lexicon states none.
  for (const bool both : {false, true}) {
    Features loose = wanted;
    loose.gender = Gender::kNone;
    if (both) loose.number = Number::kNone;
    for (const std::string& form : language.lexicon.inflect(lemma, upos, loose)) {
      const FormId id = language.lexicon.find(form);
      if (id == kNoForm) continue;
      for (const LexicalAnalysis& reading : language.lexicon.analyses(id)) {
        const Features& has = reading.features;
        const bool fits = reading.lemma == lemma && reading.upos == upos &&
                          (has.gender == Gender::kNone || has.gender == gender) &&
                          (has.number == Number::kNone || has.number == number) &&
                          has.verb_form == wanted.verb_form;
        if (fits) return form;
      }
    }
  }
  return std::nullopt;
}

std::optional<LexicalAnalysis> reading_of(const LanguageResources& language, std::string_view form,
                                          std::uint32_t upos_mask) {
  const FormId id = language.lexicon.find_any_case(form);
  if (id == kNoForm) return std::nullopt;
  for (LexicalAnalysis& reading : language.lexicon.analyses(id)) {
    if ((upos_mask >> static_cast<unsigned>(reading.upos) & 1U) != 0) return std::move(reading);
  }
  return std::nullopt;
}

Gender gender_of(const LanguageResources& language, std::string_view noun) {
  const FormId id = language.lexicon.find_any_case(noun);
  if (id == kNoForm) return Gender::kNone;
  Gender gender = Gender::kNone;
  for (const LexicalAnalysis& reading : language.lexicon.analyses(id)) {
    if (reading.upos != Upos::kNoun) continue;
    if (reading.features.gender == Gender::kNone) return Gender::kNone;
    if (gender != Gender::kNone && gender != reading.features.gender) return Gender::kNone;
    gender = reading.features.gender;
  }
  return gender;
}

}  // namespace limpide
