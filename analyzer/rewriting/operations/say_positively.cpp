// Two denials that say yes. "n'est pas inutile" -> "est utile"; "n'etes pas sans savoir" ->
// "savez"; "ne peut pas etre etudie sans ce document" -> "peut etre etudie seulement avec ce
// document"; "ne peut pas ne pas" -> "doit"; "ne manquerai pas de vous ecrire" -> "vous ecrirai".
// In: the words from "ne" to the second denial. Refuses: a duty, a past event, "sans" before what
// is no condition ("sans delai") or before a verb, a mood that the contrary would change.
#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/inflection/agreement.h"
#include "analyzer/rewriting/inflection/forms.h"
#include "analyzer/rewriting/operations/infinitive_group.h"
#include "analyzer/rewriting/operations/sentence_tokens.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {
namespace {

constexpr std::uint32_t kLongestReach = 6;  // tokens between "pas" and the second denial

class Affirmer : private SentenceTokens {
 public:
  using SentenceTokens::SentenceTokens;

  [[nodiscard]] std::vector<Suggestion> run() {
    if (!find_denial()) return {};
    std::vector<Edit> edits = will_do();
    if (!edits.empty()) return {{std::move(edits), false}};
    for (std::uint32_t i = not_ + 1; i < sentence_.token_end && i <= not_ + kLongestReach; ++i) {
      const std::string& word = lower(i);
      if (word == "sans") {
        edits = i == not_ + 1 ? without_nothing(i) : only_with(i);
        break;
      }
      if (word == "ne" && i == not_ + 1) {
        edits = must(i);
        break;
      }
      if (const Formula* pair = opposite_of(i)) {
        edits = contrary(i, *pair);
        break;
      }
      if (analysis_.segmentation.tokens[i].kind != TokenKind::kWord) break;
    }
    if (edits.empty()) return {};
    return {{std::move(edits), false}};
  }

 private:
  // "ne" [pronouns] verb "pas": the verb right before "pas".
  [[nodiscard]] bool find_denial() {
    ne_ = input_.range.first;
    if (lower(ne_) != "ne" && lower(ne_) != "n'") return false;
    for (std::uint32_t i = ne_ + 2; i < sentence_.token_end && i <= ne_ + 4; ++i) {
      if (lower(i) != input_.resources.negator) continue;
      not_ = i;
      const WordTag& verb = tag(i - 1);
      return verb.features.verb_form == VerbForm::kFin && verb.features.mood != Mood::kSub &&
             lower(i - 1).front() != '-';
    }
    return false;
  }
  [[nodiscard]] std::uint32_t verb() const { return not_ - 1; }

  [[nodiscard]] const Formula* opposite_of(std::uint32_t token) const {
    if (tag(token).upos != Upos::kAdj && tag(token).upos != Upos::kVerb &&
        tag(token).upos != Upos::kNoun) {
      return nullptr;
    }
    for (const Formula& pair : table_.opposites) {
      const std::string& word = pair.pattern.slots.front().forms.front();
      if (lemma_of(analysis_, word_of(token)) == word || is_form_of(token, word)) return &pair;
    }
    return nullptr;
  }
  [[nodiscard]] bool is_form_of(std::uint32_t token, const std::string& lemma) const {
    const FormId id = analysis_.language->lexicon.find_any_case(lower(token));
    return id != kNoForm && analysis_.language->lexicon.has_lemma(id, lemma);
  }

  // An adverb between would lose or change its sense: "n'est pas du tout inutile".
  [[nodiscard]] std::vector<Edit> contrary(std::uint32_t adjective, const Formula& pair) const {
    if (adjective != not_ + 1 || lemma_of(analysis_, word_of(verb())) != "\xC3\xAAtre") return {};
    Gender gender = Gender::kMasc;
    Number number = Number::kSing;
    const std::string& lemma = pair.pattern.slots.front().forms.front();
    if (!shape_of(adjective, lemma, gender, number)) return {};
    const auto positive = adjective_form(pair.texts.front(), gender, number);
    if (!positive) return {};
    const std::string text = words(ne_ + 1, not_) + " " + *positive;
    // "ce n'est" -> "c'est".
    const bool that = ne_ > sentence_.first_token && lower(ne_ - 1) == "ce";
    if (that && elides_before(analysis_.language->lexicon, lower(ne_ + 1))) {
      const std::string joined = "c" + apostrophe_of(analysis_) + text;
      return {{{span_of(ne_ - 1).begin, span_of(adjective).end},
               starts_with_capital(analysis_, ne_ - 1) ? capitalized(joined) : joined}};
    }
    return replace_tokens(analysis_, {ne_, adjective + 1}, text, false);
  }

