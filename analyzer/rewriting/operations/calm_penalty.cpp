// What an act that misses its condition comes to, said calmly: "payez, sous peine de poursuites" ->
// "payez, sinon vous risquez des poursuites"; "la demande doit, a peine de rejet, etre signee" ->
// "la demande doit etre signee. Sinon, cette demande sera rejetee", or "doit, pour etre acceptee,
// etre signee". In: "sous peine de", "a peine de" and their noun. Refuses: a noun that the table
// does not have, a sentence of somebody else, a consequence whose bearer is not named.
#include <algorithm>

#include "analyzer/rewriting/inflection/agreement.h"
#include "analyzer/rewriting/operations/calm_words.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {
namespace {

class CalmPenalty : private CalmWords {
 public:
  explicit CalmPenalty(const OperationInput& input) : CalmWords(input) {}

  [[nodiscard]] std::vector<CalmWay> run() const {
    std::vector<CalmWay> all;
    const auto found = penalty();
    if (!found || opens(found->first)) return all;
    const auto add = [&all](CalmEdits edits, bool safe = true) {
      if (!edits.empty()) all.push_back({std::move(edits), safe});
    };
    if (lower(found->first - 1) == "(") {
      add(in_brackets(*found));
      return all;
    }
    if (inside_brackets(found->first)) return all;
    add(risked());
    add(refused());
    add(as_a_purpose(*found));
    add(too_late(*found));
    // What the writer takes upon himself is his to word.
    add(otherwise_refused(*found), !speaks_of_himself(found->first));
    return all;
  }

 private:
  struct Penalty {
    std::uint32_t first = 0;
    std::uint32_t noun = 0;
  };
  [[nodiscard]] std::optional<Penalty> penalty() const {
    const std::uint32_t first = input_.range.first;
    if (!is_word(first + 3) || lower(first + 1) != "peine" || !is_de(first + 2)) {
      return std::nullopt;
    }
    if (lower(first) != "sous" && lower(first) != kGraveA) return std::nullopt;
    return Penalty{first, first + 3};
  }
  // Is the clause before an order to the reader, or what he must do?
  [[nodiscard]] bool reader_must(std::uint32_t before) const {
    for (const Clause& clause : analysis_.clauses.clauses) {
      const std::uint32_t verb = clause.verb.finite;
      if (verb == kNoWord || clause.kind != ClauseKind::kMain) continue;
      const std::uint32_t token = token_of_word(analysis_, verb);
      if (token < sentence_.first_token || token >= before) continue;
      const bool vous =
          clause.subject.head != kNoWord &&
          lower(token_of_word(analysis_, clause.subject.head)) == input_.resources.reader_pronoun;
      return vous || clause.verb.mood == Mood::kImp;
    }
    return false;
  }

  [[nodiscard]] CalmEdits risked() const {
    const auto found = penalty();
    if (!found || opens(found->first) || !reader_must(found->first)) return {};
    const std::string article = value_of(table_.risked, lower(found->noun));
    if (article.empty() || lower(last_word_end()) != ".") return {};
    for (std::uint32_t i = found->noun; i < last_word_end(); ++i) {
      if (!is_word(i) || tag(i).features.verb_form == VerbForm::kFin) return {};
    }
    const std::uint32_t before = found->first - 1;
    const std::uint32_t begin = lower(before) == "," ? span_of(before).begin : span_of(before).end;
    const auto risk = asked_form("risquer");
    if (!risk) return {};
    const bool elided =
        article.back() != 's' && article.size() > 2 && article[0] == 'l' && article[1] != 'a';
    const std::string text = ", " + std::string(kOtherwise) + " " +
                             input_.resources.reader_pronoun + " " + *risk + " " +
                             (elided ? "l" + apostrophe_of(analysis_) : article + " ");
    return {{{begin, span_of(found->noun).begin}, text}};
  }

