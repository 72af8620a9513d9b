#include "analyzer/readers/html/html_content.h"

#include <gumbo.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "analyzer/readers/html/html_blocks.h"
#include "analyzer/readers/html/html_forms.h"
#include "analyzer/readers/html/html_scan.h"
#include "analyzer/readers/html/html_style.h"
#include "analyzer/readers/html/html_tags.h"

namespace limpide {
namespace {

// What the parser may cost. Measured: about 1e8 steps a second.
constexpr std::size_t kMostWork = 60'000'000;
constexpr std::size_t kMostClones = 200'000;
constexpr std::size_t kMostAttributes = 2'000;  // on one tag; the parser compares each pair

struct TableState {
  std::uint32_t number = 0;
  std::uint32_t row = 0;
  std::uint32_t column = 0;
};

// The context of text, and what only elements need to know.
struct Place {
  HtmlContext context;
  TableState* table = nullptr;       // the data table around, or nullptr
  const GumboNode* label = nullptr;  // the <label> around
  std::uint8_t list_depth = 0;
  bool ordered = false;
  bool in_section = false;  // inside <main>, <article> or <section>
  bool in_form = false;
  bool in_navigation = false;
};

bool is_furniture(const Place& place) { return is_page_furniture(place.context.block.kind); }

class HtmlWalker {
 public:
  HtmlWalker(DocumentBuilder& builder, std::uint32_t part, Span range, const GumboNode& root,
             bool has_forms, HtmlOmissions& omissions)
      : builder_(builder),
        blocks_(builder, part),
        source_(builder.part_source(part)),
        range_(range),
        omissions_(omissions) {
    if (has_forms) forms_ = std::make_unique<HtmlForms>(root);
  }

  void read(const GumboNode& document);

 private:
  void children(const GumboNode& node, const Place& place);
  void node(const GumboNode& node, const Place& place);
  void element(const GumboNode& node, const Place& outer);
  void head(const GumboNode& node);
  void comment(const GumboNode& node);
  void image(const GumboNode& node);
  void inside(const GumboNode& node, Place& place);
  void table(const GumboNode& node, Place& place);
  void cell(const GumboNode& node, Place& place);
  bool control(const GumboNode& node, const Place& place);

  void set_kind(GumboTag tag, const GumboNode& node, Place& place) const;
  bool set_style(const GumboNode& node, Place& place);
  void set_inline_look(GumboTag tag, HtmlContext& context);
  [[nodiscard]] Span span_of(const GumboStringPiece& piece) const;

