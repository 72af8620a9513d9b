#include "tools/train/clustering.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <utility>

namespace limpide {
namespace {

// n * log2(n), in 2^-12; by squaring, so that no library rounds it.
std::int64_t entropy_of(std::int64_t n) {
  if (n <= 1) return 0;
  unsigned whole = 0;
  while ((n >> (whole + 1)) != 0) ++whole;
  // The fraction of n / 2^whole, in 2^31.
  std::uint64_t rest = static_cast<std::uint64_t>(n) << 31U >> whole;
  std::int64_t log = whole;
  for (int bit = 0; bit < 12; ++bit) {
    rest = rest * rest >> 31U;
    log <<= 1U;
    if (rest >> 32U != 0) {
      log |= 1;
      rest >>= 1U;
    }
  }
  return n * log;
}

class Entropy {
 public:
  Entropy() : table_(1U << 16U) {
    for (std::size_t n = 0; n < table_.size(); ++n) {
      table_[n] = entropy_of(static_cast<std::int64_t>(n));
    }
  }
  std::int64_t operator()(std::int64_t n) const {
    const auto at = static_cast<std::size_t>(n);
    return at < table_.size() ? table_[at] : entropy_of(n);
  }

 private:
  std::vector<std::int64_t> table_;
};

using Counts = std::vector<std::pair<std::uint32_t, std::int64_t>>;  // word, how often

struct Bigrams {
  std::vector<Counts> before;  // of each word
  std::vector<Counts> after;
  std::vector<std::int64_t> totals;
};

Counts merged(std::vector<std::uint32_t>& words) {
  std::sort(words.begin(), words.end());
  Counts counts;
  for (const std::uint32_t word : words) {
    if (counts.empty() || counts.back().first != word) counts.emplace_back(word, 0);
    ++counts.back().second;
  }
  return counts;
}

// The border of a sentence is the word `words`.
Bigrams count_bigrams(const std::vector<std::vector<std::uint32_t>>& sentences,
                      std::uint32_t words) {
  std::vector<std::vector<std::uint32_t>> before(words + std::size_t{1});
  std::vector<std::vector<std::uint32_t>> after(words + std::size_t{1});
  for (const auto& sentence : sentences) {
    std::uint32_t last = words;
    for (std::size_t i = 0; i <= sentence.size(); ++i) {
      const std::uint32_t word = i < sentence.size() ? sentence[i] : words;
      before[word].push_back(last);
      after[last].push_back(word);
      last = word;
    }
  }
  Bigrams bigrams;
  for (std::size_t word = 0; word <= words; ++word) {
    bigrams.totals.push_back(static_cast<std::int64_t>(before[word].size()));
    bigrams.before.push_back(merged(before[word]));
    bigrams.after.push_back(merged(after[word]));
  }
  return bigrams;
}

// Moves words between classes. Class `classes` is that of word 0, `classes + 1` of the border:
// they stay.
class Exchange {
 public:
  Exchange(const Bigrams& bigrams, std::uint32_t words, std::uint32_t classes)
      : bigrams_(bigrams),
        words_(words),
        classes_(classes),
        width_(classes + 2),
        class_of_(words + std::size_t{1}),
        joint_(std::size_t{width_} * width_),
        sizes_(width_) {
    for (std::uint32_t word = 1; word < words; ++word) class_of_[word] = (word - 1) % classes;
    class_of_[0] = classes;
    class_of_[words] = classes + 1;
    for (std::uint32_t word = 0; word <= words; ++word) {
      sizes_[class_of_[word]] += bigrams.totals[word];
      for (const auto& [next, count] : bigrams.after[word]) {
        joint(class_of_[word], class_of_[next]) += count;
      }
    }
  }

  // How many words moved.
  std::size_t round() {
    std::size_t moved = 0;
    for (std::uint32_t word = 1; word < words_; ++word) {
      const std::uint32_t old_class = class_of_[word];
      collect(word);
      shift(word, old_class, -1);
      std::uint32_t best = old_class;
      std::int64_t best_gain = gain(word, old_class);
      for (std::uint32_t target = 0; target < classes_; ++target) {
        const std::int64_t value = gain(word, target);
        if (value > best_gain) {
          best_gain = value;
          best = target;
        }
      }
      shift(word, best, 1);
      class_of_[word] = best;
      if (best != old_class) ++moved;
    }
    return moved;
  }
  [[nodiscard]] const std::vector<std::uint32_t>& class_of() const { return class_of_; }

