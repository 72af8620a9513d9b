// "vous voudrez bien envoyer", "merci de bien vouloir envoyer", "nous vous prions d'envoyer" ->
// "envoyez". In: the words of the request; the infinitive follows them or is the last of them.
// Refuses: a request in a subordinate clause, pronouns before the infinitive, a verb whose
// imperative French does not use.
#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/inflection/forms.h"
#include "analyzer/rewriting/operations/operation.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {

std::vector<Suggestion> make_imperative(const OperationInput& input) {
  const Analysis& analysis = input.analysis;
  if (analysis.depth != Depth::kTrees || is_shouted(analysis, input.range)) return {};
  const auto& tokens = analysis.segmentation.tokens;
  const Sentence& sentence =
      analysis.segmentation.sentences[analysis.sentence_of_token[input.range.first]];
  const bool opens = input.range.first == sentence.first_token ||
                     form_of_token(analysis, input.range.first - 1).key == ",";
  if (!opens) return {};
  const auto is_infinitive = [&](std::uint32_t token) {
    return token < sentence.token_end &&
           analysis.tagging.words[tokens[token].first_word].features.verb_form == VerbForm::kInf;
  };
  std::uint32_t verb = input.range.end - 1;
  if (!is_infinitive(verb)) ++verb;
  // "bien vouloir": the verb that counts comes next.
  const auto is_will = [&](std::uint32_t token) {
    return lemma_of(analysis, tokens[token].first_word) == input.resources.will;
  };
  while (is_infinitive(verb) && is_infinitive(verb + 1) && is_will(verb)) ++verb;
  if (is_infinitive(verb) && is_infinitive(verb + 1)) return {};
  if (!is_infinitive(verb)) return {};
  const std::uint32_t word = tokens[verb].first_word;
  if (analysis.tagging.words[word].upos != Upos::kVerb) return {};
  Features wanted;
  wanted.verb_form = VerbForm::kFin;
  wanted.mood = Mood::kImp;
  wanted.tense = Tense::kPres;
  wanted.person = 2;
  wanted.number = Number::kPlur;
  const FactWord* listed = analysis.language->syntax->facts.find(lemma_of(analysis, word));
  const bool polite = listed != nullptr && (listed->roles & bit_of(FactRole::kPolite)) != 0;
  if (polite) return {};  // "veuillez agreer"
  const auto form = form_of(*analysis.language, lemma_of(analysis, word), Upos::kVerb, wanted);
  if (!form) return {};
  const bool upper = starts_with_capital(analysis, input.range.first);
  const Span span{tokens[input.range.first].span.begin, tokens[verb].span.end};
  return {{{{span, upper ? capitalized(*form) : *form}}, false}};
}

}  // namespace limpide
