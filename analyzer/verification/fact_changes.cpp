#include "analyzer/verification/fact_changes.h"

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

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool is_letter(char byte) { return byte >= 'a' && byte <= 'z'; }

// Numbers with the letters that belong to them: "L. 211-2" is "l211-2". A mark between two letters
// or digits is part of the number.
std::set<std::string, std::less<>> numbers_in(std::string_view text) {
  const std::string plain = without_accents(to_lower(text));
  std::set<std::string, std::less<>> numbers;
  for (std::size_t at = 0; at < plain.size();) {
    if (!is_digit(plain[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    const auto goes_on = [&plain](std::size_t i) {
      if (i >= plain.size()) return false;
      if (is_digit(plain[i]) || is_letter(plain[i])) return true;
      const bool mark = plain[i] == '-' || plain[i] == '/' || plain[i] == '.';
      return mark && i + 1 < plain.size() && (is_digit(plain[i + 1]) || is_letter(plain[i + 1]));
    };
    while (goes_on(end)) ++end;
    std::string number = plain.substr(at, end - at);
    std::size_t before = at;  // "l. ", "r", "lo "
    while (before > 0 && (plain[before - 1] == ' ' || plain[before - 1] == '.' ||
                          plain[before - 1] == '\xA0' || plain[before - 1] == '\xC2')) {
      --before;
    }
    std::size_t letters = before;
    while (letters > 0 && is_letter(plain[letters - 1])) --letters;
    const bool prefix = before - letters > 0 && before - letters <= 2 && at - before <= 3 &&
                        (before == at || plain[before] == '.');
    if (prefix) number = plain.substr(letters, before - letters) + number;
    numbers.insert(std::move(number));
    at = end;
  }
  return numbers;
}

bool holds_numbers_of(const StatedFacts& other, std::string_view text) {
  const auto numbers = numbers_in(text);
  return std::all_of(numbers.begin(), numbers.end(), [&other](const std::string& number) {
    return other.numbers.count(number) != 0;
  });
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
  return fact.kind == FactKind::kReference && holds_words_of(other, slice(text, fact.span)) &&
         holds_numbers_of(other, slice(text, fact.span));
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

StatedFacts stated_facts(const Analysis& analysis, const std::vector<Fact>& facts) {
  StatedFacts stated{analysis.document->text, facts, {}, numbers_in(analysis.document->text)};
  for (const Form& form : analysis.segmentation.forms) {
    for (std::string& word : words_of(form.key)) stated.words.insert(std::move(word));
  }
  return stated;
}

MissingFacts missing_facts(const StatedFacts& before, const StatedFacts& after) {
  const FactsByKey old_facts = by_key(before.facts);
  const FactsByKey new_facts = by_key(after.facts);
  return {missing_from(before, old_facts, after, new_facts),
          missing_from(after, new_facts, before, old_facts)};
}

FactChanges compare_facts(const StatedFacts& before, const StatedFacts& after) {
  const MissingFacts missing = missing_facts(before, after);
  const std::vector<const Fact*>& lost = missing.lost;
  const std::vector<const Fact*>& gained = missing.gained;
  FactChanges changes;
  share_out(lost, deadline_cores(gained), changes.lost, changes.lost_to_check);
  share_out(gained, deadline_cores(lost), changes.gained, changes.gained_to_check);
  return changes;
}

}  // namespace limpide
