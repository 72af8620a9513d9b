#include "analyzer/structure/roles.h"

#include <algorithm>
#include <optional>

#include "analyzer/structure/own_roles.h"

namespace limpide {
namespace {

// Words.
constexpr std::uint32_t kHeadingWords = 14;
constexpr std::uint32_t kTitleWords = 8;
constexpr std::size_t kSignatureLines = 4;
constexpr std::size_t kSignatureBlocks = 7;        // blocks
constexpr std::size_t kProseBeforeSalutation = 1;  // blocks: "Lettre recommandee ..."

class RoleFinder {
 public:
  RoleFinder(const Document& document, const std::vector<BlockCues>& cues)
      : document_(document), cues_(cues), roles_(cues.size()) {}

  std::vector<Role> run() {
    for (std::size_t i = 0; i < cues_.size(); ++i)
      roles_[i] = own_role(document_.blocks[i], cues_[i]);
    find_borders();
    assign_head();
    assign_body();
    assign_tail();
    std::vector<Role> result;
    result.reserve(roles_.size());
    for (const std::optional<Role>& role : roles_) result.push_back(role.value_or(Role::kBody));
    return result;
  }

 private:
  [[nodiscard]] std::size_t count() const { return cues_.size(); }

  // head_end_: first block of the message; tail_: first block after its last word.
  void find_borders() {
    const std::size_t salutation = find_salutation();
    has_salutation_ = salutation < count();
    head_end_ = has_salutation_ ? salutation : first_body();
    drop_false_marks();
    find_closing();
  }

  // The last one before the message begins: "Monsieur Traore" may also open an address.
  [[nodiscard]] std::size_t find_salutation() const {
    std::size_t salutation = count();
    std::size_t prose = 0;
    for (std::size_t i = 0; i < count() && prose <= kProseBeforeSalutation; ++i) {
      if (roles_[i] == Role::kSalutation) {
        const bool comma = cues_[i].last == U',' || cues_[i].last == U'!';
        if (salutation == count() || comma) salutation = i;
        if (comma) break;
      }
      if (!roles_[i] && is_prose(cues_[i])) ++prose;
    }
    for (std::size_t i = salutation; i < count() && i < salutation + 4; ++i) {
      const bool comma = cues_[salutation].last == U',' || cues_[salutation].last == U'!';
      if (cues_[i].postal_codes > 0 && !comma) return count();
    }
    // "Mme Durand" at the very end signs; it greets nobody.
    if (salutation > 0 && salutation + 1 == count()) return count();
    return salutation;
  }

  // Without a salutation the message begins with the first title, visa or sentence.
  [[nodiscard]] std::size_t first_body() const {
    for (std::size_t i = 0; i < count(); ++i) {
      const BlockCues& cues = cues_[i];
      const std::optional<Role>& role = roles_[i];
      if (role == Role::kHeading || role == Role::kQuotedLaw || role == Role::kListItem) return i;
      if (!role && (is_prose(cues) || is_title(i))) return i;
      if (role == Role::kClosing) return i;
    }
    // "Il manque une piece.": a short sentence alone is the message, not the name of its sender.
    for (std::size_t i = 0; i < count(); ++i) {
      const BlockCues& cues = cues_[i];
      const bool stops = ends_sentence(cues.last) || cues.last == U'?' || cues.last == U':';
      if (!roles_[i] && stops && cues.words >= 2 && cues.postal_codes == 0) return i;
    }
    return count();
  }

  // One line in capitals, or that begins with the name of an act: "Arrete n. 2026-41".
  [[nodiscard]] bool is_title(std::size_t i) const {
    const BlockCues& cues = cues_[i];
    if (cues.lines != 1 || cues.words > kHeadingWords || ends_sentence(cues.last)) return false;
    if (cues.postal_codes > 0 || cues.contacts > 0) return false;
    const bool capitals = cues.capital_words > 0 && cues.capital_words * 2 >= cues.long_words;
    return capitals || cues.starts_with_article || has(cues.starts, Phrase::kLetterTitle);
  }

