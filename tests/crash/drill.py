"""What the crash tests share: a shelf of reports, runs of the program, and what a database holds."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
sys.path.append(str(SOURCE / "tests/cluster"))
from shelf import long_report  # noqa: E402

# Every so many reports of the corpus, and files of tests/data that are no reports or odd ones.
EVERY = 8
ODD = ["damaged", "encrypted_secret", "garbled", "no_pages", "picture", "scanned", "truncated"]
SHARED = 1  # of the reports beside the tree, where there are any
LONG_PAGES = 20
# Tables with rows of a report, and the column that names it.
WHOLE = {"place": 0, "observation": 0, "observation_check": 0, "identity": 0, "page": 1}
SOME_FAILED = 20  # status of an ingest of which some files failed
PATIENCE = 20   # seconds for a process to be gone


def some_shared():
    return sorted((SOURCE.parent / "shared/reports").rglob("*.pdf"), key=lambda path: path.name)[:SHARED]


class Drill:
    """A folder with a shelf, a manifest, and a folder `out` for databases that has nothing else."""

    def __init__(self, program, folder):
        self.program = str(Path(program).resolve())
        self.folder = Path(folder)
        self.out = self.folder / "out"
        self.scratch = self.folder / "scratch"
        # LeakSanitizer looks from a process of its own, which is a child like a worker: when that is killed, its
        # parent waits for ever.
        sanitizer = ":".join(filter(None, [os.environ.get("ASAN_OPTIONS"), "detect_leaks=0"]))
        self.environment = dict(os.environ, TMPDIR=str(self.scratch), ASAN_OPTIONS=sanitizer)
        shelf = self.folder / "shelf"
        for made in (self.out, self.scratch, shelf):
            made.mkdir()
        for report in sorted(SOURCE.glob("corpus/reports/*/*.pdf"))[::EVERY] + some_shared():
            shutil.copy(report, shelf)
        for name in ODD:
            shutil.copy(SOURCE / f"tests/data/{name}.pdf", shelf)
        (shelf / "long.txt").write_text(long_report(LONG_PAGES))
        (shelf / "copy.txt").write_text(long_report(LONG_PAGES))
        self.paths = sorted(str(path.relative_to(self.folder)) for path in shelf.iterdir())
        titles = [f"{path},Verksamheten {number}" for number, path in enumerate(self.paths)]
        (self.folder / "manifest.csv").write_text("\n".join(["path,title", *titles]) + "\n")

    def database(self, name):
        return self.out / f"{name}.db"

    def command(self, database, *options, paths=None):
        return [self.program, "ingest", *(paths or self.paths), "--db", str(database), *map(str, options)]

    def start(self, command, **how):
        """In a session of its own, which `session` finds again; what it says goes to the file `said`."""
        with open(self.folder / "said", "wb") as said:
            return subprocess.Popen(command, cwd=self.folder, env=self.environment, start_new_session=True,
                                    stdout=said, stderr=said, **how)

    def said(self):
        return (self.folder / "said").read_text(errors="replace")

    def run(self, command, **how):
        process = self.start(command, **how)
        process.wait()
        return process.returncode

    def ingest(self, database, *options, paths=None, status=SOME_FAILED, **how):
        got = self.run(self.command(database, *options, paths=paths), **how)
        assert got == status, f"status {got}, not {status}:\n{self.said()}"
        return self.said()

    def left(self, *databases):
        """Files in `out` and in the folder for temporary files that are none of the databases."""
        files = {path for folder in (self.out, self.scratch) for path in folder.rglob("*")}
        return sorted(str(path) for path in files - set(databases))


def processes(session):
    """Those of a session that are not dead yet."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent, _, its_session = entry.read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue  # it ended meanwhile
        if int(its_session) == session and state not in "ZX":
            found.append((int(entry.parent.name), int(parent)))
    return found


def wait_until_gone(session):
    """Workers end with their parent, which takes the kernel a moment."""
    end = time.monotonic() + PATIENCE
    while left := processes(session):
        assert time.monotonic() < end, f"processes are left: {left}"
        time.sleep(0.002)


class Content:
    """What a database holds, read from a copy of it, so that the database itself stays as it was left."""

    def __init__(self, database, scratch, only=None):
        copy = Path(scratch) / "copy.db"
        shutil.copy(database, copy)
        log = Path(f"{database}-wal")
        if log.exists():
            shutil.copy(log, f"{copy}-wal")
        connection = sqlite3.connect(copy, isolation_level=None)
        try:
            self.read(connection, only)
        finally:
            connection.close()
            for path in Path(scratch).glob("copy.db*"):
                path.unlink()

    def read(self, connection, only):
        def rows(sql):
            return connection.execute(sql).fetchall()

        assert rows("PRAGMA integrity_check") == [("ok",)], rows("PRAGMA integrity_check")[:3]
        assert rows("PRAGMA foreign_key_check") == [], rows("PRAGMA foreign_key_check")[:3]
        self.schema = rows("SELECT type, name, sql FROM sqlite_schema ORDER BY name")
        # The text index keeps its own tables, whose rows depend on the order of writing.
        self.tables = {name: sorted(rows(f"SELECT * FROM {name}"), key=repr)
                       for kind, name, _ in self.schema
                       if kind == "table" and not name.startswith("page_text") and (not only or name in only)}
        if any(name == "page_text" for _, name, _ in self.schema):
            connection.execute("INSERT INTO page_text (page_text, rank) VALUES ('integrity-check', 1)")

    def whole_reports(self):
        """How many rows in which tables each report has that was read in full."""
        read = {row[0]: {} for row in self.tables.get("report", []) if "partial" not in row}
        for table, column in WHOLE.items():
            for row in self.tables.get(table, []):
                if row[column] in read:
                    read[row[column]][table] = read[row[column]].get(table, 0) + 1
        return read

    def __eq__(self, other):
        return self.schema == other.schema and self.tables == other.tables

    def difference(self, other):
        lines = []
        for name in sorted(self.tables.keys() | other.tables.keys()):
            mine, theirs = set(self.tables.get(name, [])), set(other.tables.get(name, []))
            lines += [f"{name} - {row}" for row in list(mine - theirs)[:2]]
            lines += [f"{name} + {row}" for row in list(theirs - mine)[:2]]
        return "\n".join(lines)[:4000]
