// Form controls of a page. In: the tree, and the control met. Out: FormControl values with the
// label, help and choices that the page links to them. Refuses: values typed in; they are not
// the form.
#pragma once

#include <gumbo.h>

#include <map>
#include <optional>
#include <set>
#include <string>

#include "analyzer/document/document.h"

namespace limpide {

// Labels and helps by the id they point at. The tree must outlive it.
class HtmlForms {
 public:
  explicit HtmlForms(const GumboNode& root);

  // <input>, <select>, <textarea>; nothing for other elements and hidden inputs. `around` is the
  // <label> that holds the control, or nullptr.
  [[nodiscard]] std::optional<FormControl> control(const GumboNode& element,
                                                   const GumboNode* around) const;
  [[nodiscard]] FormControl button(const GumboNode& element) const;
  // The target of an aria-describedby.
  [[nodiscard]] bool is_help(const GumboNode& element) const;

 private:
  void collect(const GumboNode& node);
  [[nodiscard]] std::string label_of(const GumboNode& element, const GumboNode* around) const;
  [[nodiscard]] std::string texts_of(std::string_view ids) const;

  std::map<std::string, const GumboNode*, std::less<>> ids_;
  std::map<std::string, const GumboNode*, std::less<>> labels_;
  std::set<std::string, std::less<>> helps_;
};

}  // namespace limpide
