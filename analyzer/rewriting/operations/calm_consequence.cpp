// A consequence said as a threat, said calmly with the same facts: "faute de quoi X" -> ". Sinon,
// X"; "faute de paiement" -> "si vous ne payez pas"; "nous nous verrons contraints de fermer" ->
// "nous devrons fermer"; "nous nous reservons le droit de" -> "nous pourrons"; "sous peine de
// poursuites" -> ", sinon vous risquez des poursuites"; "la demande doit, a peine de rejet, etre
// signee" -> "la demande doit etre signee. Sinon, cette demande sera rejetee". In: words of the
// threat. Refuses: what would lose a fact, somebody else than the reader, a
// conditional, brackets, a list.
#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/inflection/agreement.h"
#include "analyzer/rewriting/inflection/forms.h"
#include "analyzer/rewriting/operations/infinitive_group.h"
#include "analyzer/rewriting/operations/operation.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {
namespace {

constexpr const char* kDe = "de";
constexpr const char* kElidedDe = "d'";
constexpr const char* kGraveA = "\xC3\xA0";

// "paiement=payer": what the table says of the word; "" when it has none.
std::string value_of(const FormulaWords& words, const std::string& key) {
  const auto found = words.lower_bound(key + "=");
  if (found == words.end() || found->compare(0, key.size() + 1, key + "=") != 0) return "";
  return found->substr(key.size() + 1);
}

class Calmer {
 public:
  explicit Calmer(const OperationInput& input)
      : input_(input),
        analysis_(input.analysis),
        table_(input.resources.formulas),
        sentence_(
            analysis_.segmentation.sentences[analysis_.sentence_of_token[input.range.first]]) {}

  [[nodiscard]] std::vector<Suggestion> run() const {
    std::vector<Suggestion> all;
    const auto add = [&all](std::vector<Edit> edits) {
      if (!edits.empty()) all.push_back({std::move(edits), false});
    };
    if (in_brackets()) return {};
    for (const Formula& formula : table_.calmer) {
      const std::uint32_t first = input_.range.first;
      const auto end = match_formula(analysis_, formula.pattern, first, sentence_.token_end);
      if (!end) continue;
      const TokenRange range{first, lower(*end - 1) == "," ? *end - 1 : *end};
      if (formula.texts.front() == kOtherwise) add(cut_before(range));
      add(swapped(range, formula.texts.front()));
    }
    add(condition());
    add(plain_verb());
    add(risked());
    add(refused());
    return all;
  }

 private:
  static constexpr const char* kOtherwise = "sinon";

  [[nodiscard]] const std::string& lower(std::uint32_t token) const {
    return form_of_token(analysis_, token).lower;
  }
  [[nodiscard]] Span span_of(std::uint32_t token) const {
    return analysis_.segmentation.tokens[token].span;
  }
  [[nodiscard]] bool is_word(std::uint32_t token) const {
    return token < sentence_.token_end &&
           analysis_.segmentation.tokens[token].kind == TokenKind::kWord;
  }
  [[nodiscard]] std::uint32_t word_of(std::uint32_t token) const {
    return analysis_.segmentation.tokens[token].first_word;
  }
  [[nodiscard]] const WordTag& tag(std::uint32_t token) const {
    return analysis_.tagging.words[word_of(token)];
  }
  [[nodiscard]] const std::string& lemma(std::uint32_t token) const {
    return lemma_of(analysis_, word_of(token));
  }
  [[nodiscard]] std::string cased(std::uint32_t first, const std::string& text) const {
    return starts_with_capital(analysis_, first) ? capitalized(text) : text;
  }
  [[nodiscard]] bool is_de(std::uint32_t token) const {
    return is_word(token) && (lower(token) == kDe || lower(token) == kElidedDe);
  }

  [[nodiscard]] bool in_brackets() const {
    int depth = 0;
    for (std::uint32_t i = sentence_.first_token; i < input_.range.first; ++i) {
      depth += lower(i) == "(" ? 1 : lower(i) == ")" ? -1 : 0;
    }
    return depth > 0;
  }
  [[nodiscard]] bool opens(std::uint32_t token) const { return token == sentence_.first_token; }

  // ---- words for words.

