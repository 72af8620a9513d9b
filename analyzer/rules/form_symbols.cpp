#include "analyzer/rules/form_symbols.h"

#include "analyzer/base/hash.h"

namespace limpide {
namespace {

constexpr std::size_t kFirstSlots = 1U << 14U;

std::uint32_t hash_of(std::string_view form) {
  const std::uint64_t hash = hash_bytes(form);
  return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

}  // namespace

std::size_t FormSymbols::slot_of(std::string_view form, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at] != 0; at = (at + 1) & mask) {
    const Entry& entry = entries_[slots_[at] - 1];
    if (entry.hash == hash && form == std::string_view(bytes_).substr(entry.begin, entry.size)) {
      break;
    }
  }
  return at;
}

void FormSymbols::grow() {
  slots_.assign(slots_.empty() ? kFirstSlots : slots_.size() * 2, 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    std::size_t at = entries_[i].hash & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = static_cast<std::uint32_t>(i) + 1;
  }
}

void FormSymbols::link(std::string_view form, std::uint32_t symbol) {
  if ((entries_.size() + 1) * 2 > slots_.size()) grow();
  const std::uint32_t hash = hash_of(form);
  const std::size_t slot = slot_of(form, hash);
  if (slots_[slot] == 0) {
    entries_.push_back({hash, static_cast<std::uint32_t>(bytes_.size()),
                        static_cast<std::uint32_t>(form.size()), kNone});
    bytes_.append(form);
    slots_[slot] = static_cast<std::uint32_t>(entries_.size());
  }
  const auto added = static_cast<Cell>(cells_.size());
  std::size_t count = 0;
  Cell last = kNone;
  Entry& entry = entries_[slots_[slot] - 1];
  for (Cell cell = entry.first; cell != kNone; cell = cells_[cell].next) {
    if (cells_[cell].symbol == symbol || ++count == kMaxSymbolsOfForm) return;
    last = cell;
  }
  cells_.push_back({symbol, kNone});
  (last == kNone ? entry.first : cells_[last].next) = added;
}

FormSymbols::Cell FormSymbols::first(std::string_view form) const {
  if (slots_.empty()) return kNone;
  const std::uint32_t slot = slots_[slot_of(form, hash_of(form))];
  return slot == 0 ? kNone : entries_[slot - 1].first;
}

}  // namespace limpide
