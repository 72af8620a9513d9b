#include "analyzer/parsing/clauses/clause_frame.h"

#include <algorithm>
#include <optional>

#include "analyzer/parsing/clauses/clause_kinds.h"
#include "analyzer/parsing/clauses/openers.h"

namespace limpide {
namespace {

constexpr std::uint16_t kDeepest = 0xFFFF;
constexpr unsigned kHighest = 12;  // clauses above one another that are followed

struct Heads {
  std::vector<Nesting> nestings;       // that the opening words tell
  std::vector<ClauseIndex> clause;     // that the word heads
  std::vector<std::uint8_t> governed;  // 1 for the head of an infinitive that is no clause
};

// What a coordinated word is, by the word that it goes with: a clause like it, a governed
// infinitive like it, a second infinitive of its group; else nothing unless it stands on its own.
std::optional<ClauseLink> coordinated_link(const ClauseText& text, const Heads& heads,
                                           WordIndex word) {
  const WordIndex head = text.head(word);
  if (head == kNoWord) return std::nullopt;
  if (heads.clause[head] != kNoClause || is_inside_group(text, head)) {
    return ClauseLink::kCoordinated;
  }
  if (heads.governed[head] != 0) return ClauseLink::kGoverned;
  if (has_finite_verb(text, word)) return ClauseLink::kApart;
  return std::nullopt;
}

void add_head(const ClauseText& text, WordIndex word, WordRange sentence, Heads& heads,
              ClauseFrame& frame) {
  const auto type = clause_type(text, word, sentence);
  if (!type) return;
  Clause clause;
  clause.kind = type->kind;
  clause.link = type->link;
  clause.sense = type->sense;
  clause.introducer = type->introducer;
  clause.head = word;
  if (clause.link == ClauseLink::kCoordinated) {
    const auto link = coordinated_link(text, heads, word);
    if (!link) return;
    clause.link = *link;
    // "ce delai passe, vos droits cessent": no clause is coordinated with a participle.
    const ClauseIndex anchor = heads.clause[text.head(word)];
    const bool below =
        anchor != kNoClause && (frame.clauses[anchor].kind == ClauseKind::kParticipial ||
                                (frame.clauses[anchor].link == ClauseLink::kTop &&
                                 frame.clauses[anchor].kind != ClauseKind::kMain));
    // "l'agent dont le guichet ferme vous recoit": nothing coordinates the two verbs.
    const bool bare = anchor != kNoClause && frame.clauses[anchor].kind == ClauseKind::kRelative &&
                      !has_child(text, word, Relation::kCc) &&
                      !has_child(text, word, Relation::kPunct);
    if ((below || bare) && has_finite_verb(text, word)) clause.link = ClauseLink::kApart;
  }
  if (clause.link == ClauseLink::kGoverned) {
    clause.kind = ClauseKind::kCompletive;
    heads.governed[word] = 1;
    frame.infinitives.push_back(clause);
    return;
  }
  heads.clause[word] = static_cast<ClauseIndex>(frame.clauses.size());
  frame.clauses.push_back(clause);
}

Heads find_heads(const ClauseText& text, ClauseFrame& frame) {
  Heads heads;
  heads.clause.assign(text.size(), kNoClause);
  heads.governed.assign(text.size(), 0);
  std::vector<ClauseIndex> finite_clause(text.size(), kNoClause);
  const Trees& trees = text.trees;
  for (std::size_t s = 0; s < trees.sentence_words.size(); ++s) {
    const WordRange words = trees.sentence_words[s];
    const auto first = static_cast<std::uint32_t>(frame.clauses.size());
    const bool analysed = trees.sentences[s] != ParseState::kNotAnalysed;
    for (WordIndex word = words.first; analysed && word < words.end; ++word) {
      add_head(text, word, words, heads, frame);
    }
    const WordRange range{first, static_cast<std::uint32_t>(frame.clauses.size())};
    adopt_openers(text, words, frame.clauses, range, heads.clause, finite_clause, heads.nestings);
    frame.sentence_clauses.push_back(range);
  }
  return heads;
}

// Parent, depth, and what a coordinated clause takes over.
void place(const ClauseFrame& frame, ClauseIndex above, Clause& clause) {
  const bool coordinated = clause.link == ClauseLink::kCoordinated;
  if (above == kNoClause || clause.link == ClauseLink::kApart) {
    if (coordinated) clause.link = ClauseLink::kApart;
    const bool top = clause.kind == ClauseKind::kMain || clause.link == ClauseLink::kTop;
    clause.depth = top ? 0 : 1;
    clause.parent = clause.kind == ClauseKind::kMain ? kNoClause : above;
    return;
  }
  const Clause& upper = frame.clauses[above];
  if (coordinated) {
    clause.kind = upper.kind;
    clause.sense = upper.sense;
    clause.parent = upper.parent;
    clause.depth = upper.depth;
    return;
  }
  clause.parent = above;
  clause.depth = static_cast<std::uint16_t>(std::min(upper.depth + 1, int{kDeepest}));
}

// "saisie d'une plainte, la commission siege": a participle or an infinitive that the tree puts at
// the top stands under the main clause beside it.
void lower_tops(ClauseFrame& frame) {
  for (const WordRange range : frame.sentence_clauses) {
    ClauseIndex main = range.first;
    while (main < range.end && frame.clauses[main].kind != ClauseKind::kMain) ++main;
    for (ClauseIndex i = range.first; i < range.end && main < range.end; ++i) {
      Clause& clause = frame.clauses[i];
      const bool top = clause.kind != ClauseKind::kMain && clause.link == ClauseLink::kTop;
      if (!top) continue;
      clause.link = ClauseLink::kAdverbial;
      clause.parent = main;
      clause.depth = 1;
    }
  }
}

// What hung the other way round is turned: the outer clause takes the place of the inner one.
void put_inside(ClauseFrame& frame, const Nesting& nesting) {
  Clause& inner = frame.clauses[nesting.inner];
  Clause& outer = frame.clauses[nesting.outer];
  if (inner.parent == nesting.outer) return;
  ClauseIndex above = outer.parent;
  for (unsigned step = 0; step < kHighest && above != kNoClause; ++step) {
    if (above == nesting.inner) {
      outer.parent = inner.parent == nesting.outer ? kNoClause : inner.parent;
      break;
    }
    above = frame.clauses[above].parent;
  }
  inner.parent = nesting.outer;
}

// Depths by parents; a clause is read again until nothing changes, a few rounds at most.
void count_depths(ClauseFrame& frame) {
  for (const WordRange range : frame.sentence_clauses) {
    bool changed = true;
    for (unsigned round = 0; round < kHighest && changed; ++round) {
      changed = false;
      for (ClauseIndex i = range.first; i < range.end; ++i) {
        Clause& clause = frame.clauses[i];
        if (clause.parent == kNoClause || clause.kind == ClauseKind::kMain) continue;
        const int wanted = std::min(frame.clauses[clause.parent].depth + 1, int{kDeepest});
        changed |= clause.depth != wanted;
        clause.depth = static_cast<std::uint16_t>(wanted);
      }
    }
  }
}

// Heads before children, so that what a clause takes over is known.
void nest(const ClauseText& text, const Heads& heads, ClauseFrame& frame) {
  frame.owner.assign(text.size(), kNoClause);
  frame.above.assign(frame.clauses.size(), kNoClause);
  for (const WordIndex word : text.order) {
    const WordIndex head = text.head(word);
    const ClauseIndex above = head == kNoWord ? kNoClause : frame.owner[head];
    const ClauseIndex own = heads.clause[word];
    frame.owner[word] = own == kNoClause ? above : own;
    if (own == kNoClause) continue;
    frame.above[own] = above;
    frame.order.push_back(own);
    place(frame, above, frame.clauses[own]);
  }
  lower_tops(frame);
  for (const Nesting& nesting : heads.nestings) put_inside(frame, nesting);
  if (!heads.nestings.empty()) count_depths(frame);
  for (Clause& infinitive : frame.infinitives) {
    infinitive.parent = frame.owner[infinitive.head];
    if (infinitive.parent != kNoClause) {
      infinitive.depth = frame.clauses[infinitive.parent].depth;
    }
    infinitive.span =
        trimmed(text, text.extents.first[infinitive.head], text.extents.last[infinitive.head]);
  }
}

// A clause holds its subordinates, not the clauses beside it.
void set_spans(const ClauseText& text, ClauseFrame& frame) {
  std::vector<std::uint8_t> stops(text.size());
  for (const Clause& clause : frame.clauses) {
    const bool beside =
        clause.link == ClauseLink::kCoordinated || clause.link == ClauseLink::kApart;
    if (beside) stops[clause.head] = 1;
  }
  const Extents extents = find_extents(text, stops);
  for (Clause& clause : frame.clauses) {
    WordIndex first = extents.first[clause.head];
    while (first < clause.head &&
           (text.upos(first) == Upos::kPunct || text.upos(first) == Upos::kCconj)) {
      ++first;
    }
    clause.span = trimmed(text, first, extents.last[clause.head]);
  }
}

}  // namespace

ClauseFrame find_frame(const ClauseText& text) {
  ClauseFrame frame;
  const Heads heads = find_heads(text, frame);
  nest(text, heads, frame);
  set_spans(text, frame);
  return frame;
}

}  // namespace limpide
