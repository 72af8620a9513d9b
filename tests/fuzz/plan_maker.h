// Comments and changes at places that a text itself decides. In: a document. Out: a plan; the same
// document always gives the same. Refuses: nothing.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>

#include "analyzer/annotation/plan.h"
#include "analyzer/document/document.h"

namespace limpide::testing {

// Places follow from the text: the same input always asks for the same.
class PlanMaker {
 public:
  explicit PlanMaker(const Document& document) : document_(document) {}

  [[nodiscard]] AnnotationPlan make() {
    AnnotationPlan plan;
    plan.comments.push_back({Span{}, {{"whole", kNoChange}}, {}});
    std::uint32_t free_from = 0;
    for (const Block& block : document_.blocks) {
      if (plan.comments.size() > 40) break;
      plan.comments.push_back({part_of(block.text), {{"words <&>", kNoChange}}, "there"});
      const Span change = part_of(block.text);
      if (change.empty() || change.begin < free_from) continue;
      const std::string text = next() % 3 == 0 ? "" : "new";
      plan.changes.push_back({{{change, text}}, 0});
      free_from = change.end + 1;
    }
    return plan;
  }

 private:
  std::uint32_t next() {
    state_ = state_ * 1664525U + 1013904223U;
    return state_ >> 8U;
  }
  [[nodiscard]] std::uint32_t boundary(std::uint32_t at) const {
    while (at < document_.text.size() &&
           (static_cast<unsigned char>(document_.text[at]) & 0xC0U) == 0x80U) {
      ++at;
    }
    return at;
  }
  Span part_of(Span block) {
    const std::uint32_t begin = boundary(block.begin + next() % block.size());
    const std::uint32_t end = boundary(begin + 1 + next() % 20);
    return {std::min(begin, block.end), std::min(end, block.end)};
  }

  const Document& document_;
  std::uint32_t state_ = 12345;
};

}  // namespace limpide::testing
