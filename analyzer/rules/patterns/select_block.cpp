// <block role= words-min= words-max= sentences-min= level-min= ordered= align= size-below= look=
// look-words-min= look-percent-min= contrast-below=>: one block of text. role as `limpide analyse`
// names it; align: start, end, center, justify; size-below: points, over all its known runs; look:
// bold, italic, underline, capitals, over at least look-words-min words and look-percent-min of a
// hundred words of the block; contrast-below: a run whose colour on white has a lower contrast, in
// tenths (45 is 4.5 to 1). Arguments: mots, phrases, taille.
#include <algorithm>
#include <array>
#include <cmath>

#include "analyzer/rules/patterns/selectors.h"

namespace limpide {
namespace {

constexpr std::uint32_t kRoles = static_cast<std::uint32_t>(Role::kCode) + 1;
constexpr std::uint32_t kAlignments = static_cast<std::uint32_t>(Alignment::kJustify) + 1;

const char* alignment_name(Alignment alignment) {
  constexpr std::array<const char*, kAlignments> kNames = {"unknown", "start", "end", "center",
                                                           "justify"};
  return kNames[static_cast<std::size_t>(alignment)];
}

enum class Look : std::uint8_t { kBold, kItalic, kUnderline, kCapitals };
const char* look_name(Look look) {
  constexpr std::array<const char*, 4> kNames = {"bold", "italic", "underline", "capitals"};
  return kNames[static_cast<std::size_t>(look)];
}
bool has_look(const Run& run, std::uint32_t looks) {
  const auto asked = [looks](Look look) {
    return (looks >> static_cast<std::uint32_t>(look) & 1U) != 0;
  };
  return (asked(Look::kBold) && run.bold) || (asked(Look::kItalic) && run.italic) ||
         (asked(Look::kUnderline) && run.underline) || (asked(Look::kCapitals) && run.capitals);
}

constexpr std::uint32_t kPaleBytes = 12;
constexpr double kNearlyWhite = 1.6;

// WCAG 2: contrast of a colour (0xRRGGBB) on white, from 1 to 21.
double contrast_on_white(std::int32_t colour) {
  const auto channel = [colour](int shift) {
    const double value = static_cast<double>(colour >> shift & 0xFF) / 255;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 1.05 / (0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0) + 0.05);
}

// The sentences of each block follow each other.
struct BlockSentences {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
};
BlockSentences sentences_of_block(const Analysis& analysis, std::uint32_t block) {
  const auto& sentences = analysis.segmentation.sentences;
  const auto before = [](const Sentence& sentence, std::uint32_t b) { return sentence.block < b; };
  const auto first = std::lower_bound(sentences.begin(), sentences.end(), block, before);
  const auto last = std::lower_bound(first, sentences.end(), block + 1, before);
  return {static_cast<std::uint32_t>(first - sentences.begin()),
          static_cast<std::uint32_t>(last - sentences.begin())};
}

class BlockSelector final : public Selector {
 public:
  explicit BlockSelector(AttributeReader& attributes)
      : roles_(attributes.choices("role", role_name, kRoles)),
        alignments_(attributes.choices("align", alignment_name, kAlignments)),
        looks_(attributes.choices("look", look_name, 4)),
        look_words_min_(attributes.number("look-words-min", 1)),
        look_percent_min_(attributes.number("look-percent-min", 0)),
        words_min_(attributes.number("words-min", 0)),
        words_max_(attributes.number("words-max", 0xFFFFFFFF)),
        sentences_min_(attributes.number("sentences-min", 0)),
        level_min_(attributes.number("level-min", 0)),
        size_below_(attributes.number("size-below", 0)),
        contrast_below_(attributes.number("contrast-below", 0)),
        ordered_(attributes.yes_no("ordered")) {}

  void list(const MatchContext& context, WordRange within,
            std::vector<MatchPlace>& places) const override {
    if (within.first >= within.end) return;
    const Analysis& analysis = context.analysis;
    const auto block_of = [&analysis](WordIndex word) {
      return analysis.segmentation.sentences[sentence_of_word(analysis, word)].block;
    };
    const std::uint32_t last = block_of(within.end - 1);
    for (std::uint32_t block = block_of(within.first); block <= last; ++block) {
      const BlockSentences own = sentences_of_block(analysis, block);
      if (own.first == own.end || !fits(analysis, block, own)) continue;
      const WordRange words{words_of_sentence(analysis, own.first).first,
                            words_of_sentence(analysis, own.end - 1).end};
      places.push_back(
          {span_of_words(analysis, words), words, words.first, own.first, block, nullptr});
    }
  }
  void describe(const MatchContext& context, const MatchPlace& place,
                MessageArguments& arguments) const override {
    const BlockSentences own = sentences_of_block(context.analysis, place.item);
    arguments.emplace_back("mots", std::to_string(words_of(context.analysis, own)));
    arguments.emplace_back("phrases", std::to_string(own.end - own.first));
    arguments.emplace_back("taille",
                           std::to_string(std::lround(largest_size(context.analysis, place.item))));
  }
  [[nodiscard]] bool needs_trees() const override { return false; }

