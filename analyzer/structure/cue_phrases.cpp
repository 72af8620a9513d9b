#include "analyzer/structure/cue_phrases.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

constexpr std::size_t kMaxElements = 24;
// What a match may try more than once: bounds its cost whatever an expert writes.
constexpr int kMaxGaps = 3;
constexpr int kMaxOptional = 4;

constexpr std::array<std::string_view, static_cast<std::size_t>(CueHolder::kCount)> kHolderNames = {
    "date", "date-complete", "heure",  "montant", "telephone", "courriel", "site",
    "cp",   "loi",           "nombre", "champ",   "blanc",     "nom",      "liste"};

constexpr std::uint32_t holder_bit(CueHolder holder) { return 1U << static_cast<unsigned>(holder); }

// An elided word stands for the one in "e": "d'" for "de", "qu'" for "que".
std::string unelided(std::string_view lower) {
  std::string word(lower);
  if (word.size() > 1 && word.back() == '\'') word.back() = 'e';
  return word;
}

bool is_elided(std::string_view word) {
  constexpr std::array<std::string_view, 8> kEndings = {"c", "d", "j", "l", "m", "n", "s", "t"};
  if (word.size() >= 2 && word.compare(word.size() - 2, 2, "qu") == 0) return true;
  return std::find(kEndings.begin(), kEndings.end(), word) != kEndings.end();
}

// Straight apostrophes, and a cut after those of elided words only: "aujourd'hui" is one word.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto close = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t i = 0; i < text.size();) {
    const Decoded next = decode_at(text, i);
    const char32_t c = next.code_point;
    if (c == U' ' || c == 0xA0 || c == 0x202F || c == U'\t') {
      close();
    } else if (c == U'\'' || c == 0x2019) {
      const bool cut = is_elided(word);
      word.push_back('\'');
      if (cut) close();
    } else {
      word.append(text.substr(i, next.size));
    }
    i += next.size;
  }
  close();
  return words;
}

Error cue_error(const char* key, std::string_view part) {
  return make_error(ErrorCode::kInvalidInput, key, {{"text", std::string(part)}});
}

std::optional<CueHolder> holder_named(std::string_view name) {
  for (std::size_t i = 0; i < kHolderNames.size(); ++i) {
    if (kHolderNames[i] == name) return static_cast<CueHolder>(i);
  }
  return std::nullopt;
}

// "<date>", or "<champ:tel>": a field whose text holds a word that begins so.
Status add_holder(std::string_view choice, CueElement& element) {
  std::string_view name = choice.substr(1, choice.size() - 2);
  const std::size_t colon = name.find(':');
  std::string_view field;
  if (colon != std::string_view::npos) {
    field = name.substr(colon + 1);
    name = name.substr(0, colon);
  }
  const auto holder = holder_named(name);
  const bool sound = holder && (colon == std::string_view::npos ||
                                (*holder == CueHolder::kField && field.size() >= kMinPrefix));
  if (!sound) return cue_error("error.cue.holder", choice);
  if (!field.empty()) element.fields.emplace_back(field);
  element.holders |= holder_bit(*holder);
  return Done{};
}

Status add_choice(std::string_view choice, const WordSets& sets, bool in_set, CueElement& element) {
  if (choice.empty()) return cue_error("error.cue.empty", choice);
  if (choice.front() == '@') {
    const auto set = sets.find(choice.substr(1));
    if (set == sets.end() || in_set) return cue_error("error.cue.set", choice);
    for (const std::string& word : set->second) {
      Status added = add_choice(word, sets, true, element);
      if (!added) return added;
    }
    return Done{};
  }
  if (choice.front() == '<') {
    if (choice.back() != '>') return cue_error("error.cue.holder", choice);
    return add_holder(choice, element);
  }
  if (choice.size() > kMinPrefix && choice.back() == '*') {
    element.prefixes.emplace_back(choice.substr(0, choice.size() - 1));
    return Done{};
  }
  element.words.push_back(unelided(choice));
  return Done{};
}

