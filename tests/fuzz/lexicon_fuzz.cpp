// Any bytes as a lexicon, as familiarity and as a word list: refused, or read within their bounds.
// The first byte chooses; the checksum is made right, or no byte would pass it.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

#include "analyzer/base/utf8.h"
#include "analyzer/lexicon/familiarity.h"
#include "analyzer/lexicon/lexicon.h"
#include "analyzer/lexicon/spelling.h"
#include "analyzer/lexicon/syllables.h"

namespace {

using namespace limpide;

constexpr std::uint32_t kFormsAtMost = 64;

void repair(std::string& bytes, std::string_view magic) {
  if (bytes.size() < kPackedHeaderBytes) return;
  std::memcpy(bytes.data(), magic.data(), magic.size());
  const std::uint32_t order = kPackedByteOrder;
  const std::uint32_t version = 1;
  const std::uint64_t length = bytes.size();
  std::memcpy(bytes.data() + 8, &order, sizeof order);
  std::memcpy(bytes.data() + 12, &version, sizeof version);
  std::memcpy(bytes.data() + 16, &length, sizeof length);
  repair_packed_checksum(bytes);
}

void use_lexicon(std::string bytes) {
  repair(bytes, kLexiconKind.magic);
  const auto opened = Lexicon::from_bytes(std::move(bytes));
  if (!opened) return;
  const Lexicon& lexicon = opened.value();
  for (FormId id = 0; id < std::min(lexicon.form_count(), kFormsAtMost); ++id) {
    const std::string form = lexicon.form(id);
    (void)lexicon.find(form);
    (void)lexicon.traits(id);
    (void)lexicon.elides(id);
    for (const LexicalAnalysis& analysis : lexicon.analyses(id)) {
      (void)lexicon.has_lemma(id, analysis.lemma);
      (void)lexicon.inflect(analysis.lemma, analysis.upos, analysis.features);
    }
    if (!is_valid_utf8(form)) continue;
    (void)lexicon.find_any_case(form);
    (void)lexicon.accent_variants(form);
    (void)is_spelled(lexicon, form);
    (void)count_syllables(lexicon, form);
  }
}

void use_familiarity(std::string bytes) {
  repair(bytes, kFamiliarityKind.magic);
  const auto table = Familiarity::from_bytes(std::move(bytes));
  if (!table) return;
  for (const char* word : {"", "a", "de", "maison", "zzz"}) (void)table.value().usage(word);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 3) {
    case 0:
      use_lexicon(std::move(bytes));
      break;
    case 1:
      use_familiarity(std::move(bytes));
      break;
    default:
      (void)Lexicon::from_bytes(bytes).has_value();
      if (is_valid_utf8(bytes)) (void)count_syllables(bytes);
      break;
  }
  return 0;
}
