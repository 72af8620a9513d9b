#include "analyzer/analysis/syntax.h"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include "analyzer/base/parallel.h"

namespace limpide {
namespace {

// Below, what a thread computes once a form costs more than it gains.
constexpr std::size_t kLeastWordsOfThread = 250;

// Sentences in runs of about as many tokens.
std::vector<SentenceRange> shares_of(const Segmentation& cut, std::size_t parts) {
  const auto count = static_cast<std::uint32_t>(cut.sentences.size());
  std::vector<SentenceRange> shares;
  std::uint32_t first = 0;
  for (std::size_t part = 1; part <= parts; ++part) {
    const std::size_t until = cut.tokens.size() * part / parts;
    std::uint32_t end = first;
    while (end < count && (part == parts || cut.sentences[end].token_end <= until)) ++end;
    shares.push_back({first, end});
    first = end;
  }
  return shares;
}

std::uint32_t word_at(const Segmentation& cut, std::uint32_t token) {
  return token < cut.tokens.size() ? cut.tokens[token].first_word
                                   : static_cast<std::uint32_t>(cut.words.size());
}

// Lemmas keep the order of their first word, as one thread alone would number them.
class TaggingJoiner {
 public:
  explicit TaggingJoiner(Tagging first) : all_(std::move(first)) {
    for (std::size_t i = 0; i < all_.lemmas.size(); ++i) {
      numbers_.emplace(all_.lemmas[i], static_cast<LemmaIndex>(i));
    }
  }
  void add(const Tagging& part, WordRange words) {
    std::vector<LemmaIndex> own(part.lemmas.size());
    for (std::size_t i = 0; i < part.lemmas.size(); ++i) {
      const auto number =
          numbers_.emplace(part.lemmas[i], static_cast<LemmaIndex>(all_.lemmas.size()));
      if (number.second) all_.lemmas.push_back(part.lemmas[i]);
      own[i] = number.first->second;
    }
    for (std::uint32_t i = words.first; i < words.end; ++i) {
      all_.words[i] = part.words[i];
      all_.words[i].lemma = own[part.words[i].lemma];
    }
  }
  Tagging take() { return std::move(all_); }

 private:
  Tagging all_;
  std::unordered_map<std::string, LemmaIndex> numbers_;
};

}  // namespace

Syntax find_syntax(const Segmentation& segmentation, const LanguageResources& language,
                   std::span<SyntaxMemory> memories) {
  const SyntaxResources& models = *language.syntax;
  const std::size_t parts = std::clamp<std::size_t>(segmentation.words.size() / kLeastWordsOfThread,
                                                    1, std::max<std::size_t>(1, memories.size()));
  Syntax syntax;
  const std::vector<SentenceRange> shares = shares_of(segmentation, parts);
  std::vector<Tagging> tags(parts);
  std::vector<Trees> trees(parts);
  const auto work = [&](std::size_t part) {
    tags[part] = tag_words(segmentation, language.lexicon, models.tagging, shares[part],
                           memories[part].tagging);
    trees[part] = parse_words(segmentation, tags[part], language.lexicon, models.parsing,
                              shares[part], memories[part].parsing);
  };
  if (parts == 1) {
    work(0);
    return {std::move(tags.front()), std::move(trees.front())};
  }
  run_parts(parts, work);
  TaggingJoiner joiner(std::move(tags.front()));
  syntax.trees = std::move(trees.front());
  for (std::size_t part = 1; part < parts; ++part) {
    const SentenceRange share = shares[part];
    if (share.first == share.end) continue;
    const WordRange words{word_at(segmentation, segmentation.sentences[share.first].first_token),
                          word_at(segmentation, segmentation.sentences[share.end - 1].token_end)};
    joiner.add(tags[part], words);
    std::copy(trees[part].arcs.begin() + words.first, trees[part].arcs.begin() + words.end,
              syntax.trees.arcs.begin() + words.first);
    const auto append = [](auto& all, const auto& more) {
      all.insert(all.end(), more.begin(), more.end());
    };
    append(syntax.trees.sentences, trees[part].sentences);
    append(syntax.trees.sentence_words, trees[part].sentence_words);
  }
  syntax.tagging = joiner.take();
  return syntax;
}

}  // namespace limpide
