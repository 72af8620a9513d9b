// From dictionary entries to full forms. In: an AffixFile and entries. Out: every form that the
// affixes make, with the fields it gathered and the elided words it may take. Refuses: a prefix
// flag whose elision we do not know (key error.dictionary.unsupported).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzer/base/result.h"
#include "tools/lexicon/affix_file.h"

namespace limpide {

struct ExpandedForm {
  std::string form;
  std::uint32_t flags = 0;                // FormFlag bits
  std::vector<std::string> affix_fields;  // of the affix that made it; empty for the entry itself
};

// Elision prefixes (l' d' qu' ...) become bits of the form, unit prefixes (kilo...) new forms.
Result<std::vector<ExpandedForm>> expand(const AffixFile& affixes, const DictionaryEntry& entry);

}  // namespace limpide
