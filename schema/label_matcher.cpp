#include "schema/label_matcher.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "extract/error.h"
#include "schema/label_key.h"

namespace schema {

namespace {

std::unique_ptr<RE2> compiled(const std::string& pattern) {
  if (pattern.empty()) return nullptr;
  auto expression = std::make_unique<RE2>(pattern, RE2::Quiet);
  if (!expression->ok()) {
    throw extract::Error(extract::ErrorCode::bad_argument, "catalogue",
                         "not a pattern: " + pattern + " (" + expression->error() + ")");
  }
  return expression;
}

// Parts that say the whole and narrow nothing.
constexpr auto kWhole = std::to_array<std::string_view>({
    "totalt",
    "total",
    "summa",
    "alla",
    "samtliga",
    "antal",
    "kommunen totalt",
    "hela kommunen",
});

// Tables about a part of the municipality or of the staff: their figures are not the whole's.
constexpr char kPartOfTheWhole[] =
    "(distrikt|stadsdel|kommundel|per område|per enhet|per skola|område (norr|söder|öst|väst)|"
    "enhet (norr|söder|öst|väst))";

// Tables of goals put the goal, a sentence, and the board that owns it before the indicator:
// neither narrows what is counted. A heading without a verb may be a school or a unit, which does.
constexpr char kGoal[] =
    "^[^ ]+ .*(^| )(ska|skall|är|har|får|kan|blir|når|håller|klarar|kommer|möter|utvecklas|"
    "stimuleras|erbjuder|skapar|upplever|känner) .*$";
constexpr char kBoardAbbreviation[] = "^(KS|KSVU|KSAU|[A-ZÅÄÖ]{1,3}N)$";

bool found_in(const RE2& pattern, std::string_view text) {
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

// Spaces tell nothing where the letters are the same: some PDFs lose them between two lines.
std::string exact_key(std::string key) {
  std::erase(key, ' ');
  return key;
}

bool is_pattern(const std::string& label) {
  return label.size() > 2 && label.front() == '/' && label.back() == '/';
}

}  // namespace

// What stands around a label, folded.
struct Surroundings {
  std::vector<std::string> rest;  // the figure's other labels
  bool board_first = false;       // the outermost of them is a board's abbreviation
  std::string near;               // these in one text
  std::string all;                // these, the section and the table's own headings
};

struct LabelMatcher::Tables {
  struct Entry {
    std::string indicator;
    std::string unit;        // of the indicator
    std::string label;       // as in the catalogue, for the reason
    std::string alias_unit;  // "" any
    std::string kind;        // "" any
    bool label_has_unit =
        false;                  // "Beviljade timmar": a number of hours, also where it says "antal"
    std::shared_ptr<RE2> area;  // owned by all entries of the area
    std::unique_ptr<RE2> required, excluded, board;
  };
  std::vector<Entry> entries;
  std::unordered_map<std::string, std::vector<std::size_t>> exact;
  std::unique_ptr<RE2::Set> patterns;
  std::vector<std::size_t> pattern_entries;  // RE2::Set's number → entry
  RE2 part_of_the_whole{kPartOfTheWhole}, goal{kGoal}, board_abbreviation{kBoardAbbreviation};

