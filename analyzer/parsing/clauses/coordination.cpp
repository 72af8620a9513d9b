#include "analyzer/parsing/clauses/coordination.h"

namespace limpide {
namespace {

WordIndex conjunction_of(const ClauseText& text, WordIndex item) {
  for (WordIndex child = text.first_child[item]; child != kNoWord;
       child = text.next_sibling[child]) {
    if (text.relation(child) == Relation::kCc) return child;
  }
  return kNoWord;
}

}  // namespace

void find_coordinations(const ClauseText& text, Clauses& clauses) {
  for (WordIndex word = 0; word < text.size(); ++word) {
    Coordination list;
    list.first = static_cast<std::uint32_t>(clauses.coordinated_words.size());
    for (WordIndex child = text.first_child[word]; child != kNoWord;
         child = text.next_sibling[child]) {
      if (text.relation(child) != Relation::kConj) continue;
      if (clauses.coordinated_words.size() == list.first) clauses.coordinated_words.push_back(word);
      clauses.coordinated_words.push_back(child);
      const WordIndex conjunction = conjunction_of(text, child);
      if (conjunction != kNoWord) list.conjunction = conjunction;
    }
    list.end = static_cast<std::uint32_t>(clauses.coordinated_words.size());
    if (list.end > list.first) clauses.coordinations.push_back(list);
  }
}

}  // namespace limpide
