#include "cli/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "cli/messages.h"

namespace limpide {

namespace {

Catalogue parse_embedded() {
  Result<Catalogue> parsed = Catalogue::parse(kMessages, "messages.txt");
  // The build and a test parse the same bytes; a fault here cannot reach a user.
  return parsed ? *std::move(parsed) : Catalogue{};
}

bool holds_data(const std::string& folder) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(folder + "/fr/lexicon.bin", ignored);
}

}  // namespace

const Catalogue& texts() {
  static const Catalogue kTexts = parse_embedded();
  return kTexts;
}

bool print(std::string_view text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
}

void print_error(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fputc('\n', stderr);
}

std::string describe(const Error& error) {
  const std::string message = texts().format(error.message);
  const Location& place = error.location;
  if (place.line == 0) return message;
  const std::string where = texts().format({"error.place",
                                            {{"path", place.path},
                                             {"line", std::to_string(place.line)},
                                             {"column", std::to_string(place.column)}}});
  return where + " " + message;
}

void print_error(const Error& error) {
  print_error(texts().format({"error.line", {{"message", describe(error)}}}));
}

Result<std::string> find_data_folder(const std::string& from_flag) {
  const char* from_environment = std::getenv("LIMPIDE_DATA");
  std::string asked = from_flag;
  if (asked.empty() && from_environment != nullptr) asked = from_environment;
  if (!asked.empty()) {
    if (holds_data(asked)) return asked;
    return make_error(ErrorCode::kNotFound, "error.data.missing", {{"path", asked}});
  }
  std::error_code failed;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", failed);
  const std::string beside = (program.parent_path().parent_path() / "share" / "limpide").string();
  if (!failed && holds_data(beside)) return beside;
  return make_error(ErrorCode::kNotFound, "error.data.missing", {{"path", beside}});
}

bool wants_colour(const std::string& flag, int descriptor) {
  if (flag == "always") return true;
  if (flag == "never") return false;
  const char* refused = std::getenv("NO_COLOR");
  const char* kind = std::getenv("TERM");
  if (refused != nullptr && refused[0] != '\0') return false;
  if (kind != nullptr && std::string_view(kind) == "dumb") return false;
  return isatty(descriptor) != 0;
}

int terminal_width(int descriptor) {
  constexpr int kDefault = 100;
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kDefault;
  return size.ws_col;
}

}  // namespace limpide
