// "Votre demande a ete rejetee." -> "Nous avons rejete votre demande."; "vous serez informe" ->
// "nous vous informerons". In: the words of a passive clause without agent, in a letter. Refuses:
// unless the letter says "nous" of its writer elsewhere and never "je", unless the verb is what a
// service does with the file of a reader; another body that is named before; a duty, a possibility,
// a subject that is not the reader's own file.
#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/inflection/forms.h"
#include "analyzer/rewriting/operations/clause_words.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {
namespace {

constexpr std::uint32_t kLongestSubject = 14;  // words
constexpr const char* kWe = "nous";

class Namer : private ClauseWords {
 public:
  using ClauseWords::ClauseWords;

  [[nodiscard]] std::vector<Suggestion> run() {
    if (!is_simple() || !writer_is_we() || another_may_act()) return {};
    if (!read_verbs() || !is_own_affair()) return {};
    const auto said = active_words();
    if (!said) return {};
    std::string text = std::string(kWe) + " " + *said;
    if (!is_reader_) text += " " + subject_inside();
    if (starts_with_capital(analysis_, token(clause_.subject.span.first))) text = capitalized(text);
    return {{{{told(), text}}, false}};
  }

 private:
  [[nodiscard]] bool is_simple() const {
    if (!is_plain_passive(kLongestSubject) || clause_.verb.modality != Modality::kNone)
      return false;
    if (shares_subject() || has_coordinated_verb()) return false;
    for (std::uint32_t i = clause_.subject.span.first; i < clause_.subject.span.end; ++i) {
      const bool verb = tag(i).features.verb_form == VerbForm::kFin;
      if (verb || tag(i).upos == Upos::kPunct) return false;
    }
    return true;
  }

  // The letter says "nous" of its writer, and nobody says "je".
  [[nodiscard]] bool writer_is_we() const {
    const DocumentKind kind = analysis_.structure.kind;
    if (kind != DocumentKind::kLetter && kind != DocumentKind::kEmail) return false;
    bool we = false;
    for (const Clause& clause : analysis_.clauses.clauses) {
      if (clause.subject.kind != SubjectKind::kExplicit || clause.subject.head == kNoWord) continue;
      const std::string& subject = lower(clause.subject.head);
      if (subject == "je" || subject == "j'") return false;
      we = we || (subject == kWe && clause.verb.person == 1);
    }
    return we;
  }

  // A body named before: the act may be its own.
  [[nodiscard]] bool another_may_act() const {
    const std::uint32_t own = analysis_.sentence_of_token[token(clause_.head)];
    const auto& sentences = analysis_.segmentation.sentences;
    for (std::uint32_t i = 0; i <= own; ++i) {
      if (analysis_.structure.blocks[sentences[i].block].role != Role::kBody) continue;
      const WordRange range = analysis_.trees.sentence_words[i];
      for (std::uint32_t word = range.first; word < range.end; ++word) {
        const bool noun = tag(word).upos == Upos::kNoun || tag(word).upos == Upos::kPropn;
        if (noun && table_.deciders.count(to_lower(lemma_of(analysis_, word))) != 0) return true;
      }
    }
    return false;
  }

  // Between the subject and the participle: "ne", "vous", the verb, "pas", adverbs, "ete".
  [[nodiscard]] bool read_verbs() {
    std::uint32_t at = clause_.subject.span.end;
    const std::uint32_t end = clause_.verb.lexical;
    if (at < end && (lower(at) == "ne" || lower(at) == "n'")) {
      denied_ = true;
      ++at;
    }
    if (at < end && lower(at) == input_.resources.reader_pronoun) {
      to_reader_ = true;
      ++at;
    }
    if (at != clause_.verb.finite) return false;
    ++at;
    if (denied_) {
      if (at >= end || lower(at) != input_.resources.negator) return false;
      ++at;
    }
    for (; at < end; ++at) {
      if (at + 1 == end && lemma_of(analysis_, at) == "\xC3\xAAtre" &&
          tag(at).features.verb_form == VerbForm::kPart) {
        compound_ = true;
      } else if (tag(at).upos == Upos::kAdv && tag(at).features.pron_type == PronType::kNone &&
                 lower(at) != "plus" && lower(at) != "jamais" && lower(at) != "que") {
        adverbs_ += " " + lower(at);
      } else {
        return false;
      }
    }
    return lemma_of(analysis_, clause_.verb.finite) == (compound_ ? "avoir" : "\xC3\xAAtre");
  }

