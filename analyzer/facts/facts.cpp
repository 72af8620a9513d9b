#include "analyzer/facts/facts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analyzer/facts/finders.h"

namespace limpide {
namespace {

// Sentences and clauses both ascend; a document without clauses has no range at all.
WordRange clauses_of(const Clauses& clauses, std::size_t sentence) {
  if (sentence >= clauses.sentence_clauses.size()) return {};
  return clauses.sentence_clauses[sentence];
}

// The negations up to a token, from where the sentence before ended.
WordRange negations_until(const FactText& text, std::uint32_t first, std::uint32_t token_end) {
  const std::vector<Negation>& negations = text.input.clauses.negations;
  WordRange range{first, first};
  while (range.end < negations.size()) {
    const Negation& negation = negations[range.end];
    WordIndex word = negation.first;
    for (const WordIndex part : negation.parts) word = std::min(word, part);
    if (word != kNoWord && text.token_of(word) >= token_end) break;
    ++range.end;
  }
  return range;
}

bool stands_before(const Fact& a, const Fact& b) {
  if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
  if (a.span.end != b.span.end) return a.span.end > b.span.end;
  return a.kind < b.kind;
}

}  // namespace

const char* fact_kind_name(FactKind kind) {
  constexpr std::array<const char*, 14> kNames = {
      "date", "time",       "amount",     "quantity",    "duration",  "deadline", "reference",
      "name", "obligation", "permission", "prohibition", "condition", "negation", "restriction"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<Fact> find_facts(const FactInput& input, const FactResources& resources) {
  const FactText text = make_fact_text(input, resources);
  std::vector<std::uint8_t> taken(input.segmentation.tokens.size());
  std::vector<Fact> facts;
  Scan scan{0, 0, 0, taken, facts, {}};
  WordRange negations;
  for (std::uint32_t i = 0; i < input.segmentation.sentences.size(); ++i) {
    const Sentence& sentence = input.segmentation.sentences[i];
    scan.sentence = i;
    scan.first = sentence.first_token;
    scan.end = sentence.token_end;
    scan.units.clear();
    find_references(text, scan);
    find_dates(text, scan);
    find_times(text, scan);
    find_names(text, scan);
    find_numbers(text, scan);
    find_deadlines(text, scan);
    find_conditions(text, scan);
    find_duties(text, clauses_of(input.clauses, i), scan);
    negations = negations_until(text, negations.end, scan.end);
    find_negations(text, negations, scan);
  }
  std::stable_sort(facts.begin(), facts.end(), stands_before);
  return facts;
}

}  // namespace limpide
