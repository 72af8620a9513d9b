#include "tools/train/tagger_data.h"

#include <algorithm>
#include <map>
#include <utility>

#include "analyzer/tagging/candidates.h"
#include "analyzer/tagging/form_cache.h"

namespace limpide {
namespace {

bool open_class(Upos upos) {
  return upos == Upos::kNoun || upos == Upos::kAdj || upos == Upos::kVerb || upos == Upos::kAdv ||
         upos == Upos::kPropn || upos == Upos::kX;
}

// Finite verbs in every mood, tense and person: the treebanks lack some, letters do not
// ("que vous fassiez").
std::vector<Tag> paradigm() {
  struct Row {
    Mood mood;
    Tense tense;
  };
  constexpr Row kRows[] = {{Mood::kInd, Tense::kPres}, {Mood::kInd, Tense::kImp},
                           {Mood::kInd, Tense::kPast}, {Mood::kInd, Tense::kFut},
                           {Mood::kCnd, Tense::kPres}, {Mood::kSub, Tense::kPres},
                           {Mood::kSub, Tense::kImp},  {Mood::kImp, Tense::kPres}};
  std::vector<Tag> tags;
  for (const Upos upos : {Upos::kVerb, Upos::kAux}) {
    for (const Row& row : kRows) {
      for (const Number number : {Number::kSing, Number::kPlur}) {
        for (std::uint8_t person = 1; person <= 3; ++person) {
          const bool third = person == 3 || (person == 1 && number == Number::kSing);
          if (row.mood == Mood::kImp && third) continue;
          Tag tag{upos, {}};
          tag.features.number = number;
          tag.features.verb_form = VerbForm::kFin;
          tag.features.mood = row.mood;
          tag.features.tense = row.tense;
          tag.features.person = person;
          tags.push_back(tag);
        }
      }
    }
  }
  return tags;
}

TagSet tag_set_of(const std::vector<std::vector<GoldWord>>& sentences) {
  std::map<std::uint64_t, std::size_t> counts;
  for (const Tag& tag : paradigm()) counts[tag_code(tag)] = 0;
  for (const auto& words : sentences) {
    for (const GoldWord& word : words) ++counts[tag_code(word.tag)];
  }
  std::vector<std::pair<std::size_t, std::uint64_t>> sorted;
  sorted.reserve(counts.size());
  for (const auto& [code, count] : counts) sorted.emplace_back(count, code);
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  if (sorted.size() > kTagsAtMost) sorted.resize(kTagsAtMost);
  std::vector<Tag> tags;
  std::size_t seen = 0;
  for (const auto& [count, code] : sorted) {
    tags.push_back(*tag_from_code(code));
    if (count > 0) ++seen;
  }
  return TagSet(std::move(tags), seen);
}

// A tag that is too rare to be told apart counts as the most frequent of its part of speech.
TagIndex index_of(const TagSet& tags, const Tag& tag) {
  if (const auto index = tags.find(tag)) return *index;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (tags.tag(static_cast<TagIndex>(i)).upos == tag.upos) return static_cast<TagIndex>(i);
  }
  return 0;
}

class CandidateCounts {
 public:
  void add(std::uint64_t key, TagIndex tag) { ++counts_[key][tag]; }
  [[nodiscard]] std::string section() const {
    std::vector<WeightedFeature> features;
    for (const auto& [key, tags] : counts_) {
      WeightedFeature feature{key, {}};
      for (const auto& [tag, count] : tags) feature.columns.push_back({tag, scaled(count, tags)});
      features.push_back(std::move(feature));
    }
    return build_sparse_rows(features, {1, 1});
  }

