// The same word twice in a row. Argument: mot. Operation: cut the second.
#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

class RepeatedWordMatcher final : public Matcher {
 public:
  explicit RepeatedWordMatcher(const std::string& allowed) : allowed_(" " + allowed + " ") {}

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const Analysis& analysis = context.analysis;
    for (std::size_t i = 0; i < analysis.segmentation.sentences.size(); ++i) {
      if (!context.judges_sentence(i)) continue;
      const Sentence& sentence = analysis.segmentation.sentences[i];
      for (std::uint32_t at = sentence.first_token + 1; at < sentence.token_end; ++at) {
        if (!repeats(analysis, at)) continue;
        Hit hit;
        hit.span = analysis.segmentation.tokens[at].span;
        hit.arguments = {{"mot", written(analysis, hit.span)}};
        hit.operation.kind = OperationKind::kDelete;
        hits.push_back(std::move(hit));
      }
    }
  }

 private:
  [[nodiscard]] bool repeats(const Analysis& analysis, std::uint32_t at) const {
    if (!is_word(analysis, at) || !is_plain_token(analysis, at)) return false;
    const Form& form = form_of(analysis, at);
    if (form.letters < 2 || form.lower.back() == '\'') return false;
    if (!analysis.segmentation.tokens[at].space_before) return false;
    if (form_of(analysis, at - 1).lower != form.lower) return false;
    return allowed_.find(" " + form.lower + " ") == std::string::npos;
  }

  std::string allowed_;
};

}  // namespace

MatcherResult make_repeated_word(const RuleSpec& spec, const RuleResources&) {
  const Status known = check_parameters(spec, {"allowed"});
  if (!known) return known.error();
  const Result<std::string> allowed = text_parameter(spec, "allowed", "nous vous");
  return std::unique_ptr<const Matcher>(std::make_unique<RepeatedWordMatcher>(*allowed));
}

}  // namespace limpide