  std::vector<std::size_t> candidates(const std::string& key) const;
  bool agrees(const Entry& entry, const LabelQuery& query, const Surroundings& around) const;
};

std::vector<std::size_t> LabelMatcher::Tables::candidates(const std::string& key) const {
  std::vector<std::size_t> found;
  if (const auto hit = exact.find(exact_key(key)); hit != exact.end()) found = hit->second;
  std::vector<int> numbers;
  if (patterns && patterns->Match(key, &numbers)) {
    for (const int number : numbers) {
      found.push_back(pattern_entries[static_cast<std::size_t>(number)]);
    }
  }
  return found;
}

bool LabelMatcher::Tables::agrees(const Entry& entry, const LabelQuery& query,
                                  const Surroundings& around) const {
  if (!units_agree(entry.unit, query.unit) && !(query.unit == "antal" && entry.label_has_unit)) {
    return false;
  }
  if (!entry.alias_unit.empty() && entry.alias_unit != query.unit) return false;
  if (!entry.kind.empty() && entry.kind != query.kind) return false;
  if (entry.board && !found_in(*entry.board, label_key(query.board))) return false;
  if (entry.required && !found_in(*entry.required, around.all)) return false;
  // The nearest headings decide: what a section or a title says does not exclude what they require.
  const bool near = entry.required && found_in(*entry.required, around.near);
  if (entry.excluded && found_in(*entry.excluded, near ? around.near : around.all)) return false;
  if (found_in(part_of_the_whole, around.all)) return false;
  const bool goals = query.kind == "indikatorer" || query.kind == "måluppfyllelse";
  const auto explained = [&](const std::string& part) {
    if (goals && (found_in(goal, part) || (around.board_first && part == around.rest.front()))) {
      return true;
    }
    return std::find(kWhole.begin(), kWhole.end(), part) != kWhole.end() ||
           (entry.area && RE2::FullMatch(part, *entry.area));
  };
  return std::all_of(around.rest.begin(), around.rest.end(), explained);
}

LabelMatcher::LabelMatcher(std::span<const Indicator> indicators, std::span<const Area> areas,
                           std::span<const Alias> aliases)
    : tables_(std::make_unique<Tables>()) {
  std::map<std::string_view, const Indicator*> by_id;
  for (const Indicator& indicator : indicators) by_id[indicator.id] = &indicator;
  std::map<std::string_view, std::shared_ptr<RE2>> by_area;
  for (const Area& area : areas) by_area[area.id] = compiled(area.headings);

  RE2::Options options;
  options.set_log_errors(false);
  tables_->patterns = std::make_unique<RE2::Set>(options, RE2::ANCHOR_BOTH);
  for (const Alias& alias : aliases) {
    const auto indicator = by_id.find(alias.indicator);
    if (indicator == by_id.end()) {
      throw extract::Error(extract::ErrorCode::bad_argument, "catalogue",
                           "an alias names an unknown indicator: " + alias.indicator);
    }
    const std::size_t entry = tables_->entries.size();
    const std::string& unit = indicator->second->unit;
    tables_->entries.push_back(
        {alias.indicator, unit, alias.label, alias.unit, alias.kind,
         !is_money(unit) && label_key(alias.label).find(unit) != std::string::npos,
         by_area[indicator->second->area], compiled(alias.required), compiled(alias.excluded),
         compiled(alias.board)});
    if (!is_pattern(alias.label)) {
      tables_->exact[exact_key(label_key(alias.label))].push_back(entry);
      continue;
    }
    std::string error;
    if (tables_->patterns->Add(alias.label.substr(1, alias.label.size() - 2), &error) < 0) {
      throw extract::Error(extract::ErrorCode::bad_argument, "catalogue",
                           "not a pattern: " + alias.label + " (" + error + ")");
    }
    tables_->pattern_entries.push_back(entry);
  }
  if (tables_->pattern_entries.empty() || !tables_->patterns->Compile()) tables_->patterns.reset();
}

LabelMatcher::~LabelMatcher() = default;

LabelMatch LabelMatcher::find(const LabelQuery& query) const {
  std::vector<std::string> keys;
  for (const std::string& label : query.labels) keys.push_back(label_key(label));
  const std::string heading = label_key(query.section) + " ; " + label_key(query.headings);
  std::map<std::string, std::string> found;  // indicator → label of the alias
  bool known = false;
  const auto consider = [&](const std::string& key, const Surroundings& around) {
    for (const std::size_t index : tables_->candidates(key)) {
      const Tables::Entry& entry = tables_->entries[index];
      known = true;
      if (tables_->agrees(entry, query, around)) found.emplace(entry.indicator, entry.label);
    }
  };
  const bool starts_with_board =
      !query.labels.empty() && found_in(tables_->board_abbreviation, query.labels.front());
  std::string path;
  for (const std::string& key : keys) path += (path.empty() ? "" : " / ") + key;
  if (!path.empty()) consider(path, {{}, false, "", heading});
  for (std::size_t part = 0; keys.size() > 1 && part < keys.size(); ++part) {
    Surroundings around{keys, part > 0 && starts_with_board, "", ""};
    around.rest.erase(around.rest.begin() + static_cast<std::ptrdiff_t>(part));
    for (const std::string& rest : around.rest) around.near += rest + " ; ";
    around.all = around.near + heading;
    consider(keys[part], around);
  }

  if (found.size() == 1) return {found.begin()->first, "alias: " + found.begin()->second};
  if (found.empty()) {
    return {"", known ? "known label in another context or unit" : "unknown label"};
  }
  std::string reason = "ambiguous:";
  for (const auto& [indicator, label] : found) reason += " " + indicator;
  return {"", reason};
}

bool is_money(std::string_view unit) {
  return unit == "kr" || unit == "tkr" || unit == "mnkr" || unit == "mdkr";
}

bool units_agree(std::string_view unit, std::string_view printed) {
  if (is_money(unit)) return is_money(printed);
  if (printed.empty() || unit == printed) return true;
  const auto counted = [](std::string_view u) { return u == "antal" || u == "antal personer"; };
  return counted(unit) && counted(printed);
}

}  // namespace schema