 private:
  using Tags = std::map<TagIndex, std::int64_t>;
  // Counts are kept in seven bits: large rows are scaled down, no tag to nothing.
  static std::int64_t scaled(std::int64_t count, const Tags& tags) {
    std::int64_t most = 1;
    for (const auto& item : tags) most = std::max(most, item.second);
    return most <= 127 ? count : std::max<std::int64_t>(1, count * 127 / most);
  }
  std::map<std::uint64_t, Tags> counts_;
};

void count_candidates(const WordFacts& facts, const Tag& tag, TagIndex index,
                      CandidateCounts& counts) {
  const CandidateKeys keys = candidate_keys(facts.properties);
  counts.add(keys.form, index);
  counts.add(keys.shape, index);
  counts.add(keys.suffix, index);
  if (!facts.analyses.empty()) {
    counts.add(keys.exact_class, index);
    counts.add(keys.coarse, index);
  }
  if (open_class(tag.upos)) counts.add(feature_hash(kOpenCandidates), index);
  if (tag.upos == Upos::kPropn) counts.add(feature_hash(kNameCandidates), index);
}

void add_forms(TaggerData& data, const SegmentationResources& resources, const Clusters& clusters) {
  const Segmentation& segmentation = data.gold.segmentation;
  std::map<std::pair<FormIndex, bool>, std::uint32_t> places;
  for (const Sentence& sentence : segmentation.sentences) {
    TrainingSentence range;
    range.first = static_cast<std::uint32_t>(data.words.size());
    const std::uint32_t end = sentence.token_end < segmentation.tokens.size()
                                  ? segmentation.tokens[sentence.token_end].first_word
                                  : static_cast<std::uint32_t>(segmentation.words.size());
    range.end = end;
    const bool capitals = in_capitals(segmentation, *resources.lexicon, range.first, end);
    for (std::uint32_t word = range.first; word < end; ++word) {
      const FormIndex form = segmentation.words[word].form;
      const auto [at, fresh] =
          places.emplace(std::pair{form, capitals}, static_cast<std::uint32_t>(data.forms.size()));
      if (fresh) {
        TrainingForm made;
        made.form = form;
        made.facts =
            describe_word(segmentation.forms[form], *resources.lexicon, clusters, capitals);
        data.forms.push_back(std::move(made));
      }
      TrainingWord out;
      out.form = at->second;
      data.words.push_back(std::move(out));
    }
    data.sentences.push_back(range);
  }
}

void add_candidates(TaggerData& data) {
  CandidateCounts counts;
  for (std::size_t s = 0; s < data.sentences.size(); ++s) {
    for (std::uint32_t i = data.sentences[s].first; i < data.sentences[s].end; ++i) {
      TrainingWord& word = data.words[i];
      const Tag& tag = data.gold_words[s][i - data.sentences[s].first].tag;
      word.tag = index_of(data.tags, tag);
      count_candidates(data.forms[word.form].facts, tag, word.tag, counts);
    }
  }
  data.candidate_section = counts.section();
  const std::optional<SparseRows> table = SparseRows::from_section(data.candidate_section);
  for (TrainingForm& form : data.forms) {
    form.candidates = candidate_tags(form.facts, data.tags, *table);
  }
  for (TrainingWord& word : data.words) {
    const std::vector<TagIndex>& tags = data.forms[word.form].candidates;
    if (std::find(tags.begin(), tags.end(), word.tag) != tags.end()) continue;
    ++data.missing;
    word.candidates = tags;
    if (word.candidates.size() == kCandidatesAtMost) word.candidates.pop_back();
    word.candidates.push_back(word.tag);
  }
}

// Calls use(word, hash) for each feature of neighbours and of several words.
template <typename Use>
void each_near_feature(TaggerData& data, const Use& use) {
  for (const TrainingSentence& sentence : data.sentences) {
    const auto properties_at = [&](std::int64_t at) -> const Properties& {
      if (at < sentence.first || at >= sentence.end) return boundary_properties();
      return data.forms[data.words[static_cast<std::size_t>(at)].form].facts.properties;
    };
    for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
      TrainingWord& word = data.words[i];
      Window window;
      for (int offset = -2; offset <= 2; ++offset) {
        const int place = offset + 2;
        window[static_cast<std::size_t>(place)] = &properties_at(std::int64_t{i} + offset);
      }
      for (std::size_t t = 0; t < kNeighbourTemplates.size(); ++t) {
        const int place = kNeighbourTemplates[t].offset + 2;
        const Properties& neighbour = *window[static_cast<std::size_t>(place)];
        use(word, neighbour_feature(t, neighbour));
      }
      for (std::size_t t = 0; t < kNearTemplates.size(); ++t) use(word, near_feature(t, window));
      for (std::size_t t = 0; t < kPastTemplates.size(); ++t) {
        word.past_prefixes[t] = past_prefix(t, window);
      }
    }
  }
}

// Rare features teach the sentence by heart: without them the model is half as big, and better.
void add_features(TaggerData& data) {
  FeatureIndex seen;
  std::vector<std::uint32_t> counts;
  const auto count = [&](std::uint64_t hash) {
    const std::uint32_t number = seen.intern(hash);
    if (number == counts.size()) counts.push_back(0);
    ++counts[number];
  };
  for (const TrainingWord& word : data.words) each_own_feature(data.forms[word.form].facts, count);
  each_near_feature(data, [&](TrainingWord&, std::uint64_t hash) { count(hash); });
  const auto frequent = [&](std::uint64_t hash) {
    return counts[seen.find(hash)] >= data.min_count;
  };

  for (TrainingForm& form : data.forms) {
    each_own_feature(form.facts, [&](std::uint64_t hash) {
      if (frequent(hash)) form.own_features.push_back(data.features.intern(hash));
    });
  }
  each_near_feature(data, [&](TrainingWord& word, std::uint64_t hash) {
    if (frequent(hash)) word.features.push_back(data.features.intern(hash));
  });
}

}  // namespace

Result<std::unique_ptr<TaggerData>> make_tagger_data(const std::vector<TreebankSentence>& sentences,
                                                     const SegmentationResources& resources,
                                                     const Clusters& clusters,
                                                     std::uint32_t min_count) {
  auto data = std::make_unique<TaggerData>();
  data->min_count = min_count;
  for (const TreebankSentence& sentence : sentences) {
    auto words = normalise(sentence);
    if (!words) {
      return make_error(ErrorCode::kInvalidInput, "error.treebank.line", {{"text", sentence.text}});
    }
    data->gold_words.push_back(std::move(*words));
  }
  data->gold = gold_segmentation(sentences, resources);
  data->tags = tag_set_of(data->gold_words);
  add_forms(*data, resources, clusters);
  add_candidates(*data);
  add_features(*data);
  return data;
}

}  // namespace limpide
