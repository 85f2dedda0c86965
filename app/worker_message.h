#pragma once
// The messages of a worker process to its parent, on a pipe. The worker reads hostile files, so the
// parent takes nothing on trust: sizes, types, order and contents are checked, and what does not
// fit is a ProtocolError that ends the worker.
//
// On the wire: four bytes of length (little-endian), one of type, then a MessagePack array of
// arrays of null, integers, numbers and texts.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "schema/report_rows.h"

namespace app {

enum class MessageType : std::uint8_t {
  opened = 1,   // [pages]: the file is a report that can be opened
  page = 2,     // [number]: begins to read this page
  head = 3,     // the fields of a schema::ReportHead
  rows = 4,     // [table, values…], for each a schema::Row
  end = 5,      // [complete]: all was said; 0 when pages are missing
  refused = 6,  // [extract::ErrorCode, message]: not a report that can be read
  failed = 7,   // [status, message]: the reader gave up
};

using MessageRow = std::vector<schema::Value>;

struct Message {
  MessageType type = MessageType::end;
  std::vector<MessageRow> rows;
};

// One message may have this many bytes; a row of a report has far fewer than a page has text.
inline constexpr std::size_t kMaxMessage = std::size_t{4} << 20;

class ProtocolError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// As bytes for the wire. Throws std::length_error when it is longer than kMaxMessage.
std::string encode(const Message& message);
// From the type and payload that a MessageFramer cut out. Throws ProtocolError.
Message decode(MessageType type, std::string_view payload);

// Cuts what comes out of a pipe into messages.
class MessageFramer {
 public:
  struct Frame {
    MessageType type;
    std::string_view payload;  // valid until the next call
    std::string_view bytes;    // all of it, as on the wire
  };
  void add(std::string_view bytes) { buffer_.append(bytes); }
  // The next whole message; nothing when there is none yet. Throws ProtocolError for a length or
  // type that no message has.
  std::optional<Frame> next();
  // True when nothing of a message is left over.
  bool empty() const { return begin_ == buffer_.size(); }

 private:
  std::string buffer_;
  std::size_t begin_ = 0;  // of what was not given out
};

// The two messages whose contents have a form of their own. from_… throws ProtocolError.
MessageRow to_message(const schema::ReportHead& head);
schema::ReportHead head_from(const Message& message);
MessageRow to_message(schema::Row row);
schema::Row row_from(MessageRow row);

// Single values of a message. Throw ProtocolError for another type, or where there is none.
std::int64_t integer_of(const MessageRow& row, std::size_t index);
const std::string& text_of(const MessageRow& row, std::size_t index);

}  // namespace app
