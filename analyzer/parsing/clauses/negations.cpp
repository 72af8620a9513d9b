#include "analyzer/parsing/clauses/negations.h"

#include <algorithm>

#include "analyzer/parsing/clauses/introducers.h"

namespace limpide {
namespace {

constexpr std::uint32_t kReach = 14;     // words after the verb where "que", "aucun" may stand
constexpr std::uint32_t kVerbReach = 8;  // words between "ne" and its verb
constexpr std::uint32_t kSubjectReach = 24;
constexpr std::uint32_t kQueReach = 12;  // words between "que" and an expletive "ne"

bool is_negator(const ClauseText& text, WordIndex word) {
  const Upos upos = text.upos(word);
  // "n'a ete lue par personne": without article it is no noun.
  if (text.has(word, WordTrait::kUserNoun) && text.has(word, WordTrait::kNegator) && word > 0) {
    const Upos before = text.upos(word - 1);
    return before != Upos::kDet && before != Upos::kNum && before != Upos::kAdj;
  }
  return text.has(word, WordTrait::kNegator) && upos != Upos::kNoun && upos != Upos::kVerb &&
         upos != Upos::kPropn;
}

bool is_strong_stop(const ClauseText& text, WordIndex word) {
  if (text.upos(word) != Upos::kPunct) return false;
  const std::string_view form = text.lower(word);
  return form == ";" || form == ":" || form == "." || form == "?" || form == "!";
}

// The verb that "ne" stands before: clitics, adverbs and negators lie between.
WordIndex verb_after(const ClauseText& text, WordIndex ne, WordIndex end) {
  const WordIndex limit = std::min(end, ne + kVerbReach);
  for (WordIndex word = ne + 1; word < limit; ++word) {
    if (is_verb(text, word)) return word;
    if (is_strong_stop(text, word) || text.upos(word) == Upos::kSconj) return kNoWord;
  }
  return kNoWord;
}

// "ne ... plus jamais", "ne ... ni ... ni", but not "ne ... pas plus".
bool joins(const ClauseText& text, const Negation& negation, WordIndex word) {
  if (negation.parts[0] == kNoWord) return true;
  const std::string_view form = text.lower(word);
  if (form == "pas" || form == "plus" || form == "point") return false;
  return form == "ni" || text.lower(negation.parts[0]) != "pas" || text.upos(word) != Upos::kAdv;
}

void add_part(Negation& negation, WordIndex word) {
  const auto free = std::find(negation.parts.begin(), negation.parts.end(), kNoWord);
  if (free != negation.parts.end()) *free = word;
}

// Negative words from `first` on, until the clause ends. True when "que" ends it.
bool add_parts_after(const ClauseText& text, WordIndex verb, WordIndex first, WordIndex end,
                     Negation& negation, WordIndex& que) {
  const WordIndex limit = std::min(end, first + kReach);
  for (WordIndex word = first; word < limit; ++word) {
    if (is_strong_stop(text, word)) return false;
    if (word > verb && is_finite(text, word)) return false;
    if (text.has(word, WordTrait::kNe)) return false;
    if (text.has(word, WordTrait::kQue)) {
      // "ne peut etre retenu des lors que": opens a clause, restricts nothing.
      que = word;
      return text.lower(word - 1) == "plus" || !is_in_locution(text, word, {verb, end});
    }
    const bool relative = text.features(word).pron_type == PronType::kRel;
    if (word > verb && (relative || text.upos(word) == Upos::kSconj)) return false;
    if (!is_negator(text, word) || !joins(text, negation, word)) continue;
    // Far from the verb, "plus" compares.
    if (text.lower(word) == "plus" && word > verb + 3) continue;
    add_part(negation, word);
  }
  return false;
}

// "Aucun document n'est requis", "ni l'un ni l'autre ne": negative words of the subject.
void add_parts_before(const ClauseText& text, WordIndex ne, WordIndex begin, Negation& negation) {
  std::array<WordIndex, 3> found = {kNoWord, kNoWord, kNoWord};
  std::size_t count = 0;
  const WordIndex earliest = ne - std::min(ne - begin, kSubjectReach);
  for (WordIndex word = ne; word > earliest;) {
    --word;
    if (is_strong_stop(text, word) || is_finite(text, word) || text.has(word, WordTrait::kQue)) {
      break;
    }
    if (text.upos(word) == Upos::kSconj || text.features(word).pron_type == PronType::kRel) break;
    if (text.has(word, WordTrait::kPrivative)) break;  // "sans aucun justificatif, il ne"
    const std::string_view form = text.lower(word);
    const bool negative = is_negator(text, word) && form != "plus" && form != "pas";
    if (negative && count < found.size()) found[count++] = word;
  }
  if (count == 0) return;
  Negation merged = negation;
  merged.parts = {kNoWord, kNoWord, kNoWord};
  while (count > 0) add_part(merged, found[--count]);
  for (const WordIndex part : negation.parts) {
    if (part != kNoWord) add_part(merged, part);
  }
  negation = merged;
}

// "avant qu'il ne parte", "plus long qu'il ne faut": a "ne" alone behind "que".
bool is_expletive(const ClauseText& text, WordIndex ne, WordIndex verb, WordIndex begin) {
  const WordIndex earliest = ne - std::min(ne - begin, kQueReach);
  for (WordIndex word = ne; word > earliest;) {
    --word;
    if (is_finite(text, word)) return false;
    if (!text.has(word, WordTrait::kQue)) continue;
    if (verb != kNoWord && text.features(verb).mood == Mood::kSub) return true;
    const WordIndex far = word - std::min(word - begin, kVerbReach);
    for (WordIndex at = word; at > far;) {
      if (text.has(--at, WordTrait::kCompares)) return true;
      if (is_strong_stop(text, at)) return false;
    }
    const std::string_view before = word > begin ? text.lower(word - 1) : std::string_view{};
    return before == "avant" || before == "moins" || before == "sans";
  }
  return false;
}

// "sans qu'aucune autorisation n'ait ete delivree": "sans aucune" denies, not "ne".
bool is_after_sans_que(const ClauseText& text, WordIndex ne, WordIndex begin) {
  const WordIndex earliest = ne - std::min(ne - begin, kQueReach);
  for (WordIndex word = ne; word > earliest + 1;) {
    --word;
    if (is_finite(text, word)) return false;
    if (text.has(word, WordTrait::kQue)) return text.lower(word - 1) == "sans";
  }
  return false;
}

Negation negation_of_ne(const ClauseText& text, WordIndex ne, WordRange sentence) {
  Negation negation;
  negation.first = ne;
  negation.verb = verb_after(text, ne, sentence.end);
  if (is_after_sans_que(text, ne, sentence.first)) {
    negation.kind = NegationKind::kExpletive;
    return negation;
  }
  WordIndex que = kNoWord;
  const WordIndex verb = negation.verb == kNoWord ? ne : negation.verb;
  const bool restricted = add_parts_after(text, verb, ne + 1, sentence.end, negation, que);
  add_parts_before(text, ne, sentence.first, negation);
  const bool denied = negation.parts[0] != kNoWord;
  const bool only_plus =
      denied && negation.parts[1] == kNoWord && text.lower(negation.parts[0]) == "plus";
  if (restricted && (!denied || (only_plus && negation.parts[0] + 1 == que))) {
    const bool expletive = is_expletive(text, ne, negation.verb, sentence.first);
    negation.kind = expletive ? NegationKind::kExpletive : NegationKind::kRestriction;
    if (!expletive) add_part(negation, que);
    return negation;
  }
  if (!denied && is_expletive(text, ne, negation.verb, sentence.first)) {
    negation.kind = NegationKind::kExpletive;
  }
  return negation;
}

// "sans aucun frais", "non signe", "vous devez pas", "jamais reclame".
bool negation_without_ne(const ClauseText& text, WordIndex word, WordRange sentence,
                         Negation& negation) {
  if (text.has(word, WordTrait::kPrivative)) {
    negation.kind = NegationKind::kPrivative;
    negation.parts[0] = word;
    const WordIndex next = word + 1;
    if (next >= sentence.end) return true;
    if (text.lower(word) == "non") {
      if (text.lower(next) == "plus") return false;  // "non plus" adds
      if (text.lower(next) == "sans") add_part(negation, next);
      return true;
    }
    WordIndex at = next;
    if (text.has(at, WordTrait::kQue) && at + 1 < sentence.end) ++at;
    if (is_negator(text, at) && text.upos(at) != Upos::kAdv) add_part(negation, at);
    return true;
  }
  const std::string_view form = text.lower(word);
  if (form != "pas" && form != "jamais") return false;
  if (!is_negator(text, word) || text.upos(word) != Upos::kAdv) return false;
  if (word > sentence.first && text.upos(word - 1) == Upos::kDet) return false;  // "le pas"
  const bool after_verb = word > sentence.first && is_verb(text, word - 1);
  if (form == "pas" && after_verb) {
    negation.parts[0] = word;
    negation.verb = word - 1;
    return true;
  }
  // "Pas de signature": no verb.
  if (form == "pas" && word + 1 < sentence.end && text.has(word + 1, WordTrait::kDe)) {
    negation.parts[0] = word;
    return true;
  }
  if (form != "jamais") return false;
  negation.kind = NegationKind::kPrivative;
  negation.parts[0] = word;
  return true;
}

void find_in_sentence(const ClauseText& text, WordRange sentence, std::vector<Negation>& found,
                      std::vector<std::uint8_t>& taken) {
  const std::size_t first = found.size();
  for (WordIndex word = sentence.first; word < sentence.end; ++word) {
    if (!text.has(word, WordTrait::kNe)) continue;
    found.push_back(negation_of_ne(text, word, sentence));
    for (const WordIndex part : found.back().parts) {
      if (part != kNoWord) taken[part] = 1;
    }
  }
  for (WordIndex word = sentence.first; word < sentence.end; ++word) {
    Negation negation;
    if (taken[word] == 0 && negation_without_ne(text, word, sentence, negation)) {
      found.push_back(negation);
      for (const WordIndex part : negation.parts) {
        if (part != kNoWord) taken[part] = 1;
      }
    }
  }
  const auto place = [](const Negation& negation) {
    return negation.first == kNoWord ? negation.parts[0] : negation.first;
  };
  std::sort(found.begin() + static_cast<std::ptrdiff_t>(first), found.end(),
            [&place](const Negation& a, const Negation& b) { return place(a) < place(b); });
}

}  // namespace

std::vector<Negation> find_negations(const ClauseText& text) {
  std::vector<Negation> found;
  std::vector<std::uint8_t> taken(text.size());
  for (const WordRange& words : text.trees.sentence_words) {
    find_in_sentence(text, words, found, taken);
  }
  return found;
}

}  // namespace limpide
