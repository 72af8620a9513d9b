#include "analyzer/lexicon/lexicon.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>

#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

constexpr std::uint32_t kNoEdge = 0xFFFFFFFF;

std::uint32_t node_first(std::uint32_t node) { return node & kNodeFirstMask; }
std::uint32_t node_count(std::uint32_t node) { return node >> kNodeCountShift; }
bool node_final(std::uint32_t node) { return (node & kNodeFinal) != 0; }

template <typename T>
T at(const char* table, std::size_t index) {
  return load_item<T>(table, index);
}

bool states(const Features& have, const Features& wanted) {
  const auto same = [](auto value, auto asked) {
    return asked == decltype(asked){} || value == asked;
  };
  return same(have.number, wanted.number) && same(have.gender, wanted.gender) &&
         same(have.verb_form, wanted.verb_form) && same(have.mood, wanted.mood) &&
         same(have.tense, wanted.tense) && same(have.pron_type, wanted.pron_type) &&
         same(have.person, wanted.person) && same(have.possessive, wanted.possessive) &&
         same(have.reflexive, wanted.reflexive) && same(have.negative, wanted.negative) &&
         same(have.ordinal, wanted.ordinal) && same(have.cardinal, wanted.cardinal) &&
         same(have.definite, wanted.definite) && same(have.indefinite, wanted.indefinite);
}

void add_traits(const LexicalAnalysis& analysis, LexicalTraits& traits) {
  traits.upos_mask |= 1U << static_cast<unsigned>(analysis.upos);
  traits.proper_noun |= analysis.upos == Upos::kPropn;
  const Features& features = analysis.features;
  traits.finite_verb |= features.verb_form == VerbForm::kFin;
  traits.infinitive |= features.verb_form == VerbForm::kInf;
  if (features.verb_form != VerbForm::kPart) return;
  traits.past_participle |= features.tense == Tense::kPast;
  traits.present_participle |= features.tense == Tense::kPres;
}

}  // namespace

Result<Lexicon> Lexicon::open(const std::string& path) {
  return build(PackedFile::open(path, kLexiconKind));
}

Result<Lexicon> Lexicon::from_bytes(std::string bytes) {
  return build(PackedFile::from_bytes(std::move(bytes), kLexiconKind));
}

Result<Lexicon> Lexicon::build(Result<PackedFile> file) {
  if (!file) return std::move(file).error();
  Lexicon lexicon;
  lexicon.file_ = std::move(file).value();
  const bool sound = lexicon.set_tables() && lexicon.check_nodes() && lexicon.check_forms() &&
                     lexicon.check_analyses() && lexicon.check_lemmas();
  if (!sound) {
    const std::string& path = lexicon.file_.path();
    return make_error(ErrorCode::kInvalidInput, "error.data.damaged", {{"path", path}},
                      {path, 0, 0});
  }
  lexicon.set_traits();
  return lexicon;
}

