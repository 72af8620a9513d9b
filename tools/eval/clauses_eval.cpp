#include "tools/eval/clauses_eval.h"

#include <algorithm>
#include <set>
#include <utility>

namespace limpide {
namespace {

using WordSet = std::set<WordIndex>;
using Pairs = std::set<std::pair<WordIndex, WordIndex>>;

// What the treebank says of one word's children.
struct Children {
  bool aux_pass = false;
  bool subject_pass = false;
  bool cop = false;
  bool plain_aux = false;
};

std::vector<Children> children_of(const Trees& trees) {
  std::vector<Children> all(trees.arcs.size());
  for (const Arc& arc : trees.arcs) {
    if (arc.head == kRoot) continue;
    Children& children = all[arc.head];
    children.aux_pass |= arc.relation == Relation::kAuxPass;
    children.subject_pass |=
        arc.relation == Relation::kNsubjPass || arc.relation == Relation::kCsubjPass;
    children.cop |= arc.relation == Relation::kCop;
    children.plain_aux |= arc.relation == Relation::kAux;
  }
  return all;
}

bool is_participle(const TreebankValues& gold, WordIndex word) {
  return gold.tagging.words[word].features.verb_form == VerbForm::kPart;
}

class Evaluation {
 public:
  Evaluation(const TreebankValues& gold, const TreebankValues& predicted, const Clauses& found,
             const ClauseResources& resources)
      : gold_(gold), predicted_(predicted), found_(found), resources_(resources) {}

  ClauseScores run() {
    score_passives();
    score_agents();
    score_subordinates();
    score_subjects();
    return std::move(scores_);
  }

 private:
  std::string sentence_at(WordIndex word) const {
    std::string text;
    for (const WordRange& words : gold_.trees.sentence_words) {
      if (word < words.first || word >= words.end) continue;
      for (WordIndex at = words.first; at < words.end; ++at) {
        const std::string& key = gold_.segmentation.forms[gold_.segmentation.words[at].form].key;
        text += at == word ? " [[" + key + "]]" : " " + key;
      }
    }
    return text;
  }

  void note(const char* what, char sign, WordIndex word) {
    scores_.misses.push_back(std::string(what) + " " + sign + sentence_at(word));
  }

  MatchCount compare(const char* what, const WordSet& gold, const WordSet& found) {
    MatchCount count;
    count.gold = gold.size();
    count.found = found.size();
    for (const WordIndex word : found) {
      if (gold.count(word) != 0)
        ++count.right;
      else
        note(what, '+', word);
    }
    for (const WordIndex word : gold) {
      if (found.count(word) == 0) note(what, '-', word);
    }
    return count;
  }

  void score_passives() {
    const std::vector<Children> children = children_of(gold_.trees);
    WordSet strict;
    WordSet periphrastic;
    for (WordIndex word = 0; word < children.size(); ++word) {
      if (children[word].aux_pass || children[word].subject_pass) strict.insert(word);
      const std::string& lemma = gold_.tagging.lemmas[gold_.tagging.words[word].lemma];
      const bool etre_verb = (resources_.of_lemma(lemma) & bit_of(WordTrait::kEtreVerb)) != 0;
      if (children[word].aux_pass && !etre_verb) periphrastic.insert(word);
    }
    WordSet found;
    WordSet kept;
    for (const Passive& passive : found_.passives) {
      const WordIndex word = passive.participle;
      if (passive.etre == kNoWord) continue;
      found.insert(word);
      const bool stative = (children[word].cop && (gold_.tagging.words[word].upos == Upos::kAdj ||
                                                   is_participle(gold_, word))) ||
                           children[word].plain_aux;
      if (periphrastic.count(word) != 0 || !stative) kept.insert(word);
    }
    scores_.passive = compare("passive", strict, found);
    scores_.passive_stative_aside = compare("passive-stative-aside", periphrastic, kept);
  }

  void score_agents() {
    WordSet gold;
    for (WordIndex word = 0; word < gold_.trees.arcs.size(); ++word) {
      const Segmentation& text = gold_.segmentation;
      const std::string& form = text.forms[text.words[word].form].lower;
      const bool par = (resources_.of_form(form) & bit_of(WordTrait::kPar)) != 0;
      const std::uint32_t noun = gold_.trees.arcs[word].head;
      if (!par || noun == kRoot) continue;
      if (gold_.trees.arcs[noun].relation == Relation::kOblAgent) gold.insert(word);
    }
    WordSet found;
    for (const Passive& passive : found_.passives) {
      if (passive.agent_marker != kNoWord) found.insert(passive.agent_marker);
    }
    scores_.agents = compare("agent", gold, found);
  }

