#pragma once
// Code points: what the hand-written scanners of parsers/ read UTF-8 with. No ICU, no allocation:
// they run on every word line of every page.

#include <cstdint>
#include <string>
#include <string_view>

namespace parsers {

// Takes the first code point off `text`, which must not be empty. A malformed byte is U+FFFD.
char32_t take_codepoint(std::string_view& text);

void append_utf8(std::string& out, char32_t c);

// Space, tab, line ends, no-break, narrow no-break, thin, figure and other fixed-width spaces.
bool is_space(char32_t c);
// Hyphen-minus, hyphens, dashes and the minus sign: all of them stand for a minus in reports.
bool is_dash(char32_t c);
// Drawn as nothing: soft hyphen, zero-width space and joiners, byte order mark.
bool is_invisible(char32_t c);
// 0-9 for a superscript digit, -1 for everything else.
int superscript_digit(char32_t c);
// Small letter of A-Z and of Latin-1's capitals (Å, Ä, Ö, É), others as they are.
char32_t lower(char32_t c);
// A letter of any script that a report may use: ASCII and everything from U+00C0 but × and ÷.
bool is_letter(char32_t c);

inline bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

// Without white space at both ends.
std::string_view trim(std::string_view text);
// With the first letter as a capital.
std::string with_capital(std::string_view text);
// lower() on every code point; white space becomes one U+0020 with none at the ends, dashes become
// '-', invisible characters go. What the small grammars compare their words with.
std::string plain_lower(std::string_view text);

}  // namespace parsers
