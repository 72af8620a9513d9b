// Any bytes as a file of house rules: a table, a style, settings. Each gives faults with a place,
// and rows that the table of terms can hold.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "analyzer/base/utf8.h"
#include "analyzer/rules/house/house_files.h"
#include "analyzer/rules/house/house_settings.h"
#include "analyzer/rules/house/vale_style.h"

namespace {

void check(const std::vector<limpide::Error>& errors) {
  for (const limpide::Error& error : errors) {
    if (error.message.key.empty() || error.location.line == 0) std::abort();
    for (const auto& argument : error.message.arguments) {
      if (!limpide::is_valid_utf8(argument.second)) std::abort();
    }
  }
}

void check(const limpide::ImportedList& list) {
  check(list.rows.faults);
  check(list.notices);
  for (const limpide::TermEntry& entry : list.rows.entries) {
    if (entry.pattern.empty() || !limpide::is_valid_utf8(entry.pattern)) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace limpide;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const Catalogue texts;
  if (const Result<std::string> text = house_text(bytes, "t.csv", true))
    check(read_csv_list({*text, "t.csv", "t", "maison"}, texts));
  if (const Result<std::string> text = house_text(bytes, "t.yml", false))
    check(read_vale_style({*text, "t.yml", "t", "maison"}, texts));
  check(parse_house_settings(bytes, "maison.xml").faults);
  return 0;
}
