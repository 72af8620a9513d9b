#include "tests/analyzer/segmentation/segmentation_support.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

#include "analyzer/document/document_builder.h"

namespace limpide {
namespace {

struct Loaded {
  Lexicon lexicon;
  SegmentationResources resources;
};

Loaded* load() {
  auto lexicon = Lexicon::open(std::string(LIMPIDE_DATA_DIR) + "/fr/lexicon.bin");
  if (!lexicon) {
    std::cerr << "no lexicon: " << lexicon.error().message.key << "\n";
    std::abort();
  }
  auto* loaded = new Loaded{std::move(lexicon).value(), {}};
  auto resources =
      load_segmentation(std::string(LIMPIDE_DATA_DIR) + "/fr/segmentation", &loaded->lexicon);
  if (!resources) {
    std::cerr << "no lists: " << resources.error().message.key << "\n";
    std::abort();
  }
  loaded->resources = std::move(resources).value();
  return loaded;
}

}  // namespace

const SegmentationResources& test_resources() {
  static const Loaded* loaded = load();
  return loaded->resources;
}

Document one_block(std::string_view text, bool hard_wrapped, BlockKind kind) {
  DocumentBuilder builder(Format::kText, Limits{});
  Block block;
  block.hard_wrapped = hard_wrapped;
  block.kind = kind;
  builder.open_block(block);
  builder.append_made(text);
  builder.close_block();
  auto document = builder.finish();
  EXPECT_TRUE(document.has_value());
  return document ? std::move(document).value() : Document{};
}

std::vector<std::string> stage_lines(const std::string& name) {
  std::ifstream file(std::string(LIMPIDE_SOURCE_DIR) + "/tests/stages/" + name);
  EXPECT_TRUE(file.is_open()) << name;
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.front() != '#') lines.push_back(line);
  }
  return lines;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    text.replace(at, from.size(), to);
    at += to.size();
  }
  return text;
}

}  // namespace limpide
