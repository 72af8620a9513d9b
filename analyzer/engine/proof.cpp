#include "analyzer/engine/proof.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <string>
#include <utility>

#include "analyzer/base/parallel.h"
#include "analyzer/engine/passages.h"
#include "analyzer/engine/trials.h"
#include "analyzer/rewriting/grammar/sentence_faults.h"
#include "analyzer/verification/verification.h"

namespace limpide {
namespace {

bool touches(Span span, Span words) {
  constexpr std::uint32_t kBlank = 3;  // bytes of a blank between the words and a number
  return span.begin <= words.end + kBlank && words.begin <= span.end + kBlank;
}

// Reads trials and marks the candidates that are proved. One a thread.
class Prover {
 public:
  // `known`: the sentences of the analysis.
  Prover(const Analysis& analysis, const KnownSentences& known, const ProofResources& resources,
         SyntaxMemory& memory, std::vector<Candidate>& candidates)
      : analysis_(analysis),
        known_(known),
        resources_(resources),
        memory_(memory),
        candidates_(candidates) {}

  // The trials of one passage.
  void run(Trials trials) {
    while (!trials.empty()) trials = next_trials(trials);
    before_ = {};
  }

 private:
  [[nodiscard]] const std::vector<Edit>& edits_of(std::size_t candidate) const {
    return *candidates_[candidate].edits;
  }

  // Reads the trials, which share their passage; what is left to try.
  Trials next_trials(const Trials& trials) {
    Trials left;
    for (const Trial& trial : trials) {
      std::vector<const Edit*> edits;
      for (const std::size_t candidate : trial.candidates) {
        for (const Edit& edit : edits_of(candidate)) edits.push_back(&edit);
      }
      judge(trial, edited_passage(analysis_, trial.passage, edits), left);
    }
    return left;
  }

  void judge(const Trial& trial, const EditedPassage& passage, Trials& left) {
    const KnownPassage* before = read_before(trial.passage);
    const auto after = read_blocks(passage.blocks, *analysis_.language, known_, memory_);
    if (before == nullptr || after == nullptr) return;
    const Result<Verification> verified = verify_texts(before->text->analysis, before->said,
                                                       after->analysis, resources_.verification);
    if (!verified) return;
    std::vector<bool> suspect(trial.candidates.size(), false);
    bool changed = false;
    for (const FactChange& change : verified->changes) {
      if (is_excused(trial, passage.words, change)) continue;
      changed = true;
      suspicion(trial, passage.words, change, suspect);
    }
    for (const SentenceFault& fault :
         new_faults(before->faults, sentence_faults(after->analysis, resources_.grammar))) {
      if (is_formula(trial)) continue;
      changed = blame(trial, passage.words, fault, suspect) || changed;
    }
    if (!changed) {
      for (const std::size_t candidate : trial.candidates) candidates_[candidate].proved = true;
    } else if (trial.candidates.size() > 1) {
      split(trial, suspect, left);
    }
  }

  // A passage as it is, with what several trials compare theirs to.
  struct KnownPassage {
    std::unique_ptr<ReadText> text;
    std::vector<Said> said;
    std::vector<SentenceFault> faults;
  };
  const KnownPassage* read_before(Span span) {
    if (before_.text == nullptr) {
      const EditedPassage passage = edited_passage(analysis_, span, {});
      before_.text = read_blocks(passage.blocks, *analysis_.language, known_, memory_);
      if (before_.text == nullptr) return nullptr;
      before_.said = said_by_sentence(before_.text->analysis, resources_.verification);
      before_.faults = sentence_faults(before_.text->analysis, resources_.grammar);
    }
    return &before_;
  }

  // The span of each edit belongs to a candidate: the i-th edit, in order.
  template <typename Use>
  void each_edit(const Trial& trial, const EditedWords& words, const Use& use) const {
    std::size_t at = 0;
    for (std::size_t i = 0; i < trial.candidates.size(); ++i) {
      for (std::size_t k = 0; k < edits_of(trial.candidates[i]).size(); ++k, ++at) {
        use(i, words.before[at], words.after[at]);
      }
    }
  }

  // A value keeps its figures, which no trusted edit touches; its unit or its bound may be the
  // words.
  [[nodiscard]] bool is_excused(const Trial& trial, const EditedWords& words,
                                const FactChange& change) const {
    const Trust lone =
        trial.candidates.size() == 1 ? candidates_[trial.candidates.front()].trust : Trust::kNone;
    if (lone == Trust::kSameValue) return change.aspect != Aspect::kFact;
    if (change.aspect == Aspect::kRole) return says_the_same_words(trial);
    if (change.aspect == Aspect::kAddressee) return false;
    bool was = change.before.empty();
    bool is = change.after.empty();
    each_edit(trial, words, [&](std::size_t i, Span before, Span after) {
      const Trust trust = candidates_[trial.candidates[i]].trust;
      const bool name = change.aspect == Aspect::kFact && change.kind == FactKind::kName;
      if (trust != Trust::kSameWords && (trust != Trust::kSameName || !name)) return;
      was = was || touches(change.before, before);
      is = is || touches(change.after, after);
    });
    return was && is;
  }

  // A closing, "Cordialement,", has no verb.
  [[nodiscard]] bool is_formula(const Trial& trial) const {
    return trial.candidates.size() == 1 && candidates_[trial.candidates.front()].formula;
  }