// Sizes of the sections agree with each other; what they hold is checked next.
bool Lexicon::set_tables() {
  const auto table = [this](std::uint32_t id, std::size_t width, const char*& start,
                            std::uint32_t& count) {
    const std::string_view bytes = file_.section(id);
    start = bytes.data();
    count = static_cast<std::uint32_t>(bytes.size() / width);
    return bytes.size() % width == 0 && bytes.size() / width < kNodeFirstMask;
  };
  const std::string_view meta = file_.section(kSectionMeta);
  if (meta.size() != kMetaBytes) return false;
  form_count_ = load<std::uint32_t>(meta, 0);
  root_ = load<std::uint32_t>(meta, 4);
  if (load<std::uint32_t>(meta, 8) > kFormBytesAtMost) return false;

  std::uint32_t targets = 0;
  std::uint32_t skips = 0;
  std::uint32_t forms = 0;
  std::uint32_t suffix_bytes = 0;
  std::uint32_t lemma_paradigms = 0;
  const bool whole =
      table(kSectionLabels, 1, labels_, edge_count_) &&
      table(kSectionTargets, 4, targets_, targets) && table(kSectionSkips, 4, skips_, skips) &&
      table(kSectionFormClasses, 2, form_classes_, forms) &&
      table(kSectionClasses, kClassBytes, classes_, class_count_) &&
      table(kSectionClassItems, 2, class_items_, class_item_count_) &&
      table(kSectionAnalyses, kAnalysisBytes, analyses_, analysis_count_) &&
      table(kSectionTags, kTagBytes, tags_, tag_count_) &&
      table(kSectionSuffixOffsets, 4, suffix_offsets_, suffix_count_) &&
      table(kSectionSuffixBytes, 1, suffix_bytes_, suffix_bytes) &&
      table(kSectionLemmas, 4, lemmas_, lemma_count_) &&
      table(kSectionLemmaParadigms, 2, lemma_paradigms_, lemma_paradigms) &&
      table(kSectionParadigms, 4, paradigms_, paradigm_count_) &&
      table(kSectionParadigmItems, kItemBytes, paradigm_items_, paradigm_item_count_);
  if (!whole || targets != edge_count_ || skips != edge_count_ || forms != form_count_ ||
      lemma_paradigms != lemma_count_ || class_count_ == 0 || suffix_count_ == 0 ||
      paradigm_count_ == 0 || node_first(root_) + node_count(root_) > edge_count_) {
    return false;
  }
  // These three tables end with one more offset.
  --class_count_;
  --suffix_count_;
  --paradigm_count_;
  if (at<std::uint32_t>(suffix_offsets_, suffix_count_) != suffix_bytes ||
      at<std::uint32_t>(paradigms_, paradigm_count_) != paradigm_item_count_ ||
      at<std::uint32_t>(classes_, std::size_t{class_count_} * 2) != class_item_count_) {
    return false;
  }
  for (std::uint32_t i = 0; i < suffix_count_; ++i) {
    if (at<std::uint32_t>(suffix_offsets_, i) > at<std::uint32_t>(suffix_offsets_, i + 1))
      return false;
  }
  return true;
}

// Edges lead to edges that lie before them: every walk ends. The sums stay under 2^24, so that a
// difference below zero shows in the highest bit; without branches several are made at a time.
bool Lexicon::check_nodes() const {
  std::uint32_t differences = 0;
  for (std::uint32_t edge = 0; edge < edge_count_; ++edge) {
    const auto node = at<std::uint32_t>(targets_, edge);
    differences |= edge - (node_first(node) + node_count(node));
  }
  return differences >> 31U == 0;
}

bool Lexicon::check_forms() const {
  std::uint32_t differences = 0;  // below zero as above
  for (std::uint32_t i = 0; i < form_count_; ++i) {
    differences |= class_count_ - 1 - at<std::uint16_t>(form_classes_, i);
  }
  return form_count_ == 0 || (class_count_ > 0 && differences >> 31U == 0);
}

bool Lexicon::check_analyses() {
  for (std::uint32_t i = 0; i < class_count_; ++i) {
    if (at<std::uint32_t>(classes_, std::size_t{i} * 2) >
        at<std::uint32_t>(classes_, (std::size_t{i} + 1) * 2)) {
      return false;
    }
  }
  for (std::uint32_t i = 0; i < class_item_count_; ++i) {
    if (at<std::uint16_t>(class_items_, i) >= analysis_count_) return false;
  }
  for (std::uint32_t i = 0; i < analysis_count_; ++i) {
    const Analysis item = analysis(i);
    if (item.tag >= tag_count_ || item.suffix >= suffix_count_) return false;
  }
  constexpr std::array<std::uint8_t, 8> kHighest = {
      static_cast<std::uint8_t>(Upos::kX),       static_cast<std::uint8_t>(Number::kPlur),
      static_cast<std::uint8_t>(Gender::kFem),   static_cast<std::uint8_t>(VerbForm::kPart),
      static_cast<std::uint8_t>(Mood::kCnd),     static_cast<std::uint8_t>(Tense::kFut),
      static_cast<std::uint8_t>(PronType::kExc), 3};
  for (std::uint32_t i = 0; i < tag_count_; ++i) {
    for (std::size_t field = 0; field < kHighest.size(); ++field) {
      if (at<std::uint8_t>(tags_, i * kTagBytes + field) > kHighest[field]) return false;
    }
  }
  return true;
}

