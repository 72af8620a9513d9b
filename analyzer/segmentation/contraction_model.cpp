#include "analyzer/segmentation/contraction_model.h"

#include <algorithm>
#include <charconv>

#include "analyzer/base/hash.h"
#include "analyzer/lexicon/morphology.h"

namespace limpide {
namespace {

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  std::uint64_t h = (a ^ (b + 0x9e3779b97f4a7c15U + (a << 6U) + (a >> 2U))) * 0xff51afd7ed558ccdU;
  return h ^ (h >> 29U);
}

// A few kinds of words, for what the few examples of each exact set of readings cannot say.
enum class Coarse : std::uint8_t {
  kNone,
  kSymbol,
  kUnknown,
  kName,
  kAuxiliary,
  kVerb,
  kInfinitive,
  kParticiple,
  kNoun,
  kNounOrVerb,
  kAdjective,
  kPreposition,
  kAdverb,
  kPronoun,
  kConjunction,
  kOther,
};

Coarse coarse(const ContextWord& word) {
  const auto may_be = [&word](Upos upos) {
    return (word.upos_mask >> static_cast<unsigned>(upos) & 1U) != 0;
  };
  if (word.lower.empty()) return Coarse::kNone;
  if (word.symbol) return Coarse::kSymbol;
  if (word.upos_mask == 0) return word.capitalized ? Coarse::kName : Coarse::kUnknown;
  const bool verb = may_be(Upos::kVerb);
  const bool noun = may_be(Upos::kNoun);
  if (may_be(Upos::kAux)) return Coarse::kAuxiliary;
  if (may_be(Upos::kAdp)) return Coarse::kPreposition;
  if (may_be(Upos::kCconj) || may_be(Upos::kSconj)) return Coarse::kConjunction;
  if (may_be(Upos::kPron) || may_be(Upos::kDet)) return Coarse::kPronoun;
  if (may_be(Upos::kAdv)) return Coarse::kAdverb;
  if (word.past_participle && verb) return noun ? Coarse::kNounOrVerb : Coarse::kParticiple;
  if (verb && noun) return Coarse::kNounOrVerb;
  if (word.infinitive) return Coarse::kInfinitive;
  if (verb) return Coarse::kVerb;
  if (noun) return Coarse::kNoun;
  return may_be(Upos::kAdj) ? Coarse::kAdjective : Coarse::kOther;
}

// A word that may be noun or verb, by the word before it: "il reste", "le reste".
Coarse resolved(const ContextWord& word, const ContextWord& before) {
  const Coarse kind = coarse(word);
  if (kind != Coarse::kNounOrVerb || word.past_participle) return kind;
  const auto before_may_be = [&before](Upos upos) {
    return (before.upos_mask >> static_cast<unsigned>(upos) & 1U) != 0;
  };
  if (before.lower == "ne" || before.lower == "n'") return Coarse::kVerb;
  if (before_may_be(Upos::kDet) || before_may_be(Upos::kAdp)) return Coarse::kNoun;
  return before_may_be(Upos::kPron) ? Coarse::kVerb : kind;
}

std::uint64_t coarse_shape(const ContextWord& word, const ContextWord& before) {
  return (static_cast<std::uint64_t>(resolved(word, before)) << 2U) | (word.transitive ? 2U : 0U) |
         (word.takes_de ? 1U : 0U);
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
  const std::uint64_t form = hash_bytes(context.form);
  const std::uint64_t p1_suffix = hash_bytes(suffix(p1.lower, 3));
  const std::uint64_t p1_coarse = coarse_shape(p1, p2);
  const std::uint64_t p2_coarse = coarse_shape(p2, p3);
  const std::uint64_t p3_coarse = coarse_shape(p3, {});
  const auto n1_coarse = static_cast<std::uint64_t>(coarse(n1));
  const auto n2_coarse = static_cast<std::uint64_t>(coarse(n2));
  const std::uint64_t n1_suffix = hash_bytes(suffix(n1.lower, 2));
  ContractionFeatures features{form,
                               p1_word,
                               p2_word,
                               n1_word,
                               p1_suffix,
                               p1_coarse,
                               p2_coarse,
                               n1_coarse,
                               n1_suffix,
                               mixed(form, p1_word),
                               mixed(form, n1_word),
                               mixed(form, p1_coarse),
                               mixed(p1_coarse, p2_coarse),
                               mixed(p1_coarse, n1_coarse),
                               mixed(p1_coarse, p2_word),
                               mixed(p1_coarse, n1_word),
                               mixed(p1_word, p2_coarse),
                               mixed(p1_word, n1_coarse),
                               mixed(mixed(p1_coarse, p2_coarse), p3_coarse),
                               mixed(mixed(p1_coarse, p2_coarse), n1_coarse),
                               mixed(mixed(form, p1_coarse), n1_coarse),
                               mixed(n1_coarse, n2_coarse)};
  for (std::size_t i = 0; i < features.size(); ++i) features[i] = mixed(features[i], i + 1);
  return features;
}

bool follows_transitive_verb(const ContractionContext& context) {
  const ContextWord& verb = context.before[0];
  constexpr std::uint32_t kVerbs =
      (1U << static_cast<unsigned>(Upos::kVerb)) | (1U << static_cast<unsigned>(Upos::kAux));
  const bool only_verb = verb.upos_mask != 0 && (verb.upos_mask & ~kVerbs) == 0;
  const ContextWord& before = context.before[1];
  const bool impersonal = before.lower == "il" || before.lower == "y";
  if (verb.takes_partitive && !before.reflexive && !verb.past_participle &&
      (impersonal || (only_verb && verb.transitive))) {
    return true;
  }
  return only_verb && verb.transitive && !verb.takes_de && !verb.past_participle &&
         !before.reflexive && context.form.back() == 's';
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
