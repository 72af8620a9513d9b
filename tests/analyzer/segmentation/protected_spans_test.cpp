#include <gtest/gtest.h>

#include <iostream>
#include <map>
#include <set>
#include <tuple>

#include "tests/analyzer/segmentation/segmentation_support.h"

namespace limpide {
namespace {

using Marked = std::tuple<std::size_t, std::size_t, std::string>;

// "[[kind|text]]" marks a span; returns the spans, fills the bare text.
std::set<Marked> gold_spans(std::string_view line, std::string& text) {
  std::set<Marked> spans;
  while (true) {
    const std::size_t open = line.find("[[");
    text.append(line.substr(0, open));
    if (open == std::string_view::npos) return spans;
    const std::size_t bar = line.find('|', open);
    const std::size_t close = line.find("]]", bar);
    const std::string_view inside = line.substr(bar + 1, close - bar - 1);
    spans.emplace(text.size(), text.size() + inside.size(),
                  std::string(line.substr(open + 2, bar - open - 2)));
    text.append(inside);
    line.remove_prefix(close + 2);
  }
}

std::string shown(std::string_view text, const Marked& span) {
  return std::get<2>(span) + "|" +
         std::string(text.substr(std::get<0>(span), std::get<1>(span) - std::get<0>(span)));
}

TEST(ProtectedSpans, StageTable) {
  std::size_t gold_count = 0;
  std::size_t found_count = 0;
  std::size_t right = 0;
  std::map<std::string, std::pair<int, int>> by_kind;  // missed, invented
  for (const std::string& line : stage_lines("segmentation/protected.txt")) {
    std::string text;
    const std::set<Marked> gold = gold_spans(line, text);
    const Document document = one_block(text);
    const Segmentation segmentation = segment(document, test_resources());
    std::set<Marked> found;
    for (const ProtectedSpan& span : segmentation.protected_spans) {
      const Span bytes = protected_text(segmentation, span);
      found.emplace(bytes.begin, bytes.end, protected_kind_name(span.kind));
    }
    gold_count += gold.size();
    found_count += found.size();
    for (const Marked& span : found) {
      right += gold.count(span);
      if (gold.count(span) == 0) {
        ++by_kind[std::get<2>(span)].second;
        std::cout << "+ " << shown(text, span) << "   in: " << text << "\n";
      }
    }
    for (const Marked& span : gold) {
      if (found.count(span) > 0) continue;
      ++by_kind[std::get<2>(span)].first;
      std::cout << "- " << shown(text, span) << "   in: " << text << "\n";
    }
  }
  const double f1 =
      2.0 * static_cast<double>(right) / static_cast<double>(gold_count + found_count);
  std::cout << "protected spans: gold " << gold_count << ", found " << found_count << ", right "
            << right << ", F1 " << f1 << "\n";
  EXPECT_GE(f1, 0.98);
}

}  // namespace
}  // namespace limpide
