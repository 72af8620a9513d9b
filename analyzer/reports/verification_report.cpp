#include "analyzer/reports/verification_report.h"

#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/reports/json_output.h"
#include "analyzer/reports/visible.h"

namespace limpide {
namespace {

constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kMostColumns = 60;  // of quoted words

// A change of what must, may or must not be done; other changes of modality come from words ("il
// est conseille de") and have no kind.
bool is_duty(const FactChange& change) {
  return change.aspect == Aspect::kModality &&
         (change.kind == FactKind::kObligation || change.kind == FactKind::kPermission ||
          change.kind == FactKind::kProhibition);
}

// "verify.fact.lost": what changed, and whether it went, came, or became something else.
std::string change_key(const FactChange& change) {
  std::string key = "verify.";
  key += is_duty(change) ? fact_kind_name(change.kind) : aspect_id(change.aspect);
  if (change.before.empty()) return key + ".gained";
  return key + (change.after.empty() ? ".lost" : ".changed");
}

// A value is clear by itself; "doit" or "seulement" only with the words around it.
constexpr std::size_t kContextColumns = 36;  // on each side
bool needs_place(const FactChange& change) {
  return change.aspect == Aspect::kScope || change.aspect == Aspect::kTime;
}
bool is_clear_alone(const FactChange& change) {
  return change.aspect == Aspect::kFact || change.aspect == Aspect::kTerm || needs_place(change);
}

constexpr const char* kEllipsis = "\xE2\x80\xA6";

// The words of the same sentence before the span, as far as they fit.
std::string words_before(std::string_view text, std::uint32_t at) {
  const std::string_view all = text.substr(0, at);
  const std::size_t stop = all.find_last_of(".;:!?\n");
  std::string line = visible_line(all.substr(stop == std::string_view::npos ? 0 : stop + 1));
  line.erase(0, std::min(line.find_first_not_of(' '), line.size()));
  const std::string_view end = fitting_end(line, kContextColumns);
  return (end.size() < line.size() ? kEllipsis : "") + std::string(end);
}
std::string words_behind(std::string_view text, std::uint32_t at) {
  const std::string_view all = text.substr(at);
  const std::string line = visible_line(all.substr(0, all.find_first_of(".;:!?\n")));
  const std::string_view start = fitting_start(line, kContextColumns);
  return std::string(start) + (start.size() < line.size() ? kEllipsis : "");
}

std::string quoted(std::string_view text, Span span, bool alone) {
  const std::string line = visible_line(slice(text, span));
  const std::string quote(fitting_start(line, kMostColumns));
  if (quote.size() < line.size()) return quote + kEllipsis;
  if (alone || span.empty()) return quote;
  return words_before(text, span.begin) + quote + words_behind(text, span.end);
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
  const bool alone = is_clear_alone(change);
  MessageArguments arguments = {{"before", quoted(before, change.before, alone)},
                                {"after", quoted(after, change.after, alone)}};
  if (change.aspect == Aspect::kFact) {
    const std::string name = std::string("compare.fact.") + fact_kind_name(change.kind);
    arguments.push_back({"name", capitalized(texts.text(name))});
  }
  const std::string text = texts.format({change_key(change), std::move(arguments)});
  if (!needs_place(change)) return text;
  const std::string place = change.before.empty() ? quoted(after, change.after, false)
                                                  : quoted(before, change.before, false);
  return texts.format({"verify.place", {{"text", text}, {"place", place}}});
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
  if (page.own > 0) {
    add(0, 0, page.texts.format({"verify.own", {{"n", std::to_string(page.own)}}}));
  }
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
  json.member("ownRewrites", static_cast<std::uint32_t>(page.own));
  json.key("changes");
  json.open_array();
  for (const FactChange& change : page.verification.changes) {
    json.line();
    json.open_object();
    json.member("aspect", aspect_id(change.aspect));
    if (change.aspect == Aspect::kFact || is_duty(change)) {
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
