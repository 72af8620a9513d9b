#include "analyzer/readers/html/html_scan.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "analyzer/base/hash.h"

namespace limpide {
namespace {

constexpr std::size_t kSignificantFormatting = 16;
constexpr std::size_t kLongestName = 16;

bool is_ascii_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}
char lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte; }

struct TagName {
  std::array<char, kLongestName> bytes{};
  std::size_t size = 0;
  [[nodiscard]] std::string_view view() const { return {bytes.data(), size}; }
};

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 14> kVoid = {"area",  "base",   "br",    "col",  "embed",
                                                    "hr",    "img",    "input", "link", "meta",
                                                    "param", "source", "track", "wbr"};
constexpr std::array<std::string_view, 14> kFormatting = {
    "a",    "b", "big",   "code",   "em",     "font", "i",
    "nobr", "s", "small", "strike", "strong", "tt",   "u"};
constexpr std::array<std::string_view, 9> kRawText = {
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"};
constexpr std::array<std::string_view, 4> kControls = {"input", "select", "textarea", "button"};
constexpr std::array<std::string_view, 12> kInline = {
    "span", "label", "abbr", "cite", "q", "sub", "sup", "var", "kbd", "mark", "ins", "del"};
// Start tags that close an open <p>.
constexpr std::array<std::string_view, 36> kClosesParagraph = {
    "p",      "div",        "ul",      "ol",      "li",  "dl",       "dd",         "dt",
    "h1",     "h2",         "h3",      "h4",      "h5",  "h6",       "address",    "article",
    "aside",  "blockquote", "center",  "details", "dir", "fieldset", "figcaption", "figure",
    "footer", "form",       "header",  "hgroup",  "hr",  "main",     "menu",       "nav",
    "pre",    "section",    "summary", "listing"};
constexpr std::array<std::string_view, 9> kScopes = {
    "table", "td", "th", "caption", "button", "object", "template", "marquee", "applet"};
constexpr std::array<std::string_view, 3> kThroughItems = {"address", "div", "p"};

// What a tag means to the stack of open elements.
enum class Barrier : std::uint8_t { kNone, kBlock, kPassableBlock, kScope };

class Scanner {
 public:
  Scanner(std::string_view html, std::size_t depth_limit)
      : html_(html), depth_limit_(depth_limit) {}

  HtmlScan scan() {
    for (std::size_t at = html_.find('<'); at < html_.size(); at = html_.find('<', at)) {
      at = markup(at);
      if (result_.depth > depth_limit_ || formatting_.size() > depth_limit_) break;
    }
    return result_;
  }

 private:
  // Returns the byte after the markup that starts at `at`.
  std::size_t markup(std::size_t at) {
    if (html_.substr(at, 4) == "<!--") return after(html_.find("-->", at + 4), 3);
    const bool end_tag = html_.substr(at, 2) == "</";
    const std::size_t name_at = at + (end_tag ? 2 : 1);
    if (name_at >= html_.size()) return html_.size();
    if (!is_ascii_letter(html_[name_at])) {
      const bool bogus_comment = end_tag || html_[name_at] == '!' || html_[name_at] == '?';
      return bogus_comment ? after(html_.find('>', name_at), 1) : at + 1;
    }
    const TagName name = read_name(name_at);
    const std::size_t end = tag_end(name_at + name.size);
    count_step();
    if (end_tag)
      close(name.view());
    else
      open(name.view(), html_.substr(at, std::min<std::size_t>(end - at, 256)));
    if (!end_tag && is_one_of(name.view(), kRawText)) return raw_text_end(end, name.view());
    return end;
  }

  std::size_t after(std::size_t found, std::size_t size) const {
    return found == std::string_view::npos ? html_.size() : found + size;
  }

  TagName read_name(std::size_t at) const {
    TagName name;
    for (; at < html_.size() && name.size < kLongestName; ++at) {
      const char byte = lower(html_[at]);
      const bool digit = byte >= '0' && byte <= '9';
      if (!is_ascii_letter(byte) && !digit) break;
      name.bytes[name.size++] = byte;
    }
    return name;
  }

  std::size_t tag_end(std::size_t at) {
    std::size_t attributes = 0;
    for (bool after_equals = false; at < html_.size() && html_[at] != '>';) {
      const char byte = html_[at];
      if (after_equals && (byte == '"' || byte == '\'')) {
        at = after(html_.find(byte, at + 1), 1);
        after_equals = false;
        continue;
      }
      const bool space = byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' ||
                         byte == '\f' || byte == '/' || byte == '"' || byte == '\'';
      if (space && at + 1 < html_.size()) ++attributes;
      if (!space || byte == '/') after_equals = byte == '=';
      ++at;
    }
    result_.attributes = std::max(result_.attributes, attributes);
    return std::min(at + 1, html_.size());
  }

  std::size_t raw_text_end(std::size_t at, std::string_view name) const {
    while (true) {
      at = html_.find("</", at);
      if (at == std::string_view::npos) return html_.size();
      if (read_name(at + 2).view() == name) return at;
      at += 2;
    }
  }

  void count_step() {
    ++result_.tags;
    result_.work += open_.size() + 1;
    if (formatting_.size() > kSignificantFormatting) result_.clones += formatting_.size();
  }

  static Barrier barrier_of(std::string_view name) {
    if (is_one_of(name, kFormatting) || is_one_of(name, kInline)) return Barrier::kNone;
    if (is_one_of(name, kScopes)) return Barrier::kScope;
    return is_one_of(name, kThroughItems) ? Barrier::kPassableBlock : Barrier::kBlock;
  }

  // Closes the nearest of these elements with all above it, unless something at least as strong
  // as `stop` stands between.
  void close_nearest(std::string_view name, std::string_view other, Barrier stop) {
    for (std::size_t i = open_.size(); i > 0; --i) {
      ++result_.work;
      const Open& one = open_[i - 1];
      if (one.name == hash_bytes(name) || one.name == hash_bytes(other)) {
        open_.resize(i - 1);
        return;
      }
      const bool passes = stop == Barrier::kBlock ? one.barrier == Barrier::kNone ||
                                                        one.barrier == Barrier::kPassableBlock
                                                  : one.barrier != Barrier::kScope;
      if (!passes) return;
    }
  }

  // The end tags that a start tag implies.
  void close_implied(std::string_view name) {
    if (name == "li") close_nearest("li", "li", Barrier::kBlock);
    if (name == "dd" || name == "dt") close_nearest("dd", "dt", Barrier::kBlock);
    if (name == "td" || name == "th") close_nearest("td", "th", Barrier::kScope);
    if (name == "tr") {
      close_nearest("td", "th", Barrier::kScope);
      close_nearest("tr", "tr", Barrier::kScope);
    }
    if (name == "option") close_nearest("option", "option", Barrier::kBlock);
    if (is_one_of(name, kClosesParagraph)) close_nearest("p", "p", Barrier::kScope);
  }

  void open(std::string_view name, std::string_view tag) {
    if (is_one_of(name, kControls)) result_.has_controls = true;
    close_implied(name);
    if (is_one_of(name, kVoid)) return;
    open_.push_back({hash_bytes(name), barrier_of(name)});
    if (is_one_of(name, kFormatting)) open_formatting(name, hash_bytes(tag));
    // Formatting elements come back inside the next block, on top of what is open.
    result_.depth = std::max(result_.depth, std::max(open_.size(), formatting_.size()));
  }

  // The standard keeps at most three equal formatting elements, and one <a>.
  void open_formatting(std::string_view name, std::uint64_t tag) {
    const auto equal = std::count_if(formatting_.begin(), formatting_.end(),
                                     [tag](const Formatting& one) { return one.tag == tag; });
    if (equal >= 3 || (name == "a" && has_formatting(hash_bytes(name)))) return;
    formatting_.push_back({hash_bytes(name), tag});
    result_.formatting = std::max(result_.formatting, formatting_.size());
  }
  [[nodiscard]] bool has_formatting(std::uint64_t name) const {
    return std::any_of(formatting_.begin(), formatting_.end(),
                       [name](const Formatting& one) { return one.name == name; });
  }

  // Inline end tags are ignored across a block, as the parser does in the worst case.
  void close(std::string_view name) {
    const std::uint64_t hash = hash_bytes(name);
    if (is_one_of(name, kFormatting)) {
      for (std::size_t i = formatting_.size(); i > 0; --i) {
        if (formatting_[i - 1].name != hash) continue;
        formatting_.erase(formatting_.begin() + static_cast<std::ptrdiff_t>(i - 1));
        break;
      }
    }
    const bool inline_tag = barrier_of(name) == Barrier::kNone;
    for (std::size_t i = open_.size(); i > 0; --i) {
      ++result_.work;
      if (open_[i - 1].name == hash) {
        open_.resize(i - 1);
        return;
      }
      const Barrier barrier = open_[i - 1].barrier;
      if (barrier == Barrier::kScope && name != "table" && name != "tr") return;
      if (inline_tag && barrier != Barrier::kNone) return;
    }
  }

  struct Open {
    std::uint64_t name;
    Barrier barrier;
  };
  struct Formatting {
    std::uint64_t name;
    std::uint64_t tag;
  };
  std::string_view html_;
  std::size_t depth_limit_;
  HtmlScan result_;
  std::vector<Open> open_;
  std::vector<Formatting> formatting_;
};

std::string lowered(std::string_view text) {
  std::string copy(text);
  for (char& byte : copy) byte = lower(byte);
  return copy;
}

std::string charset_name(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  if (at >= text.size() || text[at] != '=') return {};
  at = text.find_first_not_of(" \t\"'", at + 1);
  if (at == std::string_view::npos) return {};
  const std::size_t end = text.find_first_of(" \t\r\n\"';/>?", at);
  return std::string(text.substr(at, std::min<std::size_t>(end - at, 40)));
}

}  // namespace

