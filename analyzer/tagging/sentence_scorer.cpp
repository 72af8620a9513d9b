#include "analyzer/tagging/sentence_scorer.h"

namespace limpide {
namespace {

constexpr std::uint32_t kOutside = 0xFFFFFF;  // the boundary of the sentence
constexpr std::uint64_t kMixedKey = std::uint64_t{1} << 63U;
constexpr auto kLowerPlace = static_cast<std::size_t>(Property::kLower);

template <typename Templates>
constexpr auto reaches_of(const Templates& templates) {
  std::array<Reach, std::tuple_size_v<Templates>> reaches{};
  for (std::size_t i = 0; i < reaches.size(); ++i) reaches[i] = reach_of(templates[i]);
  return reaches;
}
constexpr auto kNearReaches = reaches_of(kNearTemplates);
constexpr auto kPastReaches = reaches_of(kPastTemplates);

// Entries beyond 24 bits would share keys; no document within the limits has so many forms.
std::uint64_t key_of(Reach reach, std::uint64_t entry, std::uint64_t other, std::uint64_t past) {
  return (static_cast<std::uint64_t>(reach) + 1) << 60U | (entry & kOutside) << 32U |
         (other & kOutside) << 8U | past;
}

}  // namespace

SentenceScorer::SentenceScorer(FormCache& forms, ScoreCache& scores, const TaggingModel& model)
    : forms_(forms),
      model_(model),
      scores_(scores),
      boundary_(sum_neighbours(boundary_properties(), model.weights())) {}

void SentenceScorer::start(const Segmentation& segmentation, std::uint32_t first_word,
                           std::uint32_t word_end) {
  const bool capitals = in_capitals(segmentation, forms_.lexicon(), first_word, word_end);
  entries_.assign(2, kOutside);
  for (std::uint32_t word = first_word; word < word_end; ++word) {
    entries_.push_back(forms_.index_of(segmentation.words[word].form, capitals));
  }
  entries_.insert(entries_.end(), 2, kOutside);
}

void SentenceScorer::set_window(std::uint32_t word) {
  for (std::size_t i = 0; i < window_.size(); ++i) {
    const std::uint32_t at = entries_[word + i];
    window_[i] = at == kOutside ? &boundary_properties() : &forms_.entry(at).properties;
  }
}

const ColumnScores& SentenceScorer::neighbour(std::uint32_t word, int offset) const {
  const std::uint32_t at = entries_[word + static_cast<std::size_t>(offset + 2)];
  const NeighbourScores& scores = at == kOutside ? boundary_ : forms_.neighbour_scores(at);
  return scores[place_of(offset)];
}

template <typename Use>
void SentenceScorer::sum_columns(std::uint32_t word, const ColumnScores& scores,
                                 const Use& use) const {
  const std::span<const TagIndex> tags = candidates(word);
  for (std::size_t c = 0; c < tags.size(); ++c) {
    std::int32_t sum = 0;
    for (const std::uint8_t column : model_.tags().columns(tags[c])) sum += scores[column];
    use(c, sum);
  }
}

// First all buckets, then all rows, then the sums: what one look-up waits for, the next asks for.
void SentenceScorer::add_rows(std::span<const std::uint64_t> hashes, ColumnScores& columns) const {
  std::array<SparseRows::Row, kNearTemplates.size() + kPastTemplates.size()> rows;
  std::size_t count = 0;
  for (const std::uint64_t hash : hashes) {
    const SparseRows::Row row = model_.weights().find(hash);
    if (row == nullptr) continue;
    __builtin_prefetch(row);
    rows[count++] = row;
  }
  for (std::size_t i = 0; i < count; ++i) add_columns(rows[i], columns);
}

void SentenceScorer::near_scores(Reach reach, ColumnScores& columns) const {
  std::array<std::uint64_t, kNearTemplates.size()> hashes;
  std::size_t count = 0;
  for (std::size_t i = 0; i < kNearTemplates.size(); ++i) {
    if (kNearReaches[i] != reach) continue;
    hashes[count] = near_feature(i, window_);
    model_.weights().prefetch(hashes[count++]);
  }
  add_rows({hashes.data(), count}, columns);
}

void SentenceScorer::past_scores(Reach reach, const PastValues& values,
                                 ColumnScores& columns) const {
  std::array<std::uint64_t, kPastTemplates.size()> hashes;
  std::size_t count = 0;
  for (std::size_t i = 0; i < kPastTemplates.size(); ++i) {
    if (kPastReaches[i] != reach) continue;
    hashes[count] = past_feature(i, past_prefix(i, window_), values);
    model_.weights().prefetch(hashes[count++]);
  }
  add_rows({hashes.data(), count}, columns);
}

void SentenceScorer::static_scores(std::uint32_t word, CandidateScores& out) {
  set_window(word);
  const FormEntry& own = entry(word);
  if (own.candidate_count == 1) {  // what every path adds alike says nothing
    out[0] = 0;
    return;
  }
  ColumnScores columns;
  const ColumnScores& before2 = neighbour(word, -2);
  const ColumnScores& before1 = neighbour(word, -1);
  const ColumnScores& after1 = neighbour(word, 1);
  const ColumnScores& after2 = neighbour(word, 2);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    columns[i] = static_cast<std::int16_t>(before2[i] + before1[i] + after1[i] + after2[i]);
  }
  near_scores(Reach::kWider, columns);
  const std::span<const std::int32_t> own_scores = forms_.own_scores(own);
  sum_columns(word, columns,
              [&](std::size_t c, std::int32_t sum) { out[c] = own_scores[c] + sum; });
  for (const Reach reach : {Reach::kPairBefore, Reach::kPairAfter}) {
    const std::uint32_t other = entries_[reach == Reach::kPairBefore ? word + 1 : word + 3];
    scores_.add(key_of(reach, entries_[word + 2], other, 0), own.candidate_count, out,
                [&](CandidateScores& fresh) {
                  ColumnScores pair{};
                  near_scores(reach, pair);
                  sum_columns(word, pair, [&](std::size_t c, std::int32_t sum) { fresh[c] = sum; });
                });
  }
}

void SentenceScorer::past_scores(std::uint32_t word, const PathState& state, CandidateScores& out) {
  const PastValues values =
      past_values(state, word, std::span<const TagRole>(model_.roles()),
                  [this](std::uint32_t aux) { return entry(aux).properties[kLowerPlace]; });
  const std::size_t count = entry(word).candidate_count;
  const std::uint64_t own = entries_[word + 2];
  const std::uint64_t upos = values[static_cast<std::size_t>(Past::kUpos1)];
  const auto compute = [&](Reach reach) {
    return [this, word, reach, &values](CandidateScores& fresh) {
      ColumnScores columns{};
      past_scores(reach, values, columns);
      sum_columns(word, columns, [&](std::size_t c, std::int32_t sum) { fresh[c] = sum; });
    };
  };
  scores_.add(key_of(Reach::kTags, own, std::uint64_t{state.tag2} << 8U | state.tag1, 0), count,
              out, compute(Reach::kTags));
  scores_.add(key_of(Reach::kNextWord, own, entries_[word + 3], upos), count, out,
              compute(Reach::kNextWord));
  // The form of the auxiliary is mixed in; two keys of 64 bits that agree by chance do not happen.
  const std::uint64_t plain = key_of(Reach::kAuxiliary, own, state.agreement, upos);
  const std::uint64_t aux = values[static_cast<std::size_t>(Past::kAuxNear)];
  scores_.add(state.aux == kNoAux ? plain : mix_feature(plain, aux) | kMixedKey, count, out,
              compute(Reach::kAuxiliary));
}

}  // namespace limpide