 private:
  std::int64_t& joint(std::uint32_t first, std::uint32_t second) {
    return joint_[std::size_t{first} * width_ + second];
  }
  // The word's neighbours by class; the word beside itself apart.
  void collect(std::uint32_t word) {
    self_ = 0;
    collect_side(word, bigrams_.before[word], before_);
    collect_side(word, bigrams_.after[word], after_);
    self_ /= 2;
  }
  void collect_side(std::uint32_t word, const Counts& counts, Counts& sums) {
    std::vector<std::int64_t>& by_class = scratch_;
    by_class.assign(width_, 0);
    for (const auto& [neighbour, count] : counts) {
      if (neighbour == word)
        self_ += count;
      else
        by_class[class_of_[neighbour]] += count;
    }
    sums.clear();
    for (std::uint32_t c = 0; c < width_; ++c) {
      if (by_class[c] != 0) sums.emplace_back(c, by_class[c]);
    }
  }
  void shift(std::uint32_t word, std::uint32_t own, std::int64_t sign) {
    for (const auto& [c, count] : before_) joint(c, own) += sign * count;
    for (const auto& [c, count] : after_) joint(own, c) += sign * count;
    joint(own, own) += sign * self_;
    sizes_[own] += sign * bigrams_.totals[word];
  }
  // What the likelihood gains when the word, now in no class, joins this one.
  [[nodiscard]] std::int64_t gain(std::uint32_t word, std::uint32_t own) {
    std::int64_t sum = 0;
    std::int64_t inside = self_;
    for (const auto& [c, count] : before_) {
      if (c == own) {
        inside += count;
        continue;
      }
      const std::int64_t have = joint(c, own);
      sum += entropy_(have + count) - entropy_(have);
    }
    for (const auto& [c, count] : after_) {
      if (c == own) {
        inside += count;
        continue;
      }
      const std::int64_t have = joint(own, c);
      sum += entropy_(have + count) - entropy_(have);
    }
    const std::int64_t have = joint(own, own);
    sum += entropy_(have + inside) - entropy_(have);
    const std::int64_t size = sizes_[own];
    return sum - 2 * (entropy_(size + bigrams_.totals[word]) - entropy_(size));
  }

  const Bigrams& bigrams_;
  std::uint32_t words_;
  std::uint32_t classes_;
  std::uint32_t width_;
  std::vector<std::uint32_t> class_of_;
  std::vector<std::int64_t> joint_;
  std::vector<std::int64_t> sizes_;
  Entropy entropy_;
  Counts before_;
  Counts after_;
  std::vector<std::int64_t> scratch_;
  std::int64_t self_ = 0;
};

std::vector<std::uint32_t> classes_of(const std::vector<std::vector<std::uint32_t>>& sentences,
                                      std::uint32_t words, std::uint32_t classes,
                                      const ClusteringSettings& settings) {
  const Bigrams bigrams = count_bigrams(sentences, words);
  Exchange exchange(bigrams, words, classes);
  for (std::uint32_t round = 0; round < settings.rounds; ++round) {
    const std::size_t moved = exchange.round();
    if (settings.progress) std::fprintf(stderr, "round %u: %zu words moved\n", round + 1, moved);
    if (moved * 500 < words) break;
  }
  return exchange.class_of();
}

}  // namespace

std::vector<WordCluster> cluster_words(const std::vector<std::vector<std::uint32_t>>& sentences,
                                       std::uint32_t words, const ClusteringSettings& settings) {
  const std::vector<std::uint32_t> fine = classes_of(sentences, words, settings.classes, settings);
  // The text again, with classes for words: 0 stays 0.
  std::vector<std::vector<std::uint32_t>> coarse = sentences;
  for (auto& sentence : coarse) {
    for (std::uint32_t& word : sentence) word = word == 0 ? 0 : fine[word] + 1;
  }
  const std::vector<std::uint32_t> wide =
      classes_of(coarse, settings.classes + 1, settings.wide_classes, settings);
  std::vector<WordCluster> clusters(words);
  for (std::uint32_t word = 1; word < words; ++word) {
    clusters[word] = {fine[word], wide[fine[word] + 1]};
  }
  return clusters;
}

}  // namespace limpide
