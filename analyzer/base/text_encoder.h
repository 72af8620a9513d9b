// UTF-8 back to the encoding of a file. In: valid UTF-8, the name of an encoding as decode_text
// gives it. Out: bytes. Refuses: encodings that ICU does not know, and characters that the encoding
// lacks: nothing is replaced.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace limpide {

class TextEncoder {
 public:
  [[nodiscard]] static std::optional<TextEncoder> open(const std::string& encoding);

  [[nodiscard]] bool can_write(char32_t code_point) const;
  // Nothing when a character cannot be written.
  [[nodiscard]] std::optional<std::string> encode(std::string_view text) const;

 private:
  struct Converter;
  TextEncoder() = default;
  std::shared_ptr<const Converter> converter_;  // none: UTF-8
};

}  // namespace limpide
