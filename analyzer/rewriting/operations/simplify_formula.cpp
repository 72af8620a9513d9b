// The set phrases of letters. "j'ai l'honneur de vous faire savoir que X" -> "X"; "nous avons le
// plaisir de vous adresser" -> "nous vous adressons"; "je vous prie de bien vouloir trouver
// ci-joint" -> "voici"; "je vous saurais gre de m'envoyer" -> "envoyez-moi", "merci de m'envoyer";
// "veuillez agreer, Madame, ..." -> "Cordialement,". In: any words of the phrase. Refuses: a
// closing with a word that is no formula, a phrase inside a sentence, a second infinitive that
// would hang in the air.
#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/inflection/forms.h"
#include "analyzer/rewriting/operations/infinitive_group.h"
#include "analyzer/rewriting/operations/sentence_tokens.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {
namespace {

class Simplifier : private SentenceTokens {
 public:
  using SentenceTokens::SentenceTokens;

  [[nodiscard]] std::vector<Suggestion> run() {
    std::vector<Suggestion> all;
    if (input_.operation.literal) {
      all = replace_words(input_);  // the row's own text first, which may be applied unread
      const auto request = is_quoted() ? std::nullopt : longest(table_.requests);
      if (!request) return all;
      const std::vector<Suggestion> more = asked(*request);
      all.insert(all.end(), more.begin(), more.end());
      return all;
    }
    if (is_quoted()) return {};
    all = close_letter(input_);
    if (!all.empty()) return all;
    all = done_kindly();
    if (!all.empty()) return all;
    if (const auto found = longest(table_.swaps)) return swapped(*found);
    if (const auto found = longest(table_.frames)) return unframed(*found);
    if (const auto found = longest(table_.requests)) return asked(*found);
    const bool words = std::none_of(
        input_.operation.texts.begin(), input_.operation.texts.end(), [](const std::string& text) {
          return text.empty() || text.back() == ',' || text.back() == '?';
        });
    return words && !input_.operation.texts.empty() ? replace_words(input_)
                                                    : std::vector<Suggestion>{};
  }

 private:
  struct Found {
    const Formula* formula = nullptr;
    TokenRange range;
  };

  // A sentence that speaks of a formula.
  [[nodiscard]] bool is_quoted() const {
    return sentence_.first_token < sentence_.token_end &&
           lower(sentence_.first_token) == "\xC2\xAB";
  }

  // Of the formulas that cover a word of the finding.
  [[nodiscard]] std::optional<Found> longest(const std::vector<Formula>& formulas) const {
    std::optional<Found> best;
    for (std::uint32_t first = sentence_.first_token; first < input_.range.end; ++first) {
      for (const Formula& formula : formulas) {
        const auto end = match_formula(analysis_, formula.pattern, first, sentence_.token_end);
        if (!end || *end <= input_.range.first) continue;
        if (best && best->range.end - best->range.first >= *end - first) continue;
        best = Found{&formula, {first, *end}};
      }
    }
    return best;
  }

  [[nodiscard]] bool opens(std::uint32_t first) const {
    return first == sentence_.first_token || lower(first - 1) == ",";
  }

  // ---- words for words.

  [[nodiscard]] std::vector<Suggestion> swapped(const Found& found) const {
    std::vector<Suggestion> all;
    for (const std::string& text : found.formula->texts) {
      const std::string& last = lower(found.range.end - 1);
      const bool article = last == "du" || last == "des" || last == "au" || last == "aux";
      std::vector<Edit> edits = text == "-" ? delete_tokens(analysis_, found.range)
                                            : replace_tokens(analysis_, found.range, text, article);
      if (!edits.empty()) all.push_back({std::move(edits), found.formula->safe});
    }
    return all;
  }

  // ---- "vous avez bien voulu me demander" -> "vous m'avez demande".