  // "est acceptee" does it; "est enregistre", of a file, tells its state.
  [[nodiscard]] bool is_act(const std::string& verb) const {
    const bool at_once = table_.acts.count(verb + "*") != 0;
    const bool present = !compound_ && tag(clause_.verb.finite).features.tense == Tense::kPres;
    const bool later = tag(clause_.verb.finite).features.tense == Tense::kFut && !compound_;
    if (later && table_.acts.count(verb + "+") != 0) return true;
    return at_once || (!present && table_.acts.count(verb) != 0);
  }

  [[nodiscard]] bool is_own_affair() {
    const std::uint32_t head = clause_.subject.head;
    const std::string& verb = lemma_of(analysis_, clause_.verb.lexical);
    if (tag(head).upos == Upos::kPron) {
      is_reader_ = lower(head) == input_.resources.reader_pronoun;
      // "vous avons informee": who is meant?
      return is_reader_ && !compound_ && !to_reader_ && table_.told.count(verb) != 0;
    }
    const std::string& first = lower(clause_.subject.span.first);
    const bool own =
        first == input_.resources.reader_own || first == input_.resources.reader_plural;
    return own && is_act(verb) && table_.cases.count(lemma_of(analysis_, head)) != 0;
  }

  [[nodiscard]] std::optional<std::string> active_words() const {
    Features wanted = tag(clause_.verb.finite).features;
    wanted.person = 1;
    wanted.number = Number::kPlur;
    wanted.gender = Gender::kNone;
    const LanguageResources& language = *analysis_.language;
    const std::string& lemma = lemma_of(analysis_, clause_.verb.lexical);
    std::optional<std::string> finite;
    std::string participle;
    if (compound_) {
      finite = form_of(language, "avoir", Upos::kAux, wanted);
      if (!finite) finite = form_of(language, "avoir", Upos::kVerb, wanted);
      const auto form = agreeing_form(language, lemma, Upos::kVerb, Gender::kMasc, Number::kSing);
      if (!form) return std::nullopt;
      participle = " " + *form;
    } else {
      finite = form_of(language, lemma, Upos::kVerb, wanted);
    }
    if (!finite) return std::nullopt;
    std::string text = *finite;
    if (to_reader_ || is_reader_) text = input_.resources.reader_pronoun + " " + text;
    if (denied_) {
      const std::string first = text.substr(0, text.find(' '));
      const bool elided = elides_before(language.lexicon, first);
      text =
          (elided ? "n" + apostrophe_of(analysis_) : "ne ") + text + " " + input_.resources.negator;
    }
    return text + adverbs_ + participle;
  }

  bool denied_ = false;
  bool to_reader_ = false;  // "vous" before the verb
  bool is_reader_ = false;  // "vous" is the subject
  bool compound_ = false;
  std::string adverbs_;
};

}  // namespace

std::vector<Suggestion> name_sender(const OperationInput& input) {
  const Analysis& analysis = input.analysis;
  if (analysis.depth != Depth::kTrees || is_shouted(analysis, input.range)) return {};
  if (touches_protected(analysis, input.range)) return {};
  for (const Clause& clause : analysis.clauses.clauses) {
    if (clause.verb.lexical == kNoWord) continue;
    const std::uint32_t token = token_of_word(analysis, clause.verb.lexical);
    if (token < input.range.first || token >= input.range.end) continue;
    std::vector<Suggestion> made = Namer(input, clause).run();
    return made.empty() ? name_reader(input, clause) : made;
  }
  return {};
}

}  // namespace limpide
