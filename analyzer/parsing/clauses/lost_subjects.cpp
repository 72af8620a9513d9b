#include "analyzer/parsing/clauses/lost_subjects.h"

#include <algorithm>
#include <string_view>

#include "analyzer/parsing/clauses/agreement.h"
#include "analyzer/parsing/clauses/introducers.h"
#include "analyzer/parsing/clauses/subject_at_verb.h"
#include "analyzer/parsing/clauses/subjects.h"

namespace limpide {
namespace {

constexpr std::uint32_t kReach = 60;  // words between a lost subject and its verb
constexpr unsigned kMostChildren = 32;
constexpr unsigned kLongestClimb = 12;
constexpr std::uint32_t kFar = 5;  // words: a subject further off is doubted
constexpr unsigned kHighest = 6;   // heads between a verb and a noun above it

// "l'assure qui percoit une pension a": the noun before a relative pronoun whose verb, and no
// other, stands between. Each opening word takes one conjugated verb.
WordIndex antecedent_before(const ClauseText& text, const VerbGroup& group, WordIndex begin) {
  const WordIndex earliest = group.finite - std::min(group.finite - begin, kReach);
  unsigned verbs = 0;
  for (WordIndex at = group.finite; at > earliest;) {
    --at;
    if (is_finite(text, at)) ++verbs;
    const bool relative = is_relative_pronoun(text, at);
    if (!relative && text.upos(at) != Upos::kSconj) continue;
    if (verbs == 0) return kNoWord;
    --verbs;
    if (verbs > 0 || !relative) continue;
    WordIndex noun = at;
    while (noun > earliest && noun + 4 > at &&
           (text.upos(noun - 1) == Upos::kAdp || text.upos(noun - 1) == Upos::kPunct ||
            text.upos(noun - 1) == Upos::kAdj)) {
      --noun;
    }
    if (noun == earliest) return kNoWord;
    --noun;
    for (unsigned step = 0; step < kHighest && noun != kNoWord && noun >= earliest; ++step) {
      if (may_be_subject(text, noun, group)) return noun;
      if (text.relation(noun) != Relation::kNmod || text.head(noun) > noun) break;
      noun = text.head(noun);
    }
  }
  return kNoWord;
}

// What stands just before the verb and its clitics: "nous" of "nous vous avions ecrit", the head of
// "le calcul de la prime" in "le calcul de la prime vous sera envoye".
WordIndex neighbour(const ClauseText& text, const VerbGroup& group, WordIndex begin) {
  WordIndex at = group.finite;
  while (at > begin) {
    --at;
    if (is_own_pronoun(text, at, group)) return at;
    if (!text.has(at, WordTrait::kObjectClitic) && !text.has(at, WordTrait::kNe)) break;
  }
  // "l'aide qui est prevue, doit": over a comma, and over participles and relative clauses.
  if (text.upos(at) == Upos::kPunct && at > begin && text.lower(at) == ",") --at;
  for (unsigned step = 0; step < kLongestClimb && at != kNoWord && at >= begin; ++step) {
    const bool free = text.upos(at) != Upos::kPunct && at < group.finite;
    const Relation universal = universal_relation(text.relation(at));
    if (!free ||
        (is_verb(text, at) && universal != Relation::kAcl && universal != Relation::kAux)) {
      return kNoWord;
    }
    const bool object = universal == Relation::kObj && is_behind_its_verb(text, at);
    if (may_be_subject(text, at, group) && universal != Relation::kNmod && !object) return at;
    at = text.head(at);
  }
  return kNoWord;
}

// "il", "elles", "on", "c'" before the verb and its clitics: nothing else is its subject.
WordIndex subject_pronoun(const ClauseText& text, const VerbGroup& group, WordIndex begin) {
  for (WordIndex at = group.finite; at > begin;) {
    --at;
    if (text.has(at, WordTrait::kSubjectPronoun) && text.upos(at) == Upos::kPron) {
      const bool governed = at > begin && text.upos(at - 1) == Upos::kAdp;
      return governed || disagree(text, at, group) ? kNoWord : at;
    }
    if (!text.has(at, WordTrait::kObjectClitic) && !text.has(at, WordTrait::kNe)) return kNoWord;
  }
  return kNoWord;
}

// "... dont le bail": the word after "dont" when no conjugated verb parts it from this one; its
// subject cannot stand before.
WordIndex behind_dont(const ClauseText& text, const VerbGroup& group, WordIndex begin) {
  const WordIndex earliest = group.finite - std::min(group.finite - begin, kReach);
  for (WordIndex at = group.finite; at > earliest;) {
    --at;
    if (is_finite(text, at)) return begin;
    if (is_relative_pronoun(text, at) && text.lower(at) == "dont") return at + 1;
  }
  return begin;
}

void set_subject(const ClauseText& text, WordIndex head, Clause& clause) {
  clause.subject.kind = SubjectKind::kExplicit;
  clause.subject.head = head;
  clause.subject.clausal = false;
  clause.subject.span = subject_span(text, clause.verb, head);
}

// "le secretaire, qui se trouve a Madrid, ...": the relative clause has its own subject, "qui".
bool has_relative_subject(const ClauseText& text, WordIndex head, WordIndex but) {
  unsigned seen = 0;
  for (WordIndex child = text.first_child[head];
       child != kNoWord && child < head && seen < kMostChildren;
       child = text.next_sibling[child], ++seen) {
    const bool subject = child > but && is_subject_relation(text.relation(child));
    if (subject && text.features(child).pron_type == PronType::kRel) return true;
  }
  return false;
}

// A noun that the tree calls subject of a head without conjugated verb, or of a relative clause,
// nearest to the verb. REQUIRES: begin <= the verb.
WordIndex stranded_subject(const ClauseText& text, const VerbGroup& group, WordIndex begin) {
  const WordIndex earliest = group.finite - std::min(group.finite - begin, kReach);
  for (WordIndex word = group.finite; word > earliest;) {
    --word;
    if (!is_subject_relation(text.relation(word)) || !may_be_subject(text, word, group)) continue;
    const WordIndex head = text.head(word);
    if (head == kNoWord) continue;
    // "le service dont le guichet ferme deplace": the tree gives both to the first verb.
    const bool antecedent =
        word + 1 < head && is_relative_pronoun(text, word + 1) && head < group.finite;
    if (antecedent || !has_finite_verb(text, head) || has_relative_subject(text, head, word))
      return word;
  }
  return kNoWord;
}

bool is_quote(std::string_view form) {
  return form == "\"" || form == "\xC2\xBB" || form == "\xE2\x80\x9D" || form == "''";
}

// "..., souligne la directrice": the verb that ends a quotation has its subject behind it.
bool ends_quotation(const ClauseText& text, const VerbGroup& group, WordIndex begin) {
  WordIndex at = group.finite;
  while (at > begin && text.has(at - 1, WordTrait::kObjectClitic)) --at;
  if (at < begin + 2) return false;
  const std::string_view last = text.lower(at - 1);
  const std::string_view before = text.lower(at - 2);
  return (last == "," && is_quote(before)) || (is_quote(last) && before == ",");
}

// The nearest noun behind the verb that the tree hangs from the clause.
WordIndex noun_behind(const ClauseText& text, const Clause& clause) {
  const VerbGroup& group = clause.verb;
  for (WordIndex child = text.first_child[clause.head]; child != kNoWord;
       child = text.next_sibling[child]) {
    if (child > group.finite && may_be_subject(text, child, group)) return child;
  }
  return kNoWord;
}

// "... et acceptent": the subject is that of the verb before.
bool follows_conjunction(const ClauseText& text, const VerbGroup& group, WordIndex begin) {
  for (WordIndex at = group.finite; at > begin;) {
    --at;
    if (text.upos(at) == Upos::kCconj) return true;
    const bool light = text.has(at, WordTrait::kObjectClitic) || text.has(at, WordTrait::kNe) ||
                       text.upos(at) == Upos::kAdv;
    if (!light) return false;
  }
  return false;
}

// "cette flottille, sous le commandement de X, s'etait separee": a noun with an article and without
// preposition that the tree takes for a complement of the verb.
WordIndex bare_complement(const ClauseText& text, const Clause& clause) {
  for (WordIndex child = text.first_child[clause.head];
       child != kNoWord && child < clause.verb.finite; child = text.next_sibling[child]) {
    const Relation universal = universal_relation(text.relation(child));
    const bool complement = universal == Relation::kObl || universal == Relation::kDislocated ||
                            universal == Relation::kVocative;
    const bool noun = text.upos(child) == Upos::kPropn || has_child(text, child, Relation::kDet);
    if (complement && noun && may_be_subject(text, child, clause.verb)) return child;
  }
  return kNoWord;
}

// The first of coordinated nouns is the head of a subject. Not the object of the verb before: in
// "vous signez la lettre et la poste la livre", no noun goes with "la poste".
WordIndex first_conjunct(const ClauseText& text, const VerbGroup& group, WordIndex word,
                         WordIndex begin) {
  for (unsigned step = 0; step < kHighest && text.relation(word) == Relation::kConj; ++step) {
    const WordIndex head = text.head(word);
    if (head == kNoWord || head < begin || head > word || !is_nominal(text.upos(head)) ||
        has_child(text, head, Relation::kCase)) {
      break;
    }
    const Relation above = universal_relation(text.relation(head));
    const bool object =
        above == Relation::kObj || above == Relation::kObl || above == Relation::kXcomp;
    if (object && group.number == Number::kSing) break;
    word = head;
  }
  return word;
}

// A noun above the verb in the tree that has no verb of its own: the true subject taken for the
// head of its sentence.
WordIndex noun_above(const ClauseText& text, const Clause& clause) {
  WordIndex word = text.head(clause.head);
  for (unsigned step = 0; step < kHighest && word != kNoWord; ++step) {
    const Relation universal = universal_relation(text.relation(word));
    if (has_finite_verb(text, word)) {
      if (text.relation(word) != Relation::kAclRelcl) return kNoWord;
      word = text.head(word);
      continue;
    }
    const bool free = universal == Relation::kRoot || universal == Relation::kParataxis ||
                      universal == Relation::kConj;
    if (free && word < clause.verb.finite && may_be_subject(text, word, clause.verb)) return word;
    word = text.head(word);
  }
  return kNoWord;
}

}  // namespace

void repair_subject(const ClauseText& text, WordIndex begin, Clause& clause) {
  const VerbGroup& group = clause.verb;
  if (group.finite == kNoWord || group.mood == Mood::kImp) return;
  const Subject& subject = clause.subject;
  const WordIndex pronoun = subject_pronoun(text, group, begin);
  if (pronoun != kNoWord) {
    if (subject.kind != SubjectKind::kImpersonal && subject.head != pronoun) {
      set_subject(text, pronoun, clause);
    }
    return;
  }
  if (ends_quotation(text, group, begin) &&
      (subject.kind == SubjectKind::kNone || subject.head < group.finite)) {
    const WordIndex behind = noun_behind(text, clause);
    if (behind == kNoWord) return;
    set_subject(text, behind, clause);
    return;
  }
  // In a broken tree the opening word may stand behind the verb: it then says nothing of it.
  const bool opened =
      clause.introducer.first < clause.introducer.end && clause.introducer.first < group.finite;
  const bool own = subject.kind == SubjectKind::kExplicit && !subject.clausal;
  const WordIndex dont = behind_dont(text, group, begin);
  // A noun of another number, "vous" with a third person, a word before the clause.
  const bool wrong =
      own && (((text.upos(subject.head) == Upos::kNoun ||
                text.has(subject.head, WordTrait::kMaybeReflexive)) &&
               disagree(text, subject.head, group)) ||
              (opened && subject.head < clause.introducer.first) || subject.head < dont);
  const bool far =
      own && !wrong && subject.head < group.finite && group.finite - subject.head > kFar;
  if (far) {
    const WordIndex near = noun_at_verb(text, clause, begin, subject.head);
    if (near != kNoWord) set_subject(text, near, clause);
    return;
  }
  if (subject.kind != SubjectKind::kNone && !wrong) return;
  if (!wrong && follows_conjunction(text, group, begin)) return;
  const WordIndex earliest = opened ? std::max(dont, clause.introducer.first) : dont;
  WordIndex found = kNoWord;
  if (!wrong) found = noun_at_verb(text, clause, earliest, kNoWord);
  if (wrong) found = neighbour(text, group, earliest);
  if (found == kNoWord) found = antecedent_before(text, group, earliest);
  if (found == kNoWord) found = stranded_subject(text, group, earliest);
  if (found == kNoWord && !opened) found = noun_above(text, clause);
  if (found == kNoWord && !wrong) found = neighbour(text, group, earliest);
  if (found == kNoWord && !wrong) found = bare_complement(text, clause);
  if (found == kNoWord) return;
  // "la faiblesse des taux et les aides sont": the subject was right, others are coordinated to it.
  if (wrong && found > subject.head && has_child(text, found, Relation::kCc)) return;
  found = first_conjunct(text, group, found, earliest);
  set_subject(text, found, clause);
}

}  // namespace limpide