  [[nodiscard]] std::vector<Suggestion> done_kindly() const {
    const std::uint32_t voulu = input_.range.end - 1;
    const std::uint32_t avez = input_.range.first + 1;
    if (voulu != avez + 2 || lemma(voulu) != input_.resources.will ||
        tag(avez).features.verb_form != VerbForm::kFin) {
      return {};
    }
    const auto group = infinitive_group(analysis_, input_.range.end, sentence_.token_end);
    if (!group || group->denied || group->pronouns.size() > 1 || has_second(group->verb)) return {};
    const std::string& done = lemma(group->verb);
    const bool bare = group->pronouns.empty();
    // "vous nous avez prevenus": the participle agrees with whom it is done to.
    if (table_.with_be.count(done) != 0 || (!bare && table_.told.count(done) != 0)) return {};
    const auto participle =
        agreeing_form(*analysis_.language, done, Upos::kVerb, Gender::kMasc, Number::kSing);
    if (!participle) return {};
    std::string text = lower(avez) + " " + *participle;
    if (!bare) {
      const std::string& whom = lower(group->pronouns.front());
      if (whom != "me" && whom != "m'" && whom != "nous") return {};
      text = (whom == "nous" ? whom + " " : "m" + apostrophe_of(analysis_)) + text;
    }
    return {{{{{span_of(avez).begin, span_of(group->verb).end}, text}}, false}};
  }

  // ---- "nous avons l'honneur de" + infinitive.

  [[nodiscard]] std::vector<Suggestion> unframed(const Found& found) const {
    if (!opens(found.range.first) || touches_protected(analysis_, found.range)) return {};
    const auto group = infinitive_group(analysis_, found.range.end, sentence_.token_end);
    if (!group || has_second(group->verb)) return {};
    std::vector<Suggestion> all;
    // Regret before a refusal is the writer's to keep or to drop.
    const bool regret = says_regret(found.range);
    if (const auto bare = announced(found, *group)) all.push_back({{*bare}, !regret});
    if (const auto text = present_text(analysis_, *group, found.formula->texts.front())) {
      const Span span{span_of(found.range.first).begin, span_of(group->verb).end};
      all.push_back(
          {{{span, cased(found.range.first, *text)}}, !regret || group->pronouns.empty()});
    }
    return all;
  }
  [[nodiscard]] bool says_regret(TokenRange range) const {
    for (std::uint32_t i = range.first; i < range.end; ++i) {
      if (lower(i) == "regret") return true;
    }
    return false;
  }

  // "... de vous informer que X": X alone, where the sentence begins with the phrase.
  [[nodiscard]] std::optional<Edit> announced(const Found& found,
                                              const InfinitiveGroup& group) const {
    if (found.range.first != sentence_.first_token || group.denied) return std::nullopt;
    if (has_second_verb(found.range.end)) return std::nullopt;
    std::uint32_t end = 0;
    for (const Formula& formula : table_.announcements) {
      const auto match = match_formula(analysis_, formula.pattern, group.verb, sentence_.token_end);
      if (match) end = std::max(end, *match);
    }
    if (end == 0 || end + 1 >= sentence_.token_end) return std::nullopt;
    const auto is_that = [&](std::uint32_t token) {
      return lower(token) == "que" || lower(token) == "qu'";
    };
    if (!is_that(end)) return std::nullopt;
    // "que, malgre ..., votre demande": the pause goes with "que".
    const std::uint32_t start = lower(end + 1) == "," ? end + 2 : end + 1;
    if (!is_word(start)) return std::nullopt;
    for (std::uint32_t i = start; i + 1 < sentence_.token_end; ++i) {
      const bool joins = lower(i) == input_.resources.and_word || lower(i) == ",";
      if (joins && is_that(i + 1)) return std::nullopt;  // a second "que" would hang in the air
    }
    const Span next = span_of(start);
    return Edit{{span_of(found.range.first).begin, next.end},
                capitalized(slice(analysis_.document->text, next))};
  }

  // "... et vous prions de nous excuser": a verb that "nous" of the phrase is the subject of.
  [[nodiscard]] bool has_second_verb(std::uint32_t from) const {
    for (std::uint32_t i = from; i < sentence_.token_end; ++i) {
      const Features& features =
          analysis_.tagging.words[analysis_.segmentation.tokens[i].first_word].features;
      if (features.verb_form != VerbForm::kFin || features.person != 1) continue;
      bool named = false;
      for (std::uint32_t before = i; before > from && i - before < 4 && !named; --before) {
        const std::string& word = lower(before - 1);
        named = word == "je" || word == "j'" || word == "nous";
      }
      if (!named) return true;
    }
    return false;
  }

