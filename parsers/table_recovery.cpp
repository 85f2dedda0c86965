#include "parsers/table_recovery.h"

#include <deque>
#include <iterator>

#include "parsers/furniture.h"
#include "parsers/page_tables.h"
#include "parsers/text_lines.h"

namespace parsers {

struct TableRecovery::State {
  // Pages wait until so many after them are known, for furniture that starts with them.
  static constexpr std::size_t kLookAhead = 2;

  void note(const extract::Page& page) {
    const PageWords words(page, {});
    furniture.note(page, find_lines(words, {}, {}));
  }

  void read_first() {
    PageTables found = find_page_tables(waiting.front(), furniture);
    std::move(found.tables.begin(), found.tables.end(), std::back_inserter(result.tables));
    std::move(found.passages.begin(), found.passages.end(), std::back_inserter(result.passages));
    std::move(found.diagnostics.begin(), found.diagnostics.end(), std::back_inserter(result.diagnostics));
    waiting.pop_front();
  }

  std::deque<extract::Page> waiting;
  Furniture furniture;
  Recovery result;
};

TableRecovery::TableRecovery() : state_(std::make_unique<State>()) {}
TableRecovery::~TableRecovery() = default;
TableRecovery::TableRecovery(TableRecovery&&) noexcept = default;
TableRecovery& TableRecovery::operator=(TableRecovery&&) noexcept = default;

void TableRecovery::add_page(extract::Page page) {
  state_->waiting.push_back(std::move(page));
  state_->note(state_->waiting.back());
  if (state_->waiting.size() > State::kLookAhead) state_->read_first();
}

Recovery TableRecovery::finish() {
  while (!state_->waiting.empty()) state_->read_first();
  return std::move(state_->result);
}

}  // namespace parsers
