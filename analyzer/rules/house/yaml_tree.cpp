#include "analyzer/rules/house/yaml_tree.h"

#include <yaml.h>

#include <optional>

namespace limpide {
namespace {

constexpr std::size_t kDeepest = 16;
constexpr std::size_t kMostNodes = 200'000;

// One event of libyaml, freed with its owner.
class Event {
 public:
  Event() = default;
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  ~Event() { yaml_event_delete(&event_); }
  bool parse(yaml_parser_t& parser) { return yaml_parser_parse(&parser, &event_) == 1; }
  [[nodiscard]] const yaml_event_t& get() const { return event_; }

 private:
  yaml_event_t event_{};
};

class YamlReader {
 public:
  YamlReader(std::string_view text, const std::string& path) : path_(path) {
    ready_ = yaml_parser_initialize(&parser_) == 1;
    if (!ready_) return;
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
  }
  YamlReader(const YamlReader&) = delete;
  YamlReader& operator=(const YamlReader&) = delete;
  ~YamlReader() {
    if (ready_) yaml_parser_delete(&parser_);
  }

  Result<YamlNode> read() {
    if (!ready_) return make_error(ErrorCode::kLimit, "error.memory", {}, {path_, 1, 1});
    while (!fault_ && !ended_) {
      Event event;
      if (!event.parse(parser_)) {
        refuse(parser_.problem_mark, ErrorCode::kInvalidInput, "error.yaml.form");
        break;
      }
      take(event.get());
    }
    if (fault_) return *std::move(fault_);
    return root_ ? *std::move(root_) : YamlNode{};
  }

 private:
  void refuse(const yaml_mark_t& mark, ErrorCode code, const char* key,
              MessageArguments arguments = {}) {
    fault_ = make_error(code, key, std::move(arguments),
                        {path_, static_cast<std::uint32_t>(mark.line) + 1,
                         static_cast<std::uint32_t>(mark.column) + 1});
  }

  void take(const yaml_event_t& event) {
    switch (event.type) {
      case YAML_DOCUMENT_START_EVENT:
        if (root_) refuse(event.start_mark, ErrorCode::kUnsupported, "error.yaml.documents");
        return;
      case YAML_ALIAS_EVENT:
        refuse(event.start_mark, ErrorCode::kUnsupported, "error.yaml.alias");
        return;
      case YAML_SCALAR_EVENT: {
        YamlNode node = node_at(event, YamlNode::Kind::kScalar);
        node.text.assign(reinterpret_cast<const char*>(event.data.scalar.value),
                         event.data.scalar.length);
        add(std::move(node), event);
        return;
      }
      case YAML_SEQUENCE_START_EVENT:
        open(node_at(event, YamlNode::Kind::kList), event);
        return;
      case YAML_MAPPING_START_EVENT:
        open(node_at(event, YamlNode::Kind::kMap), event);
        return;
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        close(event);
        return;
      case YAML_STREAM_END_EVENT:
        ended_ = true;
        return;
      default:
        return;
    }
  }

  static YamlNode node_at(const yaml_event_t& event, YamlNode::Kind kind) {
    YamlNode node;
    node.kind = kind;
    node.line = static_cast<std::uint32_t>(event.start_mark.line) + 1;
    node.column = static_cast<std::uint32_t>(event.start_mark.column) + 1;
    return node;
  }

  void open(YamlNode node, const yaml_event_t& event) {
    if (open_.size() == kDeepest) {
      refuse(event.start_mark, ErrorCode::kLimit, "error.yaml.depth",
             {{"limit", std::to_string(kDeepest)}});
      return;
    }
    open_.push_back(std::move(node));
  }
  void close(const yaml_event_t& event) {
    YamlNode node = std::move(open_.back());
    open_.pop_back();
    add(std::move(node), event);
  }
  void add(YamlNode node, const yaml_event_t& event) {
    if (++count_ > kMostNodes) {
      refuse(event.start_mark, ErrorCode::kLimit, "error.yaml.values",
             {{"limit", std::to_string(kMostNodes)}});
    } else if (open_.empty()) {
      root_ = std::move(node);
    } else {
      open_.back().items.push_back(std::move(node));
    }
  }

  const std::string& path_;
  yaml_parser_t parser_{};
  bool ready_ = false;
  bool ended_ = false;
  std::vector<YamlNode> open_;  // lists and maps not yet closed, the outermost first
  std::optional<YamlNode> root_;
  std::optional<Error> fault_;
  std::size_t count_ = 0;
};

}  // namespace

Result<YamlNode> read_yaml(std::string_view text, const std::string& path) {
  return YamlReader(text, path).read();
}

}  // namespace limpide