  [[nodiscard]] CalmEdits refused() const {
    const auto found = penalty();
    if (!found || opens(found->first)) return {};
    const std::string end = value_of(table_.refused, lower(found->noun));
    const std::uint32_t last = last_word_end();
    if (end.empty() || lower(last) != "." || found->noun + 1 > last) return {};
    const bool whole = lower(found->noun + 1) == "," || found->noun + 1 == last;
    const std::uint32_t before = found->first - 1;
    if (!whole || lower(before) != ",") return {};
    for (std::uint32_t i = sentence_.first_token; i < last; ++i) {
      if (lower(i) == ":" || lower(i) == ";") return {};
    }
    const auto said = refusal(found->first, end);
    if (!said) return {};
    const std::uint32_t end_of_gap =
        found->noun + 1 == last ? span_of(found->noun).end : span_of(found->noun + 1).end;
    const std::uint32_t close = span_of(last).end;
    return {{{span_of(before).begin, end_of_gap}, ""}, {{close, close}, " " + *said}};
  }
  // "Sinon, cette demande sera rejetee."
  [[nodiscard]] std::optional<std::string> refusal(std::uint32_t before,
                                                   const std::string& end) const {
    const std::uint32_t subject = subject_before(before);
    if (!is_refusable(subject)) return std::nullopt;
    const NounPlace place = noun_place(analysis_, subject);
    if (place.gender == Gender::kNone) return std::nullopt;
    const bool plural = place.number == Number::kPlur;
    const LanguageResources& language = *analysis_.language;
    std::string text =
        std::string(slice(analysis_.document->text, span_of(token_of_word(analysis_, subject))));
    text = to_lower(text);
    const bool vowel = elides_before(language.lexicon, text);
    const std::string those =
        plural ? "ces" : determiner_form(input_.resources, "ce", place.gender, vowel);
    const auto form = agreeing(end, place.gender, plural ? Number::kPlur : Number::kSing);
    if (!form) return std::nullopt;
    return capitalized(kOtherwise) + ", " + those + " " + text + " " +
           (plural ? "seront " : "sera ") + *form + ".";
  }

  [[nodiscard]] bool inside_brackets(std::uint32_t token) const {
    int depth = 0;
    for (std::uint32_t i = sentence_.first_token; i < token; ++i) {
      depth += lower(i) == "(" ? 1 : lower(i) == ")" ? -1 : 0;
    }
    return depth > 0;
  }

  // ---- what a refusal falls on.

  [[nodiscard]] std::uint32_t subject_before(std::uint32_t before) const {
    std::uint32_t subject = kNoWord;
    for (const Clause& clause : analysis_.clauses.clauses) {
      const std::uint32_t head = clause.subject.head;
      if (clause.kind != ClauseKind::kMain || head == kNoWord) continue;
      const std::uint32_t token = token_of_word(analysis_, head);
      if (token >= sentence_.first_token && token < before) subject = head;
    }
    return subject;
  }
  [[nodiscard]] bool is_refusable(std::uint32_t word) const {
    return word != kNoWord && analysis_.tagging.words[word].upos == Upos::kNoun &&
           table_.refusable.count(lemma_of(analysis_, word)) != 0;
  }
  [[nodiscard]] std::optional<std::string> agreeing(const std::string& lemma, Gender gender,
                                                    Number number) const {
    const bool verb = lemma.size() > 2 && lemma.compare(lemma.size() - 2, 2, "er") == 0;
    return agreeing_form(*analysis_.language, lemma, verb ? Upos::kVerb : Upos::kAdj, gender,
                         number);
  }

  // "doit, a peine de rejet, etre signee" -> "doit, pour etre acceptee, etre signee".
  [[nodiscard]] CalmEdits as_a_purpose(const Penalty& found) const {
    const std::uint32_t next = found.noun + 1;
    const bool apart = lower(found.first - 1) == "," && next < sentence_.token_end &&
                       (lower(next) == "," || lower(next) == ".");
    const std::string aim = value_of(table_.aims, lower(found.noun));
    const std::uint32_t subject = subject_before(found.first);
    if (!apart || aim.empty() || !is_refusable(subject) || !is_asked(found.first)) return {};
    const NounPlace place = noun_place(analysis_, subject);
    if (place.gender == Gender::kNone) return {};
    const auto form = agreeing(aim, place.gender, place.number);
    if (!form) return {};
    return {{{span_of(found.first).begin, span_of(found.noun).end}, "pour \xC3\xAAtre " + *form}};
  }
  // "doit", and no "ne": what is not to be done has another consequence.
  [[nodiscard]] bool is_asked(std::uint32_t before) const {
    bool asked = false;
    for (const Clause& clause : analysis_.clauses.clauses) {
      const std::uint32_t verb = clause.verb.finite;
      if (verb == kNoWord || clause.kind != ClauseKind::kMain) continue;
      const std::uint32_t token = token_of_word(analysis_, verb);
      if (token < sentence_.first_token || token >= before) continue;
      // "doit, a peine de rejet, etre": the words between hide what is to be done.
      const bool must =
          clause.verb.modality == Modality::kObligation || lemma_of(analysis_, verb) == "devoir";
      asked = must && clause.verb.negation == kNoItem;
    }
    return asked;
  }

  // "dans un delai d'un mois, a peine de forclusion" -> ". Apres ce delai, ...".
  [[nodiscard]] CalmEdits too_late(const Penalty& found) const {
    const std::uint32_t last = last_word_end();
    if (lower(found.first - 1) != "," || lower(last) != ".") return {};
    if (value_of(table_.lapses, lower(found.noun)).empty() || !names_delay(found.first)) return {};
    const std::uint32_t next = found.noun + 1;
    const std::uint32_t begin = span_of(found.first - 1).begin;
    if (next == last) {
      return {{{begin, span_of(found.noun).end}, ". " + capitalized(table_.too_late)}};
    }
    if (lower(next) != ",") return {};
    return {{{begin, span_of(found.noun).end}, " (" + table_.too_late + ")"}};
  }
  // "dans le delai de deux mois": right before, and the verb is one of the reader's rights.
  [[nodiscard]] bool names_delay(std::uint32_t before) const {
    for (std::uint32_t i = before; i > sentence_.first_token + 1; --i) {
      if (before - i > kDelayWords || lower(i - 1) == ";" || lower(i - 1) == ":") return false;
      const std::string& word = lower(i - 1);
      if (word == "d\xC3\xA9lai") return true;
    }
    return false;
  }

