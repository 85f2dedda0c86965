#pragma once
// Verification: which figures the arithmetic of their table confirms, and which it contradicts.
//
// A figure in an identity that holds is verified; one in an identity that fails is contradicted,
// together with the others of it, and the smallest change that would mend it is named. Identities
// come from relations that the whole table proves (relation_search.h), so that a sum that holds by
// chance verifies nothing and one that was never meant contradicts nothing.

#include <cstddef>
#include <span>
#include <vector>

#include "extract/diagnostics.h"
#include "parsers/identity.h"
#include "parsers/reading.h"
#include "parsers/relation_search.h"

namespace parsers {

struct VerificationOptions {
  RelationOptions relations;
  // A relation contradicts figures if at most this share of its positions fails, or if a mend is
  // found: a "Totalt" that is a mean for some columns is no error there.
  double most_failing = 0.25;
  // Identities of a table that hold to the last digit, and would not all do so if its figures were
  // rounded (odds in thousandths of a decimal order), before one that is off by a rounding is
  // doubted.
  int exactness_before_doubt = 700;
};

// One past the last reading of the table (or the prose) that `first` belongs to. REQUIRES: readings
// stand table by table.
std::size_t table_end(std::span<const Reading> readings, std::size_t first);

// The identities of all tables; sets `status` and `checks` of the readings that stand in them.
// REQUIRES: readings stand table by table, each table's row-major. Failed identities are told as
// "arithmetic-contradiction".
std::vector<Identity> verify_tables(std::vector<Reading>& readings,
                                    extract::Diagnostics& diagnostics,
                                    const VerificationOptions& options = {});

}  // namespace parsers
