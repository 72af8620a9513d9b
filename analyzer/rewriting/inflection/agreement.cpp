#include "analyzer/rewriting/inflection/agreement.h"

#include <algorithm>
#include <array>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/inflection/forms.h"

namespace limpide {
namespace {

constexpr const char* kGraveA = "\xC3\xA0";
constexpr std::uint32_t kMaxDepth = 16;
constexpr std::uint32_t kPronounReach = 40;  // words in which "elle" may stand for the noun

class Noun {
 public:
  Noun(const Analysis& analysis, std::uint32_t noun) : analysis_(analysis), noun_(noun) {}

  [[nodiscard]] const WordTag& tag(std::uint32_t word) const {
    return analysis_.tagging.words[word];
  }
  [[nodiscard]] const Arc& arc(std::uint32_t word) const { return analysis_.trees.arcs[word]; }
  [[nodiscard]] const std::string& lemma(std::uint32_t word) const {
    return analysis_.tagging.lemmas[tag(word).lemma];
  }
  [[nodiscard]] const Form& form(std::uint32_t word) const {
    return analysis_.segmentation.forms[analysis_.segmentation.words[word].form];
  }
  [[nodiscard]] WordRange sentence() const {
    const std::uint32_t token = analysis_.segmentation.words[noun_].token;
    return analysis_.trees.sentence_words[analysis_.sentence_of_token[token]];
  }

  [[nodiscard]] Gender shown_gender() const {
    if (tag(noun_).features.gender != Gender::kNone) return tag(noun_).features.gender;
    const Gender listed = gender_of(*analysis_.language, form(noun_).lower);
    if (listed != Gender::kNone) return listed;
    const WordRange words = sentence();
    for (std::uint32_t i = words.first; i < words.end; ++i) {
      if (arc(i).head != noun_) continue;
      const Relation relation = universal_relation(arc(i).relation);
      const bool participle = relation == Relation::kAcl &&
                              tag(i).features.verb_form == VerbForm::kPart &&
                              tag(i).features.tense == Tense::kPast;
      const bool agrees = relation == Relation::kDet || relation == Relation::kAmod || participle;
      if (agrees && tag(i).features.gender != Gender::kNone) return tag(i).features.gender;
    }
    return Gender::kNone;
  }

  [[nodiscard]] std::optional<std::vector<Edit>> edits(Gender gender) {
    const WordRange words = sentence();
    for (std::uint32_t i = words.first; i < words.end; ++i) {
      const Relation relation = universal_relation(arc(i).relation);
      if (relation == Relation::kConj && arc(i).head == noun_) return std::nullopt;
    }
    if (universal_relation(arc(noun_).relation) == Relation::kConj) return std::nullopt;
    if (stands_for_noun(words) || agrees_from_afar(words)) return std::nullopt;
    std::vector<Edit> all;
    for (std::uint32_t i = words.first; i < words.end; ++i) {
      if (!agrees(i)) continue;
      auto edit = agreed(i, gender);
      if (!edit) return std::nullopt;
      if (!edit->span.empty()) all.push_back(*std::move(edit));
    }
    return all;
  }

 private:
  // Adjectives and participles of the noun, the attribute or participle of which it is the subject,
  // what is coordinated with these.
  [[nodiscard]] bool agrees(std::uint32_t word) const {
    const WordTag& own = tag(word);
    const bool participle = own.features.verb_form == VerbForm::kPart &&
                            own.features.tense == Tense::kPast && own.upos == Upos::kVerb;
    if (own.upos != Upos::kAdj && !participle) return false;
    std::uint32_t head = word;
    while (universal_relation(arc(head).relation) == Relation::kConj && arc(head).head != kRoot &&
           head != arc(head).head) {
      head = arc(head).head;
    }
    const Relation relation = arc(head).relation;
    const bool beside =
        arc(head).head == noun_ &&
        (universal_relation(relation) == Relation::kAmod || relation == Relation::kAcl);
    if (beside) return true;
    // "la requete est rejetee": the noun is its subject.
    const Arc& own_arc = arc(noun_);
    const bool subject = universal_relation(own_arc.relation) == Relation::kNsubj;
    return subject && own_arc.head == head && has_etre(head);
  }

  [[nodiscard]] bool has_etre(std::uint32_t word) const {
    const WordRange words = sentence();
    for (std::uint32_t i = words.first; i < words.end; ++i) {
      if (arc(i).head != word) continue;
      const Relation relation = arc(i).relation;
      if (relation == Relation::kCop || relation == Relation::kAuxPass) return true;
      const bool tense = relation == Relation::kAuxTense || relation == Relation::kAux;
      if (tense && lemma(i) == "\xC3\xAAtre") return true;
    }
    return false;
  }