 private:
  static std::uint32_t words_of(const Analysis& analysis, const BlockSentences& own) {
    std::uint32_t words = 0;
    for (std::uint32_t i = own.first; i < own.end; ++i) words += analysis.metrics.sentence_words[i];
    return words;
  }

  template <typename Use>
  static void each_run(const Analysis& analysis, std::uint32_t block, const Use& use) {
    const Document& document = *analysis.document;
    const Span text = document.blocks[block].text;
    auto at =
        std::lower_bound(document.runs.begin(), document.runs.end(), text.begin,
                         [](const Run& run, std::uint32_t begin) { return run.text.end <= begin; });
    for (; at != document.runs.end() && at->text.begin < text.end; ++at) use(*at);
  }

  // 0 when no run has a known size.
  static float largest_size(const Analysis& analysis, std::uint32_t block) {
    float size = 0;
    each_run(analysis, block, [&size](const Run& run) { size = std::max(size, run.size_points); });
    return size;
  }

  static std::uint32_t pieces_of(std::string_view text) {
    std::uint32_t pieces = 0;
    bool inside = false;
    for (const char byte : text) {
      const bool blank = byte == ' ' || byte == '\n' || byte == '\t';
      if (!blank && !inside) ++pieces;
      inside = !blank;
    }
    return pieces;
  }

  [[nodiscard]] std::uint32_t look_words(const Analysis& analysis, std::uint32_t block) const {
    std::uint32_t words = 0;
    each_run(analysis, block, [&](const Run& run) {
      if (has_look(run, looks_)) words += pieces_of(slice(analysis.document->text, run.text));
    });
    return words;
  }

  // On a white page; nearly white text stands on a dark ground, which no reader tells.
  [[nodiscard]] bool has_pale_run(const Analysis& analysis, std::uint32_t block) const {
    bool pale = false;
    each_run(analysis, block, [&](const Run& run) {
      if (run.colour < 0 || run.text.size() < kPaleBytes) return;
      const double contrast = contrast_on_white(run.colour);
      pale = pale || (contrast > kNearlyWhite && contrast * 10 < contrast_below_);
    });
    return pale;
  }

  [[nodiscard]] bool looks_so(const Analysis& analysis, std::uint32_t block) const {
    const std::uint32_t words = look_words(analysis, block);
    if (words < look_words_min_) return false;
    const Document& document = *analysis.document;
    const std::uint64_t all = pieces_of(slice(document.text, document.blocks[block].text));
    return std::uint64_t{words} * 100 >= all * look_percent_min_;
  }

  [[nodiscard]] bool fits(const Analysis& analysis, std::uint32_t block,
                          const BlockSentences& own) const {
    const Block& found = analysis.document->blocks[block];
    if (!chosen(roles_, analysis.structure.blocks[block].role) ||
        !chosen(alignments_, found.alignment) || found.level < level_min_) {
      return false;
    }
    if (ordered_ && *ordered_ != found.ordered) return false;
    if (own.end - own.first < sentences_min_) return false;
    const std::uint32_t words = words_of(analysis, own);
    if (words < words_min_ || words > words_max_) return false;
    if (size_below_ != 0) {
      const float size = largest_size(analysis, block);
      if (size == 0 || size >= static_cast<float>(size_below_)) return false;
    }
    if (contrast_below_ != 0 && !has_pale_run(analysis, block)) return false;
    return looks_ == 0 || looks_so(analysis, block);
  }

  std::uint32_t roles_, alignments_, looks_, look_words_min_, look_percent_min_, words_min_,
      words_max_, sentences_min_, level_min_, size_below_, contrast_below_;
  std::optional<bool> ordered_;
};

}  // namespace

SelectorResult make_block_selector(AttributeReader& attributes, const RuleResources&) {
  return std::unique_ptr<const Selector>(std::make_unique<BlockSelector>(attributes));
}

}  // namespace limpide
