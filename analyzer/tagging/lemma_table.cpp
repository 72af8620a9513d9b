#include "analyzer/tagging/lemma_table.h"

#include <algorithm>
#include <map>

#include "analyzer/base/utf8.h"
#include "analyzer/lexicon/packed_file.h"

namespace limpide {
namespace {

constexpr std::size_t kHeaderBytes = 16;  // u32 entries, u32 scripts, u32 bytes of letters, u32 0

std::uint32_t short_key(std::uint64_t key) { return static_cast<std::uint32_t>(key >> 32U); }

bool starts_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

}  // namespace

std::optional<LemmaTable> LemmaTable::from_section(std::string_view section) {
  if (section.size() < kHeaderBytes) return std::nullopt;
  const std::size_t entries = load<std::uint32_t>(section, 0);
  const std::size_t scripts = load<std::uint32_t>(section, 4);
  const std::size_t letters = load<std::uint32_t>(section, 8);
  if (section.size() != kHeaderBytes + entries * 6 + (scripts + 1) * 4 + letters) {
    return std::nullopt;
  }
  LemmaTable table;
  table.keys_ = section.data() + kHeaderBytes;
  table.numbers_ = table.keys_ + entries * 4;
  table.scripts_ = table.numbers_ + entries * 2;
  table.letters_ = table.scripts_ + (scripts + 1) * 4;
  table.count_ = static_cast<std::uint32_t>(entries);
  for (std::size_t i = 0; i < entries; ++i) {
    if (load_item<std::uint16_t>(table.numbers_, i) >= scripts) return std::nullopt;
  }
  std::uint32_t before = 0;
  for (std::size_t i = 0; i <= scripts; ++i) {
    const std::uint32_t offset = load_item<std::uint32_t>(table.scripts_, i) >> 8U;
    if (offset < before || offset > letters) return std::nullopt;
    // Each script adds whole letters.
    if (!is_valid_utf8({table.letters_ + before, offset - before})) return std::nullopt;
    before = offset;
  }
  return table;
}

std::optional<LemmaScript> LemmaTable::find(std::uint64_t key) const {
  const std::uint32_t wanted = short_key(key);
  std::uint32_t low = 0;
  std::uint32_t high = count_;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (load_item<std::uint32_t>(keys_, middle) < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == count_ || load_item<std::uint32_t>(keys_, low) != wanted) return std::nullopt;
  const std::size_t number = load_item<std::uint16_t>(numbers_, low);
  const auto script = load_item<std::uint32_t>(scripts_, number);
  const std::uint32_t first = script >> 8U;
  const std::uint32_t end = load_item<std::uint32_t>(scripts_, number + 1) >> 8U;
  return LemmaScript{static_cast<std::uint8_t>(script), {letters_ + first, end - first}};
}

std::string LemmaTable::to_section(std::vector<Entry> entries) {
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.key < b.key; });
  // Two keys with one upper half would hide each other: the first stays.
  entries.erase(std::unique(entries.begin(), entries.end(),
                            [](const Entry& a, const Entry& b) {
                              return short_key(a.key) == short_key(b.key);
                            }),
                entries.end());
  std::map<std::pair<std::uint8_t, std::string>, std::uint16_t> numbers;
  for (const Entry& entry : entries) numbers[{entry.strip, entry.add}] = 0;
  std::string scripts;
  std::string letters;
  std::uint16_t next = 0;
  for (auto& [script, number] : numbers) {
    number = next++;
    append_value<std::uint32_t>(scripts,
                                static_cast<std::uint32_t>(letters.size()) << 8U | script.first);
    letters += script.second;
  }
  append_value<std::uint32_t>(scripts, static_cast<std::uint32_t>(letters.size()) << 8U);
  std::string section;
  append_value<std::uint32_t>(section, static_cast<std::uint32_t>(entries.size()));
  append_value<std::uint32_t>(section, static_cast<std::uint32_t>(numbers.size()));
  append_value<std::uint32_t>(section, static_cast<std::uint32_t>(letters.size()));
  append_value<std::uint32_t>(section, 0);
  for (const Entry& entry : entries) append_value<std::uint32_t>(section, short_key(entry.key));
  for (const Entry& entry : entries) {
    append_value<std::uint16_t>(section, numbers[{entry.strip, entry.add}]);
  }
  return section + scripts + letters;
}

std::pair<std::uint8_t, std::string> script_between(std::string_view form, std::string_view lemma) {
  std::size_t same = 0;
  while (same < form.size() && same < lemma.size() && form[same] == lemma[same]) ++same;
  // Never inside a letter.
  while (same > 0 && ((same < form.size() && !starts_letter(form[same])) ||
                      (same < lemma.size() && !starts_letter(lemma[same])))) {
    --same;
  }
  const std::size_t strip = form.size() - same;
  if (strip > 255) return {0, ""};
  return {static_cast<std::uint8_t>(strip), std::string(lemma.substr(same))};
}

std::string apply_script(std::string_view form, const LemmaScript& script) {
  std::size_t kept = form.size() - std::min<std::size_t>(script.strip, form.size());
  while (kept > 0 && kept < form.size() && !starts_letter(form[kept])) --kept;
  return std::string(form.substr(0, kept)).append(script.add);
}

}  // namespace limpide
