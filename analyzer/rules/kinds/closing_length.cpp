// A closing formula longer than it need be. Argument: mots.
#include "analyzer/rules/kinds.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

constexpr std::uint32_t kWords = 14;

class ClosingLengthMatcher final : public Matcher {
 public:
  explicit ClosingLengthMatcher(ProfileNumbers words) : words_(words) {}

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const Analysis& analysis = context.analysis;
    for (std::size_t i = 0; i < analysis.segmentation.sentences.size(); ++i) {
      const Sentence& sentence = analysis.segmentation.sentences[i];
      if (analysis.structure.blocks[sentence.block].role != Role::kClosing) continue;
      const std::uint32_t words = analysis.metrics.sentence_words[i];
      if (words <= words_[index_of(context.profile)] || !context.judges_sentence(i)) continue;
      Hit hit;
      hit.span = sentence_span(analysis.segmentation, sentence);
      hit.arguments = {{"mots", std::to_string(words)}};
      hits.push_back(std::move(hit));
    }
  }

 private:
  ProfileNumbers words_;
};

}  // namespace

MatcherResult make_closing_length(const RuleSpec& spec, const RuleResources&) {
  const Status known = check_parameters(spec, {"words"});
  if (!known) return known.error();
  const Result<ProfileNumbers> words = number_parameter(spec, "words", kWords);
  if (!words) return words.error();
  return std::unique_ptr<const Matcher>(std::make_unique<ClosingLengthMatcher>(*words));
}

}  // namespace limpide
