// Sentences of a text that can be set beside those of another. In: an Analysis. Out: the sentences
// that are judged, their words as numbers that both texts share. Refuses: text of roles that no
// rule looks at (quoted law, signatures).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/verification/alignment.h"

namespace limpide {

inline constexpr std::uint32_t kNoGroup = 0xFFFFFFFF;

class WordNumbers {
 public:
  std::uint32_t of(const std::string& word) {
    return numbers_.emplace(word, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }

 private:
  std::map<std::string, std::uint32_t, std::less<>> numbers_;
};

struct TextSide {
  std::vector<std::uint32_t> sentences;               // into Segmentation::sentences
  std::vector<SentenceWords> words;                   // one a sentence above: content words
  std::vector<std::uint32_t> group;                   // one a sentence above: into the groups
  std::vector<std::vector<std::uint32_t>> all_words;  // in the order of the text
};

// `every_block`: also text that no rule judges.
[[nodiscard]] TextSide text_side(const Analysis& analysis, WordNumbers& numbers,
                                 bool every_block = false);
// Of the sentences [first, end) of the side; empty when there is none.
[[nodiscard]] Span side_span(const Analysis& analysis, const TextSide& side, std::uint32_t first,
                             std::uint32_t end);

}  // namespace limpide
