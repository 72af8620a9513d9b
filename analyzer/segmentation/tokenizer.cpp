#include "analyzer/segmentation/tokenizer.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "analyzer/segmentation/characters.h"
#include "analyzer/segmentation/chunks.h"
#include "analyzer/segmentation/forms.h"

namespace limpide {
namespace {

constexpr std::size_t kMaxCachedBytes = 48;
constexpr int kMaxGroups = 6;  // of three digits in one number

// A piece of a chunk that was met before.
struct CachedPiece {
  FormIndex form = 0;
  std::uint16_t begin = 0;
  std::uint16_t end = 0;
  TokenKind kind = TokenKind::kWord;
  bool opens_group = false;      // "12" of "12 345"
  bool continues_group = false;  // "345", "345,50"
  bool closes_group = false;     // "345,50"
};

struct CachedChunk {
  std::uint64_t hash = 0;
  std::uint64_t head = 0;  // its first bytes: short chunks are compared without the text
  std::uint32_t text_begin = 0;
  std::uint32_t first_piece = 0;
  std::uint16_t bytes = 0;  // 0 is an empty slot
  std::uint16_t pieces = 0;
  ChunkFollower follower = ChunkFollower::kOther;
};

constexpr std::size_t kHeadBytes = 8;

std::uint64_t head_of(std::string_view chunk) {
  std::uint64_t head = 0;
  std::memcpy(&head, chunk.data(), std::min(chunk.size(), kHeadBytes));
  return head;
}

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

void mark_groups(std::string_view raw, CachedPiece& piece) {
  if (piece.kind != TokenKind::kNumber) return;
  std::size_t digits = 0;
  while (digits < raw.size() && is_ascii_digit(raw[digits])) ++digits;
  const bool plain = digits == raw.size();
  piece.opens_group = plain && digits <= 3 && raw[0] != '0';
  const bool decimals = !plain && raw.size() > 4 && raw[3] == ',' &&
                        std::all_of(raw.begin() + 4, raw.end(), is_ascii_digit);
  piece.continues_group = digits == 3 && (plain || decimals);
  piece.closes_group = !plain;
}

class Tokenizer {
 public:
  Tokenizer(const Document& document, const SegmentationResources& resources)
      : document_(document),
        text_(document.text),
        seed_(seed_of(document.text)),
        forms_(resources, seed_),
        cutter_(resources.classes, resources.lexicon),
        cache_(4096) {
    for (const MergeField& field : document.merge_fields) {
      cuts_.push_back(field.text.begin);
      cuts_.push_back(field.text.end);
    }
    for (const Span tag : document.template_tags) cuts_.push_back(tag.begin);
    std::sort(cuts_.begin(), cuts_.end());
    stream_.text = text_;
    stream_.tokens.reserve(text_.size() / 5 + 16);
    stream_.marks.reserve(text_.size() / 5 + 16);
  }

  TokenStream run() {
    for (const Block& block : document_.blocks) {
      stream_.block_tokens.push_back(static_cast<std::uint32_t>(stream_.tokens.size()));
      run_block(block);
    }
    stream_.block_tokens.push_back(static_cast<std::uint32_t>(stream_.tokens.size()));
    stream_.forms = std::move(forms_.forms());
    counts_.resize(stream_.forms.size());
    for (std::size_t form = 0; form < counts_.size(); ++form) {
      stream_.forms[form].count = counts_[form];
    }
    stream_.bits = std::move(forms_.bits());
    return std::move(stream_);
  }

 private:
  void run_block(const Block& block) {
    end_ = block.text.end;
    wrapped_ = block.hard_wrapped;
    mark_ = kLineStart | kBlockStart;
    space_ = true;
    group_open_ = false;
    spaces_ = 2;
    for (std::size_t at = block.text.begin; at < end_;) {
      if (const std::uint32_t size = space_size(text_, at); size > 0) {
        note_space(text_[at]);
        at += size;
        continue;
      }
      if (const std::size_t after = tag_end(at); after > at) {
        note_tag();
        at = after;
        continue;
      }
      const std::size_t chunk_end = end_of_chunk(at);
      run_chunk(at, chunk_end);
      at = chunk_end;
    }
  }

