// Merge fields that are typed as text, whatever the format. In: a Document just read. Out: its
// merge_fields completed, in the order of the text. Refuses: quotations: between guillemets, only
// a name without space that starts with a capital or holds "_" or a digit is a field.
#pragma once

#include "analyzer/document/document.h"

namespace limpide {

// {{ nom }}, ${nom}, <<Nom>>, [NOM EN CAPITALES] and guillemets around Nom_du_champ. Fields that
// the reader already marked are kept; a typed one that overlaps them is not added.
void mark_typed_merge_fields(Document& document);

}  // namespace limpide
