// Character references of HTML 5: "&eacute;", "&#233;", "&#xE9;". In: text that starts with "&".
// Out: the characters they stand for and how many bytes they take. Refuses: what is not a
// reference; a lone "&" is itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace limpide {

struct NamedEntity {
  const char* name;
  const char* text;  // UTF-8, one or two characters
  bool legacy;       // known without its semicolon too
};
extern const NamedEntity kNamedEntities[];  // by name
extern const std::size_t kNamedEntityCount;

struct CharacterReference {
  std::string text;         // UTF-8
  std::uint32_t bytes = 0;  // of the reference; 0: there is none
};

// As a browser reads running text: old names without semicolon are known, the longest wins.
[[nodiscard]] CharacterReference character_reference(std::string_view text);

// Every reference of a text decoded, for attribute values.
[[nodiscard]] std::string decode_references(std::string_view text);

}  // namespace limpide
