#pragma once
// The catalogue: what the project knows before it reads a report. Municipalities, their population,
// boards, RS codes and indicators with the labels that reports print for them. Plain CSV files in
// schema/catalogue/, reviewed like code and built into the program.
//
//   const Catalogue& catalogue = Catalogue::builtin();
//   catalogue.municipality("0580")->name;        // "Linköping"
//   catalogue.find_municipality("Linköpings kommun")->code;  // "0580"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace schema {

struct Municipality {
  std::string code;           // four digits, leading zero significant
  std::string name;           // "Linköping"
  std::string official_name;  // "Linköpings kommun", "Helsingborgs stad"
  std::string county_code;    // two digits
  std::string county;         // "Östergötlands län"
  std::string region;         // "Region Östergötland"
  std::string domain;         // "linkoping": of www.linkoping.se
  bool common_word = false;   // also a word, a surname or another place: needs strong evidence
};

struct Population {
  std::string municipality_code;
  int year = 0;  // 31 December
  std::int64_t persons = 0;
};

enum class Aggregation { flow, stock };  // flows may be summed over time, stocks not
const char* name(Aggregation aggregation);

struct Indicator {
  std::string id;    // "ifo.orosanmalningar_barn": stable, ASCII
  std::string name;  // Swedish
  std::string definition;
  std::string unit;  // canonical unit of parsers/unit.h
  Aggregation aggregation = Aggregation::flow;
  std::string area;  // of areas.csv: "ifo", "aldre", …
  std::string not_to_confuse_with;
  std::string rs_code;    // SCB's räkenskapssammandrag code, "" none
  std::string kolada_id;  // "" none
};

struct RsCode {
  std::string code;
  std::string name;
  bool total = false;
};

// A field of municipal work. `headings` is a pattern for the whole of a heading that figures of
// this field stand under ("Individ- och familjeomsorg", "Hemtjänst"): it does not change what a
// label means, as "Hemtjänst norr" does.
struct Area {
  std::string id;    // "ifo"
  std::string name;  // "Individ- och familjeomsorg"
  std::string headings;
};

// A label that reports print, and what must stand around it for it to mean the indicator. The
// patterns (RE2, on folded text) look at the other labels of the figure, the section and the
// table's title.
struct Alias {
  std::string indicator;
  std::string label;     // exact text, or a pattern between slashes
  std::string required;  // pattern that must be found around it; "" none
  std::string excluded;  // pattern that must not; "" none
  std::string board;     // pattern over the board's name; "" any
  std::string unit;      // canonical unit that the figure must have; "" any
  std::string kind;      // the table's kind; "" any
};

class LabelMatcher;

class Catalogue {
 public:
  // The catalogue built into the program; made once.
  static const Catalogue& builtin();
  // The built-in one with a user's own indicators and aliases (CSV texts with the columns of
  // indicators.csv and aliases.csv; "" none). Throws extract::Error(bad_argument) naming the line.
  static Catalogue with_additions(std::string_view more_indicators, std::string_view more_aliases);

  Catalogue(Catalogue&&) noexcept;
  Catalogue& operator=(Catalogue&&) noexcept;
  ~Catalogue();

  std::span<const Municipality> municipalities() const { return municipalities_; }
  std::span<const Population> population() const { return population_; }
  std::span<const Indicator> indicators() const { return indicators_; }
  std::span<const Area> areas() const { return areas_; }
  std::span<const Alias> aliases() const { return aliases_; }
  std::span<const RsCode> rs_codes() const { return rs_codes_; }

  // By code; nullptr when there is none. Pointers live as long as the catalogue.
  const Municipality* municipality(std::string_view code) const;
  // By code, name, official name, genitive with "kommun" or "stad", exact on folded text.
  const Municipality* find_municipality(std::string_view text) const;
  const Indicator* indicator(std::string_view id) const;
  // By id or by name, exact on folded text.
  const Indicator* find_indicator(std::string_view text) const;
  const RsCode* rs_code(std::string_view code) const;
  // One spelling of a board's name for one board ("Socialnämnd", "SOCIALNÄMNDEN" →
  // "Socialnämnden"); the text itself when the board is not in the catalogue.
  std::string board_name(std::string_view printed) const;
  // What finds an indicator for a label (match.h uses it).
  const LabelMatcher& labels() const { return *labels_; }
  // A digest of all files: changes exactly when the catalogue does.
  const std::string& fingerprint() const { return fingerprint_; }

 private:
  Catalogue();
  std::vector<Municipality> municipalities_;
  std::vector<Population> population_;
  std::vector<Indicator> indicators_;
  std::vector<Area> areas_;
  std::vector<Alias> aliases_;
  std::vector<RsCode> rs_codes_;
  struct Index;
  std::unique_ptr<Index> index_;
  std::unique_ptr<LabelMatcher> labels_;
  std::string fingerprint_;
};

}  // namespace schema
