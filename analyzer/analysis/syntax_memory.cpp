#include "analyzer/analysis/syntax_memory.h"

#include <algorithm>

namespace limpide {
namespace {

constexpr std::size_t kBytesOfWord = 6;

// Configurations of a word that do not look alike, about.
constexpr std::size_t kLooksOfWord = 4;
// Past kBytesRemembered, what is left to gain is from one wording of a sentence to the next, for
// which few slots do, near at hand.
constexpr std::size_t kMostSlots = kLooksOfWord * kBytesRemembered / kBytesOfWord;

SyntaxMemories memories_of(const LanguageResources& language, unsigned threads, std::size_t bytes,
                           std::size_t slots) {
  SyntaxMemories memories;
  memories.reserve(std::max(1U, threads));
  for (unsigned i = 0; i < std::max(1U, threads); ++i) {
    memories.emplace_back(language, bytes / kBytesOfWord, slots);
  }
  return memories;
}

}  // namespace

SyntaxMemories short_memories(const LanguageResources& language, unsigned threads,
                              std::size_t bytes) {
  return memories_of(language, threads, bytes, ParseMemory::kFewSlots);
}

SyntaxMemories long_memories(const LanguageResources& language, unsigned threads,
                             std::size_t bytes) {
  std::size_t slots = ParseMemory::kFewSlots;
  const std::size_t looks = kLooksOfWord * bytes / kBytesOfWord;
  while (slots < looks && slots <= kMostSlots) slots *= 2;
  if (slots > kMostSlots) slots = ParseMemory::kFewSlots;
  return memories_of(language, threads, bytes, slots);
}

}  // namespace limpide
