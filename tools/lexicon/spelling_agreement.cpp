// limpide-spelling-agreement lexicon.bin fr.aff fr.dic folder
// Our verdict and Hunspell's own on every distinct word of the files (text, markdown, html,
// CoNLL-U). A word is a run of letters, digits, apostrophes, hyphens and dots, without apostrophes,
// hyphens and dots at its ends. Prints the words they differ on and the share they agree on; fails
// under 99.9 %. Words of our own list are counted apart: we take them on purpose.
#include <cstdio>
#include <hunspell/hunspell.hxx>
#include <set>
#include <string>

#include "analyzer/base/files.h"
#include "analyzer/base/utf8.h"
#include "analyzer/lexicon/spelling.h"
#include "tools/lexicon/text_files.h"

namespace {

using namespace limpide;

constexpr double kAgreementAtLeast = 0.999;

bool is_joint(char32_t c) { return c == '\'' || c == '-' || c == '.' || c == 0x2019; }
bool is_part(char32_t c) { return is_letter(c) || is_digit(c) || is_joint(c); }

void add_word(std::string_view word, std::set<std::string>& words) {
  while (!word.empty() && is_joint(decode_at(word, 0).code_point))
    word.remove_prefix(decode_at(word, 0).size);
  while (!word.empty() && is_joint(decode_before(word, word.size()).code_point)) {
    word.remove_suffix(decode_before(word, word.size()).size);
  }
  if (!word.empty()) words.insert(to_nfc(word));
}

void collect(std::string_view text, std::set<std::string>& words) {
  bool tag = false;
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded current = decode_at(text, i);
    if (!is_part(current.code_point)) {
      if (!tag) add_word(text.substr(start, i - start), words);
      start = i + current.size;
      // Names of elements and attributes are not words: <p class="...">.
      const char32_t next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : U' ';
      if (current.code_point == '<' && (next == '/' || (next >= 'a' && next <= 'z'))) tag = true;
      if (current.code_point == '>' || current.code_point == '\n') tag = false;
    }
    i += current.size;
  }
  if (!tag) add_word(text.substr(start), words);
}

// A part of the word, or the word, is of our own list.
bool is_ours(const Lexicon& lexicon, std::string_view word) {
  const FormId id = lexicon.find_any_case(word);
  if (id != kNoForm && (lexicon.flags(id) & kAddedByUs) != 0) return true;
  const std::size_t mark = word.find_first_of("-.'");
  return mark != std::string_view::npos &&
         (is_ours(lexicon, word.substr(0, mark)) || is_ours(lexicon, word.substr(mark + 1)));
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 5) {
    std::fprintf(stderr, "usage: %s LEXICON AFF DIC FOLDER\n", arguments[0]);
    return 2;
  }
  const auto lexicon = Lexicon::open(arguments[1]);
  if (!lexicon) {
    std::fprintf(stderr, "%s\n", lexicon.error().message.key.c_str());
    return 1;
  }
  std::set<std::string> words;
  for (const std::string& path : files_under(arguments[4], {".txt", ".md", ".html", ".conllu"})) {
    const auto text = read_file(path, std::size_t{256} << 20);
    if (!text || !is_valid_utf8(text.value())) continue;
    collect(text.value(), words);
  }
  if (words.empty()) {
    std::printf("skipped: no texts under %s\n", arguments[4]);
    return kSkipped;
  }
  Hunspell hunspell(arguments[2], arguments[3]);
  std::size_t same = 0;
  std::size_t ours = 0;
  for (const std::string& word : words) {
    const bool taken = is_spelled(lexicon.value(), word);
    if (taken == hunspell.spell(word)) {
      ++same;
      continue;
    }
    const bool added = taken && is_ours(lexicon.value(), word);
    ours += added ? 1 : 0;
    std::printf("%s\t%s\n",
                added   ? "added by us"
                : taken ? "only we take"
                        : "only Hunspell takes",
                word.c_str());
  }
  const std::size_t compared = words.size() - ours;
  const double agreement =
      compared == 0 ? 0 : static_cast<double>(same) / static_cast<double>(compared);
  std::printf("distinct words %zu, of our own list %zu, agreement %.4f %%\n", words.size(), ours,
              100 * agreement);
  return agreement >= kAgreementAtLeast ? 0 : 1;
}
