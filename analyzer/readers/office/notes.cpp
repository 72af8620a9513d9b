#include "analyzer/readers/office/notes.h"

#include <string>

namespace limpide {
namespace {

void add(DocumentBuilder& builder, const char* key, std::uint32_t count) {
  if (count > 0) builder.add_notice({key, {{"count", std::to_string(count)}}});
}

}  // namespace

void add_notices(DocumentBuilder& builder, const ReadingNotes& notes) {
  builder.properties().images_without_alternative += notes.images_without_alt;
  add(builder, "notice.reading.changes", notes.changes);
  add(builder, "notice.reading.comments", notes.comments);
  add(builder, "notice.reading.hidden", notes.hidden);
  add(builder, "notice.reading.images", notes.images);
  add(builder, "notice.reading.embedded", notes.embedded);
}

}  // namespace limpide
