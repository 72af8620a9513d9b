#include "analyzer/tagging/candidates.h"

#include <bitset>

#include "analyzer/tagging/beam.h"

namespace limpide {
namespace {

// A form seen this often has shown its tags: the tags of its class add nothing but noise.
constexpr unsigned kSeenEnough = 60;
constexpr unsigned kSharePercent = 2;  // of a class: rarer tags are left out

std::uint64_t property(const Properties& properties, Property name) {
  return properties[static_cast<std::size_t>(name)];
}

bool verbal(Upos upos) { return upos == Upos::kVerb || upos == Upos::kAux; }

class Collector {
 public:
  Collector(const TagSet& tags, const WordFacts& facts) : tags_(tags), facts_(facts) {
    for (const LexicalAnalysis& analysis : facts.analyses) verb_ |= verbal(analysis.upos);
  }

  // The tags of a row that have at least this share of it; the sum of its counts.
  unsigned add_row(SparseRows::Row row, unsigned percent) {
    if (row == nullptr) return 0;
    unsigned sum = 0;
    const std::size_t columns = std::size_t{row[0]} + 1;
    for (std::size_t i = 0; i < columns; ++i) sum += row[2 + 2 * i] & 0x7FU;
    for (std::size_t i = 0; i < columns; ++i) {
      const unsigned count = row[2 + 2 * i] & 0x7FU;
      if (count * 100 >= sum * percent) add(row[1 + 2 * i]);
    }
    return sum;
  }
  void add(TagIndex tag) {
    if (tag >= tags_.size() || seen_[tag] || found_.size() == kCandidatesAtMost) return;
    if (!possible(tags_.tag(tag))) return;
    seen_[tag] = true;
    found_.push_back(tag);
  }
  // Tags that no treebank has, only for a word that would have none.
  void add_analyses(const std::vector<LexicalAnalysis>& analyses) {
    std::vector<TagIndex> unseen;
    bool some = false;
    for (const LexicalAnalysis& analysis : analyses) {
      const auto tag = tags_.find({analysis.upos, analysis.features});
      if (!tag) continue;
      if (tags_.seen(*tag)) {
        some = true;
        add(*tag);
      } else {
        unseen.push_back(*tag);
      }
    }
    if (some) return;
    for (const TagIndex tag : unseen) add(tag);
  }
  [[nodiscard]] std::vector<TagIndex>& found() { return found_; }

 private:
  // Of a verb that the lexicon knows, no mood, tense or person that it does not give.
  [[nodiscard]] bool possible(const Tag& tag) const {
    if (!verb_ || !verbal(tag.upos)) return true;
    const Features& wanted = tag.features;
    for (const LexicalAnalysis& analysis : facts_.analyses) {
      const Features& have = analysis.features;
      if (!verbal(analysis.upos) || have.verb_form != wanted.verb_form) continue;
      const bool finite = have.verb_form == VerbForm::kFin;
      if (have.tense != wanted.tense || have.mood != wanted.mood) continue;
      if (!finite || (have.person == wanted.person && have.number == wanted.number)) return true;
    }
    return false;
  }

  const TagSet& tags_;
  const WordFacts& facts_;
  bool verb_ = false;
  std::bitset<256> seen_;
  std::vector<TagIndex> found_;
};

}  // namespace

CandidateKeys candidate_keys(const Properties& properties) {
  CandidateKeys keys;
  const std::uint64_t coarse = property(properties, Property::kCoarse);
  keys.form = feature_hash(kFormCandidates, property(properties, Property::kLower));
  keys.exact_class = feature_hash(kClassCandidates, property(properties, Property::kClass));
  keys.suffix = feature_hash(kSuffixCandidates, property(properties, Property::kSuffix3), coarse);
  keys.shape = feature_hash(kShapeCandidates, property(properties, Property::kShape));
  keys.coarse = feature_hash(kCoarseCandidates, coarse);
  return keys;
}

std::vector<TagIndex> candidate_tags(const WordFacts& facts, const TagSet& tags,
                                     const SparseRows& table) {
  const CandidateKeys keys = candidate_keys(facts.properties);
  Collector collector(tags, facts);
  const unsigned seen = collector.add_row(table.find(keys.form), 0);
  if (seen >= kSeenEnough && !collector.found().empty()) return std::move(collector.found());
  if (facts.capital) collector.add_row(table.find(feature_hash(kNameCandidates)), 0);
  if (!facts.analyses.empty()) {
    collector.add_analyses(facts.analyses);
    const unsigned of_class = collector.add_row(table.find(keys.exact_class), kSharePercent);
    if (of_class < 10) collector.add_row(table.find(keys.coarse), kSharePercent);
    if (!facts.known) collector.add_row(table.find(keys.shape), kSharePercent);
  } else {
    collector.add_row(table.find(keys.shape), kSharePercent);
    collector.add_row(table.find(keys.suffix), kSharePercent);
    if (!facts.figures && facts.lower.size() > 1) {
      collector.add_row(table.find(feature_hash(kOpenCandidates)), 1);
    }
  }
  if (collector.found().empty()) collector.add_row(table.find(feature_hash(kOpenCandidates)), 1);
  if (collector.found().empty()) collector.found().push_back(0);  // in a damaged model only
  return std::move(collector.found());
}

}  // namespace limpide
