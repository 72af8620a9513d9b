#include "analyzer/readers/text/line_marks.h"

#include <algorithm>

#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

bool is_ascii_digit(char byte) { return byte >= '0' && byte <= '9'; }

// Bytes of the blanks at the start: spaces, tabs, no-break spaces.
std::uint32_t blanks_ahead(std::string_view line) {
  std::uint32_t size = 0;
  while (size < line.size()) {
    if (line[size] == ' ' || line[size] == '\t')
      ++size;
    else if (line.substr(size, 2) == "\xC2\xA0")
      size += 2;
    else
      break;
  }
  return size;
}

// A marker needs blanks and then something after it.
ListMarker with_blanks(std::string_view line, std::uint32_t size, bool ordered, bool checkbox) {
  const std::uint32_t blanks = blanks_ahead(line.substr(size));
  if (blanks == 0 || size + blanks >= line.size()) return {};
  return {size + blanks, ordered, checkbox};
}

ListMarker sign_marker(std::string_view line) {
  switch (decode_at(line, 0).code_point) {
    case U'-':
    case U'*':
    case 0x2013:
    case 0x2014:
    case 0x2022:
    case 0x25AA:
    case 0x25CF:
    case 0x25E6:
    case 0x2023:
    case 0x00B7:
    case 0x2192:
    case 0x25BA:
    case 0x2713:
    case 0x27A2:
    case 0x25A0:
    case 0xF0B7:
      return with_blanks(line, decode_at(line, 0).size, false, false);
    case 0x2610:
    case 0x2611:
    case 0x2612:
    case 0x25A1:
    case 0x274F:
    case 0x2751:
      return with_blanks(line, decode_at(line, 0).size, false, true);
    default:
      return {};
  }
}

// "12.", "12)", "2/", "a)", 3 with a degree sign: ends with a sign, so that dates and amounts are
// not markers. "1." before a digit without space is a number.
ListMarker numbered_marker(std::string_view line) {
  std::size_t size = 0;
  while (size < line.size() && size < 2 && is_ascii_digit(line[size])) ++size;
  const bool letter = size == 0 && line[0] >= 'a' && line[0] <= 'z';
  if (letter) size = 1;
  if (size == 0 || size >= line.size()) return {};
  if (line[size] == ')')
    ++size;
  else if (!letter && (line[size] == '.' || line[size] == '/'))
    ++size;
  else if (!letter && line.substr(size, 2) == "\xC2\xB0")
    size += line.substr(size + 2, 1) == ")" ? 3 : 2;
  else
    return {};
  return with_blanks(line, static_cast<std::uint32_t>(size), true, false);
}

ListMarker bracket_box(std::string_view line) {
  const std::string_view box = line.substr(0, 3);
  if (box == "[ ]" || box == "[x]" || box == "[X]") return with_blanks(line, 3, false, true);
  if (line.substr(0, 2) == "[]") return with_blanks(line, 2, false, true);
  return {};
}

std::vector<Span> cells_between(std::string_view line, char separator) {
  std::vector<Span> cells;
  std::size_t begin = 0;
  while (begin <= line.size()) {
    const std::size_t end = std::min(line.find(separator, begin), line.size());
    Span cell{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    while (cell.begin < cell.end && line[cell.begin] == ' ') ++cell.begin;
    while (cell.end > cell.begin && line[cell.end - 1] == ' ') --cell.end;
    cells.push_back(cell);
    begin = end + 1;
  }
  return cells;
}

}  // namespace

ListMarker list_marker(std::string_view line) {
  const auto lead = static_cast<unsigned char>(line[0]);
  if (lead >= 'A' && lead <= 'Z') return {};
  if (lead == '[') return bracket_box(line);
  if (lead >= 0x80 || lead == '-' || lead == '*') return sign_marker(line);
  return numbered_marker(line);
}

