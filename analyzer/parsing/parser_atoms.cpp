#include "analyzer/parsing/parser_atoms.h"

#include <algorithm>
#include <utility>

#include "analyzer/tagging/sparse_rows.h"

namespace limpide {
namespace {

using enum Atom;

std::uint64_t distance_class(WordPlace from, WordPlace to) {
  const unsigned distance = static_cast<unsigned>(to) - from;
  if (distance <= 5) return distance;
  return distance <= 8 ? 6 : distance <= 14 ? 7 : 8;
}

class AtomWriter {
 public:
  AtomWriter(const SentenceView& sentence, AtomValues& values)
      : words_(sentence.words.data()), values_(values) {}
  void set(Atom atom, std::uint64_t value) { values_[static_cast<std::size_t>(atom)] = value; }
  [[nodiscard]] const ParseWord& word(WordPlace place) const { return words_[place]; }

  void child(Atom form, Atom tag, Atom relation, WordPlace place, std::uint8_t label) {
    set(form, word(place).form);
    set(tag, word(place).tag);
    set(relation, label);
  }

 private:
  const ParseWord* words_;
  AtomValues& values_;
};

void read_buffer(AtomWriter& out, WordPlace next) {
  const ParseWord& b0 = out.word(next);
  const ParseWord& b1 = out.word(static_cast<WordPlace>(next + 1));
  const ParseWord& b2 = out.word(static_cast<WordPlace>(next + 2));
  out.set(kB0w, b0.form);
  out.set(kB0l, b0.lemma);
  out.set(kB0p, b0.tag);
  out.set(kB0u, b0.coarse);
  out.set(kB0g, b0.agreement);
  out.set(kB0v, b0.valency);
  out.set(kB0a, b0.readings * std::uint64_t{1024} + b0.tag);
  out.set(kB1w, b1.form);
  out.set(kB1l, b1.lemma);
  out.set(kB1p, b1.tag);
  out.set(kB1g, b1.agreement);
  out.set(kB1a, b1.readings * std::uint64_t{1024} + b1.tag);
  out.set(kB2w, b2.form);
  out.set(kB2p, b2.tag);
  out.set(kBm1p, out.word(static_cast<WordPlace>(next - 1)).tag);
}

void read_top(AtomWriter& out, WordPlace place) {
  const ParseWord& s0 = out.word(place);
  out.set(kS0w, s0.form);
  out.set(kS0l, s0.lemma);
  out.set(kS0p, s0.tag);
  out.set(kS0u, s0.coarse);
  out.set(kS0g, s0.agreement);
  out.set(kS0v, s0.valency);
  out.set(kS0a, s0.readings * std::uint64_t{1024} + s0.tag);
  out.set(kS0np, place == 0 ? 0 : out.word(static_cast<WordPlace>(place + 1)).tag);
  out.set(kS0mp, place == 0 ? 0 : out.word(static_cast<WordPlace>(place - 1)).tag);
}

// 0: nothing is on the stack.
std::uint64_t between_class(const SentenceView& sentence, WordPlace from, WordPlace to) {
  if (from == 0) return 0;
  const std::size_t before = to - 1U;
  const auto count = [&](const std::vector<std::uint16_t>& sums, unsigned most) {
    return std::min<std::uint64_t>(static_cast<unsigned>(sums[before]) - sums[from], most);
  };
  return 1 + count(sentence.commas, 2) + 3 * count(sentence.verbs, 2) +
         9 * count(sentence.joints, 1) + 18 * count(sentence.marks, 1);
}

// By its auxiliary or subject; a participle may be one without ("la piece demandee par").
std::uint64_t passive_class(const ParseWord& word, RelationSet left) {
  constexpr RelationSet kSigns =
      relation_bit(Relation::kAuxPass) | relation_bit(Relation::kNsubjPass);
  if ((left & kSigns) != 0) return 2;
  return word.past_participle ? 1 : 0;
}

void read_stack(AtomWriter& out, const StackNode& s0, const NodeArena& nodes) {
  static const StackNode kEmpty{};
  const StackNode* below = nodes.at(s0.below);
  const StackNode& s1 = below == nullptr ? kEmpty : *below;
  const StackNode* third = nodes.at(s1.below);
  const StackNode& s2 = third == nullptr ? kEmpty : *third;
  const bool has_head = s0.relation != 0;
  out.set(kS0r, s0.relation);
  out.set(kHh, has_head ? 1 : 0);
  out.set(kHw, has_head ? out.word(s1.word).form : 0);
  out.set(kHl, has_head ? out.word(s1.word).lemma : 0);
  out.set(kHp, has_head ? out.word(s1.word).tag : 0);
  out.set(kHr, has_head ? s1.relation : 0);
  out.set(kHg, has_head ? out.word(s1.word).agreement : 0);
  out.set(kH2p, has_head && s1.relation != 0 ? out.word(s2.word).tag : 0);
  out.set(kH2g, has_head && s1.relation != 0 ? out.word(s2.word).agreement : 0);
  out.set(kPl, out.word(s0.waiting).lemma);
  out.set(kPp, out.word(s0.waiting).tag);
  out.set(kPg, out.word(s0.waiting).agreement);
  out.set(kS1w, out.word(s1.word).form);
  out.set(kS1p, out.word(s1.word).tag);
  out.set(kS1l, out.word(s1.word).lemma);
  out.set(kS1r, s1.relation);
  out.set(kS1sr, s1.right.relations);
  out.set(kS1sl, s1.left.relations);
  out.set(kS2p, out.word(s2.word).tag);
  out.set(kS2l, out.word(s2.word).lemma);
  out.child(kS0Lw, kS0Lp, kS0Lr, s0.left.outer, s0.left.outer_relation);
  out.child(kS0Rw, kS0Rp, kS0Rr, s0.right.outer, s0.right.outer_relation);
  out.child(kS0L2w, kS0L2p, kS0L2r, s0.left.second, s0.left.second_relation);
  out.child(kS0R2w, kS0R2p, kS0R2r, s0.right.second, s0.right.second_relation);
  out.set(kS0Rl, out.word(s0.right.outer).lemma);
  out.set(kS0nl, std::min<unsigned>(s0.left.count, 4));
  out.set(kS0nr, std::min<unsigned>(s0.right.count, 4));
  out.set(kS0sl, s0.left.relations);
  out.set(kS0sr, s0.right.relations);
  out.set(kS0pass, passive_class(out.word(s0.word), s0.left.relations));
}

}  // namespace

void SentenceView::assign(const ParseWord* first, std::size_t size) {
  count = static_cast<WordPlace>(size);
  words.assign(size + 3, ParseWord{});
  std::copy(first, first + size, words.begin() + 1);
  upos.assign(size + 3, Upos::kX);
  commas.assign(size + 3, 0);
  verbs.assign(size + 3, 0);
  joints.assign(size + 3, 0);
  marks.assign(size + 3, 0);
  partners.assign(size + 3, 0);
  for (std::size_t i = 1; i <= size; ++i) {
    const ParseWord& word = words[i];
    upos[i] = word.upos;
    const bool comma = word.upos == Upos::kPunct && mark_of_tag(word.tag) == kComma;
    commas[i] = static_cast<std::uint16_t>(commas[i - 1] + (comma ? 1 : 0));
    verbs[i] = static_cast<std::uint16_t>(verbs[i - 1] + (word.upos == Upos::kVerb ? 1 : 0));
    joints[i] = static_cast<std::uint16_t>(joints[i - 1] + (word.upos == Upos::kCconj ? 1 : 0));
    marks[i] =
        static_cast<std::uint16_t>(marks[i - 1] + (word.upos == Upos::kPunct && !comma ? 1 : 0));
  }
  pair_marks();
  number_looks();
}

void SentenceView::number_looks() {
  const auto number = [](const ParseWord& word) {
    std::uint64_t hash = feature_hash(word.form, word.lemma, word.tag, word.coarse);
    hash = mix_feature(hash, std::uint64_t{word.agreement} << 32U | word.valency);
    return mix_feature(hash, std::uint64_t{word.readings} << 1U | (word.past_participle ? 1U : 0U));
  };
  looks.clear();
  for (const ParseWord& word : words) looks.push_back(number(word));
  surroundings.assign(words.size(), 0);  // [0]: an empty stack says nothing of its neighbours
  for (std::size_t i = 1; i + 2 < words.size(); ++i) {
    surroundings[i] = feature_hash(looks[i - 1], looks[i], looks[i + 1], looks[i + 2]);
  }
}

// Straight quotes are left alone: they open and close alike.
void SentenceView::pair_marks() {
  WordPlace bracket = 0;  // the latest that is open
  WordPlace quote = 0;
  for (WordPlace i = 1; i <= count; ++i) {
    if (words[i].upos != Upos::kPunct) continue;
    const std::uint32_t mark = mark_of_tag(words[i].tag);
    if (mark == kOpeningBracket) bracket = i;
    if (mark == kOpeningQuote) quote = i;
    if (mark == kClosingBracket) partners[i] = std::exchange(bracket, WordPlace{0});
    if (mark == kClosingQuote) partners[i] = std::exchange(quote, WordPlace{0});
  }
}

void read_atoms(const SentenceView& sentence, const Configuration& configuration,
                const NodeArena& nodes, AtomValues& values) {
  static const StackNode kEmpty{};
  AtomWriter out(sentence, values);
  const StackNode* top = nodes.at(configuration.top);
  const StackNode& s0 = top == nullptr ? kEmpty : *top;
  values[0] = 0;
  read_buffer(out, configuration.next);
  read_top(out, s0.word);
  out.set(kDist, s0.word == 0 ? 0 : distance_class(s0.word, configuration.next));
  out.set(kBetween, between_class(sentence, s0.word, configuration.next));
  read_stack(out, s0, nodes);
  const Children& left = configuration.next_left;
  out.child(kB0Lw, kB0Lp, kB0Lr, left.outer, left.outer_relation);
  out.child(kB0L2w, kB0L2p, kB0L2r, left.second, left.second_relation);
  out.set(kB0nl, std::min<unsigned>(left.count, 4));
  out.set(kB0sl, left.relations);
  out.set(kHeadless, std::min<unsigned>(configuration.headless, 3) +
                         (configuration.next == sentence.count ? 4U : 0U));
}

Signatures signatures_of(const SentenceView& sentence, const Configuration& configuration,
                         const NodeArena& nodes) {
  const std::vector<std::uint64_t>& looks = sentence.looks;
  const auto children = [&looks](std::uint64_t hash, const Children& side) {
    hash = mix_feature(mix_feature(hash, looks[side.outer]), looks[side.second]);
    hash = mix_feature(hash, std::uint64_t{side.outer_relation} << 16U |
                                 std::uint64_t{side.second_relation} << 8U |
                                 std::min<unsigned>(side.count, 4));
    return mix_feature(hash, side.relations);
  };
  static const StackNode kEmpty{};
  const WordPlace next = configuration.next;
  const StackNode* top = nodes.at(configuration.top);
  const StackNode& s0 = top == nullptr ? kEmpty : *top;
  const StackNode* under = nodes.at(s0.below);
  const StackNode& s1 = under == nullptr ? kEmpty : *under;
  const StackNode* third = nodes.at(s1.below);
  const WordPlace s2 = third == nullptr ? WordPlace{0} : third->word;
  // Mixing gives 0 but by chance.
  const std::uint64_t distance = s0.word == 0 ? 0 : distance_class(s0.word, next);
  const std::uint64_t words = mix_feature(
      feature_hash(sentence.surroundings[next], sentence.surroundings[s0.word]),
      between_class(sentence, s0.word, next) << 8U | distance << 1U | (s0.relation != 0 ? 1U : 0U));
  const std::uint64_t next_left =
      children(mix_feature(words, std::min<unsigned>(configuration.headless, 3) +
                                      (next == sentence.count ? 4U : 0U)),
               configuration.next_left);
  const std::uint64_t top_children =
      children(children(mix_feature(words, s0.relation), s0.left), s0.right);
  std::uint64_t below = mix_feature(mix_feature(words, looks[s1.word]), looks[s2]);
  below = mix_feature(mix_feature(below, looks[s0.waiting]), s1.relation);
  below = mix_feature(mix_feature(below, s1.left.relations), s1.right.relations);
  const std::uint64_t all = mix_feature(mix_feature(next_left, top_children), below);
  return {words, next_left, top_children, below, all};
}

}  // namespace limpide
