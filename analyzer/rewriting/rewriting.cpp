#include "analyzer/rewriting/rewriting.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "analyzer/rewriting/operations/operation.h"

namespace limpide {
namespace {

// Tokens that the span covers exactly; nothing where it cuts one.
std::optional<TokenRange> tokens_of(const Analysis& analysis, Span span) {
  const auto& tokens = analysis.segmentation.tokens;
  const auto first = std::partition_point(tokens.begin(), tokens.end(), [span](const Token& token) {
    return token.span.begin < span.begin;
  });
  const auto end = std::partition_point(
      first, tokens.end(), [span](const Token& token) { return token.span.end <= span.end; });
  if (first == end || first->span.begin != span.begin || std::prev(end)->span.end != span.end) {
    return std::nullopt;
  }
  return TokenRange{static_cast<std::uint32_t>(first - tokens.begin()),
                    static_cast<std::uint32_t>(end - tokens.begin())};
}

using MakeSuggestions = std::vector<Suggestion> (*)(const OperationInput& input);

// Null: advice only.
MakeSuggestions maker_of(OperationKind kind) {
  switch (kind) {
    case OperationKind::kNone:
      return nullptr;
    case OperationKind::kReplace:
      return replace_words;
    case OperationKind::kDelete:
      return delete_words;
    case OperationKind::kFullDate:
      return write_date_in_full;
    case OperationKind::kSpelling:
      return correct_spelling;
    case OperationKind::kCompleteNegation:
      return complete_negation;
    case OperationKind::kActive:
      return turn_active;
    case OperationKind::kAddressReader:
      return address_reader;
    case OperationKind::kImperative:
      return make_imperative;
    case OperationKind::kSplit:
      return split_sentence;
    case OperationKind::kExpandAcronym:
      return expand_acronym;
    case OperationKind::kDigits:
      return write_in_digits;
    case OperationKind::kFormula:
      return simplify_formula;
    case OperationKind::kPositive:
      return say_positively;
    case OperationKind::kFiniteClause:
      return make_finite;
    case OperationKind::kNameSender:
      return name_sender;
    case OperationKind::kReferenceLast:
      return put_reference_last;
    case OperationKind::kLowerCapitals:
      return lower_capitals;
    case OperationKind::kCalmConsequence:
      return calm_consequence;
    case OperationKind::kThisDocument:
      return name_this_document;
    case OperationKind::kBreakParagraph:
      return break_paragraph;
    case OperationKind::kList:
      return make_list;
    case OperationKind::kStateFact:
      return state_fact;
    case OperationKind::kOrBoth:
      return say_or_both;
    case OperationKind::kExplain:
      return explain_term;
    case OperationKind::kHeadings:
      return add_headings;
    case OperationKind::kObjectLine:
      return add_object_line;
    case OperationKind::kLead:
      return add_lead;
    case OperationKind::kCount:
      return nullptr;
  }
  return nullptr;
}

std::vector<Suggestion> suggestions_for(const Analysis& analysis,
                                        const RewritingResources& resources,
                                        const Finding& finding) {
  const MakeSuggestions make = maker_of(finding.operation.kind);
  if (make == nullptr) return {};
  const std::optional<TokenRange> range = tokens_of(analysis, finding.span);
  // A date may be part of a token, a letter has no place; all else is made of tokens.
  const OperationKind kind = finding.operation.kind;
  const bool placed = kind != OperationKind::kFullDate && kind != OperationKind::kHeadings &&
                      kind != OperationKind::kObjectLine && kind != OperationKind::kLead;
  if (!range && placed) return {};
  return make({analysis, resources, finding.operation, finding.span, range.value_or(TokenRange{})});
}

}  // namespace

void add_suggestions(const Analysis& analysis, const RewritingResources& resources,
                     std::vector<Finding>& findings) {
  for (Finding& finding : findings) {
    finding.suggestions = suggestions_for(analysis, resources, finding);
  }
}

}  // namespace limpide
