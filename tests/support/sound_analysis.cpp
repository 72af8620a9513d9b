#include "tests/support/sound_analysis.h"

#include <algorithm>
#include <vector>

namespace limpide::testing {
namespace {

bool lies_in(WordRange inner, WordRange outer) {
  if (inner.first == inner.end) return true;
  return inner.first >= outer.first && inner.first < inner.end && inner.end <= outer.end;
}

// Every word reaches the one root without meeting itself: steps are counted.
std::string bad_tree(const Analysis& analysis, WordRange words) {
  std::size_t roots = 0;
  for (std::uint32_t word = words.first; word < words.end; ++word) {
    const Arc& arc = analysis.trees.arcs[word];
    if (arc.head == kRoot) {
      ++roots;
      continue;
    }
    if (arc.head < words.first || arc.head >= words.end) return "an arc leaves its sentence";
    if (arc.head == word) return "a word hangs from itself";
  }
  if (words.end > words.first && roots != 1) return "a sentence has not one root";
  // 1: on the path now walked, 2: reaches the root.
  std::vector<char> state(words.end - words.first, 0);
  std::vector<std::uint32_t> path;
  for (std::uint32_t word = words.first; word < words.end; ++word) {
    std::uint32_t at = word;
    path.clear();
    while (at != kRoot && state[at - words.first] == 0) {
      state[at - words.first] = 1;
      path.push_back(at);
      at = analysis.trees.arcs[at].head;
    }
    if (at != kRoot && state[at - words.first] == 1) return "a tree has a circle";
    for (const std::uint32_t walked : path) state[walked - words.first] = 2;
  }
  return "";
}

std::string bad_clause(const Clause& clause, WordRange words, const Clauses& all) {
  if (clause.head < words.first || clause.head >= words.end) return "a clause has a head elsewhere";
  if (!lies_in(clause.span, words)) return "a clause leaves its sentence";
  if (!lies_in(clause.subject.span, words)) return "a subject leaves its sentence";
  if (!lies_in(clause.agent, words)) return "an agent leaves its sentence";
  if (clause.verb.first > clause.verb.end || clause.verb.end > all.verb_words.size())
    return "a verb group points nowhere";
  if (clause.parent != kNoClause && clause.parent >= all.clauses.size())
    return "a clause has a parent that is none";
  if (clause.verb.negation != kNoItem && clause.verb.negation >= all.negations.size())
    return "a verb group has a negation that is none";
  return "";
}

template <typename Item, typename WordOf>
bool ascends(const std::vector<Item>& items, const WordOf& word_of) {
  return std::is_sorted(items.begin(), items.end(), [&word_of](const Item& a, const Item& b) {
    return word_of(a) < word_of(b);
  });
}

// Rules look for items by their word: rules/patterns/item_range.h wants them sorted.
std::string bad_order(const Clauses& all) {
  if (!ascends(all.infinitives, [](const Clause& item) { return item.head; }))
    return "infinitives are not in order";
  if (!ascends(all.passives, [](const Passive& item) { return item.participle; }))
    return "passives are not in order";
  if (!ascends(all.verb_nouns, [](const VerbNoun& item) { return item.verb; }))
    return "verbs with nouns are not in order";
  if (!ascends(all.noun_chains, [](const NounChain& item) { return item.span.first; }))
    return "chains are not in order";
  if (!ascends(all.coordinations,
               [&all](const Coordination& item) { return all.coordinated_words[item.first]; }))
    return "coordinations are not in order";
  return "";
}

std::string bad_facts(const Analysis& analysis) {
  const std::string& text = analysis.document->text;
  std::uint32_t before = 0;
  for (const Fact& fact : analysis.facts) {
    if (fact.span.begin > fact.span.end || fact.span.end > text.size())
      return "a fact lies outside the text";
    if (fact.span.begin < before) return "facts are not in the order of the text";
    if (fact.sentence >= analysis.segmentation.sentences.size()) return "a fact has no sentence";
    if (fact.party.end > text.size()) return "a bearer lies outside the text";
    if (fact_key(fact).empty()) return "a fact has no key";
    before = fact.span.begin;
  }
  return "";
}

}  // namespace

std::string unsound_because(const Analysis& analysis) {
  const Segmentation& cut = analysis.segmentation;
  if (analysis.tagging.words.size() != cut.words.size()) return "not one tag a word";
  if (analysis.trees.arcs.size() != cut.words.size()) return "not one arc a word";
  const std::size_t sentences = cut.sentences.size();
  if (analysis.trees.sentences.size() != sentences) return "not one parse state a sentence";
  if (analysis.trees.sentence_words.size() != sentences) return "not one range a sentence";
  if (analysis.clauses.sentence_clauses.size() != sentences)
    return "not one clause range a sentence";
  if (analysis.clauses.addressees.size() != sentences) return "not one addressee a sentence";
  for (const WordTag& tag : analysis.tagging.words) {
    if (tag.lemma >= analysis.tagging.lemmas.size()) return "a lemma points nowhere";
  }
  for (std::size_t i = 0; i < sentences; ++i) {
    const WordRange words = analysis.trees.sentence_words[i];
    std::string fault = bad_tree(analysis, words);
    if (!fault.empty()) return fault;
    const WordRange mine = analysis.clauses.sentence_clauses[i];
    if (mine.first > mine.end || mine.end > analysis.clauses.clauses.size())
      return "clauses of a sentence point nowhere";
    for (std::uint32_t c = mine.first; c < mine.end; ++c) {
      fault = bad_clause(analysis.clauses.clauses[c], words, analysis.clauses);
      if (!fault.empty()) return fault;
    }
  }
  const std::string order = bad_order(analysis.clauses);
  return order.empty() ? bad_facts(analysis) : order;
}

}  // namespace limpide::testing
