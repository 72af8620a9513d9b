// All that the tagger needs of each distinct form, computed at its first meeting: candidates with
// the scores of the form's own features, and the rows of what it tells its neighbours. In: the
// forms of one Segmentation after another. Out: entries by index; a form met again in a later text
// keeps its own. Refuses: sentences.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "analyzer/lexicon/lexicon.h"
#include "analyzer/segmentation/segmentation.h"
#include "analyzer/tagging/features.h"
#include "analyzer/tagging/tagging_model.h"
#include "analyzer/tagging/word_facts.h"

namespace limpide {

// Scores by column. A sum of fewer than 250 weights of a byte each fits.
using ColumnScores = std::array<std::int16_t, kSparseColumns>;
inline void add_columns(SparseRows::Row row, ColumnScores& scores) {
  if (row == nullptr) return;
  const unsigned char* const end = row + 3 + 2 * std::size_t{row[0]};
  for (const unsigned char* item = row + 1; item != end; item += 2) {
    scores[item[0]] =
        static_cast<std::int16_t>(scores[item[0]] + static_cast<signed char>(item[1]));
  }
}
inline constexpr std::size_t kNeighbourPlaces = 4;  // offsets -2, -1, 1, 2
[[nodiscard]] constexpr std::size_t place_of(int offset) {
  return static_cast<std::size_t>(offset < 0 ? offset + 2 : offset + 1);
}
// What a word tells the words at each place from it: the sum of its rows there.
using NeighbourScores = std::array<ColumnScores, kNeighbourPlaces>;

struct FormEntry {
  Properties properties{};
  std::uint32_t first_candidate = 0;  // into the candidates of the cache
  std::uint32_t candidate_count = 0;  // 0: not yet met
};

class FormCache {
 public:
  FormCache(const Lexicon& lexicon, const TaggingModel& model) : lexicon_(lexicon), model_(model) {}

  // The text that index_of() will be asked of; it outlives these questions.
  void begin(const Segmentation& segmentation);
  // Entries, some 3 KB each.
  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  void clear();
  // `in_capitals`: the word stands in a sentence written in capitals. The reference holds until
  // the next call of entry_of with a form not yet met.
  std::uint32_t index_of(FormIndex form, bool in_capitals);
  [[nodiscard]] const FormEntry& entry(std::uint32_t index) const { return entries_[index]; }
  [[nodiscard]] const WordFacts& facts(std::uint32_t index) const { return facts_[index]; }
  [[nodiscard]] std::span<const TagIndex> candidates(const FormEntry& entry) const {
    return {candidates_.data() + entry.first_candidate, entry.candidate_count};
  }
  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }
  [[nodiscard]] const NeighbourScores& neighbour_scores(std::uint32_t index) const {
    return neighbours_[index];
  }
  // Scores of the form's own features, one a candidate.
  [[nodiscard]] std::span<const std::int32_t> own_scores(const FormEntry& entry) const {
    return {own_scores_.data() + entry.first_candidate, entry.candidate_count};
  }

 private:
  void fill(const Form& form, bool in_capitals);

  const Segmentation* segmentation_ = nullptr;
  const Lexicon& lexicon_;
  const TaggingModel& model_;
  std::vector<std::uint32_t> places_;  // entry + 1 of a form, then of a form in capitals; 0: none
  std::unordered_map<std::string, std::uint32_t> known_;  // the same, of every text
  std::vector<FormEntry> entries_;
  std::vector<NeighbourScores> neighbours_;
  std::vector<WordFacts> facts_;
  std::vector<TagIndex> candidates_;
  std::vector<std::int32_t> own_scores_;
};

[[nodiscard]] NeighbourScores sum_neighbours(const Properties& word, const SparseRows& weights);

// The own features of a form, for tagging and training alike: calls use(hash) for each.
template <typename Use>
void each_own_feature(const WordFacts& facts, const Use& use) {
  for (std::size_t i = 0; i < kOwnTemplates.size(); ++i) use(own_feature(i, facts.properties));
  for (const LexicalAnalysis& analysis : facts.analyses) {
    use(feature_hash(kLexicalTagSeed, tag_code({analysis.upos, analysis.features})));
  }
}

// Is the sentence written in capitals? Then they say nothing of its words.
[[nodiscard]] bool in_capitals(const Segmentation& segmentation, const Lexicon& lexicon,
                               std::uint32_t first_word, std::uint32_t word_end);

}  // namespace limpide
