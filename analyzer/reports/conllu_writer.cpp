#include "analyzer/reports/conllu_writer.h"

#include <algorithm>
#include <string_view>

#include "analyzer/facts/facts.h"
#include "analyzer/parsing/clauses/clauses.h"
#include "analyzer/reports/visible.h"

namespace limpide {
namespace {

const char* parse_state_name(ParseState state) {
  switch (state) {
    case ParseState::kWhole:
      return "whole";
    case ParseState::kInPieces:
      return "in-pieces";
    case ParseState::kNotAnalysed:
      return "not-analysed";
  }
  return "not-analysed";
}

class SentenceWriter {
 public:
  SentenceWriter(const Analysis& analysis, std::uint32_t sentence, std::string& out)
      : analysis_(analysis),
        cut_(analysis.segmentation),
        sentence_(cut_.sentences[sentence]),
        index_(sentence),
        words_(analysis.trees.sentence_words[sentence]),
        out_(out) {}

  void write() {
    const Span span = sentence_span(cut_, sentence_);
    comment("sent_id", "s" + std::to_string(index_ + 1));
    comment("text", visible_line(slice(analysis_.document->text, span)));
    comment("limpide_place", "block=" + std::to_string(sentence_.block + 1) + " role=" +
                                 role_name(analysis_.structure.blocks[sentence_.block].role) +
                                 " bytes=" + bytes(span));
    comment("limpide_parse", parse_state_name(analysis_.trees.sentences[index_]));
    comment("limpide_addressee", addressee_name(analysis_.clauses.addressees[index_]));
    write_protected();
    write_clauses();
    write_passives();
    write_facts();
    for (std::uint32_t at = sentence_.first_token; at < sentence_.token_end; ++at) write_token(at);
    out_ += "\n";
  }

 private:
  void comment(std::string_view key, std::string_view value) {
    out_ += "# ";
    out_ += key;
    out_ += " = ";
    out_ += value;
    out_ += "\n";
  }
  static std::string bytes(Span span) {
    return std::to_string(span.begin) + ":" + std::to_string(span.end);
  }
  [[nodiscard]] std::string id(WordIndex word) const {
    return std::to_string(word - words_.first + 1);
  }
  [[nodiscard]] std::string range(WordRange words) const {
    return words.end == words.first + 1 ? id(words.first)
                                        : id(words.first) + "-" + id(words.end - 1);
  }
  [[nodiscard]] std::uint32_t words_end(std::uint32_t token) const {
    return token + 1 < cut_.tokens.size() ? cut_.tokens[token + 1].first_word
                                          : static_cast<std::uint32_t>(cut_.words.size());
  }

  void write_protected() {
    for (std::uint32_t at = sentence_.first_token; at < sentence_.token_end; ++at) {
      const std::uint32_t unit = analysis_.protected_of_token[at];
      if (unit == 0) continue;
      const ProtectedSpan& span = cut_.protected_spans[unit - 1];
      if (span.first_token != at) continue;
      const WordRange words{cut_.tokens[at].first_word, words_end(span.token_end - 1)};
      comment("limpide_protected", range(words) + " " + protected_kind_name(span.kind));
    }
  }

  void write_clauses() {
    const WordRange mine = analysis_.clauses.sentence_clauses[index_];
    for (std::uint32_t i = mine.first; i < mine.end; ++i) {
      const Clause& clause = analysis_.clauses.clauses[i];
      std::string line = range(clause.span) + " " + clause_kind_name(clause.kind) +
                         " depth=" + std::to_string(clause.depth) + " head=" + id(clause.head);
      if (clause.verb.end > clause.verb.first) {
        line += " verb=";
        for (std::uint32_t v = clause.verb.first; v < clause.verb.end; ++v) {
          if (v > clause.verb.first) line += ",";
          line += id(analysis_.clauses.verb_words[v]);
        }
      }
      line += std::string(" voice=") + voice_name(clause.voice);
      if (clause.voice == Voice::kPassive)
        line += std::string(" confidence=") + voice_confidence_name(clause.confidence);
      if (clause.stative) line += " stative";
      if (clause.subject.span.end > clause.subject.span.first)
        line += " subject=" + range(clause.subject.span);
      if (clause.agent.end > clause.agent.first) line += " agent=" + range(clause.agent);
      if (clause.verb.modality != Modality::kNone)
        line += std::string(" modality=") + modality_name(clause.verb.modality);
      if (clause.verb.negation != kNoItem) line += " negated";
      comment("limpide_clause", line);
    }
  }

  // Infinitives and lone participles too, which head no clause.
  void write_passives() {
    const std::vector<Passive>& all = analysis_.clauses.passives;
    auto at = std::lower_bound(
        all.begin(), all.end(), words_.first,
        [](const Passive& passive, WordIndex first) { return passive.participle < first; });
    for (; at != all.end() && at->participle < words_.end; ++at) {
      const Passive& passive = *at;
      std::string line = id(passive.participle);
      line += std::string(" ") + voice_confidence_name(passive.confidence);
      if (passive.agent.end > passive.agent.first) line += " agent=" + range(passive.agent);
      comment("limpide_passive", line);
    }
  }

  void write_facts() {
    const std::vector<Fact>& all = analysis_.facts;
    auto at = std::lower_bound(all.begin(), all.end(), index_,
                               [](const Fact& fact, std::uint32_t i) { return fact.sentence < i; });
    for (; at != all.end() && at->sentence == index_; ++at)
      comment("limpide_fact", bytes(at->span) + " " + visible_line(fact_key(*at)));
  }

  void write_token(std::uint32_t at) {
    const Token& token = cut_.tokens[at];
    const std::uint32_t end = words_end(at);
    const bool glued = at + 1 < sentence_.token_end && !cut_.tokens[at + 1].space_before;
    std::string misc = glued ? "SpaceAfter=No|Bytes=" : "Bytes=";
    misc += bytes(token.span);
    const std::string written = visible_line(slice(analysis_.document->text, token.span));
    if (end > token.first_word + 1) {
      out_ +=
          range({token.first_word, end}) + "\t" + written + "\t_\t_\t_\t_\t_\t_\t_\t" + misc + "\n";
      for (std::uint32_t word = token.first_word; word < end; ++word)
        write_word(word, cut_.forms[cut_.words[word].form].key, "_");
      return;
    }
    write_word(token.first_word, written, misc);
  }

  void write_word(WordIndex word, const std::string& form, const std::string& misc) {
    const WordTag& tag = analysis_.tagging.words[word];
    const Arc& arc = analysis_.trees.arcs[word];
    const std::string& lemma = analysis_.tagging.lemmas[tag.lemma];
    out_ += id(word) + "\t" + form + "\t" + (lemma.empty() ? "_" : visible_line(lemma)) + "\t";
    out_ += upos_name(tag.upos);
    out_ += "\t_\t" + features_name(tag.features) + "\t";
    out_ += arc.head == kRoot ? "0" : id(arc.head);
    out_ += "\t";
    out_ += relation_name(arc.relation);
    out_ += "\t_\t" + misc + "\n";
  }

  const Analysis& analysis_;
  const Segmentation& cut_;
  const Sentence& sentence_;
  std::uint32_t index_;
  WordRange words_;
  std::string& out_;
};

}  // namespace

std::string conllu_text(const Analysis& analysis, const std::string& name) {
  std::string out = "# newdoc id = " + visible_line(name) + "\n";
  for (std::uint32_t i = 0; i < analysis.segmentation.sentences.size(); ++i)
    SentenceWriter(analysis, i, out).write();
  return out;
}

}  // namespace limpide
