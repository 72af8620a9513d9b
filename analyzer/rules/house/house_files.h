// The files of a folder of house rules. In: a folder. Out: the regular files that rules are read
// from, by name, and what was left out. Refuses: a folder that cannot be opened; links and special
// files inside it (left out with a notice), more files or levels than a person keeps.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"

namespace limpide {

enum class HouseFileKind : std::uint8_t { kSettings, kRule, kTerms, kCsv, kVale, kList };

struct HouseFile {
  std::string path;  // to open, and for messages: the folder as given, then the name
  std::string stem;  // "mots" of "sub/mots.csv"
  HouseFileKind kind = HouseFileKind::kRule;
};

struct HouseFiles {
  std::vector<HouseFile> files;  // by path
  std::vector<Error> faults;     // a limit was reached: the rest is left out
  std::vector<Error> notices;
};

[[nodiscard]] Result<HouseFiles> list_house_files(const std::string& folder);

// Bytes of a text file to UTF-8, without its mark: UTF-8, else windows-1252 where `legacy`.
// kInvalidInput: UTF-16, NUL bytes, or bytes that are no UTF-8 when it must be.
[[nodiscard]] Result<std::string> house_text(std::string bytes, const std::string& path,
                                             bool legacy);

}  // namespace limpide
