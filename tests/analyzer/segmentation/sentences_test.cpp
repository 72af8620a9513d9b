#include <gtest/gtest.h>

#include <iostream>
#include <set>

#include "analyzer/base/utf8.h"
#include "tests/analyzer/segmentation/segmentation_support.h"

namespace limpide {
namespace {

constexpr std::string_view kBoundary = "\xE2\x80\x96";
constexpr std::string_view kLineFeed = "\xE2\x8F\x8E";

// Ends of sentences as offsets in the text, spaces at the end left out.
std::set<std::size_t> gold_ends(std::string_view line, std::string& text) {
  std::set<std::size_t> ends;
  const auto note = [&] {
    std::size_t end = text.size();
    while (end > 0) {
      const Decoded last = decode_before(text, end);
      if (!is_space(last.code_point)) break;
      end -= last.size;
    }
    ends.insert(end);
  };
  for (std::size_t i = 0; i < line.size();) {
    if (line.substr(i, kBoundary.size()) == kBoundary) {
      note();
      i += kBoundary.size();
    } else {
      text.push_back(line[i++]);
    }
  }
  note();
  return ends;
}

std::string marked(std::string_view text, const std::set<std::size_t>& ends) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    result.push_back(text[i] == '\n' ? '~' : text[i]);
    if (ends.count(i + 1) > 0) result += "|";
  }
  return result;
}

TEST(Sentences, StageTable) {
  std::size_t right = 0;
  std::size_t gold_count = 0;
  std::size_t found_count = 0;
  for (const std::string& line : stage_lines("segmentation/sentences.txt")) {
    std::string text;
    const auto gold = gold_ends(replaced(line, kLineFeed, "\n"), text);
    const Document document = one_block(text);
    const Segmentation segmentation = segment(document, test_resources());
    std::set<std::size_t> found;
    for (const Sentence& sentence : segmentation.sentences) {
      found.insert(sentence_span(segmentation, sentence).end);
    }
    gold_count += gold.size();
    found_count += found.size();
    for (const std::size_t end : found) right += gold.count(end);
    if (gold != found) {
      std::cout << "gold  " << marked(text, gold) << "\nfound " << marked(text, found) << "\n";
    }
  }
  const double f1 =
      2.0 * static_cast<double>(right) / static_cast<double>(gold_count + found_count);
  std::cout << "sentence ends: gold " << gold_count << ", found " << found_count << ", right "
            << right << ", F1 " << f1 << "\n";
  EXPECT_GE(f1, 0.99);
}

}  // namespace
}  // namespace limpide
