#include "tests/support/marks_removed.h"

#include <string_view>

namespace limpide::testing {
namespace {

const std::string kClass = "limpide-relecture";

// Elements of ours are written in one way, and hold none of their kind.
void remove_elements(std::string& text, const std::string& name, bool with_content) {
  const std::string close = "</" + name + ">";
  std::size_t at = 0;
  while ((at = text.find("<" + name + " ", at)) != std::string::npos) {
    const std::size_t end = text.find('>', at) + 1;
    if (end == 0) return;
    if (text.substr(at, end - at).find(kClass) == std::string::npos) {
      at = end;
      continue;
    }
    const std::size_t closing = text.find(close, end);
    if (closing == std::string::npos) return;
    text.erase(closing, close.size());
    if (with_content)
      text.erase(at, closing - at);
    else
      text.erase(at, end - at);
  }
}

// "&para;<br class=... data-limpide=tags>" in a change: the tags that it stands for.
void write_breaks(std::string& text) {
  const std::string open = "<br class=\"" + kClass + "\" data-limpide=\"";
  for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
    const std::size_t value = at + open.size();
    const std::size_t end = text.find('"', value);
    std::string tags = text.substr(value, end - value);
    const std::pair<const char*, const char*> signs[] = {
        {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
    for (const auto& [name, sign] : signs) {
      for (std::size_t i = tags.find(name); i != std::string::npos; i = tags.find(name, i + 1)) {
        tags.replace(i, std::string(name).size(), sign);
      }
    }
    std::size_t begin = at;
    for (const std::string pilcrow : {"\xC2\xB6", "&#182;"}) {
      const bool here =
          at >= pilcrow.size() && text.compare(at - pilcrow.size(), pilcrow.size(), pilcrow) == 0;
      if (here) begin = at - pilcrow.size();
    }
    text.replace(begin, end + 2 - begin, tags);
    at = begin + tags.size();
  }
}

std::string html_without(std::string copy, Marks marks) {
  for (const char* name : {"style", "section", "sup"}) remove_elements(copy, name, true);
  remove_elements(copy, "ins", marks == Marks::kRefused);
  write_breaks(copy);
  remove_elements(copy, "del", marks == Marks::kAccepted);
  remove_elements(copy, "mark", false);
  return copy;
}

void remove_critic(std::string& text, const std::string& open, const std::string& close,
                   bool with_content) {
  for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
    const std::size_t end = text.find(close, at + open.size());
    if (end == std::string::npos) return;
    text.erase(end, close.size());
    text.erase(at, with_content ? end - at : open.size());
  }
}

// A comment alone on its line, and the empty line after it: its length in bytes, 0 for another
// text.
std::size_t paragraph_of_ours(std::string_view text) {
  if (text.compare(0, 3, "{>>") != 0) return 0;
  const std::size_t close = text.find_first_of("{}", 3);
  if (close == std::string_view::npos || text.substr(close - 2, 3) != "<<}") return 0;
  const std::string_view after = text.substr(close + 1);
  for (const std::string_view lines : {"\r\n\r\n", "\n\n", "\r\r"})
    if (after.compare(0, lines.size(), lines) == 0) return close + 1 + lines.size();
  return 0;
}

std::string markdown_without(std::string copy, Marks marks) {
  // Paragraphs of ours stand alone at the top, each with its empty line.
  const std::size_t mark_of_order = copy.compare(0, 3, "\xEF\xBB\xBF") == 0 ? 3 : 0;
  for (std::size_t at = mark_of_order; at < copy.size();) {
    const bool opens_line = at == mark_of_order || copy[at - 1] == '\n' || copy[at - 1] == '\r';
    const std::size_t ours = opens_line ? paragraph_of_ours(std::string_view(copy).substr(at)) : 0;
    if (ours > 0)
      copy.erase(at, ours);
    else
      ++at;
  }
  remove_critic(copy, "{>>", "<<}", true);
  remove_critic(copy, "{++", "++}", marks == Marks::kRefused);
  remove_critic(copy, "{--", "--}", marks == Marks::kAccepted);
  remove_critic(copy, "{==", "==}", false);
  return copy;
}

}  // namespace

std::string without_marks(Format format, std::string copy, Marks marks) {
  return format == Format::kHtml ? html_without(std::move(copy), marks)
                                 : markdown_without(std::move(copy), marks);
}

std::string without_notes(std::string copy, const std::string& line_end) {
  const std::string rule = line_end + line_end + std::string(72, '-') + line_end;
  const std::size_t notes = copy.rfind(rule);
  if (notes == std::string::npos) return "no notes";
  const std::string under = copy.substr(notes);
  copy.resize(notes);
  // Names of notes open their lines: [1], [2] or [R1], [R2].
  std::size_t at = 0;
  while ((at = under.find(line_end + "[", at)) != std::string::npos) {
    at += line_end.size();
    const std::string name = under.substr(at, under.find(']', at) + 1 - at);
    const std::size_t mark = copy.find(name);
    if (mark != std::string::npos) copy.erase(mark, name.size());
  }
  // Our paragraph at the top ends with an empty line.
  const std::size_t begin = copy.compare(0, 3, "\xEF\xBB\xBF") == 0 ? 3 : 0;
  const std::string empty = line_end + line_end;
  copy.erase(begin, copy.find(empty, begin) + empty.size() - begin);
  return copy;
}

}  // namespace limpide::testing
