#include "schema/xlsx_export.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <charconv>
#include <ctime>
#include <memory>
#include <vector>

#include "extract/error.h"
#include "schema/json_text.h"
#include "schema/report_link.h"
#include "schema/view_rows.h"

namespace schema {

namespace {

// The date that every workbook says it was made: no clock reaches the output (1 January 2000).
constexpr std::time_t kCreated = 946'684'800;
// Bytes of a text that is no UTF-8, or of checks, in a comment.
constexpr std::size_t kMostCommentBytes = 4'000;
constexpr double kColumnWidth = 14;  // characters

bool is_hexadecimal(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// "_xHHHH_" stands at the beginning of text.
bool looks_escaped(std::string_view text) {
  return text.size() >= 7 && text.starts_with("_x") && text[6] == '_' &&
         std::all_of(text.begin() + 2, text.begin() + 6, is_hexadecimal);
}

struct CloseWorkbook {
  void operator()(lxw_workbook* workbook) const { workbook_close(workbook); }
};

class Writer {
 public:
  Writer(Database& database, std::string_view view, const std::string& path,
         const std::string& links_from, const XlsxLimits& limits)
      : rows_(database, view),
        links_(database, links_from),
        checks_(database.prepare("SELECT text FROM observation_check WHERE report_id = ?1 AND "
                                 "position = ?2 ORDER BY number")),
        view_(view),
        path_(path),
        limits_(limits) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.use_zip64 = LXW_TRUE;
    workbook_.reset(workbook_new_opt(path.c_str(), &options));
    lxw_doc_properties properties{};
    properties.created = kCreated;
    check(workbook_set_properties(workbook_.get(), &properties));
    bold_ = workbook_add_format(workbook_.get());
    format_set_bold(bold_);
    link_ = workbook_get_default_url_format(workbook_.get());
    value_ = rows_.column("value");
    digest_ = rows_.column("report_sha256");
    page_ = rows_.column("page");
  }

  XlsxSummary write() {
    add_sheet();
    while (rows_.next()) {
      if (row_ >= limits_.rows || (links_.any() && link_count_ >= limits_.links)) add_sheet();
      write_row();
      ++row_;
      ++summary_.rows;
    }
    check(workbook_close(workbook_.release()));
    return summary_;
  }

 private:
  void check(lxw_error error) {
    if (error == LXW_NO_ERROR) return;
    throw extract::Error(extract::ErrorCode::file_access, path_, lxw_strerror(error));
  }

  lxw_row_t row() const { return static_cast<lxw_row_t>(row_); }

  void add_sheet() {
    ++summary_.sheets;
    const std::string name = summary_.sheets == 1
                                 ? std::string(view_)
                                 : std::string(view_) + " " + std::to_string(summary_.sheets);
    sheet_ = workbook_add_worksheet(workbook_.get(), name.c_str());
    if (sheet_ == nullptr) check(LXW_ERROR_MEMORY_MALLOC_FAILED);
    row_ = 0;
    link_count_ = 0;
    const auto last = static_cast<lxw_col_t>(rows_.column_count() - 1);
    check(worksheet_set_column(sheet_, 0, last, kColumnWidth, nullptr));
    worksheet_freeze_panes(sheet_, 1, 0);
    for (lxw_col_t i = 0; i <= last; ++i) {
      check(worksheet_write_string(sheet_, 0, i, rows_.columns()[i].name.c_str(), bold_));
    }
    row_ = 1;
  }

  void write_row() {
    const std::string link = link_of_row();
    const int linked =
        value_ >= 0 && rows_.is_null(value_) ? page_ : value_;  // a cell with a number
    std::string no_utf8;
    for (int i = 0; i < rows_.column_count(); ++i) {
      if (rows_.is_null(i)) continue;
      write_cell(i, i == linked ? link : "", no_utf8);
    }
    const std::string note = note_of_row() + no_utf8;
    if (note.empty()) return;
    check(worksheet_write_comment(sheet_, row(), static_cast<lxw_col_t>(std::max(linked, 0)),
                                  xlsx_text(note).c_str()));
  }

  void write_cell(int i, const std::string& link, std::string& no_utf8) {
    const auto column = static_cast<lxw_col_t>(i);
    const std::string_view text = rows_.text(i);
    lxw_format* format = nullptr;
    if (!link.empty()) {
      // The link's own text is written over by the cell's; one too long for Excel is left out.
      const lxw_error error = worksheet_write_url(sheet_, row(), column, link.c_str(), link_);
      if (error != LXW_ERROR_WORKSHEET_MAX_URL_LENGTH_EXCEEDED) check(error);
      if (error == LXW_NO_ERROR) format = link_;
      ++link_count_;
    }
    const ColumnType type = rows_.columns()[static_cast<std::size_t>(i)].type;
    if ((type == ColumnType::number || type == ColumnType::integer) && is_json_number(text)) {
      double number = 0;
      std::from_chars(text.data(), text.data() + text.size(), number);
      check(worksheet_write_number(sheet_, row(), column, number, format));
      return;
    }
    if (text.empty()) return;
    const std::string written = cell_text(i, text, no_utf8);
    check(worksheet_write_string(sheet_, row(), column, written.c_str(), format));
  }

  std::string cell_text(int i, std::string_view text, std::string& no_utf8) {
    std::string ignored;
    if (!append_json_text(ignored, text)) {
      ++summary_.replaced;
      no_utf8 += rows_.columns()[static_cast<std::size_t>(i)].name +
                 ", bytes: " + hexadecimal(text.substr(0, kMostCommentBytes / 2)) + "\n";
    }
    std::string written = xlsx_text(text);
    const auto characters =
        static_cast<std::size_t>(std::count_if(written.begin(), written.end(), [](char c) {
          return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
        }));
    if (characters <= limits_.text) return written;
    ++summary_.shortened;
    std::size_t end = 0;
    for (std::size_t count = 0; count < limits_.text / 2; ++count) {
      end += std::max<std::size_t>(utf8_length(std::string_view(written).substr(end)), 1);
    }
    // Never in the middle of an escape.
    const std::size_t escape = written.rfind("_x", end);
    if (escape != std::string::npos && escape + 7 > end && looks_escaped(written.substr(escape))) {
      end = escape;
    }
    return written.substr(0, end) + " [shortened: the whole text has " +
           std::to_string(text.size()) + " bytes]";
  }

  std::string link_of_row() {
    if (value_ < 0 || digest_ < 0 || page_ < 0) return "";
    return links_.page_link(rows_.text(digest_), rows_.text(page_));
  }

  // What a reader must know of the figure before using it.
  std::string note_of_row() {
    const auto text = [&](const char* name) {
      const int i = rows_.column(name);
      return i < 0 ? std::string() : std::string(rows_.text(i));
    };
    const std::string status = text("status"), missing = text("missing");
    const bool corrected = text("corrected") == "1";
    if (value_ < 0 || (status != "contradicted" && missing.empty() && !corrected)) return "";
    std::string note = "status: " + status + (corrected ? ", corrected" : "") + "\n";
    if (!missing.empty()) note += "missing: " + missing + "\n";
    note += "raw: " + text("raw").substr(0, kMostCommentBytes) + "\n";
    if (view_ != "observations") return note;
    checks_.bind(1, rows_.report_id()).bind(2, rows_.position());
    while (checks_.step()) {
      if (note.size() < kMostCommentBytes) note += "check: " + std::string(checks_.text(0)) + "\n";
    }
    return note;
  }

  ViewRows rows_;
  ReportLinks links_;
  Statement checks_;
  std::string_view view_;
  std::string path_;
  XlsxLimits limits_;
  std::unique_ptr<lxw_workbook, CloseWorkbook> workbook_;
  lxw_worksheet* sheet_ = nullptr;
  lxw_format* bold_ = nullptr;
  lxw_format* link_ = nullptr;
  int value_ = -1, digest_ = -1, page_ = -1;
  std::int64_t row_ = 0, link_count_ = 0;
  XlsxSummary summary_;
};

}  // namespace

std::string xlsx_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const std::size_t length = utf8_length(rest);
    const auto c = static_cast<unsigned char>(text[at]);
    if (length == 0) {
      out += "\uFFFD";
    } else if (length == 1 && c < 0x20 && c != '\t' && c != '\n') {
      out += "_x00" + hexadecimal(rest.substr(0, 1)) + "_";
    } else if (rest.starts_with("\uFFFE")) {
      out += "_xFFFE_";
    } else if (rest.starts_with("\uFFFF")) {
      out += "_xFFFF_";
    } else {
      if (looks_escaped(rest)) out += "_x005F";
      out += rest.substr(0, length);
    }
    at += std::max<std::size_t>(length, 1);
  }
  return out;
}

XlsxSummary export_xlsx(Database& database, std::string_view view, const std::string& path,
                        const std::string& links_from, const XlsxLimits& limits) {
  return Writer(database, view, path, links_from, limits).write();
}

}  // namespace schema
