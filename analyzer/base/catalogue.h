// The texts that a person reads, by key. In: a catalogue file (UTF-8; "key = text" a line, "#"
// comments, a line that starts with spaces continues the text) and messages. Out: French.
// Refuses: a line without "=", a key given twice. An unknown key is shown as the key itself, so
// that a missing text is seen, never fatal.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/message.h"
#include "analyzer/base/result.h"

namespace limpide {

// Immutable after parse; safe to share between threads.
class Catalogue {
 public:
  static Result<Catalogue> parse(std::string_view text, const std::string& path);
  Catalogue() = default;

  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] std::string text(std::string_view key) const;
  // Texts are ICU message patterns: {name}, {count, plural, one {...} other {...}}.
  [[nodiscard]] std::string format(const Message& message) const;
  [[nodiscard]] const std::map<std::string, std::string, std::less<>>& entries() const {
    return texts_;
  }

 private:
  std::map<std::string, std::string, std::less<>> texts_;
};

// Fills a pattern. Arguments that are whole numbers can be counted by plural; numbers are shown
// as given. A pattern with a fault comes back as it is.
[[nodiscard]] std::string format_pattern(std::string_view pattern,
                                         const MessageArguments& arguments);

// The names that a pattern asks for, each once, in its order; none for a pattern with a fault.
[[nodiscard]] std::vector<std::string> argument_names(std::string_view pattern);

}  // namespace limpide
