// Tags and trees put together from sentences read elsewhere. In: sentences of known syntax, in the
// order of the text. Out: the Syntax of a segmentation, numbered as if it had been read at once.
// Refuses: nothing; a word given to no sentence keeps an empty tag and hangs from the root.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>

#include "analyzer/analysis/syntax.h"

namespace limpide {

class SyntaxCopier {
 public:
  explicit SyntaxCopier(std::size_t words);
  // REQUIRES: as many words in `to` as in the sentence; sentences in order.
  void copy(const Tagging& tags, const Trees& trees, std::uint32_t sentence, WordRange to);
  [[nodiscard]] Syntax take() { return std::move(syntax_); }

 private:
  LemmaIndex lemma(const std::string& text);

  Syntax syntax_;
  std::unordered_map<std::string, LemmaIndex> lemmas_;
};

// All that tagging and parsing look at: the forms of tokens and of the words they are made of.
[[nodiscard]] std::string sentence_key(const Segmentation& cut, const Sentence& sentence);
[[nodiscard]] WordRange words_of(const Segmentation& cut, const Sentence& sentence);

}  // namespace limpide
