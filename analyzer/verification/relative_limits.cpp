#include "analyzer/verification/relative_limits.h"

#include "analyzer/verification/comparers.h"

namespace limpide {
namespace {

// "les proprietaires qui": the word before stands beside the noun, no comma between.
bool follows_at_once(const Analysis& analysis, WordIndex noun, std::uint32_t relative_token) {
  return analysis.segmentation.words[noun].token + 1 == relative_token;
}

// The "qui" of a relative whose verb is `verb`, as a token; kNoWord: another pronoun.
std::uint32_t who_token(const Analysis& analysis, WordIndex verb) {
  const auto& arcs = analysis.trees.arcs;
  for (WordIndex i = analysis.trees.arcs[verb].head; i < verb; ++i) {
    const bool subject =
        arcs[i].head == verb && universal_relation(arcs[i].relation) == Relation::kNsubj;
    if (subject && analysis.tagging.lemmas[analysis.tagging.words[i].lemma] == "qui") {
      return analysis.segmentation.words[i].token;
    }
  }
  return kNoWord;
}

}  // namespace

void add_relative_limits(const Analysis& analysis, const VerificationResources& resources,
                         std::vector<Said>& sentences) {
  const ClauseResources& lists = analysis.language->syntax->clauses;
  const auto& arcs = analysis.trees.arcs;
  const auto lemma = [&analysis](WordIndex word) -> const std::string& {
    return analysis.tagging.lemmas[analysis.tagging.words[word].lemma];
  };
  for (WordIndex verb = 0; verb < arcs.size(); ++verb) {
    if (arcs[verb].relation != Relation::kAclRelcl || arcs[verb].head == kRoot) continue;
    const WordIndex noun = arcs[verb].head;
    if (noun > verb || resources.persons.count(lemma(noun)) == 0) continue;
    const std::uint32_t who = who_token(analysis, verb);
    const std::uint32_t token = analysis.segmentation.words[verb].token;
    const std::uint32_t sentence = analysis.sentence_of_token[token];
    if (who == kNoWord || sentence >= sentences.size()) continue;
    if (!follows_at_once(analysis, noun, who)) continue;
    sentences[sentence].limits.push_back(
        {root_of(resources, lists, positive_of(resources, lemma(verb))),
         analysis.segmentation.tokens[token].span});
  }
}

void compare_relative_limits(const SaidPair& pair, std::vector<FactChange>& changes) {
  const NamedClasses& named = pair.resources.named;
  const Said& after = pair.after;
  const bool narrowed = !after.loose_conditions.empty() || !after.questions.empty() ||
                        count_of(after, named.condition) > 0 ||
                        count_of(after, named.kept_condition) > 0 ||
                        is_restricted(after, pair.resources);
  if (narrowed) return;
  for (const RelativeLimit& limit : pair.before.limits) {
    if (after.roots.count(limit.verb) != 0) continue;
    changes.push_back({Aspect::kCondition, FactKind::kDate, limit.verb, limit.span, Span{}});
    return;
  }
}

}  // namespace limpide
