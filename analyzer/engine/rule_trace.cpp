#include "analyzer/engine/rule_trace.h"

#include <algorithm>

#include "analyzer/rules/explanations.h"
#include "analyzer/rules/runner.h"

namespace limpide {
namespace {

// What a matcher needs, kept alive together.
struct Stage {
  Analysis analysis;
  std::vector<TermHit> terms;
  TermHits terms_by_rule;
  std::vector<bool> blocks;
};

Stage make_stage(const Engine& engine, const Document& document, const RuleSpec& spec) {
  const TermTable& table = *engine.rules().terms;
  Analysis analysis = engine.analysed(document);
  std::vector<TermHit> terms = find_terms(table, analysis);
  TermHits by_rule(table, terms);
  std::vector<bool> blocks = judged_blocks(analysis, spec.roles);
  return {std::move(analysis), std::move(terms), std::move(by_rule), std::move(blocks)};
}

bool overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

bool any_key(const Analysis& analysis, const std::vector<std::string>& keys) {
  if (keys.empty()) return true;
  const auto named = [&keys](const std::string& word) {
    return std::find(keys.begin(), keys.end(), word) != keys.end();
  };
  const auto& forms = analysis.segmentation.forms;
  return std::any_of(forms.begin(), forms.end(),
                     [&named](const Form& form) { return named(form.lower); }) ||
         std::any_of(analysis.tagging.lemmas.begin(), analysis.tagging.lemmas.end(), named);
}

std::vector<TracedPlace> traced(std::vector<PlaceTrace>&& traces) {
  std::vector<TracedPlace> places;
  places.reserve(traces.size());
  for (PlaceTrace& trace : traces) {
    places.push_back(
        {trace.place.span, trace.fires, std::move(trace.conditions), std::move(trace.exceptions)});
  }
  return places;
}

TracedSentence trace_sentence(const MatchContext& context, const Pattern* pattern,
                              std::uint32_t index) {
  const Analysis& analysis = context.analysis;
  const Sentence& sentence = analysis.segmentation.sentences[index];
  TracedSentence result;
  result.span = sentence_span(analysis.segmentation, sentence);
  result.role = analysis.structure.blocks[sentence.block].role;
  result.judged = context.judges_sentence(index);
  if (pattern == nullptr) return result;
  result.places = traced(explain_pattern(*pattern, context, words_of_sentence(analysis, index)));
  // The document itself is told once, apart.
  result.places.erase(std::remove_if(result.places.begin(), result.places.end(),
                                     [](const TracedPlace& p) { return p.span.empty(); }),
                      result.places.end());
  return result;
}

}  // namespace

RuleTrace trace_rule(const Engine& engine, const DocumentReport& report, std::uint32_t rule,
                     Profile profile, Span place) {
  const RuleSpec& spec = engine.rules().spec(rule);
  const Stage stage = make_stage(engine, report.document, spec);
  Explanations explanations(stage.analysis, *engine.rules().acronyms);
  const MatchContext context{stage.analysis,      profile,      stage.terms,
                             stage.terms_by_rule, stage.blocks, explanations};
  const Matcher& matcher = *engine.rules().rules[rule].matcher;
  const Pattern* pattern = matcher.pattern(profile);
  RuleTrace result;
  result.enabled = spec.enabled[static_cast<std::size_t>(profile)];
  result.pattern = pattern != nullptr;
  result.has_words = any_key(stage.analysis, matcher.keys());
  std::vector<Hit> hits;
  matcher.match(context, hits);
  for (std::uint32_t i = 0; i < stage.analysis.segmentation.sentences.size(); ++i) {
    const Span span =
        sentence_span(stage.analysis.segmentation, stage.analysis.segmentation.sentences[i]);
    if (!overlap(span, place)) continue;
    TracedSentence sentence = trace_sentence(context, pattern, i);
    for (const Hit& hit : hits) {
      if (!hit.span.empty() && overlap(hit.span, span)) sentence.found.push_back(hit.span);
    }
    for (const Finding& finding : report.findings) {
      if (finding.rule == rule && !finding.span.empty() && overlap(finding.span, span))
        sentence.told.push_back(finding.span);
    }
    result.sentences.push_back(std::move(sentence));
  }
  if (pattern == nullptr) return result;
  std::vector<PlaceTrace> whole = explain_pattern(
      *pattern, context, {0, static_cast<WordIndex>(stage.analysis.segmentation.words.size())});
  whole.erase(std::remove_if(whole.begin(), whole.end(),
                             [](const PlaceTrace& trace) { return !trace.place.span.empty(); }),
              whole.end());
  result.whole = traced(std::move(whole));
  return result;
}

std::vector<bool> exceptions_at_work(const Engine& engine, const Document& document,
                                     std::uint32_t rule, Profile profile) {
  const Pattern* pattern = engine.rules().rules[rule].matcher->pattern(profile);
  if (pattern == nullptr) return {};
  const Stage stage = make_stage(engine, document, engine.rules().spec(rule));
  Explanations explanations(stage.analysis, *engine.rules().acronyms);
  return exceptions_used(*pattern, {stage.analysis, profile, stage.terms, stage.terms_by_rule,
                                    stage.blocks, explanations});
}

}  // namespace limpide
