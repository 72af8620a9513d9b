#include "analyzer/reports/tree_writer.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer/facts/facts.h"
#include "analyzer/parsing/clauses/clauses.h"
#include "analyzer/reports/visible.h"

namespace limpide {
namespace {

constexpr std::string_view kBranch = "\xE2\x94\x9C\xE2\x94\x80 ";      // "|- "
constexpr std::string_view kLastBranch = "\xE2\x94\x94\xE2\x94\x80 ";  // "L- "
constexpr std::string_view kThrough = "\xE2\x94\x82  ";                // "|  "
constexpr std::string_view kBlank = "   ";
constexpr std::size_t kDeepestBranch = 40;  // a deeper word is written at this depth

class SentenceTree {
 public:
  SentenceTree(const Analysis& analysis, const Catalogue& texts, std::uint32_t sentence,
               std::string& out)
      : analysis_(analysis),
        texts_(texts),
        cut_(analysis.segmentation),
        index_(sentence),
        words_(analysis.trees.sentence_words[sentence]),
        out_(out) {}

  void write() {
    const Sentence& sentence = cut_.sentences[index_];
    const Span span = sentence_span(cut_, sentence);
    line(say("analyse.sentence",
             {{"number", std::to_string(index_ + 1)},
              {"role", texts_.text(std::string("analyse.role.") +
                                   role_name(analysis_.structure.blocks[sentence.block].role))},
              {"text", visible_line(slice(analysis_.document->text, span))}}));
    if (analysis_.trees.sentences[index_] == ParseState::kNotAnalysed)
      line("  " + texts_.text("analyse.not_analysed"));
    if (analysis_.trees.sentences[index_] == ParseState::kInPieces)
      line("  " + texts_.text("analyse.in_pieces"));
    out_ += "\n";
    write_tree();
    write_clauses();
    write_facts();
    out_ += "\n";
  }

 private:
  using Arguments = MessageArguments;
  [[nodiscard]] std::string say(const char* key, Arguments arguments) const {
    return texts_.format({key, std::move(arguments)});
  }
  void line(const std::string& text) { out_ += text + "\n"; }

  [[nodiscard]] const std::string& form(WordIndex word) const {
    return cut_.forms[cut_.words[word].form].key;
  }
  // The words as they stand in the text.
  [[nodiscard]] std::string text_of(WordRange words) const {
    if (words.end <= words.first) return "";
    const Span span{cut_.tokens[cut_.words[words.first].token].span.begin,
                    cut_.tokens[cut_.words[words.end - 1].token].span.end};
    return visible_line(slice(analysis_.document->text, span));
  }

  void write_word(WordIndex word, const std::string& indent, std::string_view branch) {
    const WordTag& tag = analysis_.tagging.words[word];
    const std::string& lemma = analysis_.tagging.lemmas[tag.lemma];
    std::string text = "  " + indent + std::string(branch) + visible_line(form(word)) + "  ";
    text += upos_name(tag.upos);
    if (!lemma.empty() && lemma != form(word)) text += " " + visible_line(lemma);
    const std::string features = features_name(tag.features);
    if (features != "_") text += " " + features;
    text += "  [" + std::string(relation_name(analysis_.trees.arcs[word].relation)) + "]";
    line(text);
  }

  // Depth first without recursion: the stack holds words with the indent of their children.
  void write_tree() {
    std::vector<std::vector<WordIndex>> children(words_.end - words_.first);
    struct Pending {
      WordIndex word;
      std::string indent;
      bool last;
      bool root;
    };
    std::vector<Pending> pending;
    for (WordIndex word = words_.end; word > words_.first; --word) {
      const std::uint32_t head = analysis_.trees.arcs[word - 1].head;
      if (head == kRoot)
        pending.push_back({word - 1, "", true, true});
      else
        children[head - words_.first].push_back(word - 1);  // descending
    }
    while (!pending.empty()) {
      const Pending now = pending.back();
      pending.pop_back();
      const std::string_view branch = now.root ? "" : now.last ? kLastBranch : kBranch;
      write_word(now.word, now.indent, branch);
      std::string indent = now.indent;
      if (!now.root && indent.size() < kDeepestBranch * kThrough.size())
        indent += now.last ? kBlank : kThrough;
      const std::vector<WordIndex>& below = children[now.word - words_.first];
      for (std::size_t i = 0; i < below.size(); ++i)
        pending.push_back({below[i], indent, i == 0, false});
    }
  }

