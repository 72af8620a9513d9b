#include "analyzer/parsing/beam_search.h"

#include <algorithm>
#include <bit>

namespace limpide {
namespace {

// What a word that found no head may be to a word after it; kParataxis: no particle.
Relation relation_of_loose(Upos upos) {
  switch (upos) {
    case Upos::kPunct:
      return Relation::kPunct;
    case Upos::kSconj:
      return Relation::kMark;
    case Upos::kCconj:
      return Relation::kCc;
    case Upos::kAdp:
      return Relation::kCase;
    case Upos::kDet:
      return Relation::kDet;
    case Upos::kAdv:
      return Relation::kAdvmod;
    default:
      return Relation::kParataxis;
  }
}

}  // namespace

void BeamSearch::begin(const SentenceView& sentence, const ArcLabels& labels, ParseMemory& memory) {
  sentence_ = &sentence;
  labels_ = &labels;
  memory_ = &memory;
  nodes_.clear();
  configurations_.clear();
  depths_.clear();
  configurations_.emplace_back();
  depths_.push_back(0);
  beam_.assign(1, 0);
}

// Ties keep the order in which they came, so that the result is the same everywhere.
void BeamSearch::offer(const Candidate& candidate, std::size_t width) {
  if (candidates_.size() == width && candidates_.back().score >= candidate.score) return;
  if (candidates_.size() == width) candidates_.pop_back();
  std::size_t at = candidates_.size();
  candidates_.push_back(candidate);
  for (; at > 0 && candidates_[at - 1].score < candidate.score; --at) {
    candidates_[at] = candidates_[at - 1];
  }
  candidates_[at] = candidate;
}

void BeamSearch::score(const Configuration& configuration, const ActionScorer& scorer) {
  const Signatures signatures = signatures_of(*sentence_, configuration, nodes_);
  const auto slot_of = [&](std::size_t group) { return memory_->slot(group, signatures[group]); };
  const ParseMemory::Slot whole = slot_of(kFeatureGroups - 1);
  const auto take = [this](const ParseMemory::Scores& from) {
    std::copy(from.begin(), from.end(), scores_.values.begin());
  };
  if (whole.signature == signatures.back()) return take(whole.scores);
  read_atoms(*sentence_, configuration, nodes_, atoms_);
  // All that is missing is asked for before any of it is read.
  std::array<std::size_t, kFeatureGroups> counts{};
  for (std::size_t group = 0; group < kFeatureGroups; ++group) {
    if (slot_of(group).signature == signatures[group]) continue;
    counts[group] = hash_features(static_cast<FeatureGroup>(group), atoms_, hashes_[group]);
    scorer.prefetch(hashes_[group], counts[group]);
  }
  ParseMemory::Scores sum{};
  for (std::size_t group = 0; group < kFeatureGroups; ++group) {
    const ParseMemory::Slot slot = slot_of(group);
    if (slot.signature != signatures[group]) {
      scores_.values.fill(0);
      scorer.score(hashes_[group], counts[group], scores_);
      slot.signature = signatures[group];
      std::copy_n(scores_.values.begin(), kWideColumns, slot.scores.begin());
    }
    for (std::size_t i = 0; i < kWideColumns; ++i) {
      sum[i] = static_cast<std::int16_t>(sum[i] + slot.scores[i]);
    }
  }
  whole.scores = sum;
  take(sum);
}

void BeamSearch::expand(std::uint32_t index, const ActionScorer& scorer, std::size_t width) {
  const Configuration& from = configurations_[index];
  if (from.next > sentence_->count) {
    offer({from.score, index, kKeep}, width);
    return;
  }
  const LegalActions legal =
      legal_actions(from, nodes_.at(from.top), sentence_->upos.data(), sentence_->count, *labels_);
  if (legal.forced()) {
    offer({from.score, index, legal.shift ? kShift : kReduce}, width);
    return;
  }
  score(from, scorer);
  const std::array<std::uint8_t, kActionCount>& columns = scorer.columns();
  const auto add = [&](Action action) {
    offer({from.score + scores_.values[columns[action]], index, action}, width);
  };
  if (legal.shift) add(kShift);
  if (legal.reduce) add(kReduce);
  for (RelationSet rest = legal.left; rest != 0; rest &= rest - 1) {
    add(left_action(static_cast<Relation>(std::countr_zero(rest))));
  }
  for (RelationSet rest = legal.right; rest != 0; rest &= rest - 1) {
    add(right_action(static_cast<Relation>(std::countr_zero(rest))));
  }
}

bool BeamSearch::step(const ActionScorer& scorer, std::size_t width, std::int64_t margin) {
  candidates_.clear();
  for (const std::uint32_t index : beam_) expand(index, scorer, width);
  next_beam_.clear();
  bool moved = false;
  for (const Candidate& candidate : candidates_) {
    if (candidate.score + margin < candidates_.front().score) break;
    if (candidate.action == kKeep) {
      next_beam_.push_back(candidate.from);
      continue;
    }
    Configuration to =
        apply(configurations_[candidate.from], static_cast<Action>(candidate.action), nodes_);
    to.previous = candidate.from;
    to.score = candidate.score;
    next_beam_.push_back(static_cast<std::uint32_t>(configurations_.size()));
    depths_.push_back(depths_[candidate.from] + 1);
    configurations_.push_back(to);
    moved = true;
  }
  beam_.swap(next_beam_);
  return moved;
}

std::uint32_t BeamSearch::best() const {
  for (const std::uint32_t index : beam_) {
    if (configurations_[index].headless == 1) return index;
  }
  return beam_.front();
}

WordPlace keep_one_root(const SentenceView& sentence, std::vector<WordPlace>& heads,
                        std::vector<Relation>& relations) {
  const auto fitness = [&sentence](WordPlace word) {
    const bool particle = relation_of_loose(sentence.upos[word]) != Relation::kParataxis;
    return sentence.upos[word] == Upos::kVerb ? 2 : particle ? 0 : 1;
  };
  WordPlace root = 0;
  for (WordPlace word = 1; word <= sentence.count; ++word) {
    if (heads[word] == 0 && (root == 0 || fitness(word) > fitness(root))) root = word;
  }
  WordPlace next = root;  // the word that a particle before it would introduce
  for (WordPlace word = sentence.count; word > 0; --word) {
    if (heads[word] != 0) continue;
    if (word == root) {
      next = root;
      continue;
    }
    const Relation relation = relation_of_loose(sentence.upos[word]);
    heads[word] = relation == Relation::kParataxis ? root : next;
    relations[word] = relation;
    if (relation == Relation::kParataxis) next = word;
  }
  heads[root] = 0;
  relations[root] = Relation::kRoot;
  return root;
}

void join_marks(const SentenceView& sentence, std::vector<WordPlace>& heads) {
  for (WordPlace closing = 1; closing <= sentence.count; ++closing) {
    const WordPlace opening = sentence.partners[closing];
    if (opening == 0 || heads[opening] == 0 || heads[closing] == 0) continue;
    // Marks have no children, but for mistakes: those are left as they are.
    if (std::find(heads.begin() + 1, heads.end(), closing) != heads.end()) continue;
    heads[closing] = heads[opening];
  }
}

void BeamSearch::read_arcs(std::uint32_t index, std::vector<WordPlace>& heads,
                           std::vector<Relation>& relations) const {
  heads.assign(sentence_->count + std::size_t{1}, 0);
  relations.assign(sentence_->count + std::size_t{1}, Relation::kRoot);
  while (index != 0) {
    const Configuration& to = configurations_[index];
    const Configuration& from = configurations_[to.previous];
    if (is_left(to.action)) {
      const WordPlace dependent = nodes_[from.top].word;
      heads[dependent] = from.next;
      relations[dependent] = relation_of(to.action);
    } else if (is_right(to.action)) {
      heads[from.next] = nodes_[from.top].word;
      relations[from.next] = relation_of(to.action);
    }
    index = to.previous;
  }
}

}  // namespace limpide
