// Which symbols of the term patterns a written form stands for. In: pairs of a form in lower case
// and a symbol. Out: the symbols of a form, in the order they were linked. Refuses: more than
// kMaxSymbolsOfForm symbols for one form (the later ones are left out). One buffer for all the
// forms, because it is filled at every start.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace limpide {

inline constexpr std::size_t kMaxSymbolsOfForm = 8;

class FormSymbols {
 public:
  using Cell = std::uint32_t;  // one symbol of a form, then its next one
  static constexpr Cell kNone = 0xFFFFFFFF;

  void link(std::string_view form, std::uint32_t symbol);
  // The first symbol of a form, kNone when it has none.
  [[nodiscard]] Cell first(std::string_view form) const;
  [[nodiscard]] std::uint32_t symbol(Cell cell) const { return cells_[cell].symbol; }
  [[nodiscard]] Cell next(Cell cell) const { return cells_[cell].next; }

 private:
  struct Entry {
    std::uint32_t hash = 0;
    std::uint32_t begin = 0;  // in bytes_
    std::uint32_t size = 0;
    Cell first = kNone;
  };
  struct Link {
    std::uint32_t symbol = 0;
    Cell next = kNone;
  };
  // The slot of the form, or the empty one where it belongs.
  [[nodiscard]] std::size_t slot_of(std::string_view form, std::uint32_t hash) const;
  void grow();

  std::string bytes_;
  std::vector<Entry> entries_;
  std::vector<Link> cells_;
  std::vector<std::uint32_t> slots_;  // entry + 1, 0 is empty; a power of two of them
};

}  // namespace limpide
