#include "analyzer/rewriting/grammar/series_faults.h"

namespace limpide {
namespace {

class SeriesReader {
 public:
  SeriesReader(const Analysis& analysis, const GrammarWords& words,
               std::vector<SentenceFault>& faults)
      : analysis_(analysis), words_(words), faults_(faults) {}

  void read(const Sentence& sentence) {
    bool announced = false;   // "que", "si": what "et que" takes up
    bool infinitive = false;  // "de lire": what "et d'ecrire" takes up
    for (std::uint32_t i = sentence.first_token; i < sentence.token_end; ++i) {
      if (words_.joints.count(lower(i)) != 0)
        look_behind(i, sentence.token_end, announced, infinitive);
      const bool compares = i > sentence.first_token && words_.comparing.count(lower(i - 1)) != 0;
      announced = announced || (!compares && words_.announcing.count(lower(i)) != 0);
      infinitive = infinitive || is_of_infinitive(i, sentence.token_end);
    }
  }

 private:
  [[nodiscard]] const std::string& lower(std::uint32_t i) const {
    const Segmentation& cut = analysis_.segmentation;
    return cut.forms[cut.tokens[i].form].lower;
  }
  [[nodiscard]] const WordTag& tag(std::uint32_t i) const {
    return analysis_.tagging.words[analysis_.segmentation.tokens[i].first_word];
  }

  // "de [nous l'] envoyer"
  [[nodiscard]] bool is_of_infinitive(std::uint32_t i, std::uint32_t end) const {
    if (words_.of.count(lower(i)) == 0) return false;
    for (++i; i < end; ++i) {
      if (tag(i).features.verb_form == VerbForm::kInf) return true;
      if (tag(i).upos != Upos::kPron && tag(i).upos != Upos::kAdv) return false;
    }
    return false;
  }

  void look_behind(std::uint32_t joint, std::uint32_t end, bool announced, bool infinitive) {
    std::uint32_t next = joint + 1;
    while (next < end && (tag(next).upos == Upos::kAdv || lower(next) == ",") &&
           words_.repeating.count(lower(next)) == 0) {
      ++next;
    }
    if (next >= end) return;
    const bool repeats = words_.repeating.count(lower(next)) != 0 && !announced;
    if (!repeats && (infinitive || !is_of_infinitive(next, end))) return;
    const auto& tokens = analysis_.segmentation.tokens;
    faults_.push_back({FaultKind::kSeries, lower(joint) + " " + lower(next), tokens[joint].span,
                       tokens[next].span});
  }

  const Analysis& analysis_;
  const GrammarWords& words_;
  std::vector<SentenceFault>& faults_;
};

}  // namespace

void add_series_faults(const Analysis& analysis, const GrammarWords& words,
                       std::vector<SentenceFault>& faults) {
  SeriesReader reader(analysis, words, faults);
  for (const Sentence& sentence : analysis.segmentation.sentences) reader.read(sentence);
}

}  // namespace limpide
