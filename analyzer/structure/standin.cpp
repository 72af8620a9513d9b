#include "analyzer/structure/describe.h"
namespace limpide {
const char* role_name(Role) { return "body"; }
const char* document_kind_name(DocumentKind) { return "letter"; }
Structure describe(const Document& d, const Segmentation&, const Lexicon&) { Structure s; s.roles.assign(d.blocks.size(), Role::kBody); s.languages.assign(d.blocks.size(), BlockLanguage::kUnknown); return s; }
}
