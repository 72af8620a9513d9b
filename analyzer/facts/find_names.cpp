// Names: persons after a title, bodies and offices with a proper noun, known acronyms, addresses
// and places after "a", "en".
#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/facts/finders.h"

namespace limpide {
namespace {

constexpr std::uint32_t kMaxNameTokens = 14;
constexpr std::uint16_t kLongAcronym = 4;  // letters: "Urssaf" may be written like a word

class NameFinder {
 public:
  NameFinder(const FactText& text, Scan& scan) : text_(text), scan_(scan) {}

  void run() {
    for (std::uint32_t i = scan_.first; i < scan_.end;) {
      std::uint32_t end = i;
      if (text_.token(i).kind == TokenKind::kWord && !is_taken(i)) end = find(i);
      if (end == i && (text_.is_number(i) || text_.has(i, FactRole::kWay))) end = address(i);
      i = std::max(end, i + 1);
    }
  }

 private:
  [[nodiscard]] bool is_taken(std::uint32_t i) const {
    return text_.unit(i) != nullptr || (scan_.taken[i] != 0 && text_.is_number(i));
  }

  std::uint32_t find(std::uint32_t i) {
    if (text_.has(i, FactRole::kTitle)) {
      if (const std::uint32_t end = person(i); end > i) return end;
    }
    if (text_.has(i, FactRole::kAcronym)) {
      if (const std::uint32_t end = acronym(i); end > i) return end;
    }
    if (text_.has(i, FactRole::kBody) || text_.has(i, FactRole::kOffice)) {
      const std::uint32_t end = named_end(i + 1);
      if (end > i + 1 && !names_another(i, end)) return add(i, end, NameType::kBody, i);
    }
    if (!text_.is_capital(i)) return i;
    const std::uint32_t end = relative_name(i);
    return end > i ? end : place(i);
  }

  // "conseil de la CPAM du Gard": the name is that of the body inside.
  [[nodiscard]] bool names_another(std::uint32_t i, std::uint32_t end) const {
    if (!text_.has(i, FactRole::kBody)) return false;
    for (std::uint32_t at = i + 1; at < end; ++at) {
      const bool body = text_.has(at, FactRole::kBody) && text_.form(at).casing == Casing::kLower;
      const bool acronym = text_.has(at, FactRole::kAcronym) && text_.is_capital(at);
      if (body || acronym) return true;
    }
    return false;
  }

  // "votre fille Ines Marchand"
  std::uint32_t relative_name(std::uint32_t i) {
    if (i == scan_.first || !text_.has(i - 1, FactRole::kKin)) return i;
    if (text_.upos(i) != Upos::kPropn && text_.form(i).lexicon != kNoForm) return i;
    const std::uint32_t end = capitals_end(i);
    return end > i ? add(i, end, NameType::kPerson, i) : i;
  }

  std::uint32_t person(std::uint32_t i) {
    const PhraseMatch title = phrase_at(text_, i, scan_.end, FactRole::kTitle);
    const bool written_small = text_.form(i).casing == Casing::kLower;
    if (!title || (written_small && text_.lower(i).size() <= 2)) return i;
    const std::uint32_t end = capitals_end(title.end);
    if (end == title.end) return i;
    add(i, end, NameType::kPerson, title.end);
    scan_.facts.back().detail = title.phrase->name;
    return end;
  }

  std::uint32_t acronym(std::uint32_t i) {
    const PhraseMatch found = phrase_at(text_, i, scan_.end, FactRole::kAcronym);
    if (!found) return i;
    if (found.end == i + 1) {
      const Form& form = text_.form(i);
      const bool written = form.casing == Casing::kUpper || form.casing == Casing::kMixed ||
                           (form.casing == Casing::kCapitalized && form.letters >= kLongAcronym);
      // "Etat" is the State only after its article.
      const bool article =
          text_.lower(i) != "\xC3\xA9tat" || (i > scan_.first && text_.lower(i - 1) == "l'");
      if (!written || !article) return i;
    } else if (!text_.is_capital(i) && !text_.is_capital(found.end - 1)) {
      return i;
    }
    return add(i, std::max(named_end(found.end), found.end), NameType::kBody, i);
  }

  // Capitalised words with the small words between them: "de La Tour", "Jean-Paul MARTIN".
  [[nodiscard]] std::uint32_t capitals_end(std::uint32_t i) const {
    std::uint32_t end = i;
    for (std::uint32_t at = i; at < scan_.end && at < i + kMaxNameTokens; ++at) {
      if (text_.token(at).kind != TokenKind::kWord || text_.unit(at) != nullptr) break;
      if (text_.is_capital(at)) {
        if (text_.has(at, FactRole::kTitle)) break;
        end = at + 1;
      } else if (!text_.has(at, FactRole::kJoint) || text_.lower(at) == "et" ||
                 text_.lower(at) == "\xC3\xA0" || text_.lower(at) == "en") {
        break;
      }
    }
    return end;
  }

