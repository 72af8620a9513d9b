#include "tests/analyzer/parsing/clauses/clause_dump.h"

namespace limpide::testing {
namespace {

struct Dump {
  const TreebankValues& values;
  const Clauses& clauses;
  const ClauseResources& resources;

  std::string word(WordIndex index) const {
    if (index == kNoWord) return "-";
    return values.segmentation.forms[values.segmentation.words[index].form].key;
  }

  std::string words(WordRange range) const {
    std::string text;
    for (WordIndex at = range.first; at < range.end; ++at) {
      text += (text.empty() ? "" : " ") + word(at);
    }
    return text;
  }

  std::string verb(const VerbGroup& group) const {
    std::string text;
    for (std::uint32_t i = group.first; i < group.end; ++i) {
      text += (text.empty() ? "" : " ") + word(clauses.verb_words[i]);
    }
    return text;
  }

  std::string subject(const Subject& subject) const {
    switch (subject.kind) {
      case SubjectKind::kNone:
        return "";
      case SubjectKind::kExplicit:
        return " | subject " + words(subject.span);
      case SubjectKind::kImpersonal:
        return " | il";
      case SubjectKind::kShared:
        return " | subject shared " + word(subject.head);
      case SubjectKind::kImplied:
        return subject.antecedent == kNoWord ? " | subject implied"
                                             : " | subject implied " + word(subject.antecedent);
    }
    return "";
  }

  std::string clause(const Clause& found) const {
    std::string line = clause_kind_name(found.kind);
    line += " " + std::to_string(found.depth) + " | " + verb(found.verb);
    line += subject(found.subject);
    if (found.introducer.first < found.introducer.end) {
      line += " | by " + words(found.introducer);
    }
    if (found.sense == ClauseSense::kCondition) line += " (condition)";
    if (found.voice != Voice::kActive) line += std::string(" | ") + voice_name(found.voice);
    if (found.passive != kNoItem) {
      line += std::string(" ") + voice_confidence_name(found.confidence);
    }
    if (found.stative) line += " | state";
    if (found.agent.first < found.agent.end) line += " | agent " + words(found.agent);
    if (found.verb.modality != Modality::kNone) {
      line +=
          std::string(" | ") + modality_name(found.verb.modality) + " by " + word(found.verb.modal);
    }
    if (found.verb.negation != kNoItem) line += " | negated";
    if (found.verb.compound) line += " | compound";
    if (found.subject_distance >= 3) {
      line += " | distance " + std::to_string(found.subject_distance);
    }
    return line;
  }

  std::string negation(const Negation& found) const {
    constexpr const char* kNames[] = {"negation", "restriction", "expletive", "privative"};
    std::string line = kNames[static_cast<std::size_t>(found.kind)];
    line += " " + word(found.first);
    for (const WordIndex part : found.parts) {
      if (part != kNoWord) line += " " + word(part);
    }
    return line;
  }
};

}  // namespace

std::vector<std::string> dump_clauses(const TreebankValues& values, const Clauses& clauses,
                                      const ClauseResources& resources) {
  const Dump dump{values, clauses, resources};
  std::vector<std::string> lines;
  for (const Clause& clause : clauses.clauses) lines.push_back("clause " + dump.clause(clause));
  for (const Clause& clause : clauses.infinitives) {
    lines.push_back("infinitive " + dump.clause(clause));
  }
  for (const Negation& negation : clauses.negations) lines.push_back(dump.negation(negation));
  for (const NounChain& chain : clauses.noun_chains) {
    lines.push_back("chain " + std::to_string(chain.links) + " " + dump.words(chain.span));
  }
  for (const VerbNoun& pair : clauses.verb_nouns) {
    const std::string& lemma = values.tagging.lemmas[values.tagging.words[pair.noun].lemma];
    lines.push_back("verb-noun " + dump.word(pair.verb) + " " + dump.word(pair.noun) + " = " +
                    std::string(resources.verb_of_noun(lemma)));
  }
  for (const Addressee addressee : clauses.addressees) {
    lines.push_back(std::string("addressee ") + addressee_name(addressee));
  }
  return lines;
}

}  // namespace limpide::testing
