#include "analyzer/reports/verification_report.h"

#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/reports/json_output.h"
#include "analyzer/reports/visible.h"

namespace limpide {
namespace {

constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kMostColumns = 60;  // of quoted words

std::string aspect_title(const Catalogue& texts, const FactChange& change) {
  if (change.aspect == Aspect::kFact || change.aspect == Aspect::kModality) {
    return capitalized(texts.text(std::string("compare.fact.") + fact_kind_name(change.kind)));
  }
  return texts.text(std::string("verify.aspect.") + aspect_id(change.aspect));
}

std::string quoted(std::string_view text, Span span) {
  const std::string line = visible_line(slice(text, span));
  const std::string_view start = fitting_start(line, kMostColumns);
  constexpr const char* kEllipsis = "\xE2\x80\xA6";
  return std::string(start) + (start.size() < line.size() ? kEllipsis : "");
}

void write_side(JsonOutput& json, const char* name, const Document& document, Span span) {
  json.key(name);
  json.open_object();
  json.member("byteBegin", span.begin);
  json.member("byteEnd", span.end);
  json.member("text", slice(document.text, span));
  json.close_object();
}

}  // namespace

std::string change_text(const Catalogue& texts, const FactChange& change, std::string_view before,
                        std::string_view after) {
  const char* key = "verify.changed";
  if (change.before.empty()) key = "verify.gained";
  if (change.after.empty()) key = "verify.lost";
  return texts.format({key,
                       {{"name", aspect_title(texts, change)},
                        {"before", quoted(before, change.before)},
                        {"after", quoted(after, change.after)}}});
}

std::string terminal_verification(const VerificationPage& page,
                                  const VerificationTerminal& options) {
  const auto width = static_cast<std::size_t>(std::clamp(options.width, 40, 100));
  std::string out;
  const auto add = [&out, width](std::size_t indent, std::size_t hanging, const std::string& text) {
    bool first = true;
    for (const std::string& line : wrapped(text, width - indent - hanging)) {
      out.append(indent + (first ? 0 : hanging), ' ');
      out += line + "\n";
      first = false;
    }
  };
  const auto bold = [&options](const std::string& text) {
    return options.colour ? "\x1b[1m" + text + "\x1b[0m" : text;
  };
  out += bold(page.texts.format({"compare.title",
                                 {{"before", visible_line(page.before_name)},
                                  {"after", visible_line(page.after_name)}}})) +
         "\n\n";
  const std::size_t count = page.verification.changes.size();
  add(0, 0, page.texts.format({"verify.verdict", {{"n", std::to_string(count)}}}));
  if (count > 0) out.push_back('\n');
  for (const FactChange& change : page.verification.changes) {
    const std::string text = change_text(page.texts, change, page.before.text, page.after.text);
    add(2, 2, page.texts.format({"report.item", {{"text", text}}}));
  }
  out.push_back('\n');
  add(0, 0, page.texts.text("verify.caution"));
  return out;
}

std::string json_verification(const VerificationPage& page) {
  JsonOutput json;
  json.open_object();
  json.member("schema", "limpide-verification");
  json.member("schemaVersion", kVersion);
  json.member("before", valid_text(page.before_name));
  json.member("after", valid_text(page.after_name));
  json.member("kept", page.verification.kept());
  json.key("changes");
  json.open_array();
  for (const FactChange& change : page.verification.changes) {
    json.line();
    json.open_object();
    json.member("aspect", aspect_id(change.aspect));
    if (change.aspect == Aspect::kFact || change.aspect == Aspect::kModality) {
      json.member("kind", fact_kind_name(change.kind));
    }
    json.member("what", change.what);
    if (!change.before.empty()) write_side(json, "before", page.before, change.before);
    if (!change.after.empty()) write_side(json, "after", page.after, change.after);
    json.member("message", change_text(page.texts, change, page.before.text, page.after.text));
    json.close_object();
  }
  json.close_array();
  json.close_object();
  return json.take() + "\n";
}

}  // namespace limpide
