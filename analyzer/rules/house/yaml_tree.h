// A YAML document as a small tree. In: UTF-8 text. Out: scalars, lists and maps with their places.
// Refuses: anchors and aliases (a file must not grow when it is read), a second document, more
// levels or values than the limits. Tags are not looked at: every scalar is a text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"

namespace limpide {

struct YamlNode {
  enum class Kind : std::uint8_t { kScalar, kList, kMap };
  Kind kind = Kind::kScalar;
  std::string text;             // of a scalar
  std::vector<YamlNode> items;  // of a list; of a map: key, value, key, value...
  std::uint32_t line = 1;
  std::uint32_t column = 1;  // code points
};

[[nodiscard]] Result<YamlNode> read_yaml(std::string_view text, const std::string& path);

}  // namespace limpide
