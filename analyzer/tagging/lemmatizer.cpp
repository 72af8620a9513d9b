#include "analyzer/tagging/lemmatizer.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

std::uint64_t property(const Properties& properties, Property name) {
  return properties[static_cast<std::size_t>(name)];
}

bool verbal(Upos upos) { return upos == Upos::kVerb || upos == Upos::kAux; }
bool nominal(Upos upos) { return upos == Upos::kNoun || upos == Upos::kAdj; }

template <typename Value>
int agreement(Value have, Value wanted, int worth) {
  if (have == Value{} || wanted == Value{}) return 0;
  return have == wanted ? worth : -4 * worth;
}

// How well an analysis fits a tag; below zero: not at all.
int fit(const LexicalAnalysis& analysis, const Tag& tag) {
  const Features& have = analysis.features;
  const Features& wanted = tag.features;
  int score = 0;
  if (analysis.upos == tag.upos) {
    score = 1000;
  } else if (verbal(analysis.upos) && verbal(tag.upos)) {
    score = 800;
  } else if (nominal(analysis.upos) && nominal(tag.upos)) {
    score = 600;
  } else if (nominal(tag.upos) && analysis.upos == Upos::kVerb &&
             have.verb_form == VerbForm::kPart) {
    score = 300;
  } else if (tag.upos == Upos::kPron || tag.upos == Upos::kDet || tag.upos == Upos::kNum) {
    score = nominal(analysis.upos) || analysis.upos == Upos::kDet ? 200 : 0;
  }
  if (score == 0) return -1;
  score += agreement(have.verb_form, wanted.verb_form, 40);
  score += agreement(have.mood, wanted.mood, 8) + agreement(have.tense, wanted.tense, 8);
  score += agreement(have.gender, wanted.gender, 4) + agreement(have.number, wanted.number, 4);
  score += agreement(have.person, wanted.person, 4);
  return score;
}

// Masculine singular of a past participle used as a noun or an adjective.
std::string participle_of(const std::string& form, const Lexicon& lexicon) {
  for (const std::string_view ending : {"es", "s", "e"}) {
    if (form.size() <= ending.size() || !form.ends_with(ending)) continue;
    const std::string stem = form.substr(0, form.size() - ending.size());
    const FormId id = lexicon.find(stem);
    if (id != kNoForm && lexicon.traits(id).past_participle) return stem;
  }
  return form;
}

// Of two spellings of one lemma the traditional one: the one with more accents.
bool traditional(const std::string& lemma, const std::string& other) {
  return lemma.size() > other.size() && without_accents(lemma) == without_accents(other);
}

// A feminine noun is its own lemma: "directive"; the lexicon gives the masculine.
std::string feminine_of(const WordFacts& facts, const LexicalAnalysis& analysis,
                        const Lexicon& lexicon) {
  const bool plural = analysis.features.number == Number::kPlur && facts.lower.back() == 's';
  const std::string single = plural ? facts.lower.substr(0, facts.lower.size() - 1) : facts.lower;
  const FormId id = lexicon.find(single);
  if (id == kNoForm) return analysis.lemma;
  for (const LexicalAnalysis& other : lexicon.analyses(id)) {
    const bool same = other.upos == Upos::kNoun && other.features.gender == Gender::kFem &&
                      other.features.number == Number::kSing && other.lemma == analysis.lemma;
    if (same) return single;
  }
  return analysis.lemma;
}

std::string of_lexicon(const WordFacts& facts, const Tag& tag, const Lexicon& lexicon) {
  const LexicalAnalysis* best = nullptr;
  int best_fit = -1;
  for (const LexicalAnalysis& analysis : facts.analyses) {
    const int score = fit(analysis, tag);
    const bool better = score > best_fit || (score == best_fit && best != nullptr && score >= 0 &&
                                             traditional(analysis.lemma, best->lemma));
    if (!better) continue;
    best_fit = score;
    best = &analysis;
  }
  if (best == nullptr) return {};
  if (nominal(tag.upos) && best->upos == Upos::kVerb) return participle_of(facts.lower, lexicon);
  const bool feminine = tag.upos == Upos::kNoun && best->upos == Upos::kNoun &&
                        best->features.gender == Gender::kFem && facts.known;
  return feminine ? feminine_of(facts, *best, lexicon) : best->lemma;
}

