// Control tags of templates that are typed as text, whatever the format: Jinja and Twig. In: a
// Document just read. Out: its template_tags, in the order of the text, and its blocks without
// those that hold nothing else; the text and the source map stay as they are. Refuses: {{ nom }},
// which stands for words (merge_fields.h), and tags that no block closes.
#pragma once

#include "analyzer/document/document.h"

namespace limpide {

// {% if a %}, {%- endfor -%}, {%tr for a in b %}, {# a note #}.
void mark_template_tags(Document& document);

}  // namespace limpide
