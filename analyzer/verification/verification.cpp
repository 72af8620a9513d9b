#include "analyzer/verification/verification.h"

#include <algorithm>
#include <utility>

#include "analyzer/verification/firm_facts.h"
#include "analyzer/verification/glosses.h"
#include "analyzer/verification/said_changes.h"
#include "analyzer/verification/sentence_pairs.h"
#include "analyzer/verification/value_places.h"
#include "analyzer/verification/word_places.h"

namespace limpide {
namespace {

constexpr std::uint32_t kMostStrays = 2;  // sentences

bool is_within(Span inner, Span outer) {
  return inner.empty() || (outer.begin <= inner.begin && inner.end <= outer.end);
}

bool meets(Span inner, Span outer) {
  return inner.empty() || (inner.begin < outer.end && outer.begin < inner.end);
}

// "avant le 12 juin" is a deadline, "12 juin" a date of it: one change, the wider one. The same of
// "au moins" in "au moins trois jours". Of two with the same words the first stays.
// A duty that became another is one change too, with the denial that it lost.
void drop_nested(std::vector<FactChange>& changes) {
  const auto wider = [](const FactChange& outer, const FactChange& inner) {
    const bool sided = inner.before.empty() != inner.after.empty();
    const bool duty = outer.aspect == Aspect::kModality && !outer.before.empty() &&
                      !outer.after.empty() && sided &&
                      (inner.aspect == Aspect::kModality || inner.aspect == Aspect::kNegation);
    if (duty) return meets(inner.before, outer.before) && meets(inner.after, outer.after);
    return outer.aspect == Aspect::kFact && is_within(inner.before, outer.before) &&
           is_within(inner.after, outer.after);
  };
  std::vector<FactChange> kept;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    bool nested = false;
    for (std::size_t j = 0; j < changes.size() && !nested; ++j) {
      nested = j != i && wider(changes[j], changes[i]) && (j < i || !wider(changes[i], changes[j]));
    }
    if (!nested) kept.push_back(std::move(changes[i]));
  }
  changes = std::move(kept);
}

class Verifier {
 public:
  Verifier(const Analysis& before, const std::vector<Said>& said_before, const Analysis& after,
           const VerificationResources& resources)
      : before_(before), after_(after), resources_(resources), old_said_(said_before) {}

  Result<Verification> run() {
    WordNumbers numbers;
    old_ = text_side(before_, numbers, true);
    new_ = text_side(after_, numbers, true);
    const Result<std::vector<AlignedGroup>> groups = align_sentences(old_.words, new_.words);
    if (!groups) return groups.error();
    new_said_ = said_by_sentence(after_, resources_);
    Verification result;
    result.changes = firm_changes(before_, after_, old_said_, new_said_, resources_);
    add(result, exchanged_values({before_, old_said_}, {after_, new_said_}));
    add(result, exchanged_words({before_, old_said_}, {after_, new_said_}, resources_));
    add(result,
        changed_order({before_, old_said_}, {after_, new_said_}, resources_.named.in_order));
    add(result, wrong_expansions({before_, old_said_}, {after_, new_said_}));
    add(result, changed_codes({before_, old_said_}, {after_, new_said_}));
    Said gone;
    Said come;
    for (const AlignedGroup& group : with_strays(*groups)) {
      Said was = together(old_said_, old_, group.before_first, group.before_end);
      Said is = together(new_said_, new_, group.after_first, group.after_end);
      if (group.has_before() && group.has_after()) {
        std::vector<FactChange> changes = said_changes(was, is, resources_);
        drop_glosses(was, is, after_.document->text, resources_, changes);
        add(result, std::move(changes));
      } else {
        append_said(group.has_before() ? gone : come, group.has_before() ? was : is);
      }
    }
    add(result, said_changes(gone, come, resources_));
    std::stable_sort(result.changes.begin(), result.changes.end(),
                     [](const FactChange& a, const FactChange& b) {
                       return a.before.begin != b.before.begin ? a.before.begin < b.before.begin
                                                               : a.after.begin < b.after.begin;
                     });
    drop_nested(result.changes);
    return result;
  }

 private:
  static Said together(const std::vector<Said>& said, const TextSide& side, std::uint32_t first,
                       std::uint32_t end) {
    Said all;
    for (std::uint32_t i = first; i < end; ++i) append_said(all, said[side.sentences[i]]);
    return all;
  }

  // A sentence that found no other goes with the pair beside it: a split into more than alignment
  // sees, or words that were moved.
  static std::vector<AlignedGroup> with_strays(const std::vector<AlignedGroup>& groups) {
    std::vector<AlignedGroup> joined;
    for (const AlignedGroup& group : groups) {
      const bool pair = group.has_before() && group.has_after();
      AlignedGroup* last = joined.empty() ? nullptr : &joined.back();
      if (last == nullptr || group.moved || last->moved) {
        joined.push_back(group);
        continue;
      }
      const bool last_pair = last->has_before() && last->has_after();
      const bool next =
          last->before_end == group.before_first && last->after_end == group.after_first;
      const bool few =
          group.before_end - group.before_first + group.after_end - group.after_first <=
          kMostStrays;
      if (!next || (pair && last_pair) || (!pair && !few)) {
        joined.push_back(group);
        continue;
      }
      last->before_end = group.before_end;
      last->after_end = group.after_end;
    }
    return joined;
  }

  static void add(Verification& result, std::vector<FactChange> more) {
    result.changes.insert(result.changes.end(), more.begin(), more.end());
  }

  const Analysis& before_;
  const Analysis& after_;
  const VerificationResources& resources_;
  TextSide old_;
  TextSide new_;
  const std::vector<Said>& old_said_;  // one a sentence
  std::vector<Said> new_said_;
};

}  // namespace

Result<Verification> verify_texts(const Analysis& before, const Analysis& after,
                                  const VerificationResources& resources) {
  return verify_texts(before, said_by_sentence(before, resources), after, resources);
}

Result<Verification> verify_texts(const Analysis& before, const std::vector<Said>& said_before,
                                  const Analysis& after, const VerificationResources& resources) {
  return Verifier(before, said_before, after, resources).run();
}

}  // namespace limpide
