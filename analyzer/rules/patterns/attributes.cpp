#include "analyzer/rules/patterns/attributes.h"

#include <algorithm>
#include <charconv>

#include "analyzer/base/utf8.h"

namespace limpide {

Error error_at(const ConditionNode& node, std::string key, MessageArguments arguments) {
  return make_error(ErrorCode::kInvalidInput, std::move(key), std::move(arguments),
                    {"", node.line, node.column});
}

AttributeReader::AttributeReader(const ConditionNode& node, Profile profile)
    : node_(node), attributes_(&node.attributes) {
  for (const auto& own : node.overrides) {
    if (own.first != profile) continue;
    if (attributes_ != &changed_) changed_ = node.attributes;
    attributes_ = &changed_;
    for (const auto& attribute : own.second) changed_[attribute.first] = attribute.second;
  }
}

std::string AttributeReader::text(std::string_view name) {
  const auto found = attributes_->find(name);
  if (found == attributes_->end()) return {};
  read_.push_back(name);
  return found->second;
}

std::vector<std::string> AttributeReader::words(std::string_view name) {
  std::vector<std::string> list;
  // Forms of the segmentation have the straight apostrophe.
  const std::string value = with_straight_apostrophes(text(name));
  if (value.empty()) {
    if (has(name)) refuse(name, value);
    return list;
  }
  std::size_t at = 0;
  while (at < value.size()) {
    const std::size_t end = std::min(value.find_first_of(" |\n\t\r", at), value.size());
    if (end > at) list.push_back(value.substr(at, end - at));
    at = end + 1;
  }
  if (list.empty() && has(name)) refuse(name, value);
  return list;
}

std::uint32_t AttributeReader::number(std::string_view name, std::uint32_t fallback) {
  const std::string value = text(name);
  if (!has(name)) return fallback;
  std::uint32_t number = 0;
  const auto parsed = std::from_chars(value.data(), value.data() + value.size(), number);
  if (parsed.ec != std::errc() || parsed.ptr != value.data() + value.size()) refuse(name, value);
  return number;
}

std::optional<bool> AttributeReader::yes_no(std::string_view name) {
  const std::string value = text(name);
  if (!has(name)) return std::nullopt;
  if (value != "yes" && value != "no") refuse(name, value, "yes, no");
  return value == "yes";
}

void AttributeReader::refuse(std::string_view name, std::string_view value,
                             const std::string& accepted) {
  if (fault_) return;
  MessageArguments arguments{{"name", std::string(name)}, {"value", std::string(value)}};
  if (!accepted.empty()) arguments.emplace_back("accepted", accepted);
  fault_ = error_at(node_, accepted.empty() ? "error.rule.value" : "error.rule.value_of",
                    std::move(arguments));
}

Status AttributeReader::finish() const {
  if (fault_) return *fault_;
  for (const auto& attribute : *attributes_) {
    if (std::find(read_.begin(), read_.end(), attribute.first) != read_.end()) continue;
    return error_at(node_, "error.rule.attribute",
                    {{"name", attribute.first}, {"element", node_.name}});
  }
  return Done{};
}

}  // namespace limpide
