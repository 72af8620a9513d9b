// The attributes of one element of a pattern, read once when the rule is loaded. In: the element
// and a profile. Out: typed values. Refuses: values and attributes that the element does not know;
// the first fault is kept, with its place, and told by finish().
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/rules/rule.h"

namespace limpide {

class AttributeReader {
 public:
  AttributeReader(const ConditionNode& node, Profile profile);
  AttributeReader(const AttributeReader&) = delete;
  AttributeReader& operator=(const AttributeReader&) = delete;
  ~AttributeReader() = default;

  [[nodiscard]] std::string text(std::string_view name);
  // Words parted by spaces or "|".
  [[nodiscard]] std::vector<std::string> words(std::string_view name);
  [[nodiscard]] std::uint32_t number(std::string_view name, std::uint32_t fallback);
  // "yes", "no", or nothing.
  [[nodiscard]] std::optional<bool> yes_no(std::string_view name);
  // Bits of the values that are named; 0: the attribute is absent, every value will do.
  template <typename Value>
  [[nodiscard]] std::uint32_t choices(std::string_view name, const char* (*name_of)(Value),
                                      std::uint32_t count) {
    std::uint32_t bits = 0;
    for (const std::string& word : words(name)) {
      const std::uint32_t before = bits;
      for (std::uint32_t i = 0; i < count; ++i) {
        if (word == name_of(static_cast<Value>(i))) bits |= std::uint32_t{1} << i;
      }
      if (bits == before) refuse(name, word, listed(name_of, count));
    }
    return bits;
  }
  // `accepted`: the values that it takes, to say them; "" where any text may stand.
  void refuse(std::string_view name, std::string_view value, const std::string& accepted = {});
  // A name of the element is enough to read it, as for attributes of every element.
  [[nodiscard]] bool has(std::string_view name) const { return attributes_->count(name) != 0; }

  // The first fault; an attribute that nobody read is one.
  [[nodiscard]] Status finish() const;
  [[nodiscard]] const ConditionNode& node() const { return node_; }

 private:
  template <typename Value>
  static std::string listed(const char* (*name_of)(Value), std::uint32_t count) {
    std::string list;
    for (std::uint32_t i = 0; i < count; ++i) {
      list.append(i > 0 ? ", " : "").append(name_of(static_cast<Value>(i)));
    }
    return list;
  }

  const ConditionNode& node_;
  RuleParameters changed_;              // when a profile overrides some
  const RuleParameters* attributes_;    // of the node, or changed_
  std::vector<std::string_view> read_;  // names, which are literals
  std::optional<Error> fault_;
};

template <typename Value>
[[nodiscard]] bool chosen(std::uint32_t bits, Value value) {
  return bits == 0 || (bits >> static_cast<std::uint32_t>(value) & 1U) != 0;
}

// An error at an element of a rule; the loader adds the path of the file.
[[nodiscard]] Error error_at(const ConditionNode& node, std::string key,
                             MessageArguments arguments);

}  // namespace limpide
