#include "analyzer/base/catalogue.h"

#include <unicode/fmtable.h>
#include <unicode/locid.h>
#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <charconv>
#include <vector>

namespace limpide {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) {
    text.remove_suffix(1);
  }
  return text;
}

icu::UnicodeString unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

icu::Formattable formattable(const std::string& value) {
  std::int64_t number = 0;
  const char* end = value.data() + value.size();
  const auto parsed = std::from_chars(value.data(), end, number);
  if (parsed.ec == std::errc{} && parsed.ptr == end && !value.empty()) return {number};
  return {unicode(value)};
}

const std::string* find_argument(const MessageArguments& arguments, std::string_view name) {
  for (const auto& argument : arguments) {
    if (argument.first == name) return &argument.second;
  }
  return nullptr;
}

// Nearly every pattern only has {name}: those need no formatter of ICU, which costs microseconds.
// Returns false where the pattern has a comma form.
bool fill_names(std::string_view pattern, const MessageArguments& arguments, std::string& out) {
  std::size_t at = 0;
  while (at < pattern.size()) {
    const std::size_t open = pattern.find('{', at);
    out.append(pattern.substr(at, open - at));
    if (open == std::string_view::npos) return true;
    const std::size_t close = pattern.find('}', open);
    if (close == std::string_view::npos) return false;
    const std::string_view name = trimmed(pattern.substr(open + 1, close - open - 1));
    if (name.find_first_of(",{") != std::string_view::npos) return false;
    const std::string* value = find_argument(arguments, name);
    if (value != nullptr)
      out.append(*value);
    else
      out.append(pattern.substr(open, close - open + 1));
    at = close + 1;
  }
  return true;
}

}  // namespace

std::string format_pattern(std::string_view pattern, const MessageArguments& arguments) {
  std::string filled;
  filled.reserve(pattern.size() + 32);
  if (fill_names(pattern, arguments, filled)) return filled;
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessageFormat format(unicode(pattern), icu::Locale::getFrench(), status);
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const auto& argument : arguments) {
    names.push_back(unicode(argument.first));
    values.push_back(formattable(argument.second));
  }
  icu::UnicodeString result;
  if (U_SUCCESS(status)) {
    format.format(names.data(), values.data(), static_cast<std::int32_t>(names.size()), result,
                  status);
  }
  if (U_FAILURE(status)) return std::string(pattern);
  std::string text;
  result.toUTF8String(text);
  return text;
}

std::vector<std::string> argument_names(std::string_view pattern) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessagePattern parsed(unicode(pattern), nullptr, status);
  std::vector<std::string> names;
  if (U_FAILURE(status)) return names;
  for (std::int32_t i = 0; i < parsed.countParts(); ++i) {
    const icu::MessagePattern::Part& part = parsed.getPart(i);
    if (part.getType() != UMSGPAT_PART_TYPE_ARG_NAME) continue;
    std::string name;
    parsed.getSubstring(part).toUTF8String(name);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

Result<Catalogue> Catalogue::parse(std::string_view text, const std::string& path) {
  Catalogue catalogue;
  std::string* current = nullptr;
  std::uint32_t number = 0;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    ++number;
    const std::string_view content = trimmed(line);
    if (content.empty() || content.front() == '#') continue;
    if (line.front() == ' ' || line.front() == '\t') {
      if (current == nullptr) {
        return make_error(ErrorCode::kInvalidInput, "error.catalogue.line", {}, {path, number, 1});
      }
      current->append(" ").append(content);
      continue;
    }
    const std::size_t equals = content.find('=');
    if (equals == std::string_view::npos) {
      return make_error(ErrorCode::kInvalidInput, "error.catalogue.line", {}, {path, number, 1});
    }
    const auto added = catalogue.texts_.emplace(std::string(trimmed(content.substr(0, equals))),
                                                std::string(trimmed(content.substr(equals + 1))));
    if (!added.second) {
      return make_error(ErrorCode::kInvalidInput, "error.catalogue.twice",
                        {{"key", added.first->first}}, {path, number, 1});
    }
    current = &added.first->second;
  }
  return catalogue;
}

bool Catalogue::has(std::string_view key) const { return texts_.find(key) != texts_.end(); }

std::string Catalogue::text(std::string_view key) const {
  const auto found = texts_.find(key);
  return found == texts_.end() ? std::string(key) : found->second;
}

std::string Catalogue::format(const Message& message) const {
  const auto found = texts_.find(message.key);
  if (found == texts_.end()) return message.key;
  return format_pattern(found->second, message.arguments);
}

}  // namespace limpide
