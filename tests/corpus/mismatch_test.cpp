#include "corpus/mismatch.h"

#include <catch2/catch.hpp>

namespace {

corpus::Figure figure(std::string row, std::string value, std::string unit) {
  corpus::Figure result;
  result.row = std::move(row);
  result.column = "Antal";
  result.value = *parsers::Decimal::from_string(value);
  result.periods = {"2023"};
  result.unit = std::move(unit);
  result.page = 2;
  return result;
}

}  // namespace

TEST_CASE("missed, wrong and misunderstood figures are told apart", "[mismatch]") {
  corpus::Truth truth;
  truth.tables.emplace_back();
  truth.tables[0].figures = {figure("a", "1", "antal"), figure("b", "2", "antal"),
                             figure("c", "3", "antal")};
  const std::vector<corpus::Figure> read = {figure("a", "1", "antal"), figure("b", "2", "tkr"),
                                            figure("c", "33", "antal")};
  CHECK(corpus::mismatch_lines(truth, read, 5) ==
        "missed\t2\tc\tAntal\t3\t2023\t\tantal\n"
        "wrong\t2\tc\tAntal\t33\t2023\t\tantal\n"
        "meant\t2\tb\tAntal\t2\t2023\t\tantal\n"
        "read\t2\tb\tAntal\t2\t2023\t\ttkr\n");
  CHECK(corpus::mismatch_lines(truth, read, 0).empty());
  CHECK(corpus::mismatch_lines(truth, truth.tables[0].figures, 5).empty());
}
