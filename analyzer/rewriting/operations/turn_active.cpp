// "Votre dossier sera etudie par nos services." -> "Nos services etudieront votre dossier." In:
// words of a passive clause that names who acts right behind its participle. Refuses: a relative or
// a question, a negation, words between the verbs, a subject that is a pronoun other than "vous"
// and "nous", several verbs for one subject.
#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/inflection/forms.h"
#include "analyzer/rewriting/operations/operation.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {
namespace {

class Turner {
 public:
  Turner(const Analysis& analysis, const GrammarWords& words, const Clause& clause)
      : analysis_(analysis), words_(words), clause_(clause) {}

  [[nodiscard]] std::vector<Suggestion> run() const {
    if (!is_simple()) return {};
    const auto verb = active_verb();
    if (!verb) return {};
    const std::string subject = words(clause_.subject.span);
    const std::string agent = words(agent_range());
    const bool opens = starts_sentence();
    const std::string acting = opens ? capitalized(agent) : agent;
    const Span span{first_span().begin, end_of(agent_range().end - 1)};
    std::string text = acting + " ";
    if (is_pronoun(clause_.subject.head)) {
      const std::string clitic = to_lower(subject);
      text += clitic + " " + *verb;
    } else {
      text += *verb + " " + (opens ? uncapitalized(subject) : subject);
    }
    return {{{{span, text}}, false}};
  }

 private:
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
    if (clause_.agent.first >= clause_.agent.end || clause_.verb.negation != kNoItem) return false;
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
    for (std::uint32_t i = group.first; i < group.end; ++i) {
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
    if (open_brackets(agent) != 0) return true;
    return agent.end < analysis_.tagging.words.size() && tag(agent.end).upos != Upos::kPunct;
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
      if (tag(i).upos == Upos::kNoun && words_.no_agents.count(lemma_of(analysis_, i)) != 0) {
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
  [[nodiscard]] std::optional<std::string> active_verb() const {
    const auto& all = analysis_.clauses.verb_words;
    const VerbGroup& group = clause_.verb;
    const std::vector<std::uint32_t> verbs(all.begin() + group.first, all.begin() + group.end);
    if (verbs.size() < 2 || verbs.back() != group.lexical) return std::nullopt;
    const LanguageResources& language = *analysis_.language;
    const std::string& lemma = lemma_of(analysis_, group.lexical);
    const auto etre = static_cast<std::uint32_t>(verbs[verbs.size() - 2]);
    if (verbs.size() == 2) {
      return form_of(language, lemma, Upos::kVerb, acting_features(tag(verbs[0]).features));
    }
    if (verbs.size() > 3) return std::nullopt;
    const WordTag& first = tag(verbs[0]);
    const auto finite = form_of(language, lemma_of(analysis_, verbs[0]), first.upos,
                                acting_features(first.features));
    if (!finite) return std::nullopt;
    if (tag(etre).features.verb_form == VerbForm::kInf) {
      Features infinitive;
      infinitive.verb_form = VerbForm::kInf;
      const auto verb = form_of(language, lemma, Upos::kVerb, infinitive);
      return verb ? std::optional<std::string>(*finite + " " + *verb) : std::nullopt;
    }
    const auto participle =
        agreeing_form(language, lemma, Upos::kVerb, Gender::kMasc, Number::kSing);
    // "vous a convoques" would have to agree with "vous".
    if (!participle || is_pronoun(clause_.subject.head)) return std::nullopt;
    return *finite + " " + *participle;
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
  const GrammarWords& words_;
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
    return Turner(analysis, input.resources.grammar, clause).run();
  }
  return {};
}

}  // namespace limpide
