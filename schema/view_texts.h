#pragma once
// What the views are, in words and for programs that show them: title, description, sort order,
// what to filter by. For the data package and Datasette.

#include <span>
#include <string_view>
#include <vector>

namespace schema {

struct ViewText {
  std::string_view view;
  std::string_view title;        // Swedish
  std::string_view description;  // English, as docs/schema.md
  std::string_view sort;         // a column
  std::vector<std::string_view> facets;
  std::string_view key;  // the column that names a row; "" where no one does, or it may be empty
};

const std::vector<ViewText>& view_texts();

}  // namespace schema
