#include "analyzer/rules/house/vale_style.h"

#include <algorithm>
#include <array>

#include "analyzer/base/utf8.h"
#include "analyzer/rules/house/yaml_tree.h"

namespace limpide {
namespace {

constexpr std::size_t kLongestMessage = 1'000;  // bytes

// Keys of a style that change nothing here: replacing keeps capitals, and only asks a person.
constexpr std::array<std::string_view, 6> kSilent{"action", "capitalize",  "vocab",
                                                  "limit",  "description", "name"};

bool is_true(std::string_view text) {
  const std::string lower = to_lower(text);
  return lower == "true" || lower == "yes" || lower == "on";
}

// "Use '%s' instead of '%s'": the replacement, then the words found. What ICU reads as syntax is
// quoted.
std::string message_from(std::string_view text) {
  constexpr std::string_view kOpen = "\xC2\xAB\xC2\xA0";
  constexpr std::string_view kClose = "\xC2\xA0\xC2\xBB";
  std::string message;
  std::size_t found = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char byte = text[i];
    const std::string_view four = text.substr(i, 4);
    const bool quoted = four == "'%s'" || four == "\"%s\"";
    if (quoted || four.substr(0, 2) == "%s") {
      if (quoted) message += kOpen;
      message += found++ == 0 ? "{remplacement}" : "{terme}";
      if (quoted) message += kClose;
      i += quoted ? 3 : 1;
    } else if (byte == '\'') {
      message += "\xE2\x80\x99";
    } else if (byte == '{' || byte == '}') {
      message += byte == '{' ? "(" : ")";
    } else {
      message.push_back(byte);
    }
  }
  return message;
}

class ValeReader {
 public:
  ValeReader(const WordListFile& file, const Catalogue& texts) : file_(file), list_(file, texts) {}

  ImportedList read() {
    Result<YamlNode> root = read_yaml(file_.text, file_.path);
    if (!root) {
      const Error& error = root.error();
      list_.fault(error.location, error.message.key, error.message.arguments);
      return list_.take();
    }
    if (root->kind != YamlNode::Kind::kMap) {
      list_.fault(place_of(*root), "error.vale.map", {});
      return list_.take();
    }
    if (is_substitution(*root)) read_members(*root);
    return list_.take();
  }

 private:
  [[nodiscard]] Location place_of(const YamlNode& node) const {
    return {file_.path, node.line, node.column};
  }

  bool is_substitution(const YamlNode& root) {
    for (std::size_t i = 0; i + 1 < root.items.size(); i += 2) {
      if (root.items[i].text != "extends") continue;
      if (root.items[i + 1].text == "substitution") return true;
      list_.notice(place_of(root.items[i + 1]), "notice.vale.kind",
                   {{"name", root.items[i + 1].text}});
      return false;
    }
    list_.notice({file_.path, 1, 1}, "notice.vale.none", {});
    return false;
  }

  void read_members(const YamlNode& root) {
    const YamlNode* swap = nullptr;
    for (std::size_t i = 0; i + 1 < root.items.size(); i += 2) {
      const YamlNode& key = root.items[i];
      const YamlNode& value = root.items[i + 1];
      if (key.text == "swap")
        swap = &value;
      else
        read_member(key, value);
    }
    if (swap == nullptr || swap->kind != YamlNode::Kind::kMap) {
      list_.fault(swap == nullptr ? Location{file_.path, 1, 1} : place_of(*swap), "error.vale.swap",
                  {});
      return;
    }
    read_swap(*swap);
  }

  void read_member(const YamlNode& key, const YamlNode& value) {
    if (key.text == "extends") return;
    if (key.text == "message") {
      if (value.text.empty() || value.text.size() > kLongestMessage)
        list_.fault(place_of(value), "error.rule.value", {{"name", "message"}, {"value", ""}});
      else
        list_.rule().message = message_from(value.text);
    } else if (key.text == "level") {
      read_level(value);
    } else if (key.text == "ignorecase") {
      any_case_ = is_true(value.text);
    } else if (key.text == "link") {
      list_.rule().sources.push_back({"Vale", value.text});
    } else if (key.text == "scope" && value.text == "text") {
      return;
    } else if (key.text == "nonword" && !is_true(value.text)) {
      return;
    } else if (std::find(kSilent.begin(), kSilent.end(), key.text) == kSilent.end()) {
      list_.notice(place_of(key), "notice.vale.key", {{"name", key.text}});
    }
  }

  void read_level(const YamlNode& value) {
    Severity severity = Severity::kMinor;
    if (value.text == "suggestion")
      severity = Severity::kInfo;
    else if (value.text == "error")
      severity = Severity::kMajor;
    else if (value.text != "warning")
      list_.fault(place_of(value), "error.rule.value", {{"name", "level"}, {"value", value.text}});
    list_.rule().severity.fill(severity);
  }

  void read_swap(const YamlNode& swap) {
    for (std::size_t i = 0; i + 1 < swap.items.size() && !list_.full(); i += 2) {
      const YamlNode& key = swap.items[i];
      const YamlNode& value = swap.items[i + 1];
      if (key.kind != YamlNode::Kind::kScalar || value.kind != YamlNode::Kind::kScalar ||
          key.text.empty()) {
        list_.fault(place_of(key), "error.vale.pair", {});
        continue;
      }
      WordListRow row;
      row.key = key.text;
      row.replacements = value.text;
      row.place = place_of(key);
      list_.add(row, true, any_case_);
    }
  }

  const WordListFile& file_;
  WordListBuilder list_;
  bool any_case_ = false;
};

}  // namespace

ImportedList read_vale_style(const WordListFile& file, const Catalogue& texts) {
  return ValeReader(file, texts).read();
}

}  // namespace limpide
