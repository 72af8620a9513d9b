#include "analyzer/engine/trials.h"

#include <algorithm>
#include <utility>

#include "analyzer/base/utf8.h"
#include "analyzer/engine/passages.h"

namespace limpide {
namespace {

// A formula that takes a whole sentence is a closing, each of whose words the operation knows.
bool is_whole_formula(const Analysis& analysis, const Finding& finding,
                      const Suggestion& suggestion) {
  return finding.operation.kind == OperationKind::kFormula && suggestion.edits.size() == 1 &&
         passage_around(analysis, suggestion.edits) == suggestion.edits.front().span;
}

// Only capitals and accents differ.
bool keeps_letters(const Analysis& analysis, const Suggestion& suggestion) {
  return std::all_of(suggestion.edits.begin(), suggestion.edits.end(), [&](const Edit& edit) {
    const std::string_view was = slice(analysis.document->text, edit.span);
    return without_accents(to_lower(was)) == without_accents(to_lower(edit.text));
  });
}

// Words of an expert's table in a paragraph of their own: what a word means, a heading. No word of
// the writer moves.
bool only_explains(const Analysis& analysis, const Finding& finding, const Suggestion& suggestion) {
  const OperationKind kind = finding.operation.kind;
  return (kind == OperationKind::kExplain || kind == OperationKind::kExpandAcronym ||
          kind == OperationKind::kHeadings || kind == OperationKind::kObjectLine ||
          kind == OperationKind::kLead) &&
         only_adds(analysis.document->text, suggestion.edits);
}

Trust trust_in(const Analysis& analysis, const Finding& finding, const Suggestion& suggestion) {
  const OperationKind kind = finding.operation.kind;
  if (is_whole_formula(analysis, finding, suggestion)) return Trust::kSameWords;
  if (kind == OperationKind::kLowerCapitals) {
    return keeps_letters(analysis, suggestion) ? Trust::kSameLetters : Trust::kNone;
  }
  // Between sentences, no word changed.
  if (kind == OperationKind::kBreakParagraph) return Trust::kSameLetters;
  if (only_explains(analysis, finding, suggestion)) return Trust::kSameLetters;
  if (kind == OperationKind::kFullDate || kind == OperationKind::kDigits) return Trust::kSameValue;
  if (kind == OperationKind::kExpandAcronym) return Trust::kSameName;
  // "et/ou" says what the words put in its place say, and no more.
  if (kind == OperationKind::kOrBoth) return Trust::kSameWords;
  const bool words = kind == OperationKind::kReplace || kind == OperationKind::kDelete ||
                     kind == OperationKind::kFormula;
  // Capitals take the mark from a suggestion, not the expert's word for it.
  const bool vouched =
      suggestion.safe || (kind == OperationKind::kReplace && finding.operation.safe);
  return words && vouched ? Trust::kSameWords : Trust::kNone;
}

// "a peine de rejet" for "pour etre accepte": the words replaced have no verb.
bool calms_side_words(const Analysis& analysis, const Finding& finding,
                      const Suggestion& suggestion) {
  if (finding.operation.kind != OperationKind::kCalmConsequence || !suggestion.safe) return false;
  if (analysis.depth != Depth::kTrees || suggestion.edits.size() != 1) return false;
  const Span words = suggestion.edits.front().span;
  for (std::size_t i = 0; i < analysis.segmentation.words.size(); ++i) {
    const Span token = analysis.segmentation.tokens[analysis.segmentation.words[i].token].span;
    if (token.begin < words.begin || token.end > words.end) continue;
    const Upos upos = analysis.tagging.words[i].upos;
    if (upos == Upos::kVerb || upos == Upos::kAux) return false;
  }
  return words.begin < words.end;
}

// A long sentence may end on a list; a paragraph that is only cut keeps its sentences.
bool has_verbless_part(const Finding& finding, const Suggestion& suggestion) {
  // "Textes appliques : ..." makes a line of its own too.
  if (finding.operation.kind == OperationKind::kList) return true;
  if (finding.operation.kind == OperationKind::kReferenceLast) return true;
  return finding.operation.kind == OperationKind::kSplit &&
         std::any_of(suggestion.edits.begin(), suggestion.edits.end(), [](const Edit& edit) {
           return edit.text.find(kParagraphBreak) != std::string::npos;
         });
}

bool reshapes(const Finding& finding, const Suggestion& suggestion) {
  if (suggestion.edits.size() > 1) return true;
  switch (finding.operation.kind) {
    case OperationKind::kReplace:
    case OperationKind::kDelete:
    case OperationKind::kFullDate:
    case OperationKind::kCompleteNegation:
    case OperationKind::kExpandAcronym:
    case OperationKind::kDigits:
    case OperationKind::kThisDocument:
      return false;
    default:
      return true;
  }
}

// The candidates of one passage, in as few trials as may be.
void add_trials(const std::vector<Candidate>& candidates, Span passage,
                std::vector<std::size_t> members, Trials& trials) {
  const auto edits_of = [&candidates](std::size_t i) -> const std::vector<Edit>& {
    return *candidates[i].edits;
  };
  std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
    return edits_of(a).front().span.begin < edits_of(b).front().span.begin;
  });
  const auto own = static_cast<std::ptrdiff_t>(trials.size());
  for (const std::size_t member : members) {
    if (candidates[member].reshapes) continue;
    const auto room = std::find_if(trials.begin() + own, trials.end(), [&](const Trial& trial) {
      const Edit& last = edits_of(trial.candidates.back()).back();
      return last.span.end < edits_of(member).front().span.begin;
    });
    if (room != trials.end()) {
      room->candidates.push_back(member);
    } else {
      trials.push_back({passage, {member}});
    }
  }
  for (const std::size_t member : members) {
    if (candidates[member].reshapes) trials.push_back({passage, {member}});
  }
}

}  // namespace

