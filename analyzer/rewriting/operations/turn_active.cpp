// "Votre dossier sera etudie par nos services." -> "Nos services etudieront votre dossier." In:
// words of a passive clause that names who acts right behind its participle; "n'a pas ete retenu
// par le jury" too. Refuses: a relative or a question, another negation than "pas", words between
// the verbs, a subject that is a pronoun other than "vous" and "nous", several verbs for one
// subject.
#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/inflection/forms.h"
#include "analyzer/rewriting/operations/operation.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {
namespace {

class Turner {
 public:
  Turner(const Analysis& analysis, const RewritingResources& resources, const Clause& clause)
      : analysis_(analysis), resources_(resources), clause_(clause) {}

  [[nodiscard]] std::vector<Suggestion> run() const {
    if (!is_simple()) return {};
    const auto verb = active_verb();
    if (!verb) return {};
    const std::string subject = words(clause_.subject.span);
    const std::string agent = words(agent_range());
    const bool opens = starts_sentence();
    const Span span{first_span().begin, end_of(agent_range().end - 1)};
    const bool clitic = is_pronoun(clause_.subject.head);
    const std::string before = clitic ? to_lower(subject) + " " : "";
    std::string text = (opens ? capitalized(agent) : agent) + " " + said(before, *verb);
    if (!clitic) text += " " + (opens ? uncapitalized(subject) : subject);
    return {{{{span, text}}, false}};
  }

 private:
  // "etudiera", "a retenu": the word that takes the denial, and what follows it.
  struct ActiveVerb {
    std::string first;
    std::string rest;
  };
  [[nodiscard]] std::string said(const std::string& before, const ActiveVerb& verb) const {
    std::string text = before + verb.first;
    if (is_denied()) {
      const bool elides =
          elides_before(analysis_.language->lexicon, text.substr(0, text.find(' ')));
      text = (elides ? "n" + apostrophe_of(analysis_) : std::string("ne ")) + text + " " +
             form_of_token(analysis_, token_of_word(analysis_, denial().parts[0])).lower;
    }
    return verb.rest.empty() ? text : text + " " + verb.rest;
  }

  [[nodiscard]] bool is_denied() const { return clause_.verb.negation != kNoItem; }
  [[nodiscard]] const Negation& denial() const {
    return analysis_.clauses.negations[clause_.verb.negation];
  }
  // "ne ... pas" around the first verb; and no "tous", "aucun", "un" whose sense the order would
  // change: "toutes les demandes ne sont pas etudiees par la caisse".
  [[nodiscard]] bool is_plainly_denied() const {
    const Negation& own = denial();
    if (own.kind != NegationKind::kNegation || own.first == kNoWord) return false;
    if (own.parts[0] == kNoWord || own.parts[1] != kNoWord) return false;
    if (own.verb != clause_.verb.finite || own.parts[0] != own.verb + 1 ||
        own.first + 1 != own.verb) {
      return false;
    }
    const std::string& part =
        form_of_token(analysis_, token_of_word(analysis_, own.parts[0])).lower;
    if (part != resources_.negator) return false;
    return is_definite(clause_.subject.span) && is_definite(agent_range());
  }
  [[nodiscard]] bool is_definite(WordRange range) const {
    for (std::uint32_t i = range.first; i < range.end; ++i) {
      const Features& own = tag(i).features;
      if (tag(i).upos == Upos::kNum) return false;
      if (lemma_of(analysis_, i) == "tout") return false;
      if (tag(i).upos != Upos::kDet) continue;
      if (own.indefinite || own.pron_type == PronType::kInd || own.pron_type == PronType::kNeg) {
        return false;
      }
    }
    return true;
  }

  [[nodiscard]] const WordTag& tag(std::uint32_t word) const {
    return analysis_.tagging.words[word];
  }
  [[nodiscard]] Span token_span(std::uint32_t word) const {
    return analysis_.segmentation.tokens[token_of_word(analysis_, word)].span;
  }
  [[nodiscard]] Span first_span() const { return token_span(clause_.subject.span.first); }
  [[nodiscard]] std::uint32_t end_of(std::uint32_t word) const { return token_span(word).end; }
  [[nodiscard]] std::string words(WordRange range) const {
    const Span span{token_span(range.first).begin, end_of(range.end - 1)};
    return std::string(slice(analysis_.document->text, span));
  }
  [[nodiscard]] bool is_pronoun(std::uint32_t word) const { return tag(word).upos == Upos::kPron; }

