#include "parsers/period_tokens.h"

namespace parsers {

namespace {

constexpr std::string_view kApostrophe = "’";  // the one mark beyond ASCII: "mars’23"

bool digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::vector<PeriodToken> period_tokens(std::string_view plain) {
  std::vector<PeriodToken> tokens;
  std::size_t at = 0;
  bool glued = false;
  const auto mark = [&](std::size_t i) {
    const char c = plain[i];
    if (static_cast<unsigned char>(c) >= 0x80) return plain.substr(i).starts_with(kApostrophe);
    return !digit(c) && (c < 'a' || c > 'z');
  };
  while (at < plain.size() && tokens.size() < kMostTokens) {
    if (plain[at] == ' ') {
      glued = false;
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    PeriodToken token;
    token.glued = glued;
    if (digit(plain[at])) {
      token.kind = PeriodToken::Kind::number;
      while (end < plain.size() && digit(plain[end])) ++end;
      token.value = -1;
      if (end - at <= 4) {
        token.value = 0;
        for (std::size_t i = at; i < end; ++i) token.value = token.value * 10 + plain[i] - '0';
      }
    } else if (!mark(at)) {
      token.kind = PeriodToken::Kind::word;
      while (end < plain.size() && !digit(plain[end]) && !mark(end)) ++end;
    } else if (plain.substr(at).starts_with(kApostrophe)) {
      end = at + kApostrophe.size();
    }
    token.text = plain.substr(at, end - at);
    tokens.push_back(token);
    glued = true;
    at = end;
  }
  return tokens;
}

}  // namespace parsers
