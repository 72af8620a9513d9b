// Form controls of an odt. In: the office:forms of a part. Out: controls by id, with the labels
// that form:fixed-text elements give them. Refuses: nothing; an unknown control is kOther.
#pragma once

#include <map>
#include <string>

#include <pugixml.hpp>

#include "analyzer/document/document.h"

namespace limpide::odf {

struct FormElement {
  FormControl control;
  bool is_label = false;  // a form:fixed-text: control.label is the text that it shows
};
using FormElements = std::map<std::string, FormElement, std::less<>>;

[[nodiscard]] FormElements read_forms(pugi::xml_node forms);

}  // namespace limpide::odf