  // A polite word before the message, or a second salutation inside it, is no mark.
  void drop_false_marks() {
    for (std::size_t i = 0; i < count(); ++i) {
      if (roles_[i] == Role::kSalutation && (i != head_end_ || !has_salutation_)) roles_[i].reset();
      if (roles_[i] == Role::kPlaceDate && i > head_end_ &&
          has(cues_[i].starts, Phrase::kEmailDate)) {
        roles_[i].reset();
      }
      if (roles_[i] == Role::kClosing && i < head_end_) roles_[i].reset();
    }
  }

  void find_closing() {
    closing_ = count();
    for (std::size_t i = count(); i > head_end_ && closing_ == count(); --i) {
      if (roles_[i - 1] == Role::kClosing) closing_ = i - 1;
    }
    if (closing_ == count()) closing_ = weak_closing();
    tail_ = closing_ < count() ? closing_ + 1 : tail_without_closing();
    for (std::size_t i = head_end_; i < closing_ && i < count(); ++i) {
      const bool far = closing_ < count() && closing_ - i > 2;
      if (roles_[i] == Role::kClosing && far) roles_[i].reset();
    }
  }

  // "Merci de votre comprehension." right before a signature.
  std::size_t weak_closing() {
    if (!has_salutation_) return count();
    for (std::size_t i = count(); i > head_end_ + 1; --i) {
      const BlockCues& cues = cues_[i - 1];
      if (roles_[i - 1]) continue;
      const bool weak = has(cues.starts, Phrase::kWeakClosing) && cues.words <= 25;
      if (weak) {
        roles_[i - 1] = Role::kClosing;
        return i - 1;
      }
      if (is_prose(cues) && !looks_like_footer(i - 1)) break;
    }
    return count();
  }

  // A decision or a certificate ends with place and date, then names; a notice with a footer.
  [[nodiscard]] std::size_t tail_without_closing() const {
    std::size_t tail = count();
    while (tail > head_end_) {
      const std::size_t i = tail - 1;
      const std::optional<Role>& role = roles_[i];
      const bool mark = role == Role::kPlaceDate || role == Role::kAttachments;
      const bool names = !role && is_short_lines(cues_[i]) && (cues_[i].lines > 1 || signs_off(i));
      // A sentence with a verb is the message's own, whatever words it shares with footers.
      const bool footer = !role && looks_like_footer(i) && cues_[i].finite_verbs == 0;
      if (!mark && !names && !footer) break;
      --tail;
    }
    return tail;
  }

