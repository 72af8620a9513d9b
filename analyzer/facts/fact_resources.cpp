#include "analyzer/facts/fact_resources.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "analyzer/base/files.h"
#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

constexpr std::size_t kMaxTableBytes = std::size_t{4} << 20;
constexpr std::array<const char*, 9> kTables = {
    "numbers.tsv", "calendar.tsv",     "units.tsv",  "deadlines.tsv", "conditions.tsv",
    "names.tsv",   "law-acronyms.tsv", "duties.tsv", "content.tsv"};

// What the third column must hold.
enum class ValueSort : std::uint8_t { kNone, kNumber, kName, kNameAndNumber, kMaybeNumber };

struct RoleForm {
  std::string_view name;
  ValueSort value;
};
constexpr std::array<RoleForm, static_cast<std::size_t>(FactRole::kCount)> kRoles = {
    {{"number", ValueSort::kNumber},
     {"magnitude", ValueSort::kNumber},
     {"group", ValueSort::kNumber},
     {"ordinal", ValueSort::kNumber},
     {"half", ValueSort::kNumber},
     {"month", ValueSort::kNumber},
     {"weekday", ValueSort::kNumber},
     {"period", ValueSort::kNumber},
     {"date-part", ValueSort::kName},
     {"month-lead", ValueSort::kNone},
     {"year-lead", ValueSort::kNone},
     {"day-end", ValueSort::kNone},
     {"time-lead", ValueSort::kNone},
     {"clock", ValueSort::kNumber},
     {"money", ValueSort::kNameAndNumber},
     {"scale", ValueSort::kNumber},
     {"share", ValueSort::kNameAndNumber},
     {"measure", ValueSort::kNameAndNumber},
     {"time", ValueSort::kNameAndNumber},
     {"delay", ValueSort::kNone},
     {"delay-noun", ValueSort::kNone},
     {"delay-lead", ValueSort::kNone},
     {"until", ValueSort::kNone},
     {"latest", ValueSort::kName},
     {"latest-lead", ValueSort::kNone},
     {"start", ValueSort::kMaybeNumber},
     {"before", ValueSort::kNone},
     {"ahead", ValueSort::kNone},
     {"have", ValueSort::kNone},
     {"condition", ValueSort::kName},
     {"not-condition", ValueSort::kNone},
     {"asking-verb", ValueSort::kNone},
     {"title", ValueSort::kName},
     {"body", ValueSort::kNone},
     {"office", ValueSort::kNone},
     {"acronym", ValueSort::kNone},
     {"way", ValueSort::kNone},
     {"place-lead", ValueSort::kNone},
     {"joint", ValueSort::kNone},
     {"person", ValueSort::kNone},
     {"kin", ValueSort::kNone},
     {"law-acronym", ValueSort::kName},
     {"law-article", ValueSort::kNone},
     {"law-act", ValueSort::kNone},
     {"law-part", ValueSort::kNone},
     {"reference-label", ValueSort::kNone},
     {"law-source", ValueSort::kNone},
     {"file-prefix", ValueSort::kNone},
     {"request-verb", ValueSort::kNone},
     {"request", ValueSort::kNone},
     {"please", ValueSort::kNone},
     {"polite", ValueSort::kNone},
     {"polite-noun", ValueSort::kNone},
     {"possible", ValueSort::kNone},
     {"plain-modal", ValueSort::kNone},
     {"no-duty", ValueSort::kNone},
     {"governs", ValueSort::kNone},
     {"impersonal-bearer", ValueSort::kNone},
     {"dropped", ValueSort::kNone},
     {"same", ValueSort::kName},
     {"bound", ValueSort::kName},
     {"bound-after", ValueSort::kName},
     {"label", ValueSort::kNone}}};

std::optional<FactRole> role_named(std::string_view name) {
  for (std::size_t i = 0; i < kRoles.size(); ++i) {
    if (kRoles[i].name == name) return static_cast<FactRole>(i);
  }
  return std::nullopt;
}

std::vector<std::string> words_of(std::string_view phrase) {
  std::vector<std::string> words;
  while (!phrase.empty()) {
    const std::size_t end = std::min(phrase.find(' '), phrase.size());
    if (end > 0) words.emplace_back(phrase.substr(0, end));
    phrase.remove_prefix(std::min(end + 1, phrase.size()));
  }
  return words;
}

// The other ways of writing the last word of a phrase: see the head of the tables.
std::vector<std::string> variants_of(const std::string& last) {
  if (last == "de") return {"de", "du", "des", "d'"};
  if (last == "\xC3\xA0") return {"\xC3\xA0", "au", "aux"};
  if (last == "que") return {"que", "qu'"};
  if (last == "le") return {"le", "la", "l'", "les"};
  return {last};
}

