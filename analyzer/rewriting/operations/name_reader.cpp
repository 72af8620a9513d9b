// "Le formulaire doit etre renvoye" -> "vous devez renvoyer le formulaire"; "la decision peut etre
// contestee" -> "vous pouvez contester la decision". In: a passive clause without agent of a letter
// that says "vous". Refuses: a verb that somebody else than the reader may be asked for, a denial,
// two verbs for one subject, words further on that agree with the subject ("..., signee").
#include <algorithm>
#include <array>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/inflection/forms.h"
#include "analyzer/rewriting/operations/clause_words.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {
namespace {

constexpr std::uint32_t kLongestSubject = 10;  // words

class ReaderNamer : private ClauseWords {
 public:
  ReaderNamer(const OperationInput& input, const Clause& clause)
      : ClauseWords(input, clause),
        sentence_(
            analysis_.segmentation.sentences[analysis_.sentence_of_token[token(clause.head)]]) {}

  [[nodiscard]] std::vector<Suggestion> run() {
    if (!is_simple() || !is_readers_affair() || !read_verbs()) return {};
    if (!says_you() || another_may_act() || subject_goes_on()) return {};
    Features wanted = tag(clause_.verb.finite).features;
    wanted.person = 2;
    wanted.number = Number::kPlur;
    wanted.gender = Gender::kNone;
    const LanguageResources& language = *analysis_.language;
    const auto finite =
        form_of(language, lemma_of(analysis_, clause_.verb.finite), Upos::kVerb, wanted);
    Features infinitive;
    infinitive.verb_form = VerbForm::kInf;
    const auto verb =
        form_of(language, lemma_of(analysis_, clause_.verb.lexical), Upos::kVerb, infinitive);
    if (!finite || !verb) return {};
    std::string text = input_.resources.reader_pronoun + " " + *finite + between_ + " " + *verb +
                       " " + subject_inside();
    if (starts_with_capital(analysis_, token(clause_.subject.span.first))) text = capitalized(text);
    return {{{{told(), text}}, false}};
  }

 private:
  [[nodiscard]] const std::string& lower_token(std::uint32_t token) const {
    return form_of_token(analysis_, token).lower;
  }

  [[nodiscard]] bool is_simple() const {
    if (!is_plain_passive(kLongestSubject) || clause_.verb.negation != kNoItem) return false;
    const Subject& subject = clause_.subject;
    if (tag(subject.head).upos != Upos::kNoun) return false;
    for (std::uint32_t i = subject.span.first; i < subject.span.end; ++i) {
      if (tag(i).features.verb_form == VerbForm::kFin || tag(i).upos == Upos::kPunct) return false;
      if (lower(i) == "aucun" || lower(i) == "aucune" || lower(i) == "nul") return false;
    }
    return !has_coordinated_verb();
  }

  [[nodiscard]] bool is_readers_affair() const {
    const std::string& modal = lemma_of(analysis_, clause_.verb.finite);
    const std::string& verb = lemma_of(analysis_, clause_.verb.lexical);
    if (modal == "devoir") return table_.reader_duties.count(verb) != 0;
    return modal == "pouvoir" && table_.reader_rights.count(verb) != 0;
  }

  // Between the modal and the participle: adverbs, "nous", "etre".
  [[nodiscard]] bool read_verbs() {
    if (clause_.subject.span.end != clause_.verb.finite) return false;
    bool be = false;
    for (std::uint32_t i = clause_.verb.finite + 1; i < clause_.verb.lexical; ++i) {
      if (lemma_of(analysis_, i) == "\xC3\xAAtre" && !be) {
        be = true;
        continue;
      }
      const bool pronoun = lower(i) == "nous" || lower(i) == "lui" || lower(i) == "leur";
      const bool adverb = tag(i).upos == Upos::kAdv && lower(i) != "plus" && lower(i) != "jamais" &&
                          lower(i) != "que";
      if (!adverb && (!pronoun || be)) return false;
      between_ += " " + lower(i);
    }
    return be;
  }

  [[nodiscard]] bool says_you() const {
    const DocumentKind kind = analysis_.structure.kind;
    if (kind != DocumentKind::kLetter && kind != DocumentKind::kEmail) return false;
    const RewritingResources& own = input_.resources;
    return std::any_of(analysis_.segmentation.forms.begin(), analysis_.segmentation.forms.end(),
                       [&own](const Form& form) {
                         return form.count > 0 &&
                                (form.lower == own.reader_pronoun || form.lower == own.reader_own ||
                                 form.lower == own.reader_plural);
                       });
  }

  // "par le medecin", "par l'ensemble des titulaires"; and a body or a relative named before.
  [[nodiscard]] bool another_may_act() const {
    constexpr std::array<std::string_view, 12> kMeans{
        "\xC3\xA9"
        "crit",
        "courrier",
        "courriel",
        "lettre",
        "voie",
        "mail",
        "internet",
        "retour",
        "fax",
        "ch\xC3\xA8que",
        "t\xC3\xA9l\xC3\xA9phone",
        "virement"};
    const std::uint32_t verb = token(clause_.verb.lexical);
    for (std::uint32_t i = sentence_.first_token; i + 1 < sentence_.token_end; ++i) {
      const std::string& word = lower_token(i);
      if (i < verb && (table_.deciders.count(word) != 0 || table_.relatives.count(word) != 0)) {
        return true;
      }
      if (i <= verb || word != "par") continue;
      const std::string& means = lower_token(i + 1);
      if (std::find(kMeans.begin(), kMeans.end(), means) == kMeans.end()) return true;
    }
    return false;
  }

  // "..., dument signee", "et ne dispense pas", "elle", "celle-ci": of the old subject.
  [[nodiscard]] bool subject_goes_on() const {
    if (shares_subject()) return true;
    const auto& tokens = analysis_.segmentation.tokens;
    bool mark = false;
    for (std::uint32_t i = token(clause_.verb.lexical) + 1; i < sentence_.token_end; ++i) {
      if (tokens[i].kind != TokenKind::kWord) {
        mark = true;
        continue;
      }
      const WordTag& one = tag(tokens[i].first_word);
      const bool part =
          one.features.verb_form == VerbForm::kPart && one.features.tense == Tense::kPast;
      if (mark && (part || one.upos == Upos::kAdj)) return true;
      const bool personal = one.upos == Upos::kPron && one.features.pron_type == PronType::kPrs;
      if (personal && one.features.person == 3 && !one.features.reflexive) {
        return true;
      }
      mark = mark && one.upos == Upos::kAdv;
    }
    return false;
  }

  const Sentence& sentence_;
  std::string between_;
};

}  // namespace

std::vector<Suggestion> name_reader(const OperationInput& input, const Clause& clause) {
  return ReaderNamer(input, clause).run();
}

}  // namespace limpide