  [[nodiscard]] std::vector<Edit> swapped(TokenRange range, const std::string& text) const {
    const auto joins = [this](std::uint32_t token) {
      const std::string& word = lower(token);
      return word == "," || word == "et" || word == "ou" || word == "ni";
    };
    // "toute omission, toute fausse declaration ou toute absence": a list of them.
    const bool listed =
        lower(range.first) == "toute" && ((!opens(range.first) && joins(range.first - 1)) ||
                                          (range.end < sentence_.token_end && joins(range.end)));
    if (listed) return {};
    return replace_tokens(analysis_, range, text, false);
  }

  // "..., faute de quoi la place": two sentences.
  [[nodiscard]] std::vector<Edit> cut_before(TokenRange range) const {
    if (opens(range.first) || lower(range.first - 1) != ",") return {};
    if (range.end >= sentence_.token_end) return {};
    if (lower(sentence_.token_end - 1) != ".") return {};
    for (std::uint32_t i = range.end; i < sentence_.token_end; ++i) {
      if (lower(i) == ";" || lower(i) == ":") return {};
    }
    const Span next = span_of(range.end);  // a comma, or the word that comes
    const std::uint32_t end = lower(range.end) == "," ? next.end : span_of(range.end - 1).end;
    return {{{span_of(range.first - 1).begin, end}, ". " + capitalized(kOtherwise) + ","}};
  }

  // ---- "faute de paiement ou de reponse de votre part" -> "si vous ne payez pas ou ne repondez
  // pas".

  [[nodiscard]] std::vector<Edit> condition() const {
    const std::uint32_t first = input_.range.first;
    if (!opens(first) && lower(first - 1) != ",") return {};
    std::uint32_t at = first;
    if (lower(at) == "faute") {
      ++at;
    } else if (lower(at) == kGraveA && lower(at + 1) ==
                                           "d\xC3\xA9"
                                           "faut") {
      at += 2;
    } else {
      return {};
    }
    std::string text = input_.resources.condition + " " + input_.resources.reader_pronoun;
    for (bool more = true; more;) {
      if (!is_de(at) || !is_word(at + 1)) return {};
      const std::string verb = value_of(table_.unpaid, lower(at + 1));
      const auto form = verb.empty() ? std::nullopt : asked_form(verb);
      if (!form) return {};
      text += " ne " + *form + " " + input_.resources.negator;
      at += 2;
      more = is_word(at) && lower(at) == "ou" && is_de(at + 1);
      if (!more) continue;
      text += " ou";
      ++at;
    }
    if (is_de(at) && is_word(at + 2) && lower(at + 1) == input_.resources.reader_own &&
        lower(at + 2) == "part") {
      at += 3;
    }
    if (!may_follow(at) || !comes_main_clause(at)) return {};
    return {{{span_of(first).begin, span_of(at - 1).end}, cased(first, text)}};
  }
  [[nodiscard]] std::optional<std::string> asked_form(const std::string& verb) const {
    Features wanted;
    wanted.verb_form = VerbForm::kFin;
    wanted.mood = Mood::kInd;
    wanted.tense = Tense::kPres;
    wanted.person = 2;
    wanted.number = Number::kPlur;
    return form_of(*analysis_.language, verb, Upos::kVerb, wanted);
  }
  // A mark, or when it was to be done; "du loyer" and "integral" would have to go with the verb.
  [[nodiscard]] bool may_follow(std::uint32_t at) const {
    if (at >= sentence_.token_end) return false;
    const std::string& word = lower(at);
    return word == "," || word == "dans" || word == "avant" || word == "sous" ||
           (word == kGraveA && is_word(at + 1) &&
            (lower(at + 1) == "cette" || lower(at + 1) == "la"));
  }
  [[nodiscard]] bool comes_main_clause(std::uint32_t from) const {
    for (std::uint32_t i = from; i < sentence_.token_end; ++i) {
      if (tag(i).features.verb_form == VerbForm::kFin) return true;
    }
    return false;
  }

  // ---- one verb for several.

