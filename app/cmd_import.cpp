// namndata import population|kolada FILE --db FILE: outside data, for denominators and for a band
// of what is plausible.

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/commands.h"
#include "app/row_set.h"
#include "schema/open_database.h"
#include "schema/outside_data.h"

namespace app {

ExitStatus run_import(const Command& command, const Arguments& arguments, Console& console) {
  CommandLine line(command);
  enum class What { population, kolada } what = What::population;
  std::string path, database_path;
  add_choice(line.cli, "WHAT", what, {{"population", What::population}, {"kolada", What::kolada}},
             "population: CSV of SCB's database; kolada: JSON of Kolada's API, /data")
      ->required();
  line.cli.add_option("FILE", path, "the file as downloaded")->required();
  add_database(line.cli, database_path);
  if (auto over = line.parse(arguments, console)) return *over;

  std::ifstream file(path, std::ios::binary);
  if (!file) throw extract::Error(extract::ErrorCode::file_access, path, "cannot be read");
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const std::string source = std::filesystem::path(path).filename().string();
  schema::Database database = schema::open_database(database_path, schema::Access::read_write);
  const schema::ImportedData done = what == What::population
                                        ? schema::import_population(database, bytes, source)
                                        : schema::import_kolada(database, bytes, source);
  database.close();
  for (const schema::LineFault& fault : done.faults) {
    console.error(
        path, "bad-line",
        fault.line > 0 ? fmt::format("line {}: {}", fault.line, fault.message) : fault.message);
  }
  console.note(fmt::format("{} values stored, {} left out (counties, regions, missing)",
                           done.stored, done.skipped));
  return done.faults.empty() ? ExitStatus::done : ExitStatus::some_failed;
}

}  // namespace app
