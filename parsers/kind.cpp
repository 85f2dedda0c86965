#include "parsers/kind.h"

#include <algorithm>
#include <array>

#include "parsers/codepoint.h"
#include "parsers/measure.h"
#include "parsers/months.h"

namespace parsers {

namespace {

struct KindWord {
  std::string_view part;  // of a word, small letters
  std::string_view kind;
};

// The first that a title holds decides: "Personalvolym" is about staff, "Volym-, intäkts- och
// kostnadsutveckling" about volumes.
constexpr auto kKindWords = std::to_array<KindWord>({
    {"investering", "investeringsredovisning"},
    {"måluppfyllelse", "måluppfyllelse"},
    {"uppföljning av mål", "måluppfyllelse"},
    {"personal", "personal"},
    {"sjukfrånvaro", "personal"},
    {"medarbetare som", "personal"},
    {"antal anställda", "personal"},
    {"antal medarbetare", "personal"},
    {"årsarbetare", "personal"},
    {"verksamhetsstatistik", "verksamhetsstatistik"},
    {"statistik", "verksamhetsstatistik"},
    {"volym", "volymutveckling"},
    {"prestation", "volymutveckling"},
    {"indikator", "indikatorer"},
    {"nyckeltal", "indikatorer"},
    {"effektmått", "indikatorer"},
    {"målområde", "indikatorer"},
    {"övergripande mål", "indikatorer"},
    {"styrkort", "indikatorer"},
    {"driftredovisning", "driftredovisning"},
    {"driftsredovisning", "driftredovisning"},
    {"driftsammandrag", "driftredovisning"},
    {"driftbudget", "driftredovisning"},
    {"resultatredovisning", "driftredovisning"},
    {"resultatuppföljning", "driftredovisning"},
    {"resultaträkning", "driftredovisning"},
    {"budgetuppföljning", "driftredovisning"},
    {"utfall mot budget", "driftredovisning"},
    {"utfall per verksamhet", "driftredovisning"},
    {"nettokostnad", "driftredovisning"},
    {"folkmängd", "befolkning"},
    {"befolkning", "befolkning"},
    {"invånare", "befolkning"},
    {"ekonomi", "ekonomi"},
});

std::string_view kind_in(std::string_view plain) {
  for (const KindWord& word : kKindWords) {
    if (plain.find(word.part) != std::string_view::npos) return word.kind;
  }
  return {};
}

struct Headings {
  bool goal = false, outcome = false, budget = false, deviation = false, forecast = false;
  bool account_rows = false;  // income and cost rows or columns
  int month_rows = 0, month_columns = 0;
  int year_rows = 0;
};

bool is_month_label(std::string_view plain) {
  return month_number(plain.substr(0, plain.find_first_of(" -"))) > 0;
}

Headings headings_of(const Table& table) {
  Headings found;
  for (const Cell& cell : table.cells) {
    if (cell.role == CellRole::data || cell.text.empty()) continue;
    const std::string plain = plain_lower(cell.text);
    if (plain == "intäkter" || plain == "kostnader" || plain == "personalkostnader" ||
        plain.starts_with("nettokostnad")) {
      found.account_rows = true;
    }
    if (cell.role == CellRole::stub) {
      found.month_rows += is_month_label(plain);
      found.year_rows += plain.size() == 4 && (plain.starts_with("19") || plain.starts_with("20"));
      continue;
    }
    found.month_columns += is_month_label(plain);
    const std::string measure = find_measure({&cell.text, 1}).measure;
    found.goal |= measure == "målvärde";
    found.outcome |= measure == "utfall";
    found.budget |= measure == "budget";
    found.deviation |= measure == "avvikelse";
    found.forecast |= measure == "prognos";
  }
  return found;
}

std::vector<std::string_view> boxhead_texts(const Table& table) {
  std::vector<std::string_view> texts;
  for (const Cell& cell : table.cells) {
    if (cell.role == CellRole::boxhead && cell.column >= table.stub_columns)
      texts.push_back(cell.text);
  }
  return texts;
}

}  // namespace

std::string table_kind(const Table& table) {
  if (const std::string_view kind = kind_in(plain_lower(table.title)); !kind.empty()) {
    return std::string(kind);
  }
  const Headings found = headings_of(table);
  // Years down and months across, or the other way, without a word of what: a chart's own data.
  if (found.month_columns >= 3 && found.year_rows > 0) return "diagramtabell";
  if (found.goal) return "indikatorer";
  if (found.budget && (found.outcome || found.forecast) &&
      (found.deviation || found.account_rows)) {
    return found.account_rows ? "driftredovisning" : "ekonomi";
  }
  if (found.month_rows >= 3) return "verksamhetsstatistik";
  for (const std::string& caption : table.captions) {
    if (const std::string_view kind = kind_in(plain_lower(caption)); !kind.empty())
      return std::string(kind);
  }
  return std::string(kind_in(plain_lower(table.section)));
}

void set_kinds(std::vector<Table>& tables) {
  for (std::size_t i = 0; i < tables.size(); ++i) {
    Table& table = tables[i];
    if (table.kind.empty()) table.kind = table_kind(table);
    if (!table.kind.empty() || i == 0) continue;
    const std::vector<std::string_view> headings = boxhead_texts(table);
    if (!headings.empty() && headings == boxhead_texts(tables[i - 1]))
      table.kind = tables[i - 1].kind;
  }
}

bool is_money_kind(std::string_view kind) {
  return kind == "driftredovisning" || kind == "investeringsredovisning" || kind == "ekonomi";
}

bool is_counting_kind(std::string_view kind) {
  return kind == "verksamhetsstatistik" || kind == "volymutveckling" || kind == "personal" ||
         kind == "diagramtabell" || kind == "befolkning";
}

}  // namespace parsers