  [[nodiscard]] std::vector<Edit> plain_verb() const {
    for (std::uint32_t i = input_.range.first; i < input_.range.end; ++i) {
      if (tag(i).features.verb_form != VerbForm::kFin) continue;
      const std::string& verb = lemma(i);
      if (verb == "voir" || verb == "\xC3\xAAtre") {
        return verb != "voir" && lemma_ahead(i, "passible") ? liable(i) : compelled(i);
      }
      if (verb == "r\xC3\xA9server") return reserved(i);
      if (verb == "exposer") return exposed(i);
    }
    // "est [passible de]": the verb is before.
    const std::uint32_t first = input_.range.first;
    const bool verb_before = !opens(first) && lemma(first) == "passible" &&
                             lemma(first - 1) == "\xC3\xAAtre" &&
                             tag(first - 1).features.verb_form == VerbForm::kFin;
    return verb_before ? liable(first - 1) : std::vector<Edit>{};
  }
  [[nodiscard]] bool lemma_ahead(std::uint32_t i, const char* wanted) const {
    return is_word(i + 1) && lemma(i + 1) == wanted;
  }
  [[nodiscard]] bool is_reflexive(std::uint32_t token) const {
    const std::string& word = lower(token);
    if (word == "se" || word == "s'" || word == "me" || word == "m'") return true;
    const bool twice = word == "nous" || word == "vous";
    return twice && token > sentence_.first_token && lower(token - 1) == word;
  }
  [[nodiscard]] bool is_denied(std::uint32_t token) const {
    return token > sentence_.first_token && (lower(token - 1) == "ne" || lower(token - 1) == "n'");
  }
  [[nodiscard]] std::optional<std::string> same_form(std::uint32_t verb, const char* other,
                                                     bool future) const {
    Features wanted = tag(verb).features;
    if (future && wanted.mood == Mood::kSub) wanted.mood = Mood::kInd;  // "se reserve" is both
    if (wanted.mood != Mood::kInd) return std::nullopt;
    if (future && wanted.tense == Tense::kPres) wanted.tense = Tense::kFut;
    wanted.gender = Gender::kNone;
    return form_of(*analysis_.language, other, Upos::kVerb, wanted);
  }
  // The text in the place of the tokens up to a "de" before an infinitive.
  [[nodiscard]] std::vector<Edit> verb_edit(std::uint32_t first, std::uint32_t de,
                                            const std::optional<std::string>& verb) const {
    if (!verb || !is_de(de) || is_denied(first)) return {};
    if (!infinitive_group(analysis_, de + 1, sentence_.token_end)) return {};
    return {{{span_of(first).begin, span_of(de + 1).begin}, cased(first, *verb) + " "}};
  }

  // "se verra contrainte de", "serons dans l'obligation de".
  [[nodiscard]] std::vector<Edit> compelled(std::uint32_t verb) const {
    std::uint32_t first = verb;
    if (lemma(verb) == "voir") {
      if (opens(verb) || !is_reflexive(verb - 1)) return {};
      --first;
    }
    std::uint32_t at = verb + 1;
    if (is_word(at) && (lemma(at) == "contraindre" || lemma(at) == "contraint" ||
                        lemma(at) == "obliger" || lemma(at) == "oblig\xC3\xA9")) {
      ++at;
    } else if (is_word(at + 2) && lower(at) == "dans" && lower(at + 2) == "obligation") {
      at += 3;
    } else {
      return {};
    }
    return verb_edit(first, at, same_form(verb, "devoir", false));
  }

  // "se reserve le droit de".
  [[nodiscard]] std::vector<Edit> reserved(std::uint32_t verb) const {
    if (opens(verb) || !is_reflexive(verb - 1) || !is_word(verb + 2)) return {};
    return verb_edit(verb - 1, verb + 3, same_form(verb, "pouvoir", true));
  }

  // "une declaration m'expose" exposes somebody else.
  [[nodiscard]] bool is_himself(std::uint32_t verb) const {
    const std::uint8_t person = tag(verb).features.person;
    const std::string& pronoun = lower(verb - 1);
    if (pronoun == "me" || pronoun == "m'" || pronoun == "nous") return person == 1;
    return person == (pronoun == "vous" ? 2 : 3);
  }
  // "a une amende et a l'exclusion"
  [[nodiscard]] bool shares_preposition(std::uint32_t from) const {
    for (std::uint32_t i = from; i + 1 < sentence_.token_end; ++i) {
      const std::string& word = lower(i);
      const bool joins =
          word == "et" || word == "ou" || word == "," || word == "que" || word == "qu'";
      const std::string& next = lower(i + 1);
      if (joins && (next == kGraveA || next == "au" || next == "aux")) return true;
    }
    return false;
  }

