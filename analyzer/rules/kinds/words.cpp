#include "analyzer/rules/kinds/words.h"

namespace limpide {

bool is_familiar(const LanguageResources& language, const Form& form, std::uint32_t most) {
  const auto usual = [&](std::string_view word) {
    const std::uint32_t rank = language.familiarity.rank(word);
    return rank != 0 && rank <= most;
  };
  if (usual(form.lower)) return true;
  if (form.lexicon == kNoForm) return false;
  for (const LexicalAnalysis& analysis : language.lexicon.analyses(form.lexicon)) {
    if (usual(analysis.lemma)) return true;
    for (const std::string& other :
         language.lexicon.inflect(analysis.lemma, analysis.upos, Features{})) {
      if (usual(other)) return true;
    }
  }
  return false;
}

bool is_clear_verb(const Analysis& analysis, std::uint32_t token) {
  const Form& form = form_of(analysis, token);
  if (form.lexicon == kNoForm) return false;
  const LexicalTraits& traits = analysis.language->lexicon.traits(form.lexicon);
  const std::uint32_t verbs =
      (1U << static_cast<unsigned>(Upos::kVerb)) | (1U << static_cast<unsigned>(Upos::kAux));
  return traits.finite_verb && (traits.upos_mask & ~verbs) == 0;
}

bool is_probably_name(const Analysis& analysis, std::uint32_t token) {
  const Form& form = form_of(analysis, token);
  if (form.casing == Casing::kLower || form.casing == Casing::kNone) return false;
  if (form.lexicon != kNoForm) {
    const LexicalTraits& traits = analysis.language->lexicon.traits(form.lexicon);
    const std::uint32_t names = 1U << static_cast<unsigned>(Upos::kPropn);
    if (traits.proper_noun && traits.upos_mask == names) return true;
  }
  const Sentence& sentence = analysis.segmentation.sentences[analysis.sentence_of_token[token]];
  if (form.casing == Casing::kUpper) return form.lexicon == kNoForm;
  return token != sentence.first_token;
}

}  // namespace limpide
