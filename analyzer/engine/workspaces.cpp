#include "analyzer/engine/workspaces.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace limpide {

SyntaxMemories Workspaces::take(unsigned threads) {
  const std::size_t wanted = std::max(1U, threads);
  SyntaxMemories taken;
  taken.reserve(wanted);
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    while (taken.size() < wanted && !free_.empty()) {
      taken.push_back(std::move(free_.back()));
      free_.pop_back();
    }
  }
  const std::size_t missing = wanted - taken.size();
  if (missing > 0) {
    SyntaxMemories made =
        long_memories(language_, static_cast<unsigned>(missing), kBytesRemembered);
    std::move(made.begin(), made.end(), std::back_inserter(taken));
  }
  return taken;
}

void Workspaces::give_back(SyntaxMemories& memories) {
  const std::lock_guard<std::mutex> lock(mutex_);
  std::move(memories.begin(), memories.end(), std::back_inserter(free_));
  memories.clear();
}

}  // namespace limpide
