#include "corpus/truth.h"

#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "extract/error.h"

namespace {

// A file that is there as long as the object.
class TruthFile {
 public:
  explicit TruthFile(const std::string& text)
      : path_(std::filesystem::temp_directory_path() / "namndata-truth-test.json") {
    std::ofstream(path_) << text;
  }
  ~TruthFile() { std::filesystem::remove(path_); }
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE("expected values are read with what they leave open", "[truth]") {
  const TruthFile file(R"({"document": "a", "municipality_code": "0643", "board": null,
    "title": "T", "period": "2023", "score_pages": [2],
    "tables": [{"id": "t", "title": "X", "kind": "personal", "pages": [2],
      "observations": [{"row": "r", "column": "c", "period": "2023", "period_alt": ["2023-12-31"],
                        "measure": null, "value": "-1.50", "unit": "tkr", "raw": "-1,50"}],
      "ignore": [{"row": "r", "column": "nr", "value": "7"}],
      "cells": [[0, 1, 1, 2, "c"]]}],
    "facts": [{"label": "andel", "value": "13", "unit": "procent", "period": "2023", "measure": "utfall"}]})");
  const corpus::Truth truth = corpus::load_truth(file.path());
  CHECK(truth.municipality_code == "0643");
  CHECK(truth.board.empty());
  CHECK(truth.score_pages == std::vector<int>{2});
  REQUIRE(truth.tables.size() == 1);
  const corpus::Figure& figure = truth.tables[0].figures.at(0);
  CHECK(figure.periods == std::vector<std::string>{"2023", "2023-12-31"});
  CHECK(figure.measure.empty());
  CHECK(figure.value == parsers::Decimal{-150, 2});
  CHECK(figure.page == 0);
  CHECK(truth.tables[0].ignored.at(0).column == "nr");
  CHECK(truth.tables[0].cells.at(0).column_span == 2);
  CHECK(truth.facts.at(0).label == "andel");
}

TEST_CASE("expected values that are none are refused with the file's name", "[truth]") {
  for (const char* text :
       {"", "[]", "{}", R"({"tables": [{"observations": [{"value": "1,5"}]}]})"}) {
    INFO(text);
    const TruthFile file(text);
    CHECK_THROWS_AS(corpus::load_truth(file.path()), extract::Error);
  }
  CHECK_THROWS_AS(corpus::load_truth("/no/such/expected.json"), extract::Error);
}
