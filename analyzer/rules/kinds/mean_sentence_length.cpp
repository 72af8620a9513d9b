// Sentences that are long on the whole. Arguments: moyenne, seuil.
#include "analyzer/rules/kinds.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

constexpr std::uint32_t kMinorMean = 18;
constexpr std::uint32_t kMajorMean = 22;
constexpr std::uint32_t kFewestSentences = 5;

struct MeanThresholds {
  ProfileNumbers minor{};
  ProfileNumbers major{};
  ProfileNumbers sentences{};
};

class MeanSentenceLengthMatcher final : public Matcher {
 public:
  explicit MeanSentenceLengthMatcher(const MeanThresholds& thresholds) : thresholds_(thresholds) {}

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const std::size_t profile = index_of(context.profile);
    const Metrics& metrics = context.analysis.metrics;
    if (metrics.sentences < thresholds_.sentences[profile]) return;
    if (metrics.words <= metrics.sentences * thresholds_.minor[profile]) return;
    const bool major = metrics.words > metrics.sentences * thresholds_.major[profile];
    const std::uint32_t rounded = (metrics.words + metrics.sentences / 2) / metrics.sentences;
    Hit hit;
    hit.severity = major ? Severity::kMajor : Severity::kMinor;
    hit.arguments = {{"moyenne", std::to_string(rounded)},
                     {"seuil", std::to_string(thresholds_.minor[profile])}};
    hits.push_back(std::move(hit));
  }

 private:
  MeanThresholds thresholds_;
};

}  // namespace

MatcherResult make_mean_sentence_length(const RuleSpec& spec, const RuleResources&) {
  const Status known = check_parameters(spec, {"minor", "major", "sentences"});
  if (!known) return known.error();
  const Result<ProfileNumbers> minor = number_parameter(spec, "minor", kMinorMean);
  if (!minor) return minor.error();
  const Result<ProfileNumbers> major = number_parameter(spec, "major", kMajorMean);
  if (!major) return major.error();
  const Result<ProfileNumbers> sentences = number_parameter(spec, "sentences", kFewestSentences);
  if (!sentences) return sentences.error();
  return std::unique_ptr<const Matcher>(
      std::make_unique<MeanSentenceLengthMatcher>(MeanThresholds{*minor, *major, *sentences}));
}

}  // namespace limpide
