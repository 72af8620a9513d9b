// Memories of the tagger and the parser that go from one document to the next: letters of one
// service share their words. In: the resources of French. Out: leases, each for one check at a
// time. Refuses: to change anything that comes out of a check; only its cost. Safe to share between
// threads.
#pragma once

#include <mutex>
#include <span>
#include <vector>

#include "analyzer/analysis/syntax_memory.h"

namespace limpide {

class Workspaces {
 public:
  // REQUIRES: loaded with syntax; outlives this value.
  explicit Workspaces(const LanguageResources& language) : language_(language) {}
  Workspaces(const Workspaces&) = delete;
  Workspaces& operator=(const Workspaces&) = delete;

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
};

}  // namespace limpide
