// What the JSON and SARIF writers share. In: nothing. Out: a streaming writer whose text is taken
// piece by piece, compact but for the lines asked for: a finding a line is quick to write, to diff
// and to search. Refuses: a tree in memory.
#pragma once

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace limpide {

class JsonOutput {
 public:
  JsonOutput() : writer_(buffer_) {}

  void open_object() { writer_.StartObject(); }
  void close_object() { writer_.EndObject(); }
  void open_array() { writer_.StartArray(); }
  void close_array() { writer_.EndArray(); }
  // A line break before the next value or key.
  void line() { buffer_.Put('\n'); }
  void key(std::string_view name) {
    writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  }
  // REQUIRES: valid UTF-8.
  void text(std::string_view value) {
    writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }
  void number(std::uint64_t value) { writer_.Uint64(value); }
  // Rounded to hundredths, so that every machine writes the same digits.
  void decimal(double value);
  void boolean(bool value) { writer_.Bool(value); }

  void member(std::string_view name, std::string_view value) { key(name), text(value); }
  void member(std::string_view name, const char* value) { key(name), text(value); }
  void member(std::string_view name, const std::string& value) { key(name), text(value); }
  void member(std::string_view name, std::uint32_t value) { key(name), number(value); }
  void member(std::string_view name, bool value) { key(name), boolean(value); }

  // What was written since the last call.
  [[nodiscard]] std::string take() {
    std::string piece(buffer_.GetString(), buffer_.GetSize());
    buffer_.Clear();
    return piece;
  }

 private:
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_;
};

// 16 hexadecimal digits.
[[nodiscard]] std::string hexadecimal(std::uint64_t value);

}  // namespace limpide
