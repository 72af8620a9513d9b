// Result<T>: a value or an Error, for anything caused by input, files, rules or the network.
// In: either. Out: exactly one of them; reading the wrong one is a programmer's error (assert).
// Refuses: bugs of ours, which are asserts, and prose: an Error holds a catalogue key.
#pragma once

#include <cassert>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>

#include "analyzer/base/message.h"

namespace limpide {

enum class ErrorCode : std::uint8_t {
  kInvalidInput,  // the bytes are not what they claim to be
  kUnsupported,   // a format or feature that we do not read
  kLimit,         // a bound of Limits was reached
  kNotFound,      // a file, rule or word that does not exist
  kIo,            // the system refused to read or write
  kUsage,         // the command line or configuration is wrong
};

// Where the fault lies; line and column count from 1, 0 means unknown. Columns are code points.
struct Location {
  std::string path;
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  friend bool operator==(const Location&, const Location&) = default;
};

struct Error {
  ErrorCode code = ErrorCode::kInvalidInput;
  Message message;
  Location location;
};

[[nodiscard]] inline Error make_error(ErrorCode code, std::string key,
                                      MessageArguments arguments = {}, Location location = {}) {
  return Error{code, Message{std::move(key), std::move(arguments)}, std::move(location)};
}

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value)
      : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT(google-explicit-constructor)
  Result(Error error)
      : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  // REQUIRES: has_value().
  [[nodiscard]] const T& value() const& {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }
  [[nodiscard]] T& value() & {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }
  [[nodiscard]] T&& value() && {
    assert(has_value());
    return std::move(*std::get_if<0>(&state_));
  }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  // REQUIRES: !has_value().
  [[nodiscard]] const Error& error() const& {
    assert(!has_value());
    return *std::get_if<1>(&state_);
  }
  [[nodiscard]] Error&& error() && {
    assert(!has_value());
    return std::move(*std::get_if<1>(&state_));
  }

 private:
  std::variant<T, Error> state_;
};

// The value of a Result that only succeeds or fails.
struct Done {};
using Status = Result<Done>;

}  // namespace limpide
