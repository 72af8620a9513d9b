// What a pattern can look for. In: an Analysis and a range of its words. Out: places, in the order
// of the text: clauses, passives, words, sentences... whose own filters hold. Refuses: conditions
// between places; condition.h combines them. Immutable; called from several threads.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/rules/matcher.h"
#include "analyzer/rules/terms.h"

namespace limpide {

// One thing that a selector found.
struct MatchPlace {
  Span span;                   // what a finding marks; empty for the document
  WordRange words;             // from its first to its last word
  WordIndex word = kNoWord;    // the word that it turns around: verb, noun, participle
  std::uint32_t sentence = 0;  // into Segmentation::sentences
  std::uint32_t item = 0;      // into the array that the selector reads
  const Clause* clause = nullptr;
};

class Selector {
 public:
  virtual ~Selector() = default;
  // Appends the places that begin in `within`.
  virtual void list(const MatchContext& context, WordRange within,
                    std::vector<MatchPlace>& places) const = 0;
  // Arguments for the message of the rule.
  virtual void describe(const MatchContext&, const MatchPlace&, MessageArguments&) const {}
  [[nodiscard]] virtual bool needs_trees() const { return true; }
  // Lower-case forms and lemmas of which every place holds one; empty: no such list.
  [[nodiscard]] virtual std::vector<std::string> keys() const { return {}; }
};

// Words of a sentence, at any depth of the analysis.
[[nodiscard]] WordRange words_of_sentence(const Analysis& analysis, std::uint32_t sentence);
[[nodiscard]] std::uint32_t sentence_of_word(const Analysis& analysis, WordIndex word);
// From the first byte of the first word's token to the last of the last one's.
[[nodiscard]] Span span_of_words(const Analysis& analysis, WordRange words);
[[nodiscard]] inline std::string_view lower_form(const Analysis& analysis, WordIndex word) {
  return analysis.segmentation.forms[analysis.segmentation.words[word].form].lower;
}
// "" when the analysis has no tags.
[[nodiscard]] std::string_view lemma_of(const Analysis& analysis, WordIndex word);

}  // namespace limpide
