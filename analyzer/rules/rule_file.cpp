// parse_rule: the XML of one rule file to a RuleSpec.
#include <algorithm>
#include <array>
#include <optional>
#include <pugixml.hpp>

#include "analyzer/base/offsets.h"
#include "analyzer/base/utf8.h"
#include "analyzer/rules/loader.h"

namespace limpide {
namespace {

constexpr std::array<Role, 5> kProse{Role::kBody, Role::kListItem, Role::kClosing,
                                     Role::kSalutation, Role::kObject};
constexpr std::array<Role, 8> kJudged{Role::kBody,       Role::kListItem, Role::kHeading,
                                      Role::kSalutation, Role::kClosing,  Role::kObject,
                                      Role::kTable,      Role::kFormLabel};

std::string_view trimmed(std::string_view text) {
  const auto is_blank = [](char byte) {
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
  };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

// White space of XML layout is one space in a text for people.
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

// Blank lines around and the indentation that all lines share are layout of the rule file.
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

class RuleParser {
 public:
  RuleParser(std::string_view xml, const std::string& path) : xml_(xml), path_(path) {}

  Result<RuleSpec> parse() {
    pugi::xml_document document;
    const pugi::xml_parse_result parsed = document.load_buffer(
        xml_.data(), xml_.size(), pugi::parse_default | pugi::parse_ws_pcdata_single,
        pugi::encoding_utf8);
    if (!parsed) {
      return error_at(static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0)),
                      "error.rule.xml", {});
    }
    const pugi::xml_node root = document.document_element();
    if (std::string_view(root.name()) != "rule") return unexpected(root);
    spec_.path = path_;
    spec_.line = line_of(root);
    const bool complete = read_attributes(root) && read_children(root) && check_whole(root);
    if (!complete) return *fault_;
    return std::move(spec_);
  }

 private:
  [[nodiscard]] std::uint32_t line_of(const pugi::xml_node& node) const {
    // A return may end a line by itself: left to the index, which is dearer.
    if (xml_.find('\r') != std::string_view::npos)
      return OffsetIndex(xml_).at(offset_of(node)).line;
    const std::string_view before = xml_.substr(0, offset_of(node));
    return static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  }
  [[nodiscard]] std::size_t offset_of(const pugi::xml_node& node) const {
    const std::ptrdiff_t offset = node.offset_debug();
    return offset < 0 ? 0 : std::min(static_cast<std::size_t>(offset), xml_.size());
  }
  [[nodiscard]] Error error_at(std::size_t offset, std::string key,
                               MessageArguments arguments) const {
    std::size_t at = std::min(offset, xml_.size());
    while (at > 0 && at < xml_.size() && (static_cast<unsigned char>(xml_[at]) & 0xC0U) == 0x80U)
      --at;
    const TextPosition place = OffsetIndex(xml_).at(at);
    return make_error(ErrorCode::kInvalidInput, std::move(key), std::move(arguments),
                      {path_, place.line, place.column});
  }
  bool fail(const pugi::xml_node& node, std::string key, MessageArguments arguments) {
    fault_ = error_at(offset_of(node), std::move(key), std::move(arguments));
    return false;
  }
  [[nodiscard]] Error unexpected(const pugi::xml_node& node) const {
    return error_at(offset_of(node), "error.rule.element", {{"name", node.name()}});
  }
  bool fail_value(const pugi::xml_node& node, const char* name, std::string_view value) {
    return fail(node, "error.rule.value", {{"name", name}, {"value", std::string(value)}});
  }

  bool read_attributes(const pugi::xml_node& root) {
    spec_.enabled.fill(true);
    std::optional<Severity> severity;
    std::optional<Principle> principle;
    for (const pugi::xml_attribute& attribute : root.attributes()) {
      const std::string_view name = attribute.name();
      const std::string_view value = attribute.value();
      if (name == "id")
        spec_.id = std::string(value);
      else if (name == "version")
        spec_.version = attribute.as_uint();
      else if (name == "severity")
        severity = severity_from(value);
      else if (name == "principle")
        principle = principle_from(value);
      else if (name == "profiles") {
        if (!read_profiles(root, value)) return false;
      } else {
        return fail(root, "error.rule.attribute",
                    {{"name", std::string(name)}, {"element", "rule"}});
      }
    }
    if (spec_.id.empty()) return fail(root, "error.rule.missing", {{"name", "id"}});
    if (spec_.version == 0) return fail_value(root, "version", root.attribute("version").value());
    if (!severity) return fail_value(root, "severity", root.attribute("severity").value());
    if (!principle) return fail_value(root, "principle", root.attribute("principle").value());
    spec_.severity.fill(*severity);
    spec_.principle = *principle;
    return true;
  }

  bool read_profiles(const pugi::xml_node& root, std::string_view value) {
    spec_.enabled.fill(false);
    for (const std::string_view id : words_of(value)) {
      const auto profile = profile_index(id);
      if (!profile) return fail_value(root, "profiles", id);
      spec_.enabled[*profile] = true;
    }
    return true;
  }

