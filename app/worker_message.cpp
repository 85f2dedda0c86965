#include "app/worker_message.h"

#include <limits>
#include <nlohmann/json.hpp>

#include "parsers/period.h"

namespace app {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kLengthBytes = 4;
constexpr std::size_t kHeader = kLengthBytes + 1;
constexpr std::size_t kHeadFields = 11;

Json to_json(const schema::Value& value) {
  return std::visit(
      [](const auto& v) {
        if constexpr (std::is_same_v<std::decay_t<decltype(v)>, std::monostate>) {
          return Json(nullptr);
        } else {
          return Json(v);
        }
      },
      value);
}

// Takes an array of arrays of single values and nothing else; so nothing can nest deeper, however
// long the bytes are.
class RowsReader {
 public:
  std::vector<MessageRow> rows;

  bool null() { return value(std::monostate{}); }
  bool boolean(bool) { return false; }
  bool number_integer(std::int64_t number) { return value(number); }
  bool number_unsigned(std::uint64_t number) {
    return number <= std::uint64_t{std::numeric_limits<std::int64_t>::max()} &&
           value(static_cast<std::int64_t>(number));
  }
  bool number_float(double number, const std::string&) { return value(number); }
  bool string(std::string& text) { return value(std::move(text)); }
  bool binary(Json::binary_t&) { return false; }
  bool start_object(std::size_t) { return false; }
  bool key(std::string&) { return false; }
  bool end_object() { return false; }
  bool start_array(std::size_t) {
    if (++depth_ == 2) rows.emplace_back();
    return depth_ <= 2;
  }
  bool end_array() {
    --depth_;
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) {
    return false;
  }

 private:
  bool value(schema::Value value) {
    if (depth_ != 2) return false;
    rows.back().push_back(std::move(value));
    return true;
  }
  int depth_ = 0;
};

const schema::Value& value_of(const MessageRow& row, std::size_t index) {
  if (index >= row.size()) throw ProtocolError("a message is too short");
  return row[index];
}

}  // namespace

std::string encode(const Message& message) {
  Json array = Json::array();
  for (const MessageRow& row : message.rows) {
    Json values = Json::array();
    for (const schema::Value& value : row) values.push_back(to_json(value));
    array.push_back(std::move(values));
  }
  const std::vector<std::uint8_t> payload = Json::to_msgpack(array);
  if (payload.size() > kMaxMessage) throw std::length_error("a message is too long");
  std::string bytes;
  bytes.reserve(kHeader + payload.size());
  for (std::size_t i = 0; i < kLengthBytes; ++i) {
    bytes.push_back(static_cast<char>(payload.size() >> (8 * i) & 0xFF));
  }
  bytes.push_back(static_cast<char>(message.type));
  bytes.append(payload.begin(), payload.end());
  return bytes;
}

Message decode(MessageType type, std::string_view payload) {
  RowsReader reader;
  if (!Json::sax_parse(payload.begin(), payload.end(), &reader, Json::input_format_t::msgpack)) {
    throw ProtocolError("a message is no list of rows");
  }
  return {type, std::move(reader.rows)};
}

std::optional<MessageFramer::Frame> MessageFramer::next() {
  if (begin_ == buffer_.size()) {
    buffer_.clear();
    begin_ = 0;
  }
  const std::string_view rest = std::string_view(buffer_).substr(begin_);
  if (rest.size() < kHeader) return std::nullopt;
  std::size_t length = 0;
  for (std::size_t i = 0; i < kLengthBytes; ++i) {
    length |= std::size_t{static_cast<unsigned char>(rest[i])} << (8 * i);
  }
  const auto type = static_cast<MessageType>(rest[kLengthBytes]);
  if (length > kMaxMessage) throw ProtocolError("a message is too long");
  if (type < MessageType::opened || type > MessageType::failed) {
    throw ProtocolError("a message has an unknown type");
  }
  if (rest.size() < kHeader + length) {
    buffer_.erase(0, begin_);
    begin_ = 0;
    return std::nullopt;
  }
  begin_ += kHeader + length;
  return Frame{type, rest.substr(kHeader, length), rest.substr(0, kHeader + length)};
}

MessageRow to_message(const schema::ReportHead& head) {
  return {head.sha256,
          head.identity.municipality_code,
          std::int64_t{static_cast<int>(head.identity.source)},
          head.identity.evidence,
          head.board,
          head.title,
          head.period ? head.period->text : std::string(),
          head.creation_date,
          head.producer,
          std::int64_t{head.tagged ? 1 : 0},
          std::int64_t{head.pages}};
}

schema::ReportHead head_from(const Message& message) {
  if (message.rows.size() != 1 || message.rows[0].size() != kHeadFields) {
    throw ProtocolError("the head of a report has another number of fields");
  }
  const MessageRow& row = message.rows[0];
  schema::ReportHead head;
  head.sha256 = text_of(row, 0);
  head.identity.municipality_code = text_of(row, 1);
  const std::int64_t source = integer_of(row, 2);
  const bool known = source == static_cast<int>(schema::IdentitySource::document);
  if ((!known && source != static_cast<int>(schema::IdentitySource::unknown)) ||
      known == head.identity.municipality_code.empty()) {
    throw ProtocolError("a report's municipality has no source");
  }
  head.identity.source = static_cast<schema::IdentitySource>(source);
  head.identity.evidence = text_of(row, 3);
  head.board = text_of(row, 4);
  head.title = text_of(row, 5);
  if (const std::string& period = text_of(row, 6); !period.empty()) {
    head.period = parsers::canonical_period(period);
    if (!head.period) throw ProtocolError("a report's period is none");
  }
  head.creation_date = text_of(row, 7);
  head.producer = text_of(row, 8);
  head.tagged = integer_of(row, 9) != 0;
  const std::int64_t pages = integer_of(row, 10);
  if (pages < 0 || pages > std::numeric_limits<int>::max()) {
    throw ProtocolError("a report has an impossible number of pages");
  }
  head.pages = static_cast<int>(pages);
  return head;
}

MessageRow to_message(schema::Row row) {
  MessageRow values = {std::int64_t{static_cast<int>(row.table)}};
  values.insert(values.end(), std::make_move_iterator(row.values.begin()),
                std::make_move_iterator(row.values.end()));
  return values;
}

schema::Row row_from(MessageRow row) {
  const std::int64_t table = integer_of(row, 0);
  if (table < 0 || table >= static_cast<std::int64_t>(schema::kRowTables)) {
    throw ProtocolError("a row is of an unknown table");
  }
  row.erase(row.begin());
  return {static_cast<schema::RowTable>(table), std::move(row)};
}

std::int64_t integer_of(const MessageRow& row, std::size_t index) {
  const auto* number = std::get_if<std::int64_t>(&value_of(row, index));
  if (number == nullptr) throw ProtocolError("a message has no number where one belongs");
  return *number;
}

const std::string& text_of(const MessageRow& row, std::size_t index) {
  const auto* text = std::get_if<std::string>(&value_of(row, index));
  if (text == nullptr) throw ProtocolError("a message has no text where one belongs");
  return *text;
}

}  // namespace app
