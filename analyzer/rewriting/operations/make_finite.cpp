// "Votre dossier etant incomplet, nous ..." -> "Comme votre dossier est incomplet, nous ...";
// "un formulaire comportant deux pages" -> "un formulaire qui comporte deux pages". In: the
// participle, alone or first of the words. Refuses: a participle clause that does not open its
// sentence, a condition or a time that "comme" would turn into a cause, a participle whose noun is
// unsure, "en" or a preposition before it.
#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/inflection/agreement.h"
#include "analyzer/rewriting/inflection/forms.h"
#include "analyzer/rewriting/operations/sentence_tokens.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {
namespace {

constexpr std::uint32_t kLongestSubject = 12;  // tokens

class Finisher : private SentenceTokens {
 public:
  explicit Finisher(const OperationInput& input)
      : SentenceTokens(input), participle_(input.range.first) {}

  [[nodiscard]] std::vector<Suggestion> run() const {
    if (!is_participle() || participle_ <= sentence_.first_token) return {};
    if (touches_protected(analysis_, input_.range)) return {};
    std::vector<Edit> edits = is_auxiliary() || is_absolute() ? as_cause() : as_relative();
    if (edits.empty()) return {};
    return {{std::move(edits), false}};
  }

 private:
  [[nodiscard]] bool is_finite(std::uint32_t token) const {
    return tag(token).features.verb_form == VerbForm::kFin;
  }
  [[nodiscard]] bool is_participle() const {
    const Features& features = tag(participle_).features;
    return features.verb_form == VerbForm::kPart && features.tense == Tense::kPres;
  }
  [[nodiscard]] const std::string& lemma() const {
    return lemma_of(analysis_, word_of(participle_));
  }
  [[nodiscard]] bool is_auxiliary() const { return lemma() == "\xC3\xAAtre" || lemma() == "avoir"; }

  [[nodiscard]] std::optional<std::string> third_person(Number number, Tense tense) const {
    Features wanted;
    wanted.verb_form = VerbForm::kFin;
    wanted.mood = Mood::kInd;
    wanted.tense = tense;
    wanted.person = 3;
    wanted.number = number;
    const LanguageResources& language = *analysis_.language;
    if (auto form = form_of(language, lemma(), Upos::kVerb, wanted)) return form;
    return form_of(language, lemma(), Upos::kAux, wanted);
  }

  // The noun phrase from the first token to the participle; its first noun is the subject.
  [[nodiscard]] std::optional<Number> number_of_subject(std::uint32_t first,
                                                        std::uint32_t end) const {
    if (end <= first || end - first > kLongestSubject) return std::nullopt;
    if (tag(first).upos != Upos::kDet && tag(first).upos != Upos::kPropn) return std::nullopt;
    Number number = tag(first).features.number;
    bool noun = false;
    for (std::uint32_t i = first; i < end; ++i) {
      const Upos upos = tag(i).upos;
      if (is_finite(i) || upos == Upos::kSconj || upos == Upos::kPunct) return std::nullopt;
      if (tag(i).features.pron_type == PronType::kRel) return std::nullopt;
      if (lower(i) == input_.resources.and_word || lower(i) == "ou") return std::nullopt;
      const Features& features = tag(i).features;
      if (!noun && upos == Upos::kNoun && features.number != Number::kNone) {
        if (number != Number::kNone && number != features.number) return std::nullopt;
        number = features.number;
      }
      noun = noun || upos == Upos::kNoun || upos == Upos::kPropn;
    }
    if (!noun || number == Number::kNone) return std::nullopt;
    return number;
  }

  // "Votre contrat prevoyant cette visite, nous": the main clause has another subject.
  [[nodiscard]] bool is_absolute() const {
    const auto comma = comma_after();
    if (!comma || !number_of_subject(sentence_.first_token, participle_)) return false;
    for (const Clause& clause : analysis_.clauses.clauses) {
      if (clause.kind != ClauseKind::kMain || clause.verb.finite == kNoWord) continue;
      if (clause.subject.kind != SubjectKind::kExplicit || clause.subject.head == kNoWord) continue;
      if (token_of_word(analysis_, clause.subject.span.first) == *comma + 1) return true;
    }
    return false;
  }