  void score_subordinates() {
    WordSet gold[3];
    WordSet found[3];
    for (WordIndex word = 0; word < gold_.trees.arcs.size(); ++word) {
      const Relation relation = gold_.trees.arcs[word].relation;
      if (relation == Relation::kAclRelcl) gold[0].insert(word);
      if (universal_relation(relation) == Relation::kAdvcl) gold[1].insert(word);
      if (relation == Relation::kCcomp) gold[2].insert(word);
    }
    for (const Clause& clause : found_.clauses) {
      if (clause.link == ClauseLink::kNoun && clause.kind == ClauseKind::kRelative) {
        found[0].insert(clause.head);
      }
      if (clause.link == ClauseLink::kAdverbial) found[1].insert(clause.head);
      if (clause.link == ClauseLink::kObject) found[2].insert(clause.head);
      // "il faut payer" is one verb group, for some treebanks a verb and its ccomp.
      const WordIndex lexical = clause.verb.lexical;
      const bool grouped = lexical != kNoWord && lexical != clause.head;
      if (grouped && predicted_.trees.arcs[lexical].relation == Relation::kCcomp) {
        found[2].insert(lexical);
      }
    }
    for (const Clause& infinitive : found_.infinitives) {
      if (predicted_.trees.arcs[infinitive.head].relation == Relation::kCcomp) {
        found[2].insert(infinitive.head);
      }
    }
    scores_.relative = compare("relative", gold[0], found[0]);
    scores_.adverbial = compare("adverbial", gold[1], found[1]);
    scores_.completive = compare("completive", gold[2], found[2]);
    for (const WordRange& words : gold_.trees.sentence_words) {
      std::size_t in_gold = 0;
      std::size_t in_found = 0;
      for (std::size_t kind = 0; kind < 3; ++kind) {
        in_gold += count_in(gold[kind], words);
        in_found += count_in(found[kind], words);
      }
      scores_.subordinates.gold += in_gold;
      scores_.subordinates.found += in_found;
      scores_.subordinates.right += std::min(in_gold, in_found);
    }
  }

  static std::size_t count_in(const WordSet& set, WordRange words) {
    return static_cast<std::size_t>(
        std::distance(set.lower_bound(words.first), set.lower_bound(words.end)));
  }

  Pairs gold_pairs() const {
    const std::size_t count = gold_.trees.arcs.size();
    std::vector<WordIndex> finite(count, kNoWord);  // first of each predicate complex
    for (WordIndex word = 0; word < count; ++word) {
      if (gold_.tagging.words[word].features.verb_form != VerbForm::kFin) continue;
      const Arc& arc = gold_.trees.arcs[word];
      if (finite[word] == kNoWord) finite[word] = word;
      const Relation universal = universal_relation(arc.relation);
      const bool complex = universal == Relation::kAux || universal == Relation::kCop;
      if (!complex || arc.head == kRoot) continue;
      finite[arc.head] = std::min(finite[arc.head], word);
    }
    Pairs pairs;
    for (WordIndex word = 0; word < count; ++word) {
      const Arc& arc = gold_.trees.arcs[word];
      if (universal_relation(arc.relation) != Relation::kNsubj || arc.head == kRoot) continue;
      if (finite[arc.head] != kNoWord) pairs.insert({word, finite[arc.head]});
    }
    return pairs;
  }

  static std::uint32_t gap(const std::pair<WordIndex, WordIndex>& pair) {
    return (pair.first < pair.second ? pair.second - pair.first : pair.first - pair.second) - 1;
  }

  void score_subjects() {
    const Pairs gold = gold_pairs();
    Pairs found;
    WordSet far[2];
    for (const Clause& clause : found_.clauses) {
      const Subject& subject = clause.subject;
      const bool own = subject.head != kNoWord && !subject.clausal &&
                       subject.kind != SubjectKind::kShared && clause.verb.finite != kNoWord &&
                       is_subject(subject.head);
      if (!own) continue;
      found.insert({subject.head, clause.verb.finite});
      if (clause.subject_distance >= 5) far[0].insert(clause.verb.finite);
      if (clause.subject_distance >= 8) far[1].insert(clause.verb.finite);
    }
    scores_.subjects.gold = gold.size();
    scores_.subjects.found = found.size();
    for (const auto& pair : found) scores_.subjects.right += gold.count(pair);
    WordSet gold_far[2];
    for (const auto& pair : gold) {
      if (gap(pair) >= 5) gold_far[0].insert(pair.second);
      if (gap(pair) >= 8) gold_far[1].insert(pair.second);
    }
    scores_.distance5 = compare("distance5", gold_far[0], far[0]);
    scores_.distance8 = compare("distance8", gold_far[1], far[1]);
  }

  // An expletive "il" is no nsubj in the treebanks.
  bool is_subject(WordIndex word) const {
    return universal_relation(predicted_.trees.arcs[word].relation) != Relation::kExpl;
  }

  const TreebankValues& gold_;
  const TreebankValues& predicted_;
  const Clauses& found_;
  const ClauseResources& resources_;
  ClauseScores scores_;
};

void add_count(MatchCount& total, const MatchCount& more) {
  total.gold += more.gold;
  total.found += more.found;
  total.right += more.right;
}

}  // namespace

ClauseScores evaluate_clauses(const TreebankValues& gold, const TreebankValues& predicted,
                              const Clauses& found, const ClauseResources& resources) {
  return Evaluation(gold, predicted, found, resources).run();
}

void add_scores(ClauseScores& total, const ClauseScores& more) {
  add_count(total.passive, more.passive);
  add_count(total.passive_stative_aside, more.passive_stative_aside);
  add_count(total.agents, more.agents);
  add_count(total.subordinates, more.subordinates);
  add_count(total.relative, more.relative);
  add_count(total.adverbial, more.adverbial);
  add_count(total.completive, more.completive);
  add_count(total.subjects, more.subjects);
  add_count(total.distance5, more.distance5);
  add_count(total.distance8, more.distance8);
  total.misses.insert(total.misses.end(), more.misses.begin(), more.misses.end());
}

}  // namespace limpide
