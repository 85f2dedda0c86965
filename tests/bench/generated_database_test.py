"""The generated database of bench/ is one that the program takes: the tables change, and the bench with them.

    generated_database_test.py NAMNDATA ROOT
"""

import csv
import io
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

OBSERVATIONS = 3 * 290 * 144  # three months


def main(program, root):
    with tempfile.TemporaryDirectory(prefix="namndata-") as folder:
        database = Path(folder) / "bench.db"
        run = lambda *command: subprocess.run([*map(str, command)], check=True, text=True, stdout=subprocess.PIPE).stdout
        report = sorted((root / "corpus/reports").glob("*/*.pdf"))[0]
        run(program, "ingest", "--quiet", report, "--db", database)
        run(sys.executable, root / "bench/generate_database.py", database, OBSERVATIONS)

        connection = sqlite3.connect(database)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.close()

        text = run(program, "compare", "--quiet", "--db", database, "--indicator", "ifo.orosanmalningar_barn",
                   "--from", "2004-01", "--to", "2004-03", "--format", "csv")
        rows = list(csv.DictReader(io.StringIO(text)))
        assert len(rows) == 3 * 290, len(rows)
        assert [row["period"] for row in rows[:4]] == ["2004-01", "2004-02", "2004-03", "2004-01"]
        assert "observation_comparison" in run(sys.executable, root / "bench/database_size.py", database)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
