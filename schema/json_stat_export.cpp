#include "schema/json_stat_export.h"

#include <ostream>
#include <string>

#include "schema/json_text.h"

namespace schema {

namespace {

std::string quoted(std::string_view text) {
  std::string out;
  append_json_text(out, text);
  return out;
}

// "category": {"index": […], "label": {…}, "unit": {…}, "note": {…}}
void write_category(const CubeDimension& dimension, std::ostream& out) {
  std::string index, label, unit, note;
  for (const CubeCategory& category : dimension.categories) {
    const std::string comma = index.empty() ? "" : ", ";
    const std::string code = quoted(category.code);
    index += comma + code;
    label += comma + code + ": " + quoted(category.label);
    if (dimension.id != "indicator") continue;
    unit += comma + code + ": {\"label\": " + quoted(category.unit) +
            ", \"decimals\": " + std::to_string(category.decimals) + "}";
    if (category.note.empty()) continue;
    note += (note.empty() ? "" : ", ") + code + ": [" + quoted(category.note) + "]";
  }
  out << "\"category\": {\"index\": [" << index << "],\n    \"label\": {" << label << "}";
  if (!unit.empty()) out << ",\n    \"unit\": {" << unit << "}";
  if (!note.empty()) out << ",\n    \"note\": {" << note << "}";
  out << "}";
}

void write_values(const Cube& cube, std::ostream& out) {
  out << "  \"value\": [";
  auto cell = cube.cells.begin();
  const std::uint64_t size = cube.size();
  for (std::uint64_t index = 0; index < size; ++index) {
    if (index > 0) out << ',';
    if (cell != cube.cells.end() && cell->index == index) {
      out << cell->value;
      ++cell;
    } else {
      out << "null";
    }
  }
  out << "],\n  \"status\": {";
  for (std::size_t i = 0; i < cube.cells.size(); ++i) {
    out << (i > 0 ? ", " : "") << '"' << cube.cells[i].index
        << "\": " << quoted(cube.cells[i].status);
  }
  out << "}\n";
}

}  // namespace

void export_json_stat(const Cube& cube, std::ostream& out) {
  out << "{\n  \"version\": \"2.0\",\n  \"class\": \"dataset\",\n"
         "  \"label\": \"Kommunala nämnders uppgifter efter indikator, kommun, period och mått\",\n"
         "  \"source\": \"namndata: kommunala nämnders rapporter\",\n"
         "  \"note\": [\"Uppgifter för perioder av annan längd som inte ingår: "
      << cube.other_granularities
      << "\", \"Uppgifter som inte går att skilja åt och inte ingår: " << cube.ambiguous
      << "\"],\n  \"id\": [";
  for (std::size_t i = 0; i < cube.dimensions.size(); ++i) {
    out << (i > 0 ? ", " : "") << quoted(cube.dimensions[i].id);
  }
  out << "],\n  \"size\": [";
  for (std::size_t i = 0; i < cube.dimensions.size(); ++i) {
    out << (i > 0 ? ", " : "") << cube.dimensions[i].categories.size();
  }
  out << "],\n  \"role\": {\"time\": [\"period\"], \"geo\": [\"municipality\"], "
         "\"metric\": [\"indicator\"]},\n  \"dimension\": {";
  for (std::size_t i = 0; i < cube.dimensions.size(); ++i) {
    const CubeDimension& dimension = cube.dimensions[i];
    out << (i > 0 ? ",\n" : "\n") << "    " << quoted(dimension.id)
        << ": {\"label\": " << quoted(dimension.label) << ",\n    ";
    write_category(dimension, out);
    out << "}";
  }
  out << "\n  },\n";
  write_values(cube, out);
  out << "}\n";
}

}  // namespace schema
