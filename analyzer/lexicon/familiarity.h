// How usual a word is. In: the compiled file, memory-mapped. Out: for a lower-case form, its rank
// in everyday French (1 the most used) and how often administrations write it. Refuses: a
// truncated, foreign or newer file (one Error). Immutable; safe to share between threads.
//
// Administrative use never makes a word familiar; it only ranks what to explain first.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "analyzer/base/result.h"
#include "analyzer/lexicon/packed_file.h"

namespace limpide {

inline constexpr PackedKind kFamiliarityKind{"LMPDFAMI", 1};

struct Usage {
  std::uint32_t rank = 0;            // in everyday French, from 1; 0: not among the usual words
  std::uint32_t administrative = 0;  // uses in a million words of administrations' pages
};

class Familiarity {
 public:
  static Result<Familiarity> open(const std::string& path);
  static Result<Familiarity> from_bytes(std::string bytes);

  // The form in lower case, NFC, straight apostrophe. Unknown: zeros.
  [[nodiscard]] Usage usage(std::string_view form) const;
  [[nodiscard]] std::uint32_t rank(std::string_view form) const { return usage(form).rank; }
  [[nodiscard]] std::uint32_t size() const { return count_; }
  [[nodiscard]] std::string licence() const;

 private:
  static Result<Familiarity> build(Result<PackedFile> file);
  [[nodiscard]] std::string_view word(std::uint32_t index) const;

  PackedFile file_;
  const char* offsets_ = nullptr;  // u32 a word and one more, into bytes_
  const char* bytes_ = nullptr;    // words in ascending byte order
  const char* usages_ = nullptr;   // u32 rank, u32 administrative a word
  std::uint32_t count_ = 0;
};

// The bytes of the file for these words; the compiler's half, here so that one file knows the
// layout.
[[nodiscard]] std::string pack_familiarity(const std::map<std::string, Usage>& usages,
                                           const std::string& licence,
                                           std::uint64_t source_checksum);

}  // namespace limpide