bool Lexicon::check_lemmas() const {
  std::uint32_t unsound = 0;
  for (std::uint32_t i = 0; i < lemma_count_; ++i) {
    unsound |= std::uint32_t{at<std::uint32_t>(lemmas_, i) >= form_count_};
  }
  for (std::uint32_t i = 0; i < lemma_count_; ++i) {
    unsound |= std::uint32_t{at<std::uint16_t>(lemma_paradigms_, i) >= paradigm_count_};
  }
  if (unsound != 0) return false;
  for (std::uint32_t i = 0; i < paradigm_count_; ++i) {
    if (at<std::uint32_t>(paradigms_, i) > at<std::uint32_t>(paradigms_, i + 1)) return false;
  }
  for (std::uint32_t i = 0; i < paradigm_item_count_; ++i) {
    if (at<std::uint16_t>(paradigm_items_, std::size_t{i} * 2) >= suffix_count_) return false;
  }
  return true;
}

void Lexicon::set_traits() {
  std::vector<LexicalAnalysis> tags;
  for (std::uint32_t i = 0; i < tag_count_; ++i) tags.push_back(unpack_tag(i));
  traits_.resize(class_count_);
  for (std::uint32_t i = 0; i < class_count_; ++i) {
    const auto first = at<std::uint32_t>(classes_, std::size_t{i} * 2);
    const auto end = at<std::uint32_t>(classes_, (std::size_t{i} + 1) * 2);
    for (std::uint32_t item = first; item < end; ++item) {
      add_traits(tags[analysis(at<std::uint16_t>(class_items_, item)).tag], traits_[i]);
    }
  }
}

std::uint32_t Lexicon::edge_of(std::uint32_t node, unsigned char label) const {
  const std::uint32_t first = node_first(node);
  const std::uint32_t end = first + node_count(node);
  for (std::uint32_t edge = first; edge < end; ++edge) {
    if (static_cast<unsigned char>(labels_[edge]) == label) return edge;
  }
  return kNoEdge;
}

bool Lexicon::advance(Place& place, std::string_view bytes) const {
  for (const char byte : bytes) {
    const std::uint32_t edge = edge_of(place.node, static_cast<unsigned char>(byte));
    if (edge == kNoEdge) return false;
    place.index += at<std::uint32_t>(skips_, edge);
    place.node = at<std::uint32_t>(targets_, edge);
  }
  return true;
}

FormId Lexicon::form_at(Place place) const {
  return node_final(place.node) && place.index < form_count_ ? place.index : kNoForm;
}

FormId Lexicon::find(std::string_view form) const {
  Place place = start();
  return advance(place, form) ? form_at(place) : kNoForm;
}

std::size_t Lexicon::write_form(FormId id, char* out) const {
  std::uint32_t node = root_;
  std::uint32_t rest = id;
  std::size_t size = 0;
  while (node_count(node) > 0 && size < kFormBytesAtMost && !(rest == 0 && node_final(node))) {
    // The last edge that leaves no more than `rest` forms before it.
    const std::uint32_t first = node_first(node);
    std::uint32_t edge = first + node_count(node) - 1;
    while (edge > first && at<std::uint32_t>(skips_, edge) > rest) --edge;
    rest -= std::min(rest, at<std::uint32_t>(skips_, edge));
    out[size++] = labels_[edge];
    node = at<std::uint32_t>(targets_, edge);
  }
  return size;
}

std::string Lexicon::form(FormId id) const {
  assert(id < form_count_);
  std::array<char, kFormBytesAtMost> buffer{};
  return {buffer.data(), write_form(id, buffer.data())};
}

