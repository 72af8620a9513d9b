#include "analyzer/scoring/index.h"

#include <algorithm>

#include "analyzer/scoring/saturation.h"

namespace limpide {
namespace {

// How much of a reading measure's range is left, 1 the easiest.
double ease(const Anchors& anchors, double value) {
  return std::clamp((anchors.worst - value) / (anchors.worst - anchors.best), 0.0, 1.0);
}

// Sentences without conjugated verb are no sentences: the rates and measures leave them out of
// their count, so that a text cut into fragments does not look short-winded.
double ease_of_sentences(const ScoreParameters& parameters, const Tally& tally) {
  const double sentences = std::max(1.0, tally.sentences);
  return (ease(parameters.sentence_words, tally.words / sentences) +
          ease(parameters.syllables, tally.syllables / sentences)) /
         2;
}

double ease_of_words(const ScoreParameters& parameters, const Tally& tally) {
  const double sentences = std::max(1.0, tally.sentences);
  return (ease(parameters.long_words, tally.long_words / sentences) +
          ease(parameters.rare_words, tally.rare_words / sentences)) /
         2;
}

double fragments_kept(const ScoreParameters& parameters, const Tally& tally) {
  if (tally.whole <= 0) return 1;
  const double over = tally.fragments / tally.whole - parameters.fragments_allowed;
  if (over <= 0) return 1;
  return 1 - parameters.fragments_part * saturation(over / parameters.fragments_reference);
}

}  // namespace

Tally tally_of(const ScoreModel& model, const Draw& draw) {
  Tally tally;
  tally.terms.assign(model.terms.size(), 0);
  std::vector<double> drawn_of_block(model.blocks.size(), 0);
  double drawn = 0;
  for (std::size_t i = 0; i < model.sentences.size(); ++i) {
    const SentenceMeasures& sentence = model.sentences[i];
    const double times = draw.empty() ? 1 : draw[i];
    if (!sentence.fragment) tally.sentences += times;
    tally.words += times * sentence.words;
    tally.syllables += times * sentence.syllables;
    tally.long_words += times * sentence.long_words;
    tally.rare_words += times * sentence.rare_words;
    if (sentence.whole) tally.whole += times;
    if (sentence.fragment) tally.fragments += times;
    drawn_of_block[sentence.block] += times;
    drawn += times;
  }
  for (std::size_t i = 0; i < model.blocks.size(); ++i) {
    drawn_of_block[i] /= model.blocks[i].end - model.blocks[i].first;
  }
  if (!model.sentences.empty()) {
    tally.blocks = static_cast<double>(model.blocks.size()) * drawn /
                   static_cast<double>(model.sentences.size());
  }
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    if (!model.pays[i]) continue;
    const ScoreItem& item = model.items[i];
    double times = 1;
    if (!draw.empty() && item.sentence != kNowhere) times = draw[item.sentence];
    if (!draw.empty() && item.block != kNowhere) times = drawn_of_block[item.block];
    tally.terms[item.term] += times * item.amount;
  }
  return tally;
}

double rate_of(const ScoreModel& model, const Tally& tally, std::uint32_t term) {
  return tally.terms[term] /
         units_of(*model.parameters, model.terms[term].unit, tally.sentences, tally.blocks);
}

IndexParts index_of(const ScoreModel& model, const Tally& tally) {
  const ScoreParameters& parameters = *model.parameters;
  std::array<double, kDimensionCount> kept{};
  kept.fill(1);
  for (std::uint32_t i = 0; i < model.terms.size(); ++i) {
    const ScoreTerm& term = model.terms[i];
    const double loss = term.part * saturation(rate_of(model, tally, i) / term.reference);
    kept[static_cast<std::size_t>(term.dimension)] *= 1 - loss;
  }
  std::array<double, kDimensionCount> measures{};
  measures.fill(1);
  if (!model.sentences.empty()) {
    measures[static_cast<std::size_t>(Dimension::kSentences)] =
        ease_of_sentences(parameters, tally);
    measures[static_cast<std::size_t>(Dimension::kWords)] = ease_of_words(parameters, tally);
    kept[static_cast<std::size_t>(Dimension::kSentences)] *= fragments_kept(parameters, tally);
  }
  IndexParts parts;
  for (std::size_t i = 0; i < kDimensionCount; ++i) {
    const double share = parameters.measure_part[i];
    parts.dimensions[i] = 100 * ((1 - share) * kept[i] + share * measures[i]);
    parts.index += model.weights[i] * parts.dimensions[i];
  }
  return parts;
}

}  // namespace limpide
