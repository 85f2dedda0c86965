// namndata export --db FILE: the data in the forms that other programs read.

#include <fmt/format.h>

#include <filesystem>
#include <optional>
#include <ostream>
#include <streambuf>

#include "app/commands.h"
#include "app/output_folder.h"
#include "app/row_set.h"
#include "schema/cube.h"
#include "schema/data_package.h"
#include "schema/datasette_metadata.h"
#include "schema/export.h"
#include "schema/json_stat_export.h"
#include "schema/open_database.h"
#include "schema/px_export.h"
#include "schema/xlsx_export.h"

namespace app {

namespace {

enum class Format { csv, jsonl, xlsx, frictionless, datasette, px, json_stat };

struct ExportRequest {
  std::string database, output, view;
  Format format = Format::csv;
  std::optional<schema::Granularity> granularity;
  bool excel_sv = false;
  Existing existing = Existing::keep;

  bool has_view() const {
    return format == Format::csv || format == Format::jsonl || format == Format::xlsx;
  }
  bool is_cube() const { return format == Format::px || format == Format::json_stat; }
  std::string view_or_default() const { return view.empty() ? "observations" : view; }
};

class ConsoleBuffer : public std::streambuf {
 public:
  explicit ConsoleBuffer(Console& console) : console_(console) {}

 protected:
  std::streamsize xsputn(const char* text, std::streamsize size) override {
    console_.out({text, static_cast<std::size_t>(size)});
    return size;
  }
  int_type overflow(int_type c) override {
    const char byte = traits_type::to_char_type(c);
    console_.out({&byte, 1});
    return c;
  }

