#include "analyzer/comparison/fact_changes.h"

#include <algorithm>
#include <map>

#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

constexpr std::size_t kLeastLetters = 4;  // letters and digits: "n 3" may be anywhere

using FactsByKey = std::map<std::string, const Fact*>;  // the first of each key

FactsByKey by_key(const std::vector<Fact>& facts) {
  FactsByKey found;
  for (const Fact& fact : facts) found.emplace(fact_key(fact), &fact);
  return found;
}

// Facts whose key is the same whenever the fact is the same, however it is written.
bool is_firm(FactKind kind) {
  switch (kind) {
    case FactKind::kDate:
    case FactKind::kTime:
    case FactKind::kAmount:
    case FactKind::kDuration:
    case FactKind::kDeadline:
    case FactKind::kReference:
    case FactKind::kName:
      return true;
    default:
      return false;
  }
}

// Runs of letters and digits, in lower case without accents.
std::vector<std::string> words_of(std::string_view text) {
  const std::string plain = without_accents(to_lower(text));
  const auto is_mark = [](char byte) {
    const auto value = static_cast<unsigned char>(byte);
    const bool letter = value >= 0x80 || (value >= 'a' && value <= 'z');
    return !letter && (value < '0' || value > '9');
  };
  std::vector<std::string> words;
  for (auto at = plain.begin(); at != plain.end();) {
    const auto end = std::find_if(at, plain.end(), is_mark);
    if (end != at) words.emplace_back(at, end);
    at = std::find_if_not(end, plain.end(), is_mark);
  }
  return words;
}

bool holds_words_of(const StatedFacts& other, std::string_view text) {
  std::size_t letters = 0;
  for (const std::string& word : words_of(text)) {
    if (word.size() < 2) continue;
    if (other.words.count(word) == 0) return false;
    letters += word.size();
  }
  return letters >= kLeastLetters;
}

bool is_said(const Fact& fact, std::string_view text, const StatedFacts& other) {
  if (fact.kind == FactKind::kName) return holds_words_of(other, fact.content);
  return fact.kind == FactKind::kReference && holds_words_of(other, slice(text, fact.span));
}

std::vector<const Fact*> missing_from(const StatedFacts& stated, const FactsByKey& facts,
                                      const StatedFacts& other, const FactsByKey& others) {
  std::vector<const Fact*> missing;
  for (const auto& entry : facts) {
    if (others.count(entry.first) != 0) continue;
    if (!is_said(*entry.second, stated.text, other)) missing.push_back(entry.second);
  }
  std::sort(missing.begin(), missing.end(), [](const Fact* a, const Fact* b) {
    return a->kind != b->kind ? a->kind < b->kind : a->span.begin < b->span.begin;
  });
  return missing;
}

// What stays of a deadline whose starting point is said otherwise: its duration. "" of one that
// ends on a date.
std::string core_of(const Fact& fact) {
  if (fact.kind != FactKind::kDeadline || !fact.dates.empty()) return {};
  return duration_text(fact.duration);
}

std::set<std::string> deadline_cores(const std::vector<const Fact*>& facts) {
  std::set<std::string> cores;
  for (const Fact* fact : facts) cores.insert(core_of(*fact));
  cores.erase("");
  return cores;
}

void share_out(const std::vector<const Fact*>& all, const std::set<std::string>& reworded,
               std::vector<ComparedFact>& sure, std::vector<ComparedFact>& to_check) {
  for (const Fact* fact : all) {
    const bool said_otherwise = reworded.count(core_of(*fact)) != 0;
    (is_firm(fact->kind) && !said_otherwise ? sure : to_check)
        .push_back({fact->kind, fact_key(*fact), fact->span});
  }
}

}  // namespace

StatedFacts stated_facts(const Analysis& analysis, const std::vector<Fact>& facts) {
  StatedFacts stated{analysis.document->text, facts, {}};
  for (const Form& form : analysis.segmentation.forms) {
    for (std::string& word : words_of(form.key)) stated.words.insert(std::move(word));
  }
  return stated;
}

FactChanges compare_facts(const StatedFacts& before, const StatedFacts& after) {
  const FactsByKey old_facts = by_key(before.facts);
  const FactsByKey new_facts = by_key(after.facts);
  const std::vector<const Fact*> lost = missing_from(before, old_facts, after, new_facts);
  const std::vector<const Fact*> gained = missing_from(after, new_facts, before, old_facts);
  FactChanges changes;
  share_out(lost, deadline_cores(gained), changes.lost, changes.lost_to_check);
  share_out(gained, deadline_cores(lost), changes.gained, changes.gained_to_check);
  return changes;
}

}  // namespace limpide
