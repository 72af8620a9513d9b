#include "analyzer/rules/house/csv_records.h"

#include <algorithm>
#include <array>

namespace limpide {
namespace {

constexpr std::size_t kMostRecords = 50'000;
constexpr std::size_t kMostCells = 64;         // of a record
constexpr std::size_t kMostCellBytes = 4'000;  // longer: a quotation mark was not closed
constexpr std::size_t kMostFaults = 100;       // more: it is no table
constexpr std::size_t kLinesToLookAt = 50;
constexpr std::array<char, 3> kSeparators{';', '\t', ','};  // the first wins a tie

bool ends_line(char byte) { return byte == '\n' || byte == '\r'; }

// The separator that most of the first lines have, outside quotation marks.
char separator_of(std::string_view text) {
  std::array<std::size_t, kSeparators.size()> lines_with{};
  std::array<bool, kSeparators.size()> here{};
  std::size_t lines = 0;
  bool quoted = false;
  for (std::size_t i = 0; i <= text.size() && lines < kLinesToLookAt; ++i) {
    if (i == text.size() || ends_line(text[i])) {
      for (std::size_t k = 0; k < here.size(); ++k) lines_with[k] += here[k] ? 1 : 0;
      here.fill(false);
      quoted = false;  // a mark that nobody closed must not hide the rest
      ++lines;
      continue;
    }
    if (text[i] == '"') quoted = !quoted;
    const auto* const found = std::find(kSeparators.begin(), kSeparators.end(), text[i]);
    if (!quoted && found != kSeparators.end())
      here[static_cast<std::size_t>(found - kSeparators.begin())] = true;
  }
  const auto* const most = std::max_element(lines_with.begin(), lines_with.end());
  return kSeparators[static_cast<std::size_t>(most - lines_with.begin())];
}

class CsvReader {
 public:
  CsvReader(std::string_view text, const std::string& path) : text_(text), path_(path) {}

  CsvTable read() {
    if (!take_separator_line()) table_.separator = separator_of(text_);
    while (at_ < text_.size() && !full_) {
      const Place start{at_, line_, column_};
      if (!read_record()) skip_line(start);
    }
    return std::move(table_);
  }

 private:
  // "sep=;" is a hint that Excel writes for itself.
  bool take_separator_line() {
    if (text_.substr(0, 4) != "sep=" || text_.size() < 5) return false;
    if (text_.size() > 5 && !ends_line(text_[5])) return false;
    table_.separator = text_[4];
    while (at_ < 5) step();
    if (at_ < text_.size()) step();
    return true;
  }

  // Moves one byte on and keeps count of the place; "\r\n" is one step.
  void step() {
    const char byte = text_[at_++];
    if (byte == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
    if (ends_line(byte)) {
      ++line_;
      column_ = 1;
    } else if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) {
      ++column_;
    }
  }

  struct Place {
    std::size_t at = 0;
    std::uint32_t line = 1;
    std::uint32_t column = 1;
  };
  // A bad record is left out; the next line is read as if nothing had been.
  void skip_line(const Place& start) {
    at_ = start.at;
    line_ = start.line;
    column_ = start.column;
    while (at_ < text_.size() && !ends_line(text_[at_])) step();
    if (at_ < text_.size()) step();
    full_ = full_ || table_.faults.size() >= kMostFaults;
  }

  bool refuse(const CsvCell& cell, const char* key, std::size_t limit) {
    table_.faults.push_back(make_error(ErrorCode::kLimit, key, {{"limit", std::to_string(limit)}},
                                       {path_, cell.line, cell.column}));
    return false;
  }

  // False: a fault was told and the record is not to be kept.
  bool read_record() {
    CsvRecord record;
    const std::uint32_t first = line_;
    bool more = true;
    while (more) {
      CsvCell cell;
      more = false;
      if (!read_cell(cell)) return false;
      if (record.size() == kMostCells) return refuse(cell, "error.csv.cells", kMostCells);
      record.push_back(std::move(cell));
      if (at_ < text_.size() && text_[at_] == table_.separator) {
        step();
        more = true;
      }
    }
    if (at_ < text_.size()) step();
    const bool blank = std::all_of(record.begin(), record.end(),
                                   [](const CsvCell& cell) { return cell.text.empty(); });
    if (blank) return true;
    if (table_.records.size() == kMostRecords) {
      full_ = true;
      return refuse({"", first, 1}, "error.csv.rows", kMostRecords);
    }
    table_.records.push_back(std::move(record));
    return true;
  }

  [[nodiscard]] bool at_blank() const {
    return at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t') &&
           text_[at_] != table_.separator;
  }

  bool read_cell(CsvCell& cell) {
    while (at_blank()) step();
    cell.line = line_;
    cell.column = column_;
    if (at_ < text_.size() && text_[at_] == '"' && !read_quoted(cell)) return false;
    while (at_ < text_.size() && text_[at_] != table_.separator && !ends_line(text_[at_])) {
      cell.text.push_back(text_[at_]);
      step();
    }
    if (cell.text.size() > kMostCellBytes) return refuse(cell, "error.csv.cell", kMostCellBytes);
    while (!cell.text.empty() && (cell.text.back() == ' ' || cell.text.back() == '\t'))
      cell.text.pop_back();
    cell.text.erase(0, cell.text.find_first_not_of(" \t\n"));
    return true;
  }

  // "" inside is one quotation mark; a line may break inside, and is a blank there.
  bool read_quoted(CsvCell& cell) {
    step();
    while (at_ < text_.size()) {
      const char byte = text_[at_];
      if (byte == '"') {
        step();
        if (at_ == text_.size() || text_[at_] != '"') return true;
      }
      if (cell.text.size() > kMostCellBytes) break;
      cell.text.push_back(ends_line(byte) ? ' ' : byte);
      step();
    }
    table_.faults.push_back(make_error(ErrorCode::kInvalidInput, "error.csv.quote", {},
                                       {path_, cell.line, cell.column}));
    return false;
  }

  std::string_view text_;
  const std::string& path_;
  CsvTable table_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
  bool full_ = false;  // a limit was reached
};

}  // namespace

CsvTable read_csv(std::string_view text, const std::string& path) {
  return CsvReader(text, path).read();
}

}  // namespace limpide
