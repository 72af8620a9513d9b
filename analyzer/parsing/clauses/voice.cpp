#include "analyzer/parsing/clauses/voice.h"

#include <algorithm>

#include "analyzer/parsing/clauses/agents.h"
#include "analyzer/parsing/clauses/auxiliaries.h"

namespace limpide {
namespace {

constexpr std::size_t kNearby = 16;  // passives before that may share an agent

// What the lists and the lexicon say of the verb of a participle, whatever its tag.
WordTraits traits_of_participle(const ClauseText& text, WordIndex word) {
  if (is_verb(text, word)) return text.traits[word];
  WordTraits traits = text.traits[word];
  const FormId form = text.segmentation.forms[text.segmentation.words[word].form].lexicon;
  if (form == kNoForm) return traits;
  for (const LexicalAnalysis& analysis : text.lexicon.analyses(form)) {
    if (analysis.features.verb_form != VerbForm::kPart) continue;
    traits |= text.resources.of_lemma(analysis.lemma) | bit_of(WordTrait::kVerbLemma);
    if (analysis.transitive) traits |= bit_of(WordTrait::kTransitive);
  }
  return traits;
}

bool is_present_participle(const ClauseText& text, WordIndex word) {
  const Features& features = text.features(word);
  return features.verb_form == VerbForm::kPart && features.tense == Tense::kPres;
}

bool holds(WordTraits traits, WordTrait trait) { return (traits & bit_of(trait)) != 0; }

// A participle by its tag, or a word of another tag that the lexicon knows as one.
bool may_be_participle(const ClauseText& text, WordIndex word) {
  const Upos upos = text.upos(word);
  if (text.lower(word).front() == '-') return false;  // "sois-tu": "tu" of "taire"
  if (text.has(word, WordTrait::kEtre) || text.has(word, WordTrait::kAvoir)) return false;
  if (upos == Upos::kVerb || upos == Upos::kAux) return is_past_participle(text, word);
  if (upos != Upos::kAdj) return false;
  const FormId form = text.segmentation.forms[text.segmentation.words[word].form].lexicon;
  return form != kNoForm && text.lexicon.traits(form).past_participle;
}

// The subject of "il est demande": "il" or "ce" that stands for nobody.
bool is_impersonal(const ClauseText& text, WordIndex participle, const Auxiliaries& auxiliaries,
                   WordIndex begin) {
  WordIndex at = auxiliaries.first;
  while (at > begin &&
         (text.has(at - 1, WordTrait::kObjectClitic) || text.has(at - 1, WordTrait::kNe))) {
    --at;
  }
  const bool il = at > begin && (text.lower(at - 1) == "il" || text.lower(at - 1) == "-il");
  if (il && text.has(participle, WordTrait::kImpersonalPassive)) {
    // "il est mis fin a", "il n'a pas ete tenu compte de": a noun without article follows.
    const bool bare = participle + 1 < text.size() && text.upos(participle + 1) == Upos::kNoun;
    if (bare || !text.has(participle, WordTrait::kTransitive)) return true;
  }
  if (!il) {
    return auxiliaries.first + 1 < text.size() && text.lower(auxiliaries.first + 1) == "-t-il" &&
           text.relation(auxiliaries.first + 1) == Relation::kExplSubj;
  }
  if (text.relation(at - 1) == Relation::kExplSubj) return true;
  const WordTraits traits = text.resources.of_lemma(text.lower(participle));
  if (!holds(traits, WordTrait::kImpersonalAttribute)) return false;
  const WordIndex next = participle + 1;
  return next < text.size() && (text.has(next, WordTrait::kQue) || text.has(next, WordTrait::kDe));
}

// "est tenu de payer", "est autorise a payer": the participle is a modal, not a passive.
bool is_modal_attribute(const ClauseText& text, WordIndex participle) {
  const WordIndex next = participle + 1;
  if (!text.has(participle, WordTrait::kModal) || next >= text.size()) return false;
  return text.upos(next) == Upos::kAdp && (text.has(next, WordTrait::kDe)) &&
         text.lemma(participle) == "tenir";
}

bool is_proven(const ClauseText& text, const Auxiliaries& auxiliaries, const Passive& passive) {
  if (auxiliaries.ete || passive.agent_marker != kNoWord) return true;
  const Features& features = text.features(auxiliaries.etre);
  return features.mood == Mood::kInd && features.tense == Tense::kPast &&
         features.verb_form == VerbForm::kFin;
}

// Does the participle make a passive with these auxiliaries? The agent was looked for before.
bool is_passive(const ClauseText& text, WordIndex participle, WordTraits traits,
                const Auxiliaries& auxiliaries, const Passive& passive) {
  const bool proven = auxiliaries.ete || passive.agent_marker != kNoWord;
  if (holds(traits, WordTrait::kEtreVerb)) return false;
  // "est monte par l'escalier": with these verbs "par" proves nothing.
  if (holds(traits, WordTrait::kEtreOrTransitive)) return auxiliaries.ete;
  if (holds(traits, WordTrait::kState)) return is_proven(text, auxiliaries, passive);
  if (!proven && is_modal_attribute(text, participle)) return false;
  if (holds(traits, WordTrait::kImpersonalPassive) && passive.impersonal) return true;
  if (holds(traits, WordTrait::kPronominalOnly)) return false;
  const bool verb = is_verb(text, participle);
  if (!verb && !is_proven(text, auxiliaries, passive)) return false;
  if (holds(traits, WordTrait::kTransitive) || holds(traits, WordTrait::kIndirectPassive)) {
    return true;
  }
  // A verb that the lexicon does not know, or that it calls intransitive.
  return verb && (!holds(traits, WordTrait::kVerbLemma) || proven);
}

VoiceConfidence confidence_of(const ClauseText& text, WordTraits traits,
                              const Auxiliaries& auxiliaries, const Passive& passive) {
  if (passive.agent_marker != kNoWord) return VoiceConfidence::kAgentive;
  if (is_proven(text, auxiliaries, passive)) return VoiceConfidence::kAspectual;
  const bool state = holds(traits, WordTrait::kState) || holds(traits, WordTrait::kMaybeState);
  return state ? VoiceConfidence::kStativePossible : VoiceConfidence::kPlain;
}

void set_agent(const ClauseText& text, Passive& passive, WordIndex end) {
  const Agent agent = find_agent(text, passive.participle, end);
  passive.agent_marker = agent.marker;
  passive.agent = agent.span;
}

// "les pieces demandees": a participle that completes a noun or stands apart, without auxiliary.
bool is_reduced(const ClauseText& text, WordIndex word, WordIndex begin, const Passive& passive) {
  if (!is_verb(text, word) || !is_past_participle(text, word)) return false;
  if (!text.has(word, WordTrait::kTransitive) || text.has(word, WordTrait::kEtreVerb)) return false;
  if (text.has(word, WordTrait::kLikePreposition)) return false;
  const bool agentive = passive.agent_marker != kNoWord;
  if (!agentive && is_adjective_beside(text, word)) return false;
  if (text.has(word, WordTrait::kState) || text.has(word, WordTrait::kEtreOrTransitive)) {
    return agentive;
  }
  if (word > begin && text.has(word - 1, WordTrait::kReflexive)) return false;
  for (WordIndex child = text.first_child[word]; child != kNoWord;
       child = text.next_sibling[child]) {
    if (is_auxiliary_relation(text.relation(child))) return false;
  }
  const Relation relation = text.relation(word);
  return relation == Relation::kAcl || relation == Relation::kAdvcl ||
         relation == Relation::kRoot || agentive;
}

// "sont recus et examines": goes with a passive before it and has no auxiliary of its own.
// `passive_at`: words of the sentence, 1 where a participle was found passive.
bool continues_passive(const ClauseText& text, WordIndex word,
                       const std::vector<std::uint8_t>& passive_at) {
  if (text.relation(word) != Relation::kConj || !is_verb(text, word)) return false;
  if (!is_past_participle(text, word)) return false;
  const WordIndex head = text.head(word);
  if (head == kNoWord || head > word || passive_at[head] == 0) return false;
  for (WordIndex child = text.first_child[word]; child != kNoWord;
       child = text.next_sibling[child]) {
    const Relation relation = text.relation(child);
    if (is_auxiliary_relation(relation) || is_subject_relation(relation)) return false;
  }
  return true;
}

// "etre" before a participle that is neither passive nor a compound tense.
bool names_state(const ClauseText& text, WordIndex word, WordTraits traits) {
  if (holds(traits, WordTrait::kEtreVerb) || holds(traits, WordTrait::kEtreOrTransitive)) {
    return false;
  }
  return holds(traits, WordTrait::kState) || holds(traits, WordTrait::kMaybeState) ||
         is_verb(text, word);
}

// A participle without "etre" of its own: is it passive, and how surely?
bool read_bare_participle(const ClauseText& text, WordIndex word, WordIndex begin,
                          const std::vector<std::uint8_t>& passive_at, Passive& passive) {
  const bool continues = continues_passive(text, word, passive_at);
  if (!continues && !is_reduced(text, word, begin, passive)) return false;
  if (passive.agent_marker != kNoWord) {
    passive.confidence = VoiceConfidence::kAgentive;
  } else if (!continues && text.has(word, WordTrait::kMaybeState)) {
    passive.confidence = VoiceConfidence::kStativePossible;
  }
  return true;
}

// Only "et", commas and adverbs lie between: "confie a l'aide sociale et suivi par" does not share.
bool stand_together(const ClauseText& text, WordIndex first, WordIndex last) {
  for (WordIndex word = first + 1; word < last; ++word) {
    const Upos upos = text.upos(word);
    if (upos != Upos::kCconj && upos != Upos::kPunct && upos != Upos::kAdv) return false;
  }
  return true;
}

// "sont recues et enregistrees par nos services": the agent after the last acts in all of them.
void share_agent(const ClauseText& text, std::vector<Passive>& passives, std::size_t first) {
  const Passive last = passives.back();
  if (last.etre != kNoWord || last.agent_marker == kNoWord) return;
  if (text.relation(last.participle) != Relation::kConj) return;
  const std::size_t earliest =
      std::max(first, passives.size() - std::min(passives.size(), kNearby));
  for (std::size_t i = passives.size() - 1; i-- > earliest;) {
    Passive& earlier = passives[i];
    if (earlier.participle != text.head(last.participle)) continue;
    if (earlier.agent_marker != kNoWord) return;
    if (!stand_together(text, earlier.participle, last.participle)) return;
    earlier.agent_marker = last.agent_marker;
    earlier.agent = last.agent;
    earlier.confidence = VoiceConfidence::kAgentive;
    return;
  }
}

void find_in_sentence(const ClauseText& text, WordRange words, Participles& found,
                      std::vector<std::uint8_t>& passive_at) {
  const std::size_t first = found.passives.size();
  for (WordIndex word = words.first; word < words.end; ++word) {
    if (!may_be_participle(text, word)) continue;
    Passive passive;
    passive.participle = word;
    const Auxiliaries auxiliaries = find_auxiliaries(text, word, words.first);
    passive.etre = auxiliaries.etre;
    set_agent(text, passive, words.end);
    // "etant donne que" is no passive of "donner".
    const bool locution = text.has(word, WordTrait::kLikePreposition) &&
                          auxiliaries.etre != kNoWord && auxiliaries.etre + 1 == word &&
                          is_present_participle(text, auxiliaries.etre);
    if (locution) continue;
    if (auxiliaries.etre != kNoWord) {
      if (has_reflexive(text, auxiliaries.first, words.first, 0)) continue;
      const WordTraits traits = traits_of_participle(text, word);
      passive.impersonal = is_impersonal(text, word, auxiliaries, words.first);
      if (!is_passive(text, word, traits, auxiliaries, passive)) {
        found.stative[word] = names_state(text, word, traits) ? 1 : 0;
        continue;
      }
      passive.confidence = confidence_of(text, traits, auxiliaries, passive);
    } else if (!read_bare_participle(text, word, words.first, passive_at, passive)) {
      const bool state = is_verb(text, word) && text.has(word, WordTrait::kState) &&
                         !has_child(text, word, Relation::kAuxTense);  // "a du payer"
      if (state) found.stative[word] = 1;
      continue;
    }
    passive_at[word] = 1;
    found.passives.push_back(passive);
    share_agent(text, found.passives, first);
  }
}

}  // namespace

Participles find_passives(const ClauseText& text) {
  Participles found;
  found.stative.resize(text.size());
  std::vector<std::uint8_t> passive_at(text.size());
  for (const WordRange& words : text.trees.sentence_words) {
    find_in_sentence(text, words, found, passive_at);
  }
  return found;
}

}  // namespace limpide
