#include "analyzer/mentions/mention_file.h"

#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <utility>

#include "analyzer/base/files.h"
#include "analyzer/base/offsets.h"
#include "analyzer/structure/data_rows.h"

namespace limpide {
namespace {

constexpr std::size_t kFileBytes = std::size_t{4} << 20;
constexpr std::size_t kMaxMentions = 256;
constexpr std::uint32_t kMaxNeed = 16;

constexpr std::array<std::string_view, 18> kRoleNames = {
    "expediteur", "destinataire", "lieu-date", "reference", "objet",   "salutation",
    "corps",      "liste",        "titre",     "loi-citee", "formule", "signature",
    "pieces",     "pied",         "en-tete",   "tableau",   "libelle", "code"};
constexpr RoleBits bit_of(Role role) { return RoleBits{1} << static_cast<unsigned>(role); }
constexpr RoleBits kAllRoles = (RoleBits{1} << kRoleNames.size()) - 1;
// Quoted law is not what the service says.
constexpr RoleBits kUsualRoles = kAllRoles & ~(bit_of(Role::kQuotedLaw) | bit_of(Role::kCode));

constexpr RoleBits kAddressRoles = bit_of(Role::kSender) | bit_of(Role::kRecipient) |
                                   bit_of(Role::kPlaceDate) | bit_of(Role::kReference);

constexpr std::array<const char*, 6> kPlaceIds = {"en-tete",   "debut",  "avant-formule",
                                                  "signature", "a-cote", "bas"};

struct Fault {
  std::ptrdiff_t offset = 0;  // bytes of the file
  Message message;
};

class MentionReader {
 public:
  MentionReader(std::string_view xml, std::string path) : xml_(xml), path_(std::move(path)) {}

  MentionResources run() {
    pugi::xml_document document;
    const auto parsed = document.load_buffer(xml_.data(), xml_.size());
    if (!parsed) {
      add_fault({parsed.offset, {"error.mention.xml", {{"text", parsed.description()}}}});
      return std::move(resources_);
    }
    const pugi::xml_node root = document.document_element();
    for (const pugi::xml_node& node : root.children("mots")) read_words(node);
    for (const pugi::xml_node& node : root.children()) {
      const std::string_view name = node.name();
      if (node.type() != pugi::node_element || name == "mots") continue;
      if (name != "mention" || resources_.mentions.size() == kMaxMentions) {
        add_fault({node.offset_debug(), {"error.mention.element", {{"text", std::string(name)}}}});
        continue;
      }
      read_mention(node);
    }
    return std::move(resources_);
  }

 private:
  void add_fault(const Fault& fault) {
    const auto wanted = static_cast<std::size_t>(std::max<std::ptrdiff_t>(fault.offset, 0));
    const TextPosition at = OffsetIndex(xml_).at(std::min(wanted, xml_.size()));
    resources_.faults.push_back(make_error(ErrorCode::kInvalidInput, fault.message.key,
                                           fault.message.arguments, {path_, at.line, at.column}));
  }

  // Records the first fault of the mention being read; the rest of it is then of no use.
  void wrong(const pugi::xml_node& node, const char* key, std::string_view text) {
    if (faulty_) return;
    faulty_ = true;
    add_fault(
        {node.offset_debug(), {key, {{"text", std::string(text)}, {"known", letter_kind_ids()}}}});
  }

  void read_words(const pugi::xml_node& node) {
    std::vector<std::string> words;
    for (const std::string_view line : split_cell(node.text().get(), '\n')) {
      for (const std::string_view word : split_cell(line, ' ')) words.emplace_back(word);
    }
    const std::string id = node.attribute("id").value();
    if (id == "pas-un-nom") resources_.words.not_names = words;
    if (id == "civilite") resources_.words.civilities = words;
    if (id == "a-remplir") resources_.words.fields = words;
    sets_[id] = std::move(words);
  }

