// Where a document says what a sigle stands for. In: an Analysis and the table of expansions, both
// of which outlive the value. Out: whether a word is spelled out before, or anywhere. Refuses: to
// be shared between threads: what it looked up once it keeps, for every rule that asks.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "analyzer/analysis/analysis.h"
#include "analyzer/rules/matcher.h"

namespace limpide {

class Explanations {
 public:
  Explanations(const Analysis& analysis, const AcronymTable& table)
      : analysis_(analysis), table_(table) {}

  // The text up to the word spells it out, beside it in brackets or by the words of the table.
  bool stand_before(WordIndex word);
  // So does the text before the word or after it.
  bool stand_anywhere(WordIndex word);

 private:
  // Places in bytes of the text; kNever: nowhere.
  static constexpr std::uint32_t kNever = 0xFFFFFFFF;
  struct Known {
    std::uint32_t first = kNever;
    bool in_full = false;
  };

  const std::string& form_at(WordIndex word) const;
  void read_brackets();
  std::uint32_t in_full(const std::string& form);
  const Known& known(const std::string& form);

  const Analysis& analysis_;
  const AcronymTable& table_;
  bool read_ = false;
  // By form in lower case.
  std::map<std::string, std::uint32_t> in_brackets_;  // "(numero Siret)", "Siret (...)": the first
  std::map<std::string, bool> beside_;  // "personnes handicapees (MDPH)", "MDPH (maison ...)"
  std::map<std::string, Known> known_;
  std::string text_;  // lower case, made when it is first asked
};

}  // namespace limpide
