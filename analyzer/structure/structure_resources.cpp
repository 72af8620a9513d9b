#include "analyzer/structure/structure_resources.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "analyzer/base/files.h"

namespace limpide {
namespace {

constexpr std::size_t kMaxListBytes = std::size_t{4} << 20;
constexpr std::size_t kMaxLanguages = 16;

constexpr std::array<std::string_view, static_cast<std::size_t>(Phrase::kCount)> kPhraseNames = {
    "object",
    "reference",
    "attachments",
    "salutation",
    "made-at",
    "visa",
    "email-from",
    "email-to",
    "email-date",
    "civility",
    "attention",
    "postscript",
    "closing",
    "weak-closing",
    "short-closing",
    "quote-introduction",
    "page",
    "signature",
    "on-behalf",
    "decides",
    "letter-title",
    "footer",
    "date-field",
    "postal-field",
    "salutation-field"};

std::optional<Phrase> phrase_named(std::string_view name) {
  for (std::size_t i = 0; i < kPhraseNames.size(); ++i) {
    if (kPhraseNames[i] == name) return static_cast<Phrase>(i);
  }
  return std::nullopt;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  while (true) {
    const std::size_t begin = text.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) return words;
    text.remove_prefix(begin);
    const std::size_t end = std::min(text.find_first_of(" \t\r"), text.size());
    words.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

struct ListLine {
  std::string_view name;
  std::string_view content;
  std::uint32_t number = 0;
};

// Lines "name: content"; comments and empty lines are left out.
Result<std::vector<ListLine>> list_lines(std::string_view text, const std::string& path) {
  std::vector<ListLine> lines;
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.front() == '#') continue;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) {
      return make_error(ErrorCode::kInvalidInput, "error.segmentation.no_colon",
                        {{"name", std::string(line)}}, {path, number, 1});
    }
    lines.push_back({line.substr(0, colon), line.substr(colon + 1), number});
  }
  return lines;
}

Status read_phrases(std::string_view text, const std::string& path, StructureResources& resources) {
  auto lines = list_lines(text, path);
  if (!lines) return lines.error();
  for (const ListLine& line : *lines) {
    const std::optional<Phrase> phrase = phrase_named(line.name);
    if (!phrase) {
      return make_error(ErrorCode::kInvalidInput, "error.segmentation.unknown_class",
                        {{"name", std::string(line.name)}}, {path, line.number, 1});
    }
    std::string_view rest = line.content;
    while (true) {
      const std::size_t bar = std::min(rest.find('|'), rest.size());
      std::vector<std::string> words = words_of(rest.substr(0, bar));
      if (!words.empty()) {
        const std::string first = words.front();
        words.erase(words.begin());
        resources.phrases[first].push_back({*phrase, std::move(words)});
      }
      if (bar == rest.size()) break;
      rest.remove_prefix(bar + 1);
    }
  }
  return Done{};
}

Status read_languages(std::string_view text, const std::string& path,
                      StructureResources& resources) {
  auto lines = list_lines(text, path);
  if (!lines) return lines.error();
  for (const ListLine& line : *lines) {
    auto& languages = resources.languages;
    auto at = std::find(languages.begin(), languages.end(), line.name);
    if (at == languages.end()) {
      if (languages.size() == kMaxLanguages || (languages.empty() && line.name != "fr")) {
        return make_error(ErrorCode::kInvalidInput, "error.segmentation.unknown_class",
                          {{"name", std::string(line.name)}}, {path, line.number, 1});
      }
      languages.emplace_back(line.name);
      at = languages.end() - 1;
    }
    const auto bit = static_cast<LanguageBits>(1U << static_cast<unsigned>(at - languages.begin()));
    for (const std::string& word : words_of(line.content)) {
      LanguageBits& bits = resources.small_words[word];
      bits = static_cast<LanguageBits>(bits | bit);
    }
  }
  return Done{};
}

}  // namespace

Result<StructureResources> load_structure(const std::string& directory, const Lexicon* lexicon) {
  const std::string phrases_path = directory + "/phrases.txt";
  const std::string languages_path = directory + "/languages.txt";
  const std::string letters_path = directory + "/letter-kinds.tsv";
  auto phrases = read_file(phrases_path, kMaxListBytes);
  if (!phrases) return phrases.error();
  auto languages = read_file(languages_path, kMaxListBytes);
  if (!languages) return languages.error();
  auto letters = read_file(letters_path, kMaxListBytes);
  if (!letters) return letters.error();
  StructureResources resources;
  resources.lexicon = lexicon;
  resources.letter_cues = parse_letter_cues(*letters, letters_path);
  if (auto status = read_phrases(*phrases, phrases_path, resources); !status) {
    return status.error();
  }
  if (auto status = read_languages(*languages, languages_path, resources); !status) {
    return status.error();
  }
  return resources;
}

}  // namespace limpide