  void read_mention(const pugi::xml_node& node) {
    faulty_ = false;
    Mention mention;
    mention.id = node.attribute("id").value();
    own_ = static_cast<std::uint32_t>(resources_.mentions.size());
    own_id_ = mention.id;
    if (mention.id.empty() || index_of(mention.id)) wrong(node, "error.mention.id", mention.id);
    mention.declared = node.attribute("si-declare").value();
    read_weight(node, mention);
    const std::string_view except = node.attribute("sauf").value();
    mention.never_in_emails = except == "courriel";
    if (!except.empty() && !mention.never_in_emails) wrong(node, "error.mention.except", except);
    mention.kinds = read_kinds(node);
    mention.conditions = read_conditions(node);
    for (const pugi::xml_node& child : node.children()) read_child(child, mention);
    if (mention.title.empty()) wrong(node, "error.mention.missing", "titre");
    if (mention.wording.empty()) wrong(node, "error.mention.missing", "formulation");
    if (mention.sources.empty()) wrong(node, "error.mention.missing", "source");
    if (mention.parts.empty()) wrong(node, "error.mention.missing", "partie");
    // Phrases of a faulty mention stay in the table; nothing names them.
    if (!faulty_) resources_.mentions.push_back(std::move(mention));
  }

  void read_weight(const pugi::xml_node& node, Mention& mention) {
    const std::string_view weight = node.attribute("poids").value();
    for (const MentionWeight known : {MentionWeight::kExpected, MentionWeight::kBlocking}) {
      if (weight != mention_weight_id(known)) continue;
      mention.weight = known;
      return;
    }
    wrong(node, "error.mention.weight", weight);
  }

  KindBits read_kinds(const pugi::xml_node& node) {
    KindBits bits = 0;
    const std::string_view list = node.attribute("genres").value();
    for (const std::string_view id : split_cell(list, ' ')) {
      const auto kind = letter_kind_from_id(id);
      if (!kind) {
        wrong(node, "error.letter.kind", id);
        continue;
      }
      bits |= KindBits{1} << static_cast<unsigned>(*kind);
    }
    if (bits == 0) wrong(node, "error.letter.kind", list);
    return bits;
  }

  void read_child(const pugi::xml_node& child, Mention& mention) {
    if (child.type() != pugi::node_element) return;
    const std::string_view name = child.name();
    const std::string text(trimmed_cell(child.text().get()));
    if (name == "titre") {
      mention.title = text;
    } else if (name == "formulation") {
      mention.wording = one_line(text);
    } else if (name == "place") {
      mention.place = read_place(child);
    } else if (name == "source") {
      mention.sources.push_back({text, child.attribute("lu").value()});
    } else if (name == "partie") {
      mention.parts.push_back(read_part(child));
    } else if (name != "si") {
      wrong(child, "error.mention.element", name);
    }
  }

  static std::string one_line(std::string_view text) {
    std::string line;
    for (const std::string_view part : split_cell(text, '\n')) {
      line += (line.empty() ? "" : " ") + std::string(part);
    }
    return line;
  }

  MentionPlace read_place(const pugi::xml_node& node) {
    const std::string_view id = node.attribute("ou").value();
    for (std::size_t i = 0; i < kPlaceIds.size(); ++i) {
      if (id == kPlaceIds[i]) return static_cast<MentionPlace>(i);
    }
    wrong(node, "error.mention.place", id);
    return MentionPlace::kBeforeClosing;
  }

  MentionPart read_part(const pugi::xml_node& node) {
    MentionPart part;
    part.title = node.attribute("titre").value();
    part.need = node.attribute("au-moins").as_uint(1);
    part.conditions = read_conditions(node);
    part.cues = read_cues(node);
    if (part.title.empty()) wrong(node, "error.mention.missing", "titre");
    if (part.cues.empty()) wrong(node, "error.mention.missing", "indice");
    if (part.need == 0 || part.need > std::min<std::size_t>(part.cues.size(), kMaxNeed)) {
      wrong(node, "error.mention.need", node.attribute("au-moins").value());
    }
    return part;
  }

  std::vector<MentionCue> read_cues(const pugi::xml_node& parent) {
    std::vector<MentionCue> cues;
    for (const pugi::xml_node& node : parent.children("indice")) cues.push_back(read_cue(node));
    return cues;
  }
  std::vector<MentionCue> read_conditions(const pugi::xml_node& parent) {
    std::vector<MentionCue> cues;
    for (const pugi::xml_node& node : parent.children("si")) {
      const std::vector<MentionCue> more = read_cues(node);
      cues.insert(cues.end(), more.begin(), more.end());
    }
    return cues;
  }