  // The agent with its preposition left out: "par le" has two tokens, so its words start behind.
  // With the bracket that closes "(ASP)".
  [[nodiscard]] WordRange agent_range() const {
    WordRange range = clause_.agent;
    if (tag(range.first).upos == Upos::kAdp) ++range.first;
    const bool closes = open_brackets(range) == 1 && range.end < analysis_.tagging.words.size() &&
                        form_of_token(analysis_, token_of_word(analysis_, range.end)).key == ")";
    if (closes) ++range.end;
    return range;
  }
  [[nodiscard]] int open_brackets(WordRange range) const {
    int depth = 0;
    for (std::uint32_t i = range.first; i < range.end; ++i) {
      const std::string& mark = form_of_token(analysis_, token_of_word(analysis_, i)).key;
      depth += mark == "(" ? 1 : mark == ")" ? -1 : 0;
    }
    return depth;
  }

  [[nodiscard]] bool starts_sentence() const {
    const std::uint32_t token = token_of_word(analysis_, clause_.subject.span.first);
    return analysis_.segmentation.sentences[analysis_.sentence_of_token[token]].first_token ==
           token;
  }

  [[nodiscard]] bool is_simple() const {
    const Subject& subject = clause_.subject;
    if (clause_.kind == ClauseKind::kRelative || clause_.kind == ClauseKind::kParticipial) {
      return false;
    }
    if (clause_.voice != Voice::kPassive || subject.kind != SubjectKind::kExplicit) return false;
    if (subject.head == kNoWord || subject.clausal || clause_.verb.finite == kNoWord) return false;
    if (clause_.agent.first >= clause_.agent.end) return false;
    if (is_denied() && !is_plainly_denied()) return false;
    if (is_pronoun(subject.head)) {
      const std::uint8_t person = tag(subject.head).features.person;
      if (person != 1 && person != 2) return false;
    }
    return is_unbroken() && is_alone() && is_one_piece(subject.span) && acts();
  }

  // Subject, verbs, "par", agent: nothing between, nothing of the agent further on.
  [[nodiscard]] bool is_unbroken() const {
    std::uint32_t at = clause_.subject.span.end;
    const VerbGroup& group = clause_.verb;
    const auto denies = [this](std::uint32_t word) {
      return is_denied() && (word == denial().first || word == denial().parts[0]);
    };
    for (std::uint32_t i = group.first; i < group.end; ++i) {
      while (denies(at)) ++at;
      if (analysis_.clauses.verb_words[i] != at) return false;
      ++at;
    }
    const std::uint32_t by = clause_.agent.first;
    return (by == at || by == at + 1) && !agent_goes_on();
  }

  // "par le notaire [charge de la succession]", "par la caisse [selon vos revenus]": what follows
  // may belong to the agent; only a mark or the end is sure.
  [[nodiscard]] bool agent_goes_on() const {
    const WordRange agent = agent_range();
    const std::size_t count = analysis_.tagging.words.size();
    if (open_brackets(agent) != 0) return true;
    if (agent.end >= count) return false;
    if (tag(agent.end).upos != Upos::kPunct) return true;
    // "par le jury, celui-ci ayant prefere", "par le notaire, qui": they stand behind whom they
    // mean.
    const std::uint32_t next = agent.end + 1;
    if (next >= count || form_of_token(analysis_, token_of_word(analysis_, agent.end)).key != ",") {
      return false;
    }
    const auto points_back = [this](std::uint32_t word) {
      const std::string& lower = form_of_token(analysis_, token_of_word(analysis_, word)).lower;
      return resources_.formulas.backward.count(lower) != 0;
    };
    return tag(next).features.pron_type == PronType::kRel || points_back(next) ||
           (next + 1 < count && points_back(next + 1));  // "ce dernier"
  }

  // A mark inside: the subject may begin after it.
  [[nodiscard]] bool is_one_piece(WordRange range) const {
    for (std::uint32_t i = range.first; i < range.end; ++i) {
      if (tag(i).upos == Upos::kPunct) return false;
    }
    return true;
  }

  // "par la suite" names nobody; in "par l'entrepreneur tous les cinq ans" the time is no agent.
  [[nodiscard]] bool acts() const {
    const WordRange agent = agent_range();
    bool named = false;
    for (std::uint32_t i = agent.first; i < agent.end; ++i) {
      if (named && tag(i).upos == Upos::kNum) return false;
      named = named || tag(i).upos == Upos::kNoun;
      if (tag(i).upos == Upos::kNoun &&
          resources_.grammar.no_agents.count(lemma_of(analysis_, i)) != 0) {
        return false;
      }
      if (i == agent.first || tag(i).upos != Upos::kDet) continue;
      const Upos before = tag(i - 1).upos;
      const bool joined = before == Upos::kAdp || before == Upos::kCconj ||
                          before == Upos::kPunct || before == Upos::kDet;
      if (!joined) return false;
    }
    return true;
  }

