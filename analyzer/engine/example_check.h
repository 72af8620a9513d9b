// Do the rules do what their own examples say? In: an Engine. Out: each example that does not hold,
// with its place and what was found instead. Refuses: nothing; a rule without examples was refused
// when it was read.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzer/base/message.h"
#include "analyzer/engine/engine.h"

namespace limpide {

struct ExampleFault {
  Location place;  // in the rule file or in terms.tsv
  std::string rule;
  Message message;  // what was expected and what was found
};

[[nodiscard]] std::vector<ExampleFault> check_rule_examples(const Engine& engine,
                                                            std::uint32_t rule);
// The examples of the table of terms: the marked words are found by that very entry, and where its
// operation makes an edit there is one.
// Of the tables of one layer; 0: ours.
[[nodiscard]] std::vector<ExampleFault> check_term_examples(const Engine& engine,
                                                            std::uint32_t layer = 0);

}  // namespace limpide
