#include "schema/inhabitants.h"

#include <catch2/catch.hpp>

#include "schema/open_database.h"

TEST_CASE("The nearest year within five counts, the earlier of two", "[inhabitants]") {
  schema::Database database = schema::open_database_in_memory();
  database.run(
      "DELETE FROM population;"
      "INSERT INTO population (municipality_code, year, persons) VALUES "
      "('1461', 2010, 1), ('1461', 2012, 2), ('1461', 2019, 3), ('0580', 2010, 4)");
  const schema::Inhabitants inhabitants(database);
  struct Case {
    const char* municipality;
    int year, expected;  // 0: nothing
  };
  for (const Case& c : {Case{"1461", 2010, 2010},
                        {"1461", 2011, 2010},
                        {"1461", 2012, 2012},
                        {"1461", 2013, 2012},
                        {"1461", 2016, 2019},
                        {"1461", 2015, 2012},
                        {"1461", 2024, 2019},
                        {"1461", 2025, 0},
                        {"1461", 2005, 2010},
                        {"1461", 2004, 0},
                        {"0580", 2012, 2010},
                        {"9999", 2010, 0}}) {
    INFO(c.municipality << " " << c.year);
    const auto known = inhabitants.nearest(c.municipality, c.year);
    CHECK((known ? known->year : 0) == c.expected);
  }
  CHECK(inhabitants.nearest("1461", 2024)->persons == 3);
}

TEST_CASE("A figure per 1,000 is rounded half away from zero", "[inhabitants]") {
  CHECK(schema::per_1000({281, 0}, 8000) == "35.13");
  CHECK(schema::per_1000({-281, 0}, 8000) == "-35.13");
  CHECK(schema::per_1000({15, 1}, 3000) == "0.50");
  CHECK(schema::per_1000({0, 0}, 8000) == "0.00");
}
