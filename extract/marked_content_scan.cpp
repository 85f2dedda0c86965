#include "extract/marked_content_scan.h"

#include <algorithm>
#include <cstddef>

namespace extract {
namespace {

bool is_white(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}
bool is_delimiter(char c) {
  return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos;
}

// Just enough of PDF's syntax to tell operators from what stands in strings and comments.
class Scanner {
 public:
  explicit Scanner(std::string_view content) : content_(content) {}

  std::vector<bool> scan() {
    while (at_ < content_.size()) {
      const char c = content_[at_];
      if (is_white(c)) {
        ++at_;
      } else if (c == '%') {
        skip_until("\r\n");
      } else if (c == '(') {
        skip_string();
      } else if (c == '/') {
        ++at_;
        word();
        last_is_name_ = true;
      } else if (is_delimiter(c)) {
        last_is_name_ = false;
        ++at_;
      } else {
        operation(word());
        last_is_name_ = false;
      }
    }
    return ends_;
  }

 private:
  std::string_view word() {
    const std::size_t begin = at_;
    while (at_ < content_.size() && !is_white(content_[at_]) && !is_delimiter(content_[at_])) ++at_;
    return content_.substr(begin, at_ - begin);
  }

  void operation(std::string_view name) {
    if (name == "BDC") {
      open_.push_back(last_is_name_);
    } else if (name == "BMC") {
      open_.push_back(false);
    } else if (name == "EMC") {
      ends_.push_back(!open_.empty() && open_.back());
      if (!open_.empty()) open_.pop_back();
    } else if (name == "ID") {
      skip_image();
    }
  }

  void skip_until(std::string_view any_of) {
    at_ = std::min(content_.find_first_of(any_of, at_), content_.size());
  }

  void skip_string() {
    int depth = 0;
    for (; at_ < content_.size(); ++at_) {
      const char c = content_[at_];
      if (c == '\\') {
        ++at_;
      } else if (c == '(') {
        ++depth;
      } else if (c == ')' && --depth == 0) {
        ++at_;
        break;
      }
    }
    last_is_name_ = false;
  }

  // An inline image's bytes end at EI between white space.
  void skip_image() {
    for (std::size_t end = content_.find("EI", at_); end != std::string_view::npos;
         end = content_.find("EI", end + 2)) {
      const bool after = end + 2 >= content_.size() || is_white(content_[end + 2]);
      if (is_white(content_[end - 1]) && after) {
        at_ = end + 2;
        return;
      }
    }
    at_ = content_.size();
  }

  std::string_view content_;
  std::size_t at_ = 0;
  bool last_is_name_ = false;
  std::vector<bool> open_;
  std::vector<bool> ends_;
};

}  // namespace

std::vector<bool> ends_of_named_content(std::string_view content) {
  return Scanner(content).scan();
}

}  // namespace extract
