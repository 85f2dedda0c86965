#include "parsers/table_recovery.h"

#include <deque>
#include <iterator>
#include <utility>

#include "parsers/continuation.h"
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
    if (found.orphan_row && open_below && last_page + 1 == waiting.front().number &&
        join_downwards(result.tables.back(), *found.orphan_row)) {
      last_page = waiting.front().number;
      found.text_above = true;
      std::erase_if(found.passages, [&](const TextPassage& p) {
        return !p.furniture && p.box.y0 < found.orphan_row->box.y1;
      });
    }
    add_tables(std::move(found.tables), found.text_above);
    open_below = !result.tables.empty() && !found.text_below && last_page == waiting.front().number;
    std::move(found.passages.begin(), found.passages.end(), std::back_inserter(result.passages));
    std::move(found.diagnostics.begin(), found.diagnostics.end(),
              std::back_inserter(result.diagnostics));
    waiting.pop_front();
  }

  // Tables of the next page: the first one may go on from the last one of the page before.
  void add_tables(std::vector<Table> tables, bool text_above) {
    for (std::size_t i = 0; i < tables.size(); ++i) {
      const bool adjoins = i == 0 && !text_above && open_below && !result.tables.empty() &&
                           last_page + 1 == tables[i].page;
      last_page = tables[i].page;
      if (adjoins && join_downwards(result.tables.back(), tables[i])) continue;
      if (adjoins) tables[i].continued_from = static_cast<int>(result.tables.size()) - 1;
      result.tables.push_back(std::move(tables[i]));
    }
  }

  // Parts that stand side by side on paper glued page to page: further columns of the same rows.
  void join_columns() {
    std::vector<Table> joined;
    for (Table& table : result.tables) {
      const bool adjoins = !joined.empty() && table.continued_from.has_value();
      if (adjoins && join_sideways(joined.back(), table)) continue;
      table.continued_from.reset();
      joined.push_back(std::move(table));
    }
    result.tables = std::move(joined);
  }

  std::deque<extract::Page> waiting;
  bool open_below = false;  // the last table so far ends its page
  int last_page = 0;        // and stands on this one
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

bool TableRecovery::between_tables() const { return !state_->open_below; }

Recovery TableRecovery::take() {
  state_->join_columns();
  state_->open_below = false;
  return std::exchange(state_->result, {});
}

Recovery TableRecovery::finish() {
  while (!state_->waiting.empty()) state_->read_first();
  return take();
}

}  // namespace parsers
