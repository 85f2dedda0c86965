#include "schema/label_key.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>

#include "parsers/codepoint.h"

namespace schema {

namespace {

bool ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

std::string normalised(std::string_view text) {
  if (ascii(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed);
  if (U_SUCCESS(status)) {
    nfc->normalizeUTF8(0, {text.data(), static_cast<std::int32_t>(text.size())}, sink, nullptr,
                       status);
  }
  std::string folded;
  icu::StringByteSink<std::string> folded_sink(&folded);
  if (U_SUCCESS(status)) {
    icu::CaseMap::utf8Fold(0, {composed.data(), static_cast<std::int32_t>(composed.size())},
                           folded_sink, nullptr, status);
  }
  return U_SUCCESS(status) ? folded : std::string(text);
}

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
  std::string key = parsers::plain_lower(normalised(text));
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
