// A table as spreadsheets write it (RFC 4180, forgiving). In: UTF-8 text without a mark. Out:
// records of cells with their places. Refuses: more records, cells or bytes than the limits (the
// rest is left out, and a fault says where). The separator is the comma, the semicolon or the tab
// that the lines use; a first line "sep=;" names it. Lines end at "\n", "\r\n" or "\r".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"

namespace limpide {

struct CsvCell {
  std::string text;  // without quotes and the blanks around
  std::uint32_t line = 1;
  std::uint32_t column = 1;  // code points
};
using CsvRecord = std::vector<CsvCell>;

struct CsvTable {
  char separator = ';';
  std::vector<CsvRecord> records;  // blank lines are none
  std::vector<Error> faults;
};

[[nodiscard]] CsvTable read_csv(std::string_view text, const std::string& path);

}  // namespace limpide
