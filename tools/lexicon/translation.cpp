#include "tools/lexicon/translation.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace limpide {
namespace {

using Codes = std::vector<std::string>;

bool has(const Codes& codes, std::string_view code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

// Values of po: and is: together: the dictionary writes person and tense under either name.
Codes values(const std::vector<std::string>& fields) {
  Codes codes;
  for (const std::string& field : fields) {
    if (field.size() > 3 && (field.compare(0, 3, "po:") == 0 || field.compare(0, 3, "is:") == 0)) {
      codes.push_back(field.substr(3));
    }
  }
  return codes;
}

void set_nominal(const Codes& codes, Features& features) {
  const bool masculine = has(codes, "mas");
  const bool feminine = has(codes, "fem");
  if (masculine != feminine) features.gender = masculine ? Gender::kMasc : Gender::kFem;
  const bool singular = has(codes, "sg");
  const bool plural = has(codes, "pl");
  if (singular != plural) features.number = singular ? Number::kSing : Number::kPlur;
}

struct TenseCode {
  std::string_view code;
  Mood mood;
  Tense tense;
};
constexpr TenseCode kTenseCodes[] = {
    {"ipre", Mood::kInd, Tense::kPres}, {"iimp", Mood::kInd, Tense::kImp},
    {"ipsi", Mood::kInd, Tense::kPast}, {"ifut", Mood::kInd, Tense::kFut},
    {"cond", Mood::kCnd, Tense::kPres}, {"spre", Mood::kSub, Tense::kPres},
    {"simp", Mood::kSub, Tense::kImp},  {"impe", Mood::kImp, Tense::kPres}};

struct PersonCode {
  std::string_view code;
  std::uint8_t person;
  Number number;
};
constexpr PersonCode kPersonCodes[] = {{"1sg", 1, Number::kSing}, {"2sg", 2, Number::kSing},
                                       {"3sg", 3, Number::kSing}, {"1pl", 1, Number::kPlur},
                                       {"2pl", 2, Number::kPlur}, {"3pl", 3, Number::kPlur},
                                       {"3pl!", 3, Number::kPlur}};

void add_finite(const Codes& codes, const LexicalAnalysis& verb, std::vector<Reading>& out) {
  for (const TenseCode& tense : kTenseCodes) {
    if (!has(codes, tense.code)) continue;
    for (const PersonCode& person : kPersonCodes) {
      if (!has(codes, person.code)) continue;
      Reading reading{verb, false};
      reading.analysis.features.verb_form = VerbForm::kFin;
      reading.analysis.features.mood = tense.mood;
      reading.analysis.features.tense = tense.tense;
      reading.analysis.features.person = person.person;
      reading.analysis.features.number = person.number;
      out.push_back(reading);
    }
  }
  if (!has(codes, "1isg")) return;
  // The form that stands only before "-je": states neither mood nor tense, so that no one inflects
  // to it.
  Reading inverted{verb, false};
  inverted.analysis.features.verb_form = VerbForm::kFin;
  inverted.analysis.features.person = 1;
  inverted.analysis.features.number = Number::kSing;
  out.push_back(inverted);
}

void add_non_finite(const Codes& codes, const LexicalAnalysis& verb, std::vector<Reading>& out) {
  Reading reading{verb, false};
  Features& features = reading.analysis.features;
  if (has(codes, "infi")) {
    features.verb_form = VerbForm::kInf;
    out.push_back(reading);
  }
  features.verb_form = VerbForm::kPart;
  if (has(codes, "ppre")) {
    features.tense = Tense::kPres;
    out.push_back(reading);
  }
  if (!has(codes, "ppas")) return;
  features.tense = Tense::kPast;
  set_nominal(codes, features);
  out.push_back(reading);
  if (!has(codes, "adj")) return;
  Reading adjective;
  adjective.analysis.upos = Upos::kAdj;
  set_nominal(codes, adjective.analysis.features);
  adjective.of_participle = true;
  out.push_back(adjective);
}

// "v1_it_q__a": group, then i intransitive, t transitive, n indirect, q pronominal or p r
// essentially pronominal. The last places give the auxiliary, which is wrong for many verbs: our
// own list gives it.
void add_verb(std::string_view code, const Codes& codes, std::vector<Reading>& out) {
  LexicalAnalysis verb;
  verb.upos = Upos::kVerb;
  verb.transitive = code.size() > 4 && code[4] == 't';
  verb.pronominal_only = code.size() > 6 && (code[6] == 'p' || code[6] == 'r');
  verb.etre_auxiliary = verb.pronominal_only;
  std::vector<Reading> readings;
  add_non_finite(codes, verb, readings);
  add_finite(codes, verb, readings);
  const bool auxiliary = code.substr(0, 2) == "v0";
  for (const Reading& reading : readings) {
    out.push_back(reading);
    if (!auxiliary || reading.analysis.upos != Upos::kVerb) continue;
    out.push_back(reading);
    out.back().analysis.upos = Upos::kAux;
  }
}

struct WordCode {
  Upos upos;
  PronType pron_type = PronType::kNone;
};

const std::map<std::string, WordCode, std::less<>>& word_codes() {
  static const std::map<std::string, WordCode, std::less<>> kCodes = {
      {"nom", {Upos::kNoun}},
      {"loc.nom", {Upos::kNoun}},
      {"titr", {Upos::kNoun}},
      {"adj", {Upos::kAdj}},
      {"loc.adj", {Upos::kAdj}},
      {"npr", {Upos::kPropn}},
      {"prn", {Upos::kPropn}},
      {"patr", {Upos::kPropn}},
      {"loc.patr", {Upos::kPropn}},
      {"adv", {Upos::kAdv}},
      {"loc.adv", {Upos::kAdv}},
      {"negadv", {Upos::kAdv}},
      {"advint", {Upos::kAdv, PronType::kInt}},
      {"interj", {Upos::kIntj}},
      {"loc.interj", {Upos::kIntj}},
      {"nb", {Upos::kNum}},
      {"nbro", {Upos::kNum}},
      {"prep", {Upos::kAdp}},
      {"prepv", {Upos::kAdp}},
      {"loc.prep", {Upos::kAdp}},
      {"loc.prepv", {Upos::kAdp}},
      {"cjco", {Upos::kCconj}},
      {"cjsub", {Upos::kSconj}},
      {"cj", {Upos::kSconj}},
      {"loc.cj", {Upos::kSconj}},
      {"loc.cjsub", {Upos::kSconj}},
      {"det", {Upos::kDet, PronType::kArt}},
      {"detpos", {Upos::kDet}},
      {"detdem", {Upos::kDet, PronType::kDem}},
      {"detind", {Upos::kDet, PronType::kInd}},
      {"detneg", {Upos::kDet, PronType::kNeg}},
      {"detex", {Upos::kDet, PronType::kExc}},
      {"prodem", {Upos::kPron, PronType::kDem}},
      {"prorel", {Upos::kPron, PronType::kRel}},
      {"proint", {Upos::kPron, PronType::kInt}},
      {"proind", {Upos::kPron, PronType::kInd}},
      {"proneg", {Upos::kPron, PronType::kNeg}},
      {"propersuj", {Upos::kPron, PronType::kPrs}},
      {"properobj", {Upos::kPron, PronType::kPrs}},
      {"proadv", {Upos::kPron, PronType::kPrs}},
      {"ponc", {Upos::kPunct}},
      {"sign", {Upos::kSym}}};
  return kCodes;
}

std::uint8_t person_of(const Codes& codes) {
  if (has(codes, "1pe")) return 1;
  if (has(codes, "2pe")) return 2;
  return has(codes, "3pe") ? 3 : 0;
}

void add_word(const std::string& code, const Codes& codes, std::vector<Reading>& out) {
  const auto known = word_codes().find(code);
  if (known == word_codes().end()) return;
  Reading reading;
  reading.analysis.upos = known->second.upos;
  Features& features = reading.analysis.features;
  features.pron_type = known->second.pron_type;
  features.possessive = code == "detpos";
  features.negative = code == "negadv";
  features.cardinal = known->second.upos == Upos::kNum;
  if (features.pron_type == PronType::kPrs) features.person = person_of(codes);
  set_nominal(codes, features);
  if (features.cardinal) features.number = Number::kNone;  // "deux" is plural by meaning only
  out.push_back(reading);
}

}  // namespace

std::vector<Reading> translate(const std::vector<std::string>& entry_fields,
                               const std::vector<std::string>& affix_fields) {
  const Codes entry = values(entry_fields);
  Codes all = entry;
  const Codes affix = values(affix_fields);
  all.insert(all.end(), affix.begin(), affix.end());
  std::vector<Reading> readings;
  for (const std::string& code : entry) {
    const bool verb = code.size() > 2 && code[0] == 'v' && code[1] >= '0' && code[1] <= '3';
    if (verb) {
      add_verb(code, all, readings);
    } else {
      add_word(code, all, readings);
    }
  }
  return readings;
}

}  // namespace limpide
