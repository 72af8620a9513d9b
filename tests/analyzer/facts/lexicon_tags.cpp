#include "tests/analyzer/facts/lexicon_tags.h"

#include <array>
#include <map>

namespace limpide {
namespace {

// Closed classes first, then nouns, which facts are made of.
constexpr std::array<Upos, 14> kOrder = {
    Upos::kDet,  Upos::kAdp, Upos::kCconj, Upos::kSconj, Upos::kPron,  Upos::kNum,  Upos::kAux,
    Upos::kNoun, Upos::kAdj, Upos::kVerb,  Upos::kAdv,   Upos::kPropn, Upos::kIntj, Upos::kX};

WordTag tag_of(const Form& form, const Lexicon& lexicon, Tagging& tagging,
               std::map<std::string, LemmaIndex>& lemmas) {
  WordTag tag;
  std::string lemma = form.lower;
  if (form.letters == 0) {
    const bool figure = !form.key.empty() && form.key[0] >= '0' && form.key[0] <= '9';
    tag.upos = figure ? Upos::kNum : Upos::kPunct;
  } else if (form.lexicon == kNoForm) {
    tag.upos = form.casing == Casing::kLower ? Upos::kNoun : Upos::kPropn;
  } else {
    const std::vector<LexicalAnalysis> analyses = lexicon.analyses(form.lexicon);
    const bool name = form.casing != Casing::kLower && lexicon.traits(form.lexicon).proper_noun;
    if (name) tag.upos = Upos::kPropn;
    for (const Upos upos : kOrder) {
      for (const LexicalAnalysis& analysis : analyses) {
        if (analysis.upos != upos || tag.upos != Upos::kX) continue;
        tag.upos = upos;
        tag.features = analysis.features;
        lemma = analysis.lemma;
      }
    }
  }
  const auto added = lemmas.emplace(lemma, static_cast<LemmaIndex>(tagging.lemmas.size()));
  if (added.second) tagging.lemmas.push_back(lemma);
  tag.lemma = added.first->second;
  return tag;
}

}  // namespace

Tagging lexicon_tags(const Segmentation& segmentation, const Lexicon& lexicon) {
  Tagging tagging;
  tagging.lemmas.emplace_back();
  std::map<std::string, LemmaIndex> lemmas;
  std::vector<WordTag> of_form;
  for (const Form& form : segmentation.forms) {
    of_form.push_back(tag_of(form, lexicon, tagging, lemmas));
  }
  for (const Word& word : segmentation.words) tagging.words.push_back(of_form[word.form]);
  return tagging;
}

}  // namespace limpide
