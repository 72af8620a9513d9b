// Words in capitals, typed or by the look: several in a row; two that are everyday words; a heading
// or an object line all in capitals; one everyday word shouted inside a sentence. Arguments: mots,
// passage.
#include <algorithm>
#include <string_view>

#include "analyzer/base/utf8.h"
#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

constexpr std::uint32_t kWords = 3;
constexpr std::uint16_t kEveryday = 4;  // letters
constexpr std::uint16_t kShouted = 6;

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
        if (!is_shown_in_capitals(analysis, at) && !is_one_capital(analysis, at)) {
          ++at;
          continue;
        }
        const CapitalRun run = run_from(analysis, sentence, at);
        at = std::max(run.end, at + 1);
        const bool many = run.heavy >= words_[index_of(context.profile)];
        if (many || (everyday_ && disturbs(analysis, sentence, run))) report(analysis, run, hits);
      }
    }
  }

 private:
  struct CapitalRun {
    std::uint32_t first = 0;
    std::uint32_t end = 0;       // after the last word in capitals
    std::uint32_t words = 0;     // of two letters and more
    std::uint32_t heavy = 0;     // of those, the ones that are no sigle, code or repetition
    std::uint32_t everyday = 0;  // of four letters or more, known to the lexicon in small letters
  };

  // "DATE D'AVIS", "ANNEXE A LA LOI No 12 DE MARS": what stands between does not end the run.
  [[nodiscard]] CapitalRun run_from(const Analysis& analysis, const Sentence& sentence,
                                    std::uint32_t first) const {
    CapitalRun run{first, first, 0, 0, 0};
    for (std::uint32_t at = first; at < sentence.token_end; ++at) {
      if (!is_shown_in_capitals(analysis, at)) {
        if (is_one_capital(analysis, at)) run.end = at + 1;
        if (is_one_capital(analysis, at) || carries_on(analysis, at)) continue;
        break;
      }
      run.end = at + 1;
      if (form_of(analysis, at).letters < 2) continue;
      ++run.words;
      if (is_heavy(analysis, first, at)) ++run.heavy;
      if (is_everyday(analysis, at)) ++run.everyday;
    }
    return run;
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
    return is_common_word(lexicon.traits(id));
  }

  [[nodiscard]] static bool disturbs(const Analysis& analysis, const Sentence& sentence,
                                     const CapitalRun& run) {
    if (run.everyday == 0 || follows_name(analysis, sentence, run)) return false;
    if (run.everyday >= 2) return true;
    const Role role = analysis.structure.blocks[sentence.block].role;
    // "SIGNATURE", "NIVEAU": a label of one word is read at a glance.
    if (role == Role::kHeading) return run.words > 1 && is_whole(analysis, sentence, run);
    if (run.words != 1 || role == Role::kTable || role == Role::kFormLabel) return false;
    return form_of(analysis, run.first).letters >= kShouted &&
           stands_among_small(analysis, sentence, run);
  }

  // "Mme LE BRETON", "Jean BOULANGER".
  static bool follows_name(const Analysis& analysis, const Sentence& sentence,
                           const CapitalRun& run) {
    if (run.first == sentence.first_token) return false;
    const Form& before = form_of(analysis, run.first - 1);
    if (before.casing == Casing::kCapitalized && run.first - 1 != sentence.first_token) return true;
    return before.lower == "mme" || before.lower == "m." || before.lower == "madame" ||
           before.lower == "monsieur" || before.lower == "mlle";
  }

  // Nothing else in the block but numbers and marks.
  static bool is_whole(const Analysis& analysis, const Sentence& sentence, const CapitalRun& run) {
    for (std::uint32_t at = sentence.first_token; at < sentence.token_end; ++at) {
      const bool inside = at >= run.first && at < run.end;
      if (!inside && is_word(analysis, at) && form_of(analysis, at).letters >= 2 &&
          !is_shown_in_capitals(analysis, at)) {
        return false;
      }
    }
    return true;
  }

  static bool stands_among_small(const Analysis& analysis, const Sentence& sentence,
                                 const CapitalRun& run) {
    if (run.first == sentence.first_token) return false;
    return form_of(analysis, run.first - 1).casing == Casing::kLower;
  }

  static void report(const Analysis& analysis, const CapitalRun& run, std::vector<Hit>& hits) {
    Hit hit;
    hit.span = span_of(analysis, run.first, run.end);
    hit.arguments = {{"mots", std::to_string(run.words)}, {"passage", written(analysis, hit.span)}};
    hits.push_back(std::move(hit));
  }

  // "A", "L'" and "D'" have no second letter that tells their case.
  static bool is_one_capital(const Analysis& analysis, std::uint32_t at) {
    const Form& form = form_of(analysis, at);
    return is_word(analysis, at) && is_plain_token(analysis, at) && form.letters == 1 &&
           form.casing != Casing::kLower && form.casing != Casing::kNone;
  }

  static bool carries_on(const Analysis& analysis, std::uint32_t at) {
    if (analysis.quoted_law_token[at]) return false;
    return analysis.segmentation.tokens[at].kind == TokenKind::kNumber ||
           analysis.protected_of_token[at] != 0;
  }

  // Sigles have no small letters; a token without vowel, or written twice, is a blank to fill.
  [[nodiscard]] bool is_heavy(const Analysis& analysis, std::uint32_t first,
                              std::uint32_t at) const {
    const Form& form = form_of(analysis, at);
    const FormIndex index = analysis.segmentation.tokens[at].form;
    if (at > first && analysis.segmentation.tokens[at - 1].form == index) return false;
    const bool vowel = std::any_of(form.lower.begin(), form.lower.end(), [](char byte) {
      return static_cast<unsigned char>(byte) >= 0x80 ||
             std::string_view("aeiouy").find(byte) != std::string_view::npos;
    });
    if (!vowel) return false;
    if (std::any_of(form.key.begin(), form.key.end(),
                    [](char byte) { return byte >= '0' && byte <= '9'; })) {
      return false;
    }
    if (form.lexicon != kNoForm) return true;
    return acronyms_.well_known.count(form.key) == 0 && acronyms_.expansions.count(form.key) == 0;
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
