#include "analyzer/rules/kinds/sigle_words.h"

#include "analyzer/base/utf8.h"
#include "analyzer/rules/kinds/words.h"

namespace limpide {
namespace {

constexpr std::size_t kShortestSpelled = 3;  // letters of a sigle
constexpr std::size_t kLongSigle = 5;        // letters; small words give theirs to such a one
constexpr std::uint16_t kSmallWord = 3;      // letters

bool begins_with(const std::string& plain, char capital) {
  return !plain.empty() && plain.front() == static_cast<char>(capital - 'A' + 'a');
}

bool spells(const Analysis& analysis, std::uint32_t at, std::uint32_t end, const std::string& sigle,
            std::size_t letter) {
  if (letter == sigle.size()) return true;
  if (at >= end) return false;
  const Form& form = form_of(analysis, at);
  const bool word = is_word(analysis, at) && form.casing != Casing::kUpper;
  // The letter of a small word counts in a long sigle only.
  const bool gives = form.letters > kSmallWord || sigle.size() >= kLongSigle;
  if (word && gives && begins_with(without_accents(form.lower), sigle[letter]) &&
      spells(analysis, at + 1, end, sigle, letter + 1)) {
    return true;
  }
  const bool comma = is_mark(analysis, at, ",") || is_mark(analysis, at, "-");
  const bool small = (word && form.letters <= kSmallWord) || comma;
  return letter > 0 && small && spells(analysis, at + 1, end, sigle, letter);
}

}  // namespace

bool spelled_near(const Analysis& analysis, std::size_t sentence, const std::string& sigle) {
  if (sigle.size() < kShortestSpelled) return false;
  const auto& sentences = analysis.segmentation.sentences;
  const std::uint32_t end = sentences[sentence].token_end;
  const std::uint32_t first = sentences[sentence == 0 ? 0 : sentence - 1].first_token;
  for (std::uint32_t at = first; at < end; ++at) {
    if (form_of(analysis, at).letters > kSmallWord && spells(analysis, at, end, sigle, 0))
      return true;
  }
  return false;
}

bool has_initial(const Analysis& analysis, std::uint32_t first, std::uint32_t end,
                 const std::string& sigle) {
  for (std::uint32_t start = first; start < end; ++start) {
    std::size_t next = 0;    // letter of the sigle to be met
    std::size_t missed = 0;  // one may stay without its word: "(OQTF)" for "quitter la France"
    for (std::uint32_t i = start; i < end && next < sigle.size(); ++i) {
      const std::string plain = without_accents(form_of(analysis, i).lower);
      if (begins_with(plain, sigle[next])) {
        ++next;
      } else if (i == start) {
        break;
      } else if (missed == 0 && next + 1 < sigle.size() && begins_with(plain, sigle[next + 1])) {
        ++missed;
        next += 2;
      }
    }
    if (next >= 2 + missed && next + 1 >= sigle.size() + missed) return true;
  }
  return false;
}

// "diplome d'Etat d'architecte (ADE)".
bool covers_initials(const Analysis& analysis, std::uint32_t first, std::uint32_t end,
                     const std::string& sigle) {
  if (sigle.size() < kShortestSpelled) return false;
  std::string initials;
  for (std::uint32_t i = first; i < end; ++i) {
    const std::string plain = without_accents(form_of(analysis, i).lower);
    if (!plain.empty()) initials.push_back(plain.front());
  }
  const auto initial = static_cast<char>(sigle.front() - 'A' + 'a');
  if (initials.find(initial) == std::string::npos) return false;
  std::size_t covered = 0;
  for (const char capital : sigle) {
    const std::size_t found = initials.find(static_cast<char>(capital - 'A' + 'a'));
    if (found == std::string::npos) continue;
    initials.erase(found, 1);
    ++covered;
  }
  return covered * 2 >= sigle.size();
}

}  // namespace limpide