  // One past the last capitalised word of the complement that starts at i; i when there is none:
  // "d'allocations familiales du Rhone".
  [[nodiscard]] std::uint32_t named_end(std::uint32_t i) const {
    std::uint32_t end = i;
    for (std::uint32_t at = i; at < scan_.end && at < i + kMaxNameTokens; ++at) {
      if (text_.token(at).kind != TokenKind::kWord || text_.unit(at) != nullptr ||
          text_.has(at, FactRole::kTitle)) {
        break;
      }
      if (text_.is_capital(at)) {
        end = at + 1;
        continue;
      }
      const Upos upos = text_.upos(at);
      const bool small = text_.has(at, FactRole::kJoint) && text_.lower(at) != "en" &&
                         text_.lower(at) != "\xC3\xA0" && text_.lower(at) != "sur" &&
                         (text_.lower(at) != "et" || end == i);
      const bool noun = upos == Upos::kNoun || upos == Upos::kAdj || upos == Upos::kPropn;
      if (!small && !noun) break;
    }
    return end;
  }

  // "12 rue des Lilas", "place de la Republique".
  std::uint32_t address(std::uint32_t i) {
    std::uint32_t way = i;
    if (text_.is_number(i)) {
      ++way;
      const bool suffix = way < scan_.end && text_.key(way).size() <= 3 &&
                          !text_.has(way, FactRole::kWay) &&
                          text_.token(way).kind == TokenKind::kWord;
      if (suffix) ++way;
      if (way < scan_.end && text_.lower(way) == ",") ++way;
    }
    if (way >= scan_.end || !text_.has(way, FactRole::kWay)) return i;
    std::uint32_t end = named_end(way + 1);
    if (end == way + 1) return i;
    // ", 75012 Paris"
    std::uint32_t code = end;
    if (code < scan_.end && text_.lower(code) == ",") ++code;
    if (code < scan_.end && text_.in_unit(code, ProtectedKind::kPostalCode)) {
      end = std::max(capitals_end(code + 1), code + 1);
    }
    return add(i, end, NameType::kPlace, i);
  }

  std::uint32_t place(std::uint32_t i) {
    if (i == scan_.first || scan_.taken[i] != 0) return i;
    const bool after_code = text_.in_unit(i - 1, ProtectedKind::kPostalCode);
    const std::uint32_t noun =  // "La Rochelle"
        text_.has(i, FactRole::kJoint) && i + 1 < scan_.end && text_.is_capital(i + 1) ? i + 1 : i;
    const bool proper = text_.upos(noun) == Upos::kPropn || text_.upos(noun) == Upos::kX ||
                        text_.form(noun).lexicon == kNoForm;
    if (!after_code && (!proper || !phrase_before(text_, scan_.first, i, FactRole::kPlaceLead))) {
      return i;
    }
    if (!after_code && is_acronym_after(i)) return i;
    const std::uint32_t end = capitals_end(i);
    if (end == i) return i;
    return add(after_code ? i - 1 : i, end, NameType::kPlace, after_code ? i - 1 : i);
  }

  // "au CSE", "en CDI": towns and countries are seldom written so.
  [[nodiscard]] bool is_acronym_after(std::uint32_t i) const {
    const std::string_view lead = text_.lower(i - 1);
    return (lead == "au" || lead == "aux" || lead == "en") && !text_.is_capital(i - 1) &&
           text_.form(i).casing == Casing::kUpper;
  }

  // `name`: where the words of the key start.
  std::uint32_t add(std::uint32_t first, std::uint32_t end, NameType type, std::uint32_t name) {
    Fact& fact = scan_.add(text_, FactKind::kName, first, end);
    fact.name_type = type;
    if (type == NameType::kPlace) scan_.take(first, end);
    for (std::uint32_t i = name; i < end; ++i) {
      if (text_.token(i).kind == TokenKind::kPunctuation) continue;
      if (!fact.content.empty() && fact.content.back() != '\'') fact.content.push_back(' ');
      fact.content += text_.lower(i);
    }
    return end;
  }

  const FactText& text_;
  Scan& scan_;
};

}  // namespace

void find_names(const FactText& text, Scan& scan) { NameFinder(text, scan).run(); }

}  // namespace limpide
