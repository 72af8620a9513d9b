#include "analyzer/rewriting/inflection/verb_agreement.h"

#include <algorithm>
#include <array>
#include <string>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/inflection/forms.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {
namespace {

constexpr const char* kBe = "\xC3\xAAtre";
// What a subject further back may be called.
constexpr std::array<std::string_view, 9> kAgain{"il",  "elle",     "lui",      "son", "sa",
                                                 "ses", "celui-ci", "celle-ci", "-ci"};

class VerbAgreement {
 public:
  VerbAgreement(const Analysis& analysis, const Clause& clause, NounPlace place)
      : analysis_(analysis), clause_(clause), place_(place) {}

  [[nodiscard]] std::optional<std::vector<Edit>> run() {
    if (place_.gender == Gender::kNone || place_.number == Number::kNone) return std::nullopt;
    // "toutes les pieces ne sont pas": which of them?
    if (clause_.verb.negation != kNoItem) return std::nullopt;
    if (is_shared() || is_said_again() || !conjugate()) return std::nullopt;
    if (!agree()) return std::nullopt;
    return edits_;
  }

 private:
  [[nodiscard]] const WordTag& tag(std::uint32_t word) const {
    return analysis_.tagging.words[word];
  }
  [[nodiscard]] const std::string& lemma(std::uint32_t word) const {
    return analysis_.tagging.lemmas[tag(word).lemma];
  }
  [[nodiscard]] const Token& token_of(std::uint32_t word) const {
    return analysis_.segmentation.tokens[analysis_.segmentation.words[word].token];
  }
  [[nodiscard]] std::string_view written(std::uint32_t word) const {
    return slice(analysis_.document->text, token_of(word).span);
  }
  [[nodiscard]] std::uint32_t end_of_sentence() const {
    const std::uint32_t token = analysis_.segmentation.words[clause_.verb.finite].token;
    return analysis_.trees.sentence_words[analysis_.sentence_of_token[token]].end;
  }

  [[nodiscard]] bool is_shared() const {
    const auto& clauses = analysis_.clauses.clauses;
    return std::any_of(clauses.begin(), clauses.end(), [this](const Clause& other) {
      return &other != &clause_ && other.subject.kind == SubjectKind::kShared &&
             other.subject.head == clause_.subject.head;
    });
  }
  // "il", "sa date"; ", accompagne d'une copie"; "et sera renvoye".
  [[nodiscard]] bool is_said_again() const {
    bool mark = false;
    for (std::uint32_t i = clause_.verb.lexical + 1; i < end_of_sentence(); ++i) {
      const std::string word = to_lower(written(i));
      if (std::find(kAgain.begin(), kAgain.end(), word) != kAgain.end()) return true;
      if (word == "," || word == "et" || word == "ou") {
        mark = true;
        continue;
      }
      const Features& own = tag(i).features;
      const bool past = own.verb_form == VerbForm::kPart && own.tense != Tense::kPres;
      if (mark && (past || own.verb_form == VerbForm::kFin) && own.number == Number::kSing) {
        return true;
      }
      mark = mark && (tag(i).upos == Upos::kAdv || tag(i).upos == Upos::kAux);
    }
    return false;
  }

  // In place of one word that is a token of its own; false when there is no such form.
  bool put(std::uint32_t word, const std::optional<std::string>& form) {
    const Token& token = token_of(word);
    if (!form || to_lower(written(word)) == *form) return form.has_value();
    if (token.kind != TokenKind::kWord || written(word).find('-') != std::string_view::npos) {
      return false;
    }
    edits_.push_back({token.span, *form});
    return true;
  }

  bool conjugate() {
    const std::uint32_t finite = clause_.verb.finite;
    Features wanted = tag(finite).features;
    if (wanted.person != 3 || wanted.number != Number::kSing) return false;
    wanted.number = place_.number;
    wanted.gender = Gender::kNone;
    const LanguageResources& language = *analysis_.language;
    auto form = form_of(language, lemma(finite), tag(finite).upos, wanted);
    if (!form) form = form_of(language, lemma(finite), Upos::kVerb, wanted);
    if (!form) form = form_of(language, lemma(finite), Upos::kAux, wanted);
    return put(finite, form);
  }

  [[nodiscard]] bool has_be() const {
    for (std::uint32_t i = clause_.verb.finite; i <= clause_.verb.lexical; ++i) {
      if (lemma(i) == kBe) return true;
    }
    return false;
  }

  // Behind "etre", the participle and the adjectives that follow it.
  bool agree() {
    if (!has_be()) return true;
    const std::uint32_t end = end_of_sentence();
    for (std::uint32_t i = clause_.verb.finite + 1; i < end; ++i) {
      const bool part = tag(i).features.verb_form == VerbForm::kPart && lemma(i) != kBe;
      const bool described = tag(i).upos == Upos::kAdj;
      if (i > clause_.verb.lexical && !described) return true;
      if (!part && !described) continue;
      if (part && tag(i).features.tense == Tense::kPres) return false;
      if (!put(i, agreeing_form(*analysis_.language, lemma(i), part ? Upos::kVerb : Upos::kAdj,
                                place_.gender, place_.number))) {
        return false;
      }
    }
    return true;
  }

  const Analysis& analysis_;
  const Clause& clause_;
  NounPlace place_;
  std::vector<Edit> edits_;
};

}  // namespace

const Clause* clause_of_subject(const Analysis& analysis, std::uint32_t head) {
  for (const Clause& clause : analysis.clauses.clauses) {
    const bool own = clause.subject.kind == SubjectKind::kExplicit && clause.subject.head == head &&
                     clause.verb.finite != kNoWord && clause.verb.lexical != kNoWord &&
                     clause.verb.finite > head && clause.verb.lexical >= clause.verb.finite;
    if (own) return &clause;
  }
  return nullptr;
}

std::optional<std::vector<Edit>> verb_agreement_edits(const Analysis& analysis,
                                                      const Clause& clause, NounPlace place) {
  return VerbAgreement(analysis, clause, place).run();
}

}  // namespace limpide
