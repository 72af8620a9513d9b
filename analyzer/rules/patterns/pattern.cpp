#include "analyzer/rules/patterns/pattern.h"

#include <algorithm>

#include "analyzer/rules/kinds/words.h"

namespace limpide {
namespace {

// A place in quoted law is not the writer's; the document as a whole is always judged.
bool is_judged(const MatchContext& context, const MatchPlace& place) {
  if (place.span.empty()) return true;
  if (!context.judges_sentence(place.sentence)) return false;
  const std::uint32_t token = context.analysis.segmentation.words[place.words.first].token;
  return !context.analysis.quoted_law_token[token];
}

std::vector<MatchPlace> places_of(const Pattern& pattern, const MatchContext& context,
                                  WordRange within) {
  std::vector<MatchPlace> places;
  pattern.anchor.selector->list(context, within, places);
  return places;
}

WordRange all_words(const MatchContext& context) {
  return {0, static_cast<WordIndex>(context.analysis.segmentation.words.size())};
}

bool excepted(const Pattern& pattern, const MatchPlace& place, Evaluation& run) {
  return std::any_of(pattern.exceptions.begin(), pattern.exceptions.end(),
                     [&](const Condition& exception) { return holds(exception, place, run); });
}

Hit make_hit(const Pattern& pattern, const MatchContext& context, const MatchPlace& place) {
  Hit hit;
  hit.span = place.span;
  hit.arguments.emplace_back("passage", written(context.analysis, place.span));
  pattern.anchor.selector->describe(context, place, hit.arguments);
  return hit;
}

}  // namespace

void match_pattern(const Pattern& pattern, const MatchContext& context, std::vector<Hit>& hits) {
  // A place lies in one sentence wherever the anchor names its words.
  std::vector<MatchPlace> places;
  if (context.sentences == nullptr) {
    places = places_of(pattern, context, all_words(context));
  } else {
    for (const std::uint32_t sentence : *context.sentences) {
      pattern.anchor.selector->list(context, words_of_sentence(context.analysis, sentence), places);
    }
  }
  Evaluation run{context, nullptr, {}};
  for (const MatchPlace& place : places) {
    if (!is_judged(context, place) || !children_hold(pattern.anchor, place, run, 0)) continue;
    if (excepted(pattern, place, run)) continue;
    hits.push_back(make_hit(pattern, context, place));
    if (pattern.first_only) return;
  }
}

std::vector<PlaceTrace> explain_pattern(const Pattern& pattern, const MatchContext& context,
                                        WordRange within) {
  std::vector<PlaceTrace> traces;
  for (const MatchPlace& place : places_of(pattern, context, within)) {
    PlaceTrace trace;
    trace.place = place;
    trace.judged = is_judged(context, place);
    Evaluation run{context, &trace.conditions, {}};
    trace.fires = children_hold(pattern.anchor, place, run, 0) && trace.judged;
    for (const Condition& exception : pattern.exceptions) {
      run.trace = nullptr;
      const bool spared = holds(exception, place, run);
      trace.exceptions.push_back({0, spared, exception.shown, ""});
      trace.fires = trace.fires && !spared;
    }
    traces.push_back(std::move(trace));
  }
  return traces;
}

std::vector<bool> exceptions_used(const Pattern& pattern, const MatchContext& context) {
  std::vector<bool> used(pattern.exceptions.size(), false);
  Evaluation run{context, nullptr, {}};
  for (const MatchPlace& place : places_of(pattern, context, all_words(context))) {
    if (!is_judged(context, place) || !children_hold(pattern.anchor, place, run, 0)) continue;
    for (std::size_t i = 0; i < used.size(); ++i) {
      if (holds(pattern.exceptions[i], place, run)) used[i] = true;
    }
  }
  return used;
}

}  // namespace limpide
