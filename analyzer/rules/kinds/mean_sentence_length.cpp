// Sentences that are long on the whole: of the prose that is judged, but for sentences of a model
// still to be filled and those of the law. Arguments: moyenne, seuil.
#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/words.h"
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
    const Written written = written_sentences(context.analysis);
    if (written.sentences < thresholds_.sentences[profile]) return;
    if (written.words <= written.sentences * thresholds_.minor[profile]) return;
    const bool major = written.words > written.sentences * thresholds_.major[profile];
    const std::uint32_t rounded = (written.words + written.sentences / 2) / written.sentences;
    Hit hit;
    hit.severity = major ? Severity::kMajor : Severity::kMinor;
    hit.arguments = {{"moyenne", std::to_string(rounded)},
                     {"seuil", std::to_string(thresholds_.minor[profile])}};
    hits.push_back(std::move(hit));
  }

 private:
  struct Written {
    std::uint32_t sentences = 0;
    std::uint32_t words = 0;
  };

  static Written written_sentences(const Analysis& analysis) {
    Written written;
    for (std::size_t i = 0; i < analysis.segmentation.sentences.size(); ++i) {
      const Sentence& sentence = analysis.segmentation.sentences[i];
      const BlockStructure& block = analysis.structure.blocks[sentence.block];
      const std::uint32_t words = analysis.metrics.sentence_words[i];
      if (!block.judged || !is_prose(block.role) || words == 0) continue;
      if (is_to_fill(analysis, sentence) || states_law(analysis, sentence)) continue;
      ++written.sentences;
      written.words += words;
    }
    return written;
  }

  // "{{ nom }}", "[Option 1]", "<< Monsieur >> << nom >>": the letter sent has other words there.
  static bool is_to_fill(const Analysis& analysis, const Sentence& sentence) {
    for (std::uint32_t i = sentence.first_token; i < sentence.token_end; ++i) {
      const std::uint32_t unit = analysis.protected_of_token[i];
      const auto& spans = analysis.segmentation.protected_spans;
      if (unit != 0 && spans[unit - 1].kind == ProtectedKind::kMergeField) return true;
      const std::string& key = form_of(analysis, i).key;
      if (key == "\xC2\xAB" && i > sentence.first_token && is_mark(analysis, i - 1, "\xC2\xBB"))
        return true;
      if (key == "[" || key == "{{" || key == "{" || key == "\xE2\x80\xA6") return true;
    }
    return false;
  }

  // More than half of it is quoted.
  static bool states_law(const Analysis& analysis, const Sentence& sentence) {
    std::uint32_t quoted = 0;
    for (std::uint32_t i = sentence.first_token; i < sentence.token_end; ++i) {
      if (analysis.quoted_law_token[i]) ++quoted;
    }
    return quoted * 2 > sentence.token_end - sentence.first_token;
  }

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
