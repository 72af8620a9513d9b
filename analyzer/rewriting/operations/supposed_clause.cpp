#include "analyzer/rewriting/operations/supposed_clause.h"

#include <algorithm>

#include "analyzer/rewriting/inflection/forms.h"

namespace limpide {
namespace {

// The clause behind a locution, and the one that it goes with.
class Supposition : private ReplacedWords {
 public:
  Supposition(const OperationInput& input, TokenRange range) : ReplacedWords(input, range) {
    const Sentence& sentence =
        analysis_.segmentation.sentences[analysis_.sentence_of_token[range.first]];
    for (const Clause& clause : analysis_.clauses.clauses) {
      if (clause.verb.finite == kNoWord) continue;
      const std::uint32_t at = token(clause.verb.finite);
      if (at < sentence.first_token || at >= sentence.token_end) continue;
      if (at < range.end) continue;
      if (supposed_ == nullptr && !is_inside(clause)) supposed_ = &clause;
    }
    for (const Clause& clause : analysis_.clauses.clauses) {
      if (clause.verb.finite == kNoWord || &clause == supposed_) continue;
      const std::uint32_t at = token(clause.verb.finite);
      if (at < sentence.first_token || at >= sentence.token_end) continue;
      const bool leads = clause.kind == ClauseKind::kMain || clause.kind == ClauseKind::kCompletive;
      if (leads && main_ == nullptr) main_ = &clause;
      // "a droit que votre aide a ete suspendue, des lors que": the closest clause before.
      if (leads && at < range.first) main_ = &clause;
    }
  }

  [[nodiscard]] Edits conditional(const std::string& text) const {
    if (supposed_ == nullptr || is_bare_ending() || governs_more()) return {};
    const std::uint32_t word = supposed_->verb.finite;
    const Features& own = tag(word).features;
    // "pour autant que vous habitiez": the tagger may take it for a past.
    const bool supposed = own.mood != Mood::kInd || has_subjunctive(word);
    Features wanted = own;
    wanted.mood = Mood::kInd;
    if (supposed || own.tense == Tense::kFut) {
      wanted.tense = supposed && main_is_conditional() ? Tense::kImp : Tense::kPres;
    }
    const auto form = form_of(language_, lemma_of(analysis_, word), tag(word).upos, wanted);
    if (!form) return {};
    Edits edits = opening(text);
    if (edits.empty() || *form == form_of_token(analysis_, token(word)).lower) return edits;
    const Edits verb = replace_tokens(analysis_, {token(word), token(word) + 1}, *form, false);
    if (verb.empty()) return {};
    edits.insert(edits.end(), verb.begin(), verb.end());
    return edits;
  }

  [[nodiscard]] bool is_reason() const {
    if (supposed_ == nullptr || main_ == nullptr || main_->verb.finite == kNoWord) return false;
    if (is_past(*supposed_)) return is_past(*main_) || speaks(*main_);
    const Features& own = tag(supposed_->verb.finite).features;
    return own.mood == Mood::kInd && own.tense == Tense::kPres && speaks(*main_) &&
           !supposed_->verb.compound;
  }

  // "vous pouvez ... des lors que": what the reader may or will get. Of a decision ("est rejetee
  // des lors que") it may be the reason, and so may it behind a denial.
  [[nodiscard]] bool is_condition() const {
    if (supposed_ == nullptr || main_ == nullptr || main_->verb.negation != kNoItem) return false;
    const Features& own = tag(main_->verb.finite).features;
    const Features& verb = tag(supposed_->verb.finite).features;
    const bool present = verb.mood == Mood::kInd && verb.tense == Tense::kPres;
    const bool open = own.mood == Mood::kImp || own.tense == Tense::kFut ||
                      (own.person == 2 && own.tense == Tense::kPres && !main_->verb.compound);
    return present && open && !is_reason();
  }

 private:
  // "dans l'hypothese ou le service [qui gere] votre dossier"; the "ou" of the locution is its own.
  [[nodiscard]] bool is_inside(const Clause& clause) const {
    return clause.kind == ClauseKind::kRelative &&
           (clause.introducer.first >= clause.introducer.end ||
            token(clause.introducer.first) >= range_.end);
  }
  [[nodiscard]] bool has_subjunctive(std::uint32_t word) const {
    const FormId form = form_of_token(analysis_, token(word)).lexicon;
    if (form == kNoForm || tag(word).features.tense == Tense::kFut) return false;
    const std::vector<LexicalAnalysis> readings = language_.lexicon.analyses(form);
    return std::any_of(readings.begin(), readings.end(), [](const LexicalAnalysis& reading) {
      return reading.features.mood == Mood::kSub;
    });
  }
  // "sous reserve d'etre": no clause follows.
  [[nodiscard]] bool is_bare_ending() const {
    return tag(analysis_.segmentation.tokens[range_.end - 1].first_word).upos == Upos::kAdp;
  }
  [[nodiscard]] bool is_past(const Clause& clause) const {
    const Features& own = tag(clause.verb.finite).features;
    if (own.mood != Mood::kInd) return false;
    return own.tense == Tense::kImp || own.tense == Tense::kPast ||
           (clause.verb.compound && own.tense == Tense::kPres);
  }
  // The writer decides: "nous ne pouvons pas accepter".
  [[nodiscard]] bool speaks(const Clause& clause) const {
    const Features& own = tag(clause.verb.finite).features;
    return own.person == 1 && own.mood == Mood::kInd && own.tense == Tense::kPres;
  }

  // "ou vous ne repondriez pas et refuseriez": one "si" for two verbs.
  [[nodiscard]] bool governs_more() const {
    for (const std::uint32_t child : children_of(analysis_, supposed_->head)) {
      if (universal_relation(arc(child).relation) != Relation::kConj) continue;
      if (tag(child).upos == Upos::kVerb || tag(child).upos == Upos::kAux) return true;
    }
    return std::any_of(analysis_.clauses.clauses.begin(), analysis_.clauses.clauses.end(),
                       [this](const Clause& other) {
                         return &other != supposed_ && other.subject.kind == SubjectKind::kShared &&
                                other.subject.head == supposed_->subject.head;
                       });
  }

  // "la demande serait rejetee"; not "il vous serait possible", which only is polite.
  [[nodiscard]] bool main_is_conditional() const {
    if (main_ == nullptr || tag(main_->verb.finite).features.mood != Mood::kCnd) return false;
    return main_->verb.modality != Modality::kPermission &&
           main_->subject.kind != SubjectKind::kImpersonal;
  }

  // "si il" is "s'il".
  [[nodiscard]] Edits opening(const std::string& text) const {
    if (range_.end >= analysis_.segmentation.tokens.size()) return {};
    const std::string& next = form_of_token(analysis_, range_.end).lower;
    if (next != "il" && next != "ils") return literal(range_, text);
    const std::string joined = text.substr(0, text.size() - 1) + apostrophe_of(analysis_) + next;
    return literal({range_.first, range_.end + 1}, joined);
  }

  const Clause* supposed_ = nullptr;
  const Clause* main_ = nullptr;
};

}  // namespace

std::optional<Edits> supposed_clause(const OperationInput& input, TokenRange range,
                                     const std::string& text) {
  if (last_word(text) != input.resources.condition) return std::nullopt;
  return Supposition(input, range).conditional(text);
}

ClauseSense sense_behind(const OperationInput& input, TokenRange range) {
  const Supposition supposition(input, range);
  if (supposition.is_reason()) return ClauseSense::kCause;
  return supposition.is_condition() ? ClauseSense::kCondition : ClauseSense::kNone;
}

}  // namespace limpide