std::uint32_t Lexicon::class_of(FormId id) const {
  assert(id < form_count_);
  return at<std::uint16_t>(form_classes_, id);
}

const LexicalTraits& Lexicon::traits(FormId id) const { return traits_[class_of(id)]; }

std::uint32_t Lexicon::flags(FormId id) const {
  return at<std::uint32_t>(classes_, std::size_t{class_of(id)} * 2 + 1);
}

bool Lexicon::elides(FormId id) const { return (flags(id) & kElided) != 0; }

std::string_view Lexicon::suffix(std::size_t index) const {
  const auto first = at<std::uint32_t>(suffix_offsets_, index);
  return {suffix_bytes_ + first, at<std::uint32_t>(suffix_offsets_, index + 1) - first};
}

Lexicon::Analysis Lexicon::analysis(std::size_t index) const {
  const char* bytes = analyses_ + index * kAnalysisBytes;
  return {at<std::uint16_t>(bytes, 0), at<std::uint16_t>(bytes, 1), at<std::uint8_t>(bytes, 4)};
}

LexicalAnalysis Lexicon::unpack_tag(std::size_t index) const {
  const char* bytes = tags_ + index * kTagBytes;
  LexicalAnalysis unpacked;
  unpacked.upos = static_cast<Upos>(bytes[0]);
  Features& features = unpacked.features;
  features.number = static_cast<Number>(bytes[1]);
  features.gender = static_cast<Gender>(bytes[2]);
  features.verb_form = static_cast<VerbForm>(bytes[3]);
  features.mood = static_cast<Mood>(bytes[4]);
  features.tense = static_cast<Tense>(bytes[5]);
  features.pron_type = static_cast<PronType>(bytes[6]);
  features.person = static_cast<std::uint8_t>(bytes[7]);
  const auto bits = at<std::uint16_t>(bytes, 4);
  features.possessive = (bits & kTagPossessive) != 0;
  features.reflexive = (bits & kTagReflexive) != 0;
  features.negative = (bits & kTagNegative) != 0;
  features.ordinal = (bits & kTagOrdinal) != 0;
  features.cardinal = (bits & kTagCardinal) != 0;
  features.definite = (bits & kTagDefinite) != 0;
  features.indefinite = (bits & kTagIndefinite) != 0;
  unpacked.transitive = (bits & kTagTransitive) != 0;
  unpacked.etre_auxiliary = (bits & kTagEtre) != 0;
  unpacked.pronominal_only = (bits & kTagPronominal) != 0;
  return unpacked;
}

std::vector<LexicalAnalysis> Lexicon::analyses(FormId id) const {
  std::array<char, kFormBytesAtMost> buffer{};
  const std::string_view written(buffer.data(), write_form(id, buffer.data()));
  const std::size_t number = class_of(id);
  const auto end = at<std::uint32_t>(classes_, (number + 1) * 2);
  std::vector<LexicalAnalysis> all;
  for (auto item = at<std::uint32_t>(classes_, number * 2); item < end; ++item) {
    const Analysis packed = analysis(at<std::uint16_t>(class_items_, item));
    all.push_back(unpack_tag(packed.tag));
    const std::size_t kept = written.size() - std::min<std::size_t>(packed.strip, written.size());
    all.back().lemma.append(written.substr(0, kept)).append(suffix(packed.suffix));
  }
  return all;
}

// Is one reading of the form of that lemma, with a tag as wanted? `written` is the form itself.
template <typename Reading>
bool Lexicon::has_reading(FormId id, std::string_view written, std::string_view lemma,
                          const Reading& wanted) const {
  const std::size_t number = class_of(id);
  const auto end = at<std::uint32_t>(classes_, (number + 1) * 2);
  for (auto item = at<std::uint32_t>(classes_, number * 2); item < end; ++item) {
    const Analysis packed = analysis(at<std::uint16_t>(class_items_, item));
    const std::size_t kept = written.size() - std::min<std::size_t>(packed.strip, written.size());
    const std::string_view ending = suffix(packed.suffix);
    if (lemma.size() == kept + ending.size() && lemma.substr(0, kept) == written.substr(0, kept) &&
        lemma.substr(kept) == ending && wanted(packed.tag)) {
      return true;
    }
  }
  return false;
}

