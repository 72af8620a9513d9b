#include "cli/baseline.h"

#include <array>
#include <charconv>

#include "analyzer/base/files.h"

namespace limpide {
namespace {

constexpr std::string_view kHeader = "# limpide baseline 1\n";
constexpr std::size_t kBaselineBytes = std::size_t{256} << 20;
constexpr std::size_t kHexDigits = 16;

std::string hexadecimal(std::uint64_t value) {
  std::string text(kHexDigits, '0');
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (std::size_t i = kHexDigits; i > 0; --i) {
    text[i - 1] = kDigits[value & 0xFU];
    value >>= 4U;
  }
  return text;
}

}  // namespace

std::string baseline_header() { return std::string(kHeader); }

std::string baseline_lines(const std::string& name, const DocumentReport& report,
                           const RuleSet& rules) {
  std::string lines;
  for (const Finding& finding : report.findings) {
    lines +=
        hexadecimal(finding.fingerprint) + "\t" + rules.spec(finding.rule).id + "\t" + name + "\n";
  }
  return lines;
}

Result<BaselineByFile> read_baseline(const std::string& path) {
  const Result<std::string> text = read_file(path, kBaselineBytes);
  if (!text) return text.error();
  BaselineByFile baselines;
  std::string_view rest = *text;
  std::uint32_t number = 0;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    ++number;
    if (number == 1 && std::string(line) + "\n" == kHeader) continue;
    const std::size_t first = line.find('\t');
    const std::size_t second = first == std::string_view::npos ? first : line.find('\t', first + 1);
    std::uint64_t fingerprint = 0;
    const auto parsed =
        std::from_chars(line.data(), line.data() + std::min(first, line.size()), fingerprint, 16);
    const bool sound = number > 1 && second != std::string_view::npos && parsed.ec == std::errc{} &&
                       parsed.ptr == line.data() + first;
    if (!sound) {
      return make_error(ErrorCode::kInvalidInput, "error.baseline", {{"path", path}},
                        {path, number, 1});
    }
    baselines[std::string(line.substr(second + 1))].insert(fingerprint);
  }
  return baselines;
}

}  // namespace limpide
