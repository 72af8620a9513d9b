// What treebanks teach of lemmas beyond the lexicon. In: the section of a model. Out: how to turn a
// form into its lemma: bytes to drop at its end, bytes to add. Refuses: a section whose offsets do
// not hold (from_section gives nothing).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace limpide {

struct LemmaScript {
  std::uint8_t strip = 0;  // bytes
  std::string_view add;
};

// Keys: feature_hash of one of these and what it names.
inline constexpr std::uint64_t kLemmaOfForm = 1;    // + Property::kLower or kForm, tag code
inline constexpr std::uint64_t kLemmaOfSuffix = 2;  // + a suffix property, tag code

// Immutable; safe to share between threads. Lives no longer than the bytes it views.
class LemmaTable {
 public:
  static std::optional<LemmaTable> from_section(std::string_view section);
  LemmaTable() = default;
  [[nodiscard]] std::optional<LemmaScript> find(std::uint64_t key) const;
  [[nodiscard]] std::size_t size() const { return count_; }

  struct Entry {
    std::uint64_t key = 0;
    std::uint8_t strip = 0;
    std::string add;
  };
  // Depends on the set of entries only. REQUIRES: each key once, fewer than 65536 scripts.
  [[nodiscard]] static std::string to_section(std::vector<Entry> entries);

 private:
  const char* keys_ = nullptr;     // u32 an entry, ascending: upper half of the key
  const char* numbers_ = nullptr;  // u16 an entry: a script
  const char* scripts_ = nullptr;  // u32 a script and one more: offset << 8 | strip
  const char* letters_ = nullptr;
  std::uint32_t count_ = 0;
};

// The script that makes the second of the first, with the shortest ending exchanged.
[[nodiscard]] std::pair<std::uint8_t, std::string> script_between(std::string_view form,
                                                                  std::string_view lemma);
[[nodiscard]] std::string apply_script(std::string_view form, const LemmaScript& script);

}  // namespace limpide