  // A line for the signature, or short lines after it or after place and date.
  [[nodiscard]] bool signs_off(std::size_t i) const {
    for (std::size_t back = 0; back <= kSignatureLines && back <= i; ++back) {
      const std::size_t at = i - back;
      if (roles_[at] == Role::kPlaceDate) return true;
      if (roles_[at] || !is_short_lines(cues_[at])) return false;
      if (has(cues_[at].starts, Phrase::kSignature) || has(cues_[at].starts, Phrase::kOnBehalf)) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool looks_like_footer(std::size_t i) const {
    const BlockCues& cues = cues_[i];
    if (has(cues.holds, Phrase::kFooter) || has(cues.starts, Phrase::kPage)) return true;
    if (has(cues.holds, Phrase::kPage) && cues.dashes > 0) return true;
    return cues.lines == 1 && (cues.contacts > 0 || cues.postal_codes > 0) &&
           (cues.dashes > 0 || !is_prose(cues));
  }

  [[nodiscard]] bool is_reference(const BlockCues& cues) const {
    return has(cues.starts, Phrase::kReference) && cues.postal_codes == 0 && !is_prose(cues);
  }

  // Addresses: a block of several lines is one; lines that are blocks of their own are put
  // together until a postal code ends them or a person's title begins another.
  void assign_head() {
    assign_head_lines();
    bool sender = has_role_before(Role::kSender, head_end_);
    bool recipient = has_role_before(Role::kRecipient, head_end_);
    const std::vector<Group> groups = address_groups();
    for (const Group& group : groups) {
      // Of two addresses the first is the sender's, whoever writes.
      const bool first_of_two = &group == groups.data() && groups.size() > 1 && group.address &&
                                groups[1].address && !sender;
      const bool person = starts_with_person(cues_[group.begin]) && !first_of_two;
      const bool second = groups.size() > 1 || sender;
      Role role = Role::kSender;
      if (!recipient && (person || (sender && second)))
        role = Role::kRecipient;
      else if (sender && recipient)
        role = group.address ? Role::kSender : line_after_addresses(group.begin);
      sender = sender || role == Role::kSender;
      recipient = recipient || role == Role::kRecipient;
      for (std::size_t i = group.begin; i < group.end; ++i) {
        if (!roles_[i]) roles_[i] = role;
      }
    }
    keep_first_place_date();
  }

  // "Lettre recommandee ..." under two addresses, however long, is no object.
  [[nodiscard]] Role line_after_addresses(std::size_t i) const {
    return has(cues_[i].starts, Phrase::kReference) ? Role::kReference : Role::kObject;
  }

  // References, and a title alone above the salutation.
  void assign_head_lines() {
    std::size_t free = 0;
    for (std::size_t i = 0; i < head_end_; ++i) {
      if (roles_[i]) continue;
      if (is_reference(cues_[i]))
        roles_[i] = Role::kReference;
      else
        ++free;
    }
    if (!has_salutation_ || free < 2 || has_role_before(Role::kObject, head_end_)) return;
    std::size_t last = head_end_;
    while (last > 0 && roles_[last - 1]) --last;
    if (last == 0) return;
    const BlockCues& cues = cues_[last - 1];
    if (is_heading_line(cues) && cues.postal_codes == 0 && !starts_with_person(cues)) {
      roles_[last - 1] = Role::kObject;
    }
  }

  struct Group {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool address = false;  // several lines, or a postal code or a contact
  };

  [[nodiscard]] std::vector<Group> address_groups() const {
    std::vector<Group> groups;
    bool open = false;
    for (std::size_t i = 0; i < head_end_; ++i) {
      if (roles_[i]) {
        open = false;
        continue;
      }
      const BlockCues& cues = cues_[i];
      const bool contact = cues.contacts > 0 && !starts_with_person(cues);
      const bool complete = i > 0 && (cues_[i - 1].postal_codes > 0 || cues_[i - 1].contacts > 0);
      const bool person = has(cues.starts, Phrase::kCivility);
      const bool alone = cues.lines > 1 || (i > 0 && cues_[i - 1].lines > 1);
      const bool moved =
          i > 0 && document_.blocks[i].alignment != document_.blocks[i - 1].alignment;
      if (open && !alone && !moved && !person && (!complete || contact)) {
        groups.back().end = i + 1;
        groups.back().address = true;
      } else {
        groups.push_back({i, i + 1, cues.lines > 1 || cues.postal_codes > 0 || contact});
      }
      open = true;
    }
    return groups;
  }

  [[nodiscard]] bool has_role_before(Role role, std::size_t end) const {
    return std::find(roles_.begin(), roles_.begin() + static_cast<std::ptrdiff_t>(end),
                     std::optional<Role>(role)) !=
           roles_.begin() + static_cast<std::ptrdiff_t>(end);
  }

  [[nodiscard]] static bool starts_with_person(const BlockCues& cues) {
    return has(cues.starts, Phrase::kCivility) || has(cues.line_starts, Phrase::kAttention);
  }

  // In the head a date set apart is place and date; inside the message it is not.
  void keep_first_place_date() {
    bool seen = false;
    for (std::size_t i = 0; i < count(); ++i) {
      if (roles_[i] != Role::kPlaceDate) continue;
      const bool inside = i > head_end_ && i < closing_ && i < tail_;
      if (inside && seen) roles_[i].reset();
      seen = true;
    }
  }

  [[nodiscard]] static bool is_heading_line(const BlockCues& cues) {
    if (cues.lines != 1 || cues.words == 0 || cues.words > kHeadingWords) return false;
    if (ends_sentence(cues.last) || cues.last == U',' || cues.last == U';') return false;
    return cues.contacts == 0;
  }

  void assign_body() {
    assign_messages(has_salutation_ ? head_end_ + 1 : head_end_, std::min(tail_, count()));
  }

  void assign_messages(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (roles_[i]) continue;
      const BlockCues& cues = cues_[i];
      if (is_table(cues) || (is_label(i) && (is_label(i + 1) || (i > begin && is_label(i - 1))))) {
        roles_[i] = Role::kTable;
      } else if (is_heading(i)) {
        roles_[i] = Role::kHeading;
      } else {
        roles_[i] = Role::kBody;
      }
    }
  }

  // One line "label : value", or cells parted by a bar or wide spaces.
  [[nodiscard]] bool is_label(std::size_t i) const {
    if (i >= count() || cues_[i].lines != 1 || is_prose(cues_[i])) return false;
    return cues_[i].label_lines == 1 || cues_[i].column_lines == 1;
  }

  [[nodiscard]] bool is_heading(std::size_t i) const {
    const BlockCues& cues = cues_[i];
    if (!is_heading_line(cues)) return false;
    if (cues.last == U':') {
      return has(cues.holds, Phrase::kDecides) || (cues.words <= 3 && !next_is_list(i));
    }
    if (i + 1 >= count() || i + 1 >= tail_) return is_title(i);
    return cues.numbered || is_title(i) || cues.words <= kTitleWords || cues.last != U'?';
  }

  [[nodiscard]] bool next_is_list(std::size_t i) const {
    return i + 1 < count() && roles_[i + 1] == Role::kListItem;
  }

  void assign_tail() {
    std::size_t signature = 0;
    for (std::size_t i = tail_; i < count(); ++i) {
      const BlockCues& cues = cues_[i];
      if (roles_[i] && roles_[i] != Role::kListItem) continue;
      // What follows a signature and is neither its lines nor a footer is an annex.
      const bool last = i + 1 == count();
      if (signature > kSignatureBlocks ||
          (signature > 0 && is_prose(cues) && !last && !looks_like_footer(i))) {
        assign_messages(i, count());
        return;
      }
      if (signature > 0 && (looks_like_footer(i) || is_prose(cues)) && !is_own_line(i)) {
        roles_[i] = Role::kFooter;
      } else if (is_short_lines(cues) && !(closing_ == count() && looks_like_footer(i))) {
        roles_[i] = Role::kSignature;
        ++signature;
      } else {
        roles_[i] = looks_like_footer(i) ? Role::kFooter : Role::kBody;
      }
    }
  }

  // A phone or an address alone on the line under a name is part of the signature.
  [[nodiscard]] bool is_own_line(std::size_t i) const {
    const BlockCues& cues = cues_[i];
    return cues.lines == 1 && cues.contacts == 1 && cues.dashes == 0 && cues.words <= 2 &&
           roles_[i - 1] == Role::kSignature;
  }

  const Document& document_;
  const std::vector<BlockCues>& cues_;
  std::vector<std::optional<Role>> roles_;
  bool has_salutation_ = false;
  std::size_t head_end_ = 0;
  std::size_t closing_ = 0;
  std::size_t tail_ = 0;
};

}  // namespace

std::vector<Role> assign_roles(const Document& document, const std::vector<BlockCues>& cues) {
  return RoleFinder(document, cues).run();
}

}  // namespace limpide
