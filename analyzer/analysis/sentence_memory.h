// Sentences of documents read before: letters of one service share whole sentences, and a letter
// that is being written hardly changes from one check to the next. In: a segmentation, its
// resources. Out: the same tags and trees as find_syntax, those of known sentences copied.
// Refuses: to grow past its bound. Safe to share between threads.
//
// Sound because a sentence is tagged and parsed on its own (tagging.h, parser.h).
#pragma once

#include <span>

#include "analyzer/analysis/syntax.h"
#include "analyzer/base/recent_values.h"

namespace limpide {

class SentenceMemory {
 public:
  // `most_bytes`: about what it may hold.
  explicit SentenceMemory(std::size_t most_bytes) : sentences_(most_bytes) {}

  // REQUIRES: as find_syntax; always the same resources.
  [[nodiscard]] Syntax find_syntax(const Segmentation& segmentation,
                                   const LanguageResources& language,
                                   std::span<SyntaxMemory> memories);

 private:
  RecentValues<Syntax> sentences_;  // of one sentence each
};

}  // namespace limpide
