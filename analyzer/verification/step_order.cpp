#include "analyzer/verification/step_order.h"

#include <algorithm>
#include <string_view>

#include "analyzer/verification/comparers.h"
#include "analyzer/verification/said_words.h"

namespace limpide {
namespace {

class StepCollector {
 public:
  StepCollector(const Analysis& analysis, const VerificationResources& resources)
      : analysis_(analysis), resources_(resources), lists_(analysis.language->syntax->clauses) {}

  void run(std::vector<Said>& sentences) const {
    const std::size_t count = analysis_.trees.arcs.size();
    for (WordIndex i = 0; i < count; ++i) {
      const std::string_view word = lemma(i);
      const bool earlier = word == "avant" ||
                           word ==
                               "pr\xC3\xA9"
                               "alablement" ||
                           word == "puis";
      if (!earlier && word != "apr\xC3\xA8s") continue;
      const Arc& link = analysis_.trees.arcs[i];
      const Relation relation = universal_relation(link.relation);
      const bool opens = relation == Relation::kCase || relation == Relation::kMark ||
                         (word == "puis" && relation != Relation::kRoot);
      if (!opens || link.head == kRoot) continue;
      const WordIndex other = analysis_.trees.arcs[link.head].head;
      const std::uint32_t sentence =
          analysis_.sentence_of_token[analysis_.segmentation.words[i].token];
      if (other == kRoot || sentence >= sentences.size()) continue;
      const WordIndex act = act_of(other);
      if (!is_act(act) || !is_act(link.head)) continue;
      Step step{root(act), root(link.head),
                analysis_.segmentation.tokens[analysis_.segmentation.words[i].token].span};
      if (!earlier) std::swap(step.first, step.second);
      sentences[sentence].steps.push_back(std::move(step));
    }
  }

 private:
  [[nodiscard]] const std::string& lemma(WordIndex word) const {
    return analysis_.tagging.lemmas[analysis_.tagging.words[word].lemma];
  }
  [[nodiscard]] std::string root(WordIndex word) const {
    return root_of(resources_, lists_, positive_of(resources_, lemma(word)));
  }
  [[nodiscard]] bool is_act(WordIndex word) const {
    const Upos upos = analysis_.tagging.words[word].upos;
    return upos == Upos::kVerb || upos == Upos::kNoun;
  }
  // "devez signer": what has to be done.
  [[nodiscard]] WordIndex act_of(WordIndex word) const {
    for (const Clause& clause : analysis_.clauses.clauses) {
      if (clause.verb.modal == word && clause.verb.lexical != kNoWord) return clause.verb.lexical;
    }
    return word;
  }

  const Analysis& analysis_;
  const VerificationResources& resources_;
  const ClauseResources& lists_;
};

bool has_step(const Said& said, const std::string& first, const std::string& second) {
  return std::any_of(said.steps.begin(), said.steps.end(), [&](const Step& step) {
    return step.first == first && step.second == second;
  });
}

}  // namespace

void add_steps(const Analysis& analysis, const VerificationResources& resources,
               std::vector<Said>& sentences) {
  StepCollector(analysis, resources).run(sentences);
}

void compare_steps(const SaidPair& pair, std::vector<FactChange>& changes) {
  for (const Step& was : pair.before.steps) {
    for (const Step& is : pair.after.steps) {
      const bool turned = is.first == was.second && is.second == was.first;
      if (!turned || was.first == was.second) continue;
      if (has_step(pair.after, was.first, was.second)) continue;
      changes.push_back({Aspect::kTime, FactKind::kDate, "avant", was.span, is.span});
    }
  }
}

}  // namespace limpide
