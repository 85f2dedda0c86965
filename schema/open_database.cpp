#include "schema/open_database.h"

#include <filesystem>
#include <set>

#include "extract/error.h"
#include "schema/migrate.h"

namespace schema {

namespace {

void fill_municipalities(Database& database, const Catalogue& catalogue) {
  Statement county = database.prepare(
      "INSERT INTO county VALUES (?1, ?2, ?3) "
      "ON CONFLICT (code) DO UPDATE SET name = excluded.name, region = excluded.region");
  Statement municipality = database.prepare(
      "INSERT INTO municipality VALUES (?1, ?2, ?3, ?4) ON CONFLICT (code) DO UPDATE "
      "SET name = excluded.name, official_name = excluded.official_name, "
      "county_code = excluded.county_code");
  std::set<std::string> counties;
  for (const Municipality& m : catalogue.municipalities()) {
    if (counties.insert(m.county_code).second) {
      county.bind(1, m.county_code).bind(2, m.county).bind(3, m.region).run();
    }
    municipality.bind(1, m.code).bind(2, m.name).bind(3, m.official_name).bind(4, m.county_code);
    municipality.run();
  }
  Statement population = database.prepare(
      "INSERT INTO population (municipality_code, year, persons) VALUES (?1, ?2, ?3) "
      "ON CONFLICT (municipality_code, year) DO UPDATE SET persons = excluded.persons "
      "WHERE source = 'catalogue'");
  for (const Population& p : catalogue.population()) {
    population.bind(1, p.municipality_code).bind(2, p.year).bind(3, p.persons).run();
  }
}

void fill_indicators(Database& database, const Catalogue& catalogue) {
  Statement rs_code = database.prepare(
      "INSERT INTO rs_code VALUES (?1, ?2, ?3) "
      "ON CONFLICT (code) DO UPDATE SET name = excluded.name, total = excluded.total");
  for (const RsCode& code : catalogue.rs_codes()) {
    rs_code.bind(1, code.code).bind(2, code.name).bind(3, code.total ? 1 : 0).run();
  }
  Statement indicator = database.prepare(
      "INSERT INTO indicator VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) "
      "ON CONFLICT (id) DO UPDATE SET name = excluded.name, definition = excluded.definition, "
      "unit = excluded.unit, aggregation = excluded.aggregation, area = excluded.area, "
      "not_to_confuse_with = excluded.not_to_confuse_with, rs_code = excluded.rs_code, "
      "kolada_id = excluded.kolada_id");
  for (const Indicator& i : catalogue.indicators()) {
    indicator.bind(1, i.id).bind(2, i.name).bind(3, i.definition).bind(4, i.unit);
    indicator.bind(5, name(i.aggregation)).bind(6, i.area).bind(7, i.not_to_confuse_with);
    indicator.bind_or_null(8, i.rs_code).bind_or_null(9, i.kolada_id).run();
  }
  database.run("DELETE FROM alias");
  Statement alias =
      database.prepare("INSERT OR IGNORE INTO alias VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  for (const Alias& a : catalogue.aliases()) {
    alias.bind(1, a.label).bind(2, a.required).bind(3, a.excluded).bind(4, a.board);
    alias.bind(5, a.unit).bind(6, a.kind).bind(7, a.indicator).run();
  }
}

// Indicators that are no longer in the catalogue stay, since observations may name them.
void fill_catalogue(Database& database, const Catalogue& catalogue) {
  {
    Statement stored = database.prepare("SELECT value FROM setting WHERE key = 'catalogue'");
    if (stored.step() && stored.text(0) == catalogue.fingerprint()) return;
  }
  Transaction transaction(database);
  fill_municipalities(database, catalogue);
  fill_indicators(database, catalogue);
  database.prepare("INSERT OR REPLACE INTO setting VALUES ('catalogue', ?1)")
      .bind(1, catalogue.fingerprint())
      .run();
  transaction.commit();
}

}  // namespace

Database open_database(const std::string& path, Access access, const Catalogue& catalogue) {
  if (access == Access::read_only && !std::filesystem::exists(path)) {
    throw extract::Error(extract::ErrorCode::database, path,
                         "no such database; make one with: namndata ingest REPORT… --db FILE");
  }
  Database database = Database::open(path, access);
  const bool up_to_date = check_version(database);
  if (access == Access::read_only) {
    if (!up_to_date) {
      throw extract::Error(extract::ErrorCode::database, path,
                           "is empty or of an older version; ingest a report into it first");
    }
    return database;
  }
  database.write_ahead();
  if (!up_to_date) migrate(database);
  fill_catalogue(database, catalogue);
  return database;
}

Database open_database_in_memory(const Catalogue& catalogue) {
  Database database = Database::in_memory();
  migrate(database);
  fill_catalogue(database, catalogue);
  return database;
}

}  // namespace schema
