#include "analyzer/rules/advices.h"

#include <array>
#include <optional>
#include <unordered_map>

namespace limpide {
namespace {

constexpr std::uint32_t kUngrouped = 0xFFFFFFFF;
constexpr std::size_t kColumns = 4;

std::string_view next_part(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

class Grouping {
 public:
  Grouping(const std::string& path, const std::vector<const RuleSpec*>& rules)
      : path_(path), rules_(rules) {
    for (std::uint32_t i = 0; i < rules.size(); ++i) index_.emplace(rules[i]->id, i);
    table_.of_rule.assign(rules.size(), kUngrouped);
  }

  void add_row(std::string_view line, std::uint32_t number) {
    std::array<std::string_view, kColumns> cells;
    for (std::string_view& cell : cells) cell = next_part(line, '\t');
    if (cells[0].empty() || cells[1].empty() || cells[2].empty() || cells[3].empty()) {
      fault("error.advices.row", {}, number);
      return;
    }
    Advice advice{std::string(cells[0]), std::string(cells[1]), std::string(cells[2]), {}};
    std::optional<Principle> principle;
    const auto at = static_cast<std::uint32_t>(table_.advices.size());
    while (!cells[3].empty()) {
      const std::string id(next_part(cells[3], ' '));
      if (!id.empty()) take_rule(id, at, number, principle);
    }
    if (!principle) {
      fault("error.advices.empty", {{"id", advice.id}}, number);
      return;
    }
    advice.principle = *principle;
    table_.advices.push_back(std::move(advice));
  }

  AdviceTable finish() {
    for (std::uint32_t i = 0; i < rules_.size(); ++i) {
      if (table_.of_rule[i] != kUngrouped) continue;
      const RuleSpec& rule = *rules_[i];
      table_.of_rule[i] = static_cast<std::uint32_t>(table_.advices.size());
      table_.advices.push_back({rule.id, rule.title, rule.advice, rule.principle});
    }
    return std::move(table_);
  }

 private:
  void fault(const char* key, MessageArguments arguments, std::uint32_t line) {
    table_.faults.push_back(
        make_error(ErrorCode::kInvalidInput, key, std::move(arguments), {path_, line, 1}));
  }

  void take_rule(const std::string& id, std::uint32_t advice, std::uint32_t line,
                 std::optional<Principle>& principle) {
    const auto found = index_.find(id);
    if (found == index_.end()) return fault("error.advices.rule", {{"id", id}}, line);
    const Principle own = rules_[found->second]->principle;
    if (principle.value_or(own) != own) return fault("error.advices.mixed", {{"id", id}}, line);
    std::uint32_t& slot = table_.of_rule[found->second];
    if (slot != kUngrouped) return fault("error.advices.twice", {{"id", id}}, line);
    slot = advice;
    principle = own;
  }

  const std::string& path_;
  const std::vector<const RuleSpec*>& rules_;
  std::unordered_map<std::string, std::uint32_t> index_;
  AdviceTable table_;
};

}  // namespace

AdviceTable group_rules(std::string_view table, const std::string& path,
                        const std::vector<const RuleSpec*>& rules) {
  Grouping grouping(path, rules);
  for (std::uint32_t number = 1; !table.empty(); ++number) {
    std::string_view line = next_part(table, '\n');
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (!line.empty() && line.front() != '#') grouping.add_row(line, number);
  }
  return grouping.finish();
}

}  // namespace limpide
