// The folder of real documents and treebanks beside the checkout, which nobody has to have. Tests
// over it skip with a message where it is absent. LIMPIDE_SHARED names another place.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace limpide {

inline std::string shared_data() {
  const char* asked = std::getenv("LIMPIDE_SHARED");
  const std::filesystem::path folder =
      asked != nullptr ? std::filesystem::path(asked)
                       : std::filesystem::path(LIMPIDE_SOURCE_DIR).parent_path() / "shared";
  std::error_code ignored;
  return std::filesystem::is_directory(folder / "data", ignored) ? (folder / "data").string() : "";
}

}  // namespace limpide

#define LIMPIDE_NEEDS_SHARED_DATA()                                                     \
  if (::limpide::shared_data().empty()) {                                               \
    GTEST_SKIP() << "no ../shared/data beside the checkout: nothing real to read here"; \
  }