 private:
  Console& console_;
};

[[noreturn]] void refuse(const std::string& option, const std::string& why) {
  throw extract::Error(extract::ErrorCode::bad_argument, option, why);
}

void check(const ExportRequest& request) {
  if (!request.view.empty()) {
    if (!schema::is_exportable(request.view)) {
      refuse("--view " + request.view, "there is no such view; docs/schema.md lists them");
    }
    if (!request.has_view()) refuse("--view", "is for csv, jsonl and xlsx");
  }
  if (request.excel_sv && request.format != Format::csv) refuse("--excel-sv", "is for csv");
  if (request.granularity && !request.is_cube()) refuse("--granularity", "is for px and json-stat");
  if (request.output.empty() &&
      (request.format == Format::xlsx || request.format == Format::frictionless)) {
    refuse("--output", "xlsx needs the name of a file, frictionless that of a folder");
  }
}

void export_cube(schema::Database& database, const ExportRequest& request, std::ostream& out,
                 Console& console) {
  const schema::Cube cube = schema::build_cube(database, request.granularity);
  if (request.format == Format::px) {
    if (const std::int64_t replaced = schema::export_px(cube, out)) {
      console.warning(request.output, "replaced",
                      fmt::format("{} characters that PX cannot carry are replaced", replaced));
    }
  } else {
    schema::export_json_stat(cube, out);
  }
  console.note(fmt::format("{} figures in {} cells", cube.cells.size(), cube.size()));
  if (cube.other_granularities + cube.ambiguous > 0) {
    console.warning(request.output, "left-out",
                    fmt::format("{} figures of other --granularity, {} that cannot be told apart",
                                cube.other_granularities, cube.ambiguous));
  }
}

void export_rows(schema::Database& database, const ExportRequest& request, std::ostream& out,
                 Console& console) {
  const std::string view = request.view_or_default();
  const std::int64_t rows = request.format == Format::jsonl
                                ? schema::export_json_lines(database, view, out)
                            : request.excel_sv ? schema::export_excel_csv(database, view, out)
                                               : schema::export_csv(database, view, out);
  console.note(fmt::format("{} rows of {}", rows, view));
}

// The formats that are one text.
void export_text(schema::Database& database, const ExportRequest& request, std::ostream& out,
                 Console& console) {
  if (request.is_cube()) {
    export_cube(database, request, out, console);
  } else if (request.format == Format::datasette) {
    out << schema::datasette_metadata(database,
                                      std::filesystem::path(request.database).stem().string());
  } else {
    export_rows(database, request, out, console);
  }
}

void export_workbook(schema::Database& database, const ExportRequest& request, Console& console) {
  OutputFile file(request.output, request.existing);
  const std::string folder = std::filesystem::absolute(request.output).parent_path().string();
  const std::string view = request.view_or_default();
  const schema::XlsxSummary summary =
      schema::export_xlsx(database, view, file.written_path(), folder);
  file.commit();
  console.note(fmt::format("{} rows of {} on {} sheets", summary.rows, view, summary.sheets));
  if (summary.shortened + summary.replaced > 0) {
    console.warning(request.output, "replaced",
                    fmt::format("{} texts are shortened, {} have bytes that are no UTF-8; each "
                                "says so in its cell or comment",
                                summary.shortened, summary.replaced));
  }
}

void export_package(schema::Database& database, const ExportRequest& request, Console& console) {
  OutputFolder folder(request.output, request.existing);
  for (const std::string& table : schema::data_package_tables()) {
    OutputFile file(folder.file(table + ".csv"), Existing::keep);
    schema::export_csv(database, table, file.stream());
    file.commit();
  }
  OutputFile file(folder.file(std::string(schema::kDataPackageFile)), Existing::keep);
  file.stream() << schema::data_package_json(database);
  file.commit();
  folder.commit();
  console.note(fmt::format("{} tables", schema::data_package_tables().size()));
}

void export_as_asked(schema::Database& database, const ExportRequest& request, Console& console) {
  if (request.format == Format::xlsx) return export_workbook(database, request, console);
  if (request.format == Format::frictionless) return export_package(database, request, console);
  if (request.output.empty()) {
    ConsoleBuffer buffer(console);
    std::ostream out(&buffer);
    out.exceptions(std::ios::badbit);  // lets the error of Console::out through
    return export_text(database, request, out, console);
  }
  OutputFile file(request.output, request.existing);
  export_text(database, request, file.stream(), console);
  file.commit();
}

}  // namespace

ExitStatus run_export(const Command& command, const Arguments& arguments, Console& console) {
  CommandLine line(command);
  ExportRequest request;
  schema::Granularity granularity{};
  add_database(line.cli, request.database);
  add_choice(line.cli, "--format", request.format,
             {{"csv", Format::csv},
              {"jsonl", Format::jsonl},
              {"xlsx", Format::xlsx},
              {"frictionless", Format::frictionless},
              {"datasette", Format::datasette},
              {"px", Format::px},
              {"json-stat", Format::json_stat}},
             "csv (the default), an object per line, a workbook, a folder with a data package, "
             "metadata for Datasette, or a cube");
  line.cli.add_option("--view", request.view,
                      "of csv, jsonl, xlsx: a view of the database (default: observations)");
  line.cli.add_flag("--excel-sv", request.excel_sv,
                    "of csv: as a Swedish Excel opens it, with semicolon and decimal comma");
  CLI::Option* const granular =
      add_choice(line.cli, "--granularity", granularity,
                 {{"year", schema::Granularity::year},
                  {"quarter", schema::Granularity::quarter},
                  {"month", schema::Granularity::month},
                  {"day", schema::Granularity::day},
                  {"range", schema::Granularity::range}},
                 "of px, json-stat: length of the periods (default: that of most figures)");
  line.cli.add_option("-o,--output", request.output,
                      "file or folder to write (else standard output)");
  add_force(line.cli, request.existing);
  if (auto over = line.parse(arguments, console)) return *over;
  if (granular->count() > 0) request.granularity = granularity;
  check(request);

  schema::Database database = schema::open_database(request.database, schema::Access::read_only);
  export_as_asked(database, request, console);
  return ExitStatus::done;
}

}  // namespace app
