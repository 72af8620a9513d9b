#include "analyzer/readers/merge_fields.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

constexpr std::size_t kLongestName = 64;      // bytes
constexpr std::size_t kMostFields = 100'000;  // of one kind; more is not a letter

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// Letters, digits and "_-." without space, with a sign that it is a name and not a quoted word.
bool is_field_name(std::string_view name) {
  if (name.empty()) return false;
  bool marked = is_upper(decode_at(name, 0).code_point);
  for (std::size_t i = 0; i < name.size();) {
    const Decoded current = decode_at(name, i);
    const char32_t point = current.code_point;
    if (point == U'_' || is_digit(point))
      marked = true;
    else if (!is_letter(point) && point != U'-' && point != U'.')
      return false;
    i += current.size;
  }
  return marked;
}

bool is_capitals(std::string_view name) {
  std::size_t capitals = 0;
  for (std::size_t i = 0; i < name.size();) {
    const Decoded current = decode_at(name, i);
    const char32_t point = current.code_point;
    if (is_upper(point))
      ++capitals;
    else if (is_letter(point))
      return false;
    else if (!is_digit(point) && point != U' ' && point != U'_' && point != U'-' &&
             point != U'\'' && point != 0x2019 && point != 0xA0)
      return false;
    i += current.size;
  }
  return capitals >= 2;
}

bool is_anything(std::string_view name) { return !trimmed(name).empty(); }

struct Fence {
  std::string_view open;
  std::string_view close;
  bool (*accepts)(std::string_view name);
};

constexpr std::array<Fence, 5> kFences = {{
    {"{{", "}}", is_anything},
    {"${", "}", is_anything},
    {"<<", ">>", is_field_name},
    {"[", "]", is_capitals},
    {"\xC2\xAB", "\xC2\xBB", is_field_name},
}};

void find_fields(const std::string& text, const Fence& fence, std::vector<MergeField>& found) {
  for (std::size_t at = text.find(fence.open);
       at != std::string::npos && found.size() < kMostFields; at = text.find(fence.open, at + 1)) {
    const std::size_t inside = at + fence.open.size();
    const std::string_view ahead =
        std::string_view(text).substr(inside, kLongestName + fence.close.size());
    const std::size_t size = ahead.find(fence.close);
    if (size == std::string_view::npos) continue;
    const std::string_view name = ahead.substr(0, size);
    if (name.find_first_of("\n{}") != std::string_view::npos) continue;
    if (!fence.accepts(name)) continue;
    const auto begin = static_cast<std::uint32_t>(at);
    const auto end = static_cast<std::uint32_t>(inside + size + fence.close.size());
    found.push_back({{begin, end}, std::string(trimmed(name))});
  }
}

bool by_begin(const MergeField& left, const MergeField& right) {
  return left.text.begin < right.text.begin;
}

bool overlaps_one_of(const std::vector<MergeField>& sorted, Span text) {
  const auto after = std::partition_point(
      sorted.begin(), sorted.end(),
      [text](const MergeField& field) { return field.text.end <= text.begin; });
  return after != sorted.end() && after->text.overlaps(text);
}

}  // namespace

void mark_typed_merge_fields(Document& document) {
  std::vector<MergeField> typed;
  for (const Fence& fence : kFences) {
    std::vector<MergeField> found;
    find_fields(document.text, fence, found);
    typed.insert(typed.end(), found.begin(), found.end());
  }
  if (typed.empty()) return;
  std::stable_sort(typed.begin(), typed.end(), by_begin);
  const auto in_a_tag = [&document](const MergeField& field) {
    const auto after =
        std::partition_point(document.template_tags.begin(), document.template_tags.end(),
                             [&field](Span tag) { return tag.end <= field.text.begin; });
    return after != document.template_tags.end() && after->overlaps(field.text);
  };
  typed.erase(std::remove_if(typed.begin(), typed.end(), in_a_tag), typed.end());
  std::vector<MergeField> fields = document.merge_fields;
  std::uint32_t written = 0;  // end of the last typed field taken: {{ [NOM] }} is one field
  for (MergeField& field : typed) {
    if (field.text.begin < written || overlaps_one_of(document.merge_fields, field.text)) continue;
    written = field.text.end;
    fields.push_back(std::move(field));
  }
  std::stable_sort(fields.begin(), fields.end(), by_begin);
  document.merge_fields = std::move(fields);
}

}  // namespace limpide
