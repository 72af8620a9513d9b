#include "analyzer/analysis/syntax_memory.h"

#include <algorithm>

namespace limpide {
namespace {

constexpr std::size_t kBytesOfWord = 6;

// Configurations of a word that do not look alike, about.
constexpr std::size_t kLooksOfWord = 4;
// A longer text would push out of the caches what it remembers.
constexpr std::size_t kMostSlots = 4096;

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
  while (slots < kMostSlots && slots < kLooksOfWord * bytes / kBytesOfWord) slots *= 2;
  return memories_of(language, threads, bytes, slots);
}

}  // namespace limpide
