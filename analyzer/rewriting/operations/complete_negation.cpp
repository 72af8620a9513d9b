// "vous ne pouvez demander" -> "vous ne pouvez pas demander"; "ne saurait" -> "ne peut pas"; "ne
// puis" -> "ne peux pas". In: the words from "ne" to the verb. Refuses: infinitives, a verb with a
// pronoun behind it, a negation that another word of the clause completes.
#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/inflection/forms.h"
#include "analyzer/rewriting/operations/operation.h"

namespace limpide {
namespace {

constexpr const char* kOldCan = "puis";  // "pas" never stands behind it

// The conjugated verb or present participle of the range; kNoWord when there is none.
std::uint32_t finite_word(const Analysis& analysis, TokenRange range) {
  for (std::uint32_t i = range.first; i < range.end; ++i) {
    const std::uint32_t word = analysis.segmentation.tokens[i].first_word;
    const Features& features = analysis.tagging.words[word].features;
    if (features.verb_form == VerbForm::kFin) return word;
    // "ne pouvant".
    if (features.verb_form == VerbForm::kPart && features.tense == Tense::kPres) return word;
  }
  return kNoWord;
}

// A form of the conditional of "savoir" (the lexicon is asked: rarer verbs share it), or "puis".
bool is_hedged(const OperationInput& input, std::uint32_t word) {
  const Lexicon& lexicon = input.analysis.language->lexicon;
  const std::string& key = form_of_token(input.analysis, token_of_word(input.analysis, word)).key;
  if (key == kOldCan) return true;
  const FormId form = lexicon.find_any_case(key);
  if (form == kNoForm) return false;
  const std::vector<LexicalAnalysis> readings = lexicon.analyses(form);
  return std::any_of(readings.begin(), readings.end(), [&input](const LexicalAnalysis& reading) {
    return reading.lemma == input.resources.hedged_verb && reading.features.mood == Mood::kCnd;
  });
}

// "ne saurait": the conditional that only says "peut".
std::optional<std::string> plain_verb(const OperationInput& input, std::uint32_t word) {
  const Features& features = input.analysis.tagging.words[word].features;
  Features wanted;
  wanted.verb_form = VerbForm::kFin;
  wanted.mood = Mood::kInd;
  wanted.tense = Tense::kPres;
  wanted.person = features.person;
  wanted.number = features.number;
  return form_of(*input.analysis.language, input.resources.plain_verb, Upos::kVerb, wanted);
}

bool is_completed(const Analysis& analysis, std::uint32_t word) {
  for (const Negation& negation : analysis.clauses.negations) {
    if (negation.verb != word || negation.first == kNoWord) continue;
    if (negation.parts[0] != kNoWord || negation.kind == NegationKind::kRestriction) return true;
  }
  return false;
}

// "personne ne repond", "aucune demande ne sera": the word before completes it.
bool is_completed_before(const Analysis& analysis, std::uint32_t token) {
  const ClauseResources& lists = analysis.language->syntax->clauses;
  const Sentence& sentence = analysis.segmentation.sentences[analysis.sentence_of_token[token]];
  for (std::uint32_t i = sentence.first_token; i < token; ++i) {
    const std::string& lower = form_of_token(analysis, i).lower;
    if ((lists.of_form(lower) & bit_of(WordTrait::kNegator)) != 0) return true;
  }
  return false;
}

}  // namespace

std::vector<Suggestion> complete_negation(const OperationInput& input) {
  const Analysis& analysis = input.analysis;
  if (analysis.depth != Depth::kTrees) return {};
  const std::uint32_t word = finite_word(analysis, input.range);
  if (word == kNoWord || is_completed(analysis, word)) return {};
  const std::uint32_t token = token_of_word(analysis, word);
  if (is_completed_before(analysis, input.range.first)) return {};
  const auto& tokens = analysis.segmentation.tokens;
  // "ne pouvez-vous": the second part stands behind the pronoun.
  const bool inverted = token + 1 < tokens.size() && !tokens[token + 1].space_before &&
                        form_of_token(analysis, token + 1).lower.front() == '-';
  if (inverted) return {};
  // In capitals one word more weighs more than the negation: a person reads it.
  const bool shouted = is_shouted(analysis, {token, token + 1});
  const auto cased = [shouted](const std::string& text) { return shouted ? to_upper(text) : text; };
  const std::string negator = cased(" " + input.resources.negator);
  const Span span = tokens[token].span;
  const bool adverb =
      token + 1 < tokens.size() &&
      input.resources.grammar.before_negator.count(form_of_token(analysis, token + 1).lower) != 0;
  const std::uint32_t end = adverb ? tokens[token + 1].span.end : span.end;
  if (is_hedged(input, word)) {
    const std::optional<std::string> plain = plain_verb(input, word);
    if (!plain) return {};
    if (!adverb) return {{{{span, cased(*plain) + negator}}, !shouted}};
    return {{{{span, cased(*plain)}, {{end, end}, negator}}, !shouted}};
  }
  return {{{{{end, end}, negator}}, !shouted}};
}

}  // namespace limpide
