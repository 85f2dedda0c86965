// namndata export --db FILE: observations, or another view, as CSV.

#include <fmt/format.h>

#include <ostream>
#include <streambuf>

#include "app/commands.h"
#include "app/row_set.h"
#include "schema/export.h"
#include "schema/open_database.h"

namespace app {

namespace {

enum class Format { csv };

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

}  // namespace

ExitStatus run_export(const Command& command, const Arguments& arguments, Console& console) {
  CommandLine line(command);
  std::string file, view = "observations";
  Format format = Format::csv;
  add_database(line.cli, file);
  add_choice(line.cli, "--format", format, {{"csv", Format::csv}},
             "csv: UTF-8, comma, decimal point, ISO dates");
  line.cli.add_option("--view", view, "a view of the database (default: observations)");
  if (auto over = line.parse(arguments, console)) return *over;
  if (!schema::is_exportable(view)) {
    throw extract::Error(extract::ErrorCode::bad_argument, "--view " + view,
                         "there is no such view; docs/schema.md lists them");
  }

  schema::Database database = schema::open_database(file, schema::Access::read_only);
  ConsoleBuffer buffer(console);
  std::ostream out(&buffer);
  out.exceptions(std::ios::badbit);  // lets the error of Console::out through
  const std::int64_t rows = schema::export_view_csv(database, view, out);
  console.note(fmt::format("{} rows of {}", rows, view));
  return ExitStatus::done;
}

}  // namespace app
