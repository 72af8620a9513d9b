#include "analyzer/parsing/clauses/agents.h"

#include <algorithm>

namespace limpide {
namespace {

constexpr std::uint32_t kReach = 24;  // words after the participle

// The noun that the preposition governs: its head in the tree when that lies after it, else the
// first nominal after it.
WordIndex governed_noun(const ClauseText& text, WordIndex par, WordIndex end) {
  const WordIndex head = text.head(par);
  if (head != kNoWord && head > par && head < end) return head;
  for (WordIndex word = par + 1; word < end && word < par + 5; ++word) {
    if (is_nominal(text.upos(word))) return word;
    if (is_verb(text, word) || text.upos(word) == Upos::kPunct) return kNoWord;
  }
  return kNoWord;
}

bool has_determiner(const ClauseText& text, WordIndex par, WordIndex noun) {
  for (WordIndex word = par + 1; word < noun; ++word) {
    const Upos upos = text.upos(word);
    if (upos == Upos::kDet || upos == Upos::kNum) return true;
  }
  return false;
}

// "barree a la circulation par les agents": the noun completes the participle.
bool follows_a(const ClauseText& text, WordIndex noun) {
  return has_child(text, noun, Relation::kCase) && noun > 1 &&
         (text.lower(noun - 1) == "\xC3\xA0" || text.lower(noun - 2) == "\xC3\xA0");
}

// "ne ... par personne".
bool is_denied(const ClauseText& text, WordIndex par) {
  for (WordIndex word = par; word > 0 && par - word < 8;) {
    if (text.has(--word, WordTrait::kNe)) return true;
  }
  return false;
}

// A conjugated verb inside the phrase is a fault of the tree: back to the comma before it.
WordIndex before_clause(const ClauseText& text, WordIndex noun, WordIndex verb) {
  for (WordIndex word = verb; word > noun + 1;) {
    --word;
    if (text.upos(word) == Upos::kPunct) return word;
  }
  return noun + 1;
}

// One past the last word of the agent: other prepositions than "de" and a second "par" end it.
// "de l'economie, de l'emploi": the second "de" after a comma goes on as the first did.
WordIndex agent_end(const ClauseText& text, WordIndex noun, WordIndex end) {
  bool after_de = false;
  for (WordIndex word = noun + 1; word < end; ++word) {
    const Upos upos = text.upos(word);
    after_de = after_de || text.has(word, WordTrait::kDe);
    const bool next_is_par = word + 1 < end && text.has(word + 1, WordTrait::kPar);
    const bool stop = (upos == Upos::kAdp && !text.has(word, WordTrait::kDe)) ||
                      (upos == Upos::kPunct && text.lower(word) == ";") ||
                      (upos == Upos::kCconj &&
                       (next_is_par || (word + 1 < end && text.upos(word + 1) == Upos::kPunct)));
    const bool comma = upos == Upos::kPunct && text.lower(word) == ",";
    const bool apart = comma && word + 1 < end && text.upos(word + 1) == Upos::kAdp &&
                       !(after_de && text.has(word + 1, WordTrait::kDe));
    const bool clause = is_finite(text, word);
    if (clause) return before_clause(text, noun, word);
    if (!stop && !apart) continue;
    while (word > noun + 1 && text.upos(word - 1) == Upos::kPunct) --word;
    return word;
  }
  return end;
}

bool may_act(const ClauseText& text, WordIndex par, WordIndex noun) {
  const Upos upos = text.upos(noun);
  if (upos == Upos::kPropn || upos == Upos::kPron) return true;
  if (upos == Upos::kAdj && has_determiner(text, par, noun)) return true;
  if (upos != Upos::kNoun || text.has(noun, WordTrait::kNotAgent)) return false;
  if (text.has(noun, WordTrait::kNegator) && is_denied(text, par)) return true;
  if (has_determiner(text, par, noun)) return true;
  return text.has(noun, WordTrait::kUserNoun) && !text.has(noun, WordTrait::kNotBareAgent);
}

// Does the phrase with "par" belong to the participle? The parser may hang it from a noun on the
// way; only a noun of action would take it, and it stands right before.
bool belongs(const ClauseText& text, WordIndex participle, WordIndex par, WordIndex noun) {
  WordIndex head = text.head(noun);
  // "apres verification par le maire": a bare noun of action keeps it.
  const WordIndex before = par - 1;
  if (before > participle + 1 && text.has(before, WordTrait::kNominalisation) &&
      text.has(before - 1, WordTrait::kAroundEvent)) {
    return false;
  }
  // "jugee necessaire par le medecin": the adjective says what the participle does.
  if (head != kNoWord && head > participle && text.upos(head) == Upos::kAdj &&
      text.head(head) == participle) {
    return true;
  }
  while (
      head != kNoWord && head > participle && head < noun && is_nominal(text.upos(head)) &&
      !(text.has(head, WordTrait::kNominalisation) && head + 1 == par && !follows_a(text, head))) {
    head = text.head(head);
  }
  if (head == participle) return true;
  // "peut etre demande par": the tree may prefer the verb before.
  return head != kNoWord && head < participle && is_verb(text, head) &&
         text.relation(noun) == Relation::kOblAgent;
}

}  // namespace

Agent find_agent(const ClauseText& text, WordIndex participle, WordIndex end) {
  const WordIndex limit = std::min(end, participle + kReach);
  for (WordIndex word = participle + 1; word < limit; ++word) {
    if (text.upos(word) == Upos::kSconj || is_finite(text, word)) return {};
    if (!text.has(word, WordTrait::kPar) || text.upos(word) != Upos::kAdp) continue;
    const WordIndex noun = governed_noun(text, word, end);
    if (noun == kNoWord || !belongs(text, participle, word, noun) || !may_act(text, word, noun))
      continue;
    const WordIndex last = std::min(std::max(noun_phrase(text, noun).end, noun + 1), end);
    return {word, {word + 1, agent_end(text, noun, last)}};
  }
  return {};
}

}  // namespace limpide
