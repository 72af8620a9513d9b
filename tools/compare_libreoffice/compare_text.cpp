// limpide-compare-text FOLDER FILE...: our reading of each file beside the text that LibreOffice
// made of it (FOLDER/1.txt for the first file, and so on). Words are runs of letters; page
// furniture, notes and text boxes are left aside, for LibreOffice does not export them. Out: a
// table, and the words that differ with --words. Refuses (status 1): less than 99 % of
// LibreOffice's words found in the same order, or more than 1 % that it lacks.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/files.h"
#include "analyzer/base/utf8.h"
#include "analyzer/readers/docx/docx_reader.h"
#include "analyzer/readers/odt/odt_reader.h"

namespace {

using namespace limpide;
using Words = std::vector<std::string>;

constexpr char32_t kSoftHyphen = 0x00AD;
constexpr std::size_t kBarPerCent = 1;

void add_words(std::string_view raw, Words& words) {
  const std::string text = to_nfc(raw);
  std::string word;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded current = decode_at(text, i);
    i += current.size;
    if (current.code_point == kSoftHyphen) continue;
    if (is_letter(current.code_point)) {
      append_utf8(word, current.code_point);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
}

bool is_body(BlockKind kind) {
  return !is_page_furniture(kind) && kind != BlockKind::kFootnote && kind != BlockKind::kTextBox &&
         kind != BlockKind::kFormLabel;
}

Words body_words(const Document& document) {
  Words words;
  for (const Block& block : document.blocks) {
    if (is_body(block.kind)) add_words(slice(document.text, block.text), words);
  }
  return words;
}

// Length of the longest common subsequence (Myers, 1986): words are edited away until both agree.
std::size_t common_length(const Words& a, const Words& b) {
  const auto size_a = static_cast<std::ptrdiff_t>(a.size());
  const auto size_b = static_cast<std::ptrdiff_t>(b.size());
  const std::ptrdiff_t most = size_a + size_b;
  std::vector<std::ptrdiff_t> reach(static_cast<std::size_t>(2 * most + 3), 0);
  const auto at = [&reach, most](std::ptrdiff_t k) -> std::ptrdiff_t& {
    return reach[static_cast<std::size_t>(k + most + 1)];
  };
  for (std::ptrdiff_t edits = 0; edits <= most; ++edits) {
    for (std::ptrdiff_t k = -edits; k <= edits; k += 2) {
      const bool down = k == -edits || (k != edits && at(k - 1) < at(k + 1));
      std::ptrdiff_t x = down ? at(k + 1) : at(k - 1) + 1;
      while (x < size_a && x - k < size_b &&
             a[static_cast<std::size_t>(x)] == b[static_cast<std::size_t>(x - k)]) {
        ++x;
      }
      at(k) = x;
      if (x >= size_a && x - k >= size_b) return static_cast<std::size_t>((most - edits) / 2);
    }
  }
  return 0;
}

void print_difference(const char* title, const Words& more, const Words& less) {
  std::map<std::string, long> counts;
  for (const std::string& word : more) ++counts[word];
  for (const std::string& word : less) --counts[word];
  std::printf("  %s:", title);
  for (const auto& [word, count] : counts) {
    if (count > 0) std::printf(" %s x%ld", word.c_str(), count);
  }
  std::printf("\n");
}

// At most one word in a hundred, and one word under a hundred.
bool within_bar(std::size_t wrong, std::size_t words) {
  return wrong * 100 <= words * kBarPerCent || (words < 100 && wrong <= 1);
}

double per_cent(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

struct Totals {
  std::size_t files = 0;
  std::size_t theirs = 0;
  std::size_t missed = 0;
  std::size_t extra = 0;
  std::size_t failed = 0;
  double slowest_ms = 0;
};

void compare(const std::string& path, const std::string& text_path, bool show_words,
             Totals& totals) {
  ++totals.files;
  const Limits limits;
  const Result<std::string> bytes = read_file(path, limits.file_bytes);
  const Result<std::string> text = read_file(text_path, limits.text_bytes);
  if (!bytes || !text) {
    std::printf("%-60s FAILED: %s\n", path.c_str(), !bytes ? "unreadable" : "no LibreOffice text");
    ++totals.failed;
    return;
  }
  const DocxReader docx;
  const OdtReader odt;
  const SourceFile file{path, *bytes};
  const auto start = std::chrono::steady_clock::now();
  const Result<Document> document =
      odt.confidence(file) > 0 ? odt.read(file, limits) : docx.read(file, limits);
  const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - start;
  totals.slowest_ms = std::max(totals.slowest_ms, spent.count());
  if (!document) {
    std::printf("%-60s FAILED: %s\n", path.c_str(), document.error().message.key.c_str());
    ++totals.failed;
    return;
  }
  Words theirs;
  add_words(*text, theirs);
  const Words ours = body_words(*document);
  const std::size_t common = common_length(theirs, ours);
  const std::size_t missed = theirs.size() - common;
  const std::size_t extra = ours.size() - common;
  const bool good = within_bar(missed, theirs.size()) && within_bar(extra, theirs.size());
  const std::string name = path.substr(path.rfind('/') + 1);
  std::printf("%-58.58s %7zu %7zu %7.2f %7.2f %7.1f%s\n", name.c_str(), theirs.size(), ours.size(),
              per_cent(common, theirs.size()), per_cent(extra, theirs.size()), spent.count(),
              good ? "" : "  BELOW THE BAR");
  if (show_words && missed + extra > 0) {
    print_difference("only LibreOffice", theirs, ours);
    print_difference("only Limpide", ours, theirs);
  }
  totals.theirs += theirs.size();
  totals.missed += missed;
  totals.extra += extra;
  if (!good) ++totals.failed;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  const auto option = std::find(arguments.begin(), arguments.end(), "--words");
  const bool show_words = option != arguments.end();
  if (show_words) arguments.erase(option);
  if (arguments.size() < 2) {
    std::fprintf(stderr, "usage: limpide-compare-text [--words] FOLDER FILE...\n");
    return 2;
  }
  std::printf("%-58s %7s %7s %7s %7s %7s\n", "file", "theirs", "ours", "found%", "extra%", "ms");
  Totals totals;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    compare(arguments[i], arguments[0] + "/" + std::to_string(i) + ".txt", show_words, totals);
  }
  std::printf(
      "%zu files, %zu below the bar; %zu words, %.3f %% found, %.3f %% extra; slowest %.1f ms\n",
      totals.files, totals.failed, totals.theirs,
      per_cent(totals.theirs - totals.missed, totals.theirs), per_cent(totals.extra, totals.theirs),
      totals.slowest_ms);
  return totals.failed == 0 ? 0 : 1;
}
