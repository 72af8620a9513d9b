#include "analyzer/rules/rule_xml.h"

#include <algorithm>

#include "analyzer/base/offsets.h"

namespace limpide {
namespace {

constexpr int kDeepest = 16;  // elements inside elements of a pattern

Result<ConditionNode> read_node(const RuleText& text, const pugi::xml_node& node, int depth) {
  if (depth > kDeepest)
    return text.error_at(text.offset_of(node), "error.rule.element", {{"name", node.name()}});
  ConditionNode read;
  read.name = node.name();
  read.line = text.line_of(node);
  read.column = text.column_of(node);
  for (const pugi::xml_attribute& attribute : node.attributes()) {
    read.attributes[attribute.name()] = attribute.value();
  }
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() != pugi::node_element) continue;
    if (std::string_view(child.name()) != "for") {
      Result<ConditionNode> inner = read_node(text, child, depth + 1);
      if (!inner) return inner.error();
      read.children.push_back(*std::move(inner));
      continue;
    }
    const char* id = child.attribute("profile").value();
    const auto profile = profile_index(id);
    if (!profile) {
      return text.error_at(text.offset_of(child), "error.rule.value",
                           {{"name", "profile"}, {"value", id}});
    }
    RuleParameters own;
    for (const pugi::xml_attribute& attribute : child.attributes()) {
      if (std::string_view(attribute.name()) != "profile")
        own[attribute.name()] = attribute.value();
    }
    read.overrides.emplace_back(static_cast<Profile>(*profile), std::move(own));
  }
  return read;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const auto is_blank = [](char byte) {
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
  };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string flowed(std::string_view text) {
  std::string result;
  bool space = false;
  for (const char byte : trimmed(text)) {
    if (byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r') {
      space = true;
      continue;
    }
    if (space) result.push_back(' ');
    space = false;
    result.push_back(byte);
  }
  return result;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = text.find_first_of(" \n\t\r", at);
    if (end != at) words.push_back(text.substr(at, end - at));
    if (end == std::string_view::npos) break;
    at = end + 1;
  }
  return words;
}

std::string dedented(std::string_view text) {
  std::vector<std::string_view> lines;
  while (true) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  while (!lines.empty() && trimmed(lines.front()).empty()) lines.erase(lines.begin());
  while (!lines.empty() && trimmed(lines.back()).empty()) lines.pop_back();
  std::size_t shared = std::string_view::npos;
  for (const std::string_view line : lines) {
    const std::size_t indent = line.find_first_not_of(" \t");
    if (indent != std::string_view::npos) shared = std::min(shared, indent);
  }
  std::string result;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) result.push_back('\n');
    if (!trimmed(lines[i]).empty()) result.append(lines[i].substr(shared));
  }
  return std::string(result.substr(0, result.find_last_not_of(" \t\r") + 1));
}

std::optional<std::size_t> profile_index(std::string_view id) {
  const Result<Profile> profile = profile_from_id(id);
  if (!profile) return std::nullopt;
  return static_cast<std::size_t>(*profile);
}

std::optional<Severity> severity_from(std::string_view id) {
  for (const Severity severity :
       {Severity::kInfo, Severity::kMinor, Severity::kMajor, Severity::kBlocking}) {
    if (id == severity_id(severity)) return severity;
  }
  return std::nullopt;
}

std::optional<Principle> principle_from(std::string_view id) {
  for (const Principle principle : {Principle::kSentences, Principle::kWords, Principle::kOrder,
                                    Principle::kLayout, Principle::kTone, Principle::kLanguage}) {
    if (id == principle_id(principle)) return principle;
  }
  return std::nullopt;
}

std::size_t RuleText::offset_of(const pugi::xml_node& node) const {
  const std::ptrdiff_t offset = node.offset_debug();
  return offset < 0 ? 0 : std::min(static_cast<std::size_t>(offset), xml.size());
}

std::uint32_t RuleText::line_of(const pugi::xml_node& node) const {
  // A return may end a line by itself: left to the index, which is dearer.
  if (has_returns < 0) has_returns = xml.find('\r') == std::string_view::npos ? 0 : 1;
  const std::size_t offset = offset_of(node);
  if (has_returns == 1) return OffsetIndex(xml).at(offset).line;
  if (offset < counted) counted = lines = 0;
  for (std::size_t at = xml.find('\n', counted); at < offset; at = xml.find('\n', at + 1)) ++lines;
  counted = offset;
  return lines + 1;
}

std::uint32_t RuleText::column_of(const pugi::xml_node& node) const {
  const std::size_t offset = offset_of(node);
  const std::size_t line = xml.substr(0, offset).rfind('\n');
  return static_cast<std::uint32_t>(line == std::string_view::npos ? offset : offset - line - 1);
}

Error RuleText::error_at(std::size_t offset, std::string key, MessageArguments arguments) const {
  std::size_t at = std::min(offset, xml.size());
  while (at > 0 && at < xml.size() && (static_cast<unsigned char>(xml[at]) & 0xC0U) == 0x80U) --at;
  const TextPosition place = OffsetIndex(xml).at(at);
  return make_error(ErrorCode::kInvalidInput, std::move(key), std::move(arguments),
                    {path, place.line, place.column});
}

Result<ConditionNode> read_condition(const RuleText& text, const pugi::xml_node& node) {
  return read_node(text, node, 0);
}

}  // namespace limpide
