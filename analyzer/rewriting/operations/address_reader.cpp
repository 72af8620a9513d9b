// "Le demandeur doit fournir son adresse." -> "Vous devez fournir votre adresse." In a letter that
// says "vous" elsewhere also "les ressources du demandeur" -> "vos ressources", "il appartient au
// demandeur de" -> "il vous appartient de", "pour le demandeur" -> "pour vous". In: a noun that
// names the user, with its determiner. Refuses: a user in the plural who may be several people, a
// letter that speaks of a third person, pronouns that may be him and are not his verb's.
#include <algorithm>
#include <array>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/inflection/agreement.h"
#include "analyzer/rewriting/inflection/forms.h"
#include "analyzer/rewriting/operations/operation.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {
namespace {

class Addresser {
 public:
  Addresser(const OperationInput& input, std::uint32_t noun)
      : input_(input), analysis_(input.analysis), noun_(noun) {}

  [[nodiscard]] std::vector<Suggestion> run() {
    const Opening opening = opening_of(analysis_, noun_);
    const std::uint32_t token = token_of_word(analysis_, noun_);
    const bool bare = opening.tokens.first >= opening.tokens.end;
    if (bare || opening.tokens.end != token || speaks_of_another()) return {};
    const WordTag& determiner = tag(analysis_.segmentation.tokens[token - 1].first_word);
    const bool article = determiner.features.definite || !opening.before.empty();
    if (!article || determiner.features.number == Number::kPlur || is_plural(opening)) return {};
    const Clause* clause = clause_of_subject();
    const bool made = clause != nullptr ? put_subject(*clause, opening, token)
                                        : says_you_elsewhere() && put_other(opening, token);
    if (!made) return {};
    std::sort(edits_.begin(), edits_.end(),
              [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
    // A letter that says "vous" has one reader; a page or a contract may speak of others.
    const DocumentKind kind = analysis_.structure.kind;
    const bool letter = kind == DocumentKind::kLetter || kind == DocumentKind::kEmail;
    return {{edits_, letter && says_you_elsewhere()}};
  }

 private:
  [[nodiscard]] const WordTag& tag(std::uint32_t word) const {
    return analysis_.tagging.words[word];
  }
  [[nodiscard]] Span span_of(std::uint32_t token) const {
    return analysis_.segmentation.tokens[token].span;
  }
  [[nodiscard]] WordRange sentence() const {
    return analysis_.trees
        .sentence_words[analysis_.sentence_of_token[token_of_word(analysis_, noun_)]];
  }

  [[nodiscard]] const Clause* clause_of_subject() const {
    for (const Clause& clause : analysis_.clauses.clauses) {
      const bool own = clause.subject.kind == SubjectKind::kExplicit &&
                       clause.subject.head == noun_ && clause.verb.finite != kNoWord;
      if (own) return &clause;
    }
    return nullptr;
  }

  static bool is_plural(const Opening& opening) {
    return opening.written == "les" || opening.written == "des" || opening.written == "aux";
  }
  [[nodiscard]] const std::string& lower(std::uint32_t token) const {
    return form_of_token(analysis_, token).lower;
  }

  // "votre fille", "Votre conjoint": the noun may be that person.
  [[nodiscard]] bool speaks_of_another() const {
    const auto& tokens = analysis_.segmentation.tokens;
    const RewritingResources& words = input_.resources;
    for (std::uint32_t i = 0; i + 1 < tokens.size(); ++i) {
      const bool yours = lower(i) == words.reader_own || lower(i) == words.reader_plural;
      if (yours && words.formulas.relatives.count(lower(i + 1)) != 0) return true;
    }
    return false;
  }
  [[nodiscard]] bool says_you_elsewhere() const {
    const RewritingResources& words = input_.resources;
    return std::any_of(analysis_.segmentation.forms.begin(), analysis_.segmentation.forms.end(),
                       [&words](const Form& form) {
                         return form.count > 0 && (form.lower == words.reader_pronoun ||
                                                   form.lower == words.reader_own ||
                                                   form.lower == words.reader_plural);
                       });
  }

  // What completes the noun ("le demandeur d'asile").
  [[nodiscard]] bool is_completed() const {
    for (const std::uint32_t child : children_of(analysis_, noun_)) {
      const Relation relation = universal_relation(analysis_.trees.arcs[child].relation);
      const bool own = relation == Relation::kDet || relation == Relation::kCase;
      // "il appartient au demandeur de signer"
      if (tag(child).features.verb_form == VerbForm::kInf) continue;
      if (!own && relation != Relation::kPunct) return true;
    }
    return false;
  }
  // "il" of "il convient" is nobody.
  [[nodiscard]] bool is_nobody(std::uint32_t word) const {
    const std::uint32_t head = analysis_.trees.arcs[word].head;
    // "sans qu'il soit besoin"
    if (head != kRoot && lemma_of(analysis_, head) == "besoin") return true;
    if (universal_relation(analysis_.trees.arcs[word].relation) == Relation::kExpl) return true;
    for (const Clause& clause : analysis_.clauses.clauses) {
      const bool own =
          clause.subject.head == word ||
          (head != kRoot && (clause.verb.lexical == head || clause.verb.finite == head));
      if (own && clause.subject.kind == SubjectKind::kImpersonal) return true;
    }
    return false;
  }
  // Another person, or he himself once more.
  [[nodiscard]] bool has_third_person() const {
    const WordRange words = sentence();
    for (std::uint32_t i = words.first; i < words.end; ++i) {
      const bool third = tag(i).upos == Upos::kPron && tag(i).features.person == 3 &&
                         tag(i).features.pron_type == PronType::kPrs && !is_nobody(i);
      const std::string& word = lower(token_of_word(analysis_, i));
      if (third && !tag(i).features.reflexive && word != "en" && word != "y") return true;
    }
    return false;
  }
  [[nodiscard]] bool has_his() const {
    const WordRange words = sentence();
    const auto& own = input_.resources.his;
    for (std::uint32_t i = words.first; i < words.end; ++i) {
      if (!tag(i).features.possessive) continue;
      if (std::find(own.begin(), own.end(), lower(token_of_word(analysis_, i))) != own.end()) {
        return true;
      }
    }
    return false;
  }

  bool put_subject(const Clause& clause, const Opening& opening, std::uint32_t token) {
    if (is_completed() || has_third_person() || !opening.before.empty()) return false;
    const std::string& vous = input_.resources.reader_pronoun;
    edits_.push_back(
        {{span_of(opening.tokens.first).begin, span_of(token).end},
         starts_with_capital(analysis_, opening.tokens.first) ? capitalized(vous) : vous});
    const Mood mood = mood_of(clause);
    if (mood == Mood::kNone || !put_verb(clause.verb.finite, mood) || !agrees(clause)) return false;
    for (const Clause& other : analysis_.clauses.clauses) {
      const bool shared = other.subject.kind == SubjectKind::kShared && other.subject.head == noun_;
      if (!shared) continue;
      if (other.verb.finite == kNoWord || !put_verb(other.verb.finite, mood)) return false;
    }
    return put_possessives();
  }

  // "est tenu": the salutation says of whom.
  bool agrees(const Clause& clause) {
    const std::uint32_t finite = clause.verb.finite;
    if (lemma_of(analysis_, finite) != "\xC3\xAAtre" || clause.verb.lexical == kNoWord) return true;
    const std::uint32_t word = clause.verb.lexical;
    const bool part = tag(word).features.verb_form == VerbForm::kPart;
    if (!part && tag(word).upos != Upos::kAdj) return true;
    const Gender gender = gender_of_reader();
    if (gender == Gender::kNone || tag(word).features.gender == Gender::kNone) return true;
    if (gender == tag(word).features.gender) return true;
    const auto form = agreeing_form(*analysis_.language, lemma_of(analysis_, word),
                                    part ? Upos::kVerb : Upos::kAdj, gender, Number::kSing);
    if (!form) return false;
    edits_.push_back({span_of(token_of_word(analysis_, word)), *form});
    return true;
  }
  [[nodiscard]] Gender gender_of_reader() const {
    bool madam = false;
    bool sir = false;
    for (std::uint32_t i = 0; i < analysis_.segmentation.tokens.size(); ++i) {
      const std::uint32_t block =
          analysis_.segmentation.sentences[analysis_.sentence_of_token[i]].block;
      if (analysis_.structure.blocks[block].role != Role::kSalutation) continue;
      madam = madam || lower(i) == "madame";
      sir = sir || lower(i) == "monsieur" || lower(i) == "messieurs" || lower(i) == "mesdames";
    }
    if (madam == sir) return Gender::kNone;
    return madam ? Gender::kFem : Gender::kMasc;
  }

  // Not the subject: a complement of a noun, whom one gives to, or behind "pour".
  bool put_other(const Opening& opening, std::uint32_t token) {
    if (is_completed() || has_third_person() || has_his()) return false;
    if (token + 1 < analysis_.segmentation.tokens.size() && goes_on(token + 1)) return false;
    if (opening.before == "de") return put_owner(opening, token);
    if (opening.before == "\xC3\xA0") return put_receiver(opening, token);
    const std::uint32_t before = opening.tokens.first;
    if (before == 0 || (lower(before - 1) != "pour" && lower(before - 1) != "avec")) return false;
    edits_.push_back(
        {{span_of(before).begin, span_of(token).end}, input_.resources.reader_pronoun});
    return true;
  }
  // "du demandeur et de sa famille": he is not the only one.
  [[nodiscard]] bool goes_on(std::uint32_t next) const {
    const std::string& word = lower(next);
    if (word == "et" || word == "ou" || word == "/" || word == "(") return true;
    if (word != "," || next + 1 >= analysis_.segmentation.tokens.size()) return false;
    const std::string& after = lower(next + 1);
    return after == "de" || after == "du" || after == "d'" || after == "des" ||
           after == "\xC3\xA0" || after == "au";
  }

  // "la situation de famille du demandeur" -> "votre situation de famille".
  bool put_owner(const Opening& opening, std::uint32_t token) {
    constexpr std::uint32_t kReach = 5;  // tokens
    const Sentence& around = analysis_.segmentation.sentences[analysis_.sentence_of_token[token]];
    std::uint32_t at = opening.tokens.first;
    bool noun = false;
    for (std::uint32_t steps = 0; steps < kReach && at > around.first_token; ++steps) {
      --at;
      const Token& one = analysis_.segmentation.tokens[at];
      if (one.kind != TokenKind::kWord || analysis_.protected_of_token[at] != 0) return false;
      const WordTag& last = tag(last_word(at));
      if (last.upos == Upos::kDet) return noun && put_determiner(at, opening, token);
      const bool part = last.features.verb_form == VerbForm::kPart;
      const bool inside = last.upos == Upos::kNoun || last.upos == Upos::kAdj || part ||
                          lower(at) == "de" || lower(at) == "d'";
      if (!inside) return false;
      noun = noun || last.upos == Upos::kNoun;
    }
    return false;
  }
  bool put_determiner(std::uint32_t at, const Opening& opening, std::uint32_t token) {
    const std::string written = lower(at);
    const bool plural = written == "les" || written == "des" || written == "aux";
    const bool singular =
        written == "le" || written == "la" || written == "l'" || written == "du" || written == "au";
    if (!plural && !singular) return false;
    const bool two = last_word(at) != analysis_.segmentation.tokens[at].first_word;
    if (!two && (written == "du" || written == "des")) return false;  // "des ressources": some
    std::string text = plural ? input_.resources.reader_plural : input_.resources.reader_own;
    if (two) {
      const bool to = written == "au" || written == "aux";
      text = (to ? "\xC3\xA0 " : "de ") + text;
    }
    if (starts_with_capital(analysis_, at)) text = capitalized(text);
    const Span old = span_of(at);
    const bool apart = old.end < span_of(at + 1).begin;
    edits_.push_back({old, apart ? text : text + " "});
    edits_.push_back({{span_of(opening.tokens.first - 1).end, span_of(token).end}, ""});
    return true;
  }
  [[nodiscard]] std::uint32_t last_word(std::uint32_t token) const {
    const auto& tokens = analysis_.segmentation.tokens;
    return token + 1 < tokens.size()
               ? tokens[token + 1].first_word - 1
               : static_cast<std::uint32_t>(analysis_.segmentation.words.size()) - 1;
  }

  // "il appartient au demandeur de" -> "il vous appartient de".
  bool put_receiver(const Opening& opening, std::uint32_t token) {
    const std::uint32_t before = opening.tokens.first;
    if (before == 0) return false;
    const Clause* found = nullptr;
    for (const Clause& clause : analysis_.clauses.clauses) {
      if (clause.verb.finite == kNoWord || clause.verb.lexical == kNoWord) continue;
      if (token_of_word(analysis_, clause.verb.lexical) + 1 == before) found = &clause;
    }
    if (found == nullptr || found->verb.negation != kNoItem) return false;
    const std::uint32_t finite = token_of_word(analysis_, found->verb.finite);
    const std::uint32_t lexical = token_of_word(analysis_, found->verb.lexical);
    const bool near = lexical == finite || lexical == finite + 1 || lexical == finite + 2;
    if (!near || finite == 0 || tag(found->verb.finite).features.mood == Mood::kImp) return false;
    const WordTag& left = tag(last_word(finite - 1));
    const bool clitic = left.upos == Upos::kPron && left.features.pron_type == PronType::kPrs &&
                        !is_subject(last_word(finite - 1), *found);
    if (clitic || lower(finite - 1) == "y" || lower(finite - 1) == "en" ||
        lower(finite - 1) == "se" || lower(finite - 1) == "s'") {
      return false;
    }
    // "peut adresser au demandeur": the pronoun goes before the infinitive.
    const bool infinitive = tag(found->verb.lexical).features.verb_form == VerbForm::kInf;
    const std::uint32_t place = infinitive ? lexical : finite;
    const std::uint32_t start = span_of(place).begin;
    edits_.push_back({{start, start}, input_.resources.reader_pronoun + " "});
    edits_.push_back({{span_of(before - 1).end, span_of(token).end}, ""});
    return true;
  }
  static bool is_subject(std::uint32_t word, const Clause& clause) {
    return clause.subject.head == word || clause.subject.kind == SubjectKind::kImpersonal;
  }

  // "il convient que le demandeur precise": which mood it is shows in "vous" alone. kNone: unsure.
  [[nodiscard]] Mood mood_of(const Clause& clause) const {
    constexpr std::array<std::string_view, 7> kWanting{
        "falloir", "convenir", "vouloir", "souhaiter", "exiger", "importer", "demander"};
    const Mood own = tag(clause.verb.finite).features.mood;
    const WordRange by = clause.introducer;
    if (own != Mood::kInd || by.first >= by.end) return own;
    const std::string& last = lower(token_of_word(analysis_, by.end - 1));
    if (last != "que" && last != "qu'") return own;
    const std::uint32_t head = analysis_.trees.arcs[clause.head].head;
    if (by.end - by.first > 1 || clause.kind != ClauseKind::kCompletive || head == kRoot) {
      return Mood::kNone;
    }
    const std::string& verb = lemma_of(analysis_, head);
    return std::find(kWanting.begin(), kWanting.end(), verb) == kWanting.end() ? own : Mood::kSub;
  }

  bool put_verb(std::uint32_t word, Mood mood) {
    Features wanted = tag(word).features;
    wanted.mood = mood;
    if (wanted.person != 3 || wanted.number != Number::kSing) return false;
    wanted.person = 2;
    wanted.number = Number::kPlur;
    wanted.gender = Gender::kNone;
    const auto form =
        form_of(*analysis_.language, lemma_of(analysis_, word), tag(word).upos, wanted);
    if (!form) return false;
    edits_.push_back({span_of(token_of_word(analysis_, word)), *form});
    return true;
  }

  // "son", "sa", "ses" are his; "leur" is somebody else's.
  bool put_possessives() {
    const WordRange words = sentence();
    for (std::uint32_t i = words.first; i < words.end; ++i) {
      if (!tag(i).features.possessive) continue;
      const std::uint32_t token = token_of_word(analysis_, i);
      const std::string& lower = form_of_token(analysis_, token).lower;
      const auto& own = input_.resources.his;
      if (std::find(own.begin(), own.end(), lower) == own.end()) continue;
      if (i < noun_) return false;
      const bool plural = tag(i).features.number == Number::kPlur;
      edits_.push_back(
          {span_of(token), plural ? input_.resources.reader_plural : input_.resources.reader_own});
    }
    return true;
  }

  const OperationInput& input_;
  const Analysis& analysis_;
  std::uint32_t noun_;
  std::vector<Edit> edits_;
};

}  // namespace

std::vector<Suggestion> address_reader(const OperationInput& input) {
  const Analysis& analysis = input.analysis;
  if (analysis.depth != Depth::kTrees || is_shouted(analysis, input.range)) return {};
  for (std::uint32_t i = input.range.first; i < input.range.end; ++i) {
    const std::uint32_t last =
        i + 1 < analysis.segmentation.tokens.size()
            ? analysis.segmentation.tokens[i + 1].first_word - 1
            : static_cast<std::uint32_t>(analysis.segmentation.words.size()) - 1;
    if (analysis.tagging.words[last].upos != Upos::kNoun) continue;
    return Addresser(input, last).run();
  }
  return {};
}

}  // namespace limpide
