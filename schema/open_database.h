#pragma once
// Opening a namndata database: the right program, the right version, the catalogue in its tables.

#include <string>

#include "schema/catalogue.h"
#include "schema/database.h"

namespace schema {

// Opens `path`. With read_write a missing or 0-byte file becomes a fresh database, an older one is
// migrated and the catalogue's tables are brought up to date; read_only changes nothing.
// Throws extract::Error(database), naming the file and what to do, when the file is missing
// (read_only), no SQLite database, a database of another program, of a newer or (read_only) older
// version of namndata, locked, or (read_write) not writable.
Database open_database(const std::string& path, Access access,
                       const Catalogue& catalogue = Catalogue::builtin());

// The same in memory, for tests and dry runs.
Database open_database_in_memory(const Catalogue& catalogue = Catalogue::builtin());

}  // namespace schema
