#include "analyzer/parsing/clauses/openers.h"

#include <algorithm>

#include "analyzer/parsing/clauses/clause_kinds.h"
#include "analyzer/parsing/clauses/introducers.h"

namespace limpide {
namespace {

constexpr std::size_t kMostOpen = 16;
constexpr WordIndex kReach = 20;  // words between an opening word and its verb

WordIndex finite_word(const ClauseText& text, WordIndex head) {
  WordIndex found = is_finite(text, head) ? head : kNoWord;
  for (WordIndex child = text.first_child[head]; child != kNoWord;
       child = text.next_sibling[child]) {
    if (child < found && is_auxiliary_relation(text.relation(child)) && is_finite(text, child)) {
      found = child;
    }
  }
  return found;
}

bool opens_clause(const ClauseText& text, WordIndex word, WordIndex end) {
  if (is_relative_pronoun(text, word)) {
    // "trois enfants, dont deux mineurs": no verb follows.
    return word + 1 >= end || text.upos(word + 1) != Upos::kNum;
  }
  const Upos upos = text.upos(word);
  const Relation relation = text.relation(word);
  if (upos == Upos::kSconj && !text.has(word, WordTrait::kQue)) {
    return relation != Relation::kFixed && relation != Relation::kCase;
  }
  if (relation == Relation::kMark) return upos == Upos::kSconj || upos == Upos::kAdv;
  // "bien que": the second word, when the tree does not see that the first opens.
  if (upos != Upos::kSconj || relation != Relation::kFixed) return false;
  const WordIndex head = text.head(word);
  if (head == kNoWord) return false;
  const Relation above = text.relation(head);
  return above != Relation::kMark && above != Relation::kCc && above != Relation::kCase;
}

bool is_stop(const ClauseText& text, WordIndex word) {
  if (text.upos(word) != Upos::kPunct) return false;
  const std::string_view form = text.lower(word);
  return form == ";" || form == ":" || form == "." || form == "?" || form == "!";
}

// One sentence, read from left to right with the opening words that wait for their verb.
class Brackets {
 public:
  Brackets(const ClauseText& text, WordRange sentence, std::vector<Clause>& clauses,
           WordRange range, const std::vector<ClauseIndex>& headed, std::vector<Nesting>& nestings)
      : text_(text), sentence_(sentence), clauses_(clauses), headed_(headed), nestings_(nestings) {
    for (ClauseIndex i = range.first; i < range.end; ++i) {
      if (stands_alone(clauses_[i])) ++alone_;
    }
  }

  void open(WordIndex word) { keep(open_, word); }
  void close_all() { open_.clear(); }

  // `last`: no conjugated verb follows in the sentence.
  void meet_verb(WordIndex word, ClauseIndex index, bool last) {
    Clause& clause = clauses_[index];
    const WordRange own = clause.introducer;
    if (own.first == own.end) {
      while (!open_.empty() && word - open_.back() > kReach) open_.pop_back();
      if (!open_.empty() && may_turn(clause)) give_last(index);
      return;
    }
    const auto used = std::find_if(open_.rbegin(), open_.rend(), [own](WordIndex opener) {
      return own.first <= opener && opener < own.end;
    });
    if (used == open_.rend()) {
      // Its opening word went to a nearer verb, as far as the tree knew.
      const bool taken = std::find(given_.begin(), given_.end(), own.end - 1) != given_.end();
      if (taken && !open_.empty()) give_last(index);
      return;
    }
    // "que l'assure qui percoit": the inner word opens the nearer verb, whatever the tree says; the
    // outer one waits for a verb further on.
    const bool inner = used != open_.rbegin() && word - open_.back() <= kReach && !last &&
                       clause.link != ClauseLink::kCoordinated;
    if (inner) {
      give_last(index);
      return;
    }
    const WordIndex opener = *used;
    open_.erase(std::next(used).base());
    settle(index, opener);
  }

 private:
  struct Waiting {
    ClauseIndex inner = kNoClause;
    WordIndex outer_opener = kNoWord;
  };

  // Only the last few count; a sentence of any length stays linear.
  template <typename T>
  static void keep(std::vector<T>& list, T item) {
    if (list.size() == kMostOpen) list.erase(list.begin());
    list.push_back(item);
  }

  bool stands_alone(const Clause& clause) const {
    return clause.introducer.first == clause.introducer.end && has_finite_verb(text_, clause.head);
  }

