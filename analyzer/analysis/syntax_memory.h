// What the search for tags and trees computed before, for texts that share their words: a document,
// then its sentences as edits would make them. In: the resources of French. Out: nothing that
// changes an analysis; the next one costs less. Refuses: two analyses at the same time.
#pragma once

#include <cstddef>
#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/parsing/parse_memory.h"
#include "analyzer/tagging/tagging_memory.h"

namespace limpide {

// Of one thread.
struct SyntaxMemory {
  // REQUIRES: loaded with syntax; outlives the memory. `words`, `slots`: of the two memories.
  SyntaxMemory(const LanguageResources& language, std::size_t words, std::size_t slots)
      : tagging(language.lexicon, language.syntax->tagging, words), parsing(slots) {}

  TaggingMemory tagging;
  ParseMemory parsing;
};

// A text of so many bytes finds again, in other words, what was computed for it; of a longer one
// most would have been pushed out.
inline constexpr std::size_t kBytesRemembered = 12288;

// One a thread.
using SyntaxMemories = std::vector<SyntaxMemory>;
// For a text of so many bytes that will be read once.
[[nodiscard]] SyntaxMemories short_memories(const LanguageResources& language, unsigned threads,
                                            std::size_t bytes);
// For one that will be read again, in other words.
[[nodiscard]] SyntaxMemories long_memories(const LanguageResources& language, unsigned threads,
                                           std::size_t bytes);

}  // namespace limpide
