#include "tools/eval/gold_eval.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace limpide {
namespace {

// What is compared, as text, so that a miss can be read: "a ete transmis|passive".
struct Item {
  std::string key;
  bool debatable = false;
};

// Key of a gold clause's verb and of what the line says of it.
struct ClauseMatch {
  const GoldLine* gold = nullptr;
  const Clause* found = nullptr;
};

class Scorer {
 public:
  Scorer(const GoldRecord& record, const AnalysedSentence& analysed, GoldScores& scores)
      : record_(record), analysed_(analysed), scores_(scores) {}

  void run() {
    match_clauses();
    for (const ClauseMatch& match : matches_) score_clause(match);
    score_passives(false, Phenomenon::kPassive);
    score_passives(true, Phenomenon::kPassiveLenient);
    score_negations();
    score_addressee();
    score_chains();
    score_verb_nouns();
  }

 private:
  Span span_of(WordIndex word) const {
    return analysed_.segmentation.tokens[analysed_.segmentation.words[word].token].span;
  }
  Span span_of(WordRange words) const {
    if (words.first >= words.end) return {};
    return {span_of(words.first).begin, span_of(words.end - 1).end};
  }
  std::string text_of(Span span) const { return record_.sentence.substr(span.begin, span.size()); }

  void count(Phenomenon phenomenon, const std::vector<Item>& gold, const std::vector<Item>& found) {
    std::multiset<std::string> open;
    std::multiset<std::string> debatable;
    for (const Item& item : gold) (item.debatable ? debatable : open).insert(item.key);
    MatchCount& counts = scores_.of(phenomenon);
    counts.gold += open.size();
    for (const Item& item : found) {
      const auto at = open.find(item.key);
      if (at != open.end()) {
        open.erase(at);
        ++counts.found;
        ++counts.right;
        continue;
      }
      const auto doubtful = debatable.find(item.key);
      if (doubtful != debatable.end()) {
        debatable.erase(doubtful);
        continue;
      }
      if (item.debatable) continue;
      ++counts.found;
      note(phenomenon, '+', item.key);
    }
    for (const std::string& key : open) note(phenomenon, '-', key);
  }

  void note(Phenomenon phenomenon, char sign, const std::string& key) {
    scores_.misses.push_back(record_.id + " " + phenomenon_name(phenomenon) + " " + sign + " " +
                             key + "\t" + record_.sentence);
  }

  // First and last byte of the verb group; nothing when it has no word.
  std::optional<Span> verb_span(const Clause& clause) const {
    const VerbGroup& group = clause.verb;
    if (group.first == group.end) return std::nullopt;
    const std::vector<WordIndex>& words = analysed_.clauses.verb_words;
    return Span{span_of(words[group.first]).begin, span_of(words[group.end - 1]).end};
  }

  // The gold's verb text with adverbs and pronouns cut off its end.
  Span without_tail(Span verb) const {
    const auto& words = analysed_.segmentation.words;
    Span cut = verb;
    for (WordIndex word = static_cast<WordIndex>(words.size()); word-- > 0;) {
      const Span span = span_of(word);
      if (span.begin < verb.begin || span.end > cut.end) continue;
      const Upos upos = analysed_.tagging.words[word].upos;
      if (upos == Upos::kVerb || upos == Upos::kAux || span.begin == verb.begin) {
        cut.end = span.end;
        break;
      }
      if (upos != Upos::kAdv && upos != Upos::kPron) break;
      cut.end = span.begin;
    }
    return cut;
  }

  bool same_verb(Span gold, Span found) const {
    if (gold.begin != found.begin) return false;
    return gold.end == found.end || without_tail(gold).end == found.end;
  }

  bool is_lone_participle(const Clause& clause) const {
    return clause.kind == ClauseKind::kParticipial && clause.span.end - clause.span.first == 1;
  }

  void match_clauses() {
    std::vector<const Clause*> open;
    for (const Clause& clause : analysed_.clauses.clauses) open.push_back(&clause);
    MatchCount& counts = scores_.of(Phenomenon::kClause);
    for (const GoldLine& line : record_.lines) {
      if (line.type != "clause") continue;
      const auto verb = line.spans.find("verb");
      if (verb == line.spans.end()) continue;
      const auto found = std::find_if(open.begin(), open.end(), [&](const Clause* clause) {
        const auto span = verb_span(*clause);
        return span && same_verb(verb->second, *span);
      });
      if (found == open.end()) {
        if (line.debatable) continue;
        ++counts.gold;
        note(Phenomenon::kClause, '-', line.kind + " " + text_of(verb->second));
        continue;
      }
      if (!line.debatable) {
        ++counts.gold;
        ++counts.found;
        ++counts.right;
        matches_.push_back({&line, *found});
      }
      open.erase(found);
    }
    for (const Clause* clause : open) {
      const auto span = verb_span(*clause);
      if (!span || is_lone_participle(*clause)) continue;
      ++counts.found;
      note(Phenomenon::kClause, '+',
           std::string(clause_kind_name(clause->kind)) + " " + text_of(*span));
    }
  }

