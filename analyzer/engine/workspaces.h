// What goes from one check to the next: memories of the tagger and the parser, sentences read,
// suggestions proved. Letters of one service share words and sentences, and a letter that is being
// written hardly changes. In: the resources of French. Out: leases of memories, each for one check
// at a time; what all checks share. Refuses: to change anything that comes out of a check; only its
// cost. Nothing of it leaves the process. Safe to share between threads.
#pragma once

#include <mutex>
#include <span>
#include <vector>

#include "analyzer/analysis/sentence_memory.h"
#include "analyzer/analysis/syntax_memory.h"
#include "analyzer/engine/proof_memory.h"

namespace limpide {

// About 300 letters of two pages each.
inline constexpr std::size_t kBytesOfSentences = std::size_t{24} << 20;
inline constexpr std::size_t kBytesOfProofs = std::size_t{8} << 20;

class Workspaces {
 public:
  // REQUIRES: loaded with syntax; outlives this value.
  explicit Workspaces(const LanguageResources& language) : language_(language) {}
  Workspaces(const Workspaces&) = delete;
  Workspaces& operator=(const Workspaces&) = delete;

  [[nodiscard]] SentenceMemory& sentences() { return sentences_; }
  [[nodiscard]] ProofMemory& proofs() { return proofs_; }

  // One memory a thread, given back when it goes. The workspaces outlive it.
  class Lease {
   public:
    Lease(Workspaces& home, unsigned threads) : home_(home), memories_(home.take(threads)) {}
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease() { home_.give_back(memories_); }
    [[nodiscard]] std::span<SyntaxMemory> memories() { return memories_; }

   private:
    Workspaces& home_;
    SyntaxMemories memories_;
  };

 private:
  [[nodiscard]] SyntaxMemories take(unsigned threads);
  void give_back(SyntaxMemories& memories);

  const LanguageResources& language_;
  std::mutex mutex_;
  SyntaxMemories free_;
  SentenceMemory sentences_{kBytesOfSentences};
  ProofMemory proofs_{kBytesOfProofs};
};

}  // namespace limpide
