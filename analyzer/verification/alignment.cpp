#include "analyzer/verification/alignment.h"

#include <algorithm>
#include <array>

namespace limpide {
namespace {

// How many sentences a group takes on each side.
struct Step {
  std::uint8_t before;
  std::uint8_t after;
};
constexpr std::array<Step, 7> kSteps = {{{0, 1}, {1, 0}, {1, 1}, {1, 2}, {1, 3}, {2, 1}, {3, 1}}};
constexpr double kShareAsked = 0.3;     // of the words of a group, to be in common
constexpr double kExtraSentence = 0.4;  // words that each sentence beyond the first must bring
constexpr double kMovedShare = 0.6;     // of the words, for a pair out of order

std::size_t in_common(const SentenceWords& a, const SentenceWords& b) {
  std::size_t common = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] < b[j]) {
      ++i;
    } else if (b[j] < a[i]) {
      ++j;
    } else {
      ++common, ++i, ++j;
    }
  }
  return common;
}

SentenceWords joined(const std::vector<SentenceWords>& sentences, std::size_t first,
                     std::size_t count) {
  if (count == 1) return sentences[first];
  SentenceWords words;
  for (std::size_t i = first; i < first + count; ++i) {
    words.insert(words.end(), sentences[i].begin(), sentences[i].end());
  }
  std::sort(words.begin(), words.end());
  return words;
}

// Words in common beyond what chance gives; not positive when the two do not say the same.
double worth(const SentenceWords& a, const SentenceWords& b) {
  const double common = static_cast<double>(in_common(a, b));
  return common - kShareAsked * static_cast<double>(a.size() + b.size()) / 2;
}

class Aligner {
 public:
  Aligner(const std::vector<SentenceWords>& before, const std::vector<SentenceWords>& after)
      : before_(before), after_(after), width_(after.size() + 1) {
    // Joined neighbours are asked for again and again.
    for (std::uint8_t count = 1; count <= 3; ++count) {
      before_joined_[count - 1U] = all_joined(before, count);
      after_joined_[count - 1U] = all_joined(after, count);
    }
  }

  std::vector<AlignedGroup> align() {
    fill();
    std::vector<AlignedGroup> groups = walk_back();
    find_moved(groups);
    return groups;
  }

 private:
  static std::vector<SentenceWords> all_joined(const std::vector<SentenceWords>& sentences,
                                               std::size_t count) {
    std::vector<SentenceWords> all;
    for (std::size_t i = 0; i + count <= sentences.size(); ++i) {
      all.push_back(joined(sentences, i, count));
    }
    return all;
  }

  [[nodiscard]] double gain(std::size_t i, std::size_t j, Step step) const {
    if (step.before == 0 || step.after == 0) return 0;
    const SentenceWords& a = before_joined_[step.before - 1U][i - step.before];
    const SentenceWords& b = after_joined_[step.after - 1U][j - step.after];
    return worth(a, b) - kExtraSentence * (step.before + step.after - 2);
  }

  // best of the first i and j sentences; only four rows are kept.
  void fill() {
    steps_.assign((before_.size() + 1) * width_, 0);
    std::array<std::vector<double>, 4> rows;
    for (std::vector<double>& row : rows) row.assign(width_, 0);
    for (std::size_t i = 0; i <= before_.size(); ++i) {
      for (std::size_t j = 0; j < width_; ++j) {
        if (i == 0 && j == 0) continue;
        double best = -1;
        for (std::size_t s = 0; s < kSteps.size(); ++s) {
          const Step step = kSteps[s];
          if (step.before > i || step.after > j) continue;
          const double value =
              rows[(i - step.before) % rows.size()][j - step.after] + gain(i, j, step);
          if (value <= best) continue;
          best = value;
          steps_[i * width_ + j] = static_cast<std::uint8_t>(s);
        }
        rows[i % rows.size()][j] = best;
      }
    }
  }

  [[nodiscard]] std::vector<AlignedGroup> walk_back() const {
    std::vector<AlignedGroup> groups;
    std::size_t i = before_.size();
    std::size_t j = after_.size();
    while (i > 0 || j > 0) {
      const Step step = kSteps[steps_[i * width_ + j]];
      groups.push_back({static_cast<std::uint32_t>(i - step.before), static_cast<std::uint32_t>(i),
                        static_cast<std::uint32_t>(j - step.after), static_cast<std::uint32_t>(j),
                        false});
      i -= step.before;
      j -= step.after;
    }
    std::reverse(groups.begin(), groups.end());
    return groups;
  }

  // A sentence gone from one place and found at another: the group stands where it is read now.
  void find_moved(std::vector<AlignedGroup>& groups) const {
    for (AlignedGroup& lost : groups) {
      if (lost.has_after() || !lost.has_before()) continue;
      AlignedGroup* best = nullptr;
      double most = kMovedShare;
      const SentenceWords& words = before_[lost.before_first];
      for (AlignedGroup& found : groups) {
        if (found.has_before() || !found.has_after()) continue;
        const SentenceWords& others = after_[found.after_first];
        if (words.empty() || others.empty()) continue;
        const double share = 2.0 * static_cast<double>(in_common(words, others)) /
                             static_cast<double>(words.size() + others.size());
        if (share <= most) continue;
        most = share;
        best = &found;
      }
      if (best == nullptr) continue;
      best->before_first = lost.before_first;
      best->before_end = lost.before_end;
      best->moved = true;
      lost.before_end = lost.before_first;
    }
    groups.erase(std::remove_if(groups.begin(), groups.end(),
                                [](const AlignedGroup& group) {
                                  return !group.has_before() && !group.has_after();
                                }),
                 groups.end());
  }

  const std::vector<SentenceWords>& before_;
  const std::vector<SentenceWords>& after_;
  std::size_t width_;
  std::array<std::vector<SentenceWords>, 3> before_joined_;
  std::array<std::vector<SentenceWords>, 3> after_joined_;
  std::vector<std::uint8_t> steps_;
};

}  // namespace

Result<std::vector<AlignedGroup>> align_sentences(const std::vector<SentenceWords>& before,
                                                  const std::vector<SentenceWords>& after) {
  if ((before.size() + 1) > kMostAlignmentCells / (after.size() + 1)) {
    return make_error(ErrorCode::kLimit, "error.compare.too_long", {});
  }
  return Aligner(before, after).align();
}

}  // namespace limpide
