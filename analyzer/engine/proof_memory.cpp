#include "analyzer/engine/proof_memory.h"

#include <cstdint>
#include <string_view>
#include <utility>

#include "analyzer/engine/passages.h"

namespace limpide {
namespace {

// Numbers as digits, texts with their length: no two lists of parts give the same key.
class KeyWriter {
 public:
  void add(std::uint64_t number) {
    key_ += std::to_string(number);
    key_.push_back(' ');
  }
  void add(std::string_view text) {
    add(std::uint64_t{text.size()});
    key_ += text;
  }
  std::string take() { return std::move(key_); }

 private:
  std::string key_;
};

void add_candidate(KeyWriter& key, const Candidate& candidate, std::uint32_t origin) {
  key.add(static_cast<std::uint64_t>(candidate.trust));
  std::uint64_t flags = 0;
  for (const bool flag : {candidate.literal, candidate.side_words, candidate.formula,
                          candidate.reshapes, candidate.itemizes}) {
    flags = flags * 2 + (flag ? 1 : 0);
  }
  key.add(flags);
  key.add(std::uint64_t{candidate.edits->size()});
  for (const Edit& edit : *candidate.edits) {
    key.add(std::uint64_t{edit.span.begin - origin});
    key.add(std::uint64_t{edit.span.end - origin});
    key.add(std::string_view(edit.text));
  }
}

}  // namespace

std::string proof_key(const Analysis& analysis, const Trials& trials,
                      const std::vector<Candidate>& candidates) {
  KeyWriter key;
  const Span passage = trials.front().passage;
  for (const PassageBlock& block : edited_passage(analysis, passage, {}).blocks) {
    key.add(static_cast<std::uint64_t>(block.kind));
    key.add(std::uint64_t{block.hard_wrapped});
    key.add(std::string_view(block.text));
  }
  for (const Trial& trial : trials) {
    key.add(std::uint64_t{trial.passage.end - passage.begin});
    key.add(std::uint64_t{trial.candidates.size()});
    for (const std::size_t i : trial.candidates) add_candidate(key, candidates[i], passage.begin);
  }
  return key.take();
}

bool ProofMemory::recall(const std::string& key, const Trials& trials,
                         std::vector<Candidate>& candidates) {
  const std::shared_ptr<const std::vector<bool>> proved = verdicts_.find(key);
  if (proved == nullptr) return false;
  std::size_t at = 0;
  for (const Trial& trial : trials) {
    for (const std::size_t i : trial.candidates) candidates[i].proved = (*proved)[at++];
  }
  return true;
}

void ProofMemory::keep(std::string key, const Trials& trials,
                       const std::vector<Candidate>& candidates) {
  std::vector<bool> proved;
  for (const Trial& trial : trials) {
    for (const std::size_t i : trial.candidates) proved.push_back(candidates[i].proved);
  }
  const std::size_t bytes = sizeof(std::vector<bool>) + proved.size() / 8;
  verdicts_.keep(std::move(key), std::make_shared<const std::vector<bool>>(std::move(proved)),
                 bytes);
}

}  // namespace limpide
