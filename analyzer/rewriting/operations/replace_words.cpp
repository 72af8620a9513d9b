// A term or locution for a plainer one, put in the form that the sentence asks for: a verb takes
// the tense and person of the one it replaces, a noun its number, an adjective agrees; what agrees
// with a noun whose gender changes follows it.
#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/inflection/agreement.h"
#include "analyzer/rewriting/inflection/forms.h"
#include "analyzer/rewriting/inflection/phrase.h"
#include "analyzer/rewriting/operations/adapted_text.h"
#include "analyzer/rewriting/operations/replaced_series.h"
#include "analyzer/rewriting/operations/replaced_words.h"
#include "analyzer/rewriting/operations/replacement_fit.h"
#include "analyzer/rewriting/operations/supposed_clause.h"

namespace limpide {
namespace {

constexpr const char* kNot = "ne";

class Replacement : private ReplacedWords {
 public:
  using ReplacedWords::ReplacedWords;

  Edits with(const std::string& text) {
    if (speaks_to_someone(text) && !reader_is_near()) return {};
    if (speaks_to_someone(text) && reflexive_follows()) return {};
    if (!fits_the_place(input_, range_, text)) return {};
    if (analysis_.depth == Depth::kTrees) {
      const auto agrees = provision_agrees(input_, range_, text);
      if (agrees && !*agrees) return {};
    }
    if (input_.operation.literal) return literal(range_, text);
    if (analysis_.depth != Depth::kTrees) return {};
    if (is_determiner(input_, text)) return replace_determiner(input_, range_, text);
    if (is_denied_verb(text)) return denied_verb(text);
    if (const auto supposed = supposed_clause(input_, range_, text)) return *supposed;
    if (const auto agrees = relative_agrees(input_, range_, text)) {
      return *agrees ? literal(range_, text) : Edits{};
    }
    if (starts_with_infinitive(language_, text)) return replace_verb(input_, range_, text);
    if (starts_with_infinitive(language_, behind_pronoun(text))) return verb_with_pronoun(text);
    const Upos upos = tag(head_).upos;
    // "pendant", "si" and "vu" may be nouns; they never are here.
    if (starts_with_small_word(text)) return opens_with_small_word() ? phrase(text) : Edits{};
    if (upos == Upos::kNoun) return replace_noun(input_, range_, text);
    if (upos == Upos::kAdj || is_past_participle(head_)) return adjective(text);
    if (upos == Upos::kVerb || upos == Upos::kAux || upos == Upos::kPropn) {
      // "il vous appartient de" for "vous devez": both are whole phrases.
      return range_.end - range_.first > 1 ? literal(range_, text) : Edits{};
    }
    return literal(range_, text);
  }

 private:
  // ------------------------------------------------------------------ who is spoken to
  // "vous devez" for "il convient de".
  [[nodiscard]] bool speaks_to_someone(std::string_view text) const {
    const auto present = [](const Features& features) {
      return features.person == 1 || features.person == 2;
    };
    if (!is_pronoun(first_word(text), present)) return false;
    for (std::uint32_t i = range_.first; i < range_.end; ++i) {
      if (is_pronoun(form_of_token(analysis_, i).lower, present)) return false;  // so do the words
    }
    return true;
  }
  // "il convient de s'interroger": "vous devez s'interroger" is none.
  [[nodiscard]] bool reflexive_follows() const {
    if (range_.end >= analysis_.segmentation.tokens.size()) return false;
    return is_pronoun(form_of_token(analysis_, range_.end).lower, [](const Features& features) {
      return features.reflexive && features.person == 3;
    });
  }
  template <typename Test>
  [[nodiscard]] bool is_pronoun(std::string_view word, const Test& test) const {
    const FormId form = language_.lexicon.find_any_case(word);
    if (form == kNoForm) return false;
    const auto& readings = language_.lexicon.analyses(form);
    return std::any_of(readings.begin(), readings.end(), [&test](const LexicalAnalysis& reading) {
      return reading.upos == Upos::kPron && test(reading.features);
    });
  }

