// The XML of a rule file: where its nodes stand, and its texts without their layout. In: the bytes
// of one file. Out: places, flowed or dedented texts. Refuses: meaning; rule_file.cpp reads that.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/rules/rule.h"

namespace limpide {

[[nodiscard]] std::string_view trimmed(std::string_view text);
// White space of XML layout is one space in a text for people.
[[nodiscard]] std::string flowed(std::string_view text);
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view text);
// Blank lines around and the indentation that all lines share are layout of the rule file.
[[nodiscard]] std::string dedented(std::string_view text);

[[nodiscard]] std::optional<std::size_t> profile_index(std::string_view id);
[[nodiscard]] std::optional<Severity> severity_from(std::string_view id);
[[nodiscard]] std::optional<Principle> principle_from(std::string_view id);

// Bytes of a rule file and its path, for places.
struct RuleText {
  std::string_view xml;
  std::string path;

  [[nodiscard]] std::size_t offset_of(const pugi::xml_node& node) const;
  [[nodiscard]] std::uint32_t line_of(const pugi::xml_node& node) const;    // from 1
  [[nodiscard]] std::uint32_t column_of(const pugi::xml_node& node) const;  // bytes, from 1
  [[nodiscard]] Error error_at(std::size_t offset, std::string key,
                               MessageArguments arguments) const;

  // Where line_of() was last: nodes are mostly asked in the order of the file.
  mutable std::size_t counted = 0;
  mutable std::uint32_t lines = 0;  // ends of lines before `counted`
  mutable int has_returns = -1;     // 1: "\r" somewhere, 0: nowhere, -1: not looked at
};

// An element of a pattern with all that it holds but <for>. REQUIRES: an element.
[[nodiscard]] Result<ConditionNode> read_condition(const RuleText& text,
                                                   const pugi::xml_node& node);

}  // namespace limpide