  static std::string value_of(const GoldLine& line, const char* name) {
    const auto found = line.values.find(name);
    return found == line.values.end() ? std::string() : found->second;
  }

  void score_clause(const ClauseMatch& match) {
    const GoldLine& gold = *match.gold;
    const Clause& found = *match.found;
    const std::string verb = text_of(gold.spans.at("verb")) + " | ";
    count(Phenomenon::kKind, {{verb + gold.kind}}, {{verb + clause_kind_name(found.kind)}});
    count(Phenomenon::kDepth, {{verb + value_of(gold, "depth")}},
          {{verb + std::to_string(found.depth)}});
    count(Phenomenon::kVoice, {{verb + value_of(gold, "voice")}},
          {{verb + voice_name(found.voice)}});
    score_span(Phenomenon::kSubject, gold, "subject", verb,
               found.subject.kind == SubjectKind::kShared ? WordRange{} : found.subject.span);
    score_span(Phenomenon::kAgent, gold, "agent", verb, found.agent);
    const std::string modality = value_of(gold, "modality");
    std::vector<Item> gold_modality;
    std::vector<Item> found_modality;
    if (!modality.empty() && modality != "none") gold_modality.push_back({verb + modality});
    if (found.verb.modality != Modality::kNone) {
      found_modality.push_back({verb + modality_name(found.verb.modality)});
    }
    count(Phenomenon::kModality, gold_modality, found_modality);
  }

  void score_span(Phenomenon phenomenon, const GoldLine& gold, const char* name,
                  const std::string& verb, WordRange found) {
    std::vector<Item> in_gold;
    std::vector<Item> in_found;
    const auto span = gold.spans.find(name);
    if (span != gold.spans.end()) in_gold.push_back({verb + without_comma(text_of(span->second))});
    if (found.first < found.end) {
      // "-il" of an inversion is written "il" in the gold.
      const std::string text = text_of(span_of(found));
      in_found.push_back({verb + (text.front() == '-' ? text.substr(text.rfind('-') + 1) : text)});
    }
    count(phenomenon, in_gold, in_found);
  }

  static std::string without_comma(std::string text) {
    if (!text.empty() && text.back() == ',') text.pop_back();
    return text;
  }

  // A passive is known by the end of its participle: byte offset.
  void score_passives(bool lenient, Phenomenon phenomenon) {
    std::vector<Item> gold;
    std::set<std::uint32_t> stative;
    for (const GoldLine& line : record_.lines) {
      const bool clause = line.type == "clause";
      const bool passive =
          line.type == "passive" ||
          (clause && (value_of(line, "voice") == "passive" || value_of(line, "form") == "passive"));
      std::optional<Span> span;
      if (clause && line.spans.count("verb") != 0) span = line.spans.at("verb");
      if (line.type == "passive" && !line.parts.empty()) span = line.parts.front();
      if (!span) continue;
      const std::uint32_t end = without_tail(*span).end;
      if (passive) gold.push_back({key_at(end), line.debatable});
      if (clause && (value_of(line, "form") == "stative" || line.debatable)) stative.insert(end);
    }
    std::vector<Item> found;
    for (const Passive& passive : analysed_.clauses.passives) {
      const Span span = span_of(passive.participle);
      const bool alone = passive.etre == kNoWord && !has_dependent(passive.participle);
      const bool passed_over = alone || (lenient && stative.count(span.end) != 0);
      found.push_back({key_at(span.end), passed_over});
    }
    count(phenomenon, gold, found);
  }

  bool has_dependent(WordIndex word) const {
    return std::any_of(analysed_.trees.arcs.begin(), analysed_.trees.arcs.end(),
                       [word](const Arc& arc) { return arc.head == word; });
  }

  // The word that ends at this byte.
  std::string key_at(std::uint32_t end) const {
    std::uint32_t begin = end;
    for (const Token& token : analysed_.segmentation.tokens) {
      if (token.span.end == end) begin = token.span.begin;
    }
    return text_of({begin, end}) + "@" + std::to_string(end);
  }

