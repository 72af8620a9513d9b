// What a <word> asks of one word. In: form, lemma, part of speech, features, relation, list, end
// of the word, casing. Out: yes or no. Refuses: names that UD does not know.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzer/rules/patterns/attributes.h"
#include "analyzer/rules/patterns/selector.h"

namespace limpide {

class WordFilter {
 public:
  // Reads form, lemma, pos, features, relation, list, ends, casing, not-lemma.
  WordFilter(AttributeReader& attributes, const RuleResources& resources);

  [[nodiscard]] bool matches(const Analysis& analysis, WordIndex word) const;
  // Words of the token that begins here when its form as written is asked ("du"), else 0.
  [[nodiscard]] std::uint32_t token_match(const Analysis& analysis, WordIndex word) const;
  [[nodiscard]] bool needs_trees() const { return needs_trees_; }
  [[nodiscard]] const std::vector<std::string>& keys() const { return keys_; }

 private:
  std::vector<std::string> forms_;   // sorted
  std::vector<std::string> lemmas_;  // sorted
  std::vector<std::string> not_lemmas_;
  std::vector<std::string> ends_;
  std::vector<std::string> keys_;
  const WordList* list_ = nullptr;
  std::uint32_t pos_ = 0;
  std::uint32_t casing_ = 0;
  std::uint64_t relations_ = 0;
  std::optional<Features> features_;
  bool needs_trees_ = false;
};

}  // namespace limpide
