#include "analyzer/annotation/html/paragraph_break.h"

#include <gumbo.h>

#include <algorithm>
#include <vector>

#include "analyzer/readers/html/html_tags.h"

namespace limpide::html {
namespace {

constexpr const char* kLines = "<br><br>";

struct FreeTree {
  void operator()(GumboOutput* output) const {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
};

// Only looks: they may be opened again.
bool is_look(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_I:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_U:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_BIG:
      return true;
    default:
      return false;
  }
}

// Holds lines of text.
bool is_flow(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_CENTER:
      return true;
    default:
      return false;
  }
}

std::string_view bytes_of(const GumboStringPiece& piece) {
  return piece.data == nullptr ? std::string_view{} : std::string_view(piece.data, piece.length);
}

// The start tag as the page writes it; an id names one element.
std::optional<std::string> start_tag(const GumboElement& element) {
  const std::string_view tag = bytes_of(element.original_tag);
  if (tag.size() < 3 || tag.front() != '<' || tag.back() != '>') return std::nullopt;
  if (tag.find_first_of("{}%") != std::string_view::npos) return std::nullopt;  // a template
  std::string copy(tag);
  const GumboAttribute* id = gumbo_get_attribute(&element.attributes, "id");
  if (id == nullptr) return copy;
  const auto begin = static_cast<std::size_t>(id->original_name.data - tag.data());
  const char* const end = id->original_value.data == nullptr
                              ? id->original_name.data + id->original_name.length
                              : id->original_value.data + id->original_value.length;
  const auto size = static_cast<std::size_t>(end - tag.data()) - begin;
  if (begin == 0 || begin + size >= copy.size()) return std::nullopt;
  copy.erase(begin - 1, size + 1);
  return copy;
}

std::string end_tag(const GumboElement& element) {
  return std::string("</") + gumbo_normalized_tagname(element.tag) + ">";
}

}  // namespace

struct ParagraphBreaks::Tree {
  struct Text {
    std::uint32_t begin;
    std::uint32_t end;
    const GumboNode* node;
  };
  std::unique_ptr<GumboOutput, FreeTree> output;
  std::vector<Text> texts;

  void collect(const GumboNode& root, std::string_view source) {
    std::vector<const GumboNode*> open{&root};
    while (!open.empty()) {
      const GumboNode& node = *open.back();
      open.pop_back();
      if (is_text(node)) {
        const std::string_view piece = bytes_of(node.v.text.original_text);
        const bool inside = !piece.empty() && piece.data() >= source.data() &&
                            piece.data() + piece.size() <= source.data() + source.size();
        if (!inside) continue;
        const auto begin = static_cast<std::uint32_t>(piece.data() - source.data());
        texts.push_back({begin, begin + static_cast<std::uint32_t>(piece.size()), &node});
        continue;
      }
      const bool element = is_element(node);
      if (!element && node.type != GUMBO_NODE_DOCUMENT) continue;
      const GumboVector& children = element ? node.v.element.children : node.v.document.children;
      for (unsigned i = 0; i < children.length; ++i) {
        open.push_back(static_cast<const GumboNode*>(children.data[i]));
      }
    }
    std::sort(texts.begin(), texts.end(),
              [](const Text& a, const Text& b) { return a.begin < b.begin; });
  }
};

ParagraphBreaks::ParagraphBreaks(std::string_view source) : tree_(std::make_unique<Tree>()) {
  const std::size_t mark = source.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  tree_->output.reset(
      gumbo_parse_with_options(&options, source.data() + mark, source.size() - mark));
  if (tree_->output != nullptr && tree_->output->document != nullptr) {
    tree_->collect(*tree_->output->document, source);
  }
}

ParagraphBreaks::~ParagraphBreaks() = default;

std::optional<std::string> ParagraphBreaks::at(std::uint32_t byte) const {
  const auto after =
      std::partition_point(tree_->texts.begin(), tree_->texts.end(),
                           [byte](const Tree::Text& text) { return text.begin <= byte; });
  if (after == tree_->texts.begin() || std::prev(after)->end <= byte) return std::nullopt;
  std::string closing;
  std::string opening;
  for (const GumboNode* up = std::prev(after)->node->parent; up != nullptr; up = up->parent) {
    if (!is_element(*up)) return std::nullopt;
    const GumboElement& element = up->v.element;
    if (is_flow(element.tag)) return std::string(kLines);
    const bool paragraph = element.tag == GUMBO_TAG_P;
    if (!paragraph && !is_look(element.tag)) return std::nullopt;
    const std::optional<std::string> tag = start_tag(element);
    if (!tag) return std::nullopt;
    closing += end_tag(element);
    opening.insert(0, *tag);
    if (paragraph) return closing + opening;
  }
  return std::nullopt;
}

}  // namespace limpide::html
