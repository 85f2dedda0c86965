#pragma once
// Brings a database's tables to this program's version. A fresh database gets schema.sql; an older
// one the files of migrations/ above its user_version, in order; the views of views.sql are made
// anew.

#include "schema/database.h"

namespace schema {

// The version that schema.sql describes, kept in user_version.
int schema_version();

// Refuses a database of another program or of a newer version (extract::Error(database)). True when
// its tables are up to date, false when it is empty or older.
bool check_version(Database& database);

// REQUIRES: check_version did not throw. One transaction; nothing to do when up to date.
void migrate(Database& database);

}  // namespace schema
