#include "analyzer/parsing/parser.h"

#include <algorithm>

#include "analyzer/parsing/parse_input.h"

namespace limpide {
namespace {

// Pieces are not cut shorter than this where a longer one can end at a mark.
constexpr std::size_t kPieceWordsAtLeast = 64;

class DocumentParser {
 public:
  DocumentParser(const Segmentation& segmentation, const Tagging& tagging, const Lexicon& lexicon,
                 const ParsingModel& model, std::size_t beam, ParseMemory& memory)
      : segmentation_(segmentation),
        input_(segmentation, tagging, lexicon),
        model_(model),
        beam_(beam),
        memory_(memory) {}

  Trees parse(SentenceRange range) {
    trees_.arcs.assign(segmentation_.words.size(), Arc{});
    trees_.sentences.reserve(range.end - range.first);
    trees_.sentence_words.reserve(range.end - range.first);
    for (std::uint32_t at = range.first; at < range.end; ++at) {
      const Sentence& sentence = segmentation_.sentences[at];
      const WordRange words{first_word(sentence.first_token), first_word(sentence.token_end)};
      trees_.sentence_words.push_back(words);
      trees_.sentences.push_back(parse_sentence(words));
    }
    return std::move(trees_);
  }

 private:
  [[nodiscard]] std::uint32_t first_word(std::uint32_t token) const {
    return token < segmentation_.tokens.size()
               ? segmentation_.tokens[token].first_word
               : static_cast<std::uint32_t>(segmentation_.words.size());
  }
  ParseState parse_sentence(WordRange range) {
    const std::size_t size = range.end - range.first;
    if (size <= kWholeWordsAtMost) {
      if (size > 0) (void)parse_piece(range);
      return ParseState::kWhole;
    }
    if (size > kPiecesWordsAtMost) {
      trees_.arcs[range.first] = {kRoot, Relation::kRoot};
      for (std::uint32_t word = range.first + 1; word < range.end; ++word) {
        trees_.arcs[word] = {range.first, Relation::kDep};
      }
      return ParseState::kNotAnalysed;
    }
    std::uint32_t first_root = kRoot;
    for (std::uint32_t first = range.first; first < range.end;) {
      const WordRange piece{first, end_of_piece(first, range.end)};
      const std::uint32_t root = parse_piece(piece);
      if (first_root == kRoot) {
        first_root = root;
      } else {
        trees_.arcs[root] = {first_root, Relation::kParataxis};
      }
      first = piece.end;
    }
    return ParseState::kInPieces;
  }

  // After the last mark that ends a clause for sure; else after any mark; else where it must.
  [[nodiscard]] std::uint32_t end_of_piece(std::uint32_t first, std::uint32_t end) const {
    const std::uint32_t furthest =
        static_cast<std::uint32_t>(std::min<std::size_t>(end, first + kWholeWordsAtMost));
    if (furthest == end) return end;
    std::uint32_t any = furthest;
    for (std::uint32_t at = furthest; at > first + kPieceWordsAtLeast; --at) {
      const std::uint32_t mark = input_.mark(at - 1);
      if (is_strong_mark(mark)) return at;
      if (mark != 0 && any == furthest) any = at;
    }
    return any;
  }

  // Returns the word that is its root.
  std::uint32_t parse_piece(WordRange range) {
    words_.clear();
    for (std::uint32_t word = range.first; word < range.end; ++word) {
      words_.push_back(input_.word(word));
    }
    sentence_.assign(words_.data(), words_.size());
    search_.begin(sentence_, model_.labels(), memory_);
    while (search_.step(model_, beam_, kDefaultMargin)) {
    }
    search_.read_arcs(search_.best(), heads_, relations_);
    const WordPlace root = keep_one_root(sentence_, heads_, relations_);
    join_marks(sentence_, heads_);
    for (std::size_t i = 1; i < heads_.size(); ++i) {
      const std::uint32_t head = heads_[i] == 0 ? kRoot : range.first + heads_[i] - 1U;
      trees_.arcs[range.first + i - 1] = {head, relations_[i]};
    }
    return range.first + root - 1U;
  }

  const Segmentation& segmentation_;
  ParseInput input_;
  const ParsingModel& model_;
  std::size_t beam_;
  ParseMemory& memory_;
  Trees trees_;
  std::vector<ParseWord> words_;
  SentenceView sentence_;
  BeamSearch search_;
  std::vector<WordPlace> heads_;
  std::vector<Relation> relations_;
};

}  // namespace

Trees parse_words(const Segmentation& segmentation, const Tagging& tagging, const Lexicon& lexicon,
                  const ParsingModel& model) {
  return parse_words(segmentation, tagging, lexicon, model, kDefaultBeam);
}

Trees parse_words(const Segmentation& segmentation, const Tagging& tagging, const Lexicon& lexicon,
                  const ParsingModel& model, std::size_t beam) {
  ParseMemory memory;
  return DocumentParser(segmentation, tagging, lexicon, model, beam, memory)
      .parse({0, static_cast<std::uint32_t>(segmentation.sentences.size())});
}

Trees parse_words(const Segmentation& segmentation, const Tagging& tagging, const Lexicon& lexicon,
                  const ParsingModel& model, SentenceRange range, ParseMemory& memory) {
  return DocumentParser(segmentation, tagging, lexicon, model, kDefaultBeam, memory).parse(range);
}

}  // namespace limpide
