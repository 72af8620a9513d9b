// <words text="sous peine de"> or <words><word .../><gap min="0" max="3"/><word .../></words>:
// words that follow each other in a sentence; a gap is any words, 20 at most, of which words-min
// that a reader counts. A <word
// optional="yes"> may be missing; mark="yes" on one or more of them marks these instead of the
// whole.
#include <algorithm>

#include "analyzer/metrics/metrics.h"
#include "analyzer/rules/patterns/selectors.h"
#include "analyzer/rules/patterns/word_filter.h"

namespace limpide {
namespace {

constexpr std::uint32_t kWidestGap = 20;

struct Step {
  std::optional<WordFilter> filter;  // nothing: a gap
  std::uint32_t least = 0;           // words of a gap
  std::uint32_t most = 1;
  std::uint32_t least_read = 0;  // of a gap: "l'aide" is one, a mark is none
  bool optional = false;
  bool marked = false;
};

struct Match {
  WordIndex end = 0;
  WordRange marked{kNoWord, 0};
};

class WordsSelector final : public Selector {
 public:
  explicit WordsSelector(std::vector<Step> steps) : steps_(std::move(steps)) {
    for (const Step& step : steps_) {
      marks_ = marks_ || step.marked;
      needs_trees_ = needs_trees_ || (step.filter && step.filter->needs_trees());
    }
  }

  void list(const MatchContext& context, WordRange within,
            std::vector<MatchPlace>& places) const override {
    const Analysis& analysis = context.analysis;
    for (WordIndex word = within.first; word < within.end;) {
      const std::uint32_t sentence = sentence_of_word(analysis, word);
      const WordIndex limit = words_of_sentence(analysis, sentence).end;
      Match match;
      if (!follow(analysis, 0, word, limit, match)) {
        ++word;
        continue;
      }
      const WordRange words{word, match.end};
      const bool own = marks_ && match.marked.first != kNoWord;
      places.push_back({span_of_words(analysis, own ? match.marked : words), words, word, sentence,
                        word, nullptr});
      word = std::max(match.end, word + 1);
    }
  }
  [[nodiscard]] bool needs_trees() const override { return needs_trees_; }
  [[nodiscard]] std::vector<std::string> keys() const override {
    for (const Step& step : steps_) {
      if (step.filter && !step.optional && !step.filter->keys().empty()) return step.filter->keys();
    }
    return {};
  }

 private:
  static std::uint32_t words_read(const Analysis& analysis, WordIndex first, WordIndex end) {
    const Segmentation& cut = analysis.segmentation;
    return first == end ? 0
                        : count_words(cut, cut.words[first].token, cut.words[end - 1].token + 1);
  }

  // Depth is the number of steps of the rule, width at most kWidestGap; the first match ends it.
  bool follow(const Analysis& analysis, std::size_t at, WordIndex word, WordIndex limit,
              Match& match) const {
    if (at == steps_.size()) {
      match.end = word;
      return true;
    }
    const Step& step = steps_[at];
    if (!step.filter) {
      for (std::uint32_t skip = step.least; skip <= step.most && word + skip <= limit; ++skip) {
        if (words_read(analysis, word, word + skip) < step.least_read) continue;
        if (follow(analysis, at + 1, word + skip, limit, match)) return true;
      }
      return false;
    }
    if (word < limit) {
      const std::uint32_t token = step.filter->token_match(analysis, word);
      const bool own = token == 0 && step.filter->matches(analysis, word);
      const std::uint32_t length = own ? 1 : token;
      if (length > 0 && follow(analysis, at + 1, word + length, limit, match)) {
        if (step.marked) {
          match.marked.first = std::min(match.marked.first, word);
          match.marked.end = std::max(match.marked.end, word + length);
        }
        return true;
      }
    }
    return step.optional && follow(analysis, at + 1, word, limit, match);
  }

  std::vector<Step> steps_;
  bool marks_ = false;
  bool needs_trees_ = false;
};

Result<Step> read_step(const ConditionNode& node, const RuleResources& resources) {
  AttributeReader attributes(node, Profile::kCourrier);
  Step step;
  if (node.name == "gap") {
    step.least = attributes.number("min", 0);
    step.most = attributes.number("max", std::max(step.least, 1U));
    step.least_read = attributes.number("words-min", 0);
    if (step.most > kWidestGap) attributes.refuse("max", std::to_string(step.most));
    if (step.least > step.most) attributes.refuse("min", std::to_string(step.least));
  } else if (node.name == "word") {
    step.optional = attributes.yes_no("optional").value_or(false);
    step.marked = attributes.yes_no("mark").value_or(false);
    step.filter = WordFilter(attributes, resources);
  } else {
    return error_at(node, "error.rule.element", {{"name", node.name}});
  }
  const Status known = attributes.finish();
  if (!known) return known.error();
  return step;
}

}  // namespace

SelectorResult make_words_selector(AttributeReader& attributes, const RuleResources& resources) {
  std::vector<Step> steps;
  for (const std::string& form : attributes.words("text")) {
    ConditionNode node;
    node.name = "word";
    node.attributes["form"] = form;
    Result<Step> step = read_step(node, resources);
    if (!step) return step.error();
    steps.push_back(*std::move(step));
  }
  for (const ConditionNode& child : attributes.node().children) {
    if (child.name != "word" && child.name != "gap") continue;
    Result<Step> step = read_step(child, resources);
    if (!step) return step.error();
    steps.push_back(*std::move(step));
  }
  if (steps.empty() || !steps.front().filter || steps.front().optional) {
    return error_at(attributes.node(), "error.rule.missing", {{"name", "word"}});
  }
  return std::unique_ptr<const Selector>(std::make_unique<WordsSelector>(std::move(steps)));
}

}  // namespace limpide
