// A reproach said as the fact it holds: "vous n'avez pas daigne repondre", "vous avez omis de
// repondre" -> "vous n'avez pas repondu". In: words that say that the reader did not care to, and
// the infinitive behind them. Refuses: a verb whose past takes "etre", a pronoun that the
// participle would agree with, a denied infinitive, two infinitives.
#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/inflection/agreement.h"
#include "analyzer/rewriting/inflection/forms.h"
#include "analyzer/rewriting/operations/infinitive_group.h"
#include "analyzer/rewriting/operations/sentence_tokens.h"

namespace limpide {
namespace {

constexpr const char* kUs = "nous";

class FactTeller : private SentenceTokens {
 public:
  using SentenceTokens::SentenceTokens;

  [[nodiscard]] std::vector<Suggestion> run() const {
    const std::uint32_t first = input_.range.first;
    if (lower(first) != input_.resources.reader_pronoun || !says_it_was_left()) return {};
    std::uint32_t at = input_.range.end;
    if (at < sentence_.token_end && is_de(at)) ++at;
    const auto group = infinitive_group(analysis_, at, sentence_.token_end);
    if (!group || group->denied || group->pronouns.size() > 1 || goes_on(group->verb)) return {};
    const std::string& verb =
        lemma_of(analysis_, analysis_.segmentation.tokens[group->verb].first_word);
    if (table_.with_be.count(verb) != 0) return {};
    bool us = false;
    if (!group->pronouns.empty()) {
      us = lower(group->pronouns.front()) == kUs && table_.given.count(verb) != 0;
      if (!us) return {};
    }
    const auto participle =
        agreeing_form(*analysis_.language, verb, Upos::kVerb, Gender::kMasc, Number::kSing);
    if (!participle) return {};
    const std::string& vous = input_.resources.reader_pronoun;
    std::string text = starts_with_capital(analysis_, first) ? capitalized(vous) : vous;
    text += us ? " ne " + std::string(kUs) + " avez " : " n" + apostrophe_of(analysis_) + "avez ";
    text += input_.resources.negator + " " + *participle;
    const auto& tokens = analysis_.segmentation.tokens;
    return {{{{{tokens[first].span.begin, tokens[group->verb].span.end}, text}}, true}};
  }

 private:
  // "avez omis de", "n'avez pas daigne", "n'avez pas cru devoir"; not "auriez omis", not "n'avez
  // pas omis".
  [[nodiscard]] bool says_it_was_left() const {
    bool now = false;
    bool denied = false;
    bool left = false;
    for (std::uint32_t i = input_.range.first; i < input_.range.end; ++i) {
      const std::string& word = lower(i);
      now = now || word == "avez" || word == "\xC3\xAAtes";
      denied = denied || word == input_.resources.negator;
      const std::string& lemma = lemma_of(analysis_, analysis_.segmentation.tokens[i].first_word);
      left = left || lemma == "omettre" || lemma == "n\xC3\xA9gliger" || lemma == "oublier" ||
             lemma == "abstenir" || lemma == "dispenser";
    }
    return now && denied != left;
  }
  // "de signer et d'envoyer": the second would hang in the air.
  [[nodiscard]] bool goes_on(std::uint32_t verb) const {
    for (std::uint32_t i = verb + 1; i + 1 < sentence_.token_end; ++i) {
      const bool joins = lower(i) == input_.resources.and_word ||
                         lower(i) == input_.resources.or_word || lower(i) == "," ||
                         lower(i) == "ni";
      if (!joins) continue;
      const std::uint32_t at = is_de(i + 1) ? i + 2 : i + 1;
      if (at < sentence_.token_end && infinitive_group(analysis_, at, sentence_.token_end)) {
        return true;
      }
    }
    return false;
  }
};

}  // namespace

std::vector<Suggestion> state_fact(const OperationInput& input) {
  const Analysis& analysis = input.analysis;
  if (analysis.depth != Depth::kTrees || is_shouted(analysis, input.range)) return {};
  if (touches_protected(analysis, input.range)) return {};
  return FactTeller(input).run();
}

}  // namespace limpide
