#include "analyzer/readers/html/html_tags.h"

#include <algorithm>

namespace limpide {
namespace {

constexpr std::size_t kWalkedNodes = 20'000;  // by the helpers that look ahead

struct TableTraits {
  bool header = false;
  bool places = false;     // a table or a heading in a cell
  std::size_t widest = 0;  // cells in a row
  std::size_t walked = 0;
};

const GumboVector& children_of(const GumboNode& node) {
  return node.type == GUMBO_NODE_DOCUMENT ? node.v.document.children : node.v.element.children;
}

const GumboNode& child(const GumboVector& children, unsigned i) {
  return *static_cast<const GumboNode*>(children.data[i]);
}

void inspect_table(const GumboNode& node, TableTraits& traits) {
  const GumboVector& children = children_of(node);
  std::size_t cells = 0;
  for (unsigned i = 0; i < children.length; ++i) {
    const GumboNode& one = child(children, i);
    if (++traits.walked > kWalkedNodes) return;
    if (!is_element(one)) continue;
    const GumboTag tag = one.v.element.tag;
    if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) ++cells;
    if (tag == GUMBO_TAG_TH || tag == GUMBO_TAG_CAPTION) traits.header = true;
    if (tag == GUMBO_TAG_TABLE || heading_level(tag) != 0) traits.places = true;
    if (tag != GUMBO_TAG_TABLE) inspect_table(one, traits);
  }
  traits.widest = std::max(traits.widest, cells);
}

void collect_text(const GumboNode& node, std::size_t limit, std::size_t& walked,
                  std::string& text) {
  if (text.size() >= limit || ++walked > kWalkedNodes / 10) return;
  if (is_text(node)) {
    for (const char* at = node.v.text.text; *at != '\0' && text.size() < limit + 4; ++at) {
      const bool space = *at == ' ' || *at == '\n' || *at == '\t' || *at == '\r' || *at == '\f';
      if (!space)
        text.push_back(*at);
      else if (!text.empty() && text.back() != ' ')
        text.push_back(' ');
    }
    return;
  }
  if (!is_element(node) || is_skipped_tag(node.v.element.tag)) return;
  const bool block = is_block_tag(node.v.element.tag);
  if (block && !text.empty() && text.back() != ' ') text.push_back(' ');
  const GumboVector& children = children_of(node);
  for (unsigned i = 0; i < children.length && text.size() < limit; ++i) {
    collect_text(child(children, i), limit, walked, text);
  }
}

// A cut in the middle of a character leaves a piece of it: take it off.
void cut_at_character(std::string& text, std::size_t limit) {
  if (text.size() <= limit) return;
  std::size_t end = limit;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  text.resize(end);
}

}  // namespace

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
         node.type == GUMBO_NODE_CDATA;
}

int heading_level(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_H1:
      return 1;
    case GUMBO_TAG_H2:
      return 2;
    case GUMBO_TAG_H3:
      return 3;
    case GUMBO_TAG_H4:
      return 4;
    case GUMBO_TAG_H5:
      return 5;
    case GUMBO_TAG_H6:
      return 6;
    default:
      return 0;
  }
}

bool is_block_tag(GumboTag tag) {
  if (heading_level(tag) != 0) return true;
  switch (tag) {
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_BUTTON:
      return true;
    default:
      return false;
  }
}

bool is_skipped_tag(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_APPLET:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_NOEMBED:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_RP:
    case GUMBO_TAG_METER:
    case GUMBO_TAG_PROGRESS:
      return true;
    default:
      return false;
  }
}

std::string_view attribute(const GumboNode& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.v.element.attributes, name);
  return found == nullptr || found->value == nullptr ? std::string_view() : found->value;
}

bool has_attribute(const GumboNode& element, const char* name) {
  return gumbo_get_attribute(&element.v.element.attributes, name) != nullptr;
}

std::string text_content(const GumboNode& node, std::size_t limit) {
  std::string text;
  std::size_t walked = 0;
  if (is_element(node)) {
    const GumboVector& children = children_of(node);
    for (unsigned i = 0; i < children.length; ++i) {
      collect_text(child(children, i), limit, walked, text);
    }
  }
  cut_at_character(text, limit);
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

bool is_layout_table(const GumboNode& table) {
  const std::string_view role = attribute(table, "role");
  if (role == "presentation" || role == "none") return true;
  TableTraits traits;
  inspect_table(table, traits);
  return !traits.header && (traits.places || traits.widest <= 1);
}

bool is_deeper_than(const GumboNode& node, std::size_t limit) {
  if (!is_element(node) && node.type != GUMBO_NODE_DOCUMENT) return false;
  if (limit == 0) return true;
  const GumboVector& children = children_of(node);
  for (unsigned i = 0; i < children.length; ++i) {
    if (is_deeper_than(child(children, i), limit - 1)) return true;
  }
  return false;
}

}  // namespace limpide
