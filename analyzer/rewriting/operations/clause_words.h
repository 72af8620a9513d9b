// A passive clause that an operation turns round, word by word (name_sender.cpp, name_reader.cpp).
// In: an OperationInput, a clause of its analysis. Out: what its syntactic words are, whether its
// subject serves another verb. Refuses: to change anything.
#pragma once

#include <cstdint>
#include <string>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/operations/operation.h"

namespace limpide {

class ClauseWords {
 public:
  ClauseWords(const OperationInput& input, const Clause& clause)
      : input_(input),
        analysis_(input.analysis),
        table_(input.resources.formulas),
        clause_(clause) {}

 protected:
  [[nodiscard]] const WordTag& tag(std::uint32_t word) const {
    return analysis_.tagging.words[word];
  }
  [[nodiscard]] std::uint32_t token(std::uint32_t word) const {
    return token_of_word(analysis_, word);
  }
  [[nodiscard]] const std::string& lower(std::uint32_t word) const {
    return form_of_token(analysis_, token(word)).lower;
  }
  [[nodiscard]] Span span_of(std::uint32_t word) const {
    return analysis_.segmentation.tokens[token(word)].span;
  }
  // The subject as it stands behind the verb: "Votre demande" -> "votre demande".
  [[nodiscard]] std::string subject_inside() const {
    const WordRange range = clause_.subject.span;
    const std::string text(
        slice(analysis_.document->text, {span_of(range.first).begin, span_of(range.end - 1).end}));
    const std::size_t end = text.find_first_of(" '\xE2");
    return to_lower(text.substr(0, end)) + (end == std::string::npos ? "" : text.substr(end));
  }
  // From the subject to the verb that counts.
  [[nodiscard]] Span told() const {
    return {span_of(clause_.subject.span.first).begin, span_of(clause_.verb.lexical).end};
  }
  // An explicit noun phrase of that many words at most, in a statement that names nobody who acts.
  [[nodiscard]] bool is_plain_passive(std::uint32_t longest_subject) const {
    const Subject& subject = clause_.subject;
    const bool kind = clause_.kind == ClauseKind::kMain || clause_.kind == ClauseKind::kCompletive;
    return kind && clause_.voice == Voice::kPassive && subject.kind == SubjectKind::kExplicit &&
           subject.head != kNoWord && !subject.clausal && clause_.verb.finite != kNoWord &&
           clause_.verb.mood == Mood::kInd && clause_.agent.first >= clause_.agent.end &&
           subject.span.end - subject.span.first <= longest_subject;
  }
  // One subject for two verbs: the other would lose it.
  [[nodiscard]] bool shares_subject() const {
    for (const Clause& other : analysis_.clauses.clauses) {
      const bool shares =
          other.subject.kind == SubjectKind::kShared && other.subject.head == clause_.subject.head;
      if (&other != &clause_ && shares) return true;
    }
    return false;
  }
  [[nodiscard]] bool has_coordinated_verb() const {
    for (const std::uint32_t child : children_of(analysis_, clause_.verb.lexical)) {
      if (universal_relation(analysis_.trees.arcs[child].relation) == Relation::kConj) return true;
    }
    return false;
  }

  const OperationInput& input_;
  const Analysis& analysis_;
  const FormulaTable& table_;
  const Clause& clause_;
};

}  // namespace limpide
