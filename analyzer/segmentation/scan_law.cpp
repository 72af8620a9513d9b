// Law references: articles with their code, laws, decrees, orders, European acts.
#include "analyzer/segmentation/scanners.h"

namespace limpide {
namespace {

constexpr int kMaxDepth = 4;               // "1 degree of II of article ..."
constexpr std::size_t kMaxCodeWords = 16;  // of the longest name
constexpr std::string_view kDegree = "\xC2\xB0";

bool is_digit_char(char c) { return c >= '0' && c <= '9'; }

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool is_roman(std::string_view key) {
  if (key.empty() || key.size() > 4) return false;
  for (const char c : key) {
    if (c != 'I' && c != 'V' && c != 'X') return false;
  }
  return true;
}

class LawScanner {
 public:
  LawScanner(const TokenStream& stream, const SegmentationResources& resources)
      : stream_(stream), resources_(resources) {}

  // A whole reference that starts at i, or i.
  [[nodiscard]] std::size_t reference(std::size_t i, int depth) const {
    if (i >= stream_.size() || depth > kMaxDepth) return i;
    if (stream_.is(i, WordClass::kArticle)) return articles(i);
    if (stream_.is(i, WordClass::kLawText)) return act(i);
    if (depth == 0 && is_bare_article(i)) return articles_from(i, true);
    const std::size_t part = part_end(i);
    if (part == i) return i;
    const std::size_t whole = after_of(part);
    if (whole == part) return i;
    const std::size_t end = reference(whole, depth + 1);
    return end == whole ? i : end;
  }

 private:
  // "alinea 2", "deuxieme alinea", "2" + degree, "II": a part of an article.
  [[nodiscard]] std::size_t part_end(std::size_t i) const {
    const std::string_view key = stream_.key(i);
    if (stream_.is(i, WordClass::kParagraph)) {
      return stream_.follows(i + 1) && stream_.is_number(i + 1) ? i + 2 : i;
    }
    if (stream_.is(i, WordClass::kOrdinal) && stream_.follows(i + 1) &&
        stream_.is(i + 1, WordClass::kParagraph)) {
      return i + 2;
    }
    const bool degree =
        stream_.is_number(i) && is_digit_char(key.front()) && ends_with(key, kDegree);
    return degree || is_roman(key) ? i + 1 : i;
  }

  // One past "de l'", "du", "de la", "des"; i when there is none.
  [[nodiscard]] std::size_t after_of(std::size_t i) const {
    if (!stream_.follows(i) || !stream_.is(i, WordClass::kOf)) return i;
    const bool article = stream_.follows(i + 1) && stream_.is(i + 1, WordClass::kArticleWord);
    return article ? i + 2 : i + 1;
  }

  // "L. 211-2", "R*. 423-1", "1414 A", "1er", "12 bis"; i when there is none.
  [[nodiscard]] std::size_t article_number(std::size_t i) const {
    if (i >= stream_.size()) return i;
    std::size_t at = i;
    if (stream_.is(at, WordClass::kArticleLetter)) {
      ++at;
      while (stream_.touches(at) &&
             (stream_.key(at) == "*" || stream_.key(at) == "." || stream_.key(at) == "**")) {
        ++at;
      }
      if (!stream_.follows(at)) return i;
    }
    const std::string_view key = stream_.key(at);
    const bool figure = !key.empty() && is_digit_char(key.front());
    const bool glued = at == i && is_glued_number(key);
    if (!figure && !glued && !(at == i && stream_.lower(at) == "premier")) return i;
    return number_suffix(at + 1);
  }

  // "L.211-2", "L211-2"
  [[nodiscard]] static bool is_glued_number(std::string_view key) {
    if (key.size() < 3 || (key[0] != 'L' && key[0] != 'R' && key[0] != 'D' && key[0] != 'A')) {
      return false;
    }
    const std::size_t digit = key.find_first_of("0123456789");
    return digit != std::string_view::npos && digit <= 3 &&
           key.find_first_not_of("0123456789-", digit) == std::string_view::npos;
  }

  [[nodiscard]] std::size_t number_suffix(std::size_t i) const {
    while (stream_.follows(i)) {
      const std::string_view key = stream_.key(i);
      const bool letter = key.size() == 1 && key[0] >= 'A' && key[0] <= 'Z';
      if (!letter && !stream_.is(i, WordClass::kRepeat)) break;
      ++i;
    }
    return i;
  }

  // "L. 211-2" without the word "article".
  [[nodiscard]] bool is_bare_article(std::size_t i) const {
    const std::string_view key = stream_.key(i);
    const bool letter = key == "L." || key == "R." || key == "D.";
    return letter && stream_.follows(i + 1) && stream_.is_number(i + 1) &&
           stream_.key(i + 1).find('-') != std::string_view::npos;
  }

  [[nodiscard]] std::size_t articles(std::size_t i) const {
    const bool several = stream_.lower(i) == "articles" || stream_.lower(i) == "arts.";
    if (!stream_.follows(i + 1)) return i;
    const std::size_t end = articles_from(i + 1, several);
    return end == i + 1 ? i : end;
  }

