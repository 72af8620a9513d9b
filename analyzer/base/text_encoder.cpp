#include "analyzer/base/text_encoder.h"

#include <unicode/ucnv.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>
#include <unicode/uset.h>

#include <cstdint>
#include <utility>

namespace limpide {

namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using OpenConverter = std::unique_ptr<UConverter, CloseConverter>;

// That stops at a character which it cannot write. Nothing when ICU does not know the name.
OpenConverter open_strictly(const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  OpenConverter converter(ucnv_open(encoding.c_str(), &status));
  if (U_FAILURE(status) != 0) return nullptr;
  ucnv_setFallback(converter.get(), 0);
  ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
  return U_FAILURE(status) != 0 ? nullptr : std::move(converter);
}

}  // namespace

struct TextEncoder::Converter {
  std::string name;
  icu::UnicodeSet known;
};

std::optional<TextEncoder> TextEncoder::open(const std::string& encoding) {
  TextEncoder encoder;
  if (encoding == "UTF-8") return encoder;
  const OpenConverter open = open_strictly(encoding);
  if (open == nullptr) return std::nullopt;
  const auto converter = std::make_shared<Converter>();
  converter->name = encoding;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_getUnicodeSet(open.get(), converter->known.toUSet(), UCNV_ROUNDTRIP_SET, &status);
  if (U_FAILURE(status) != 0) return std::nullopt;
  encoder.converter_ = converter;
  return encoder;
}

bool TextEncoder::can_write(char32_t code_point) const {
  return converter_ == nullptr || converter_->known.contains(static_cast<UChar32>(code_point)) != 0;
}

std::optional<std::string> TextEncoder::encode(std::string_view text) const {
  if (converter_ == nullptr) return std::string(text);
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  std::string bytes(static_cast<std::size_t>(wide.length()) * 4 + 16, '\0');
  // A converter has a state: each text gets one of its own.
  const OpenConverter open = open_strictly(converter_->name);
  if (open == nullptr) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t size =
      ucnv_fromUChars(open.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()),
                      wide.getBuffer(), wide.length(), &status);
  if (U_FAILURE(status) != 0) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

}  // namespace limpide
