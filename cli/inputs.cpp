#include "cli/inputs.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include "analyzer/base/files.h"

namespace limpide {
namespace {

namespace fs = std::filesystem;

bool is_ours(const fs::path& path) {
  constexpr std::array<std::string_view, 11> kEndings{".txt", ".md",   ".markdown", ".html",
                                                      ".htm", ".docx", ".docm",     ".odt",
                                                      ".ott", ".eml",  ".xhtml"};
  std::string ending = path.extension().string();
  for (char& byte : ending) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  }
  return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

bool is_hidden(const fs::path& path) {
  const std::string name = path.filename().string();
  // "~$" is what Word leaves beside an open document.
  return name.empty() || name[0] == '.' || name.rfind("~$", 0) == 0;
}

void add_folder(const fs::path& folder, std::vector<std::string>& names) {
  std::vector<std::string> found;
  std::error_code failed;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied,
                                      failed);
  for (const fs::recursive_directory_iterator end; !failed && at != end; at.increment(failed)) {
    std::error_code ignored;
    if (is_hidden(at->path())) {
      if (at->is_directory(ignored)) at.disable_recursion_pending();
      continue;
    }
    if (at->is_regular_file(ignored) && is_ours(at->path())) found.push_back(at->path().string());
  }
  std::sort(found.begin(), found.end());
  names.insert(names.end(), found.begin(), found.end());
}

}  // namespace

std::vector<std::string> expand_inputs(const std::vector<std::string>& operands) {
  std::vector<std::string> names;
  for (const std::string& operand : operands) {
    std::error_code ignored;
    if (operand != "-" && fs::is_directory(operand, ignored))
      add_folder(operand, names);
    else
      names.push_back(operand);
  }
  return names;
}

Result<std::string> read_input(const std::string& name, std::size_t limit_bytes) {
  if (name == "-") return read_stream(STDIN_FILENO, "-", limit_bytes);
  return read_file(name, limit_bytes);
}

}  // namespace limpide
