#include "analyzer/segmentation/forms.h"

#include <cstring>
#include <utility>

#include "analyzer/base/utf8.h"
#include "analyzer/segmentation/chunks.h"

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
  if (letters == 0) form.casing = Casing::kNone;
  else if (upper == 0) form.casing = Casing::kLower;
  else if (upper == 1 && first_upper) form.casing = Casing::kCapitalized;
  else if (lower == 0) form.casing = Casing::kUpper;
  else form.casing = Casing::kMixed;
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

FormTable::FormTable(const SegmentationResources& resources, std::uint64_t seed)
    : resources_(resources), seed_(seed), slots_(1024) {}

FormIndex FormTable::intern(std::string_view raw) {
  if (needs_folding(raw)) return add(fold_key(raw));
  const std::uint64_t hash = seeded_hash(raw, seed_);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at] != 0; at = (at + 1) & mask) {
    const FormIndex form = slots_[at] - 1;
    if (hashes_[form] == hash && forms_[form].key == raw) return form;
  }
  return add(std::string(raw));
}

FormIndex FormTable::add(std::string key) {
  if ((forms_.size() + 1) * 2 > slots_.size()) grow();
  const std::uint64_t hash = seeded_hash(key, seed_);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at] != 0; at = (at + 1) & mask) {
    const FormIndex form = slots_[at] - 1;
    if (hashes_[form] == hash && forms_[form].key == key) return form;
  }
  Form form;
  form.key = std::move(key);
  form.lower = to_lower(form.key);
  if (resources_.lexicon != nullptr) form.lexicon = resources_.lexicon->find_any_case(form.key);
  describe(form);
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
