#include "analyzer/parsing/parse_input.h"

#include <array>
#include <utility>

#include "analyzer/base/hash.h"

namespace limpide {
namespace {

std::uint32_t hash32(std::string_view text) {
  const std::uint64_t hash = hash_bytes(text);
  const auto folded = static_cast<std::uint32_t>(hash ^ (hash >> 32U));
  return folded == 0 ? 1U : folded;
}

std::uint32_t mark_of(std::string_view form) {
  constexpr std::array<std::pair<std::string_view, std::uint32_t>, 24> kMarks{{
      {",", 1},
      {".", 2},
      {"?", 3},
      {"!", 3},
      {"...", 2},
      {"\xE2\x80\xA6", 2},
      {";", 4},
      {":", 5},
      {"(", 6},
      {"[", 6},
      {")", 7},
      {"]", 7},
      {"\"", 8},
      {"\xC2\xAB", 9},
      {"\xC2\xBB", 10},
      {"-", 11},
      {"\xE2\x80\x93", 11},
      {"\xE2\x80\x94", 11},
      {"'", 8},
      {"\xE2\x80\x9C", 9},
      {"\xE2\x80\x9D", 10},
      {"/", 12},
      {"\xE2\x80\xA2", 13},
      {"*", 13},
  }};
  for (const auto& [text, mark] : kMarks) {
    if (text == form) return mark;
  }
  return 0;
}

constexpr std::uint32_t kDetails = 32;  // of a part of speech

template <typename E>
constexpr std::uint32_t code(E value) {
  return static_cast<std::uint32_t>(value);
}

// UPOS with what decides how a word attaches: form and tense of verbs, type of pronouns, mark.
std::uint32_t fine_tag(Upos upos, const Features& f, std::uint32_t mark) {
  std::uint32_t detail = 0;
  switch (upos) {
    case Upos::kVerb:
    case Upos::kAux:
      detail = code(f.verb_form) * 8;
      if (f.verb_form == VerbForm::kPart) detail += f.tense == Tense::kPres ? 1U : 0U;
      if (f.verb_form == VerbForm::kFin) {
        detail += f.mood == Mood::kImp ? 1U : f.mood == Mood::kSub ? 2U : 0U;
      }
      break;
    case Upos::kPron:
      detail = code(f.pron_type) * 2 + (f.reflexive ? 1U : 0U);
      break;
    case Upos::kDet:
      detail = code(f.pron_type) * 2 + (f.possessive ? 1U : 0U);
      break;
    case Upos::kAdv:
      detail = code(f.pron_type) * 2 + (f.negative ? 1U : 0U);
      break;
    case Upos::kPunct:
      detail = mark;
      break;
    default:
      break;
  }
  return 1 + code(upos) * kDetails + detail;
}

std::uint32_t valency_of(std::string_view lemma, const Lexicon& lexicon) {
  const FormId id = lexicon.find(lemma);
  if (id == kNoForm) return 1;
  std::uint32_t bits = 0;
  for (const LexicalAnalysis& analysis : lexicon.analyses(id)) {
    const bool verb = analysis.upos == Upos::kVerb || analysis.upos == Upos::kAux;
    if (!verb || analysis.features.verb_form != VerbForm::kInf) continue;
    bits |= 2U | (analysis.transitive ? 4U : 0U) | (analysis.etre_auxiliary ? 8U : 0U) |
            (analysis.pronominal_only ? 16U : 0U);
  }
  return bits == 0 ? 1U : bits;
}

}  // namespace

bool is_strong_mark(std::uint32_t mark) { return mark >= 2 && mark <= 5; }

std::uint32_t mark_of_tag(std::uint32_t fine_tag) { return (fine_tag - 1) % kDetails; }

ParseInput::ParseInput(const Segmentation& segmentation, const Tagging& tagging,
                       const Lexicon& lexicon)
    : segmentation_(segmentation), tagging_(tagging) {
  forms_.reserve(segmentation.forms.size());
  for (const Form& form : segmentation.forms) {
    forms_.push_back({hash32(form.lower),
                      form.lexicon == kNoForm ? 1U : lexicon.traits(form.lexicon).upos_mask << 1U,
                      mark_of(form.lower)});
  }
  lemmas_.reserve(tagging.lemmas.size());
  for (const std::string& lemma : tagging.lemmas) {
    lemmas_.push_back({hash32(lemma), valency_of(lemma, lexicon)});
  }
}

ParseWord ParseInput::word(std::uint32_t index) const {
  const FormAtoms& form = forms_[segmentation_.words[index].form];
  const WordTag& tag = tagging_.words[index];
  const LemmaAtoms& lemma = lemmas_[tag.lemma];
  const Features& features = tag.features;
  ParseWord word;
  word.form = form.form;
  word.lemma = lemma.lemma;
  word.tag = fine_tag(tag.upos, features, form.mark);
  word.coarse = 1 + code(tag.upos);
  word.agreement =
      1 + code(features.number) + 3 * code(features.gender) + 9 * std::uint32_t{features.person};
  word.valency = tag.upos == Upos::kVerb || tag.upos == Upos::kAux ? lemma.valency : 0;
  word.readings = form.readings;
  word.upos = tag.upos;
  word.past_participle = features.verb_form == VerbForm::kPart && features.tense != Tense::kPres;
  return word;
}

}  // namespace limpide
