// Classes of words that are used alike, learnt from raw text: the exchange algorithm over a class
// bigram model (each word moves to the class where the text becomes most likely, until few move).
// In: sentences as word numbers. Out: a class for each word. Refuses: fractions: likelihoods are
// whole numbers of our own logarithm, so that every machine gives the same classes.
#pragma once

#include <cstdint>
#include <vector>

namespace limpide {

struct ClusteringSettings {
  std::uint32_t classes = 512;
  std::uint32_t wide_classes = 24;  // classes of classes
  std::uint32_t rounds = 12;        // at most
  bool progress = true;             // on standard error
};

struct WordCluster {
  std::uint32_t fine = 0;
  std::uint32_t wide = 0;
};

// Word 0 is every word too rare to be clustered and takes no part but as a neighbour, as does the
// border of a sentence. Words are numbered by falling frequency. Linear in the text a round.
[[nodiscard]] std::vector<WordCluster> cluster_words(
    const std::vector<std::vector<std::uint32_t>>& sentences, std::uint32_t words,
    const ClusteringSettings& settings);

}  // namespace limpide
