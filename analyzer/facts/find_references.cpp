// References: what the segmentation protected (law, forms, files, accounts, phones, addresses of
// the web), and the plates of cars.
#include "analyzer/facts/finders.h"
#include "analyzer/facts/reference_keys.h"

namespace limpide {
namespace {

constexpr std::size_t kPlateBytes = 9;

// "AB-123-CD"
bool is_plate(std::string_view key) {
  if (key.size() != kPlateBytes || key[2] != '-' || key[6] != '-') return false;
  for (const std::size_t i : {0U, 1U, 7U, 8U}) {
    if (key[i] < 'A' || key[i] > 'Z') return false;
  }
  for (const std::size_t i : {3U, 4U, 5U}) {
    if (key[i] < '0' || key[i] > '9') return false;
  }
  return true;
}

struct Reference {
  std::string content;
  const char* sort = "";
};

Reference reference_of(const FactText& text, const ProtectedSpan& unit) {
  const std::uint32_t first = unit.first_token;
  const std::uint32_t end = unit.token_end;
  switch (unit.kind) {
    case ProtectedKind::kLawReference:
      return {law_key(text, first, end), "law"};
    case ProtectedKind::kFormNumber:
      return {code_key(text, first, end), "form"};
    case ProtectedKind::kCaseNumber:
      return {code_key(text, first, end), "file"};
    case ProtectedKind::kNumber:
      return {code_key(text, first, end), "number"};
    case ProtectedKind::kIban:
      return {code_key(text, first, end), "account"};
    case ProtectedKind::kNir:
      return {code_key(text, first, end), "social-security"};
    case ProtectedKind::kPhone:
      return {phone_key(text, first, end), "phone"};
    case ProtectedKind::kEmail:
      return {address_key(text, first, end), "e-mail"};
    case ProtectedKind::kUrl:
      return {address_key(text, first, end), "web"};
    default:
      return {};
  }
}

// Where the words of the reference start: "formulaire Cerfa" is a "Cerfa".
std::uint32_t start_of(const FactText& text, const ProtectedSpan& unit) {
  const std::uint32_t next = unit.first_token + 1;
  const bool form = unit.kind == ProtectedKind::kFormNumber && next < unit.token_end &&
                    text.token(next).kind == TokenKind::kWord &&
                    !text.has(next, FactRole::kReferenceLabel);
  return form ? next : unit.first_token;
}

// "article 2" of a text that is no law: "du reglement du plan local d'urbanisme".
std::uint32_t end_of(const FactText& text, const Scan& scan, const ProtectedSpan& unit) {
  const std::uint32_t end = std::min(unit.token_end, scan.end);
  if (unit.kind != ProtectedKind::kLawReference || end + 1 >= scan.end) return end;
  const bool numbered =
      text.is_number(end - 1) && text.has(unit.first_token, FactRole::kLawArticle);
  const std::string_view of = text.lower(end);
  if (!numbered || (of != "du" && of != "de" && of != "des")) return end;
  const std::uint32_t noun = of == "de" ? end + 2 : end + 1;  // "de la convention"
  if (noun >= scan.end || !text.has(noun, FactRole::kLawSource)) return end;
  return std::max(noun_phrase_end(text, noun, scan.end), noun + 1);
}

bool has_digit(std::string_view key) {
  return key.find_first_of("0123456789") != std::string_view::npos;
}

// "DP 044 109 25 A0032": a prefix and at least three groups.
std::uint32_t planning_end(const FactText& text, const Scan& scan, std::uint32_t i) {
  std::uint32_t end = i + 1;
  while (end < scan.end && end < i + 6 && has_digit(text.key(end)) && text.unit(end) == nullptr) {
    ++end;
  }
  return end >= i + 4 ? end : i;
}

// "no 88-1204": the segmentation leaves "no" to us, since it may be a word.
std::uint32_t labelled_end(const FactText& text, const Scan& scan, std::uint32_t i) {
  const bool code = i + 1 < scan.end && text.unit(i + 1) == nullptr && has_digit(text.key(i + 1)) &&
                    text.key(i + 1).find_first_of("-/") != std::string_view::npos;
  return code ? i + 2 : i;
}

void add(const FactText& text, Scan& scan, std::uint32_t first, std::uint32_t end,
         Reference reference) {
  Fact& fact = scan.add(text, FactKind::kReference, first, end);
  fact.content = std::move(reference.content);
  fact.detail = reference.sort;
  scan.take(first, end);
}

}  // namespace

void find_references(const FactText& text, Scan& scan) {
  for (std::uint32_t i = scan.first; i < scan.end; ++i) {
    const ProtectedSpan* unit = text.unit(i);
    if (unit != nullptr && unit->first_token == i) {
      Reference reference = reference_of(text, *unit);
      const std::uint32_t end = end_of(text, scan, *unit);
      if (unit->kind == ProtectedKind::kLawReference) reference.content = law_key(text, i, end);
      if (!reference.content.empty()) {
        add(text, scan, start_of(text, *unit), end, std::move(reference));
      }
      continue;
    }
    if (unit != nullptr || scan.taken[i] != 0) continue;
    std::uint32_t end = i;
    const char* sort = "file";
    if (text.form(i).casing == Casing::kUpper) {
      if (text.has(i, FactRole::kFilePrefix)) end = planning_end(text, scan, i);
      if (is_plate(text.key(i))) {
        end = i + 1;
        sort = "plate";
      }
    }
    if (text.has(i, FactRole::kReferenceLabel)) end = labelled_end(text, scan, i);
    if (end > i) add(text, scan, i, end, {code_key(text, i, end), sort});
  }
}

}  // namespace limpide
