#include "cli/check_options.h"

#include <charconv>
#include <pugixml.hpp>
#include <thread>

#include "analyzer/base/files.h"
#include "analyzer/base/offsets.h"

namespace limpide {
namespace {

constexpr std::size_t kConfigBytes = std::size_t{1} << 20;
constexpr unsigned kMostJobs = 256;
constexpr std::size_t kMostComments = 1000;               // on a page
constexpr std::size_t kMostBytes = std::size_t{2} << 30;  // spans count bytes in 32 bits

Result<std::size_t> number_of(const std::string& flag, const std::string& text, std::size_t least,
                              std::size_t most) {
  std::size_t number = 0;
  const char* end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, number);
  if (parsed.ec != std::errc{} || parsed.ptr != end || number < least || number > most) {
    return make_error(ErrorCode::kUsage, "error.usage.number",
                      {{"name", flag},
                       {"value", text},
                       {"least", std::to_string(least)},
                       {"most", std::to_string(most)}});
  }
  return number;
}

std::optional<Severity> severity_of(std::string_view id) {
  for (const Severity severity :
       {Severity::kInfo, Severity::kMinor, Severity::kMajor, Severity::kBlocking}) {
    if (id == severity_id(severity)) return severity;
  }
  return std::nullopt;
}

Status add_rules(const RuleSet& rules, const std::vector<std::string>& ids,
                 std::vector<std::uint32_t>& indices) {
  for (const std::string& id : ids) {
    const auto found = rules.find(id);
    if (!found) return make_error(ErrorCode::kUsage, "error.rule.unknown", {{"id", id}});
    indices.push_back(*found);
  }
  return Done{};
}

class ConfigFile {
 public:
  ConfigFile(std::string path, std::string xml) : path_(std::move(path)), xml_(std::move(xml)) {}

  Status apply(const RuleSet& rules, CheckOptions& options) {
    pugi::xml_document document;
    const auto parsed = document.load_buffer(xml_.data(), xml_.size());
    if (!parsed) return fault(parsed.offset, "error.config.xml", {});
    const pugi::xml_node root = document.document_element();
    if (std::string_view(root.name()) != "limpide") {
      return fault(root.offset_debug(), "error.config.element", {{"name", root.name()}});
    }
    for (const pugi::xml_node& node : root.children()) {
      if (node.type() != pugi::node_element) continue;
      const Status applied = apply_element(node, rules, options);
      if (!applied) return applied;
    }
    return Done{};
  }

 private:
  Error fault(std::ptrdiff_t offset, std::string key, MessageArguments arguments) const {
    const auto at = std::min(static_cast<std::size_t>(offset < 0 ? 0 : offset), xml_.size());
    const TextPosition place = OffsetIndex(xml_).at(at);
    return make_error(ErrorCode::kUsage, std::move(key), std::move(arguments),
                      {path_, place.line, place.column});
  }

  Status apply_element(const pugi::xml_node& node, const RuleSet& rules, CheckOptions& options) {
    const std::string name = node.name();
    const std::string value = node.text().get();
    const auto wrong = [&] {
      return fault(node.offset_debug(), "error.config.value", {{"name", name}, {"value", value}});
    };
    if (name == "profile") {
      const Result<Profile> profile = profile_from_id(value);
      if (!profile) return wrong();
      options.rules.profile = *profile;
    } else if (name == "only" || name == "skip") {
      const std::string id = node.attribute("rule").value();
      if (!rules.find(id)) return fault(node.offset_debug(), "error.rule.unknown", {{"id", id}});
      auto& list = name == "only" ? options.rules.only : options.rules.skip;
      return add_rules(rules, {id}, list);
    } else if (name == "fail-on") {
      options.fail_on = severity_of(value);
      if (!options.fail_on && value != "jamais") return wrong();
    } else if (name == "baseline") {
      options.baseline = value;
    } else if (name == "words") {
      options.user_words = value;
    } else if (name == "max-bytes") {
      const Result<std::size_t> bytes = number_of(name, value, 1, kMostBytes);
      if (!bytes) return wrong();
      options.limits.file_bytes = *bytes;
    } else {
      return fault(node.offset_debug(), "error.config.element", {{"name", name}});
    }
    return Done{};
  }

