// Files under folders, for the tools that read corpora. In: files or folders, and endings. Out:
// paths, sorted, so that what is printed does not depend on the disk. Refuses: nothing; what does
// not exist gives no path.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace limpide {

inline std::vector<std::string> files_under(const std::string& place,
                                            const std::vector<std::string>& endings) {
  std::vector<std::string> paths;
  std::error_code failed;
  if (std::filesystem::is_regular_file(place, failed)) return {place};
  for (std::filesystem::recursive_directory_iterator it(place, failed), end; it != end;
       it.increment(failed)) {
    if (failed) break;
    const std::string ending = it->path().extension().string();
    if (std::find(endings.begin(), endings.end(), ending) != endings.end())
      paths.push_back(it->path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

// What a tool returns when there is nothing to read: ctest counts the test as skipped.
inline constexpr int kSkipped = 77;

}  // namespace limpide