  // The main clause behind the comma: its tense, when it states something.
  [[nodiscard]] std::optional<Tense> main_tense(std::uint32_t comma) const {
    for (const Clause& clause : analysis_.clauses.clauses) {
      if (clause.kind != ClauseKind::kMain || clause.verb.finite == kNoWord) continue;
      const std::uint32_t token = token_of_word(analysis_, clause.verb.finite);
      if (token <= comma || token >= sentence_.token_end) continue;
      const bool states = clause.verb.mood == Mood::kInd || clause.verb.mood == Mood::kImp;
      if (!states) return std::nullopt;
      const bool past = clause.verb.tense == Tense::kImp || clause.verb.tense == Tense::kPast ||
                        (clause.verb.compound && clause.verb.tense == Tense::kPres);
      return past ? Tense::kPast : clause.verb.tense;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<std::uint32_t> comma_after() const {
    for (std::uint32_t i = participle_ + 1; i + 1 < sentence_.token_end; ++i) {
      if (lower(i) == ",") return i;
      if (is_finite(i) || analysis_.segmentation.tokens[i].kind != TokenKind::kWord) {
        return std::nullopt;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_addressed() const {
    const Addressee addressee =
        analysis_.clauses.addressees[analysis_.sentence_of_token[participle_]];
    return addressee == Addressee::kVous || addressee == Addressee::kNous;
  }

  // "Le delai etant depasse, nous refusons": the reason for what follows.
  [[nodiscard]] std::vector<Edit> as_cause() const {
    const std::uint32_t first = sentence_.first_token;
    std::uint32_t subject_end = participle_;
    const bool denied = lower(participle_ - 1) == "n'" || lower(participle_ - 1) == "ne";
    if (denied) --subject_end;
    const auto number = number_of_subject(first, subject_end);
    const auto comma = comma_after();
    if (!number || !comma || participle_ + 1 == *comma) return {};
    const auto tense = main_tense(*comma);
    if (!tense || *tense == Tense::kNone) return {};
    const bool compound = lemma() == "avoir" || lower(participle_ + 1) == "\xC3\xA9t\xC3\xA9";
    if (compound && lower(participle_ + 1) == "donn\xC3\xA9" && lemma() != "avoir") return {};
    const bool past = *tense == Tense::kPast;
    // In a rule for all, "etant" may well be a condition; told to somebody, it is the reason.
    if (!past && lemma() != "avoir" && !is_addressed()) return {};
    const auto form = third_person(*number, past ? Tense::kImp : Tense::kPres);
    if (!form) return {};
    const std::string was = lower(first);
    const Upos upos = tag(first).upos;
    const std::string opening(slice(analysis_.document->text, span_of(first)));
    const std::string word = upos == Upos::kPropn ? opening : to_lower(opening);
    std::vector<Edit> verb =
        replace_tokens(analysis_, {participle_, participle_ + 1}, *form, false);
    if (verb.size() != 1 || verb.front().span.begin < span_of(first).end) return {};
    return {{span_of(first), "Comme " + word}, verb.front()};
  }

  // "un document expliquant ... et precisant": the second would hang in the air.
  [[nodiscard]] bool is_joined(std::uint32_t word) const {
    if (universal_relation(analysis_.trees.arcs[word].relation) == Relation::kConj) return true;
    for (const std::uint32_t child : children_of(analysis_, word)) {
      if (universal_relation(analysis_.trees.arcs[child].relation) == Relation::kConj) return true;
    }
    for (std::uint32_t i = participle_ + 1; i + 1 < sentence_.token_end; ++i) {
      const bool joins = lower(i) == input_.resources.and_word || lower(i) == "ou";
      const Features& next = tag(i + 1).features;
      const bool participle = next.verb_form == VerbForm::kPart && next.tense == Tense::kPres;
      const bool verb = tag(i + 1).upos == Upos::kVerb || tag(i + 1).upos == Upos::kAux;
      if (joins && participle && verb) return true;
    }
    return false;
  }
  // "les elements en ma possession permettant": which of the two nouns?
  [[nodiscard]] bool hangs_from_other_number(std::uint32_t noun, Number number) const {
    const auto& words = analysis_.tagging.words;
    const auto differs = [&](std::uint32_t word) {
      return words[word].upos == Upos::kNoun && words[word].features.number != number;
    };
    const std::uint32_t above = analysis_.trees.arcs[noun].head;
    if (above != kRoot && differs(above)) return true;
    // The tree may hang the second noun from the verb: a preposition with a noun before it will do.
    const std::uint32_t begin = word_of(sentence_.first_token);
    std::uint32_t at = noun;
    while (at > begin && (words[at - 1].upos == Upos::kDet || words[at - 1].upos == Upos::kAdj))
      --at;
    if (at < begin + 2 || words[at - 1].upos != Upos::kAdp) return false;
    return differs(at - 2);
  }
  // "le cas echeant": no verb of its own any more.
  [[nodiscard]] bool is_set_phrase() const {
    // "le solde restant": an adjective, but in "restant a payer".
    const bool left = lower(participle_) == "restant" && lower(participle_ + 1) != "\xC3\xA0";
    return left || lower(participle_ - 1) == "cas";
  }

  // "un formulaire comportant deux pages".
  [[nodiscard]] std::vector<Edit> as_relative() const {
    const std::uint32_t noun = participle_ - 1;
    const std::uint32_t next = participle_ + 1;
    if (next >= sentence_.token_end || tag(participle_).upos != Upos::kVerb) return {};
    const Arc& arc = analysis_.trees.arcs[word_of(participle_)];
    std::uint32_t head = word_of(noun);
    // "un dossier complet comportant": the adjective is the noun's own.
    if (tag(noun).upos == Upos::kAdj) head = analysis_.trees.arcs[head].head;
    if (head == kRoot || arc.head != head) return {};
    const Upos upos = analysis_.tagging.words[head].upos;
    const Relation relation = arc.relation;
    if (upos != Upos::kNoun || (relation != Relation::kAcl && relation != Relation::kAmod)) {
      return {};
    }
    if (is_joined(head) || is_joined(word_of(participle_)) || is_set_phrase()) return {};
    // What the participle has of its own: without it, "qui" would have nothing to say.
    const Upos follows = tag(next).upos;
    const bool object = follows == Upos::kDet || follows == Upos::kNum || follows == Upos::kAdp ||
                        follows == Upos::kPron;
    if (!object || analysis_.segmentation.tokens[next].kind != TokenKind::kWord) return {};
    const Number number = analysis_.tagging.words[head].features.number;
    if (number == Number::kNone) return {};
    if (hangs_from_other_number(head, number)) return {};
    const auto form = third_person(number, Tense::kPres);
    if (!form) return {};
    return replace_tokens(analysis_, {participle_, next}, "qui " + *form, false);
  }

  std::uint32_t participle_;
};

}  // namespace

std::vector<Suggestion> make_finite(const OperationInput& input) {
  const Analysis& analysis = input.analysis;
  if (analysis.depth != Depth::kTrees || is_shouted(analysis, input.range)) return {};
  return Finisher(input).run();
}

}  // namespace limpide
