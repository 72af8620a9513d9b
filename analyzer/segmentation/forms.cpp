#include "analyzer/segmentation/forms.h"

#include <cstring>
#include <utility>

#include "analyzer/base/utf8.h"
#include "analyzer/segmentation/characters.h"

namespace limpide {
namespace {

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t h = (a ^ b) * 0x9e3779b97f4a7c15U;
  h ^= h >> 32U;
  h *= 0xd6e8feb86659fd93U;
  return h ^ (h >> 29U);
}

bool needs_folding(std::string_view raw) {
  for (const char byte : raw) {
    const auto value = static_cast<unsigned char>(byte);
    // Lead bytes of U+00A0 to U+00BF, of general punctuation, spaces, ligatures, U+FEFF.
    if (value == 0xC2 || value == 0xCA || value >= 0xE1) return true;
  }
  return false;
}

// Most words are in small letters: they are their own lower case.
std::string lower_of(const std::string& key) {
  for (std::size_t i = 0; i < key.size();) {
    const Decoded decoded = decode_at(key, i);
    if (simple_lower(decoded.code_point) != decoded.code_point) return to_lower(key);
    i += decoded.size;
  }
  return key;
}

void describe(Form& form) {
  bool first = true;
  bool first_upper = false;
  std::uint32_t upper = 0;
  std::uint32_t lower = 0;
  std::uint32_t letters = 0;
  for (std::size_t i = 0; i < form.key.size();) {
    const Decoded decoded = decode_at(form.key, i);
    i += decoded.size;
    if (!is_letter(decoded.code_point)) continue;
    const bool capital = is_upper(decoded.code_point);
    if (first) first_upper = capital;
    first = false;
    ++letters;
    if (capital) ++upper;
    if (is_lower(decoded.code_point)) ++lower;
  }
  form.letters = static_cast<std::uint16_t>(letters < 0xFFFF ? letters : 0xFFFF);
  if (letters == 0)
    form.casing = Casing::kNone;
  else if (upper == 0)
    form.casing = Casing::kLower;
  else if (upper == 1 && first_upper)
    form.casing = Casing::kCapitalized;
  else if (lower == 0)
    form.casing = Casing::kUpper;
  else
    form.casing = Casing::kMixed;
}

// The same answer as find_any_case(key), sooner for the words in small letters, which are most.
FormId find_in(const Lexicon& lexicon, const Form& form) {
  if (form.casing == Casing::kLower) {
    const FormId id = lexicon.find(form.key);
    if (id != kNoForm) return id;
  }
  return lexicon.find_any_case(form.key);
}

}  // namespace

std::uint64_t seeded_hash(std::string_view bytes, std::uint64_t seed) {
  std::uint64_t hash = seed ^ (bytes.size() * 0xa0761d6478bd642fU);
  const char* data = bytes.data();
  std::size_t left = bytes.size();
  while (left >= 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, data, 8);
    hash = mix(hash, word);
    data += 8;
    left -= 8;
  }
  std::uint64_t tail = 0;
  for (std::size_t i = 0; i < left; ++i) {
    tail = (tail << 8U) | static_cast<unsigned char>(data[i]);
  }
  return mix(hash, tail);
}

std::uint64_t seed_of(std::string_view text) { return seeded_hash(text, 0x2545f4914f6cdd1dU); }

std::string fold_key(std::string_view raw) {
  std::string key;
  key.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size();) {
    const Decoded decoded = decode_at(raw, i);
    const char32_t c = decoded.code_point;
    if (is_apostrophe(c)) {
      key.push_back('\'');
    } else if (is_hyphen(c)) {
      key.push_back('-');
    } else if (c >= 0xFB00 && c <= 0xFB06) {
      static constexpr std::string_view kLigatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
      key.append(kLigatures[c - 0xFB00]);
    } else if (c >= 0x80 && kind_of(c) == CharKind::kSpace) {
      key.push_back(' ');
    } else if (c < 0x80 || kind_of(c) != CharKind::kIgnorable) {
      key.append(raw.substr(i, decoded.size));
    }
    i += decoded.size;
  }
  return key.empty() ? std::string(raw) : key;
}

FormTable::FormTable(const SegmentationResources& resources, std::uint64_t seed)
    : resources_(resources), seed_(seed), slots_(1024) {}

FormIndex FormTable::intern(std::string_view raw) {
  if (needs_folding(raw)) return intern_key(fold_key(raw));
  return intern_key(raw);
}

FormIndex FormTable::intern_key(std::string_view key) {
  if ((forms_.size() + 1) * 2 > slots_.size()) grow();
  const std::uint64_t hash = seeded_hash(key, seed_);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at] != 0; at = (at + 1) & mask) {
    const FormIndex form = slots_[at] - 1;
    if (hashes_[form] == hash && forms_[form].key == key) return form;
  }
  Form form;
  form.key = key;
  form.lower = lower_of(form.key);
  describe(form);
  if (resources_.lexicon != nullptr) form.lexicon = find_in(*resources_.lexicon, form);
  const auto index = static_cast<FormIndex>(forms_.size());
  bits_.push_back(resources_.classes.of(form.lower));
  forms_.push_back(std::move(form));
  hashes_.push_back(hash);
  slots_[at] = index + 1;
  return index;
}

void FormTable::grow() {
  std::vector<std::uint32_t> slots(slots_.size() * 2);
  const std::size_t mask = slots.size() - 1;
  for (std::size_t form = 0; form < hashes_.size(); ++form) {
    std::size_t at = hashes_[form] & mask;
    while (slots[at] != 0) at = (at + 1) & mask;
    slots[at] = static_cast<std::uint32_t>(form) + 1;
  }
  slots_ = std::move(slots);
}

}  // namespace limpide