HtmlScan scan_html(std::string_view html, std::size_t depth_limit) {
  return Scanner(html, depth_limit).scan();
}

std::string declared_charset(std::string_view html) {
  const std::string head = lowered(html.substr(0, 4096));
  if (head.substr(0, 5) == "<?xml") {
    const std::size_t end = head.find("?>");
    const std::size_t encoding = head.find("encoding");
    if (encoding < end) return charset_name(head, encoding + 8);
  }
  for (std::size_t meta = head.find("<meta"); meta != std::string::npos;
       meta = head.find("<meta", meta + 5)) {
    const std::size_t end = std::min(head.find('>', meta), head.size());
    const std::size_t charset = head.find("charset", meta);
    if (charset >= end) continue;
    std::string name = charset_name(std::string_view(head).substr(0, end), charset + 7);
    if (!name.empty()) return name;
  }
  return {};
}

int html_confidence(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return 0;
  const std::string head = lowered(text.substr(first, std::size_t{32} << 10));
  const std::string_view view(head);
  if (view.substr(0, 14) == "<!doctype html") return 95;
  if (view.substr(0, 5) == "<html") return 95;
  const bool xml = view.substr(0, 5) == "<?xml";
  const bool page = view.find("<html") != std::string_view::npos &&
                    (xml || view.front() == '<' || view.find("<body") != std::string_view::npos);
  if (page) return 90;
  if (xml) return 0;
  constexpr std::array<std::string_view, 16> kTags = {
      "<p>", "<p ",    "<div", "<br", "<li>",  "<li ",    "<h1",   "<h2",
      "<h3", "<table", "<ul",  "<ol", "<span", "<strong", "<body", "<form"};
  std::size_t kinds = 0;
  for (const std::string_view tag : kTags) {
    if (view.find(tag) != std::string_view::npos) ++kinds;
  }
  const bool closes = view.find("</") != std::string_view::npos || view.find("<br") != view.npos;
  if (kinds == 0 || !closes) return 0;
  const bool starts =
      view.front() == '<' && (view.size() > 1 && (is_ascii_letter(view[1]) || view[1] == '!'));
  if (starts) return 80;
  return kinds >= 3 ? 55 : 0;
}

}  // namespace limpide
