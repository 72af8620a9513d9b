#include "analyzer/reports/json_mentions.h"

namespace limpide {
namespace {

class MentionOutput {
 public:
  MentionOutput(JsonOutput& json, const Document& document,
                const std::function<void(Span)>& write_place)
      : json_(json), document_(document), write_place_(write_place) {}

  void write(const MentionReport& mentions) {
    json_.key("mentions");
    json_.open_object();
    write_letter(mentions);
    json_.key("results");
    json_.open_array();
    for (const MentionResult& result : mentions.results) write_result(result);
    json_.close_array();
    json_.close_object();
  }

 private:
  void write_letter(const MentionReport& mentions) {
    json_.key("letter");
    json_.open_object();
    json_.member("kind", letter_kind_id(mentions.letter.kind));
    json_.member("confidence", confidence_id(mentions.letter.confidence));
    json_.member("given", mentions.kind_given);
    json_.key("evidence");
    json_.open_array();
    for (const LetterCue& cue : mentions.letter.evidence) write_passage(cue.passage);
    json_.close_array();
    json_.close_object();
  }

  void write_passage(Span passage) {
    json_.open_object();
    write_place_(passage);
    json_.member("text", slice(document_.text, passage));
    json_.close_object();
  }

  void write_result(const MentionResult& result) {
    json_.line();
    json_.open_object();
    json_.member("id", result.id);
    json_.member("title", result.title);
    json_.member("weight", mention_weight_id(result.weight));
    json_.member("state", mention_state_id(result.state));
    json_.key("passages");
    json_.open_array();
    for (const Span passage : result.passages) write_passage(passage);
    json_.close_array();
    json_.key("missing");
    json_.open_array();
    for (const std::string& part : result.missing) json_.text(part);
    json_.close_array();
    json_.member("where", mention_place_id(result.place));
    if (!result.place_block.empty()) {
      json_.key("beside");
      json_.open_object();
      write_place_(result.place_block);
      json_.close_object();
    }
    json_.member("wording", result.wording);
    write_sources(result);
    json_.close_object();
  }

  void write_sources(const MentionResult& result) {
    json_.key("sources");
    json_.open_array();
    for (const MentionSource& source : result.sources) {
      json_.open_object();
      json_.member("article", source.article);
      json_.member("read", source.read);
      json_.close_object();
    }
    json_.close_array();
  }

  JsonOutput& json_;
  const Document& document_;
  const std::function<void(Span)>& write_place_;
};

}  // namespace

void write_mentions(JsonOutput& json, const Document& document, const MentionReport& mentions,
                    const std::function<void(Span)>& write_place) {
  MentionOutput(json, document, write_place).write(mentions);
}

}  // namespace limpide
