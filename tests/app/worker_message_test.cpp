#include "app/worker_message.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "app/spool.h"
#include "extract/error.h"
#include "tests/support/temp_dir.h"

using app::decode;
using app::encode;
using app::Message;
using app::MessageFramer;
using app::MessageType;
using app::ProtocolError;

namespace {

std::string payload(const nlohmann::json& json) {
  std::string bytes;
  nlohmann::json::to_msgpack(json, bytes);
  return bytes;
}

}  // namespace

TEST_CASE("Messages come out of the wire as they went in, however it is cut", "[worker][issue-6]") {
  const Message rows{MessageType::rows,
                     {{std::int64_t{1}, "å\n\"", 1.5, std::monostate{}, std::int64_t{-7}}, {}}};
  const Message page{MessageType::page, {{std::int64_t{12}}}};
  const std::string wire = encode(rows) + encode(page);
  for (const std::size_t step : {std::size_t{1}, std::size_t{7}, wire.size()}) {
    MessageFramer framer;
    std::vector<Message> found;
    for (std::size_t at = 0; at < wire.size(); at += step) {
      framer.add(std::string_view(wire).substr(at, step));
      while (const auto frame = framer.next()) found.push_back(decode(frame->type, frame->payload));
    }
    REQUIRE(found.size() == 2);
    CHECK(found[0].type == MessageType::rows);
    CHECK(found[0].rows == rows.rows);
    CHECK(found[1].rows == page.rows);
    CHECK(framer.empty());
  }
}

TEST_CASE("What is no message is refused", "[worker][issue-6]") {
  for (const std::string& wire :
       {std::string("\xFF\xFF\xFF\xFF\x01", 5),  // 4 GiB
        std::string("\x01\x00\x40\x00\x01", 5),  // a byte more than allowed
        std::string("\x00\x00\x00\x00\x00", 5),  // no such type
        std::string("\x00\x00\x00\x00\x08", 5), std::string("GET / HTTP/1.1\r\n")}) {
    MessageFramer framer;
    framer.add(wire);
    CHECK_THROWS_AS(framer.next(), ProtocolError);
  }
  using nlohmann::json;
  for (const std::string& bytes :
       {std::string(), std::string("\xC1"), payload(json(7)), payload(json::object()),
        payload(json::array({7})), payload(json::array({json::array({json::array()})})),
        payload(json::array({json::array({json::object()})})),
        payload(json::array({json::array({true})})),
        payload(json::array({json::array({std::uint64_t{1} << 63})})),
        payload(json::array({json::array({json::binary({1, 2})})})),
        payload(json::array({json::array({1})})) + "x",
        std::string("\xDD\xFF\xFF\xFF\xFF", 5),  // four billion rows, and none follows
        std::string(1 << 20, '\x91')}) {         // a million arrays in each other
    CHECK_THROWS_AS(decode(MessageType::rows, bytes), ProtocolError);
  }
}

TEST_CASE("A report's head is checked", "[worker][issue-6]") {
  schema::ReportHead head;
  head.sha256 = std::string(64, 'a');
  head.identity = {"1461", schema::IdentitySource::document, "www.mellerud.se (p. 1)"};
  head.board = "Socialnämnden";
  head.title = "Rapport";
  head.period = parsers::canonical_period("2022-01/2022-03");
  head.tagged = true;
  head.pages = 9;
  const app::MessageRow row = app::to_message(head);
  const auto read = [](const app::MessageRow& fields) {
    return app::head_from({MessageType::head, {fields}});
  };
  const schema::ReportHead same = read(row);
  CHECK(same.identity.municipality_code == "1461");
  CHECK(same.period->end == "2022-03-31");
  CHECK(same.tagged);
  CHECK(same.pages == 9);

  struct Bad {
    std::size_t field;
    schema::Value value;
  };
  for (const Bad& bad : std::vector<Bad>{{0, std::int64_t{1}},
                                         {1, ""},  // a source without a municipality
                                         {2, std::int64_t{9}},
                                         {2, std::int64_t{2}},  // only the parent knows manifests
                                         {6, "sometime"},
                                         {10, std::int64_t{-1}},
                                         {10, "9"}}) {
    app::MessageRow wrong = row;
    wrong[bad.field] = bad.value;
    CHECK_THROWS_AS(read(wrong), ProtocolError);
  }
  app::MessageRow longer = row;
  longer.emplace_back("more");
  CHECK_THROWS_AS(read(longer), ProtocolError);
  CHECK_THROWS_AS(app::row_from({std::int64_t{99}}), ProtocolError);
  CHECK_THROWS_AS(app::row_from({}), ProtocolError);
}

TEST_CASE("A spool gives back its bytes, in memory or in a file that nobody sees",
          "[worker][issue-6]") {
  const support::TempDir dir;
  for (const std::size_t size : {std::size_t{10}, 3 * app::Spool::kInMemory + 5}) {
    app::Spool spool(dir.path());
    std::string expected;
    while (expected.size() < size) {
      const std::string part(std::min<std::size_t>(40'000, size - expected.size()),
                             static_cast<char>('a' + expected.size() % 26));
      spool.append(part);
      expected += part;
    }
    CHECK(spool.size() == size);
    for (int time = 0; time < 2; ++time) {
      std::string read;
      for (auto part = spool.read(); !part.empty(); part = spool.read()) read += part;
      CHECK((read == expected));
      spool.rewind();
    }
    CHECK(std::filesystem::is_empty(dir.path()));
    spool.clear();
    CHECK(spool.read().empty());
  }
  app::Spool lost(dir.path("no such folder"));
  CHECK_THROWS_AS(lost.append(std::string(2 * app::Spool::kInMemory, 'x')), extract::Error);
}