  bool read_children(const pugi::xml_node& root) {
    spec_.roles.assign(kProse.begin(), kProse.end());
    for (const pugi::xml_node& child : root.children()) {
      if (child.type() != pugi::node_element) continue;
      const std::string_view name = child.name();
      if (name == "title")
        spec_.title = flowed(child.text().get());
      else if (name == "message")
        spec_.message = flowed(child.text().get());
      else if (name == "why")
        spec_.why = flowed(child.text().get());
      else if (name == "advice")
        spec_.advice = flowed(child.text().get());
      else if (name == "limits")
        spec_.known_limits = flowed(child.text().get());
      else if (name == "source") {
        spec_.sources.push_back({child.attribute("code").value(), child.attribute("ref").value()});
      } else if (name == "severity") {
        const auto profile = profile_index(child.attribute("profile").value());
        const auto severity = severity_from(trimmed(child.text().get()));
        if (!profile) return fail_value(child, "profile", child.attribute("profile").value());
        if (!severity) return fail_value(child, "severity", child.text().get());
        spec_.severity[*profile] = *severity;
      } else if (name == "roles") {
        if (!read_roles(child)) return false;
      } else if (name == "match") {
        if (!read_match(child)) return false;
      } else if (name == "examples") {
        if (!read_examples(child)) return false;
      } else {
        fault_ = unexpected(child);
        return false;
      }
    }
    return true;
  }

  bool read_roles(const pugi::xml_node& node) {
    spec_.roles.clear();
    for (const std::string_view name : words_of(node.text().get())) {
      if (name == "prose")
        spec_.roles.insert(spec_.roles.end(), kProse.begin(), kProse.end());
      else if (name == "all")
        spec_.roles.insert(spec_.roles.end(), kJudged.begin(), kJudged.end());
      else {
        const auto role = std::find_if(kJudged.begin(), kJudged.end(),
                                       [name](Role known) { return name == role_name(known); });
        if (role == kJudged.end()) return fail_value(node, "roles", name);
        spec_.roles.push_back(*role);
      }
    }
    return true;
  }

  bool read_match(const pugi::xml_node& node) {
    pugi::xml_node kind;
    for (const pugi::xml_node& child : node.children()) {
      if (child.type() != pugi::node_element) continue;
      if (kind) {
        fault_ = unexpected(child);
        return false;
      }
      kind = child;
    }
    if (!kind) return fail(node, "error.rule.missing", {{"name", "match"}});
    spec_.kind = kind.name();
    for (const pugi::xml_attribute& attribute : kind.attributes()) {
      for (RuleParameters& parameters : spec_.parameters) {
        parameters[attribute.name()] = attribute.value();
      }
    }
    for (const pugi::xml_node& override_node : kind.children()) {
      if (override_node.type() != pugi::node_element) continue;
      if (std::string_view(override_node.name()) != "for") {
        fault_ = unexpected(override_node);
        return false;
      }
      const char* id = override_node.attribute("profile").value();
      const auto profile = profile_index(id);
      if (!profile) return fail_value(override_node, "profile", id);
      for (const pugi::xml_attribute& attribute : override_node.attributes()) {
        if (std::string_view(attribute.name()) == "profile") continue;
        spec_.parameters[*profile][attribute.name()] = attribute.value();
      }
    }
    return true;
  }

  bool read_examples(const pugi::xml_node& node) {
    for (const pugi::xml_node& child : node.children()) {
      if (child.type() != pugi::node_element) continue;
      const std::string_view name = child.name();
      if (name != "fires" && name != "passes") {
        fault_ = unexpected(child);
        return false;
      }
      RuleExample example;
      example.fires = name == "fires";
      example.line = line_of(child);
      example.at_document = std::string_view(child.attribute("at").value()) == "document";
      example.rewrite = child.attribute("rewrite").value();
      if (const pugi::xml_attribute id = child.attribute("profile")) {
        const auto profile = profile_index(id.value());
        if (!profile) return fail_value(child, "profile", id.value());
        example.profile = static_cast<Profile>(*profile);
      }
      const bool sound = take_marks(dedented(child.text().get()), example.text, example.marked);
      const bool marks = !example.marked.empty();
      if (!sound || marks != (example.fires && !example.at_document)) {
        return fail(child, "error.rule.marks", {});
      }
      spec_.examples.push_back(std::move(example));
    }
    return true;
  }

  bool check_whole(const pugi::xml_node& root) {
    const std::array<std::pair<const char*, bool>, 6> needed{{{"title", spec_.title.empty()},
                                                              {"message", spec_.message.empty()},
                                                              {"why", spec_.why.empty()},
                                                              {"advice", spec_.advice.empty()},
                                                              {"source", spec_.sources.empty()},
                                                              {"match", spec_.kind.empty()}}};
    for (const auto& element : needed) {
      if (element.second) return fail(root, "error.rule.missing", {{"name", element.first}});
    }
    const auto firing = std::count_if(spec_.examples.begin(), spec_.examples.end(),
                                      [](const RuleExample& example) { return example.fires; });
    if (firing < 2 || static_cast<std::ptrdiff_t>(spec_.examples.size()) - firing < 2) {
      return fail(root, "error.rule.examples", {});
    }
    return true;
  }

  std::string_view xml_;
  const std::string& path_;
  RuleSpec spec_;
  std::optional<Error> fault_;
};

}  // namespace

bool take_marks(std::string_view marked, std::string& text, std::vector<Span>& spans) {
  std::optional<std::uint32_t> open;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    const std::string_view two = marked.substr(i, 2);
    const auto here = static_cast<std::uint32_t>(text.size());
    if (two == "[[") {
      if (open) return false;
      open = here;
      ++i;
    } else if (two == "]]") {
      if (!open || *open == here) return false;
      spans.push_back({*open, here});
      open.reset();
      ++i;
    } else {
      text.push_back(marked[i]);
    }
  }
  return !open;
}

Result<RuleSpec> parse_rule(std::string_view xml, const std::string& path) {
  if (!is_valid_utf8(xml)) {
    return make_error(ErrorCode::kInvalidInput, "error.rule.xml", {}, {path, 1, 1});
  }
  return RuleParser(xml, path).parse();
}

}  // namespace limpide
