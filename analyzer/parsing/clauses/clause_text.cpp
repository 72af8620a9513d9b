#include "analyzer/parsing/clauses/clause_text.h"

#include <algorithm>
#include <cassert>

namespace limpide {
namespace {

constexpr std::uint32_t kLongestNounPhrase = 200;  // words after its head

// What the lexicon says of a verb's lemma.
WordTraits verb_traits(const Lexicon& lexicon, std::string_view lemma) {
  const FormId id = lexicon.find(lemma);
  if (id == kNoForm || !lexicon.traits(id).infinitive) return 0;
  WordTraits traits = 0;
  for (const LexicalAnalysis& analysis : lexicon.analyses(id)) {
    if (analysis.features.verb_form != VerbForm::kInf) continue;
    traits |= bit_of(WordTrait::kVerbLemma);
    if (analysis.transitive) traits |= bit_of(WordTrait::kTransitive);
    if (analysis.pronominal_only) traits |= bit_of(WordTrait::kPronominalOnly);
  }
  return traits;
}

// The lists are asked once a distinct form and once a distinct lemma.
std::vector<WordTraits> find_traits(const Segmentation& segmentation, const Tagging& tagging,
                                    const Lexicon& lexicon, const ClauseResources& resources) {
  std::vector<WordTraits> of_form(segmentation.forms.size());
  for (std::size_t i = 0; i < of_form.size(); ++i) {
    of_form[i] = resources.of_form(segmentation.forms[i].lower);
  }
  std::vector<WordTraits> of_lemma(tagging.lemmas.size());
  for (std::size_t i = 0; i < of_lemma.size(); ++i) {
    of_lemma[i] = resources.of_lemma(tagging.lemmas[i]);
  }
  std::vector<std::uint8_t> asked(tagging.lemmas.size());
  std::vector<WordTraits> traits(tagging.words.size());
  for (std::size_t word = 0; word < traits.size(); ++word) {
    const WordTag& tag = tagging.words[word];
    const bool verbal = tag.upos == Upos::kVerb || tag.upos == Upos::kAux;
    if (verbal && asked[tag.lemma] == 0) {
      asked[tag.lemma] = 1;
      of_lemma[tag.lemma] |= verb_traits(lexicon, tagging.lemmas[tag.lemma]);
    }
    traits[word] = of_form[segmentation.words[word].form] | of_lemma[tag.lemma];
  }
  return traits;
}

void link_children(ClauseText& text) {
  const std::uint32_t count = text.size();
  text.first_child.assign(count, kNoWord);
  text.next_sibling.assign(count, kNoWord);
  for (WordIndex word = count; word-- > 0;) {
    const WordIndex head = text.head(word);
    if (head == kNoWord) continue;
    text.next_sibling[word] = text.first_child[head];
    text.first_child[head] = word;
  }
  text.order.reserve(count);
  for (WordIndex word = 0; word < count; ++word) {
    if (text.head(word) == kNoWord) text.order.push_back(word);
  }
  for (std::size_t i = 0; i < text.order.size(); ++i) {
    for (WordIndex child = text.first_child[text.order[i]]; child != kNoWord;
         child = text.next_sibling[child]) {
      text.order.push_back(child);
    }
  }
}

// "dont le modele", "que la caisse", "l'on": stands before a noun phrase without belonging to it.
bool opens_phrase(const ClauseText& text, WordIndex word) {
  if (text.features(word).pron_type == PronType::kRel || text.upos(word) == Upos::kSconj) {
    return true;
  }
  return text.lower(word) == "l'" && word + 1 < text.size() && text.lower(word + 1) == "on";
}

void describe_children(ClauseText& text) {
  static_assert(kRelationCount <= 64);
  text.child_relations.assign(text.size(), 0);
  text.finite.assign(text.size(), 0);
  for (WordIndex word = 0; word < text.size(); ++word) {
    const bool finite = is_finite(text, word);
    if (finite) text.finite[word] = 1;
    const WordIndex head = text.head(word);
    if (head == kNoWord) continue;
    const Relation relation = text.relation(word);
    text.child_relations[head] |= std::uint64_t{1} << static_cast<unsigned>(relation);
    if (finite && is_auxiliary_relation(relation)) text.finite[head] = 1;
  }
}

}  // namespace

ClauseText make_clause_text(const Segmentation& segmentation, const Tagging& tagging,
                            const Trees& trees, const Lexicon& lexicon,
                            const ClauseResources& resources) {
  assert(tagging.words.size() == segmentation.words.size());
  assert(trees.arcs.size() == segmentation.words.size());
  ClauseText text{segmentation, tagging,   trees,
                  lexicon,      resources, find_traits(segmentation, tagging, lexicon, resources),
                  {},           {},        {},
                  {},           {},        {}};
  link_children(text);
  describe_children(text);
  text.extents = find_extents(text, std::vector<std::uint8_t>(text.size()));
  return text;
}

bool is_verb(const ClauseText& text, WordIndex word) {
  const Upos upos = text.upos(word);
  return upos == Upos::kVerb || upos == Upos::kAux;
}

bool is_nominal(Upos upos) {
  return upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kPron || upos == Upos::kNum ||
         upos == Upos::kSym;
}

bool is_finite(const ClauseText& text, WordIndex word) {
  return is_verb(text, word) && text.features(word).verb_form == VerbForm::kFin;
}

bool is_past_participle(const ClauseText& text, WordIndex word) {
  const Features& features = text.features(word);
  return features.verb_form == VerbForm::kPart && features.tense != Tense::kPres;
}

bool is_adjective_beside(const ClauseText& text, WordIndex word) {
  if (!text.has(word, WordTrait::kBesideNoun) || word == 0) return false;
  if (!is_past_participle(text, word)) return false;
  const Upos before = text.upos(word - 1);
  return (before == Upos::kNoun || before == Upos::kPropn || before == Upos::kAdj) &&
         text.extents.first[word] == word && text.extents.last[word] == word;
}

bool is_auxiliary_relation(Relation relation) {
  const Relation universal = universal_relation(relation);
  return universal == Relation::kAux || universal == Relation::kCop;
}

bool is_subject_relation(Relation relation) {
  return universal_relation(relation) == Relation::kNsubj;
}

Extents find_extents(const ClauseText& text, const std::vector<std::uint8_t>& stops) {
  Extents extents;
  const std::uint32_t count = text.size();
  extents.first.resize(count);
  extents.last.resize(count);
  for (WordIndex word = 0; word < count; ++word) extents.first[word] = extents.last[word] = word;
  for (std::size_t i = text.order.size(); i-- > 0;) {
    const WordIndex word = text.order[i];
    const WordIndex head = text.head(word);
    if (head == kNoWord || stops[word] != 0) continue;
    if (extents.first[word] < extents.first[head]) extents.first[head] = extents.first[word];
    if (extents.last[word] > extents.last[head]) extents.last[head] = extents.last[word];
  }
  return extents;
}

WordRange noun_phrase(const ClauseText& text, WordIndex head) {
  WordIndex first = text.extents.first[head];
  WordIndex last = text.extents.last[head];
  last = std::min(last, head + kLongestNounPhrase);
  for (WordIndex word = head + 1; word <= last; ++word) {
    if (text.features(word).pron_type == PronType::kRel && text.upos(word) == Upos::kPron) {
      last = word - 1;
      if (last > head && text.upos(last) == Upos::kAdp) --last;
      break;
    }
    const Relation universal = universal_relation(text.relation(word));
    const bool clause = universal == Relation::kAcl || universal == Relation::kParataxis ||
                        universal == Relation::kAdvcl || universal == Relation::kCcomp;
    const bool lone = text.extents.first[word] == text.extents.last[word];
    if (!clause || lone || text.extents.first[word] <= head) continue;
    last = text.extents.first[word] - 1;  // smaller each time: the loop ends
  }
  while (first < head && opens_phrase(text, first)) ++first;
  return trimmed(text, first, last);
}

WordRange trimmed(const ClauseText& text, WordIndex first, WordIndex last) {
  while (first < last && text.upos(first) == Upos::kPunct) ++first;
  while (last > first && text.upos(last) == Upos::kPunct) --last;
  return {first, last + 1};
}

}  // namespace limpide
