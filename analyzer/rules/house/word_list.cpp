#include "analyzer/rules/house/word_list.h"

#include <algorithm>
#include <array>
#include <optional>

#include "analyzer/base/utf8.h"
#include "analyzer/rules/house/csv_records.h"
#include "analyzer/rules/house/pattern_variants.h"

namespace limpide {
namespace {

constexpr std::size_t kMostRows = 50'000;  // of the table of terms, a file
constexpr std::size_t kMostFaults = 100;   // a file
constexpr std::size_t kLongestKey = 400;   // bytes
constexpr std::size_t kLongestId = 60;     // bytes
constexpr std::size_t kMostWordsOfKey = 12;

bool has_letter_or_digit(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode_at(text, at);
    if (is_letter(next.code_point) || is_digit(next.code_point)) return true;
    at += next.size;
  }
  return false;
}

std::size_t capitals_of(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode_at(text, at);
    if (is_upper(next.code_point)) ++count;
    at += next.size;
  }
  return count;
}

// "SMS", "ARE": in lower case it may be another word.
bool is_all_capitals(std::string_view text) {
  return capitals_of(text) >= 2 && to_upper(text) == text;
}

enum class Column { kTerm, kReplacement, kNote, kExample, kOther };

// Headers that people write, without accents and in lower case.
struct Header {
  std::string_view name;
  Column column;
};
constexpr std::array<Header, 33> kHeaders{{{"terme", Column::kTerm},
                                           {"termes", Column::kTerm},
                                           {"term", Column::kTerm},
                                           {"mot", Column::kTerm},
                                           {"mots", Column::kTerm},
                                           {"motif", Column::kTerm},
                                           {"expression", Column::kTerm},
                                           {"jargon", Column::kTerm},
                                           {"a eviter", Column::kTerm},
                                           {"mot a eviter", Column::kTerm},
                                           {"terme a eviter", Column::kTerm},
                                           {"expression a eviter", Column::kTerm},
                                           {"ne pas ecrire", Column::kTerm},
                                           {"remplacement", Column::kReplacement},
                                           {"remplacements", Column::kReplacement},
                                           {"remplacer par", Column::kReplacement},
                                           {"replacement", Column::kReplacement},
                                           {"preferer", Column::kReplacement},
                                           {"equivalent", Column::kReplacement},
                                           {"proposition", Column::kReplacement},
                                           {"a la place", Column::kReplacement},
                                           {"ecrire", Column::kReplacement},
                                           {"mot simple", Column::kReplacement},
                                           {"mot clair", Column::kReplacement},
                                           {"note", Column::kNote},
                                           {"notes", Column::kNote},
                                           {"commentaire", Column::kNote},
                                           {"commentaires", Column::kNote},
                                           {"remarque", Column::kNote},
                                           {"explication", Column::kNote},
                                           {"exemple", Column::kExample},
                                           {"exemples", Column::kExample},
                                           {"example", Column::kExample}}};

Column column_of(std::string_view header) {
  std::string plain = to_lower(without_accents(header));
  std::replace(plain.begin(), plain.end(), '_', ' ');
  for (const Header& known : kHeaders) {
    if (plain == known.name) return known.column;
  }
  return Column::kOther;
}

// Without a header: term, replacement, note, example, in this order.
struct Columns {
  std::vector<Column> of_cell{Column::kTerm, Column::kReplacement, Column::kNote, Column::kExample};
  bool header = false;
};

Columns columns_of(const CsvTable& table, WordListBuilder& list, const std::string& path) {
  Columns columns;
  if (table.records.empty()) return columns;
  std::vector<Column> named;
  for (const CsvCell& cell : table.records.front()) named.push_back(column_of(cell.text));
  if (std::find(named.begin(), named.end(), Column::kTerm) == named.end()) return columns;
  // A list of one column may begin with the word "mot".
  const bool only_word = named.size() == 1 && table.records.size() == 1;
  if (only_word) return columns;
  columns.header = true;
  columns.of_cell = named;
  for (std::size_t i = 0; i < named.size(); ++i) {
    const CsvCell& cell = table.records.front()[i];
    const bool again = std::find(named.begin(), named.begin() + static_cast<std::ptrdiff_t>(i),
                                 named[i]) != named.begin() + static_cast<std::ptrdiff_t>(i);
    if (named[i] != Column::kOther && !again) continue;
    columns.of_cell[i] = Column::kOther;
    if (!cell.text.empty()) {
      list.notice({path, cell.line, cell.column}, "notice.house.column", {{"name", cell.text}});
    }
  }
  return columns;
}

std::optional<WordListRow> row_of(const CsvRecord& record, const Columns& columns,
                                  const std::string& path) {
  WordListRow row;
  row.place = {path, record.front().line, record.front().column};
  for (std::size_t i = 0; i < record.size() && i < columns.of_cell.size(); ++i) {
    const CsvCell& cell = record[i];
    switch (columns.of_cell[i]) {
      case Column::kTerm:
        row.key = cell.text;
        row.place = {path, cell.line, cell.column};
        break;
      case Column::kReplacement:
        row.replacements = cell.text;
        break;
      case Column::kNote:
        row.note = cell.text;
        break;
      case Column::kExample:
        row.example = cell.text;
        break;
      case Column::kOther:
        break;
    }
  }
  if (row.key.empty()) return std::nullopt;
  return row;
}

}  // namespace

