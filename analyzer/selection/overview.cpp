#include "analyzer/selection/overview.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace limpide {
namespace {

constexpr std::uint32_t kWordsOfPage = 300;
constexpr std::uint32_t kNowhere = 0xFFFFFFFF;

// The sentence that holds the whole span, or kNowhere.
std::uint32_t sentence_of(const std::vector<Span>& sentences, Span span) {
  if (span.empty()) return kNowhere;
  auto after = std::upper_bound(sentences.begin(), sentences.end(), span.begin,
                                [](std::uint32_t at, const Span& one) { return at < one.begin; });
  if (after == sentences.begin()) return kNowhere;
  --after;
  return after->contains(span) ? static_cast<std::uint32_t>(after - sentences.begin()) : kNowhere;
}

// Findings of one sentence are one place where the advice is about the sentence; elsewhere those of
// one rule with the same message are.
struct PlaceKey {
  std::uint32_t sentence = kNowhere;
  std::uint32_t rule = kNowhere;
  MessageArguments arguments;
  std::uint32_t alone = kNowhere;  // the finding itself, when it is like no other
  friend bool operator<(const PlaceKey& a, const PlaceKey& b) {
    return std::tie(a.sentence, a.rule, a.arguments, a.alone) <
           std::tie(b.sentence, b.rule, b.arguments, b.alone);
  }
};

PlaceKey key_of(const OverviewInput& input, std::uint32_t index) {
  const Finding& finding = input.findings[index];
  const Principle principle = input.rules.spec(finding.rule).principle;
  PlaceKey key;
  if (principle == Principle::kSentences) {
    key.sentence = sentence_of(input.sentences, finding.span);
    if (key.sentence != kNowhere) return key;
  }
  key.rule = finding.rule;
  const bool words = principle == Principle::kWords || principle == Principle::kLanguage;
  if (words && !finding.arguments.empty() && finding.related.empty()) {
    key.arguments = finding.arguments;
  } else {
    key.alone = index;
  }
  return key;
}

void add_to_place(const OverviewInput& input, std::uint32_t index, OverviewPlace& place) {
  const Finding& finding = input.findings[index];
  const bool first = place.findings.empty();
  place.findings.push_back(index);
  place.severity = first ? finding.severity : std::max(place.severity, finding.severity);
  if (index < input.costs.size()) place.cost += input.costs[index];
  if (first || (!place.again && finding.span.size() > place.span.size())) place.span = finding.span;
}

AdviceGroup group_of(const OverviewInput& input, std::uint32_t advice,
                     const std::vector<std::uint32_t>& findings) {
  AdviceGroup group;
  group.advice = advice;
  group.findings = static_cast<std::uint32_t>(findings.size());
  if (advice < input.gains.size()) group.gain = input.gains[advice];
  std::map<PlaceKey, std::size_t> known;
  for (const std::uint32_t index : findings) {
    PlaceKey key = key_of(input, index);
    const bool again = key.sentence == kNowhere;
    const auto [at, is_new] = known.emplace(std::move(key), group.places.size());
    if (is_new) group.places.push_back({{}, {}, Severity::kInfo, 0, again, true});
    add_to_place(input, index, group.places[at->second]);
    group.severity = std::max(group.severity, input.findings[index].severity);
  }
  for (OverviewPlace& place : group.places) place.again = place.again && place.findings.size() > 1;
  return group;
}

bool more_pressing(const AdviceGroup& a, const AdviceGroup& b) {
  if (a.gain != b.gain) return a.gain > b.gain;
  if (a.severity != b.severity) return a.severity > b.severity;
  if (a.findings != b.findings) return a.findings > b.findings;
  return a.advice < b.advice;
}

bool dearer(const OverviewPlace& a, const OverviewPlace& b) {
  if (a.severity != b.severity) return a.severity > b.severity;
  if (a.cost != b.cost) return a.cost > b.cost;
  if (a.findings.size() != b.findings.size()) return a.findings.size() > b.findings.size();
  return a.findings.front() < b.findings.front();
}

std::vector<OverviewPlace*> dearest_first(AdviceGroup& group) {
  std::vector<OverviewPlace*> places;
  for (OverviewPlace& place : group.places) {
    if (!place.shown) places.push_back(&place);
  }
  std::sort(places.begin(), places.end(),
            [](const OverviewPlace* a, const OverviewPlace* b) { return dearer(*a, *b); });
  return places;
}

// Shows the dearest places of each advice, one more a round, while there is room.
void show_places(const std::vector<AdviceGroup*>& order, std::uint32_t rounds,
                 std::uint32_t& room) {
  std::vector<std::vector<OverviewPlace*>> queues;
  queues.reserve(order.size());
  for (AdviceGroup* advice : order) queues.push_back(dearest_first(*advice));
  for (std::uint32_t round = 0; round < rounds; ++round) {
    for (const std::vector<OverviewPlace*>& queue : queues) {
      if (round >= queue.size() || room == 0) continue;
      queue[round]->shown = true;
      --room;
    }
  }
}

// Every advice shows its dearest place before any shows its second, the most pressing advice first,
// until the page is full. What is only for information comes last, one place an advice.
void cap_places(std::vector<PrincipleGroup>& groups, std::uint32_t words,
                const OverviewCaps& caps) {
  if (caps.places_per_advice == 0) return;
  std::vector<AdviceGroup*> remarks;
  std::vector<AdviceGroup*> observations;
  for (PrincipleGroup& group : groups) {
    for (AdviceGroup& advice : group.advices) {
      (advice.severity == Severity::kInfo ? observations : remarks).push_back(&advice);
      // What is said of the whole takes a line and no excerpt: it takes no room.
      for (OverviewPlace& place : advice.places) {
        place.shown = place.span.empty() && advice.severity != Severity::kInfo;
      }
    }
  }
  const auto before = [](const AdviceGroup* a, const AdviceGroup* b) {
    return more_pressing(*a, *b);
  };
  std::stable_sort(remarks.begin(), remarks.end(), before);
  std::stable_sort(observations.begin(), observations.end(), before);
  const std::uint32_t pages = words / kWordsOfPage + 1;
  std::uint32_t room = std::max(caps.places_at_least, pages * caps.places_per_page);
  show_places(remarks, caps.places_per_advice, room);
  show_places(observations, 1, room);
}

}  // namespace

