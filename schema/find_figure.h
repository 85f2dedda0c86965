#pragma once
// Finding the figure that a user means, by its report, page, labels and text.

#include <optional>
#include <string>

#include "schema/corrections.h"
#include "schema/database.h"

namespace schema {

// The report's document stem or the beginning of its digest, and as much as is needed of the rest.
// Labels and titles are compared by label_key: the whole path, or its last parts.
struct FigureQuestion {
  std::string report;
  std::optional<int> page;
  std::optional<std::string> table, row, column;
  std::optional<std::string> raw;  // as printed
};

// Throws extract::Error(bad_argument) when no figure, or more than one, is meant; the message lists
// the candidates.
FigureKey find_figure(Database& database, const FigureQuestion& question);

}  // namespace schema