  // Gender and number as the form alone shows them; the subject settles what it leaves open.
  [[nodiscard]] bool shape_of(std::uint32_t token, const std::string& lemma, Gender& gender,
                              Number& number) const {
    const Lexicon& lexicon = analysis_.language->lexicon;
    const FormId id = lexicon.find_any_case(lower(token));
    if (id == kNoForm) return false;
    const Features* found = nullptr;
    const auto readings = lexicon.analyses(id);
    for (const LexicalAnalysis& reading : readings) {
      if (reading.lemma != lemma && reading.lemma != lower(token)) continue;
      if (reading.upos == Upos::kAdj) found = &reading.features;
      if (found == nullptr && reading.features.verb_form == VerbForm::kPart) {
        found = &reading.features;
      }
    }
    if (found == nullptr) {
      const Features& features = tag(token).features;
      gender = features.gender;
      number = features.number;
    } else {
      gender = found->gender;
      number = found->number;
    }
    if (number == Number::kNone) number = Number::kSing;
    if (gender == Gender::kNone) gender = gender_of_subject();
    return gender != Gender::kNone;
  }
  [[nodiscard]] Gender gender_of_subject() const {
    const std::string before = ne_ > sentence_.first_token ? lower(ne_ - 1) : "";
    if (before == "il" || before == "ce" || before == "cela") return Gender::kMasc;
    for (const Clause& clause : analysis_.clauses.clauses) {
      if (clause.verb.finite != word_of(verb())) continue;
      const std::uint32_t head = clause.subject.head;
      if (head == kNoWord || clause.subject.kind == SubjectKind::kImpersonal) return Gender::kMasc;
      for (const std::uint32_t child : children_of(analysis_, head)) {
        const Relation relation = universal_relation(analysis_.trees.arcs[child].relation);
        if (relation == Relation::kConj) return Gender::kNone;
      }
      if (analysis_.tagging.words[head].upos == Upos::kNoun) {
        return noun_place(analysis_, head).gender;
      }
      const Gender gender = analysis_.tagging.words[head].features.gender;
      return gender == Gender::kFem ? gender : Gender::kMasc;
    }
    return Gender::kNone;
  }
  [[nodiscard]] std::optional<std::string> adjective_form(const std::string& lemma, Gender gender,
                                                          Number number) const {
    const LanguageResources& language = *analysis_.language;
    if (auto form = agreeing_form(language, lemma, Upos::kAdj, gender, number)) return form;
    // "permis", "connu": participles.
    const auto reading = reading_of(language, lemma, 1U << static_cast<unsigned>(Upos::kVerb));
    if (!reading) return std::nullopt;
    return agreeing_form(language, reading->lemma, Upos::kVerb, gender, number);
  }

  [[nodiscard]] std::optional<std::string> same_form(const std::string& lemma, Upos upos) const {
    Features wanted = tag(verb()).features;
    wanted.gender = Gender::kNone;
    return form_of(*analysis_.language, lemma, upos, wanted);
  }

  // "n'etes pas sans savoir", "n'est pas sans consequence".
  [[nodiscard]] std::vector<Edit> without_nothing(std::uint32_t without) const {
    const std::uint32_t next = without + 1;
    if (next >= sentence_.token_end || verb() != ne_ + 1) return {};
    if (lemma_of(analysis_, word_of(verb())) != "\xC3\xAAtre") return {};
    const std::string& lemma = lemma_of(analysis_, word_of(next));
    if (tag(next).features.verb_form == VerbForm::kInf) {
      if (lemma != "savoir" && lemma != "conna\xC3\xAEtre") return {};
      const auto form = same_form(lemma, Upos::kVerb);
      if (!form) return {};
      return replace_tokens(analysis_, {ne_, next + 1}, *form, false);
    }
    if (table_.effects.count(lemma) == 0) return {};
    if (next + 1 < sentence_.token_end && tag(next + 1).upos == Upos::kAdj) return {};
    if (lower(next + 1) == "ni") return {};
    auto has = same_form("avoir", Upos::kVerb);
    if (!has) has = same_form("avoir", Upos::kAux);
    Features plural;
    plural.number = Number::kPlur;
    const auto noun = form_of(*analysis_.language, lemma, Upos::kNoun, plural);
    if (!has || !noun) return {};
    return replace_tokens(analysis_, {ne_, next + 1}, *has + " des " + *noun, false);
  }