  // Empty span: the form serves both genders.
  [[nodiscard]] std::optional<Edit> agreed(std::uint32_t word, Gender gender) const {
    const WordTag& own = tag(word);
    const NounPlace place = noun_place(analysis_, noun_);
    const Number number = own.features.number == Number::kNone ? place.number : own.features.number;
    if (number != place.number) return std::nullopt;
    const auto form_now = agreeing_form(*analysis_.language, lemma(word), own.upos, gender, number);
    if (!form_now) return std::nullopt;
    if (*form_now == form(word).lower) return Edit{};
    if (form(word).casing != Casing::kLower) return std::nullopt;
    const Token& token = analysis_.segmentation.tokens[analysis_.segmentation.words[word].token];
    return Edit{token.span, *form_now};
  }

  // "la requete que vous avez deposee": a participle inside the clause that completes the noun.
  [[nodiscard]] bool agrees_from_afar(WordRange words) const {
    for (std::uint32_t i = noun_ + 1; i < words.end; ++i) {
      const Features& features = tag(i).features;
      if (features.verb_form != VerbForm::kPart || features.tense != Tense::kPast) continue;
      if (features.gender != shown_gender() || agrees(i)) continue;
      std::uint32_t head = i;
      for (std::uint32_t steps = 0; steps < kMaxDepth && head != kRoot; ++steps) {
        if (arc(head).relation == Relation::kAclRelcl && arc(head).head == noun_) return true;
        head = arc(head).head;
      }
    }
    return false;
  }

  // "elle", "celle-ci", "laquelle" behind the noun, in its sentence or in the next.
  [[nodiscard]] bool stands_for_noun(WordRange words) const {
    const auto& all = analysis_.tagging.words;
    const auto limit = std::min<std::size_t>(all.size(), words.end + kPronounReach);
    for (std::size_t i = noun_ + 1; i < limit; ++i) {
      if (all[i].upos != Upos::kPron) continue;
      const Features& features = all[i].features;
      const bool third = features.person == 3 || features.pron_type == PronType::kDem ||
                         features.pron_type == PronType::kRel;
      if (!third || features.gender != shown_gender()) continue;
      if (features.gender == Gender::kNone) continue;
      return true;
    }
    return false;
  }

  const Analysis& analysis_;
  std::uint32_t noun_;
};

}  // namespace

NounPlace noun_place(const Analysis& analysis, std::uint32_t noun) {
  const Noun place(analysis, noun);
  const Number number = analysis.tagging.words[noun].features.number;
  return {place.shown_gender(), number == Number::kNone ? Number::kSing : number};
}

Opening opening_of(const Analysis& analysis, std::uint32_t noun) {
  const Noun place(analysis, noun);
  const auto& words = analysis.segmentation.words;
  const WordRange range = place.sentence();
  Opening opening;
  std::uint32_t determiner = noun;
  for (std::uint32_t i = range.first; i < noun; ++i) {
    if (place.arc(i).head != noun || universal_relation(place.arc(i).relation) != Relation::kDet) {
      continue;
    }
    determiner = i;
    break;
  }
  if (determiner == noun) return opening;
  const std::uint32_t token = words[determiner].token;
  opening.tokens = {token, token + 1};
  opening.written = place.form(determiner).lower;
  const Token& own = analysis.segmentation.tokens[token];
  if (own.first_word != determiner) {  // "du", "au"
    opening.before = place.lemma(own.first_word);
    return opening;
  }
  const bool article = place.tag(determiner).features.definite;
  if (article && determiner > range.first && token > 0) {
    const Form& before = analysis.segmentation.forms[analysis.segmentation.tokens[token - 1].form];
    if (before.lower == "de" || before.lower == kGraveA) {
      opening.before = before.lower;
      opening.tokens.first = token - 1;
    }
  }
  return opening;
}

std::string opening_text(const RewritingResources& resources, const Opening& opening, Gender gender,
                         bool vowel, std::string_view apostrophe) {
  std::string written = determiner_form(resources, opening.written, gender, vowel);
  const std::string_view contracted = contraction_of(resources, opening.before, written);
  if (!contracted.empty()) return std::string(contracted) + " ";
  const std::string preposition = opening.before.empty() ? "" : opening.before + " ";
  if (written.back() != '\'') return preposition + written + " ";
  written.pop_back();
  return preposition + written + std::string(apostrophe);
}

std::optional<std::vector<Edit>> agreement_edits(const Analysis& analysis, std::uint32_t noun,
                                                 Gender gender) {
  return Noun(analysis, noun).edits(gender);
}

}  // namespace limpide