  [[nodiscard]] bool names_reader(std::uint32_t token) const {
    const RewritingResources& words = input_.resources;
    const std::string& lower = form_of_token(analysis_, token).lower;
    return lower == words.reader_pronoun || lower == words.reader_own ||
           lower == words.reader_plural;
  }
  // In the sentence, or the two before or after it.
  [[nodiscard]] bool reader_is_near() const {
    constexpr std::uint32_t kReach = 2;  // sentences
    const auto& sentences = analysis_.segmentation.sentences;
    const std::uint32_t own = analysis_.sentence_of_token[range_.first];
    const std::uint32_t last =
        std::min(own + kReach, static_cast<std::uint32_t>(sentences.size()) - 1);
    const std::uint32_t end = sentences[last].token_end;
    for (std::uint32_t i = sentences[own - std::min(own, kReach)].first_token; i < end; ++i) {
      if (names_reader(i)) return true;
    }
    return false;
  }

  // ------------------------------------------------------------------ "ne pas respecter"
  [[nodiscard]] std::string denial() const {
    return std::string(kNot) + " " + input_.resources.negator + " ";
  }
  [[nodiscard]] bool is_denied_verb(const std::string& text) const {
    const std::string denied = denial();
    return text.compare(0, denied.size(), denied) == 0;
  }

  // "contrevient a" -> "ne respecte pas". A tense of two words, a pronoun before the verb or
  // another negation would part the words otherwise.
  [[nodiscard]] Edits denied_verb(const std::string& text) const {
    const std::uint32_t first = analysis_.segmentation.tokens[range_.first].first_word;
    const Features& features = tag(first).features;
    if (tag(first).upos != Upos::kVerb && tag(first).upos != Upos::kAux) return {};
    if (is_denied_before()) return {};
    if (features.verb_form == VerbForm::kInf) return literal(range_, text);
    if (features.verb_form != VerbForm::kFin) return {};
    Edits edits = replace_verb(input_, range_, text.substr(denial().size()));
    if (edits.size() != 1) return {};
    std::string& form = edits.front().text;
    const std::size_t space = std::min(form.find(' '), form.size());
    const std::string one = form.substr(0, space);
    const bool vowel = elides_before(language_.lexicon, to_lower(one));
    const std::string no =
        vowel ? std::string(1, kNot[0]) + apostrophe_of(analysis_) : std::string(kNot) + " ";
    form = no + one + " " + input_.resources.negator + form.substr(space);
    return edits;
  }
  [[nodiscard]] bool is_denied_before() const {
    if (range_.first == 0) return true;
    const std::string& before = form_of_token(analysis_, range_.first - 1).lower;
    const std::uint32_t word = analysis_.segmentation.tokens[range_.first - 1].first_word;
    const bool subject = universal_relation(arc(word).relation) == Relation::kNsubj;
    const bool pronoun = tag(word).upos == Upos::kPron && !subject;
    return pronoun || before == kNot || before == "n'" || before == input_.resources.negator;
  }

  // ------------------------------------------------------------------ "vous signaler"
  // "vous signaler" -> "signaler"; "" when no pronoun opens it.
  [[nodiscard]] std::string behind_pronoun(const std::string& text) const {
    const std::string_view first = first_word(text);
    const auto any = [](const Features&) { return true; };
    if (first.size() + 1 >= text.size() || !is_pronoun(first, any)) return {};
    return text.substr(first.size() + 1);
  }
  // "porte a votre connaissance" -> "vous signale". A pronoun before the verb, a tense of two words
  // or an order would part the two.
  [[nodiscard]] Edits verb_with_pronoun(const std::string& text) const {
    const std::uint32_t first = analysis_.segmentation.tokens[range_.first].first_word;
    const Features& features = tag(first).features;
    if (features.verb_form == VerbForm::kInf) return literal(range_, text);
    if (tag(first).upos != Upos::kVerb && tag(first).upos != Upos::kAux) {
      return is_pronoun(lower(first), [](const Features&) { return true; }) ? literal(range_, text)
                                                                            : Edits{};
    }
    if (features.verb_form != VerbForm::kFin || features.mood != Mood::kInd) return {};
    if (is_denied_before() || lower(first - 1).back() == '\'') return {};
    const std::string verb = behind_pronoun(text);
    Edits edits = replace_verb(input_, range_, verb);
    if (edits.size() != 1) return {};
    edits.front().text = std::string(first_word(text)) + " " + edits.front().text;
    return edits;
  }

  [[nodiscard]] bool starts_with_small_word(std::string_view text) const {
    // "s'il n'y a pas de": an elided word is a small one.
    const std::string_view first = first_word(text);
    const std::size_t apostrophe = std::min(first.find("\xE2\x80\x99"), first.find('\''));
    if (apostrophe != std::string_view::npos && apostrophe <= 2) return true;
    const FormId form = language_.lexicon.find_any_case(first);
    if (form == kNoForm) return false;
    const LexicalTraits& traits = language_.lexicon.traits(form);
    return traits.may_be(Upos::kAdp) || traits.may_be(Upos::kSconj) ||
           traits.may_be(Upos::kCconj) || traits.may_be(Upos::kDet) || traits.may_be(Upos::kPron) ||
           traits.may_be(Upos::kAdv);
  }