  MentionCue read_cue(const pugi::xml_node& node) {
    MentionCue cue;
    cue.roles = read_roles(node);
    const std::string_view near = node.attribute("pres-de").value();
    if (!near.empty()) {
      cue.near = near == own_id_ ? own_ : index_of(near);
      if (!cue.near) wrong(node, "error.mention.near", near);
      // Who writes, to whom and where says nothing of an appeal.
      if (node.attribute("dans").empty()) cue.roles &= ~kAddressRoles;
    }
    cue.from_there = std::string_view(node.attribute("avant").value()) == "0";
    cue.never_after = read_never_after(node);
    cue.after_block = node.attribute("apres-bloc").value();
    cue.first_phrase = static_cast<std::uint32_t>(resources_.table.phrases.size());
    for (const std::string_view text : split_cell(node.text().get(), '|')) {
      Result<CuePhrase> phrase = parse_cue(one_line(text), sets_);
      if (!phrase) {
        wrong(node, phrase.error().message.key.c_str(), text);
        continue;
      }
      add_phrase(resources_.table, *std::move(phrase));
    }
    cue.phrase_end = static_cast<std::uint32_t>(resources_.table.phrases.size());
    if (cue.first_phrase == cue.phrase_end) wrong(node, "error.cue.empty", "");
    return cue;
  }

  // Words, or one set: "@negation".
  std::vector<std::string> read_never_after(const pugi::xml_node& node) {
    std::vector<std::string> words;
    for (const std::string_view word : split_cell(node.attribute("sauf-apres").value(), ' ')) {
      if (word.front() != '@') {
        words.emplace_back(word);
        continue;
      }
      const auto set = sets_.find(word.substr(1));
      if (set == sets_.end()) {
        wrong(node, "error.cue.set", word);
        continue;
      }
      words.insert(words.end(), set->second.begin(), set->second.end());
    }
    std::sort(words.begin(), words.end());
    return words;
  }

  RoleBits read_roles(const pugi::xml_node& node) {
    const std::string_view list = node.attribute("dans").value();
    if (list.empty()) return kUsualRoles;
    if (list == "partout") return kAllRoles;
    RoleBits bits = 0;
    for (const std::string_view name : split_cell(list, ' ')) {
      const auto at = std::find(kRoleNames.begin(), kRoleNames.end(), name);
      if (at == kRoleNames.end()) wrong(node, "error.mention.role", name);
      bits |= RoleBits{1} << static_cast<unsigned>(at - kRoleNames.begin());
    }
    return bits;
  }

  [[nodiscard]] std::optional<std::uint32_t> index_of(std::string_view id) const {
    for (std::size_t i = 0; i < resources_.mentions.size(); ++i) {
      if (resources_.mentions[i].id == id) return static_cast<std::uint32_t>(i);
    }
    return std::nullopt;
  }

  std::string_view xml_;
  std::string path_;
  WordSets sets_;
  MentionResources resources_;
  std::uint32_t own_ = 0;  // index of the mention being read
  std::string own_id_;
  bool faulty_ = false;
};

}  // namespace

const char* mention_weight_id(MentionWeight weight) {
  return weight == MentionWeight::kBlocking ? "bloquante" : "attendue";
}

const char* mention_state_id(MentionState state) {
  switch (state) {
    case MentionState::kPresent:
      return "presente";
    case MentionState::kNotFound:
      return "non-reperee";
    case MentionState::kNotApplicable:
      break;
  }
  return "sans-objet";
}

const char* mention_place_id(MentionPlace place) {
  return kPlaceIds[static_cast<std::size_t>(place)];
}

MentionResources parse_mentions(std::string_view xml, const std::string& path) {
  return MentionReader(xml, path).run();
}

Result<MentionResources> load_mentions(const std::string& data_folder) {
  const std::string path = data_folder + "/fr/mentions/mentions.xml";
  const Result<std::string> xml = read_file(path, kFileBytes);
  if (!xml) return xml.error();
  return parse_mentions(*xml, path);
}

}  // namespace limpide
