#include "analyzer/annotation/markdown/critic_markup.h"

#include <algorithm>
#include <array>

namespace limpide::critic {
namespace {

struct Mark {
  std::string_view open;
  std::string_view close;
  bool keeps_words;
};

constexpr std::array<Mark, 4> kMarks = {
    {{"{==", "==}", true}, {"{--", "--}", true}, {"{++", "++}", false}, {"{>>", "<<}", false}}};

std::string around(const Mark& mark, std::string_view words) {
  return std::string(mark.open).append(words).append(mark.close);
}

// A title or a label becomes a sentence of the line.
bool ends_sentence(std::string_view text) {
  constexpr std::string_view kEllipsis = "\xE2\x80\xA6";
  const bool dots = text.size() >= 3 && text.substr(text.size() - 3) == kEllipsis;
  return dots || text.empty() || std::string_view(".!?:;").find(text.back()) != text.npos;
}

// Braces are the signs of the marks, the rest Markdown's: an escaped sign shows as itself.
void append_escaped(std::string& out, std::string_view text) {
  constexpr std::string_view kSigns = "\\`*_[]<|~&#";
  for (const char byte : text) {
    if (byte == '{')
      out.push_back('(');
    else if (byte == '}')
      out.push_back(')');
    else if (byte == '\n' || byte == '\r' || byte == '\t')
      out.push_back(' ');
    else if (kSigns.find(byte) != kSigns.npos)
      out.append(1, '\\').append(1, byte);
    else
      out.push_back(byte);
  }
}

}  // namespace

bool can_mark(std::string_view words) {
  return words.find_first_of("{}") == words.npos && words.find("--") == words.npos &&
         words.find("==") == words.npos && words.find("++") == words.npos &&
         words.find("~~") == words.npos;
}

std::string highlight(std::string_view words) { return around(kMarks[0], words); }
std::string deletion(std::string_view words) { return around(kMarks[1], words); }
std::string insertion(std::string_view words) { return around(kMarks[2], words); }

std::string comment(const std::vector<std::string>& paragraphs) {
  std::string line;
  for (std::string_view paragraph : paragraphs) {
    while (!paragraph.empty() && paragraph.back() == ' ') paragraph.remove_suffix(1);
    if (paragraph.empty()) continue;
    if (!line.empty()) line.push_back(' ');
    append_escaped(line, paragraph);
    if (!ends_sentence(paragraph)) line.push_back('.');
  }
  return around(kMarks[3], line);
}

bool has_marks(std::string_view text) {
  return text.find("{~~") != text.npos ||
         std::any_of(kMarks.begin(), kMarks.end(),
                     [text](const Mark& mark) { return text.find(mark.open) != text.npos; });
}

std::string rejected(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto mark = std::find_if(kMarks.begin(), kMarks.end(), [text](const Mark& one) {
      return text.substr(0, one.open.size()) == one.open;
    });
    const std::size_t end =
        mark == kMarks.end() ? text.npos : text.find(mark->close, mark->open.size());
    if (end == text.npos) {
      out.push_back(text.front());
      text.remove_prefix(1);
      continue;
    }
    if (mark->keeps_words) out.append(text.substr(mark->open.size(), end - mark->open.size()));
    text.remove_prefix(end + mark->close.size());
  }
  return out;
}

}  // namespace limpide::critic
