// A closing formula longer than it need be; brackets, which tell the writer what to choose, and
// merge fields are not counted. Argument: mots.
#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/words.h"
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
      const std::uint32_t words = words_outside_brackets(analysis, sentence);
      if (words <= words_[index_of(context.profile)] || !context.judges_sentence(i)) continue;
      Hit hit;
      hit.span = sentence_span(analysis.segmentation, sentence);
      hit.arguments = {{"mots", std::to_string(words)}};
      hits.push_back(std::move(hit));
    }
  }

 private:
  static std::uint32_t words_outside_brackets(const Analysis& analysis, const Sentence& sentence) {
    std::uint32_t words = 0;
    std::uint32_t open = 0;
    for (std::uint32_t at = sentence.first_token; at < sentence.token_end; ++at) {
      const std::string& key = form_of(analysis, at).key;
      if (key == "(" || key == "[") ++open;
      if ((key == ")" || key == "]") && open > 0) --open;
      const std::uint32_t unit = analysis.protected_of_token[at];
      const bool field = unit != 0 && analysis.segmentation.protected_spans[unit - 1].kind ==
                                          ProtectedKind::kMergeField;
      if (open == 0 && !field) words += count_words(analysis.segmentation, at, at + 1);
    }
    return words;
  }

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