  std::string parts_key(const std::vector<Span>& parts) const {
    std::string key;
    for (const Span& part : parts) {
      key += part.empty() ? "- " : text_of(part) + "@" + std::to_string(part.begin) + " ";
    }
    return key;
  }

  void score_negations() {
    std::array<std::vector<Item>, 3> gold;
    std::array<std::vector<Item>, 3> found;
    constexpr std::array<const char*, 3> kTypes = {"negation", "restriction", "expletive"};
    for (const GoldLine& line : record_.lines) {
      for (std::size_t i = 0; i < kTypes.size(); ++i) {
        if (line.type == kTypes[i]) gold[i].push_back({parts_key(line.parts), line.debatable});
      }
    }
    for (const Negation& negation : analysed_.clauses.negations) {
      std::vector<Span> parts;
      parts.push_back(negation.first == kNoWord ? Span{} : span_of(negation.first));
      for (const WordIndex part : negation.parts) {
        if (part != kNoWord) parts.push_back(span_of(part));
      }
      const bool expletive = negation.kind == NegationKind::kExpletive;
      if (parts.size() == 1 && !expletive) parts.emplace_back();  // "ne" alone
      const std::size_t type = expletive ? 2 : negation.kind == NegationKind::kRestriction ? 1 : 0;
      found[type].push_back({parts_key(parts)});
    }
    count(Phenomenon::kNegation, gold[0], found[0]);
    count(Phenomenon::kRestriction, gold[1], found[1]);
    count(Phenomenon::kExpletive, gold[2], found[2]);
  }

  void score_addressee() {
    Addressee found = Addressee::kNone;
    const auto rank = [](Addressee addressee) {
      return addressee == Addressee::kVous   ? 3
             : addressee == Addressee::kNous ? 2
                                             : static_cast<int>(addressee != Addressee::kNone);
    };
    for (const Addressee addressee : analysed_.clauses.addressees) {
      if (rank(addressee) > rank(found)) found = addressee;
    }
    for (const GoldLine& line : record_.lines) {
      if (line.type != "addressee" || line.debatable) continue;
      count(Phenomenon::kAddressee, {{line.kind}}, {{addressee_name(found)}});
    }
  }

  void score_chains() {
    constexpr std::uint32_t kFewest = 3;
    std::vector<Item> gold;
    std::vector<Item> found;
    for (const GoldLine& line : record_.lines) {
      if (line.type != "chain" || line.parts.empty()) continue;
      gold.push_back(
          {text_of(line.parts.front()) + " | " + value_of(line, "links"), line.debatable});
    }
    for (const NounChain& chain : analysed_.clauses.noun_chains) {
      if (chain.links < kFewest) continue;
      found.push_back({text_of(span_of(chain.span)) + " | " + std::to_string(chain.links)});
    }
    count(Phenomenon::kChain, gold, found);
  }

  void score_verb_nouns() {
    std::vector<Item> gold;
    std::vector<Item> found;
    for (const GoldLine& line : record_.lines) {
      if (line.type != "verb-noun" || line.parts.empty()) continue;
      gold.push_back(
          {text_of(line.parts.front()) + " | " + value_of(line, "verb"), line.debatable});
    }
    for (const VerbNoun& pair : analysed_.clauses.verb_nouns) {
      const Span verb = span_of(pair.verb);
      const Span noun = span_of(pair.noun);
      const Span whole{std::min(verb.begin, noun.begin), std::max(verb.end, noun.end)};
      const std::string& lemma = analysed_.tagging.lemmas[analysed_.tagging.words[pair.noun].lemma];
      found.push_back(
          {text_of(whole) + " | " + std::string(analysed_.resources.verb_of_noun(lemma))});
    }
    count(Phenomenon::kVerbNoun, gold, found);
  }

  const GoldRecord& record_;
  const AnalysedSentence& analysed_;
  GoldScores& scores_;
  std::vector<ClauseMatch> matches_;
};

}  // namespace

const char* phenomenon_name(Phenomenon phenomenon) {
  constexpr std::array<const char*, static_cast<std::size_t>(Phenomenon::kCount)> kNames = {
      "clause",          "kind",  "depth",    "subject",  "voice",       "passive",
      "passive-lenient", "agent", "modality", "negation", "restriction", "expletive",
      "addressee",       "chain", "verb-noun"};
  return kNames[static_cast<std::size_t>(phenomenon)];
}

void score_gold(const GoldRecord& record, const AnalysedSentence& analysed, GoldScores& scores) {
  Scorer(record, analysed, scores).run();
}

}  // namespace limpide
