#include "analyzer/rules/house/house_files.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>

#include "analyzer/base/offsets.h"
#include "analyzer/base/utf8.h"
#include "analyzer/base/windows1252.h"

namespace limpide {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFiles = 20'000;     // that rules are read from
constexpr std::size_t kMostEntries = 100'000;  // of any kind
constexpr int kDeepest = 16;                   // folders inside folders
constexpr std::string_view kSettings = "maison.xml";
constexpr std::string_view kTerms = "terms.tsv";
constexpr std::string_view kLists = "lists";
constexpr std::string_view kMark = "\xEF\xBB\xBF";

std::string lower_ending(const fs::path& path) {
  std::string ending = path.extension().string();
  for (char& byte : ending) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  }
  return ending;
}

// ".git", "~$rules.csv", "rules.xml~": what editors and systems leave.
bool is_left_over(const std::string& name) {
  return name.empty() || name.front() == '.' || name.rfind("~$", 0) == 0 || name.back() == '~';
}

std::optional<HouseFileKind> kind_of(const fs::path& path, int depth) {
  const std::string name = path.filename().string();
  const std::string ending = lower_ending(path);
  if (name == kSettings && depth == 0) return HouseFileKind::kSettings;
  if (ending == ".xml") return HouseFileKind::kRule;
  if (name == kTerms) return HouseFileKind::kTerms;
  if (ending == ".csv") return HouseFileKind::kCsv;
  if (ending == ".yml" || ending == ".yaml") return HouseFileKind::kVale;
  if (ending == ".txt" && path.parent_path().filename() == kLists) return HouseFileKind::kList;
  return std::nullopt;
}

Error at_file(const std::string& path, std::string key, MessageArguments arguments) {
  return make_error(ErrorCode::kInvalidInput, std::move(key), std::move(arguments), {path, 1, 1});
}

class Walk {
 public:
  Result<HouseFiles> run(const std::string& folder) {
    std::error_code failed;
    if (!fs::is_directory(folder, failed)) {
      return make_error(ErrorCode::kNotFound, "error.house.folder", {{"path", folder}});
    }
    fs::recursive_directory_iterator at(folder, fs::directory_options::none, failed);
    if (failed) return make_error(ErrorCode::kIo, "error.house.folder", {{"path", folder}});
    while (at != fs::recursive_directory_iterator()) {
      if (!take(at)) break;
      at.increment(failed);
      if (failed) {
        found_.faults.push_back(at_file(folder, "error.house.unreadable", {}));
        break;
      }
    }
    const auto by_path = [](const auto& a, const auto& b) { return a.path < b.path; };
    std::sort(found_.files.begin(), found_.files.end(), by_path);
    const auto by_place = [](const Error& a, const Error& b) {
      return a.location.path < b.location.path;
    };
    std::sort(found_.notices.begin(), found_.notices.end(), by_place);
    return std::move(found_);
  }

 private:
  // False once enough was seen.
  bool take(fs::recursive_directory_iterator& at) {
    const fs::path& path = at->path();
    if (++entries_ > kMostEntries || found_.files.size() >= kMostFiles) {
      found_.faults.push_back(
          at_file(path.string(), "error.house.files", {{"limit", std::to_string(kMostFiles)}}));
      return false;
    }
    std::error_code failed;
    const fs::file_status status = at->symlink_status(failed);
    if (failed) return true;
    if (is_left_over(path.filename().string())) {
      if (fs::is_directory(status)) at.disable_recursion_pending();
      return true;
    }
    if (fs::is_directory(status)) {
      if (at.depth() < kDeepest) return true;
      at.disable_recursion_pending();
      found_.faults.push_back(
          at_file(path.string(), "error.house.depth", {{"limit", std::to_string(kDeepest)}}));
      return true;
    }
    const std::optional<HouseFileKind> kind = kind_of(path, at.depth());
    if (fs::is_regular_file(status)) {
      if (kind) found_.files.push_back({path.generic_string(), path.stem().string(), *kind});
      return true;
    }
    if (kind || fs::is_symlink(status))
      found_.notices.push_back(at_file(path.string(), "notice.house.link", {}));
    return true;
  }

  HouseFiles found_;
  std::size_t entries_ = 0;
};

}  // namespace

Result<HouseFiles> list_house_files(const std::string& folder) {
  try {
    return Walk().run(folder);
  } catch (const fs::filesystem_error&) {
    return make_error(ErrorCode::kIo, "error.house.folder", {{"path", folder}});
  }
}

Result<std::string> house_text(std::string bytes, const std::string& path, bool legacy) {
  const std::string_view front = std::string_view(bytes).substr(0, 2);
  const std::size_t nul = bytes.find('\0');
  if (front == "\xFF\xFE" || front == "\xFE\xFF" || nul != std::string::npos)
    return at_file(path, "error.house.encoding", {});
  const std::size_t bad = first_invalid_utf8(bytes);
  if (bad < bytes.size()) {
    if (legacy) return utf8_from_windows1252(bytes);
    bytes.resize(bad);
    const TextPosition place = OffsetIndex(bytes).at(bad);
    return make_error(ErrorCode::kInvalidInput, "error.house.utf8", {},
                      {path, place.line, place.column});
  }
  if (std::string_view(bytes).substr(0, kMark.size()) == kMark) bytes.erase(0, kMark.size());
  return bytes;
}

}  // namespace limpide
