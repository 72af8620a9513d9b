#include "analyzer/rules/house/house_settings.h"

#include <algorithm>
#include <initializer_list>
#include <pugixml.hpp>

#include "analyzer/base/offsets.h"
#include "analyzer/base/utf8.h"
#include "analyzer/rules/rule_xml.h"

namespace limpide {
namespace {

constexpr std::size_t kMostDecisions = 20'000;
constexpr std::size_t kMostFaults = 100;
constexpr std::size_t kLongestName = 200;  // bytes

class SettingsReader {
 public:
  SettingsReader(std::string_view xml, const std::string& path) : text_{xml, path}, index_(xml) {}

  HouseSettings read() {
    pugi::xml_document document;
    const pugi::xml_parse_result parsed = document.load_buffer(
        text_.xml.data(), text_.xml.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!parsed) {
      const auto at = static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0));
      settings_.faults.push_back(text_.error_at(at, "error.rule.xml", {}));
      return std::move(settings_);
    }
    const pugi::xml_node root = document.document_element();
    if (std::string_view(root.name()) != "house") {
      unexpected(root);
      return std::move(settings_);
    }
    read_root(root);
    std::size_t count = 0;
    for (const pugi::xml_node& node : root.children()) {
      if (node.type() != pugi::node_element || settings_.faults.size() >= kMostFaults) continue;
      if (++count > kMostDecisions) {
        fault(node, "error.house.decisions", {{"limit", std::to_string(kMostDecisions)}});
        break;
      }
      read_element(node);
    }
    return std::move(settings_);
  }

 private:
  bool fault(const pugi::xml_node& node, std::string key, MessageArguments arguments) {
    settings_.faults.push_back(
        text_.error_at(text_.offset_of(node), std::move(key), std::move(arguments)));
    return false;
  }
  void unexpected(const pugi::xml_node& node) {
    fault(node, "error.rule.element", {{"name", node.name()}});
  }
  bool bad_value(const pugi::xml_node& node, const char* name) {
    return fault(node, "error.rule.value",
                 {{"name", name}, {"value", node.attribute(name).value()}});
  }
  [[nodiscard]] Location place_of(const pugi::xml_node& node) const {
    const TextPosition place = index_.at(text_.offset_of(node));
    return {text_.path, place.line, place.column};
  }

  // Refuses any attribute outside the list and text between the tags.
  bool has_only(const pugi::xml_node& node, std::initializer_list<std::string_view> known) {
    for (const pugi::xml_attribute& attribute : node.attributes()) {
      if (std::find(known.begin(), known.end(), attribute.name()) != known.end()) continue;
      return fault(node, "error.rule.attribute",
                   {{"name", attribute.name()}, {"element", node.name()}});
    }
    return true;
  }
  bool needs(const pugi::xml_node& node, const char* name) {
    const bool there = !trimmed(node.attribute(name).value()).empty();
    return there || fault(node, "error.house.missing", {{"name", name}, {"element", node.name()}});
  }

  void read_root(const pugi::xml_node& root) {
    has_only(root, {"name", "version"});
    settings_.name = flowed(root.attribute("name").value());
    settings_.version = flowed(root.attribute("version").value());
    if (settings_.name.size() > kLongestName) bad_value(root, "name");
    if (settings_.version.size() > kLongestName) bad_value(root, "version");
  }

  void read_element(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    if (name == "mute" && node.attribute("term"))
      read_term_mute(node);
    else if (name == "mute")
      read_rule_change(node, HouseDecisionKind::kMuted);
    else if (name == "restore")
      read_rule_change(node, HouseDecisionKind::kRestored);
    else if (name == "change")
      read_rule_change(node, HouseDecisionKind::kChanged);
    else if (name == "acronym")
      read_acronym(node);
    else
      unexpected(node);
  }

  void read_term_mute(const pugi::xml_node& node) {
    if (!has_only(node, {"term", "rule", "reason"})) return;
    if (!needs(node, "term") || !needs(node, "reason")) return;
    settings_.terms.push_back({flowed(node.attribute("term").value()),
                               std::string(trimmed(node.attribute("rule").value())),
                               place_of(node)});
  }

