#include "analyzer/tagging/form_cache.h"

#include <utility>

#include "analyzer/tagging/candidates.h"

namespace limpide {

void FormCache::begin(const Segmentation& segmentation) {
  segmentation_ = &segmentation;
  places_.assign(segmentation.forms.size() * 2, 0);
}

void FormCache::clear() {
  places_.clear();
  known_.clear();
  entries_.clear();
  neighbours_.clear();
  facts_.clear();
  candidates_.clear();
  own_scores_.clear();
}

std::uint32_t FormCache::index_of(FormIndex form, bool in_capitals) {
  const std::size_t place = form + (in_capitals ? segmentation_->forms.size() : 0);
  if (places_[place] != 0) return places_[place] - 1;
  // All that describe_word reads of a form follows from its key.
  std::string name = segmentation_->forms[form].key;
  name.push_back(in_capitals ? '\x01' : '\x02');
  const auto next = static_cast<std::uint32_t>(entries_.size() + 1);
  const auto known = known_.emplace(std::move(name), next);
  if (known.second) fill(segmentation_->forms[form], in_capitals);
  places_[place] = known.first->second;
  return places_[place] - 1;
}

void FormCache::fill(const Form& form, bool in_capitals) {
  WordFacts facts = describe_word(form, lexicon_, model_.clusters(), in_capitals);
  FormEntry entry;
  entry.properties = facts.properties;
  const std::vector<TagIndex> tags = candidate_tags(facts, model_.tags(), model_.candidates());
  entry.first_candidate = static_cast<std::uint32_t>(candidates_.size());
  entry.candidate_count = static_cast<std::uint32_t>(tags.size());
  SparseScores scores{};
  each_own_feature(facts,
                   [&](std::uint64_t hash) { add_row(model_.weights().find(hash), scores); });
  for (const TagIndex tag : tags) {
    candidates_.push_back(tag);
    std::int32_t sum = 0;
    for (const std::uint8_t column : model_.tags().columns(tag)) sum += scores[column];
    own_scores_.push_back(sum);
  }
  neighbours_.push_back(sum_neighbours(facts.properties, model_.weights()));
  entries_.push_back(entry);
  facts_.push_back(std::move(facts));
}

// Its neighbour at offset -1 is the word itself seen from one place further on.
NeighbourScores sum_neighbours(const Properties& word, const SparseRows& weights) {
  NeighbourScores scores{};
  for (std::size_t i = 0; i < kNeighbourTemplates.size(); ++i) {
    add_columns(weights.find(neighbour_feature(i, word)),
                scores[place_of(kNeighbourTemplates[i].offset)]);
  }
  return scores;
}

bool in_capitals(const Segmentation& segmentation, const Lexicon& lexicon, std::uint32_t first_word,
                 std::uint32_t word_end) {
  std::uint32_t capitals = 0;
  std::uint32_t others = 0;
  std::uint32_t known = 0;
  for (std::uint32_t word = first_word; word < word_end; ++word) {
    const Form& form = segmentation.forms[segmentation.words[word].form];
    if (form.letters < 2) continue;
    if (form.casing == Casing::kUpper) {
      ++capitals;
      if (form.lexicon != kNoForm && lexicon.form(form.lexicon) != form.key) ++known;
    } else if (form.casing != Casing::kNone) {
      ++others;
    }
  }
  // "SNCF" is no sentence in capitals; "RAPPEL", which the lexicon has in small letters, is.
  return capitals > 4 * others && known * 2 >= capitals && known > 0;
}

}  // namespace limpide