// The part of a compound before its last hyphen stays: "sous-prefets", "sous-prefet".
std::string of_compound(const WordFacts& facts, std::string last) {
  const std::size_t hyphen = facts.lower.rfind('-');
  if (facts.known || last.empty() || hyphen == std::string::npos || hyphen == 0) return last;
  return facts.lower.substr(0, hyphen + 1) + last;
}

std::optional<LemmaScript> of_ending(const Properties& properties, const Tag& tag,
                                     const LemmaTable& table) {
  for (const Property suffix :
       {Property::kSuffix5, Property::kSuffix4, Property::kSuffix3, Property::kSuffix2}) {
    const auto script =
        table.find(feature_hash(kLemmaOfSuffix, property(properties, suffix), tag_code(tag)));
    if (script) return script;
  }
  return std::nullopt;
}

}  // namespace

std::uint64_t lemma_key(const WordFacts& facts, const Tag& tag) {
  const Property spelling = facts.own_capitals ? Property::kForm : Property::kLower;
  return feature_hash(kLemmaOfForm, property(facts.properties, spelling), tag_code(tag));
}

std::string lemma_of_word(const Form& form, const WordFacts& facts, const Tag& tag,
                          const Lexicon& lexicon, const LemmaTable& table) {
  if (!facts.figures) {
    const auto script = table.find(lemma_key(facts, tag));
    if (script) return apply_script(facts.spelling, *script);
  }
  if (tag.upos == Upos::kPropn || tag.upos == Upos::kX || facts.acronym) return form.key;
  if (facts.figures && facts.analyses.empty()) return form.key;
  if (tag.upos == Upos::kPunct || tag.upos == Upos::kSym) return form.key;
  std::string lemma = of_compound(facts, of_lexicon(facts, tag, lexicon));
  if (!lemma.empty()) return lemma;
  if (const auto script = of_ending(facts.properties, tag, table)) {
    return apply_script(facts.lower, *script);
  }
  const bool plural = nominal(tag.upos) && tag.features.number == Number::kPlur;
  if (plural && facts.lower.size() > 2 && facts.lower.back() == 's') {
    return facts.lower.substr(0, facts.lower.size() - 1);
  }
  return facts.lower;
}

Lemmatizer::Lemmatizer(const Segmentation& segmentation, const Lexicon& lexicon,
                       const TaggingModel& model, std::vector<std::string>& lemmas)
    : segmentation_(segmentation), lexicon_(lexicon), model_(model), lemmas_(lemmas) {
  lemmas_.assign(1, "");
  indices_.emplace("", 0);
}

std::uint32_t Lemmatizer::intern(std::string lemma) {
  const auto [at, fresh] = indices_.emplace(lemma, static_cast<std::uint32_t>(lemmas_.size()));
  if (fresh) lemmas_.push_back(std::move(lemma));
  return at->second;
}

std::uint32_t Lemmatizer::lemma_of(FormIndex form, const WordFacts& facts, std::uint32_t entry,
                                   TagIndex tag) {
  if (known_.size() <= entry) known_.resize(std::size_t{entry} + 1);
  for (const Known& known : known_[entry]) {
    if (known.tag == tag) return known.lemma;
  }
  const std::uint32_t lemma = intern(lemma_of_word(
      segmentation_.forms[form], facts, model_.tags().tag(tag), lexicon_, model_.lemmas()));
  known_[entry].push_back({tag, lemma});
  return lemma;
}

}  // namespace limpide