  // "est recue et etudiee par": one subject for two verbs; the other would lose it.
  [[nodiscard]] bool is_alone() const {
    for (const Clause& other : analysis_.clauses.clauses) {
      if (&other == &clause_) continue;
      const bool shares =
          other.subject.kind == SubjectKind::kShared && other.subject.head == clause_.subject.head;
      if (shares) return false;
    }
    for (const std::uint32_t child : children_of(analysis_, clause_.verb.lexical)) {
      if (universal_relation(analysis_.trees.arcs[child].relation) == Relation::kConj) return false;
    }
    return true;
  }

  // "l'Agence de services et de paiement": joined to "services", whatever the tree says.
  [[nodiscard]] bool completes_noun(std::uint32_t word) const {
    for (const std::uint32_t child : children_of(analysis_, word)) {
      const bool of = universal_relation(analysis_.trees.arcs[child].relation) == Relation::kCase;
      if (of && lemma_of(analysis_, child) != "par") return true;
    }
    return false;
  }

  [[nodiscard]] Features acting_features(Features features) const {
    const WordRange agent = agent_range();
    std::uint32_t head = agent.first;
    for (std::uint32_t i = agent.first; i < agent.end; ++i) {
      const Upos upos = tag(i).upos;
      if (upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kPron) {
        head = i;
        break;
      }
    }
    Number number = tag(head).features.number;
    for (const std::uint32_t child : children_of(analysis_, head)) {
      const bool joined =
          universal_relation(analysis_.trees.arcs[child].relation) == Relation::kConj;
      if (joined && !completes_noun(child)) number = Number::kPlur;
    }
    features.person = is_pronoun(head) && tag(head).features.person != 0 ? tag(head).features.person
                                                                         : std::uint8_t{3};
    features.number = number == Number::kNone ? Number::kSing : number;
    features.gender = Gender::kNone;
    return features;
  }

  // "sera etudie" -> "etudiera", "a ete etudie" -> "a etudie", "doit etre etudie" -> "doit
  // etudier".
  [[nodiscard]] std::optional<ActiveVerb> active_verb() const {
    const auto& all = analysis_.clauses.verb_words;
    const VerbGroup& group = clause_.verb;
    const std::vector<std::uint32_t> verbs(all.begin() + group.first, all.begin() + group.end);
    if (verbs.size() < 2 || verbs.size() > 3 || verbs.back() != group.lexical) return std::nullopt;
    const LanguageResources& language = *analysis_.language;
    const std::string& lemma = lemma_of(analysis_, group.lexical);
    const WordTag& first = tag(verbs[0]);
    const Features acting = acting_features(first.features);
    if (verbs.size() == 2) {
      const auto verb = form_of(language, lemma, Upos::kVerb, acting);
      return verb ? std::optional<ActiveVerb>({*verb, ""}) : std::nullopt;
    }
    const auto finite = form_of(language, lemma_of(analysis_, verbs[0]), first.upos, acting);
    if (!finite) return std::nullopt;
    if (tag(verbs[1]).features.verb_form == VerbForm::kInf) {
      Features infinitive;
      infinitive.verb_form = VerbForm::kInf;
      const auto verb = form_of(language, lemma, Upos::kVerb, infinitive);
      return verb ? std::optional<ActiveVerb>({*finite, *verb}) : std::nullopt;
    }
    const auto participle =
        agreeing_form(language, lemma, Upos::kVerb, Gender::kMasc, Number::kSing);
    // "vous a convoques" would have to agree with "vous".
    if (!participle || is_pronoun(clause_.subject.head)) return std::nullopt;
    return ActiveVerb{*finite, *participle};
  }

  [[nodiscard]] std::string uncapitalized(const std::string& text) const {
    const std::uint32_t word = clause_.subject.span.first;
    const Upos upos = tag(word).upos;
    return upos == Upos::kPropn || upos == Upos::kNoun ? text : uncapital(text);
  }
  static std::string uncapital(const std::string& text) {
    const std::size_t end = text.find_first_of(" '\xE2");
    return to_lower(text.substr(0, end)) + (end == std::string::npos ? "" : text.substr(end));
  }

  const Analysis& analysis_;
  const RewritingResources& resources_;
  const Clause& clause_;
};

}  // namespace

std::vector<Suggestion> turn_active(const OperationInput& input) {
  const Analysis& analysis = input.analysis;
  if (analysis.depth != Depth::kTrees || is_shouted(analysis, input.range)) return {};
  for (const Clause& clause : analysis.clauses.clauses) {
    if (clause.verb.lexical == kNoWord) continue;
    const std::uint32_t token = token_of_word(analysis, clause.verb.lexical);
    if (token < input.range.first || token >= input.range.end) continue;
    return Turner(analysis, input.resources, clause).run();
  }
  return {};
}

}  // namespace limpide
