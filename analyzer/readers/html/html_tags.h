// What an HTML element is for us, by its tag. In: nodes of the parser's tree. Out: yes or no, and
// attributes. Refuses: styles (html_style.h).
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace limpide {

[[nodiscard]] bool is_block_tag(GumboTag tag);    // starts and ends a block of text
[[nodiscard]] bool is_skipped_tag(GumboTag tag);  // never text: scripts, pictures, choices
[[nodiscard]] int heading_level(GumboTag tag);    // 1 to 6, 0: not a heading
[[nodiscard]] bool is_element(const GumboNode& node);
[[nodiscard]] bool is_text(const GumboNode& node);

// "" when absent; an attribute without a value is "" too, see has_attribute.
[[nodiscard]] std::string_view attribute(const GumboNode& element, const char* name);
[[nodiscard]] bool has_attribute(const GumboNode& element, const char* name);

// The words of a node, white space collapsed, at most `limit` bytes and a bounded walk.
[[nodiscard]] std::string text_content(const GumboNode& node, std::size_t limit);

// A table that only places things: role="presentation", tables or headings in its cells, or a
// single column; never one with header cells or a caption.
[[nodiscard]] bool is_layout_table(const GumboNode& table);

// Whether the tree is deeper than that. REQUIRES: nothing; the walk stops at the limit.
[[nodiscard]] bool is_deeper_than(const GumboNode& node, std::size_t limit);

}  // namespace limpide
