"""Fills a database of namndata with generated figures: municipalities x years x months x labels.

    namndata ingest any-report.pdf --db FILE       # makes the tables and the catalogue
    python3 bench/generate_database.py FILE N      # adds N observations, the same for the same N

A report per municipality and month, with 100 figures each, every fourth with an indicator.
"""

import hashlib
import sqlite3
import sys

FIGURES = 100  # of a report
FIRST_YEAR = 2004


def main(path, count):
    database = sqlite3.connect(path, isolation_level=None)
    database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN")
    insertable = {
        table: {row[1] for row in database.execute(f"PRAGMA table_xinfo({table})") if row[6] == 0}
        for table in ("report", "observation")
    }
    codes = [row[0] for row in database.execute("SELECT code FROM municipality ORDER BY code")]
    indicators = [row[0] for row in database.execute("SELECT id FROM indicator ORDER BY id")]

    def insert(table, rows):
        names = [name for name in rows[0] if name in insertable[table]]
        marks = ", ".join("?" * len(names))
        database.executemany(
            f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})",
            [[row[name] for name in names] for row in rows],
        )

    for number in range((count + FIGURES - 1) // FIGURES):
        code = codes[number % len(codes)]
        month = number // len(codes)
        period = f"{FIRST_YEAR + month // 12 % 100:04}-{month % 12 + 1:02}"
        digest = hashlib.sha256(f"generated {number}".encode()).hexdigest()
        report = int(digest[:16], 16) >> 1
        insert("report", [{
            "id": report, "sha256": digest, "document": f"rapport-{code}-{period}",
            "municipality_code": code, "municipality_source": "document",
            "municipality_evidence": "generated", "board": "Socialnämnden",
            "title": f"Verksamhetsuppföljning {period}", "period": period,
            "period_start": period + "-01", "period_end": period + "-28", "tagged": 0,
            "pages": 12, "status": "read", "tool_version": "0", "manifest": "",
        }])
        for place in range(4):
            database.execute(
                "INSERT INTO place (report_id, number, section, table_title, kind) VALUES (?,?,?,?,?)",
                (report, place, "Individ- och familjeomsorg", f"Tabell {place + 1}: volymer per månad",
                 "verksamhetsstatistik"))
        insert("observation", [{
            "report_id": report, "position": i, "place": i * 4 // FIGURES, "page": 1 + i // 25,
            "x0": 72.0 + i, "y0": 90.25 + i, "x1": 110.5 + i, "y1": 101.75 + i,
            "row_label": f"Barn och unga / Inkomna anmälningar, grupp {i}",
            "column_label": f"Utfall {period}", "municipality_code": code,
            "indicator": indicators[i // 4 % len(indicators)] if i % 4 == 0 else None,
            "match_reason": "", "series_label": f"inkomna anmälningar, grupp {i}",
            "series": (number % len(codes)) * FIGURES + i, "measure": "utfall", "period": period,
            "period_start": period + "-01", "period_end": period + "-28",
            "digits": (number * 7919 + i * 104729) % 100000, "scale": i % 3, "unit": "antal",
            "base_digits": (number * 7919 + i * 104729) % 100000, "base_scale": i % 3,
            "base_unit": "antal", "raw": str((number * 7919 + i * 104729) % 100000),
            "missing": None, "source": "table", "method": "lattice", "status": "unverified",
            "qualifier": "", "confirmed": 0, "revised": 0, "newest": 1,
        } for i in range(min(FIGURES, count - number * FIGURES))])
    database.execute("COMMIT")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
