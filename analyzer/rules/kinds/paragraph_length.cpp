// A paragraph of too many words or sentences. Arguments: mots, phrases.
#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

constexpr std::uint32_t kMostWords = 80;
constexpr std::uint32_t kMostSentences = 5;

class ParagraphLengthMatcher final : public Matcher {
 public:
  ParagraphLengthMatcher(ProfileNumbers words, ProfileNumbers sentences)
      : words_(words), sentences_(sentences) {}

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const auto& sentences = context.analysis.segmentation.sentences;
    std::size_t first = 0;
    while (first < sentences.size()) {
      std::size_t end = first;
      std::uint32_t words = 0;
      while (end < sentences.size() && sentences[end].block == sentences[first].block) {
        words += context.analysis.metrics.sentence_words[end];
        ++end;
      }
      const auto count = static_cast<std::uint32_t>(end - first);
      const std::size_t profile = index_of(context.profile);
      if (context.judges_sentence(first) &&
          (words > words_[profile] || count > sentences_[profile])) {
        Hit hit;
        hit.span =
            span_of(context.analysis, sentences[first].first_token, sentences[end - 1].token_end);
        hit.arguments = {{"mots", std::to_string(words)}, {"phrases", std::to_string(count)}};
        hits.push_back(std::move(hit));
      }
      first = end;
    }
  }

 private:
  ProfileNumbers words_;
  ProfileNumbers sentences_;
};

}  // namespace

MatcherResult make_paragraph_length(const RuleSpec& spec, const RuleResources&) {
  const Status known = check_parameters(spec, {"words", "sentences"});
  if (!known) return known.error();
  const Result<ProfileNumbers> words = number_parameter(spec, "words", kMostWords);
  if (!words) return words.error();
  const Result<ProfileNumbers> sentences = number_parameter(spec, "sentences", kMostSentences);
  if (!sentences) return sentences.error();
  return std::unique_ptr<const Matcher>(
      std::make_unique<ParagraphLengthMatcher>(*words, *sentences));
}

}  // namespace limpide
