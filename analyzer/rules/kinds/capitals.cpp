// Words in capitals, typed or by the look: several in a row; two that are everyday words; a heading
// or an object line all in capitals; one everyday word shouted inside a sentence. Argument: mots.
#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

constexpr std::uint32_t kWords = 3;
constexpr std::uint16_t kEveryday = 4;  // letters
constexpr std::uint16_t kShouted = 6;

// A stretch of capitals.
struct Stretch {
  TokenRange tokens;
  std::uint32_t words = 0;     // of two letters or more
  std::uint32_t everyday = 0;  // of four letters or more, known to the lexicon in small letters
};

class CapitalsMatcher final : public Matcher {
 public:
  CapitalsMatcher(ProfileNumbers words, bool everyday, const AcronymTable& acronyms)
      : words_(words), everyday_(everyday), acronyms_(acronyms) {}

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const Analysis& analysis = context.analysis;
    for (std::size_t i = 0; i < analysis.segmentation.sentences.size(); ++i) {
      if (!context.judges_sentence(i)) continue;
      const Sentence& sentence = analysis.segmentation.sentences[i];
      std::uint32_t at = sentence.first_token;
      while (at < sentence.token_end) {
        if (!is_shown_in_capitals(analysis, at)) {
          ++at;
          continue;
        }
        const Stretch stretch = stretch_from(analysis, sentence, at);
        at = stretch.tokens.end;
        const bool many = stretch.words >= words_[index_of(context.profile)];
        if (many || (everyday_ && disturbs(analysis, sentence, stretch)))
          report(analysis, stretch, hits);
      }
    }
  }

 private:
  [[nodiscard]] Stretch stretch_from(const Analysis& analysis, const Sentence& sentence,
                                     std::uint32_t at) const {
    Stretch stretch;
    stretch.tokens.first = at;
    while (at < sentence.token_end && continues(analysis, sentence, at)) {
      if (form_of(analysis, at).letters >= 2) ++stretch.words;
      if (is_everyday(analysis, at)) ++stretch.everyday;
      ++at;
    }
    stretch.tokens.end = at;
    return stretch;
  }

  // "DEMANDE D'AIDE": one letter has no other way to be a capital.
  static bool continues(const Analysis& analysis, const Sentence& sentence, std::uint32_t at) {
    if (is_shown_in_capitals(analysis, at)) return true;
    const Form& form = form_of(analysis, at);
    return is_word(analysis, at) && form.letters == 1 && form.casing == Casing::kCapitalized &&
           at + 1 < sentence.token_end && is_shown_in_capitals(analysis, at + 1);
  }

  [[nodiscard]] bool is_everyday(const Analysis& analysis, std::uint32_t at) const {
    const Form& form = form_of(analysis, at);
    if (form.letters < kEveryday || form.casing != Casing::kUpper) return false;
    if (acronyms_.well_known.count(form.key) != 0 || acronyms_.expansions.count(form.key) != 0)
      return false;
    const Lexicon& lexicon = analysis.language->lexicon;
    FormId id = lexicon.find(form.lower);
    if (id == kNoForm) id = form.lexicon;
    if (id == kNoForm || to_upper(lexicon.form(id)) == lexicon.form(id)) return false;
    const LexicalTraits& traits = lexicon.traits(id);
    return !traits.proper_noun && (traits.may_be(Upos::kNoun) || traits.may_be(Upos::kAdj) ||
                                   traits.may_be(Upos::kVerb) || traits.may_be(Upos::kAdv));
  }

  [[nodiscard]] static bool disturbs(const Analysis& analysis, const Sentence& sentence,
                                     const Stretch& stretch) {
    if (stretch.everyday == 0 || follows_name(analysis, sentence, stretch)) return false;
    if (stretch.everyday >= 2) return true;
    const Role role = analysis.structure.blocks[sentence.block].role;
    if (role == Role::kHeading) return is_whole(analysis, sentence, stretch);
    if (stretch.words != 1 || role == Role::kTable || role == Role::kFormLabel) return false;
    return form_of(analysis, stretch.tokens.first).letters >= kShouted &&
           stands_among_small(analysis, sentence, stretch);
  }

  // "Mme LE BRETON", "Jean BOULANGER".
  static bool follows_name(const Analysis& analysis, const Sentence& sentence,
                           const Stretch& stretch) {
    if (stretch.tokens.first == sentence.first_token) return false;
    const Form& before = form_of(analysis, stretch.tokens.first - 1);
    if (before.casing == Casing::kCapitalized && stretch.tokens.first - 1 != sentence.first_token)
      return true;
    return before.lower == "mme" || before.lower == "m." || before.lower == "madame" ||
           before.lower == "monsieur" || before.lower == "mlle";
  }

  // Nothing else in the block but numbers and marks.
  static bool is_whole(const Analysis& analysis, const Sentence& sentence, const Stretch& stretch) {
    for (std::uint32_t at = sentence.first_token; at < sentence.token_end; ++at) {
      const bool inside = at >= stretch.tokens.first && at < stretch.tokens.end;
      if (!inside && is_word(analysis, at) && form_of(analysis, at).letters >= 2 &&
          !is_shown_in_capitals(analysis, at)) {
        return false;
      }
    }
    return true;
  }

  static bool stands_among_small(const Analysis& analysis, const Sentence& sentence,
                                 const Stretch& stretch) {
    if (stretch.tokens.first == sentence.first_token) return false;
    return form_of(analysis, stretch.tokens.first - 1).casing == Casing::kLower;
  }

  static void report(const Analysis& analysis, const Stretch& stretch, std::vector<Hit>& hits) {
    Hit hit;
    hit.span = span_of(analysis, stretch.tokens.first, stretch.tokens.end);
    hit.arguments = {{"mots", std::to_string(stretch.words)}};
    hits.push_back(std::move(hit));
  }

  static bool is_shown_in_capitals(const Analysis& analysis, std::uint32_t at) {
    if (!is_word(analysis, at) || !is_plain_token(analysis, at)) return false;
    if (form_of(analysis, at).casing == Casing::kUpper) return true;
    const Span span = analysis.segmentation.tokens[at].span;
    const auto& runs = analysis.document->runs;
    const auto run = std::partition_point(runs.begin(), runs.end(), [span](const Run& candidate) {
      return candidate.text.end <= span.begin;
    });
    return run != runs.end() && run->capitals && run->text.contains(span);
  }

  ProfileNumbers words_;
  bool everyday_;
  const AcronymTable& acronyms_;
};

}  // namespace

MatcherResult make_capitals(const RuleSpec& spec, const RuleResources& resources) {
  const Status known = check_parameters(spec, {"words", "everyday"});
  if (!known) return known.error();
  const Result<ProfileNumbers> words = number_parameter(spec, "words", kWords);
  if (!words) return words.error();
  const Result<std::string> everyday = text_parameter(spec, "everyday", "no");
  if (*everyday != "yes" && *everyday != "no") {
    return make_error(ErrorCode::kInvalidInput, "error.rule.value",
                      {{"name", "everyday"}, {"value", *everyday}});
  }
  return std::unique_ptr<const Matcher>(
      std::make_unique<CapitalsMatcher>(*words, *everyday == "yes", *resources.acronyms));
}

}  // namespace limpide
