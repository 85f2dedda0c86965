#include "schema/px_export.h"

#include <algorithm>
#include <ostream>
#include <vector>

#include "schema/json_text.h"

namespace schema {

namespace {

// Lists of values go on a new line after so many bytes; longer texts are cut into quoted pieces.
constexpr std::size_t kLineBytes = 200;
// Programs of the PX family show so many decimals.
constexpr int kMostShownDecimals = 6;
constexpr int kMostDecimals = 15;

struct Writer {
  std::ostream& out;
  std::int64_t replaced = 0;

  std::string quoted(std::string_view text) { return '"' + px_text(text, replaced) + '"'; }

  // KEYWORD("key")="text";
  void text(std::string_view keyword, std::string_view value) {
    out << keyword << '=';
    const std::string clean = px_text(value, replaced);
    std::size_t begin = 0;
    do {
      std::size_t end = std::min(clean.size(), begin + kLineBytes);
      while (end < clean.size() && (static_cast<unsigned char>(clean[end]) & 0xC0) == 0x80) --end;
      if (begin > 0) out << '\n';
      out << '"' << clean.substr(begin, end - begin) << '"';
      begin = end;
    } while (begin < clean.size());
    out << ";\n";
  }

  void list(std::string_view keyword, std::string_view start,
            const std::vector<CubeCategory>& categories, std::string CubeCategory::*member) {
    out << keyword << '=' << start;
    std::size_t line = 0;
    for (std::size_t i = 0; i < categories.size(); ++i) {
      const std::string value = quoted(categories[i].*member);
      if (i > 0 || !start.empty()) out << ',';
      if (line > kLineBytes) {
        out << '\n';
        line = 0;
      }
      out << value;
      line += value.size();
    }
    out << ";\n";
  }
};

const char* time_list(Granularity granularity) {
  switch (granularity) {
    case Granularity::year:
      return "TLIST(A1)";
    case Granularity::quarter:
      return "TLIST(Q1)";
    case Granularity::month:
      return "TLIST(M1)";
    case Granularity::day:
    case Granularity::range:
      break;
  }
  return nullptr;
}

void write_header(Writer& writer, const Cube& cube) {
  int decimals = 0;
  for (const CubeCategory& indicator : cube.dimensions[0].categories) {
    decimals = std::max(decimals, std::min(indicator.decimals, kMostDecimals));
  }
  writer.out << "CHARSET=\"ANSI\";\nAXIS-VERSION=\"2013\";\nCODEPAGE=\"utf-8\";\nLANGUAGE=\"sv\";\n"
             << "DECIMALS=" << decimals
             << ";\nSHOWDECIMALS=" << std::min(decimals, kMostShownDecimals)
             << ";\nMATRIX=\"namndata\";\nSUBJECT-CODE=\"OE\";\n";
  writer.text("SUBJECT-AREA", "Offentlig ekonomi");
  writer.text("DESCRIPTION",
              "Kommunala nämnders uppgifter efter indikator, kommun, period och mått");
  writer.text("TITLE", "Kommunala nämnders uppgifter efter indikator, kommun, period och mått");
  writer.text("CONTENTS", "Kommunala nämnders uppgifter");
  writer.text("UNITS", "se indikatorn");
}

void write_dimensions(Writer& writer, const Cube& cube) {
  const auto& [indicators, municipalities, periods, measures] = cube.dimensions;
  writer.out << "STUB=" << writer.quoted(indicators.label) << ','
             << writer.quoted(municipalities.label) << ";\nHEADING=" << writer.quoted(periods.label)
             << ',' << writer.quoted(measures.label)
             << ";\nCONTVARIABLE=" << writer.quoted(indicators.label) << ";\n";
  for (const CubeDimension& dimension : cube.dimensions) {
    writer.list("VALUES(" + writer.quoted(dimension.label) + ")", "", dimension.categories,
                &CubeCategory::label);
  }
  if (const char* list = time_list(cube.granularity)) {
    writer.list("TIMEVAL(" + writer.quoted(periods.label) + ")", list, periods.categories,
                &CubeCategory::code);
  }
  for (const CubeDimension& dimension : cube.dimensions) {
    writer.list("CODES(" + writer.quoted(dimension.label) + ")", "", dimension.categories,
                &CubeCategory::code);
  }
  writer.out << "MAP(" << writer.quoted(municipalities.label) << ")=\"kommun\";\n";
  for (const CubeCategory& indicator : indicators.categories) {
    const std::string key = "(" + writer.quoted(indicator.label) + ")";
    writer.text("UNITS" + key, indicator.unit.empty() ? "okänd enhet" : indicator.unit);
    if (indicator.decimals > 0) {
      writer.out << "PRECISION(" << writer.quoted(indicators.label) << ','
                 << writer.quoted(indicator.label)
                 << ")=" << std::min(indicator.decimals, kMostShownDecimals) << ";\n";
    }
    if (!indicator.note.empty()) {
      writer.text("VALUENOTE(" + writer.quoted(indicators.label) + "," +
                      writer.quoted(indicator.label) + ")",
                  indicator.note);
    }
  }
}

void write_notes(Writer& writer, const Cube& cube) {
  writer.text("SOURCE", "namndata: kommunala nämnders rapporter");
  std::int64_t verified = 0;
  for (const CubeCell& cell : cube.cells) {
    if (cell.status == "verified") ++verified;
    if (cell.status != "contradicted") continue;
    std::string key;
    for (const CubeCategory* category : cube.categories(cell.index)) {
      key += (key.empty() ? "" : ",") + writer.quoted(category->label);
    }
    writer.text("CELLNOTE(" + key + ")", "Motsägs av rapportens egna tal.");
  }
  std::string note =
      "Uppgifterna är lästa ur nämndernas rapporter. " + std::to_string(verified) + " av " +
      std::to_string(cube.cells.size()) +
      " är bekräftade av summor eller andra rapporter; .. betyder att uppgift saknas.";
  if (cube.other_granularities > 0) {
    note += " " + std::to_string(cube.other_granularities) +
            " uppgifter för perioder av annan längd ingår inte.";
  }
  if (cube.ambiguous > 0) {
    note +=
        " " + std::to_string(cube.ambiguous) + " uppgifter som inte går att skilja åt ingår inte.";
  }
  if (writer.replaced > 0) {
    note += " Tecken som formatet inte kan bära är ersatta av apostrof eller blanksteg.";
  }
  writer.text("NOTE", note);
}

}  // namespace

std::string px_text(std::string_view text, std::int64_t& replaced) {
  std::string clean;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(text.substr(at));
    const auto c = static_cast<unsigned char>(text[at]);
    if (length == 1 && (c < 0x20 || c == 0x7F || c == '"')) {
      clean += c == '"' ? '\'' : ' ';
      ++replaced;
    } else if (length == 0) {
      clean += "\uFFFD";
      ++replaced;
    } else {
      clean += text.substr(at, length);
    }
    at += std::max<std::size_t>(length, 1);
  }
  return clean;
}

std::int64_t export_px(const Cube& cube, std::ostream& out) {
  Writer writer{out};
  write_header(writer, cube);
  write_dimensions(writer, cube);
  write_notes(writer, cube);
  out << "DATA=\n";
  const std::uint64_t columns =
      cube.dimensions[2].categories.size() * cube.dimensions[3].categories.size();
  auto cell = cube.cells.begin();
  const std::uint64_t size = cube.size();
  for (std::uint64_t index = 0; index < size; ++index) {
    if (cell != cube.cells.end() && cell->index == index) {
      out << cell->value << ' ';
      ++cell;
    } else {
      out << "\"..\" ";
    }
    if ((index + 1) % columns == 0) out << '\n';
  }
  out << ";\n";
  return writer.replaced;
}

}  // namespace schema
