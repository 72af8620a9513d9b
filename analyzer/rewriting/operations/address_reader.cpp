// "Le demandeur doit fournir son adresse." -> "Vous devez fournir votre adresse." In: a noun that
// names the user, with its determiner or not. Refuses: a noun that is not the subject of its
// clause, a user in the plural who may be several people, pronouns that may be him and are not his
// verb's.
#include <algorithm>

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
    const Clause* clause = clause_of_subject();
    if (clause == nullptr || !is_alone()) return {};
    const Opening opening = opening_of(analysis_, noun_);
    const std::uint32_t token = token_of_word(analysis_, noun_);
    const bool bare = opening.tokens.first >= opening.tokens.end;
    if (bare || opening.tokens.end != token || !opening.before.empty()) return {};
    const WordTag& determiner = tag(analysis_.segmentation.tokens[opening.tokens.first].first_word);
    if (!determiner.features.definite || determiner.features.number == Number::kPlur) return {};
    const std::string& vous = input_.resources.reader_pronoun;
    edits_.push_back(
        {{span_of(opening.tokens.first).begin, span_of(token).end},
         starts_with_capital(analysis_, opening.tokens.first) ? capitalized(vous) : vous});
    if (!put_verb(clause->verb.finite)) return {};
    for (const Clause& other : analysis_.clauses.clauses) {
      const bool shared = other.subject.kind == SubjectKind::kShared && other.subject.head == noun_;
      if (shared && (other.verb.finite == kNoWord || !put_verb(other.verb.finite))) return {};
    }
    if (!put_possessives()) return {};
    std::sort(edits_.begin(), edits_.end(),
              [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
    return {{edits_, false}};
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

  // What completes the noun ("le demandeur d'asile"), or speaks of another person.
  [[nodiscard]] bool is_alone() const {
    for (const std::uint32_t child : children_of(analysis_, noun_)) {
      const Relation relation = universal_relation(analysis_.trees.arcs[child].relation);
      if (relation != Relation::kDet) return false;
    }
    const WordRange words = sentence();
    for (std::uint32_t i = words.first; i < words.end; ++i) {
      const bool third = tag(i).upos == Upos::kPron && tag(i).features.person == 3 &&
                         tag(i).features.pron_type == PronType::kPrs;
      if (third) return false;
      // An attribute or a participle behind "etre" would have to agree with somebody unknown.
    }
    return true;
  }

  bool put_verb(std::uint32_t word) {
    Features wanted = tag(word).features;
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