  void note_space(char byte) {
    space_ = true;
    ++spaces_;
    if (byte == '\t') spaces_ = 2;
    if (byte != '\n') return;
    spaces_ = 2;
    mark_ = static_cast<std::uint8_t>(mark_ | (wrapped_ ? kSoftLineStart : kLineStart));
  }

  // One past the template tag at `at`; `at` when there is none.
  std::size_t tag_end(std::size_t at) {
    const std::vector<Span>& tags = document_.template_tags;
    while (next_tag_ < tags.size() && tags[next_tag_].begin < at) ++next_tag_;
    const bool here = next_tag_ < tags.size() && tags[next_tag_].begin == at;
    return here ? std::min<std::size_t>(tags[next_tag_].end, end_) : at;
  }

  // What stands before the tag and what follows it are two texts.
  void note_tag() {
    space_ = true;
    spaces_ = 2;
    mark_ = static_cast<std::uint8_t>(mark_ | kLineStart);
  }

  std::size_t end_of_chunk(std::size_t begin) {
    while (next_cut_ < cuts_.size() && cuts_[next_cut_] <= begin) ++next_cut_;
    std::size_t limit = std::min(end_, begin + kMaxChunkBytes);
    while (limit < end_ && (static_cast<unsigned char>(text_[limit]) & 0xC0U) == 0x80U) --limit;
    if (next_cut_ < cuts_.size()) limit = std::min<std::size_t>(limit, cuts_[next_cut_]);
    std::size_t at = begin + 1;
    while (at < limit) {
      const auto byte = static_cast<unsigned char>(text_[at]);
      const bool may_be_space = byte <= ' ' || (byte >= 0xC2 && byte <= 0xE3);
      if (may_be_space && space_size(text_, at) > 0) break;
      ++at;
    }
    return at;
  }

  [[nodiscard]] ChunkFollower follower_of(std::size_t at) const {
    while (at < end_) {
      const std::uint32_t size = space_size(text_, at);
      if (size == 0) break;
      if (text_[at] == '\n' && !wrapped_) return ChunkFollower::kLineEnd;
      at += size;
    }
    if (at >= end_) return ChunkFollower::kLineEnd;
    const Decoded decoded = decode_at(text_, at);
    if (is_digit(decoded.code_point)) return ChunkFollower::kNumber;
    if (is_lower(decoded.code_point)) return ChunkFollower::kLower;
    if (!is_upper(decoded.code_point)) return ChunkFollower::kOther;
    const char next = at + decoded.size < end_ ? text_[at + decoded.size] : ' ';
    const bool code = next == '.' || next == '*' || next == '-' || is_ascii_digit(next);
    return code ? ChunkFollower::kCode : ChunkFollower::kUpper;
  }

  void run_chunk(std::size_t begin, std::size_t end) {
    const std::string_view chunk = text_.substr(begin, end - begin);
    const ChunkFollower follower = chunk.back() == '.' ? follower_of(end) : ChunkFollower::kOther;
    if (chunk.size() > kMaxCachedBytes) {
      pool_scratch_.clear();
      cut(chunk, follower, pool_scratch_);
      emit(begin, pool_scratch_.data(), pool_scratch_.size());
      return;
    }
    const CachedChunk& cached = find(chunk, begin, follower);
    emit(begin, pool_.data() + cached.first_piece, cached.pieces);
  }

  void cut(std::string_view chunk, ChunkFollower follower, std::vector<CachedPiece>& out) {
    pieces_.clear();
    cutter_.cut(chunk, follower, pieces_);
    for (const Piece& piece : pieces_) {
      CachedPiece cached;
      const std::string_view raw = chunk.substr(piece.begin, piece.end - piece.begin);
      cached.form = forms_.intern(raw);
      cached.begin = static_cast<std::uint16_t>(piece.begin);
      cached.end = static_cast<std::uint16_t>(piece.end);
      cached.kind = piece.kind;
      mark_groups(raw, cached);
      out.push_back(cached);
    }
  }

