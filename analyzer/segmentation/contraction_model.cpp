#include "analyzer/segmentation/contraction_model.h"

#include <charconv>

#include "analyzer/base/hash.h"

namespace limpide {
namespace {

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  std::uint64_t h = (a ^ (b + 0x9e3779b97f4a7c15U + (a << 6U) + (a >> 2U))) * 0xff51afd7ed558ccdU;
  return h ^ (h >> 29U);
}

std::uint64_t shape(const ContextWord& word) {
  return (std::uint64_t{word.upos_mask} << 4U) | (word.capitalized ? 8U : 0U) |
         (word.finite_verb ? 4U : 0U) | (word.infinitive ? 2U : 0U) |
         (word.past_participle ? 1U : 0U);
}

std::string_view suffix(std::string_view word, std::size_t bytes) {
  return word.size() <= bytes ? word : word.substr(word.size() - bytes);
}

}  // namespace

ContractionFeatures contraction_features(const ContractionContext& context) {
  const ContextWord& p1 = context.before[0];
  const ContextWord& p2 = context.before[1];
  const ContextWord& p3 = context.before[2];
  const ContextWord& n1 = context.after[0];
  const ContextWord& n2 = context.after[1];
  const std::uint64_t p1_word = hash_bytes(p1.lower);
  const std::uint64_t p2_word = hash_bytes(p2.lower);
  const std::uint64_t n1_word = hash_bytes(n1.lower);
  const std::uint64_t n2_word = hash_bytes(n2.lower);
  const std::uint64_t p1_shape = shape(p1);
  const std::uint64_t p2_shape = shape(p2);
  const std::uint64_t n1_shape = shape(n1);
  const std::uint64_t n2_shape = shape(n2);
  const std::uint64_t form = hash_bytes(context.form);
  const std::uint64_t p1_suffix = hash_bytes(suffix(p1.lower, 3));
  ContractionFeatures features{
      form, p1_word, p2_word, hash_bytes(p3.lower), n1_word, n2_word,
      p1_shape, p2_shape, shape(p3), n1_shape, n2_shape,
      p1_suffix, hash_bytes(suffix(n1.lower, 3)), hash_bytes(suffix(p2.lower, 3)),
      mixed(p1_word, n1_word), mixed(p1_shape, n1_shape), mixed(p1_shape, p2_shape),
      mixed(p1_word, p2_word), mixed(p1_shape, p2_word), mixed(p1_word, n1_shape),
      mixed(p1_shape, n1_word), mixed(n1_shape, n2_shape),
      mixed(mixed(p1_shape, p2_shape), shape(p3)), mixed(form, p1_word), mixed(form, n1_word),
      mixed(mixed(p1_suffix, p2_shape), n1_shape)};
  for (std::size_t i = 0; i < features.size(); ++i) features[i] = mixed(features[i], i + 1);
  return features;
}

Result<ContractionModel> ContractionModel::parse(std::string_view text, const std::string& path) {
  std::vector<Slot> read;
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.front() == '#') continue;
    Slot slot;
    const char* last = line.data() + line.size();
    const auto feature = std::from_chars(line.data(), last, slot.feature, 16);
    const bool spaced = feature.ec == std::errc() && feature.ptr < last && *feature.ptr == ' ';
    const char* weight_begin = spaced ? feature.ptr + 1 : last;
    const auto weight = std::from_chars(weight_begin, last, slot.weight);
    if (!spaced || weight.ec != std::errc() || weight.ptr != last || slot.weight == 0) {
      return make_error(ErrorCode::kInvalidInput, "error.segmentation.weights", {},
                        {path, number, 1});
    }
    read.push_back(slot);
  }
  ContractionModel model;
  std::size_t size = 16;
  while (size < read.size() * 2) size *= 2;
  model.slots_.resize(size);
  for (const Slot& slot : read) {
    std::size_t at = slot.feature & (size - 1);
    while (model.slots_[at].weight != 0) at = (at + 1) & (size - 1);
    model.slots_[at] = slot;
  }
  return model;
}

std::int64_t ContractionModel::score(const ContractionContext& context) const {
  if (slots_.empty()) return 1;
  std::int64_t sum = 0;
  const std::size_t mask = slots_.size() - 1;
  for (const std::uint64_t feature : contraction_features(context)) {
    for (std::size_t at = feature & mask; slots_[at].weight != 0; at = (at + 1) & mask) {
      if (slots_[at].feature != feature) continue;
      sum += slots_[at].weight;
      break;
    }
  }
  return sum;
}

}  // namespace limpide
