#include "analyzer/rules/term_rows.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <unordered_set>

#include "analyzer/base/hash.h"

namespace limpide {
namespace {

constexpr std::size_t kColumns = 8;
constexpr std::size_t kMostFaults = 100;

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

struct RowKey {
  std::string_view pattern;
  std::string_view rule;
  friend bool operator==(const RowKey&, const RowKey&) = default;
};
struct RowHash {
  std::size_t operator()(const RowKey& key) const {
    return hash_bytes(key.rule, hash_bytes(key.pattern));
  }
};

class RowReader {
 public:
  RowReader(std::string tsv, const std::string& path) : path_(path) {
    text_ = rows_.keep(std::move(tsv));
    rows_.sources.push_back({path, 0});
  }

  TermRows read() {
    constexpr std::size_t kUsualRow = 120;  // bytes, or a little more
    const std::size_t lines = text_.size() / kUsualRow + 1;
    rows_.entries.reserve(lines);
    seen_.reserve(lines);
    std::uint32_t number = 0;
    for (std::string_view rest = text_; !rest.empty() && rows_.faults.size() < kMostFaults;) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      std::string_view line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      ++number;
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      if (!line.empty() && line.front() != '#' && number > 1) read_line(line, number);
    }
    return std::move(rows_);
  }

 private:
  void fault(std::uint32_t line, const char* key, MessageArguments arguments) {
    rows_.faults.push_back(
        make_error(ErrorCode::kInvalidInput, key, std::move(arguments), {path_, line, 1}));
  }

  void read_line(std::string_view line, std::uint32_t number) {
    std::array<std::string_view, kColumns> cells;
    std::size_t count = 0;
    for (std::string_view rest = line;; ++count) {
      const std::size_t tab = rest.find('\t');
      if (count < kColumns) cells[count] = without_blanks(rest.substr(0, tab));
      if (tab == std::string_view::npos) break;
      rest.remove_prefix(tab + 1);
    }
    if (++count != kColumns) {
      fault(number, "error.terms.columns", {{"count", std::to_string(count)}});
      return;
    }
    std::optional<TermEntry> entry = read_row(cells);
    if (!entry) {
      fault(number, "error.terms.value", {{"term", std::string(cells[0])}});
      return;
    }
    entry->line = number;
    if (!seen_.insert({entry->pattern, entry->rule}).second) {
      fault(number, "error.terms.twice", {{"term", std::string(entry->pattern)}});
      return;
    }
    rows_.entries.push_back(*entry);
  }

  static std::optional<TermEntry> read_row(const std::array<std::string_view, kColumns>& cells) {
    TermEntry entry;
    entry.pattern = cells[0];
    entry.rule = cells[1];
    if (cells[2] == "remplacer")
      entry.operation = TermOperation::kReplace;
    else if (cells[2] == "supprimer")
      entry.operation = TermOperation::kDelete;
    else if (cells[2] == "garder")
      entry.operation = TermOperation::kKeep;
    else if (cells[2] == "accorder")
      entry.operation = TermOperation::kAgree;
    else if (cells[2] == "expliquer")
      entry.operation = TermOperation::kExplain;
    else if (cells[2] == "avis")
      entry.operation = TermOperation::kTell;
    else if (cells[2] != "conseil")
      return std::nullopt;
    entry.replacements = cells[3];
    if (cells[4].size() != 1 || cells[4][0] < '0' || cells[4][0] > '2') return std::nullopt;
    entry.risk = static_cast<std::uint8_t>(cells[4][0] - '0');
    entry.register_name = cells[5];
    entry.note = cells[6];
    entry.example = cells[7];
    if (entry.pattern.empty() || entry.rule.empty()) return std::nullopt;
    const bool has_text = entry.replacements.find_first_not_of("| ") != std::string_view::npos;
    if (entry.operation == TermOperation::kReplace && !has_text) return std::nullopt;
    if (entry.operation == TermOperation::kExplain && entry.note.empty()) return std::nullopt;
    return entry;
  }

  const std::string& path_;
  std::string_view text_;
  TermRows rows_;
  std::unordered_set<RowKey, RowHash> seen_;
};

}  // namespace

std::string_view TermRows::keep(std::string text) {
  texts.push_back(std::make_unique<const std::string>(std::move(text)));
  return *texts.back();
}

std::vector<std::string> replacements_of(const TermEntry& entry) {
  std::vector<std::string> texts;
  std::string_view rest = entry.replacements;
  while (!rest.empty()) {
    const std::size_t bar = std::min(rest.find('|'), rest.size());
    const std::string_view text = without_blanks(rest.substr(0, bar));
    if (!text.empty()) texts.emplace_back(text);
    rest.remove_prefix(std::min(bar + 1, rest.size()));
  }
  return texts;
}

TermRows read_term_rows(std::string tsv, const std::string& path) {
  return RowReader(std::move(tsv), path).read();
}

void append_rows(TermRows& rows, TermRows more) {
  const auto shift = static_cast<std::uint32_t>(rows.sources.size());
  const auto append = [](auto& to, auto& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  };
  for (TermEntry& entry : more.entries) entry.source += shift;
  append(rows.entries, more.entries);
  append(rows.texts, more.texts);
  append(rows.sources, more.sources);
  append(rows.faults, more.faults);
}

}  // namespace limpide
