#include "tools/eval/treebank_values.h"

#include <map>
#include <string>
#include <utility>

#include "analyzer/base/utf8.h"
#include "analyzer/segmentation/forms.h"

namespace limpide {
namespace {

class Builder {
 public:
  explicit Builder(const Lexicon& lexicon) : lexicon_(lexicon) {
    values_.tagging.lemmas.emplace_back();
    lemmas_.emplace("", 0);
  }

  [[nodiscard]] bool add(const TreebankSentence& sentence) {
    const auto first_word = static_cast<std::uint32_t>(values_.segmentation.words.size());
    const auto first_token = static_cast<std::uint32_t>(values_.segmentation.tokens.size());
    for (const TreebankToken& token : sentence.tokens) add_token(token, first_word);
    const auto end = static_cast<std::uint32_t>(values_.segmentation.tokens.size());
    for (const TreebankWord& word : sentence.words) {
      if (!add_word(word, first_word, static_cast<std::uint32_t>(sentence.words.size()))) {
        return false;
      }
    }
    set_tokens(sentence, first_word, first_token);
    values_.segmentation.sentences.push_back({first_token, end, 0});
    values_.trees.sentences.push_back(ParseState::kWhole);
    const auto word_end = static_cast<std::uint32_t>(values_.segmentation.words.size());
    values_.trees.sentence_words.push_back({first_word, word_end});
    return true;
  }

  [[nodiscard]] TreebankValues take() { return std::move(values_); }

 private:
  FormIndex intern_form(const std::string& raw) {
    const std::string key = fold_key(raw);
    const auto [at, fresh] = forms_.emplace(key, values_.segmentation.forms.size());
    if (fresh) {
      Form form;
      form.key = key;
      form.lower = to_lower(key);
      form.lexicon = lexicon_.find_any_case(key);
      values_.segmentation.forms.push_back(std::move(form));
    }
    return static_cast<FormIndex>(at->second);
  }

  void add_token(const TreebankToken& token, std::uint32_t first_word) {
    const auto size = static_cast<std::uint32_t>(token.form.size());
    Token added;
    added.span = {offset_, offset_ + size};
    added.form = intern_form(token.form);
    added.first_word = first_word + token.first_word;
    offset_ += size + 1;
    values_.segmentation.tokens.push_back(added);
  }

  void set_tokens(const TreebankSentence& sentence, std::uint32_t first_word,
                  std::uint32_t first_token) {
    for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
      for (std::uint32_t w = sentence.tokens[i].first_word; w < sentence.tokens[i].word_end; ++w) {
        values_.segmentation.words[first_word + w].token = first_token + i;
      }
    }
  }

  [[nodiscard]] bool add_word(const TreebankWord& word, std::uint32_t first_word,
                              std::uint32_t count) {
    const auto upos = upos_from_name(word.upos);
    const auto features = features_from_name(word.features);
    const auto relation = relation_from_name(word.relation);
    if (!upos || !features || !relation || word.head > count) return false;
    values_.segmentation.words.push_back({0, intern_form(word.form)});
    const auto [at, fresh] = lemmas_.emplace(word.lemma, values_.tagging.lemmas.size());
    if (fresh) values_.tagging.lemmas.push_back(word.lemma);
    values_.tagging.words.push_back({*upos, *features, static_cast<LemmaIndex>(at->second)});
    values_.trees.arcs.push_back({word.head == 0 ? kRoot : first_word + word.head - 1, *relation});
    return true;
  }

  const Lexicon& lexicon_;
  TreebankValues values_;
  std::map<std::string, std::size_t> forms_;
  std::map<std::string, std::size_t> lemmas_;
  std::uint32_t offset_ = 0;
};

}  // namespace

Result<TreebankValues> treebank_values(const std::vector<TreebankSentence>& sentences,
                                       const Lexicon& lexicon) {
  Builder builder(lexicon);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (!builder.add(sentences[i])) {
      return make_error(ErrorCode::kInvalidInput, "error.treebank.line", {},
                        {"sentence", static_cast<std::uint32_t>(i + 1), 0});
    }
  }
  return builder.take();
}

}  // namespace limpide
