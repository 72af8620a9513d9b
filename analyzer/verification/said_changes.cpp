#include "analyzer/verification/said_changes.h"

#include "analyzer/verification/comparers.h"

namespace limpide {

const std::vector<Span>& places_of(const Said& said, MarkerIndex marker) {
  static const std::vector<Span> kNone;
  return marker < said.markers.size() ? said.markers[marker] : kNone;
}

Span first_span(const std::vector<Span>& spans) { return spans.empty() ? Span{} : spans.front(); }

std::vector<FactChange> said_changes(const Said& before, const Said& after,
                                     const VerificationResources& resources) {
  const SaidPair pair{before, after, resources};
  std::vector<FactChange> changes;
  compare_words(pair, changes);
  compare_polarity(pair, changes);
  compare_conditions(pair, changes);
  compare_duties(pair, changes);
  compare_roles(pair, changes);
  compare_steps(pair, changes);
  compare_relative_limits(pair, changes);
  return changes;
}

}  // namespace limpide