// "EUR 0.01", "EUR", "3", "-" into name and number; false when it is not of that sort.
bool read_value(std::string_view value, ValueSort sort, FactPhrase& phrase) {
  if (sort == ValueSort::kNone) return value == "-";
  if (value.empty()) return false;
  if (sort == ValueSort::kMaybeNumber && value == "-") return true;
  std::string_view figures = value;
  if (sort == ValueSort::kName || sort == ValueSort::kNameAndNumber) {
    if (value == "-") return false;
    const std::size_t space = sort == ValueSort::kName ? value.size() : value.rfind(' ');
    if (space == std::string_view::npos || space == 0) return false;
    phrase.name = std::string(value.substr(0, space));
    if (sort == ValueSort::kName) return true;
    figures = value.substr(space + 1);
  }
  const std::optional<Decimal> number = decimal_of(figures);
  if (!number || number->digits < 0) return false;
  phrase.number = *number;
  return true;
}

// Exactly three columns, or nothing.
std::optional<std::array<std::string_view, 3>> columns_of(std::string_view line) {
  const std::size_t first = line.find('\t');
  if (first == std::string_view::npos) return std::nullopt;
  const std::size_t second = line.find('\t', first + 1);
  if (second == std::string_view::npos || line.find('\t', second + 1) != std::string_view::npos) {
    return std::nullopt;
  }
  return std::array<std::string_view, 3>{
      line.substr(0, first), line.substr(first + 1, second - first - 1), line.substr(second + 1)};
}

}  // namespace

std::vector<std::string> FactResources::table_names() { return {kTables.begin(), kTables.end()}; }

Result<FactResources> FactResources::load(const std::string& directory) {
  FactResources resources;
  for (const char* name : kTables) {
    const std::string path = directory + "/" + name;
    auto text = read_file(path, kMaxTableBytes);
    if (!text) return text.error();
    if (Status added = resources.add_table(*text, path); !added) return added.error();
  }
  resources.sort_phrases();
  return resources;
}

Result<FactResources> FactResources::parse(std::string_view table, const std::string& path) {
  FactResources resources;
  if (Status added = resources.add_table(table, path); !added) return added.error();
  resources.sort_phrases();
  return resources;
}

Status FactResources::add_table(std::string_view table, const std::string& path) {
  if (const std::size_t bad = first_invalid_utf8(table); bad < table.size()) {
    const auto line =
        1 + std::count(table.begin(), table.begin() + static_cast<std::ptrdiff_t>(bad), '\n');
    return make_error(ErrorCode::kInvalidInput, "error.facts.encoding", {},
                      {path, static_cast<std::uint32_t>(line), 0});
  }
  for (std::uint32_t number = 1; !table.empty(); ++number) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    std::string_view line = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    const Location place{path, number, 1};
    const auto columns = columns_of(line);
    if (!columns) {
      return make_error(ErrorCode::kInvalidInput, "error.facts.columns", {}, place);
    }
    const std::optional<FactRole> role = role_named((*columns)[0]);
    if (!role) {
      return make_error(ErrorCode::kInvalidInput, "error.facts.role",
                        {{"name", std::string((*columns)[0])}}, place);
    }
    const std::vector<std::string> words = words_of((*columns)[1]);
    FactPhrase phrase{*role, {}, {}, {}};
    if (words.empty() ||
        !read_value((*columns)[2], kRoles[static_cast<std::size_t>(*role)].value, phrase)) {
      return make_error(ErrorCode::kInvalidInput, "error.facts.value",
                        {{"line", std::string(line)}}, place);
    }
    add_phrase(words, phrase);
  }
  return Done{};
}

void FactResources::add_phrase(const std::vector<std::string>& words, FactPhrase phrase) {
  for (const std::string& last : variants_of(words.back())) {
    std::vector<std::string> written = words;
    written.back() = last;
    FactWord& word = words_[written.front()];
    word.roles |= bit_of(phrase.role);
    phrase.rest.assign(written.begin() + 1, written.end());
    word.phrases.push_back(phrase);
  }
}

void FactResources::sort_phrases() {
  for (auto& entry : words_) {  // each on its own: the order of the map does not matter
    std::vector<FactPhrase>& phrases = entry.second.phrases;
    std::stable_sort(phrases.begin(), phrases.end(), [](const FactPhrase& a, const FactPhrase& b) {
      return a.rest.size() > b.rest.size();
    });
  }
}

const FactWord* FactResources::find(std::string_view lower) const {
  const auto found = words_.find(lower);
  return found == words_.end() ? nullptr : &found->second;
}

}  // namespace limpide
