// The French catalogue, embedded by the build from dictionaries/fr/messages.txt. In: nothing. Out:
// its bytes. Refuses: other languages, for now.
#pragma once

#include <string_view>

namespace limpide {

extern const std::string_view kMessages;
extern const std::string_view kMessagesSha256;

}  // namespace limpide
