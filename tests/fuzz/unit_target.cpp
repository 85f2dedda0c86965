// Units: what labels, captions and notes say of the unit of their figures.

#include <string>

#include "fuzz_target.h"
#include "parsers/codepoint.h"
#include "parsers/unit.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const std::string plain = parsers::plain_lower(text);
  fuzz::check(fuzz::is_utf8(plain), "the plain form is UTF-8", text);
  fuzz::check(parsers::plain_lower(plain) == plain, "the plain form is stable", text);

  const parsers::UnitWords found = parsers::find_unit(text);
  fuzz::check(fuzz::is_known_unit(found.printed), "a printed unit is canonical", text);
  fuzz::check(fuzz::is_known_unit(found.implied), "an implied unit is canonical", text);
  fuzz::check(!found.counts || found.implied.empty(), "counts have no implied unit", text);
  fuzz::check(parsers::find_unit(plain) == found, "case and white space do not matter", text);

  const std::string_view word = parsers::unit_word(plain);
  fuzz::check(fuzz::is_known_unit(word), "a unit word is canonical", text);
  const bool open = word == "antal" || word == "år" || plain == "miljoner";
  fuzz::check(word.empty() || open || found.printed == word, "a unit alone is that unit", text);

  const std::string stated = parsers::stated_unit(text);
  fuzz::check(fuzz::is_known_unit(stated), "a stated unit is canonical", text);
  fuzz::check(parsers::is_money(stated) == (stated.ends_with("kr")), "money is in kronor", text);
  const bool words = plain.find_first_not_of(" 0123456789.,;:()[]/*-+") != std::string::npos;
  fuzz::check(words || (found == parsers::UnitWords{} && stated.empty()), "no unit without a word",
              text);
  return 0;
}
