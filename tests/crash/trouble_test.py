"""The troubles that a person meets with an ingest: a full disk, a folder that may not be written, a database that
others use, Ctrl-C. Each time a clear word or a wait, nothing lost, and the same command goes on.

    trouble_test.py NAMNDATA [TEST…]
"""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import unittest

from drill import SOME_FAILED, Content, Drill, long_report, processes, wait_until_gone

PROGRAM = ""
FILE_ACCESS, INTERRUPTED = 5, 130  # statuses of the program
BUSY = 10   # seconds that it waits for a lock
LONG = 400  # pages: more rows than wait in memory


class Disk:
    """A file system of its own, where we may have one."""

    def __init__(self, folder, kibibytes):
        self.folder = folder
        folder.mkdir()
        made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kibibytes}k", "tmpfs", folder],
                              stderr=subprocess.DEVNULL)
        self.there = made.returncode == 0

    def change(self, options):
        subprocess.run(["mount", "-o", f"remount,{options}", self.folder], check=True)

    def remove(self):
        if self.there:
            subprocess.run(["umount", self.folder], check=True)
        self.folder.rmdir()


class Trouble(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory(prefix="namndata-trouble-")
        cls.drill = Drill(PROGRAM, cls.place.name)
        before = time.monotonic()
        cls.drill.ingest(cls.drill.folder / "wanted.db", "--jobs", 2)
        cls.duration = time.monotonic() - before
        cls.size = (cls.drill.folder / "wanted.db").stat().st_size // 1024
        cls.wanted = Content(cls.drill.folder / "wanted.db", cls.drill.folder)

    @classmethod
    def tearDownClass(cls):
        cls.place.cleanup()

    def setUp(self):
        self.database = self.drill.database("test")

    def tearDown(self):
        for path in self.drill.out.iterdir():
            path.unlink()

    def same(self, database=None):
        database = database or self.database
        got = Content(database, self.drill.folder)
        self.assertTrue(got == self.wanted, self.wanted.difference(got))
        self.assertEqual(self.drill.left(database), [])

    def goes_on(self, database=None):
        """The same command ends as if nothing had been."""
        self.drill.ingest(database or self.database)
        self.same(database)

    def disk(self, kibibytes):
        disk = Disk(self.drill.folder / "disk", kibibytes)
        self.addCleanup(disk.remove)
        if not disk.there:
            self.skipTest("no file system can be mounted here")
        return disk

    def wait_for(self, happened, process):
        while not happened():
            self.assertIsNone(process.poll(), self.drill.said())
            time.sleep(0.001)

    def stored(self):
        """How many files the database tells of; None while it cannot be asked."""
        try:
            connection = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True, timeout=0)
            try:
                return connection.execute("SELECT count(*) FROM file").fetchone()[0]
            finally:
                connection.close()
        except sqlite3.Error:
            return None

    # Order and copies ---------------------------------------------------------------------------------

    def test_neither_jobs_nor_order_change_what_is_stored(self):
        for jobs in (1, 4):
            for paths in (self.drill.paths, self.drill.paths[::-1]):
                database = self.drill.database(f"{jobs}")
                self.drill.ingest(database, "--jobs", jobs, paths=paths)
                self.same(database)
                database.unlink()

    def test_a_report_under_five_names_is_one_report(self):
        report = next(path for path in self.drill.paths if path.endswith(".pdf") and "-" in path)
        names = [f"{number}.pdf" for number in range(5)]
        for name in names:
            shutil.copy(self.drill.folder / report, self.drill.folder / name)
        contents = []
        for how in (names, names[::-1]):
            self.drill.ingest(self.database, "--jobs", 4, paths=how, status=0)
            contents.append(Content(self.database, self.drill.folder))
            self.database.unlink()
        for name in names[::-1]:  # one command for each
            self.drill.ingest(self.database, paths=[name], status=0)
        contents.append(Content(self.database, self.drill.folder))
        for content in contents:
            self.assertTrue(content == contents[0], contents[0].difference(content))
            self.assertEqual(len(content.tables["report"]), 1)
            self.assertEqual([row[0] for row in content.tables["file"]], names)
            self.assertEqual(len({row[1:] for row in content.tables["file"]}), 1)

    # Disks --------------------------------------------------------------------------------------------

    def test_a_full_disk(self):
        disk = self.disk(64)
        database = disk.folder / "full.db"
        said = set()
        for share in (0.05, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99):
            disk.change(f"size={int(share * self.size)}k")
            self.drill.ingest(database, "--jobs", 2, status=FILE_ACCESS)
            said.add(self.drill.said().splitlines()[-1])
            if database.exists():
                Content(database, self.drill.folder)
        for words in said:
            self.assertRegex(words, "cannot grow: the disk is full|cannot be opened")
        disk.change("size=64m")
        self.goes_on(database)

    def test_a_full_disk_for_what_waits(self):
        disk = self.disk(16000)
        database = disk.folder / "full.db"
        self.drill.ingest(database, "--jobs", 2)
        (self.drill.folder / "longer.txt").write_text(long_report(LONG))
        with open(disk.folder / "filler", "wb", buffering=0) as filler:
            room = os.statvfs(disk.folder)
            filler.write(bytes(room.f_bavail * room.f_frsize - 200_000))
        said = self.drill.ingest(database, paths=["longer.txt"], status=FILE_ACCESS)
        self.assertIn("a temporary file cannot be used: No space left on device", said)
        os.unlink(disk.folder / "filler")
        self.goes_on(database)
        self.drill.ingest(database, paths=["longer.txt"], status=0)
        self.assertEqual([path.name for path in disk.folder.iterdir()], ["full.db"])

    def test_a_limit_for_the_size_of_files(self):
        for kibibytes in (0, 40, self.size // 4, self.size * 3 // 4):
            process = self.drill.start(["bash", "-c", f"ulimit -f {kibibytes}; exec \"$@\"", "-",
                                        *self.drill.command(self.database, "--jobs", 2)])
            # What it says goes to a file too, and none may be written then.
            self.assertEqual(process.wait(), FILE_ACCESS, self.drill.said())
            wait_until_gone(process.pid)
            if kibibytes > 0:
                self.assertIn("cannot be read or written; check the disk", self.drill.said())
            if self.database.exists():
                Content(self.database, self.drill.folder)
        self.goes_on()

    def test_a_folder_that_may_not_be_written(self):
        disk = self.disk(64000)
        database = disk.folder / "kept.db"
        disk.change("ro")
        self.assertIn("cannot be opened; check that the folder exists and that you may use the file",
                      self.drill.ingest(database, status=FILE_ACCESS))
        disk.change("rw")
        self.drill.ingest(database, paths=self.drill.paths[:9], status=SOME_FAILED)
        before = Content(database, self.drill.folder)
        disk.change("ro")
        self.assertIn("cannot be written; check the permissions of the file and its folder",
                      self.drill.ingest(database, status=FILE_ACCESS))
        self.assertTrue(Content(database, self.drill.folder) == before)
        disk.change("rw")
        self.goes_on(database)

    def test_a_database_that_may_not_be_written(self):
        self.drill.ingest(self.database, paths=self.drill.paths[:9], status=SOME_FAILED)
        self.database.chmod(0o444)
        before = self.database.read_bytes()
        self.assertIn("cannot be written; check the permissions", self.drill.ingest(self.database, status=FILE_ACCESS))
        self.assertEqual(self.database.read_bytes(), before)
        self.database.chmod(0o644)
        self.goes_on()

    # Others who use the database -----------------------------------------------------------------------

    def lock(self, seconds, kind="IMMEDIATE", mode=None):
        """Another program uses the database, from now on for so long."""
        connection = sqlite3.connect(self.database, isolation_level=None, check_same_thread=False, timeout=5)
        if mode:
            connection.execute(f"PRAGMA journal_mode = {mode}")
        connection.execute(f"BEGIN {kind}")
        connection.execute("SELECT count(*) FROM file").fetchone()

        def unlock():
            connection.execute("ROLLBACK")
            connection.close()
        timer = threading.Timer(seconds, unlock)
        timer.start()
        self.addCleanup(timer.join)
        return timer

    def test_a_database_that_is_locked_for_a_moment(self):
        # Before it, by one who reads and by those who write, with SQLite's journals of both kinds.
        self.drill.ingest(self.database, paths=self.drill.paths[:9])
        for kind in ("DEFERRED", "IMMEDIATE", "EXCLUSIVE"):
            for mode in ("DELETE", "WAL"):
                timer = self.lock(1.5, kind, mode)
                self.drill.ingest(self.database, "--jobs", 2)
                timer.join()
        self.same()
        # In the middle of it.
        self.database.unlink()
        process = self.drill.start(self.drill.command(self.database))
        self.wait_for(self.stored, process)
        self.lock(1.5)
        self.assertEqual(process.wait(), SOME_FAILED, self.drill.said())
        self.goes_on()

    def test_a_database_that_is_locked_for_long(self):
        process = self.drill.start(self.drill.command(self.database))
        self.wait_for(self.stored, process)
        self.lock(BUSY + 6)
        begin = time.monotonic()
        self.assertEqual(process.wait(), FILE_ACCESS, self.drill.said())
        self.assertLess(time.monotonic() - begin, BUSY + 5)
        self.assertIn("is locked by another program; wait until it is done, or close it, and try again",
                      self.drill.said())
        wait_until_gone(process.pid)
        self.goes_on()

    def test_somebody_reads_all_the_time(self):
        process = self.drill.start(self.drill.command(self.database))
        self.wait_for(lambda: (self.stored() or 0) >= 2, process)
        reader = sqlite3.connect(self.database, isolation_level=None)
        reader.execute("BEGIN")
        files = reader.execute("SELECT count(*) FROM files").fetchone()
        self.assertEqual(process.wait(), SOME_FAILED, self.drill.said())
        self.assertEqual(reader.execute("SELECT count(*) FROM files").fetchone(), files)
        reader.execute("COMMIT")
        self.assertEqual(reader.execute("SELECT count(*) FROM files").fetchone(), (len(self.drill.paths),))
        reader.close()
        self.goes_on()

    def test_two_at_once(self):
        for turn in range(8):
            half = self.drill.paths[::-1] if turn % 2 else self.drill.paths
            commands = [self.drill.command(self.database, "--jobs", 2),
                        self.drill.command(self.database, "--jobs", 2, paths=half)]
            both = [subprocess.Popen(command, cwd=self.drill.folder, env=self.drill.environment, text=True,
                                     start_new_session=True, stderr=subprocess.PIPE) for command in commands]
            said = [process.communicate()[1] for process in both]
            self.assertEqual([process.returncode for process in both], [SOME_FAILED] * 2, said)
            self.same()
            self.database.unlink()

    # Ctrl-C -------------------------------------------------------------------------------------------

    def interrupted(self, times):
        process = self.drill.start(self.drill.command(self.database, "--jobs", 2))
        self.wait_for(lambda: (self.stored() or 0) >= 2, process)
        for _ in range(times):
            os.killpg(process.pid, signal.SIGINT)
            time.sleep(0.02)
        self.assertEqual(process.wait(), INTERRUPTED, self.drill.said())
        self.assertEqual(processes(process.pid), [])
        said = self.drill.said()
        self.assertRegex(said, r"interrupted: [0-9]+ files were left out; the same again goes on with them")
        left = int(said.split("interrupted: ")[1].split()[0])
        self.assertEqual(left + self.stored(), len(self.drill.paths))
        self.assertEqual(self.drill.left(self.database), [])
        self.goes_on()

    def test_ctrl_c_once(self):
        self.interrupted(1)

    def test_ctrl_c_twice(self):
        # A report that would take long.
        path = self.drill.folder / "longer.txt"
        path.write_text(long_report(10 * LONG))
        process = self.drill.start(self.drill.command(self.database, paths=["longer.txt"]))
        self.wait_for(lambda: self.stored() is not None and len(processes(process.pid)) > 1, process)
        time.sleep(0.2)
        begin = time.monotonic()
        os.killpg(process.pid, signal.SIGINT)
        time.sleep(0.1)
        self.assertIsNone(process.poll())
        os.killpg(process.pid, signal.SIGINT)
        self.assertEqual(process.wait(), INTERRUPTED)
        self.assertLess(time.monotonic() - begin, 3)
        self.assertIn("ends after the reports that are being read; once more ends at once", self.drill.said())
        self.assertIn("interrupted: 1 files were left out", self.drill.said())
        self.assertEqual(processes(process.pid), [])
        self.assertEqual(self.drill.left(self.database), [])
        self.goes_on()

    def test_ctrl_c_twice_while_another_program_writes(self):
        process = self.drill.start(self.drill.command(self.database))
        self.wait_for(self.stored, process)
        timer = self.lock(BUSY - 2)
        time.sleep(0.5)
        begin = time.monotonic()
        for _ in range(2):
            os.killpg(process.pid, signal.SIGINT)
            time.sleep(0.1)
        self.assertEqual(process.wait(), INTERRUPTED, self.drill.said())
        self.assertLess(time.monotonic() - begin, 3)
        wait_until_gone(process.pid)
        timer.join()
        self.goes_on()


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main(verbosity=2)
