// The table of distinct written forms. In: raw token text. Out: the index of its form, made at the
// first meeting with its folded key, casing, lexicon entry and word classes. Refuses: nothing.
// Open addressing with a seed drawn from the text, so that no input can aim at one bucket.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/segmentation/resources.h"
#include "analyzer/segmentation/segmentation.h"

namespace limpide {

// Not secret, but not foreseeable without hashing the whole text.
[[nodiscard]] std::uint64_t seed_of(std::string_view text);
[[nodiscard]] std::uint64_t seeded_hash(std::string_view bytes, std::uint64_t seed);

// The folded key of a token: see Form.
[[nodiscard]] std::string fold_key(std::string_view raw);

class FormTable {
 public:
  FormTable(const SegmentationResources& resources, std::uint64_t seed);
  // Does not count an occurrence.
  FormIndex intern(std::string_view raw);
  [[nodiscard]] std::vector<Form>& forms() { return forms_; }
  [[nodiscard]] std::vector<ClassBits>& bits() { return bits_; }

 private:
  FormIndex intern_key(std::string_view key);
  void grow();

  const SegmentationResources& resources_;
  std::uint64_t seed_;
  std::vector<Form> forms_;
  std::vector<ClassBits> bits_;
  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint32_t> slots_;  // form + 1, 0 is empty
};

}  // namespace limpide
