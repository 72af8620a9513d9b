#include "analyzer/tagging/beam.h"

namespace limpide {
namespace {

bool nominal(Upos upos) {
  return upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kPron || upos == Upos::kDet;
}

}  // namespace

std::vector<TagRole> roles_of(const TagSet& tags) {
  std::vector<TagRole> roles;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const Tag& tag = tags.tag(static_cast<TagIndex>(i));
    TagRole role;
    role.upos = static_cast<std::uint8_t>(tag.upos);
    role.auxiliary = tag.upos == Upos::kAux;
    if (nominal(tag.upos)) {
      role.agreement =
          static_cast<std::uint8_t>(1 + static_cast<unsigned>(tag.features.gender) * 3 +
                                    static_cast<unsigned>(tag.features.number));
    }
    roles.push_back(role);
  }
  return roles;
}

}  // namespace limpide
