#pragma once
// Table recovery: pages in, tables and running text out. The façade over the witnesses
// (tagged_table, lattice_table, stream_table, text_table) and the verdict between them; the method
// is told step by step in docs/table-recovery.md.
//
//   TableRecovery recovery;
//   for (int n = 1; n <= document->page_count(); ++n) recovery.add_page(document->page(n));
//   Recovery result = recovery.finish();

#include <memory>
#include <vector>

#include "extract/diagnostics.h"
#include "extract/page.h"
#include "parsers/report.h"
#include "parsers/table.h"

namespace parsers {

struct Recovery {
  std::vector<Table> tables;          // in reading order
  std::vector<TextPassage> passages;  // text outside tables, in reading order
  std::vector<extract::Diagnostic> diagnostics;
};

// Takes pages in order and keeps only what later pages can change: margins for page headers and
// footers, the last table for its continuation. So memory grows with the tables, not with the
// pages.
class TableRecovery {
 public:
  TableRecovery();
  ~TableRecovery();
  TableRecovery(TableRecovery&&) noexcept;
  TableRecovery& operator=(TableRecovery&&) noexcept;

  void add_page(extract::Page page);
  // True when no table can go on from the pages read so far: take() then loses nothing.
  bool between_tables() const;
  // What was found since the last take(). Pages that wait for those after them stay.
  Recovery take();
  // The rest. REQUIRES: called once, after the last page.
  Recovery finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace parsers
