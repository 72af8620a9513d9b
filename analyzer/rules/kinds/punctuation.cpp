// A mark in running prose that a full stop would replace. Argument: signe.
#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

class PunctuationMatcher final : public Matcher {
 public:
  explicit PunctuationMatcher(std::string mark) : mark_(std::move(mark)) {}

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const Analysis& analysis = context.analysis;
    for (std::size_t i = 0; i < analysis.segmentation.sentences.size(); ++i) {
      if (!context.judges_sentence(i)) continue;
      const Sentence& sentence = analysis.segmentation.sentences[i];
      for (std::uint32_t at = sentence.first_token; at < sentence.token_end; ++at) {
        // At the end of a list item the mark separates items, not clauses.
        const bool last = at + 1 == sentence.token_end;
        if (last || !is_mark(analysis, at, mark_) || !is_plain_token(analysis, at)) continue;
        Hit hit;
        hit.span = analysis.segmentation.tokens[at].span;
        hit.arguments = {{"signe", mark_}};
        hits.push_back(std::move(hit));
      }
    }
  }

 private:
  std::string mark_;
};

}  // namespace

MatcherResult make_punctuation(const RuleSpec& spec, const RuleResources&) {
  const Status known = check_parameters(spec, {"mark"});
  if (!known) return known.error();
  Result<std::string> mark = text_parameter(spec, "mark", ";");
  return std::unique_ptr<const Matcher>(std::make_unique<PunctuationMatcher>(*std::move(mark)));
}

}  // namespace limpide
