// Numbers as they stand in texts: figures, words, or both. In: a token. Out: the value and one past
// its last token. Refuses: ordinals, codes ("12-B"), two numbers side by side.
#pragma once

#include <optional>

#include "analyzer/facts/fact_text.h"

namespace limpide {

struct NumberAt {
  Decimal value;
  std::uint32_t end = 0;  // token
  bool article = false;   // only "un" or "une": a number before a unit, else an article
};

// "5 000", "2,5 millions", "deux cent cinquante", "quatre-vingt-dix mille", "une quinzaine".
[[nodiscard]] std::optional<NumberAt> number_at(const FactText& text, std::uint32_t i,
                                                std::uint32_t end);

}  // namespace limpide