  // May the clause be subordinate after all? Not when no other is left to be the main one, nor when
  // it is coordinated with a subordinate one.
  bool may_turn(const Clause& clause) const {
    // "plutot que d'attendre, appelez": an imperative is never subordinate.
    if (text_.features(clause.head).mood == Mood::kImp) return false;
    if (clause.link == ClauseLink::kTop) return alone_ > (stands_alone(clause) ? 1U : 0U);
    if (clause.link == ClauseLink::kApart) return true;
    if (clause.link != ClauseLink::kCoordinated) return false;
    const WordIndex anchor = text_.head(clause.head);
    const ClauseIndex found = anchor == kNoWord ? kNoClause : headed_[anchor];
    return found == kNoClause || clauses_[found].kind == ClauseKind::kMain;
  }

  // Turns the clause into what the last open word opens.
  void give_last(ClauseIndex index) {
    const WordIndex opener = open_.back();
    open_.pop_back();
    keep(given_, opener);
    if (stands_alone(clauses_[index])) --alone_;
    ClauseType type = type_opened_by(text_, opener, sentence_);
    // "que la demande, que nous avons recue, ...": the second is relative.
    const bool again = !open_.empty() && text_.has(opener, WordTrait::kQue) &&
                       text_.has(open_.back(), WordTrait::kQue) && opener > open_.back() + 1 &&
                       type.introducer.end - type.introducer.first == 1;
    if (again) {
      type.kind = ClauseKind::kRelative;
      type.link = ClauseLink::kNoun;
    }
    // "a condition que la mairie accepte et que vous payiez": the second goes on like the first.
    const bool goes_on =
        last_ != kNoClause && opener > sentence_.first && text_.upos(opener - 1) == Upos::kCconj &&
        text_.has(opener, WordTrait::kQue) && clauses_[last_].kind == ClauseKind::kAdverbial;
    if (goes_on) {
      type.kind = ClauseKind::kAdverbial;
      type.link = ClauseLink::kAdverbial;
      type.sense = clauses_[last_].sense;
    }
    Clause& clause = clauses_[index];
    clause.kind = type.kind;
    clause.link = type.link;
    clause.sense = type.sense;
    clause.introducer = type.introducer;
    settle(index, opener);
  }

  // The clause lies inside the one that takes the next open word, and around those that waited.
  void settle(ClauseIndex index, WordIndex opener) {
    for (const Waiting& waiting : waiting_) {
      const bool inside = waiting.outer_opener == opener && waiting.inner != index;
      if (inside) nestings_.push_back({waiting.inner, index});
    }
    if (!open_.empty()) keep(waiting_, Waiting{index, open_.back()});
    last_ = index;
  }

  const ClauseText& text_;
  const WordRange sentence_;
  std::vector<Clause>& clauses_;
  const std::vector<ClauseIndex>& headed_;
  std::vector<Nesting>& nestings_;
  std::vector<WordIndex> open_;
  std::vector<WordIndex> given_;  // to another clause than the tree's
  std::vector<Waiting> waiting_;
  ClauseIndex last_ = kNoClause;  // that an opening word went to
  std::size_t alone_ = 0;         // clauses without opening word
};

}  // namespace

void adopt_openers(const ClauseText& text, WordRange sentence, std::vector<Clause>& clauses,
                   WordRange range, const std::vector<ClauseIndex>& headed,
                   std::vector<ClauseIndex>& finite_clause, std::vector<Nesting>& nestings) {
  std::vector<WordIndex> finite_words;
  for (ClauseIndex i = range.first; i < range.end; ++i) {
    const WordIndex finite = finite_word(text, clauses[i].head);
    if (finite == kNoWord) continue;
    finite_clause[finite] = i;
    finite_words.push_back(finite);
  }
  std::sort(finite_words.begin(), finite_words.end());
  Brackets brackets(text, sentence, clauses, range, headed, nestings);
  for (WordIndex word = sentence.first; word < sentence.end && finite_words.size() > 1; ++word) {
    if (is_stop(text, word)) brackets.close_all();
    if (opens_clause(text, word, sentence.end)) brackets.open(word);
    const ClauseIndex clause = finite_clause[word];
    if (clause != kNoClause) brackets.meet_verb(word, clause, word == finite_words.back());
  }
  for (const WordIndex word : finite_words) finite_clause[word] = kNoClause;
}

}  // namespace limpide