  DocumentBuilder& builder_;
  HtmlBlocks blocks_;
  std::string_view source_;
  Span range_;
  HtmlOmissions& omissions_;
  std::unique_ptr<HtmlForms> forms_;
};

// An empty span when the pointer is not into the source: the parser made the node.
Span HtmlWalker::span_of(const GumboStringPiece& piece) const {
  const char* first = source_.data() + range_.begin;
  const char* last = source_.data() + range_.end;
  if (piece.data == nullptr || piece.data < first || piece.data > last) return {};
  const auto begin = static_cast<std::uint32_t>(piece.data - source_.data());
  const std::size_t size = std::min<std::size_t>(piece.length, range_.end - begin);
  return {begin, begin + static_cast<std::uint32_t>(size)};
}

// Comments may stand beside the root element.
void HtmlWalker::read(const GumboNode& document) {
  const Place place;
  const GumboVector& list = document.v.document.children;
  for (unsigned i = 0; i < list.length; ++i) {
    node(*static_cast<const GumboNode*>(list.data[i]), place);
  }
  blocks_.end_block();
}

void HtmlWalker::children(const GumboNode& node, const Place& place) {
  const GumboVector& list = node.v.element.children;
  for (unsigned i = 0; i < list.length && !builder_.over_limit(); ++i) {
    this->node(*static_cast<const GumboNode*>(list.data[i]), place);
  }
}

void HtmlWalker::node(const GumboNode& node, const Place& place) {
  if (is_text(node)) {
    blocks_.text(place.context, node.v.text.text, span_of(node.v.text.original_text));
  } else if (node.type == GUMBO_NODE_COMMENT) {
    comment(node);
  } else if (is_element(node)) {
    element(node, place);
  }
}

void HtmlWalker::comment(const GumboNode& node) {
  std::string_view text = node.v.text.text;
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return;
  text = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
  // Conditional comments are code for one mail program, not remarks.
  const bool code = text.substr(0, 3) == "[if" || text.find("[endif]") != std::string_view::npos;
  if (code) return;
  ++omissions_.comments;
  Comment comment;
  comment.text = std::string(text);
  blocks_.comment(std::move(comment));
}

void HtmlWalker::head(const GumboNode& node) {
  const GumboVector& list = node.v.element.children;
  for (unsigned i = 0; i < list.length; ++i) {
    const GumboNode& one = *static_cast<const GumboNode*>(list.data[i]);
    if (one.type == GUMBO_NODE_COMMENT) comment(one);
    const bool title = is_element(one) && one.v.element.tag == GUMBO_TAG_TITLE;
    if (title && builder_.properties().title.empty()) {
      builder_.properties().title = text_content(one, 1000);
    }
  }
}

void HtmlWalker::image(const GumboNode& node) {
  const std::string_view role = attribute(node, "role");
  const bool decoration = role == "presentation" || role == "none" ||
                          attribute(node, "aria-hidden") == "true" ||
                          attribute(node, "width") == "1";
  if (!has_attribute(node, "alt") && !decoration) ++omissions_.images_without_alt;
}

// Returns true for a hidden element.
bool HtmlWalker::set_style(const GumboNode& node, Place& place) {
  HtmlContext& context = place.context;
  const std::string_view align = attribute(node, "align");
  if (!align.empty() && is_block_tag(node.v.element.tag)) {
    context.block.alignment = parse_alignment(align);
  }
  const std::string_view declarations = attribute(node, "style");
  if (!declarations.empty()) {
    InlineStyle style;
    style.look = context.look;
    apply_style(declarations, style);
    if (style.hidden) return true;
    if (!style.font.empty()) style.look.font = builder_.font(style.font);
    if (style.alignment != Alignment::kUnknown) context.block.alignment = style.alignment;
    context.look = style.look;
    context.styled = true;
  }
  std::string_view language = attribute(node, "lang");
  if (language.empty()) language = attribute(node, "xml:lang");
  if (!language.empty() && language.size() <= 35) {
    if (node.v.element.tag == GUMBO_TAG_HTML)
      builder_.properties().language = language;
    else if (is_block_tag(node.v.element.tag))
      context.block.language = language;
    else if (context.block.language != language) {
      context.look.language = language;
      context.styled = true;
    }
  }
  return has_attribute(node, "hidden");
}

void HtmlWalker::set_inline_look(GumboTag tag, HtmlContext& context) {
  Run& look = context.look;
  switch (tag) {
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_TH:
      look.bold = true;
      break;
    case GUMBO_TAG_I:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_DFN:
      look.italic = true;
      break;
    case GUMBO_TAG_U:
    case GUMBO_TAG_INS:
      look.underline = true;
      break;
    case GUMBO_TAG_S:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_DEL:
      look.strike = true;
      break;
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_TT:
      look.font = builder_.font("monospace");
      break;
    default:
      return;
  }
  context.styled = true;
}

void HtmlWalker::set_kind(GumboTag tag, const GumboNode& node, Place& place) const {
  Block& block = place.context.block;
  const std::string_view role = attribute(node, "role");
  const bool page_level = !place.in_section;
  if (tag == GUMBO_TAG_NAV || role == "navigation") {
    block.kind = BlockKind::kHeader;
    place.in_navigation = true;
  } else if ((tag == GUMBO_TAG_HEADER && page_level) || role == "banner") {
    block.kind = BlockKind::kHeader;
  } else if (tag == GUMBO_TAG_FOOTER || role == "contentinfo") {
    block.kind = BlockKind::kFooter;
  }
  if (place.in_navigation) return;
  if (const int level = heading_level(tag); level != 0) {
    block.kind = BlockKind::kHeading;
    block.level = static_cast<std::uint8_t>(level);
  }
  if (is_furniture(place)) return;
  if (tag == GUMBO_TAG_BLOCKQUOTE) block.kind = BlockKind::kQuote;
  if (tag == GUMBO_TAG_ASIDE) block.kind = BlockKind::kTextBox;
  if (tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_LISTING) block.kind = BlockKind::kCode;
  if (tag == GUMBO_TAG_FIGCAPTION || tag == GUMBO_TAG_CAPTION) block.kind = BlockKind::kCaption;
  const bool help =
      forms_ != nullptr && (forms_->is_help(node) || (tag == GUMBO_TAG_SMALL && place.in_form));
  if (tag == GUMBO_TAG_LABEL || tag == GUMBO_TAG_LEGEND || tag == GUMBO_TAG_BUTTON || help) {
    block.kind = BlockKind::kFormLabel;
  }
  if (tag == GUMBO_TAG_LI && block.kind != BlockKind::kQuote) {
    block.kind = BlockKind::kListItem;
    block.level = std::min<std::uint8_t>(std::max<std::uint8_t>(place.list_depth, 1), 9);
    block.ordered = place.ordered;
  }
}

void HtmlWalker::table(const GumboNode& node, Place& place) {
  TableState state;
  if (is_layout_table(node)) {
    place.table = nullptr;
  } else {
    state.number = ++omissions_.tables;
    place.table = &state;
  }
  children(node, place);
}

void HtmlWalker::cell(const GumboNode& node, Place& place) {
  if (place.table == nullptr) return;
  TableState& state = *place.table;
  ++state.column;
  Block& block = place.context.block;
  block.table = state.number;
  block.row = std::max<std::uint32_t>(state.row, 1);
  block.column = state.column;
  if (!is_furniture(place)) block.kind = BlockKind::kTableCell;
  const std::string_view spanned = attribute(node, "colspan");
  if (spanned.size() == 1 && spanned[0] > '1' && spanned[0] <= '9') {
    state.column += static_cast<std::uint32_t>(spanned[0] - '1');
  }
}

bool HtmlWalker::control(const GumboNode& node, const Place& place) {
  if (forms_ == nullptr) return false;
  std::optional<FormControl> control = forms_->control(node, place.label);
  if (!control) return false;
  blocks_.control(place.context, std::move(*control));
  return true;
}

// Elements that change the place of what they hold, then their children.
void HtmlWalker::inside(const GumboNode& node, Place& place) {
  const GumboTag tag = node.v.element.tag;
  std::string target;
  switch (tag) {
    case GUMBO_TAG_TABLE:
      table(node, place);
      return;
    case GUMBO_TAG_TR:
      if (place.table != nullptr) {
        ++place.table->row;
        place.table->column = 0;
      }
      break;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
      cell(node, place);
      break;
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_MENU:
      place.list_depth = static_cast<std::uint8_t>(std::min(place.list_depth + 1, 9));
      place.ordered = tag == GUMBO_TAG_OL;
      break;
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_SECTION:
      place.in_section = true;
      break;
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIELDSET:
      place.in_form = true;
      break;
    case GUMBO_TAG_LABEL:
      place.label = &node;
      break;
    case GUMBO_TAG_CENTER:
      place.context.block.alignment = Alignment::kCenter;
      break;
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_LISTING:
      place.context.preformatted = true;
      break;
    case GUMBO_TAG_A:
      target = attribute(node, "href");
      if (!target.empty()) place.context.link = &target;
      break;
    default:
      break;
  }
  children(node, place);
  if (place.context.link == &target) {
    blocks_.end_link();
    place.context.link = nullptr;  // the target ends here
  }
}

void HtmlWalker::element(const GumboNode& node, const Place& outer) {
  const GumboTag tag = node.v.element.tag;
  if (tag == GUMBO_TAG_HEAD) return head(node);
  if (tag == GUMBO_TAG_IMG) return image(node);
  if (tag == GUMBO_TAG_BR) {
    return blocks_.line_break(outer.context, span_of(node.v.element.original_tag));
  }
  Place place = outer;
  if (set_style(node, place)) {
    if (!text_content(node, 1).empty()) ++omissions_.hidden;
    return;
  }
  if (control(node, place)) return;
  if (is_skipped_tag(tag)) {
    const bool alternative = tag == GUMBO_TAG_NOSCRIPT && !text_content(node, 1).empty();
    if (alternative) ++omissions_.hidden;
    return;
  }
  set_kind(tag, node, place);
  set_inline_look(tag, place.context);
  const bool small_help = tag == GUMBO_TAG_SMALL &&
                          place.context.block.kind == BlockKind::kFormLabel &&
                          outer.label == nullptr;
  const bool block = is_block_tag(tag) || small_help;
  if (block) blocks_.end_block();
  inside(node, place);
  if (tag == GUMBO_TAG_BUTTON && forms_ != nullptr) {
    blocks_.control_over_block(forms_->button(node));
  }
  if (block) blocks_.end_block();
}

struct FreeTree {
  void operator()(GumboOutput* output) const {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
};

Error too_complex() { return make_error(ErrorCode::kLimit, "error.html.too_complex"); }

}  // namespace

Status read_html(DocumentBuilder& builder, std::uint32_t part, Span range, const Limits& limits,
                 HtmlOmissions& omissions) {
  const std::string_view html = slice(builder.part_source(part), range);
  if (html.size() > limits.html_bytes) {
    return make_error(ErrorCode::kLimit, "error.html.too_large",
                      {{"limit", std::to_string(limits.html_bytes >> 20U)}});
  }
  const Error too_deep = make_error(ErrorCode::kLimit, "error.html.too_deep",
                                    {{"limit", std::to_string(limits.html_depth)}});
  // The scan counts a little more or less than the parser will; the tree decides.
  const std::size_t scan_limit = 2 * limits.html_depth;
  const HtmlScan scan = scan_html(html, scan_limit);
  if (scan.depth > scan_limit) return too_deep;
  const bool complex = scan.tags > limits.html_tags || scan.work > kMostWork ||
                       scan.clones > kMostClones || scan.attributes > kMostAttributes ||
                       scan.formatting > scan_limit;
  if (complex) return too_complex();
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const std::unique_ptr<GumboOutput, FreeTree> output(
      gumbo_parse_with_options(&options, html.data(), html.size()));
  if (output == nullptr || output->root == nullptr) return too_complex();
  if (is_deeper_than(*output->root, limits.html_depth)) return too_deep;
  HtmlWalker walker(builder, part, range, *output->root, scan.has_controls, omissions);
  walker.read(*output->document);
  return Done{};
}

void add_html_notices(DocumentBuilder& builder, const HtmlOmissions& omissions) {
  const auto add = [&builder](const char* key, std::size_t count) {
    if (count > 0) builder.add_notice({key, {{"count", std::to_string(count)}}});
  };
  add("notice.read.comments", omissions.comments);
  add("notice.read.hidden", omissions.hidden);
  builder.properties().images_without_alternative +=
      static_cast<std::uint32_t>(omissions.images_without_alt);
}

}  // namespace limpide