std::vector<PrincipleGroup> overview_of(const OverviewInput& input, const OverviewCaps& caps) {
  std::map<Principle, std::map<std::uint32_t, std::vector<std::uint32_t>>> sorted;
  for (std::uint32_t i = 0; i < input.findings.size(); ++i) {
    const std::uint32_t rule = input.findings[i].rule;
    sorted[input.rules.spec(rule).principle][input.rules.advices.of_rule[rule]].push_back(i);
  }
  std::vector<PrincipleGroup> groups;
  for (const auto& principle : sorted) {
    PrincipleGroup group;
    group.principle = principle.first;
    for (const auto& advice : principle.second) {
      group.advices.push_back(group_of(input, advice.first, advice.second));
      group.findings += group.advices.back().findings;
    }
    std::sort(group.advices.begin(), group.advices.end(), more_pressing);
    groups.push_back(std::move(group));
  }
  cap_places(groups, input.words, caps);
  return groups;
}

std::vector<const AdviceGroup*> first_advices(const std::vector<PrincipleGroup>& groups,
                                              std::size_t count) {
  std::vector<const AdviceGroup*> all;
  for (const PrincipleGroup& group : groups) {
    for (const AdviceGroup& advice : group.advices) {
      if (advice.severity != Severity::kInfo || advice.gain > 0) all.push_back(&advice);
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const AdviceGroup* a, const AdviceGroup* b) {
    return more_pressing(*a, *b);
  });
  if (all.size() > count) all.resize(count);
  return all;
}

}  // namespace limpide
