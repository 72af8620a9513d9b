#include "analyzer/rules/patterns/scopes.h"

#include <algorithm>
#include <array>

namespace limpide {
namespace {

constexpr std::uint32_t kEdgeSentences = 2;  // of a closing
// Of an opening, counted in words: a long first sentence cut in three has said no more, no less.
constexpr std::uint32_t kOpeningWords = 60;
constexpr std::uint32_t kBlockReach = 50;  // sentences: a text without breaks is one block

struct Named {
  std::string_view name;
  Scope scope;
};
constexpr std::array<Named, 17> kScopes{{{"self", Scope::kSelf},
                                         {"sentence", Scope::kSentence},
                                         {"previous", Scope::kPrevious},
                                         {"next", Scope::kNext},
                                         {"near", Scope::kNear},
                                         {"block", Scope::kBlock},
                                         {"document", Scope::kDocument},
                                         {"before", Scope::kBefore},
                                         {"after", Scope::kAfter},
                                         {"verb", Scope::kVerb},
                                         {"subject", Scope::kSubject},
                                         {"agent", Scope::kAgent},
                                         {"introducer", Scope::kIntroducer},
                                         {"children", Scope::kChildren},
                                         {"head", Scope::kHead},
                                         {"opening", Scope::kOpening},
                                         {"closing", Scope::kClosing}}};

void add(std::vector<WordRange>& ranges, WordRange range) {
  if (range.first < range.end) ranges.push_back(range);
}

void add_sentences(const Analysis& analysis, std::uint32_t first, std::uint32_t end,
                   std::vector<WordRange>& ranges) {
  const auto count = static_cast<std::uint32_t>(analysis.segmentation.sentences.size());
  for (std::uint32_t i = first; i < std::min(end, count); ++i) {
    add(ranges, words_of_sentence(analysis, i));
  }
}

void add_block(const Analysis& analysis, std::uint32_t sentence, std::vector<WordRange>& ranges) {
  const auto& sentences = analysis.segmentation.sentences;
  if (sentence >= sentences.size()) return;
  const std::uint32_t block = sentences[sentence].block;
  std::uint32_t first = sentence;
  while (first > 0 && sentence - first < kBlockReach && sentences[first - 1].block == block)
    --first;
  std::uint32_t end = sentence + 1;
  while (end < sentences.size() && end - sentence < kBlockReach && sentences[end].block == block)
    ++end;
  add(ranges, {words_of_sentence(analysis, first).first, words_of_sentence(analysis, end - 1).end});
}

// First or last sentences of the body.
void add_edge(const Analysis& analysis, bool opening, std::vector<WordRange>& ranges) {
  const auto& sentences = analysis.segmentation.sentences;
  std::uint32_t seen = 0;
  std::uint32_t words = 0;
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    if (opening ? seen > 0 && words >= kOpeningWords : seen >= kEdgeSentences) break;
    const auto at = opening ? i : static_cast<std::uint32_t>(sentences.size()) - 1 - i;
    if (analysis.structure.blocks[sentences[at].block].role != Role::kBody) continue;
    ++seen;
    words += analysis.metrics.sentence_words[at];
    add(ranges, words_of_sentence(analysis, at));
  }
}

void add_tree(const Analysis& analysis, Scope scope, const MatchPlace& place,
              std::vector<WordRange>& ranges) {
  if (place.word >= analysis.trees.arcs.size()) return;
  if (scope == Scope::kHead) {
    const std::uint32_t head = analysis.trees.arcs[place.word].head;
    if (head < analysis.trees.arcs.size()) add(ranges, {head, head + 1});
    return;
  }
  const WordRange words = words_of_sentence(analysis, place.sentence);
  for (WordIndex word = words.first; word < words.end; ++word) {
    if (analysis.trees.arcs[word].head == place.word) add(ranges, {word, word + 1});
  }
}

void add_clause(const Analysis& analysis, Scope scope, const MatchPlace& place,
                std::vector<WordRange>& ranges) {
  if (place.clause == nullptr) return;
  const Clause& clause = *place.clause;
  if (scope == Scope::kSubject) add(ranges, clause.subject.span);
  if (scope == Scope::kAgent) add(ranges, clause.agent);
  if (scope == Scope::kIntroducer) add(ranges, clause.introducer);
  if (scope != Scope::kVerb) return;
  for (std::uint32_t i = clause.verb.first; i < clause.verb.end; ++i) {
    const WordIndex word = analysis.clauses.verb_words[i];
    add(ranges, {word, word + 1});
  }
}

}  // namespace

std::optional<Scope> scope_from_name(std::string_view name) {
  for (const Named& entry : kScopes) {
    if (entry.name == name) return entry.scope;
  }
  return std::nullopt;
}

bool scope_needs_trees(Scope scope) {
  switch (scope) {
    case Scope::kVerb:
    case Scope::kSubject:
    case Scope::kAgent:
    case Scope::kIntroducer:
    case Scope::kChildren:
    case Scope::kHead:
      return true;
    default:
      return false;
  }
}

std::vector<WordRange> words_of_scope(const Analysis& analysis, Scope scope,
                                      const MatchPlace& place) {
  std::vector<WordRange> ranges;
  const std::uint32_t here = place.sentence;
  const auto all = static_cast<WordIndex>(analysis.segmentation.words.size());
  const bool has_sentence = here < analysis.segmentation.sentences.size();
  const WordRange own = has_sentence ? words_of_sentence(analysis, here) : WordRange{};
  switch (scope) {
    case Scope::kSelf:
      add(ranges, place.words);
      break;
    case Scope::kSentence:
      add(ranges, own);
      break;
    case Scope::kPrevious:
      if (here > 0) add_sentences(analysis, here - 1, here, ranges);
      break;
    case Scope::kNext:
      add_sentences(analysis, here + 1, here + 2, ranges);
      break;
    case Scope::kNear:
      add_sentences(analysis, here == 0 ? 0 : here - 1, here + 2, ranges);
      break;
    case Scope::kBlock:
      add_block(analysis, here, ranges);
      break;
    case Scope::kDocument:
      add(ranges, {0, all});
      break;
    case Scope::kBefore:
      add(ranges, {own.first, std::min(place.words.first, own.end)});
      break;
    case Scope::kAfter:
      add(ranges, {std::max(place.words.end, own.first), own.end});
      break;
    case Scope::kOpening:
    case Scope::kClosing:
      add_edge(analysis, scope == Scope::kOpening, ranges);
      break;
    case Scope::kChildren:
    case Scope::kHead:
      add_tree(analysis, scope, place, ranges);
      break;
    case Scope::kVerb:
    case Scope::kSubject:
    case Scope::kAgent:
    case Scope::kIntroducer:
      add_clause(analysis, scope, place, ranges);
      break;
  }
  return ranges;
}

}  // namespace limpide