Candidate candidate_of(const Analysis& analysis, const Finding& finding,
                       const Suggestion& suggestion) {
  Candidate candidate;
  candidate.edits = &suggestion.edits;
  candidate.trust = trust_in(analysis, finding, suggestion);
  candidate.literal = finding.operation.literal || finding.operation.kind == OperationKind::kDelete;
  candidate.side_words = calms_side_words(analysis, finding, suggestion);
  candidate.formula = is_whole_formula(analysis, finding, suggestion);
  candidate.proved = candidate.trust == Trust::kSameLetters;
  candidate.reshapes = reshapes(finding, suggestion);
  candidate.itemizes = has_verbless_part(finding, suggestion);
  return candidate;
}

Trials first_trials(const Analysis& analysis, const std::vector<Candidate>& candidates) {
  std::vector<std::pair<Span, std::size_t>> places;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (candidates[i].proved) continue;
    places.push_back({passage_around(analysis, *candidates[i].edits), i});
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const auto& a, const auto& b) { return a.first.begin < b.first.begin; });
  Trials trials;
  for (std::size_t i = 0; i < places.size();) {
    Span passage = places[i].first;
    std::vector<std::size_t> members;
    for (; i < places.size(); ++i) {
      const Span next = places[i].first;
      if (!members.empty() && next.begin >= passage.end && next.begin != passage.begin) break;
      passage.end = std::max(passage.end, next.end);
      members.push_back(places[i].second);
    }
    add_trials(candidates, passage, std::move(members), trials);
  }
  return trials;
}

std::vector<Trials> by_passage(const Trials& trials) {
  std::vector<Trials> passages;
  for (const Trial& trial : trials) {
    const bool fresh =
        passages.empty() || passages.back().front().passage.begin != trial.passage.begin;
    if (fresh) passages.emplace_back();
    passages.back().push_back(trial);
  }
  return passages;
}

}  // namespace limpide