bool Lexicon::has_lemma(FormId id, std::string_view lemma) const {
  std::array<char, kFormBytesAtMost> buffer{};
  const std::string_view written(buffer.data(), write_form(id, buffer.data()));
  return has_reading(id, written, lemma, [](std::size_t) { return true; });
}

std::uint32_t Lexicon::paradigm_of(FormId lemma) const {
  std::uint32_t low = 0;
  std::uint32_t high = lemma_count_;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (at<std::uint32_t>(lemmas_, middle) < lemma) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const bool found = low < lemma_count_ && at<std::uint32_t>(lemmas_, low) == lemma;
  return found ? at<std::uint16_t>(lemma_paradigms_, low) : paradigm_count_;
}

template <typename Reading, typename Use>
void Lexicon::visit_forms(std::string_view lemma, std::uint32_t upos_mask, const Reading& wanted,
                          const Use& use) const {
  if (lemma.size() > kFormBytesAtMost) return;
  std::array<Place, kFormBytesAtMost + 1> places{};  // after each byte of the lemma
  places[0] = start();
  for (std::size_t i = 0; i < lemma.size(); ++i) {
    places[i + 1] = places[i];
    if (!advance(places[i + 1], lemma.substr(i, 1))) return;
  }
  const FormId id = form_at(places[lemma.size()]);
  const std::uint32_t paradigm = id == kNoForm ? paradigm_count_ : paradigm_of(id);
  if (paradigm == paradigm_count_) return;
  std::string candidate;
  const auto end = at<std::uint32_t>(paradigms_, std::size_t{paradigm} + 1);
  for (auto item = at<std::uint32_t>(paradigms_, paradigm); item < end; ++item) {
    const char* packed = paradigm_items_ + std::size_t{item} * kItemBytes;
    const std::size_t strip = at<std::uint8_t>(packed, 2);
    const std::size_t stem = lemma.size() - std::min(strip, lemma.size());
    const std::string_view ending = suffix(at<std::uint16_t>(packed, 0));
    Place place = places[stem];
    if (!advance(place, ending)) continue;
    const FormId form = form_at(place);
    if (form == kNoForm || (traits(form).upos_mask & upos_mask) == 0) continue;
    candidate.assign(lemma.substr(0, stem)).append(ending);
    if (has_reading(form, candidate, lemma, wanted)) use(candidate);
  }
}

std::vector<std::string> Lexicon::inflect(std::string_view lemma, Upos upos,
                                          const Features& wanted) const {
  std::vector<std::string> forms;
  const auto is_wanted = [&](std::size_t tag) {
    if (static_cast<Upos>(tags_[tag * kTagBytes]) != upos) return false;
    return states(unpack_tag(tag).features, wanted);
  };
  visit_forms(lemma, 1U << static_cast<unsigned>(upos), is_wanted,
              [&forms](const std::string& form) { forms.push_back(form); });
  std::sort(forms.begin(), forms.end());
  return forms;
}

void Lexicon::each_form_of(std::string_view lemma, std::uint32_t upos_mask,
                           const std::function<void(std::string_view)>& use) const {
  const auto is_wanted = [&](std::size_t tag) {
    return (upos_mask >> static_cast<unsigned>(tags_[tag * kTagBytes]) & 1U) != 0;
  };
  visit_forms(lemma, upos_mask, is_wanted, use);
}

std::uint32_t Lexicon::class_count() const { return class_count_; }
std::uint32_t Lexicon::form_count() const { return form_count_; }
std::string Lexicon::version() const { return std::string(file_.section(kSectionVersion)); }
std::string Lexicon::licence() const { return std::string(file_.section(kSectionLicence)); }

}  // namespace limpide