  [[nodiscard]] std::size_t articles_from(std::size_t i, bool several) const {
    std::size_t end = article_number(i);
    if (end == i) return i;
    while (true) {
      const std::size_t next = next_article(end, several);
      if (next == end) break;
      end = next;
    }
    if (stream_.follows(end + 1) && stream_.is(end, WordClass::kAnd) &&
        stream_.is(end + 1, WordClass::kSeries)) {
      end += 2;
    }
    end = paragraph_after(end);
    return source_after(end);
  }

  // ", R. 421-5", "et L. 412-3", "a L. 223-9"
  [[nodiscard]] std::size_t next_article(std::size_t end, bool several) const {
    if (!stream_.follows(end)) return end;
    std::size_t at = end;
    if (stream_.key(at) == ",") ++at;
    if (stream_.follows(at) &&
        (stream_.is(at, WordClass::kAnd) || stream_.is(at, WordClass::kTo))) {
      ++at;
    }
    if (at == end) return end;
    const bool coded =
        stream_.is(at, WordClass::kArticleLetter) || is_glued_number(stream_.key(at));
    if (!several && !coded) return end;
    const std::size_t number = stream_.follows(at) ? article_number(at) : at;
    return number == at ? end : number;
  }

  // ", alinea 2" after the number
  [[nodiscard]] std::size_t paragraph_after(std::size_t end) const {
    std::size_t at = end;
    if (stream_.follows(at) && stream_.key(at) == ",") ++at;
    if (!stream_.follows(at) || !stream_.is(at, WordClass::kParagraph)) return end;
    return stream_.follows(at + 1) && stream_.is_number(at + 1) ? at + 2 : end;
  }

  // "du code ...", "de la loi ...", "du CRPA"; end when nothing of the sort follows.
  [[nodiscard]] std::size_t source_after(std::size_t end) const {
    const std::size_t at = after_of(end);
    if (at == end || !stream_.follows(at)) return end;
    if (stream_.is(at, WordClass::kLawAcronym)) return at + 1;
    if (stream_.is(at, WordClass::kCode)) return code_name(at);
    const std::size_t act_at_end = act(at);
    return act_at_end == at ? end : act_at_end;
  }

  [[nodiscard]] std::size_t code_name(std::size_t i) const {
    std::size_t best = i;
    for (const std::vector<std::string>& name : resources_.codes) {
      if (name.size() > kMaxCodeWords || name.size() <= best - i) continue;
      std::size_t word = 0;
      while (word < name.size() && (word == 0 || stream_.follows(i + word)) &&
             stream_.lower(i + word) == name[word]) {
        ++word;
      }
      if (word == name.size()) best = i + word;
    }
    if (best > i) return best;
    // A code that the list does not know: "code" and one noun or adjective.
    const std::size_t noun = after_of(i + 1);
    const bool word = stream_.follows(noun) && stream_.tokens[noun].kind == TokenKind::kWord;
    return word ? noun + 1 : i + 1;
  }

  // "loi n. 2023-702 du 1er aout 2023", "reglement (UE) 2016/679", "arrete du 12 mars 2020"
  [[nodiscard]] std::size_t act(std::size_t i) const {
    if (!stream_.is(i, WordClass::kLawText)) return i;
    std::size_t at = i + 1;
    while (at - i < 4 && stream_.follows(at) && stream_.is(at, WordClass::kLawAdjective)) ++at;
    bool union_act = false;
    if (stream_.follows(at + 2) && stream_.key(at) == "(" && stream_.key(at + 2) == ")" &&
        is_union(stream_.key(at + 1))) {
      union_act = true;
      at += 3;
    }
    const std::size_t number = act_number(at, union_act);
    const std::size_t date = dated(number);
    if (number == at && date == number) return i;
    return date;
  }

  [[nodiscard]] static bool is_union(std::string_view key) {
    return key == "UE" || key == "CE" || key == "CEE" || key == "EU" || key == "Euratom";
  }

  [[nodiscard]] std::size_t act_number(std::size_t at, bool union_act) const {
    if (!stream_.follows(at)) return at;
    const bool sign = stream_.is(at, WordClass::kNumberSign);
    const std::size_t number = sign ? at + 1 : at;
    if (!stream_.follows(number) || !has_digit(stream_.key(number))) return at;
    const std::string_view key = stream_.key(number);
    const bool marked =
        key.find('-') != std::string_view::npos || key.find('/') != std::string_view::npos;
    if (!sign && !union_act && !(marked && is_digit_char(key.front()))) return at;
    if (!sign && scan_date(stream_, number) > number) return at;
    return code_end(stream_, number);
  }

  [[nodiscard]] std::size_t dated(std::size_t at) const {
    if (!stream_.follows(at) || stream_.lower(at) != "du" || !stream_.follows(at + 1)) return at;
    const std::size_t end = scan_date(stream_, at + 1);
    return end == at + 1 ? at : end;
  }

  const TokenStream& stream_;
  const SegmentationResources& resources_;
};

}  // namespace

std::size_t scan_law_reference(const TokenStream& stream, const SegmentationResources& resources,
                               std::size_t i) {
  return LawScanner(stream, resources).reference(i, 0);
}

}  // namespace limpide
