// A content word that few readers meet: neither it nor another form of its lemma is among the
// familiar ones. First occurrence only. Argument: mot.
#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

constexpr std::uint32_t kRank = 20000;
constexpr std::uint16_t kShortestWord = 4;

class RareWordMatcher final : public Matcher {
 public:
  explicit RareWordMatcher(ProfileNumbers rank) : rank_(rank) {}

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const Analysis& analysis = context.analysis;
    std::vector<bool> rare = rare_forms(context);
    // What terms.tsv explains better is left to its rules.
    std::vector<bool> explained(analysis.segmentation.tokens.size(), false);
    for (const TermHit& hit : context.terms) {
      for (std::uint32_t i = hit.first_token; i < hit.token_end; ++i) explained[i] = true;
    }
    for (std::size_t i = 0; i < analysis.segmentation.sentences.size(); ++i) {
      if (!context.judges_sentence(i)) continue;
      const Sentence& sentence = analysis.segmentation.sentences[i];
      for (std::uint32_t at = sentence.first_token; at < sentence.token_end; ++at) {
        const FormIndex form = analysis.segmentation.tokens[at].form;
        if (!rare[form] || explained[at] || !is_plain_token(analysis, at)) continue;
        if (is_probably_name(analysis, at)) continue;
        rare[form] = false;
        Hit hit;
        hit.span = analysis.segmentation.tokens[at].span;
        hit.confidence = Confidence::kMedium;
        hit.arguments = {{"mot", written(analysis, hit.span)}};
        hits.push_back(std::move(hit));
      }
    }
  }

 private:
  [[nodiscard]] std::vector<bool> rare_forms(const MatchContext& context) const {
    const auto& forms = context.analysis.segmentation.forms;
    std::vector<bool> rare(forms.size(), false);
    for (std::size_t i = 0; i < forms.size(); ++i) {
      rare[i] = is_rare(*context.analysis.language, forms[i], rank_[index_of(context.profile)]);
    }
    return rare;
  }

  static bool is_rare(const LanguageResources& language, const Form& form, std::uint32_t most) {
    if (form.lexicon == kNoForm || form.letters < kShortestWord) return false;
    if (form.key.find('-') != std::string::npos) return false;
    const LexicalTraits& traits = language.lexicon.traits(form.lexicon);
    const bool content = traits.may_be(Upos::kNoun) || traits.may_be(Upos::kAdj) ||
                         traits.may_be(Upos::kVerb) || traits.may_be(Upos::kAdv);
    if (!content || traits.proper_noun) return false;
    return !is_familiar(language, form, most);
  }

  ProfileNumbers rank_;
};

}  // namespace

MatcherResult make_rare_word(const RuleSpec& spec, const RuleResources&) {
  const Status known = check_parameters(spec, {"rank"});
  if (!known) return known.error();
  const Result<ProfileNumbers> rank = number_parameter(spec, "rank", kRank);
  if (!rank) return rank.error();
  return std::unique_ptr<const Matcher>(std::make_unique<RareWordMatcher>(*rank));
}

}  // namespace limpide
