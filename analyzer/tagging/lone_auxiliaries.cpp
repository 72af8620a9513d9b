#include "analyzer/tagging/lone_auxiliaries.h"

#include "analyzer/segmentation/forms.h"

namespace limpide {
namespace {

bool is_avoir(const WordTag& word, const Tagging& tagging) {
  return word.upos == Upos::kAux && word.features.verb_form != VerbForm::kPart &&
         tagging.lemmas[word.lemma] == "avoir";
}

// What may stand between avoir and a noun that is its object, and between it and a participle too.
bool may_come_between(const WordTag& word) {
  return word.upos == Upos::kAdv || word.upos == Upos::kDet || word.upos == Upos::kNum ||
         word.upos == Upos::kAdj;
}

bool may_be_participle(const Segmentation& segmentation, const Lexicon& lexicon,
                       std::uint32_t word) {
  const Form& form = segmentation.forms[segmentation.words[word].form];
  const FormId id = lexicon.find_any_case(form.key);
  return id == kNoForm || lexicon.traits(id).past_participle;
}

bool has_object_at_once(const Segmentation& segmentation, const Lexicon& lexicon,
                        const Tagging& tagging, std::uint32_t from, std::uint32_t end) {
  for (std::uint32_t word = from; word < end; ++word) {
    if (may_be_participle(segmentation, lexicon, word)) return false;
    if (tagging.words[word].upos == Upos::kNoun) return true;
    if (!may_come_between(tagging.words[word])) return false;
  }
  return false;
}

}  // namespace

void settle_lone_auxiliaries(const Segmentation& segmentation, const Lexicon& lexicon,
                             std::uint32_t first, std::uint32_t end, Tagging& tagging) {
  for (std::uint32_t word = first; word < end; ++word) {
    if (!is_avoir(tagging.words[word], tagging)) continue;
    if (has_object_at_once(segmentation, lexicon, tagging, word + 1, end)) {
      tagging.words[word].upos = Upos::kVerb;
    }
  }
}

}  // namespace limpide
