// A text for a person, not yet written: the key of a message in the catalogue and its named
// arguments. In: key and arguments. Out: nothing here; base/catalogue.h turns it into French.
// Refuses: prose. Code never holds a sentence that a user reads.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace limpide {

using MessageArguments = std::vector<std::pair<std::string, std::string>>;

struct Message {
  std::string key;
  MessageArguments arguments;

  friend bool operator==(const Message&, const Message&) = default;
};

}  // namespace limpide
