#include "analyzer/annotation/html/page.h"

#include <gumbo.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "analyzer/readers/html/html_tags.h"

namespace limpide::html {
namespace {

struct FreeTree {
  void operator()(GumboOutput* output) const {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
};

struct Around {
  bool closed = false;  // no mark here nor under
  bool active = false;
  std::uint32_t tables = 0;
};

bool is_active(GumboTag tag) {
  return tag == GUMBO_TAG_A || tag == GUMBO_TAG_BUTTON || tag == GUMBO_TAG_SUMMARY ||
         tag == GUMBO_TAG_LABEL;
}

// Text right under these stands where only cells or choices may: the parser moves it.
bool holds_no_text(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_COLGROUP:
    case GUMBO_TAG_FRAMESET:
      return true;
    default:
      return false;
  }
}

bool is_closed(const GumboNode& node) {
  const GumboElement& element = node.v.element;
  return is_skipped_tag(element.tag) || element.tag_namespace != GUMBO_NAMESPACE_HTML ||
         element.tag == GUMBO_TAG_PLAINTEXT || element.tag == GUMBO_TAG_XMP ||
         element.tag == GUMBO_TAG_OPTION || element.tag == GUMBO_TAG_HEAD ||
         element.tag == GUMBO_TAG_FRAMESET;
}

}  // namespace

class PageWalker {
 public:
  PageWalker(std::string_view source, std::string_view stem, Page& page)
      : source_(source), stem_(stem), page_(page) {}

  void walk(const GumboNode& node, Around around) {
    if (is_text(node)) return text(node, around);
    if (!is_element(node) && node.type != GUMBO_NODE_DOCUMENT) return;
    const GumboVector* children = &node.v.document.children;
    Around inside = around;
    if (is_element(node)) {
      if (is_ours(node)) return;
      children = &node.v.element.children;
      enter(node, inside);
    }
    for (unsigned i = 0; i < children->length; ++i) {
      walk(*static_cast<const GumboNode*>(children->data[i]), inside);
    }
  }

  // Text written in a table and shown before it was moved: marks around it would be moved another
  // way. REQUIRES: called once, at the end.
  void drop_moved() {
    std::sort(opened_.begin(), opened_.end());
    std::sort(closed_.begin(), closed_.end());
    const auto before = [](const std::vector<std::uint32_t>& all, std::uint32_t byte) {
      return std::upper_bound(all.begin(), all.end(), byte) - all.begin();
    };
    std::vector<TextPlace> kept;
    for (std::size_t i = 0; i < tables_.size(); ++i) {
      const std::uint32_t byte = page_.places_[i].source.begin;
      if (before(opened_, byte) - before(closed_, byte) != tables_[i]) continue;
      kept.push_back(page_.places_[i]);
    }
    page_.places_ = std::move(kept);
  }

 private:
  [[nodiscard]] bool is_ours(const GumboNode& node) {
    const GumboTag tag = node.v.element.tag;
    const bool added = tag == GUMBO_TAG_INS || tag == GUMBO_TAG_SUP || tag == GUMBO_TAG_SECTION ||
                       tag == GUMBO_TAG_STYLE;
    if (!added || attribute(node, "class").substr(0, stem_.size()) != stem_) return false;
    if (attribute(node, "id") == stem_) page_.has_notes_ = true;
    return true;
  }

  void enter(const GumboNode& node, Around& around) {
    const GumboTag tag = node.v.element.tag;
    if (tag == GUMBO_TAG_TABLE) {
      ++around.tables;
      add_table(node);
    }
    if (is_closed(node)) around.closed = true;
    if (is_active(tag)) around.active = true;
    const std::optional<std::uint32_t> end = end_tag(node);
    if (tag == GUMBO_TAG_HEAD && end) page_.head_end_ = end;
    if (tag == GUMBO_TAG_BODY && end) page_.body_end_ = end;
  }

  void add_table(const GumboNode& node) {
    const std::optional<Span> begin = span_of(node.v.element.original_tag);
    if (!begin) return;
    opened_.push_back(begin->begin);
    if (const std::optional<std::uint32_t> end = end_tag(node)) closed_.push_back(*end);
  }

  void text(const GumboNode& node, Around around) {
    page_.text_ += node.v.text.text;
    const GumboNode* parent = node.parent;
    const bool moved = parent == nullptr || !is_element(*parent) ||
                       holds_no_text(parent->v.element.tag) ||
                       (node.parse_flags & GUMBO_INSERTION_FOSTER_PARENTED) != 0;
    const std::optional<Span> span = span_of(node.v.text.original_text);
    if (around.closed || moved || !span) return;
    page_.places_.push_back({*span, around.active});
    tables_.push_back(around.tables);
  }

  [[nodiscard]] std::optional<std::uint32_t> end_tag(const GumboNode& node) const {
    const std::optional<Span> span = span_of(node.v.element.original_end_tag);
    if (!span || span->empty() || source_[span->begin] != '<') return std::nullopt;
    return span->begin;
  }

  [[nodiscard]] std::optional<Span> span_of(const GumboStringPiece& piece) const {
    const char* const last = source_.data() + source_.size();
    if (piece.data == nullptr || piece.data < source_.data() || piece.data > last) {
      return std::nullopt;
    }
    const auto begin = static_cast<std::uint32_t>(piece.data - source_.data());
    const std::size_t size = std::min<std::size_t>(piece.length, source_.size() - begin);
    return Span{begin, begin + static_cast<std::uint32_t>(size)};
  }

  std::string_view source_;
  std::string_view stem_;
  Page& page_;
  std::vector<std::uint32_t> tables_;  // by place: tables around it in the tree
  std::vector<std::uint32_t> opened_;  // tables, by their first byte
  std::vector<std::uint32_t> closed_;
};

Page Page::of(std::string_view source, std::string_view stem) {
  Page page;
  const std::size_t mark = source.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const std::unique_ptr<GumboOutput, FreeTree> output(
      gumbo_parse_with_options(&options, source.data() + mark, source.size() - mark));
  if (output == nullptr || output->document == nullptr) return page;
  PageWalker walker(source, stem, page);
  walker.walk(*output->document, {});
  walker.drop_moved();
  std::sort(page.places_.begin(), page.places_.end(),
            [](const TextPlace& a, const TextPlace& b) { return a.source.begin < b.source.begin; });
  return page;
}

const TextPlace* Page::around(Span bytes) const {
  const auto after = std::partition_point(
      places_.begin(), places_.end(),
      [bytes](const TextPlace& place) { return place.source.begin <= bytes.begin; });
  if (after == places_.begin()) return nullptr;
  const TextPlace& place = *std::prev(after);
  return bytes.end <= place.source.end ? &place : nullptr;
}

}  // namespace limpide::html
