#include "analyzer/structure/language.h"

#include <algorithm>
#include <array>

namespace limpide {
namespace {

constexpr std::size_t kMaxLanguages = 16;
constexpr std::uint32_t kFewWords = 4;     // fewer words in small letters give no verdict
constexpr std::uint32_t kEnoughWords = 6;  // from here the lexicon alone may decide
// Shares, in hundredths, of words that the French lexicon knows.
constexpr std::uint32_t kMostlyKnown = 80;
constexpr std::uint32_t kHalfKnown = 60;
constexpr std::uint32_t kHardlyKnown = 35;

struct Profile {
  std::uint32_t words = 0;  // in small letters: names say nothing
  std::uint32_t known = 0;  // of these, in the lexicon
  std::array<std::uint32_t, kMaxLanguages> small{};
};

LanguageVerdict verdict_of(const Profile& profile, bool declared_other) {
  if (profile.words < kFewWords) return LanguageVerdict::kTooShort;
  const std::uint32_t french = profile.small[0];
  const std::uint32_t other = *std::max_element(profile.small.begin() + 1, profile.small.end());
  const std::uint32_t known = 100 * profile.known / profile.words;
  if (declared_other && other >= french && known < kMostlyKnown) return LanguageVerdict::kOther;
  if (other > french && known < kMostlyKnown) return LanguageVerdict::kOther;
  if (other > 0 && other >= french && known < kHalfKnown) return LanguageVerdict::kOther;
  if (known < kHardlyKnown && profile.words >= kEnoughWords) {
    return LanguageVerdict::kOther;
  }
  if (french == 0 && known < kMostlyKnown) return LanguageVerdict::kTooShort;
  return LanguageVerdict::kFrench;
}

}  // namespace

std::vector<LanguageVerdict> block_languages(const Document& document,
                                             const Segmentation& segmentation,
                                             const std::vector<BlockCues>& cues,
                                             const StructureResources& resources) {
  // The lexicon was asked once for each form; without one every word counts as known.
  std::vector<LanguageBits> bits(segmentation.forms.size());
  for (std::size_t form = 0; form < bits.size(); ++form) {
    const auto found = resources.small_words.find(segmentation.forms[form].lower);
    if (found != resources.small_words.end()) bits[form] = found->second;
  }
  std::vector<LanguageVerdict> verdicts;
  verdicts.reserve(cues.size());
  for (std::size_t block = 0; block < cues.size(); ++block) {
    Profile profile;
    for (std::uint32_t i = cues[block].first_token; i < cues[block].token_end; ++i) {
      const FormIndex index = segmentation.tokens[i].form;
      const Form& form = segmentation.forms[index];
      if (form.letters == 0 || segmentation.tokens[i].kind != TokenKind::kWord) continue;
      for (std::size_t language = 0; bits[index] != 0 && language < kMaxLanguages; ++language) {
        profile.small[language] += bits[index] >> language & 1U;
      }
      if (form.casing != Casing::kLower && bits[index] == 0) continue;
      ++profile.words;
      const bool known = resources.lexicon == nullptr || form.lexicon != kNoForm;
      if (known) ++profile.known;
    }
    const std::string& declared = document.blocks[block].language;
    const bool declared_other = !declared.empty() && declared.compare(0, 2, "fr") != 0;
    verdicts.push_back(verdict_of(profile, declared_other));
  }
  return verdicts;
}

}  // namespace limpide
