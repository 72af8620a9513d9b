// Reading the parameters of a kind, once, when a rule is loaded. In: the attributes, for each
// profile. Out: typed values. Refuses: a missing or wrong value, an attribute that the kind does
// not know (the error names the attribute; the loader adds the place).
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "analyzer/base/result.h"
#include "analyzer/rules/rule.h"

namespace limpide {

using ProfileNumbers = std::array<std::uint32_t, kProfileCount>;

// The attribute for every profile; `missing` where no profile and no default gives one.
[[nodiscard]] Result<ProfileNumbers> number_parameter(const RuleSpec& spec, std::string_view name,
                                                      std::uint32_t fallback);
[[nodiscard]] Result<std::string> text_parameter(const RuleSpec& spec, std::string_view name,
                                                 std::string_view fallback);
// Refuses any attribute outside the list.
[[nodiscard]] Status check_parameters(const RuleSpec& spec,
                                      std::initializer_list<std::string_view> known);

[[nodiscard]] inline std::size_t index_of(Profile profile) {
  return static_cast<std::size_t>(profile);
}

}  // namespace limpide