  std::string path_;
  std::string xml_;
};

Status apply_config(const std::string& path, const RuleSet& rules, CheckOptions& options) {
  Result<std::string> xml = read_file(path, kConfigBytes);
  if (!xml) return xml.error();
  return ConfigFile(path, *std::move(xml)).apply(rules, options);
}

Status apply_mention_flags(const CommandLine& line, MentionOptions& mentions) {
  mentions.wanted = !line.has("--no-mentions");
  if (line.has("--rapo")) mentions.declared.emplace_back("rapo");
  const auto id = line.value("--kind");
  if (!id) return Done{};
  mentions.kind = letter_kind_from_id(*id);
  if (mentions.kind) return Done{};
  return make_error(ErrorCode::kUsage, "error.letter.kind",
                    {{"text", *id}, {"known", letter_kind_ids()}});
}

Status apply_annotation_flags(const CommandLine& line, AnnotationRequest& annotation) {
  annotation.output = line.value("--annotate").value_or("");
  const auto text = line.value("--annotate-max");
  if (!text) return Done{};
  if (annotation.output.empty()) {
    return make_error(ErrorCode::kUsage, "error.annotate.max_alone");
  }
  const Result<std::size_t> most = number_of("--annotate-max", *text, 0, kMostComments);
  if (!most) return most.error();
  annotation.per_page = static_cast<std::uint32_t>(*most);
  return Done{};
}

Status apply_flags(const CommandLine& line, const RuleSet& rules, CheckOptions& options) {
  if (const auto id = line.value("--profile")) {
    const Result<Profile> profile = profile_from_id(*id);
    if (!profile) return profile.error();
    options.rules.profile = *profile;
  }
  const Status mentions = apply_mention_flags(line, options.mentions);
  if (!mentions) return mentions;
  const Status annotation = apply_annotation_flags(line, options.annotation);
  if (!annotation) return annotation;
  if (line.has("--only")) options.rules.only.clear();
  const Status only = add_rules(rules, line.list("--only"), options.rules.only);
  if (!only) return only;
  const Status skip = add_rules(rules, line.list("--skip"), options.rules.skip);
  if (!skip) return skip;
  if (const auto level = line.value("--fail-on")) options.fail_on = severity_of(*level);
  if (const auto text = line.value("--max-bytes")) {
    const Result<std::size_t> bytes = number_of("--max-bytes", *text, 1, kMostBytes);
    if (!bytes) return bytes.error();
    options.limits.file_bytes = *bytes;
  }
  if (const auto text = line.value("--jobs")) {
    const Result<std::size_t> jobs = number_of("--jobs", *text, 1, kMostJobs);
    if (!jobs) return jobs.error();
    options.jobs = static_cast<unsigned>(*jobs);
  }
  options.format = line.value("--format").value_or(options.format);
  options.output = line.value("--output").value_or("");
  options.baseline = line.value("--baseline").value_or(options.baseline);
  options.write_baseline = line.value("--write-baseline").value_or("");
  options.user_words = line.value("--words").value_or(options.user_words);
  options.colour = line.value("--color").value_or("auto");
  options.all = line.has("--all");
  options.suggest_spelling = line.has("--suggest-spelling");
  return Done{};
}

}  // namespace

Result<CheckOptions> read_check_options(const CommandLine& line, const RuleSet& rules) {
  CheckOptions options;
  options.operands = line.operands;
  if (options.operands.empty()) return make_error(ErrorCode::kUsage, "error.usage.no_file");
  options.jobs = std::max(1U, std::thread::hardware_concurrency());
  if (const auto path = line.value("--config")) {
    const Status applied = apply_config(*path, rules, options);
    if (!applied) return applied.error();
  }
  const Status applied = apply_flags(line, rules, options);
  if (!applied) return applied.error();
  // A text larger than what the reader allows by default would only be refused later.
  options.limits.text_bytes = std::max(options.limits.text_bytes, options.limits.file_bytes);
  options.limits.tokens = std::max(options.limits.tokens, options.limits.file_bytes / 4);
  return options;
}

}  // namespace limpide