  // ---- "les travaux ne doivent pas commencer, a peine de rejet" -> "sinon votre demande sera
  // rejetee".

  [[nodiscard]] bool speaks_of_himself(std::uint32_t before) const {
    const std::uint32_t subject = subject_before(before);
    return subject != kNoWord && table_.mine.count(lower(token_of_word(analysis_, subject))) != 0;
  }
  // "votre demande", as the document names it.
  [[nodiscard]] bool document_says(const char* first, const char* second) const {
    const auto& tokens = analysis_.segmentation.tokens;
    for (std::uint32_t i = 0; i + 1 < tokens.size(); ++i) {
      if (lower(i) == first && lower(i + 1) == second) return true;
    }
    return false;
  }
  [[nodiscard]] std::string thing() const {
    if (document_says("votre", "demande")) return "votre demande";
    return document_says("la", "demande") ? "la demande" : "";
  }
  // A word of the sentence that says that somebody contests: the penalty falls on that.
  [[nodiscard]] bool contests() const {
    for (std::uint32_t i = sentence_.first_token; i < sentence_.token_end; ++i) {
      if (is_word(i) && (table_.contests.count(lemma(i)) != 0)) return true;
    }
    return false;
  }
  [[nodiscard]] CalmEdits otherwise_refused(const Penalty& found) const {
    const std::string end = value_of(table_.refused, lower(found.noun));
    const std::uint32_t next = found.noun + 1;
    const bool last = next >= sentence_.token_end || lower(next) == "." || lower(next) == ";";
    if (end.empty() || !last || lower(found.first - 1) != ",") return {};
    const std::uint32_t subject = subject_before(found.first);
    if (subject == kNoWord || is_refusable(subject) || has_mark_before(found.first)) return {};
    const std::string who = lower(token_of_word(analysis_, subject));
    std::string what;
    Gender gender = Gender::kFem;
    if (contests()) {
      if (who != input_.resources.reader_pronoun || !reader_must(found.first)) return {};
      what = input_.resources.reader_own + " recours";
      gender = Gender::kMasc;
    } else if (speaks_of_himself(found.first)) {
      what = thing().empty() ? "" : "ma demande";
    } else if (is_asked_or_forbidden(found.first)) {
      what = thing();
    }
    const auto form = agreeing(end, gender, Number::kSing);
    if (what.empty() || !form) return {};
    const std::string text = std::string(kOtherwise) + " " + what + " sera " + *form;
    return {{{span_of(found.first).begin, span_of(found.noun).end}, text}};
  }
  [[nodiscard]] bool has_mark_before(std::uint32_t before) const {
    for (std::uint32_t i = sentence_.first_token; i < before; ++i) {
      if (lower(i) == ":" || lower(i) == ";") return true;
    }
    return false;
  }
  [[nodiscard]] bool is_asked_or_forbidden(std::uint32_t before) const {
    for (const Clause& clause : analysis_.clauses.clauses) {
      const std::uint32_t verb = clause.verb.finite;
      if (verb == kNoWord || clause.kind != ClauseKind::kMain) continue;
      const std::uint32_t token = token_of_word(analysis_, verb);
      if (token < sentence_.first_token || token >= before) continue;
      if (clause.verb.modality == Modality::kObligation ||
          clause.verb.modality == Modality::kProhibition) {
        return true;
      }
    }
    return false;
  }

  // "(a peine d'irrecevabilite)" beside a field: "(sinon, la demande sera irrecevable)".
  [[nodiscard]] CalmEdits in_brackets(const Penalty& found) const {
    const std::uint32_t next = found.noun + 1;
    const std::string end = value_of(table_.refused, lower(found.noun));
    if (end.empty() || next >= sentence_.token_end || lower(next) != ")") return {};
    const std::string what = thing();
    const auto form = agreeing(end, Gender::kFem, Number::kSing);
    if (what.empty() || !form || contests()) return {};
    const std::string text = std::string(kOtherwise) + ", " + what + " sera " + *form;
    return {{{span_of(found.first).begin, span_of(found.noun).end}, text}};
  }

  static constexpr std::uint32_t kDelayWords = 8;
};

}  // namespace

std::vector<CalmWay> calm_penalty(const OperationInput& input) { return CalmPenalty(input).run(); }

}  // namespace limpide
