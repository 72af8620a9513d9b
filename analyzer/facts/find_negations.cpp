// Negations and restrictions of the clause layer as facts. An expletive "ne" denies nothing and is
// none.
#include <algorithm>

#include "analyzer/facts/finders.h"

namespace limpide {
namespace {

WordIndex last_part(const Negation& negation) {
  WordIndex last = negation.first;
  for (const WordIndex part : negation.parts) {
    if (part != kNoWord) last = last == kNoWord ? part : std::max(last, part);
  }
  return last;
}

WordIndex first_part(const Negation& negation) {
  WordIndex first = negation.first;
  for (const WordIndex part : negation.parts) first = std::min(first, part);
  return first;
}

// Which word denies: "pas", "plus jamais", "sans aucun"; "ne" alone.
std::string denying_words(const FactText& text, const Negation& negation) {
  std::string out;
  for (const WordIndex part : negation.parts) {
    if (part == kNoWord) continue;
    if (!out.empty()) out.push_back(' ');
    out += text.lower(text.token_of(part));
  }
  return out.empty() ? "ne" : out;
}

// What is denied: the word that carries the meaning of the verb group; after "sans" and "non", the
// next noun, verb or adjective.
std::string_view denied_lemma(const FactText& text, const Scan& scan, const Negation& negation,
                              WordIndex lexical) {
  if (lexical != kNoWord) {
    return text.input.tagging.lemmas[text.input.tagging.words[lexical].lemma];
  }
  if (negation.verb != kNoWord) return text.lemma(text.token_of(negation.verb));
  constexpr std::uint32_t kReach = 6;  // tokens
  const std::uint32_t first = text.token_of(last_part(negation)) + 1;
  for (std::uint32_t i = first; i < std::min(scan.end, first + kReach); ++i) {
    const Upos upos = text.upos(i);
    const bool full = upos == Upos::kNoun || upos == Upos::kVerb || upos == Upos::kAdj ||
                      upos == Upos::kPropn || upos == Upos::kAux;
    if (full) return text.lemma(i);
  }
  return {};
}

}  // namespace

void find_negations(const FactText& text, WordRange negations, Scan& scan) {
  const Clauses& layer = text.input.clauses;
  for (std::uint32_t i = negations.first; i < negations.end; ++i) {
    const Negation& negation = layer.negations[i];
    if (negation.kind == NegationKind::kExpletive || last_part(negation) == kNoWord) continue;
    const bool restricts = negation.kind == NegationKind::kRestriction;
    Fact& fact =
        scan.add(text, restricts ? FactKind::kRestriction : FactKind::kNegation,
                 text.token_of(first_part(negation)), text.token_of(last_part(negation)) + 1);
    fact.content = std::string(denied_lemma(text, scan, negation, text.denied[i]));
    if (!restricts) fact.detail = denying_words(text, negation);
  }
}

}  // namespace limpide