  // "vous vous exposez a des poursuites", "je m'expose au recouvrement".
  [[nodiscard]] std::vector<Edit> exposed(std::uint32_t verb) const {
    if (opens(verb) || !is_reflexive(verb - 1) || is_denied(verb - 1) || !is_word(verb + 1)) {
      return {};
    }
    const auto form = same_form(verb, "risquer", false);
    if (!form || !is_himself(verb) || shares_preposition(verb + 2)) return {};
    const std::string& to = lower(verb + 1);
    std::string text = *form;
    if (to == "au") {
      text += " le";
    } else if (to == "aux") {
      text += " les";
    } else if (to != kGraveA || !is_word(verb + 2) || tag(verb + 2).upos != Upos::kDet) {
      return {};
    }
    return {{{span_of(verb - 1).begin, span_of(verb + 1).end}, text}};
  }

  // "une fausse declaration est passible de penalites".
  [[nodiscard]] std::vector<Edit> liable(std::uint32_t verb) const {
    const std::uint32_t de = verb + 2;
    if (!is_de(de) || !is_word(de + 1) || is_denied(verb)) return {};
    const std::uint32_t subject = subject_of(verb);
    if (subject == kNoWord) return {};
    const bool fault = table_.faults.count(lemma_of(analysis_, subject)) != 0;
    const bool reader = lower(token_of_word(analysis_, subject)) == input_.resources.reader_pronoun;
    if (!fault && !reader) return {};
    const std::string article = value_of(table_.risked, lower(de + 1));
    const auto finite = same_form(verb, fault ? "pouvoir" : "risquer", false);
    if (!finite || (article != "des" && article != "une")) return {};
    const std::string text = *finite + (fault ? " entra\xC3\xAEner " : " ") + article + " ";
    return {{{span_of(verb).begin, span_of(de + 1).begin}, text}};
  }
  [[nodiscard]] std::uint32_t subject_of(std::uint32_t verb) const {
    for (const Clause& clause : analysis_.clauses.clauses) {
      if (clause.verb.finite != word_of(verb)) continue;
      if (clause.subject.kind == SubjectKind::kExplicit) return clause.subject.head;
    }
    return kNoWord;
  }

  // ---- "sous peine de", "a peine de".

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
  [[nodiscard]] std::uint32_t last_word_end() const { return sentence_.token_end - 1; }

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

  [[nodiscard]] std::vector<Edit> risked() const {
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

  [[nodiscard]] std::vector<Edit> refused() const {
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
    std::uint32_t subject = kNoWord;
    for (const Clause& clause : analysis_.clauses.clauses) {
      const std::uint32_t head = clause.subject.head;
      if (clause.kind != ClauseKind::kMain || head == kNoWord) continue;
      const std::uint32_t token = token_of_word(analysis_, head);
      if (token >= sentence_.first_token && token < before) subject = head;
    }
    if (subject == kNoWord || analysis_.tagging.words[subject].upos != Upos::kNoun) {
      return std::nullopt;
    }
    if (table_.refusable.count(lemma_of(analysis_, subject)) == 0) return std::nullopt;
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
    const bool verb = end.size() > 2 && end.compare(end.size() - 2, 2, "er") == 0;
    const auto form = agreeing_form(language, end, verb ? Upos::kVerb : Upos::kAdj, place.gender,
                                    plural ? Number::kPlur : Number::kSing);
    if (!form) return std::nullopt;
    return capitalized(kOtherwise) + ", " + those + " " + text + " " +
           (plural ? "seront " : "sera ") + *form + ".";
  }

  const OperationInput& input_;
  const Analysis& analysis_;
  const FormulaTable& table_;
  const Sentence& sentence_;
};

}  // namespace

std::vector<Suggestion> calm_consequence(const OperationInput& input) {
  const Analysis& analysis = input.analysis;
  if (analysis.depth != Depth::kTrees || is_shouted(analysis, input.range)) return {};
  if (touches_protected(analysis, input.range)) return {};
  return Calmer(input).run();
}

}  // namespace limpide
