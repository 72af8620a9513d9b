#include "analyzer/comparison/comparison.h"

#include <algorithm>
#include <map>

#include "analyzer/verification/fact_changes.h"
#include "analyzer/verification/sentence_pairs.h"

namespace limpide {
namespace {

constexpr std::uint64_t kSeed = 0x4C696D7069646532U;  // "Limpide2"

Rewording rewording_of(const AlignedGroup& group, const TextSide& before, const TextSide& after) {
  if (!group.has_before()) return Rewording::kNew;
  if (!group.has_after()) return Rewording::kGone;
  const std::uint32_t old_count = group.before_end - group.before_first;
  const std::uint32_t new_count = group.after_end - group.after_first;
  if (new_count > old_count) return Rewording::kSplit;
  if (new_count < old_count) return Rewording::kJoined;
  return before.all_words[group.before_first] == after.all_words[group.after_first]
             ? Rewording::kSame
             : Rewording::kChanged;
}

// The group of the sentence where a finding stands; kNoGroup for the document as a whole and for
// places outside the sentences that were aligned.
std::uint32_t group_of(const Analysis& analysis, const TextSide& side, const Finding& finding) {
  if (finding.span.empty()) return kNoGroup;
  const Segmentation& cut = analysis.segmentation;
  const auto after =
      std::upper_bound(side.sentences.begin(), side.sentences.end(), finding.span.begin,
                       [&cut](std::uint32_t at, std::uint32_t s) {
                         return at < sentence_span(cut, cut.sentences[s]).begin;
                       });
  if (after == side.sentences.begin()) return kNoGroup;
  return side.group[static_cast<std::size_t>(after - side.sentences.begin() - 1)];
}

class Comparer {
 public:
  Comparer(const ComparedText& before, const ComparedText& after, const RuleSet& rules,
           Profile profile, const ScoreParameters& parameters)
      : before_(before), after_(after), rules_(rules), profile_(profile), parameters_(parameters) {}

  Result<Comparison> compare() {
    WordNumbers numbers;
    old_ = text_side(before_.analysis, numbers);
    new_ = text_side(after_.analysis, numbers);
    Result<std::vector<AlignedGroup>> groups = align_sentences(old_.words, new_.words);
    if (!groups) return groups.error();
    groups_ = *std::move(groups);
    add_sentences();
    add_findings();
    add_scores();
    FactChanges facts = compare_facts(stated_facts(before_.analysis, before_.facts),
                                      stated_facts(after_.analysis, after_.facts));
    result_.lost = std::move(facts.lost);
    result_.gained = std::move(facts.gained);
    result_.lost_to_check = std::move(facts.lost_to_check);
    result_.gained_to_check = std::move(facts.gained_to_check);
    return std::move(result_);
  }

 private:
  void add_sentences() {
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      const AlignedGroup& group = groups_[g];
      for (std::uint32_t i = group.before_first; i < group.before_end; ++i) old_.group[i] = g;
      for (std::uint32_t i = group.after_first; i < group.after_end; ++i) new_.group[i] = g;
      result_.sentences.push_back(
          {rewording_of(group, old_, new_), group.moved,
           side_span(before_.analysis, old_, group.before_first, group.before_end),
           side_span(after_.analysis, new_, group.after_first, group.after_end)});
    }
  }

  // In sentences that say the same, as many findings of a rule as both have are kept.
  void add_findings() {
    using Place = std::pair<std::uint32_t, std::uint32_t>;  // rule, group
    std::map<Place, std::pair<std::uint32_t, std::uint32_t>> counts;
    for (const Finding& finding : before_.findings) {
      ++counts[{finding.rule, group_of(before_.analysis, old_, finding)}].first;
    }
    for (const Finding& finding : after_.findings) {
      ++counts[{finding.rule, group_of(after_.analysis, new_, finding)}].second;
    }
    std::map<std::uint32_t, ComparedRule> rules;
    for (const auto& entry : counts) {
      ComparedRule& rule = rules[entry.first.first];
      rule.rule = entry.first.first;
      const std::uint32_t kept = std::min(entry.second.first, entry.second.second);
      rule.kept += kept;
      rule.solved += entry.second.first - kept;
      rule.added += entry.second.second - kept;
    }
    for (const auto& entry : rules) {
      result_.rules.push_back(entry.second);
      result_.solved += entry.second.solved;
      result_.added += entry.second.added;
      result_.kept += entry.second.kept;
    }
  }

  // Sentences of a model by group: those that the score counts.
  static std::vector<std::vector<std::uint32_t>> slots_of(const ScoreModel& model,
                                                          const TextSide& side,
                                                          std::size_t groups) {
    std::vector<std::vector<std::uint32_t>> slots(groups);
    for (std::uint32_t i = 0; i < model.sentences.size(); ++i) {
      const auto at = std::lower_bound(side.sentences.begin(), side.sentences.end(),
                                       model.sentences[i].sentence);
      if (at == side.sentences.end() || *at != model.sentences[i].sentence) continue;
      slots[side.group[static_cast<std::size_t>(at - side.sentences.begin())]].push_back(i);
    }
    return slots;
  }

  // Both texts are drawn by the same groups of sentences: what they share does not blur the
  // difference.
  void add_scores() {
    const ScoreModel old_model =
        build_score_model(before_.analysis, rules_, before_.findings, profile_, parameters_);
    const ScoreModel new_model =
        build_score_model(after_.analysis, rules_, after_.findings, profile_, parameters_);
    result_.before = score_of(old_model);
    result_.after = score_of(new_model);
    result_.difference = result_.after.index - result_.before.index;
    result_.low = result_.high = result_.difference;
    const auto count = static_cast<std::uint32_t>(groups_.size());
    if (count == 0) return;
    const auto old_slots = slots_of(old_model, old_, count);
    const auto new_slots = slots_of(new_model, new_, count);
    Drawer drawer(kSeed);
    std::vector<double> draws;
    for (std::uint32_t i = 0; i < parameters_.draws; ++i) {
      Draw old_draw(old_model.sentences.size(), 0);
      Draw new_draw(new_model.sentences.size(), 0);
      for (std::uint32_t k = 0; k < count; ++k) {
        const std::uint32_t group = drawer.below(count);
        for (const std::uint32_t slot : old_slots[group]) ++old_draw[slot];
        for (const std::uint32_t slot : new_slots[group]) ++new_draw[slot];
      }
      draws.push_back(index_of(new_model, tally_of(new_model, new_draw)).index -
                      index_of(old_model, tally_of(old_model, old_draw)).index);
    }
    const Interval interval = interval_around(result_.difference, std::move(draws));
    result_.low = std::max(interval.low, -100.0);
    result_.high = std::min(interval.high, 100.0);
  }

  const ComparedText& before_;
  const ComparedText& after_;
  const RuleSet& rules_;
  Profile profile_;
  const ScoreParameters& parameters_;
  TextSide old_;
  TextSide new_;
  std::vector<AlignedGroup> groups_;
  Comparison result_;
};

}  // namespace

const char* rewording_id(Rewording rewording) {
  switch (rewording) {
    case Rewording::kSame:
      return "same";
    case Rewording::kChanged:
      return "changed";
    case Rewording::kSplit:
      return "split";
    case Rewording::kJoined:
      return "joined";
    case Rewording::kGone:
      return "gone";
    case Rewording::kNew:
      return "new";
  }
  return "same";
}

Result<Comparison> compare_texts(const ComparedText& before, const ComparedText& after,
                                 const RuleSet& rules, Profile profile,
                                 const ScoreParameters& parameters) {
  return Comparer(before, after, rules, profile, parameters).compare();
}

}  // namespace limpide