  // Only what may be, or what will be done, has a condition: "ne doit pas ... sans" forbids.
  [[nodiscard]] bool sets_condition() const {
    const std::string& lemma = lemma_of(analysis_, word_of(verb()));
    if (lemma == input_.resources.plain_verb) return true;
    const Features& features = tag(verb()).features;
    const bool passive = analysis_.trees.arcs[word_of(verb())].relation == Relation::kAuxPass;
    return lemma == "\xC3\xAAtre" && passive &&
           (features.tense == Tense::kFut || features.tense == Tense::kPres) &&
           features.mood == Mood::kInd;
  }

  [[nodiscard]] std::vector<Edit> only_with(std::uint32_t without) const {
    if (!sets_condition() || without + 1 >= sentence_.token_end) return {};
    for (std::uint32_t i = without + 1; i < sentence_.token_end; ++i) {
      if (lower(i) == "ni" || lower(i) == "sans" || lower(i) == "que") return {};
    }
    std::uint32_t noun = without + 1;
    const bool determined = tag(noun).upos == Upos::kDet && !tag(noun).features.indefinite;
    if (determined) ++noun;
    if (noun >= sentence_.token_end || tag(noun).upos != Upos::kNoun) return {};
    if (analysis_.protected_of_token[noun] != 0) return {};
    const FormId form = form_of_token(analysis_, noun).lexicon;
    if (form != kNoForm && analysis_.language->lexicon.traits(form).infinitive) return {};
    if (table_.no_terms.count(lemma_of(analysis_, word_of(noun))) != 0) return {};
    if (lower(without + 1) == "aucun" || lower(without + 1) == "aucune") return {};
    std::string with = "seulement avec";
    if (!determined) {
      const Gender gender = gender_of(*analysis_.language, lower(noun));
      if (gender == Gender::kNone || tag(noun).features.number == Number::kPlur) return {};
      with += gender == Gender::kFem ? " une" : " un";
    }
    const Span denied{span_of(ne_).begin, span_of(not_).end};
    const std::vector<Edit> opening =
        replace_tokens(analysis_, {ne_, not_ + 1}, words(ne_ + 1, not_), false);
    if (opening.size() != 1 || opening.front().span.end != denied.end) return {};
    return {opening.front(), {span_of(without), with}};
  }

  // "ne peut pas ne pas repondre" -> "doit repondre".
  [[nodiscard]] std::vector<Edit> must(std::uint32_t second) const {
    if (lemma_of(analysis_, word_of(verb())) != input_.resources.plain_verb) return {};
    if (second + 2 >= sentence_.token_end || lower(second + 1) != input_.resources.negator ||
        verb() != ne_ + 1) {
      return {};
    }
    if (tag(second + 2).features.verb_form != VerbForm::kInf) return {};
    const auto form = same_form("devoir", Upos::kVerb);
    if (!form) return {};
    return replace_tokens(analysis_, {ne_, second + 2}, *form, false);
  }

  // "ne manquerai pas de vous ecrire" -> "vous ecrirai". An order ("ne manquez pas de") asks.
  [[nodiscard]] std::vector<Edit> will_do() const {
    const Features& features = tag(verb()).features;
    if (lemma(verb()) != "manquer" || features.mood != Mood::kInd || verb() != ne_ + 1) return {};
    if (ne_ == sentence_.first_token || !is_de(not_ + 1)) return {};
    const auto group = infinitive_group(analysis_, not_ + 2, sentence_.token_end);
    if (!group || group->denied) return {};
    for (std::uint32_t i = group->verb + 1; i + 1 < sentence_.token_end; ++i) {
      if (lower(i) == input_.resources.and_word && is_de(i + 1)) return {};  // a second one
    }
    const auto form = same_form(lemma(group->verb), Upos::kVerb);
    if (!form) return {};
    const auto text = conjugated_text(analysis_, *group, *form);
    if (!text) return {};
    return replace_tokens(analysis_, {ne_, group->verb + 1}, *text, false);
  }

  std::uint32_t ne_ = 0;
  std::uint32_t not_ = 0;
};

}  // namespace

std::vector<Suggestion> say_positively(const OperationInput& input) {
  const Analysis& analysis = input.analysis;
  if (!input.operation.texts.empty()) return replace_words(input);  // the row's own text
  if (analysis.depth != Depth::kTrees || is_shouted(analysis, input.range)) return {};
  return Affirmer(input).run();
}

}  // namespace limpide