std::string rule_id_from(std::string_view stem) {
  std::string id;
  for (const char byte : to_lower(without_accents(stem))) {
    const bool kept = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    if (kept)
      id.push_back(byte);
    else if (!id.empty() && id.back() != '-')
      id.push_back('-');
    if (id.size() == kLongestId) break;
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id;
}

WordListBuilder::WordListBuilder(const WordListFile& file, const Catalogue& texts) {
  RuleSpec& rule = list_.rule;
  rule.id = rule_id_from(file.stem);
  rule.principle = Principle::kWords;
  rule.severity.fill(Severity::kMinor);
  rule.enabled.fill(true);
  rule.title = texts.format({"list.title", {{"name", file.stem}}});
  rule.message = texts.text("list.message");
  rule.why = texts.text("list.why");
  rule.advice = texts.text("list.advice");
  rule.sources = {{file.layer, file.path}};
  rule.roles = prose_roles();
  rule.kind = "terms";
  rule.path = file.path;
  rule.line = 1;
  rule.imported = true;
  list_.rows.sources.push_back({file.path, 0});
}

void WordListBuilder::fault(Location place, std::string key, MessageArguments arguments) {
  list_.rows.faults.push_back(
      make_error(ErrorCode::kInvalidInput, std::move(key), std::move(arguments), std::move(place)));
}

void WordListBuilder::notice(Location place, std::string key, MessageArguments arguments) {
  list_.notices.push_back(
      make_error(ErrorCode::kUnsupported, std::move(key), std::move(arguments), std::move(place)));
}

bool WordListBuilder::full() const {
  return list_.rows.entries.size() >= kMostRows || list_.rows.faults.size() >= kMostFaults;
}

void WordListBuilder::add(const WordListRow& row, bool vale, bool any_case) {
  const KeyManner manner = vale ? KeyManner::kPattern : KeyManner::kPlain;
  if (row.key.size() > kLongestKey) {
    fault(row.place, "error.house.long", {{"limit", std::to_string(kLongestKey)}});
    return;
  }
  const PatternVariants variants = pattern_variants(row.key, manner);
  if (!variants.refused.empty()) {
    const MessageArguments arguments{{"key", row.key}, {"sign", variants.refused}};
    if (vale)
      notice(row.place, "notice.house.pattern", arguments);
    else
      fault(row.place, "error.house.key", arguments);
    return;
  }
  bool added = false;
  for (const std::string& text : variants.texts) {
    // A list that only wants other capitals would mark its own advice.
    const bool exact = vale ? !any_case && capitals_of(text) > 0 : is_all_capitals(text);
    if (!exact && to_lower(text) == to_lower(row.replacements)) {
      notice(row.place, "notice.house.casing", {{"key", row.key}});
      return;
    }
    added = add_variant(row, text, exact) || added;
  }
  if (!added && variants.texts.empty())
    fault(row.place, "error.house.key", {{"key", row.key}, {"sign", row.key}});
}

bool WordListBuilder::add_variant(const WordListRow& row, const std::string& text, bool exact) {
  TermRows& rows = list_.rows;
  if (rows.entries.size() >= kMostRows) {
    if (rows.entries.size() == kMostRows && rows.faults.size() < kMostFaults)
      fault(row.place, "error.csv.rows", {{"limit", std::to_string(kMostRows)}});
    return false;
  }
  const auto words = static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
  if (words > kMostWordsOfKey || !has_letter_or_digit(text)) {
    fault(row.place, "error.house.words",
          {{"key", text}, {"limit", std::to_string(kMostWordsOfKey)}});
    return false;
  }
  const std::string pattern = to_lower(text);
  if (!known_.insert(pattern).second) {
    fault(row.place, "error.house.twice", {{"key", text}});
    return false;
  }
  TermEntry entry;
  entry.pattern = rows.keep(pattern);
  entry.rule = rows.keep(list_.rule.id);
  entry.replacements = rows.keep(row.replacements);
  const bool offers = entry.replacements.find_first_not_of("| ") != std::string_view::npos;
  entry.operation = offers ? TermOperation::kReplace : TermOperation::kAdvice;
  entry.risk = 1;
  entry.note = rows.keep(row.note);
  entry.example = rows.keep(row.example);
  if (exact) entry.exact = rows.keep(text);
  entry.imported = true;
  entry.line = row.place.line;
  rows.entries.push_back(entry);
  return true;
}

ImportedList read_csv_list(const WordListFile& file, const Catalogue& texts) {
  WordListBuilder list(file, texts);
  const CsvTable table = read_csv(file.text, file.path);
  const Columns columns = columns_of(table, list, file.path);
  for (std::size_t i = columns.header ? 1 : 0; i < table.records.size() && !list.full(); ++i) {
    const CsvRecord& record = table.records[i];
    // The writer of a table with columns who forgot the sign would see a word without its
    // equivalent.
    if (columns.header && columns.of_cell.size() > 1 && record.size() == 1) {
      list.fault({file.path, record.front().line, record.front().column}, "error.house.one_cell",
                 {{"separator", std::string(1, table.separator)}});
      continue;
    }
    const std::optional<WordListRow> row = row_of(record, columns, file.path);
    if (row)
      list.add(*row, false, true);
    else
      list.fault({file.path, record.front().line, record.front().column}, "error.house.no_term",
                 {});
  }
  ImportedList read = list.take();
  read.rows.faults.insert(read.rows.faults.end(), table.faults.begin(), table.faults.end());
  std::stable_sort(
      read.rows.faults.begin(), read.rows.faults.end(),
      [](const Error& a, const Error& b) { return a.location.line < b.location.line; });
  return read;
}

}  // namespace limpide