  void read_rule_change(const pugi::xml_node& node, HouseDecisionKind kind) {
    const bool changes = kind == HouseDecisionKind::kChanged;
    const bool sound = changes ? has_only(node, {"rule", "profiles", "severity", "reason"})
                               : has_only(node, {"rule", "profiles", "reason"});
    if (!sound || !needs(node, "rule") || !needs(node, "reason")) return;
    RuleChange change;
    change.kind = kind;
    change.rule = trimmed(node.attribute("rule").value());
    change.reason = flowed(node.attribute("reason").value());
    change.place = place_of(node);
    if (!read_profiles(node, change) || !read_values(node, change)) return;
    if (const pugi::xml_attribute severity = node.attribute("severity")) {
      change.severity = severity_from(trimmed(severity.value()));
      if (!change.severity) {
        bad_value(node, "severity");
        return;
      }
    }
    if (changes && !change.severity && change.values.empty()) {
      fault(node, "error.house.missing", {{"name", "set"}, {"element", node.name()}});
      return;
    }
    settings_.rules.push_back(std::move(change));
  }

  bool read_profiles(const pugi::xml_node& node, RuleChange& change) {
    const pugi::xml_attribute profiles = node.attribute("profiles");
    change.every_profile = profiles.empty();
    change.profiles.fill(change.every_profile);
    if (change.every_profile) return true;
    const std::vector<std::string_view> ids = words_of(profiles.value());
    for (const std::string_view id : ids) {
      const std::optional<std::size_t> index = profile_index(id);
      if (!index) return bad_value(node, "profiles");
      change.profiles[*index] = true;
    }
    return !ids.empty() || bad_value(node, "profiles");
  }

  bool read_values(const pugi::xml_node& node, RuleChange& change) {
    for (const pugi::xml_node& child : node.children()) {
      if (child.type() != pugi::node_element) continue;
      const bool allowed =
          change.kind == HouseDecisionKind::kChanged && std::string_view(child.name()) == "set";
      if (!allowed) {
        unexpected(child);
        return false;
      }
      if (!has_only(child, {"name", "value"}) || !needs(child, "name")) return false;
      change.values.emplace_back(trimmed(child.attribute("name").value()),
                                 trimmed(child.attribute("value").value()));
    }
    return true;
  }

  void read_acronym(const pugi::xml_node& node) {
    if (!has_only(node, {"sigle", "expansion", "known"}) || !needs(node, "sigle")) return;
    HouseAcronym acronym;
    acronym.sigle = trimmed(node.attribute("sigle").value());
    acronym.expansion = flowed(node.attribute("expansion").value());
    const std::string_view known = node.attribute("known").value();
    acronym.known = known == "yes";
    const bool letters = std::all_of(acronym.sigle.begin(), acronym.sigle.end(),
                                     [](char byte) { return byte >= 'A' && byte <= 'Z'; });
    if (!letters || acronym.sigle.size() < 2) {
      bad_value(node, "sigle");
    } else if (!known.empty() && known != "yes" && known != "no") {
      bad_value(node, "known");
    } else if (acronym.expansion.empty() && !acronym.known) {
      fault(node, "error.house.missing", {{"name", "expansion"}, {"element", node.name()}});
    } else {
      settings_.acronyms.push_back(std::move(acronym));
    }
  }

  RuleText text_;
  OffsetIndex index_;  // there may be thousands of decisions
  HouseSettings settings_;
};

}  // namespace

HouseSettings parse_house_settings(std::string_view xml, const std::string& path) {
  if (is_valid_utf8(xml)) return SettingsReader(xml, path).read();
  HouseSettings settings;
  settings.faults.push_back(
      make_error(ErrorCode::kInvalidInput, "error.rule.xml", {}, {path, 1, 1}));
  return settings;
}

}  // namespace limpide