  // Words that an expert holds for the same, put in as they are, leave who does what: a tree that
  // sees another actor wavers.
  [[nodiscard]] bool says_the_same_words(const Trial& trial) const {
    return std::all_of(trial.candidates.begin(), trial.candidates.end(), [this](std::size_t i) {
      const Candidate& one = candidates_[i];
      return one.side_words || (one.trust == Trust::kSameWords && one.literal);
    });
  }

  void suspicion(const Trial& trial, const EditedWords& words, const FactChange& change,
                 std::vector<bool>& suspect) const {
    each_edit(trial, words, [&](std::size_t i, Span before, Span after) {
      const bool was = !change.before.empty() && touches(change.before, before);
      const bool is = !change.after.empty() && touches(change.after, after);
      if (was || is) suspect[i] = true;
    });
  }

  // A slip far from every edit comes from a tree that wavers, not from the edit; a verb that is
  // missing may be missed anywhere.
  [[nodiscard]] bool blame(const Trial& trial, const EditedWords& words, const SentenceFault& fault,
                           std::vector<bool>& suspect) const {
    // A series may lose its beginning far from its other members.
    if (fault.kind == FaultKind::kSeries) return true;
    if (fault.kind == FaultKind::kNoVerb) {
      return std::none_of(trial.candidates.begin(), trial.candidates.end(),
                          [this](std::size_t one) { return candidates_[one].itemizes; });
    }
    bool found = false;
    each_edit(trial, words, [&](std::size_t i, Span, Span after) {
      if (!touches(fault.first, after) && !touches(fault.second, after)) return;
      suspect[i] = true;
      found = true;
    });
    return found;
  }

  // The suspects alone, the others together; all alone when nothing or everything is suspect.
  static void split(const Trial& trial, const std::vector<bool>& suspect, Trials& left) {
    const auto count = std::count(suspect.begin(), suspect.end(), true);
    const bool some = count > 0 && count < static_cast<std::ptrdiff_t>(suspect.size());
    Trial rest{trial.passage, {}};
    for (std::size_t i = 0; i < suspect.size(); ++i) {
      if (some && !suspect[i]) {
        rest.candidates.push_back(trial.candidates[i]);
      } else {
        left.push_back({trial.passage, {trial.candidates[i]}});
      }
    }
    if (!rest.candidates.empty()) left.push_back(std::move(rest));
  }

  const Analysis& analysis_;
  const KnownSentences& known_;
  const ProofResources& resources_;
  SyntaxMemory& memory_;
  std::vector<Candidate>& candidates_;
  KnownPassage before_;  // of the trials at hand, which share their passage
};

// Runs the trials of all the passages, shared out between as many threads as memories.
void run_trials(const Analysis& analysis, const ProofResources& resources,
                std::span<SyntaxMemory> memories, const std::vector<Trials>& passages,
                std::vector<Candidate>& candidates) {
  if (passages.empty()) return;
  KnownSentences known;
  known.add(analysis);
  // Passages cost what their trials ask for, which nobody knows before: each thread takes the next.
  std::atomic<std::size_t> next{0};
  run_parts(std::min(memories.size(), passages.size()), [&](std::size_t part) {
    Prover prover(analysis, known, resources, memories[part], candidates);
    for (std::size_t i = next++; i < passages.size(); i = next++) prover.run(passages[i]);
  });
}

void prove(const Analysis& analysis, const ProofResources& resources,
           std::span<SyntaxMemory> memories, ProofMemory* verdicts,
           std::vector<Candidate>& candidates) {
  const std::vector<Trials> passages = by_passage(first_trials(analysis, candidates));
  if (verdicts == nullptr) {
    run_trials(analysis, resources, memories, passages, candidates);
    return;
  }
  std::vector<Trials> unknown;
  std::vector<std::string> keys;
  for (const Trials& passage : passages) {
    std::string key = proof_key(analysis, passage, candidates);
    if (verdicts->recall(key, passage, candidates)) continue;
    unknown.push_back(passage);
    keys.push_back(std::move(key));
  }
  run_trials(analysis, resources, memories, unknown, candidates);
  for (std::size_t i = 0; i < unknown.size(); ++i) {
    verdicts->keep(std::move(keys[i]), unknown[i], candidates);
  }
}

}  // namespace

void keep_proved(const Analysis& analysis, const ProofResources& resources,
                 std::span<SyntaxMemory> memories, ProofMemory* verdicts,
                 std::vector<Finding>& findings) {
  const bool readable = analysis.depth == Depth::kTrees;
  std::vector<Finding*> read;
  for (Finding& finding : findings) {
    std::vector<Suggestion>& all = finding.suggestions;
    // A misspelt word has no facts to compare.
    if (all.empty() || finding.operation.kind == OperationKind::kSpelling) continue;
    if (readable) {
      if (all.size() > kMostProofs) all.resize(kMostProofs);
      read.push_back(&finding);
    } else if (!finding.operation.literal) {
      all.clear();
    }
  }
  if (read.empty()) return;
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < read.size(); ++i) {
    for (std::size_t k = 0; k < read[i]->suggestions.size(); ++k) {
      candidates.push_back(candidate_of(analysis, *read[i], read[i]->suggestions[k]));
      candidates.back().finding = i;
      candidates.back().suggestion = k;
    }
  }
  prove(analysis, resources, memories, verdicts, candidates);
  std::vector<std::vector<Suggestion>> kept(read.size());
  for (const Candidate& candidate : candidates) {
    Suggestion& one = read[candidate.finding]->suggestions[candidate.suggestion];
    if (candidate.proved) kept[candidate.finding].push_back(one);
  }
  for (std::size_t i = 0; i < read.size(); ++i) read[i]->suggestions = std::move(kept[i]);
}

}  // namespace limpide
