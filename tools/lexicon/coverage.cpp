// limpide-lexicon-coverage lexicon.bin folder
// Which words of treebanks (.conllu) the lexicon knows: running words, without punctuation,
// symbols, numbers and X; with and without proper nouns. Misses are counted, the most frequent
// first. Fails when less than 98 % are known without proper nouns.
#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "analyzer/base/files.h"
#include "analyzer/base/utf8.h"
#include "analyzer/lexicon/lexicon.h"
#include "tools/lexicon/text_files.h"

namespace {

using namespace limpide;

constexpr double kKnownAtLeast = 98;  // percent of words that are not proper nouns
constexpr std::size_t kMissesShown = 100;

struct Counts {
  std::uint64_t words = 0;
  std::uint64_t known = 0;
  std::uint64_t lemmas = 0;  // known words with the treebank's lemma among the readings
  std::uint64_t tags = 0;    // and with its part of speech
};

std::string folded(std::string_view form) {
  std::string key = to_nfc(form);
  for (std::size_t at = key.find("\u2019"); at != std::string::npos; at = key.find("\u2019")) {
    key.replace(at, 3, 1, '\'');
  }
  return key;
}

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  while (true) {
    const std::size_t tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line = line.substr(tab + 1);
  }
}

// "-t-il" and "-ce" are words of the treebank; the key is "il", "ce".
std::string without_clitic_hyphen(std::string key) {
  if (key.size() < 2 || key[0] != '-') return key;
  key.erase(0, key.compare(0, 3, "-t-") == 0 ? 3 : 1);
  return key;
}

void count(const Lexicon& lexicon, const std::string& key, Upos upos, std::string_view lemma,
           Counts& counts, std::map<std::string, std::uint64_t>& misses) {
  ++counts.words;
  FormId id = lexicon.find_any_case(key);
  if (id == kNoForm) id = lexicon.find_any_case(without_clitic_hyphen(key));
  if (id == kNoForm) {
    ++misses[key];
    return;
  }
  ++counts.known;
  counts.lemmas += lexicon.has_lemma(id, folded(lemma)) ? 1 : 0;
  counts.tags += lexicon.traits(id).may_be(upos) ? 1 : 0;
}

double percent(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

void report(const char* path, const char* what, const Counts& counts) {
  std::printf("%s\t%s\twords %llu\tknown %.2f %%\tlemma %.2f %%\tpart of speech %.2f %%\n", path,
              what, static_cast<unsigned long long>(counts.words),
              percent(counts.known, counts.words), percent(counts.lemmas, counts.words),
              percent(counts.tags, counts.words));
}

void cover(const Lexicon& lexicon, const char* path, std::string_view text, Counts& total,
           std::map<std::string, std::uint64_t>& misses) {
  Counts all;
  Counts common;
  std::map<std::string, std::uint64_t> names;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    const std::vector<std::string_view> cells = cells_of(line);
    if (cells.size() != 10 || cells[0].find_first_of("-.") != std::string_view::npos) continue;
    const auto upos = upos_from_name(cells[3]);
    if (!upos || *upos == Upos::kPunct || *upos == Upos::kSym || *upos == Upos::kNum ||
        *upos == Upos::kX) {
      continue;
    }
    const std::string key = folded(cells[1]);
    count(lexicon, key, *upos, cells[2], all, names);
    if (*upos != Upos::kPropn) count(lexicon, key, *upos, cells[2], common, misses);
  }
  report(path, "all", all);
  report(path, "no proper nouns", common);
  total.words += common.words;
  total.known += common.known;
  total.lemmas += common.lemmas;
  total.tags += common.tags;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::fprintf(stderr, "usage: %s LEXICON FOLDER\n", arguments[0]);
    return 2;
  }
  const auto lexicon = Lexicon::open(arguments[1]);
  if (!lexicon) {
    std::fprintf(stderr, "%s\n", lexicon.error().message.key.c_str());
    return 1;
  }
  Counts total;
  std::map<std::string, std::uint64_t> misses;
  for (const std::string& path : files_under(arguments[2], {".conllu"})) {
    const auto text = read_file(path, std::size_t{64} << 20);
    if (!text) return 1;
    cover(lexicon.value(), path.c_str(), text.value(), total, misses);
  }
  if (total.words == 0) {
    std::printf("skipped: no treebanks under %s\n", arguments[2]);
    return kSkipped;
  }
  std::vector<std::pair<std::uint64_t, std::string>> worst;
  worst.reserve(misses.size());
  for (const auto& [key, times] : misses) worst.emplace_back(times, key);
  std::stable_sort(worst.begin(), worst.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (std::size_t i = 0; i < worst.size() && i < kMissesShown; ++i) {
    std::printf("miss\t%llu\t%s\n", static_cast<unsigned long long>(worst[i].first),
                worst[i].second.c_str());
  }
  report("all files", "no proper nouns", total);
  return percent(total.known, total.words) >= kKnownAtLeast ? 0 : 1;
}