  // "et de vous remercier": another infinitive beside the first.
  [[nodiscard]] bool has_second(std::uint32_t verb) const {
    for (std::uint32_t i = verb + 1; i + 1 < sentence_.token_end; ++i) {
      if (lower(i) != input_.resources.and_word && lower(i) != "," && lower(i) != "ou") continue;
      const bool marked =
          lower(i + 1) == "de" || lower(i + 1) == "d'" || lower(i + 1) == "\xC3\xA0";
      const std::uint32_t at = marked ? i + 2 : i + 1;
      if (infinitive_group(analysis_, at, sentence_.token_end)) return true;
    }
    return false;
  }

  // ---- "je vous prie de" + infinitive.

  [[nodiscard]] std::vector<Suggestion> asked(const Found& found) const {
    if (!opens(found.range.first) || has_second_verb(found.range.end)) return {};
    if (found.range.first != sentence_.first_token &&
        !may_precede_order(analysis_, table_, sentence_)) {
      return {};
    }
    std::vector<Suggestion> all = enclosed(found);
    if (!all.empty()) return all;
    const auto group = infinitive_group(analysis_, found.range.end, sentence_.token_end);
    // "veuillez agreer" that is no whole closing.
    if (group && table_.closing_verbs.count(lower(group->verb)) != 0) return {};
    OperationInput request = input_;
    request.range = found.range;
    all = make_imperative(request);
    const std::string& polite = table_.polite_request;
    // "merci de bien vouloir": the row's own text already says "merci de".
    const bool said = is_polite_now(found.range) ||
                      (input_.operation.literal && begins_politely(found.range.first));
    if (group && !said) {
      std::vector<Edit> edits = replace_tokens(analysis_, found.range, polite, false);
      if (!edits.empty()) all.push_back({std::move(edits), false});
    }
    const std::uint32_t last = sentence_.token_end - 1;
    if (lower(last) == "?") {  // "auriez-vous l'obligeance de": no question any more
      for (Suggestion& one : all) {
        if (one.edits.back().span.end > span_of(last - 1).end) return {};
        one.edits.push_back({{span_of(last - 1).end, span_of(last).end}, "."});
      }
    }
    return all;
  }

  [[nodiscard]] bool begins_politely(std::uint32_t first) const {
    const std::string& polite = table_.polite_request;
    return polite.compare(0, polite.find(' '), lower(first)) == 0;
  }
  [[nodiscard]] bool is_polite_now(TokenRange range) const {
    const Span span{span_of(range.first).begin, span_of(range.end - 1).end};
    return to_lower(slice(analysis_.document->text, span)) == table_.polite_request;
  }

  // "... trouver ci-joint votre attestation" -> "voici votre attestation".
  [[nodiscard]] std::vector<Suggestion> enclosed(const Found& found) const {
    for (const Formula& formula : table_.enclosures) {
      const auto end =
          match_formula(analysis_, formula.pattern, found.range.end, sentence_.token_end);
      if (!end || *end >= sentence_.token_end || !is_word(*end)) continue;
      std::vector<Suggestion> all;
      for (const std::string& text : formula.texts) {
        std::vector<Edit> edits = replace_tokens(analysis_, {found.range.first, *end}, text, false);
        if (!edits.empty()) all.push_back({std::move(edits), false});
      }
      return all;
    }
    return {};
  }
};

}  // namespace

std::vector<Suggestion> simplify_formula(const OperationInput& input) {
  const Analysis& analysis = input.analysis;
  if (analysis.depth != Depth::kTrees || is_shouted(analysis, input.range)) {
    return input.operation.literal ? replace_words(input) : std::vector<Suggestion>{};
  }
  return Simplifier(input).run();
}

}  // namespace limpide
