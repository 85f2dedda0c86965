#pragma once
// The key that labels and names are compared by: NFC, case folded, one space between words, one
// kind of hyphen, no footnote marks, no full stop or colon at the end. Letters stay letters: å is
// not a, é is not e, so Håbo and Habo are two.
//
//   label_key("Anmälningar  Unga**")            == "anmälningar unga"
//   label_key("Kontrakt. familjehem")           == "kontrakt. familjehem"
//   label_key("600 – Flyktingmottagande")       == "600 - flyktingmottagande"

#include <cstdint>
#include <string>
#include <string_view>

namespace schema {

std::string label_key(std::string_view text);

// 64-bit FNV-1a with the sign bit clear: the same for the same bytes on every machine, as SQLite's
// integers want it.
std::int64_t stable_hash(std::string_view bytes);

}  // namespace schema
