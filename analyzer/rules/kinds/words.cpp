#include "analyzer/rules/kinds/words.h"

namespace limpide {

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