Result<CueElement> parse_element(std::string_view word, const WordSets& sets) {
  CueElement element;
  if (word == "...") {
    element.gap = true;
    return element;
  }
  if (word.size() > 1 && word.back() == '?') {
    element.optional = true;
    word.remove_suffix(1);
  }
  while (true) {
    const std::size_t bar = word.size() > 1 ? word.find('/') : std::string_view::npos;
    Status added = add_choice(word.substr(0, bar), sets, false, element);
    if (!added) return added.error();
    if (bar == std::string_view::npos) break;
    word.remove_prefix(bar + 1);
  }
  std::sort(element.words.begin(), element.words.end());
  std::sort(element.prefixes.begin(), element.prefixes.end());
  return element;
}

std::vector<bool> among(const std::vector<std::string>& forms, std::vector<std::string> words) {
  std::sort(words.begin(), words.end());
  std::vector<bool> found;
  found.reserve(forms.size());
  for (const std::string& form : forms) {
    found.push_back(std::binary_search(words.begin(), words.end(), form));
  }
  return found;
}

}  // namespace

Result<CuePhrase> parse_cue(std::string_view text, const WordSets& sets) {
  CuePhrase phrase;
  for (const std::string& word : words_of(text)) {
    Result<CueElement> element = parse_element(word, sets);
    if (!element) return element.error();
    phrase.push_back(*std::move(element));
  }
  if (phrase.empty() || phrase.size() > kMaxElements) return cue_error("error.cue.empty", text);
  const auto gaps = std::count_if(phrase.begin(), phrase.end(),
                                  [](const CueElement& element) { return element.gap; });
  const auto optional = std::count_if(phrase.begin(), phrase.end(),
                                      [](const CueElement& element) { return element.optional; });
  if (gaps > kMaxGaps || optional > kMaxOptional) return cue_error("error.cue.open", text);
  // A gap needs words on both sides.
  if (phrase.front().gap || phrase.front().optional || phrase.back().gap) {
    return cue_error("error.cue.gap", text);
  }
  return phrase;
}

std::uint32_t add_phrase(CueTable& table, CuePhrase phrase) {
  const auto index = static_cast<std::uint32_t>(table.phrases.size());
  table.by_holder.resize(static_cast<std::size_t>(CueHolder::kCount));
  const CueElement& first = phrase.front();
  for (const std::string& word : first.words) table.by_word[word].push_back(index);
  for (const std::string& prefix : first.prefixes) table.by_prefix[prefix].push_back(index);
  for (std::size_t i = 0; i < table.by_holder.size(); ++i) {
    if ((first.holders >> i & 1U) != 0) table.by_holder[i].push_back(index);
  }
  table.phrases.push_back(std::move(phrase));
  return index;
}

CueText cue_text(const Document& document, const Segmentation& segmentation,
                 const std::vector<bool>& item_blocks, const CueWords& words) {
  CueText text{document, segmentation, {}, {}, {}, {}, {}, {}, {}};
  const std::size_t tokens = segmentation.tokens.size();
  text.block_of_token.resize(tokens);
  text.item_at.resize(tokens);
  text.protected_at.resize(tokens);
  std::uint32_t block = 0;
  for (std::size_t i = 0; i < tokens; ++i) {
    const std::uint32_t begin = segmentation.tokens[i].span.begin;
    while (block + 1 < document.blocks.size() && begin >= document.blocks[block].text.end) ++block;
    text.block_of_token[i] = block;
    const bool first = i == 0 || text.block_of_token[i - 1] != block;
    text.item_at[i] = first && block < item_blocks.size() && item_blocks[block];
  }
  for (std::size_t i = 0; i < segmentation.protected_spans.size(); ++i) {
    text.protected_at[segmentation.protected_spans[i].first_token] =
        static_cast<std::uint32_t>(i + 1);
  }
  for (const Form& form : segmentation.forms) text.folded.push_back(unelided(form.lower));
  text.not_name = among(text.folded, words.not_names);
  text.civility = among(text.folded, words.civilities);
  text.field_word = among(text.folded, words.fields);
  return text;
}

}  // namespace limpide
