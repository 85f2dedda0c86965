#include "schema/label_key.h"

#include "parsers/fold.h"

namespace schema {

namespace {

// Takes footnote marks and closing punctuation off the end; true while there was one.
bool strip_end(std::string& key) {
  static constexpr std::string_view kMarks[] = {"*", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷",
                                                "⁸", "⁹", "⁰", "†", ":", ";", ",", " "};
  for (const std::string_view mark : kMarks) {
    if (key.ends_with(mark)) {
      key.resize(key.size() - mark.size());
      return true;
    }
  }
  // A full stop ends a sentence or an abbreviation; as the last character it tells nothing.
  if (key.ends_with('.') && !key.ends_with("..")) {
    key.pop_back();
    return true;
  }
  return false;
}

}  // namespace

std::string label_key(std::string_view text) {
  std::string key = parsers::match_key(text);
  while (strip_end(key)) {
  }
  return key;
}

std::int64_t stable_hash(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : bytes) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3ULL;
  }
  return static_cast<std::int64_t>(hash & 0x7FFF'FFFF'FFFF'FFFFULL);
}

}  // namespace schema
