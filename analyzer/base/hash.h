// FNV-1a, 64 bits: a hash that is the same on every machine and in every run. In: bytes.
// Out: 64 bits, for fingerprints, checksums and our own tables. Refuses: secrets; it is not
// cryptographic.
#pragma once

#include <cstdint>
#include <string_view>

namespace limpide {

inline constexpr std::uint64_t kHashSeed = 0xcbf29ce484222325U;

[[nodiscard]] constexpr std::uint64_t hash_bytes(std::string_view bytes,
                                                 std::uint64_t seed = kHashSeed) {
  std::uint64_t hash = seed;
  for (const char byte : bytes) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= 0x100000001b3U;
  }
  return hash;
}

}  // namespace limpide