  // A preposition, an adverb, "il" of "il convient": what a locution may stand for.
  [[nodiscard]] bool opens_with_small_word() const {
    const std::uint32_t first = analysis_.segmentation.tokens[range_.first].first_word;
    switch (tag(first).upos) {
      case Upos::kAdp:
      case Upos::kAdv:
      case Upos::kSconj:
      case Upos::kCconj:
      case Upos::kPron:
        return true;
      case Upos::kDet:
      case Upos::kNoun:
      case Upos::kVerb:
      case Upos::kAdj:
        return range_.end - range_.first > 1;  // "compte tenu de", "le cas echeant"
      default:
        return false;
    }
  }

  Edits phrase(const std::string& text) const {
    const std::string_view last = last_word(text);
    if (is_preposition(last) && !word_follows()) return {};
    return literal(range_, text);
  }

  [[nodiscard]] bool word_follows() const {
    const auto& tokens = analysis_.segmentation.tokens;
    return range_.end < tokens.size() && tokens[range_.end].kind != TokenKind::kPunctuation;
  }

  Edits adjective(const std::string& text) {
    std::uint32_t noun = arc(head_).head;
    const bool attribute =
        noun == kRoot || universal_relation(arc(head_).relation) != Relation::kAmod;
    Gender gender = tag(head_).features.gender;
    Number number = tag(head_).features.number;
    if (!attribute && tag(noun).upos == Upos::kNoun) {
      const NounPlace place = noun_place(analysis_, noun);
      if (gender == Gender::kNone) gender = place.gender;
      if (number == Number::kNone) number = place.number;
      if (noun > head_ && text.find(' ') != std::string::npos) return {};
    }
    if (gender == Gender::kNone || number == Number::kNone) return {};
    auto form = inflected_adjective(language_, text, gender, number);
    if (!form || !fits_preposition(*form)) return {};
    return literal(range_, *form);
  }
};

// Words at the end that are the sentence's own: "acquitter de [cette]".
TokenRange without_tail(const OperationInput& input) {
  TokenRange range = input.range;
  range.end -= std::min(input.operation.kept_tail, range.end - range.first - 1);
  if (input.operation.literal || input.analysis.depth != Depth::kTrees) return range;
  if (input.operation.open_ending && input.operation.kept_tail == 0)
    return range;  // "justifier du": "du" is the term's
  const auto upos = [&](std::uint32_t token) {
    return input.analysis.tagging.words[input.analysis.segmentation.tokens[token].first_word].upos;
  };
  while (range.end - range.first > 1 && upos(range.end - 1) == Upos::kDet) --range.end;
  return range;
}

// "EN CONSEQUENCE": words in capitals, not an acronym or a word alone.
bool in_capitals(const Analysis& analysis, TokenRange range) {
  std::size_t words = 0;
  for (std::uint32_t i = range.first; i < range.end; ++i) {
    if (analysis.segmentation.tokens[i].kind != TokenKind::kWord) continue;
    const Form& form = form_of_token(analysis, i);
    const bool letter = form.letters == 1 && form.casing == Casing::kCapitalized;
    if (form.casing != Casing::kUpper && !letter) return false;
    ++words;
  }
  return words > 1;
}

}  // namespace

std::vector<Suggestion> replace_words(const OperationInput& input) {
  std::vector<Suggestion> suggestions;
  const TokenRange range = without_tail(input);
  const bool capitals = in_capitals(input.analysis, input.range);
  for (const std::string& written : input.operation.texts) {
    const auto text = adapted_text(input, written);
    if (!text) continue;
    std::optional<Edits> whole =
        with_series(input, range, *text, Replacement(input, range).with(*text));
    if (!whole || whole->empty()) continue;
    Edits edits = *std::move(whole);
    if (repeats_near(input, range, edits.front().text)) continue;
    if (capitals) {
      for (Edit& edit : edits) edit.text = to_upper(edit.text);
    }
    // In capitals a word less or more weighs more than the term.
    suggestions.push_back({std::move(edits), input.operation.safe && !capitals});
  }
  return suggestions;
}

}  // namespace limpide
