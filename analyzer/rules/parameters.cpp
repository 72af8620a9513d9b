#include "analyzer/rules/parameters.h"

#include <algorithm>
#include <charconv>

namespace limpide {

Result<ProfileNumbers> number_parameter(const RuleSpec& spec, std::string_view name,
                                        std::uint32_t fallback) {
  ProfileNumbers numbers{};
  for (std::size_t i = 0; i < kProfileCount; ++i) {
    const auto found = spec.parameters[i].find(name);
    if (found == spec.parameters[i].end()) {
      numbers[i] = fallback;
      continue;
    }
    const std::string& text = found->second;
    const char* end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, numbers[i]);
    if (parsed.ec != std::errc{} || parsed.ptr != end || text.empty()) {
      return make_error(ErrorCode::kInvalidInput, "error.rule.value",
                        {{"name", std::string(name)}, {"value", text}});
    }
  }
  return numbers;
}

Result<std::string> text_parameter(const RuleSpec& spec, std::string_view name,
                                   std::string_view fallback) {
  const auto found = spec.parameters[0].find(name);
  return found == spec.parameters[0].end() ? std::string(fallback) : found->second;
}

Status check_parameters(const RuleSpec& spec, std::initializer_list<std::string_view> known) {
  for (const RuleParameters& parameters : spec.parameters) {
    for (const auto& parameter : parameters) {
      if (std::find(known.begin(), known.end(), parameter.first) == known.end()) {
        return make_error(ErrorCode::kInvalidInput, "error.rule.attribute",
                          {{"name", parameter.first}, {"element", spec.kind}});
      }
    }
  }
  return Done{};
}

}  // namespace limpide