  const CachedChunk& find(std::string_view chunk, std::size_t begin, ChunkFollower follower) {
    if ((cached_count_ + 1) * 2 > cache_.size()) grow_cache();
    const std::uint64_t hash = seeded_hash(chunk, seed_ + static_cast<std::uint64_t>(follower));
    const std::uint64_t head = head_of(chunk);
    const std::size_t mask = cache_.size() - 1;
    std::size_t at = hash & mask;
    for (; cache_[at].bytes != 0; at = (at + 1) & mask) {
      const CachedChunk& slot = cache_[at];
      if (slot.hash != hash || slot.follower != follower || slot.head != head ||
          slot.bytes != chunk.size()) {
        continue;
      }
      if (chunk.size() <= kHeadBytes || text_.substr(slot.text_begin, slot.bytes) == chunk) {
        return slot;
      }
    }
    CachedChunk& slot = cache_[at];
    slot.hash = hash;
    slot.head = head;
    slot.follower = follower;
    slot.text_begin = static_cast<std::uint32_t>(begin);
    slot.bytes = static_cast<std::uint16_t>(chunk.size());
    slot.first_piece = static_cast<std::uint32_t>(pool_.size());
    cut(chunk, follower, pool_);
    slot.pieces = static_cast<std::uint16_t>(pool_.size() - slot.first_piece);
    ++cached_count_;
    return slot;
  }

  void grow_cache() {
    std::vector<CachedChunk> larger(cache_.size() * 2);
    const std::size_t mask = larger.size() - 1;
    for (const CachedChunk& slot : cache_) {
      if (slot.bytes == 0) continue;
      std::size_t at = slot.hash & mask;
      while (larger[at].bytes != 0) at = (at + 1) & mask;
      larger[at] = slot;
    }
    cache_ = std::move(larger);
  }

  // Kept apart from the forms, which are too large to stay near the processor.
  void add_count(FormIndex form, int change) {
    if (form >= counts_.size()) counts_.resize(std::size_t{form} * 2 + 64);
    counts_[form] += static_cast<std::uint32_t>(change);
  }

  void emit(std::size_t begin, const CachedPiece* pieces, std::size_t count) {
    std::size_t first = 0;
    if (group_open_ && pieces[0].continues_group && spaces_ == 1 && mark_ == 0) {
      join_group(begin, pieces[0]);
      first = 1;
    }
    for (std::size_t i = first; i < count; ++i) {
      const CachedPiece& piece = pieces[i];
      Token token;
      token.span = {static_cast<std::uint32_t>(begin + piece.begin),
                    static_cast<std::uint32_t>(begin + piece.end)};
      token.form = piece.form;
      token.kind = piece.kind;
      token.space_before = space_;
      add_count(piece.form, 1);
      stream_.tokens.push_back(token);
      stream_.marks.push_back(mark_);
      space_ = false;
      mark_ = 0;
      group_open_ = piece.opens_group;
      groups_ = 1;
    }
    space_ = false;
    spaces_ = 0;
  }

  // "10" + space + "000": one token.
  void join_group(std::size_t begin, const CachedPiece& piece) {
    Token& last = stream_.tokens.back();
    add_count(last.form, -1);
    last.span.end = static_cast<std::uint32_t>(begin + piece.end);
    last.form = forms_.intern(slice(text_, last.span));
    add_count(last.form, 1);
    group_open_ = !piece.closes_group && ++groups_ < kMaxGroups;
  }

  const Document& document_;
  std::string_view text_;
  std::uint64_t seed_;
  FormTable forms_;
  ChunkCutter cutter_;
  TokenStream stream_;
  std::vector<CachedChunk> cache_;
  std::vector<std::uint32_t> counts_;  // tokens of each form
  std::size_t cached_count_ = 0;
  std::vector<CachedPiece> pool_;
  std::vector<CachedPiece> pool_scratch_;
  std::vector<Piece> pieces_;
  std::vector<std::uint32_t> cuts_;  // edges of merge fields, beginnings of template tags, sorted
  std::size_t next_cut_ = 0;
  std::size_t next_tag_ = 0;  // into the template tags of the document
  std::size_t end_ = 0;       // of the block
  bool wrapped_ = false;
  std::uint8_t mark_ = 0;
  bool space_ = true;
  int spaces_ = 0;  // since the last token; 2 stands for "not one plain space"
  bool group_open_ = false;
  int groups_ = 1;
};

}  // namespace

TokenStream tokenize(const Document& document, const SegmentationResources& resources) {
  return Tokenizer(document, resources).run();
}

}  // namespace limpide
