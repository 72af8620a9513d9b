#include "analyzer/facts/bearers.h"

#include <algorithm>

namespace limpide {
namespace {

constexpr std::uint32_t kCliticReach = 4;  // words before a verb
constexpr std::uint32_t kDativeReach = 8;  // words after it

Bearer from_words(const FactText& text, WordRange words, WordIndex head) {
  const std::uint32_t first = text.token_of(words.first);
  const std::uint32_t end = text.token_of(words.end - 1) + 1;
  Bearer bearer;
  bearer.span = span_of(text, first, end);
  const WordTag& tag = text.input.tagging.words[head];
  const std::string_view lemma = text.input.tagging.lemmas[tag.lemma];
  const std::string_view written = text.lower(text.token_of(head));
  bearer.key = tag.upos == Upos::kPron || lemma.empty() ? written : lemma;
  const FactWord* entry = text.resources.find(bearer.key);
  const FactRoles roles = entry == nullptr ? 0 : entry->roles;
  constexpr FactRoles kPersonal = bit_of(FactRole::kPerson) | bit_of(FactRole::kOffice) |
                                  bit_of(FactRole::kBody) | bit_of(FactRole::kTitle) |
                                  bit_of(FactRole::kAcronym);
  bearer.personal = (roles & kPersonal) != 0 || tag.upos == Upos::kPropn ||
                    (tag.upos == Upos::kPron && tag.features.pron_type == PronType::kPrs);
  bearer.sure = bearer.personal && (tag.upos != Upos::kPron || tag.features.person != 3);
  return bearer;
}

// "les personnes qui doivent": the noun before "qui", with its determiner and complements.
Bearer from_noun(const FactText& text, WordIndex noun, WordIndex end) {
  std::uint32_t first = text.token_of(noun);
  while (first > 0 && text.token_of(noun) - first < kCliticReach &&
         (text.upos(first - 1) == Upos::kDet || text.upos(first - 1) == Upos::kAdj)) {
    --first;
  }
  Bearer bearer = from_words(text, {noun, noun + 1}, noun);
  const std::uint32_t last = noun_phrase_end(text, first, text.token_of(end));
  bearer.span = span_of(text, first, std::max(last, text.token_of(noun) + 1));
  return bearer;
}

Bearer from_token(const FactText& text, std::uint32_t token) {
  const WordIndex word = text.token(token).first_word;
  return from_words(text, {word, word + 1}, word);
}

bool is_person_clitic(std::string_view lower) {
  return lower == "vous" || lower == "nous" || lower == "lui" || lower == "leur" || lower == "me" ||
         lower == "m'" || lower == "moi";
}

// "vous" of "il vous appartient", "vous est interdit".
Bearer clitic_before(const FactText& text, WordIndex verb, WordIndex begin) {
  const WordIndex earliest = verb - std::min(verb - begin, kCliticReach);
  for (WordIndex word = verb; word-- > earliest;) {
    const std::uint32_t token = text.token_of(word);
    if (is_person_clitic(text.lower(token))) return from_token(text, token);
    const Upos upos = text.input.tagging.words[word].upos;
    if (upos != Upos::kPron && upos != Upos::kAdv && upos != Upos::kPart) break;
  }
  return {};
}

// "il appartient au locataire de", "il est interdit aux visiteurs de".
Bearer dative_after(const FactText& text, WordIndex verb, WordIndex end) {
  const std::uint32_t first = text.token_of(verb) + 1;
  const std::uint32_t limit = std::min({first + kDativeReach, text.token_of(end - 1) + 1,
                                        static_cast<std::uint32_t>(text.cut().tokens.size())});
  for (std::uint32_t i = first; i < limit; ++i) {
    const WordTag& tag = text.tag(i);
    if (tag.features.verb_form == VerbForm::kInf) break;
    if (!text.has(i, FactRole::kImpersonalBearer)) continue;
    const std::uint32_t last = noun_phrase_end(text, i + 1, limit);
    if (last == i + 1) continue;
    std::uint32_t head = i + 1;
    while (head + 1 < last && text.upos(head) != Upos::kNoun && text.upos(head) != Upos::kPropn) {
      ++head;
    }
    Bearer bearer = from_token(text, head);
    bearer.span = span_of(text, i + 1, last);
    return bearer;
  }
  return {};
}

// "par le representant" of a passive.
Bearer acting(const FactText& text, const Clause& clause) {
  if (clause.agent.first >= clause.agent.end) return {};
  WordIndex head = clause.agent.first;
  while (head + 1 < clause.agent.end && text.input.tagging.words[head].upos == Upos::kDet) ++head;
  return from_words(text, clause.agent, head);
}

}  // namespace

Bearer unnamed_reader() { return {{}, "vous", true, true}; }

Bearer asked_person(const FactText& text, const Clause& clause) {
  if (clause.verb.finite == kNoWord) return {};
  const WordIndex begin = std::min(clause.span.first, clause.verb.finite);
  const Bearer before = clitic_before(text, clause.verb.finite, begin);
  if (!before.key.empty()) return before;
  return dative_after(text, clause.verb.finite, clause.span.end);
}

Bearer subject_bearer(const FactText& text, const Clause& clause) {
  const Subject& subject = clause.subject;
  if (subject.head == kNoWord || subject.span.first >= subject.span.end) return {};
  return from_words(text, subject.span, subject.head);
}

Bearer bearer_of(const FactText& text, const Clause& clause) {
  const VerbGroup& group = clause.verb;
  // "vous etes autorise a": who is governed bears, the subject of the passive.
  const bool governed = text.lemma_has(group.lexical, FactRole::kGoverns);
  const bool passive = clause.voice == Voice::kPassive || clause.stative;
  if (clause.voice == Voice::kPassive && !governed) return acting(text, clause);
  const Subject& subject = clause.subject;
  const bool il = subject.kind == SubjectKind::kExplicit && governed &&
                  text.lower(text.token_of(subject.head)) == "il";
  if (subject.kind == SubjectKind::kImpersonal || clause.voice == Voice::kImpersonal || il) {
    return asked_person(text, clause);
  }
  // "le bail vous oblige a"
  if (governed && !passive && group.finite == group.lexical) return asked_person(text, clause);
  if (subject.kind == SubjectKind::kImplied && clause.verb.mood == Mood::kImp) {
    return unnamed_reader();
  }
  const bool relative = clause.kind == ClauseKind::kRelative && subject.antecedent != kNoWord &&
                        subject.head != kNoWord &&
                        text.input.tagging.words[subject.head].features.pron_type == PronType::kRel;
  Bearer bearer;
  if (relative && subject.antecedent < subject.head) {
    bearer = from_noun(text, subject.antecedent, subject.head);
  } else {
    bearer = subject_bearer(text, clause);
  }
  if (bearer.personal) return bearer;
  // "l'acces n'est pas autorise aux professionnels"
  return governed && passive ? asked_person(text, clause) : Bearer{};
}

}  // namespace limpide
