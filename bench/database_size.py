"""Prints what a database takes: the file, each of its large tables and indexes, and bytes per figure.

    python3 bench/database_size.py FILE
"""

import os
import sqlite3
import sys

path = sys.argv[1]
database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
figures = database.execute("SELECT count(*) FROM observation").fetchone()[0]
size = os.path.getsize(path)
print(f"{figures:,} figures, {size / 1e6:,.0f} MB, {size / figures:.0f} bytes a figure")
page = database.execute("PRAGMA page_size").fetchone()[0]
# In an aggregate row pageno is the number of pages; its pgsize is a 32-bit number, too small for large tables.
rows = database.execute(
    "SELECT name, pageno * ?1 FROM dbstat WHERE aggregate = TRUE AND pageno * ?1 * 1000 > ?2 ORDER BY pageno DESC",
    (page, size))
for name, taken in rows:
    print(f"{name:30} {taken / 1e6:10,.0f} MB {taken / figures:6.0f} bytes a figure")