char underline_sign(std::string_view line) {
  const char sign = line[0];
  if (sign != '=' && sign != '-' && sign != '_' && sign != '*' && sign != '~') return '\0';
  if (line.size() < 3 || line.find_first_not_of(sign) != std::string_view::npos) return '\0';
  return sign;
}

bool is_all_capitals(std::string_view line) {
  std::size_t capitals = 0;
  for (std::size_t i = 0; i < line.size();) {
    const Decoded current = decode_at(line, i);
    if (is_lower(current.code_point)) return false;
    if (is_upper(current.code_point)) ++capitals;
    i += current.size;
  }
  return capitals >= 2;
}

std::uint32_t title_number(std::string_view line) {
  std::size_t size = 0;
  constexpr std::string_view kArticle = "Article ";
  const bool article = line.substr(0, kArticle.size()) == kArticle;
  if (article) size = kArticle.size();
  const std::size_t number = size;
  while (size < line.size() && size - number < 5 && is_ascii_digit(line[size])) ++size;
  if (size == number) {
    constexpr std::string_view kRoman = "IVX";
    while (size < line.size() && size - number < 5 && kRoman.find(line[size]) != kRoman.npos)
      ++size;
  }
  if (size == number) return 0;
  if (size == line.size()) return article ? static_cast<std::uint32_t>(size) : 0;
  if (!article && line[size] != '.' && line[size] != ')' && line[size] != '-') return 0;
  if (line[size] == '.' || line[size] == ')' || line[size] == '-') ++size;
  const std::uint32_t blanks = blanks_ahead(line.substr(size));
  return blanks == 0 ? 0 : static_cast<std::uint32_t>(size) + blanks;
}

std::vector<Span> bar_cells(std::string_view line) {
  if (line.find('|') == std::string_view::npos) return {};
  std::vector<Span> cells = cells_between(line, '|');
  // The outer bars of "| a | b |" make no cells.
  if (line.back() == '|') cells.pop_back();
  if (line.front() == '|') cells.erase(cells.begin());
  if (cells.size() < 2) cells.clear();
  return cells;
}

std::vector<Span> tab_cells(std::string_view line) {
  if (line.find('\t') == std::string_view::npos) return {};
  return cells_between(line, '\t');
}

bool is_bar_rule(std::string_view line) {
  return line.find_first_not_of("|-+=: ") == std::string_view::npos &&
         line.find_first_of("-=") != std::string_view::npos &&
         line.find_first_of("|+") != std::string_view::npos;
}

// A run of four signs always covers a multiple of four: only those are looked at.
SignRuns sign_runs(std::string_view line) {
  SignRuns runs;
  runs.fill = line.find("\xE2\x80\xA6\xE2\x80\xA6") != std::string_view::npos;
  for (std::size_t i = 3; i < line.size(); i += 4) {
    const char sign = line[i];
    if (sign != ' ' && sign != '.' && sign != '_') continue;
    std::size_t begin = i;
    while (begin > 0 && i - begin < 4 && line[begin - 1] == sign) --begin;
    std::size_t end = i;
    while (end < line.size() && line[end] == sign) ++end;
    if (end - begin >= 4) (sign == ' ' ? runs.spaces : runs.fill) = true;
    i = end;
  }
  return runs;
}

std::vector<Span> fill_blanks(std::string_view line) {
  std::vector<Span> blanks;
  constexpr std::string_view kEllipsis = "\xE2\x80\xA6";
  for (std::size_t i = 0; i < line.size();) {
    std::size_t end = i;
    std::size_t weight = 0;
    while (end < line.size()) {
      if (line[end] == '.' || line[end] == '_') {
        ++end;
        ++weight;
      } else if (line.substr(end, 3) == kEllipsis) {
        end += 3;
        weight += 3;
      } else
        break;
    }
    if (weight >= 5)
      blanks.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)});
    i = std::max(end, i + 1);
  }
  return blanks;
}

}  // namespace limpide
