// A sentence of more words than the reader holds. Arguments: mots, seuil.
#include "analyzer/rules/kinds.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

constexpr std::uint32_t kMinorWords = 20;
constexpr std::uint32_t kMajorWords = 25;

class SentenceLengthMatcher final : public Matcher {
 public:
  SentenceLengthMatcher(ProfileNumbers minor, ProfileNumbers major)
      : minor_(minor), major_(major) {}

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const Analysis& analysis = context.analysis;
    const std::uint32_t minor = minor_[index_of(context.profile)];
    const std::uint32_t major = major_[index_of(context.profile)];
    for (std::size_t i = 0; i < analysis.segmentation.sentences.size(); ++i) {
      const std::uint32_t words = analysis.metrics.sentence_words[i];
      if (words <= minor || !context.judges_sentence(i)) continue;
      const Sentence& sentence = analysis.segmentation.sentences[i];
      if (quotes_law(analysis, sentence)) continue;
      Hit hit;
      hit.span = sentence_span(analysis.segmentation, sentence);
      hit.severity = words > major ? Severity::kMajor : Severity::kMinor;
      hit.arguments = {{"mots", std::to_string(words)}, {"seuil", std::to_string(minor)}};
      hits.push_back(std::move(hit));
    }
  }

 private:
  // More than half of the sentence is the law's own words: its length is not the writer's.
  static bool quotes_law(const Analysis& analysis, const Sentence& sentence) {
    std::uint32_t quoted = 0;
    for (std::uint32_t i = sentence.first_token; i < sentence.token_end; ++i) {
      if (analysis.quoted_law_token[i]) ++quoted;
    }
    return quoted * 2 > sentence.token_end - sentence.first_token;
  }

  ProfileNumbers minor_;
  ProfileNumbers major_;
};

}  // namespace

MatcherResult make_sentence_length(const RuleSpec& spec, const RuleResources&) {
  const Status known = check_parameters(spec, {"minor", "major"});
  if (!known) return known.error();
  const Result<ProfileNumbers> minor = number_parameter(spec, "minor", kMinorWords);
  if (!minor) return minor.error();
  const Result<ProfileNumbers> major = number_parameter(spec, "major", kMajorWords);
  if (!major) return major.error();
  return std::unique_ptr<const Matcher>(std::make_unique<SentenceLengthMatcher>(*minor, *major));
}

}  // namespace limpide
