// parse_rule: the XML of one rule file to a RuleSpec.
#include <algorithm>
#include <array>
#include <optional>
#include <pugixml.hpp>

#include "analyzer/base/utf8.h"
#include "analyzer/rules/loader.h"
#include "analyzer/rules/patterns/selectors.h"
#include "analyzer/rules/rule_xml.h"

namespace limpide {
namespace {

constexpr std::array<Role, 8> kJudged{Role::kBody,       Role::kListItem, Role::kHeading,
                                      Role::kSalutation, Role::kClosing,  Role::kObject,
                                      Role::kTable,      Role::kFormLabel};

// Parts of the page that no rule reads unless it names them.
constexpr std::array<Role, 8> kFurniture{Role::kSender,    Role::kRecipient, Role::kPlaceDate,
                                         Role::kReference, Role::kSignature, Role::kAttachments,
                                         Role::kFooter,    Role::kHeader};

class RuleParser {
 public:
  RuleParser(std::string_view xml, const std::string& path, bool examples)
      : text_{xml, path}, examples_(examples) {}

  Result<RuleSpec> parse() {
    pugi::xml_document document;
    const pugi::xml_parse_result parsed = document.load_buffer(
        text_.xml.data(), text_.xml.size(), pugi::parse_default | pugi::parse_ws_pcdata_single,
        pugi::encoding_utf8);
    if (!parsed) {
      return text_.error_at(static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0)),
                            "error.rule.xml", {});
    }
    const pugi::xml_node root = document.document_element();
    if (std::string_view(root.name()) != "rule") return unexpected(root);
    spec_.path = text_.path;
    spec_.line = text_.line_of(root);
    const bool complete = read_attributes(root) && read_children(root) && check_whole(root);
    if (!complete) return *fault_;
    return std::move(spec_);
  }

 private:
  bool fail(const pugi::xml_node& node, std::string key, MessageArguments arguments) {
    fault_ = text_.error_at(text_.offset_of(node), std::move(key), std::move(arguments));
    return false;
  }
  [[nodiscard]] Error unexpected(const pugi::xml_node& node) const {
    return text_.error_at(text_.offset_of(node), "error.rule.element", {{"name", node.name()}});
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
    spec_.roles = prose_roles();
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
      else if (name == "operation") {
        const char* id = child.attribute("name").value();
        const auto operation = operation_from_id(id);
        if (!operation) return fail_value(child, "name", id);
        spec_.operation = *operation;
      } else if (name == "limits")
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
        if (examples_ && !read_examples(child)) return false;
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
      if (name == "prose") {
        const std::vector<Role> prose = prose_roles();
        spec_.roles.insert(spec_.roles.end(), prose.begin(), prose.end());
      } else if (name == "all") {
        spec_.roles.insert(spec_.roles.end(), kJudged.begin(), kJudged.end());
      } else {
        const auto is_named = [name](Role known) { return name == role_name(known); };
        const auto role = std::find_if(kJudged.begin(), kJudged.end(), is_named);
        const auto other = std::find_if(kFurniture.begin(), kFurniture.end(), is_named);
        if (role == kJudged.end() && other == kFurniture.end())
          return fail_value(node, "roles", name);
        spec_.roles.push_back(role != kJudged.end() ? *role : *other);
      }
    }
    return true;
  }

  bool read_match(const pugi::xml_node& node) {
    spec_.first_only = std::string_view(node.attribute("first").value()) == "yes";
    pugi::xml_node kind;
    for (const pugi::xml_node& child : node.children()) {
      if (child.type() != pugi::node_element) continue;
      if (kind && std::string_view(child.name()) == "except") {
        if (!read_exception(child)) return false;
        continue;
      }
      if (kind) {
        fault_ = unexpected(child);
        return false;
      }
      kind = child;
      if (!read_kind(kind)) return false;
    }
    if (!kind) return fail(node, "error.rule.missing", {{"name", "match"}});
    if (spec_.kind != "pattern" && (spec_.first_only || !spec_.exceptions.empty()))
      return fail(node, "error.rule.element", {{"name", "except"}});
    return true;
  }

  bool read_kind(const pugi::xml_node& node) {
    if (is_selector(node.name())) {
      spec_.kind = "pattern";
      Result<ConditionNode> condition = read_condition(text_, node);
      if (!condition) fault_ = condition.error();
      if (condition) spec_.condition = *std::move(condition);
      return !fault_;
    }
    spec_.kind = node.name();
    for (const pugi::xml_attribute& attribute : node.attributes()) {
      for (RuleParameters& parameters : spec_.parameters) {
        parameters[attribute.name()] = attribute.value();
      }
    }
    return read_overrides(node);
  }

  bool read_overrides(const pugi::xml_node& kind) {
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

  bool read_exception(const pugi::xml_node& node) {
    RuleException exception;
    exception.reason = flowed(node.attribute("reason").value());
    for (const pugi::xml_node& child : node.children()) {
      if (child.type() != pugi::node_element) continue;
      if (std::string_view(child.name()) == "passes") {
        if (examples_ && !read_example(child, exception.examples)) return false;
        continue;
      }
      Result<ConditionNode> condition = read_condition(text_, child);
      if (!condition) {
        fault_ = condition.error();
        return false;
      }
      exception.conditions.push_back(*std::move(condition));
    }
    if (exception.reason.empty()) return fail(node, "error.rule.missing", {{"name", "reason"}});
    if (examples_ && exception.examples.empty())
      return fail(node, "error.rule.missing", {{"name", "passes"}});
    if (exception.conditions.empty()) return fail(node, "error.rule.missing", {{"name", "except"}});
    spec_.exceptions.push_back(std::move(exception));
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
      if (!read_example(child, spec_.examples)) return false;
    }
    return true;
  }

  bool read_example(const pugi::xml_node& node, std::vector<RuleExample>& examples) {
    RuleExample example;
    example.fires = std::string_view(node.name()) == "fires";
    example.line = text_.line_of(node);
    example.at_document = std::string_view(node.attribute("at").value()) == "document";
    example.rewrite = node.attribute("rewrite").value();
    if (const pugi::xml_attribute id = node.attribute("profile")) {
      const auto profile = profile_index(id.value());
      if (!profile) return fail_value(node, "profile", id.value());
      example.profile = static_cast<Profile>(*profile);
    }
    const bool sound = take_marks(dedented(node.text().get()), example.text, example.marked);
    const bool marks = !example.marked.empty();
    if (!sound || marks != (example.fires && !example.at_document)) {
      return fail(node, "error.rule.marks", {});
    }
    examples.push_back(std::move(example));
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
    if (!examples_) return true;
    const auto firing = std::count_if(spec_.examples.begin(), spec_.examples.end(),
                                      [](const RuleExample& example) { return example.fires; });
    if (firing < 2 || static_cast<std::ptrdiff_t>(spec_.examples.size()) - firing < 2) {
      return fail(root, "error.rule.examples", {});
    }
    return true;
  }

  RuleText text_;
  bool examples_;
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

Result<RuleSpec> parse_rule(std::string_view xml, const std::string& path, bool examples) {
  if (!is_valid_utf8(xml)) {
    return make_error(ErrorCode::kInvalidInput, "error.rule.xml", {}, {path, 1, 1});
  }
  return RuleParser(xml, path, examples).parse();
}

}  // namespace limpide