  [[nodiscard]] std::string verb_text(const Clause& clause) const {
    std::string text;
    for (std::uint32_t i = clause.verb.first; i < clause.verb.end; ++i) {
      if (!text.empty()) text += " ";
      text += visible_line(form(analysis_.clauses.verb_words[i]));
    }
    return text.empty() ? visible_line(form(clause.head)) : text;
  }

  [[nodiscard]] std::string negation_text(const Negation& negation) const {
    std::string text;
    const auto add = [&](WordIndex word) {
      if (word == kNoWord) return;
      if (!text.empty()) text += " ";
      text += visible_line(form(word));
    };
    add(negation.first);
    for (const WordIndex part : negation.parts) add(part);
    return text;
  }

  void write_clauses() {
    const WordRange mine = analysis_.clauses.sentence_clauses[index_];
    if (mine.end > mine.first) line("\n  " + texts_.text("analyse.clauses"));
    for (std::uint32_t i = mine.first; i < mine.end; ++i) {
      const Clause& clause = analysis_.clauses.clauses[i];
      std::string text = std::string(2 * (std::size_t{clause.depth} + 2), ' ');
      text +=
          say("analyse.clause",
              {{"kind", texts_.text(std::string("analyse.kind.") + clause_kind_name(clause.kind))},
               {"verb", verb_text(clause)}});
      text +=
          texts_.text(clause.stative ? "analyse.stative"
                                     : std::string("analyse.voice.") + voice_name(clause.voice));
      if (clause.voice == Voice::kPassive)
        text += " " + texts_.text(std::string("analyse.confidence.") +
                                  voice_confidence_name(clause.confidence));
      const auto add = [&](const char* key, const std::string& value) {
        if (!value.empty()) text += say(key, {{"text", value}});
      };
      add("analyse.subject", text_of(clause.subject.span));
      add("analyse.agent", text_of(clause.agent));
      if (clause.verb.modality != Modality::kNone)
        text += texts_.text(std::string("analyse.modality.") + modality_name(clause.verb.modality));
      if (clause.verb.negation != kNoItem)
        add("analyse.negation", negation_text(analysis_.clauses.negations[clause.verb.negation]));
      line(text);
    }
  }

  void write_facts() {
    const std::vector<Fact>& all = analysis_.facts;
    auto at = std::lower_bound(all.begin(), all.end(), index_,
                               [](const Fact& fact, std::uint32_t i) { return fact.sentence < i; });
    if (at == all.end() || at->sentence != index_) return;
    line("\n  " + texts_.text("analyse.facts"));
    for (; at != all.end() && at->sentence == index_; ++at) {
      line("    " +
           say("analyse.fact", {{"text", visible_line(slice(analysis_.document->text, at->span))},
                                {"key", visible_line(fact_key(*at))}}));
    }
  }

  const Analysis& analysis_;
  const Catalogue& texts_;
  const Segmentation& cut_;
  std::uint32_t index_;
  WordRange words_;
  std::string& out_;
};

}  // namespace

std::string tree_text(const Analysis& analysis, const Catalogue& texts, const std::string& name) {
  std::string out = texts.format({"analyse.title", {{"name", visible_line(name)}}}) + "\n\n";
  for (std::uint32_t i = 0; i < analysis.segmentation.sentences.size(); ++i)
    SentenceTree(analysis, texts, i, out).write();
  return out;
}

}  // namespace limpide
