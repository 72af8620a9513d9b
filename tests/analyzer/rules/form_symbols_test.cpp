// FormSymbols: every form finds its own symbols, in order, however many forms there are.
#include "analyzer/rules/form_symbols.h"

#include <gtest/gtest.h>

namespace limpide {
namespace {

std::vector<std::uint32_t> symbols_of(const FormSymbols& table, std::string_view form) {
  std::vector<std::uint32_t> symbols;
  for (auto cell = table.first(form); cell != FormSymbols::kNone; cell = table.next(cell)) {
    symbols.push_back(table.symbol(cell));
  }
  return symbols;
}

TEST(FormSymbols, AnEmptyTableKnowsNoForm) {
  EXPECT_TRUE(symbols_of(FormSymbols{}, "").empty());
  EXPECT_TRUE(symbols_of(FormSymbols{}, "mot").empty());
}

TEST(FormSymbols, KeepsTheOrderOnceEachAndNoMoreThanTheMost) {
  FormSymbols table;
  for (const std::uint32_t symbol : {7U, 3U, 7U, 5U, 3U}) table.link("mot", symbol);
  EXPECT_EQ(symbols_of(table, "mot"), (std::vector<std::uint32_t>{7, 3, 5}));
  for (std::uint32_t symbol = 10; symbol < 30; ++symbol) table.link("mot", symbol);
  EXPECT_EQ(symbols_of(table, "mot"), (std::vector<std::uint32_t>{7, 3, 5, 10, 11, 12, 13, 14}));
  EXPECT_TRUE(symbols_of(table, "mots").empty());
  EXPECT_TRUE(symbols_of(table, "mo").empty());
}

TEST(FormSymbols, GrowsWithoutLosingAForm) {
  FormSymbols table;
  constexpr std::uint32_t kForms = 50'000;
  for (std::uint32_t i = 0; i < kForms; ++i) table.link("f" + std::to_string(i), i);
  for (std::uint32_t i = 0; i < kForms; ++i) {
    ASSERT_EQ(symbols_of(table, "f" + std::to_string(i)), std::vector<std::uint32_t>{i});
  }
  EXPECT_TRUE(symbols_of(table, "f50000").empty());
}

}  // namespace
}  // namespace limpide
