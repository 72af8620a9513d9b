#include "analyzer/parsing/clauses/clause_candidate.h"

namespace limpide {

VerbShape verb_shape(const ClauseText& text, WordIndex word) {
  VerbForm found = VerbForm::kNone;
  Tense tense = Tense::kNone;
  const auto look = [&](WordIndex at) {
    const Features& features = text.features(at);
    if (!is_verb(text, at) || features.verb_form == VerbForm::kNone) return;
    const bool stronger = found == VerbForm::kNone || features.verb_form == VerbForm::kFin ||
                          (found == VerbForm::kPart && features.verb_form == VerbForm::kInf) ||
                          (found == VerbForm::kPart && features.tense == Tense::kPres);
    if (!stronger) return;
    found = features.verb_form;
    tense = features.tense;
  };
  look(word);
  for (WordIndex child = text.first_child[word]; child != kNoWord;
       child = text.next_sibling[child]) {
    if (is_auxiliary_relation(text.relation(child))) look(child);
  }
  switch (found) {
    case VerbForm::kFin:
      return VerbShape::kFinite;
    case VerbForm::kInf:
      return VerbShape::kInfinitive;
    case VerbForm::kPart:
      return tense == Tense::kPres ? VerbShape::kGerund : VerbShape::kParticiple;
    default:
      return VerbShape::kNone;
  }
}

void find_opening(const ClauseText& text, WordRange sentence, Candidate& candidate) {
  candidate.opening = opening_word(text, candidate.word);
  if (candidate.opening == kNoWord) return;
  candidate.introducer = phrase_over(text, candidate.opening, sentence);
}

bool is_sure_relative(const ClauseText& text, const Candidate& candidate) {
  return candidate.shape == VerbShape::kFinite && candidate.opening != kNoWord &&
         is_relative_pronoun(text, candidate.opening) &&
         text.lower(candidate.opening) != "o\xC3\xB9" &&
         (candidate.introducer.phrase == nullptr || candidate.introducer.phrase->words.size() == 1);
}

}  // namespace limpide
