#include "tools/eval/facts_eval.h"

#include <algorithm>
#include <optional>

namespace limpide {
namespace {

constexpr std::array<FactKind, 9> kScored = {
    FactKind::kDate,       FactKind::kAmount,      FactKind::kDeadline,
    FactKind::kReference,  FactKind::kName,        FactKind::kObligation,
    FactKind::kPermission, FactKind::kProhibition, FactKind::kCondition};

std::optional<FactKind> kind_named(const std::string& name) {
  for (const FactKind kind : kScored) {
    if (name == fact_kind_name(kind)) return kind;
  }
  return std::nullopt;
}

std::uint32_t shared_bytes(Span a, Span b) {
  const std::uint32_t begin = std::max(a.begin, b.begin);
  const std::uint32_t end = std::min(a.end, b.end);
  return end > begin ? end - begin : 0;
}

bool is_found(Span a, Span b) { return 2 * shared_bytes(a, b) > std::max(a.size(), b.size()); }

std::string name_type_name(NameType type) {
  constexpr std::array<const char*, 3> kNames = {"person", "body", "place"};
  return kNames[static_cast<std::size_t>(type)];
}

// The gold has one word for working days.
std::string duration_value(const Fact& fact) {
  Duration duration = fact.duration;
  if (duration.unit == TimeUnit::kBusinessDay) duration.unit = TimeUnit::kWorkday;
  if (duration.unit == TimeUnit::kClearDay) duration.unit = TimeUnit::kDay;
  if (duration.unit == TimeUnit::kClearMonth) duration.unit = TimeUnit::kMonth;
  return duration_text(duration);
}

std::string stated(const Fact& fact, const std::string& name) {
  if (name == "value" && fact.kind == FactKind::kAmount) return decimal_text(fact.number);
  if (name == "value") return iso_text(fact.dates, fact.shape);
  if (name == "unit") return fact.unit;
  if (name == "duration") return duration_value(fact);
  if (name == "until") return fact.dates.empty() ? "" : iso_text(fact.dates, fact.shape);
  if (name == "side") return fact.side == Side::kBefore ? "before" : "after";
  if (name == "strength") return fact.strength == Strength::kRequest ? "request" : "duty";
  if (name == "type") return name_type_name(fact.name_type);
  if (name == "bearer") {
    if (!fact.party.empty()) return "words";
    return fact.party_key.empty() ? "none" : "reader";
  }
  return {};
}

// What the gold states and the fact does not; empty when all is right.
std::string difference(const GoldLine& line, const Fact& fact) {
  std::string out;
  for (const auto& [name, value] : line.values) {
    const std::string own = stated(fact, name);
    const bool number = name == "value" && fact.kind == FactKind::kAmount;
    const std::optional<Decimal> wanted = number ? decimal_of(value) : std::nullopt;
    if (wanted && *wanted == fact.number) continue;  // "2130.00" is 2130
    if (own != value) out += " " + name + "=" + value + " (" + own + ")";
  }
  for (const auto& [name, span] : line.spans) {
    if (!is_found(span, fact.party)) out += " " + name;
  }
  const bool request = line.values.count("strength") == 0 && fact.strength == Strength::kRequest;
  if (request) out += " strength";
  return out;
}

class Scorer {
 public:
  Scorer(const GoldRecord& record, const std::vector<Fact>& facts, FactScores& scores)
      : record_(record), facts_(facts), scores_(scores), used_(facts.size()) {}

  void run() {
    for (const bool exact : {true, false}) {
      for (std::size_t i = 0; i < record_.lines.size(); ++i) {
        if (std::find(done_.begin(), done_.end(), i) == done_.end()) match(i, exact);
      }
    }
    for (std::size_t i = 0; i < record_.lines.size(); ++i) {
      const bool fact = record_.lines[i].type == "fact" && kind_named(record_.lines[i].kind);
      if (!fact) continue;
      const GoldLine& line = record_.lines[i];
      if (line.debatable) continue;
      ++count(*kind_named(line.kind)).gold;
      if (std::find(done_.begin(), done_.end(), i) == done_.end()) {
        miss(line.kind + " missed: " + words(line.parts[0]));
      }
    }
    count_found();
  }

 private:
  FactCount& count(FactKind kind) { return scores_.kinds[static_cast<std::size_t>(kind)]; }
  [[nodiscard]] std::string words(Span span) const {
    return std::string(slice(record_.sentence, span));
  }
  void miss(const std::string& text) { scores_.misses.push_back(record_.id + " " + text); }

  void match(std::size_t index, bool exact) {
    const GoldLine& line = record_.lines[index];
    const auto kind = line.type == "fact" ? kind_named(line.kind) : std::nullopt;
    if (!kind || line.parts.empty()) return;
    for (std::size_t i = 0; i < facts_.size(); ++i) {
      const Fact& fact = facts_[i];
      const bool same = fact.span == line.parts[0];
      if (used_[i] != 0 || fact.kind != *kind) continue;
      if (exact ? !same : !is_found(fact.span, line.parts[0])) continue;
      used_[i] = line.debatable ? 2 : 1;
      done_.push_back(index);
      if (line.debatable) return;
      ++count(*kind).right;
      if (same) ++count(*kind).exact;
      const std::string wrong = difference(line, fact);
      if (wrong.empty()) ++count(*kind).values;
      if (!same) miss(line.kind + " span: " + words(fact.span) + " / " + words(line.parts[0]));
      if (!wrong.empty()) miss(line.kind + " value: " + words(fact.span) + wrong);
      return;
    }
  }

  void count_found() {
    for (std::size_t i = 0; i < facts_.size(); ++i) {
      const Fact& fact = facts_[i];
      // The gold does not mark numbered parts ("page 3").
      const bool scored = std::find(kScored.begin(), kScored.end(), fact.kind) != kScored.end() &&
                          fact.detail != kLabelReference;
      if (!scored || used_[i] == 2) continue;
      if (used_[i] == 0 && over_debatable(fact)) continue;
      ++count(fact.kind).found;
      if (used_[i] == 0)
        miss(std::string(fact_kind_name(fact.kind)) + " extra: " + words(fact.span));
    }
  }

  [[nodiscard]] bool over_debatable(const Fact& fact) const {
    for (const GoldLine& line : record_.lines) {
      const bool same = line.type == "fact" && line.debatable && kind_named(line.kind) == fact.kind;
      if (same && !line.parts.empty() && shared_bytes(line.parts[0], fact.span) > 0) return true;
    }
    return false;
  }

  const GoldRecord& record_;
  const std::vector<Fact>& facts_;
  FactScores& scores_;
  std::vector<std::uint8_t> used_;
  std::vector<std::size_t> done_;
};

}  // namespace

void score_facts(const GoldRecord& record, const std::vector<Fact>& facts, FactScores& scores) {
  Scorer(record, facts, scores).run();
}

}  // namespace limpide
