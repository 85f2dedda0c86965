"""Hostile files and good reports in one ingestion: every file has one status, in time and within its memory,
and the good reports give what they give alone. hostile_test.py NAMNDATA SOURCE_DIR SHARED_DIR"""
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import unittest

NAMNDATA, SOURCE, SHARED = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
HOSTILE = SHARED / "hostile" / "pdf"
# Under sanitizers memory means nothing and time is longer.
SANITIZED = os.environ.get("NAMNDATA_SANITIZED") == "1"
PAGE_TIME, REPORT_TIME = (10, 20) if SANITIZED else (4, 8)
TABLES = ("place", "observation", "observation_check", "sign_convention", "identity", "identity_term", "page",
          "diagnostic")


def peak_kib(process):
    try:
        status = pathlib.Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")), 0)


class Run:
    """One ingestion with one worker, its log lines with their times, and the peaks of its processes."""

    def __init__(self, paths, database):
        command = [NAMNDATA, "ingest", *map(str, paths), "--db", str(database), "--log-format", "json",
                   "--page-time", str(PAGE_TIME), "--report-time", str(REPORT_TIME)]
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        self.parent = self.worker = 0
        watcher = threading.Thread(target=self.watch, args=(process,))
        watcher.start()
        self.lines = []
        for line in process.stderr:
            self.lines.append((time.monotonic(), line))
        self.status = process.wait()
        process.stderr.close()
        watcher.join()

    def watch(self, process):
        while process.poll() is None:
            self.parent = max(self.parent, peak_kib(process.pid))
            try:
                children = pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
            except OSError:
                children = []
            self.worker = max([self.worker, *map(peak_kib, children)])
            time.sleep(0.02)


def query(database, sql, *values):
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    rows = connection.execute(sql, values).fetchall()
    connection.close()
    return rows


def good_reports():
    shared = sorted((SHARED / "reports").rglob("*.pdf"))
    return shared or sorted((SOURCE / "corpus" / "reports").rglob("*.pdf"))


class HostileShelf(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        folder = pathlib.Path(cls.temporary.name)
        cls.good = good_reports()
        cls.database, cls.alone = folder / "all.db", folder / "good.db"
        begun = time.monotonic()
        cls.run_all = Run([HOSTILE, *cls.good], cls.database)
        print(f"{len(list(HOSTILE.iterdir()))} hostile files and {len(cls.good)} reports in "
              f"{time.monotonic() - begun:.1f} s; parent {cls.run_all.parent >> 10} MiB, "
              f"worker {cls.run_all.worker >> 10} MiB")
        Run(cls.good, cls.alone)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def test_the_run_ends_with_some_failed(self):
        self.assertEqual(self.run_all.status, 20, "".join(line for _, line in self.run_all.lines[-3:]))

    def test_every_file_has_one_status_and_a_message_where_it_failed(self):
        files = {path: (status, message) for path, status, message in
                 query(self.database, "SELECT path, status, message FROM files")}
        expected = {str(path) for path in [*HOSTILE.glob("*.pdf"), *self.good]}
        self.assertEqual(set(files), expected)
        for path, (status, message) in files.items():
            self.assertRegex(status, "^[a-z_]+$")
            if status not in ("ok", "ok_with_errors", "scanned", "garbled"):
                self.assertTrue(message, path)
                self.assertNotIn("\n", message)

    def test_each_file_ends_within_its_limits(self):
        last = None
        for moment, line in self.run_all.lines:
            message = json.loads(line)
            if "file" not in message:
                continue
            if last is not None:
                self.assertLess(moment - last, REPORT_TIME + 2, line)
            last = moment

    def test_the_log_of_a_report_is_short(self):
        sizes = {}
        for _, line in self.run_all.lines:
            name = json.loads(line).get("file", "")
            sizes[name] = sizes.get(name, 0) + len(line)
        self.assertLess(max(sizes.values()), 64 * 1024)

    def test_memory_is_within_its_limits(self):
        if SANITIZED:
            self.skipTest("memory is not looked at under sanitizers")
        self.assertLess(self.run_all.parent, 256 * 1024)
        self.assertLess(self.run_all.worker, 1024 * 1024)

    def test_good_reports_give_what_they_give_alone(self):
        reports = query(self.alone, "SELECT id, status FROM report ORDER BY id")
        self.assertGreater(len(reports), 3)
        for report, status in reports:
            self.assertEqual(query(self.database, "SELECT status FROM report WHERE id = ?", report), [(status,)])
            for table in TABLES:
                rows = f"SELECT * FROM {table} WHERE report_id = ? ORDER BY 1, 2, 3"
                self.assertEqual(query(self.database, rows, report), query(self.alone, rows, report))

    def test_what_poppler_complains_of_is_never_plain_ok(self):
        for path, status in query(self.database, "SELECT path, status FROM files WHERE status = 'ok'"):
            told = subprocess.run(["pdftotext", "-q", path, os.devnull], capture_output=True, check=False, timeout=60)
            loud = subprocess.run(["pdftotext", path, os.devnull], capture_output=True, check=False, timeout=60)
            self.assertEqual((told.returncode, loud.stderr), (0, b""), path)

    def test_the_database_is_whole(self):
        self.assertEqual(query(self.database, "PRAGMA integrity_check"), [("ok",)])
        self.assertEqual(query(self.database, "PRAGMA foreign_key_check"), [])


if __name__ == "__main__":
    if not HOSTILE.is_dir():
        print(f"no hostile files at {HOSTILE}: nothing is tested")
        sys.exit(77)
    unittest.main(argv=sys.argv[:1], verbosity=2)
