"""An ingest killed 200 times, at moments that a seed draws: its parent alone, workers, or all of it. The same
command again ends with the database of a run that nobody disturbed.

    crash_test.py NAMNDATA
"""

import collections
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time

from drill import WHOLE, Content, Drill, processes, wait_until_gone

KILLS = 200
SEED = 6
CHAIN = 12     # runs killed, at most, before one may end
VOLLEY = 8     # workers killed in one run, at most
LIMIT = 900    # seconds for all
TARGETS = ["parent", "worker", "group"]


class Said:
    """What a run tells about files, read while it runs."""

    def __init__(self, file):
        self.file, self.rest, self.codes = file, "", collections.Counter()

    def files(self):
        text = self.rest + self.file.read()
        *lines, self.rest = text.split("\n")
        for line in filter(None, lines):
            event = json.loads(line)
            if "file" in event and (event["level"], event["code"]) != ("warning", "municipality-unknown"):
                self.codes[event["code"]] += 1
        return self.codes.total()


class Killer:
    def __init__(self, program, folder):
        self.drill = Drill(program, folder)
        self.random = random.Random(SEED)
        self.kills, self.late, self.seen, self.moments = (collections.Counter() for _ in range(4))
        self.options = ["--jobs", 2, "--manifest", "manifest.csv", "--log-format", "json"]
        drill = self.drill
        before = time.monotonic()
        drill.ingest(drill.database("wanted"), *self.options)
        self.duration = time.monotonic() - before
        self.wanted = Content(drill.database("wanted"), drill.folder)
        # Where a chain begins: nothing is there, or all is there and to be read again, since the manifest is new.
        drill.ingest(drill.database("old"))
        os.rename(drill.database("old"), drill.folder / "old.db")
        self.log_size = 1 << 20

    def moment(self):
        """Draws what the kill waits for: a function that tells whether it has come."""
        kind = self.random.choice(["time", "files", "log"])
        begin = time.monotonic()
        if kind == "time":
            wait = self.random.uniform(0, 1.1 * self.duration)
            return kind, lambda said: time.monotonic() - begin >= wait
        if kind == "files":
            # The last of them: when the database is being closed.
            files = self.random.randint(0, len(self.drill.paths))
            wait = self.random.choice([0, self.random.uniform(0, 0.02)])
            return kind, lambda said: said.files() >= files and (wait == 0 or time.sleep(wait) is None)
        size = self.random.uniform(1, self.log_size)

        def log_has_grown(_):
            try:
                return os.stat(f"{self.drill.database('killed')}-wal").st_size >= size
            except OSError:
                return False
        return kind, log_has_grown

    def kill_worker(self, parent):
        workers = [pid for pid, its_parent in processes(parent.pid) if its_parent == parent.pid]
        if not workers:
            return False
        try:
            os.kill(self.random.choice(workers), signal.SIGKILL)
        except ProcessLookupError:
            return False
        return parent.poll() is None

    def kill_once(self):
        """Runs the ingest and kills what the seed draws; False when the run had ended before."""
        target = self.random.choice(TARGETS)
        kind, has_come = self.moment()
        volley = self.random.randint(1, VOLLEY)
        process = self.drill.start(self.drill.command(self.drill.database("killed"), *self.options))
        hit = 0
        with open(self.drill.folder / "said", errors="replace") as file:
            said = Said(file)
            while process.poll() is None:
                if not has_come(said):
                    time.sleep(0.0005)
                elif target == "worker":
                    hit += self.kill_worker(process)
                    if hit == volley:
                        break
                    time.sleep(self.random.uniform(0, 0.03))
                else:
                    (os.kill if target == "parent" else os.killpg)(process.pid, signal.SIGKILL)
                    break
            status = process.wait()
            said.files()
        wait_until_gone(process.pid)
        if target != "worker":
            hit = int(status == -signal.SIGKILL)
        else:
            assert status == 20, f"status {status} after {hit} workers were killed:\n{self.drill.said()}"
            self.seen.update({code: said.codes[code] for code in ("crash", "partial")})
        assert status in (20, -signal.SIGKILL), f"status {status}:\n{self.drill.said()}"
        self.kills[target] += hit
        self.moments[kind] += hit
        self.late[target] += hit == 0
        return hit > 0

    def check_between(self):
        """Whenever it is killed, each report is in the database whole or not at all."""
        database = self.drill.database("killed")
        if not database.exists():
            return
        wanted = self.wanted.whole_reports()
        for report, rows in Content(database, self.drill.folder, {"report", *WHOLE}).whole_reports().items():
            assert rows == wanted.get(report), f"report {report}: {rows}, not {wanted.get(report)}"

    def chain(self):
        database = self.drill.database("killed")
        begin = self.random.choice(["nothing", "old"])
        if begin == "old":
            shutil.copy(self.drill.folder / "old.db", database)
        for _ in range(self.random.randint(1, CHAIN)):
            hit = self.kill_once()
            self.check_between()
            if not hit or self.kills.total() >= KILLS:
                break
        process = self.drill.start(self.drill.command(database, *self.options))
        assert process.wait() == 20, self.drill.said()
        wait_until_gone(process.pid)
        left = self.drill.left(database, self.drill.database("wanted"))
        assert not left, f"files are left: {left}"
        got = Content(database, self.drill.folder)
        assert got == self.wanted, self.wanted.difference(got)
        database.unlink()

    def run(self):
        chains = 0
        begin = time.monotonic()
        while self.kills.total() < KILLS:
            self.chain()
            chains += 1
        for target in TARGETS:
            assert self.kills[target] >= KILLS // 10, f"too few kills of {target}: {self.kills}"
        for kind in ("time", "files", "log"):
            assert self.moments[kind] >= KILLS // 10, f"too few kills by {kind}: {self.moments}"
        for code in ("crash", "partial"):
            assert self.seen[code] > 0, f"no report became {code} by the death of its workers"
        rows = sum(len(rows) for rows in self.wanted.tables.values())
        print(f"{self.kills.total()} kills of running ingests of {len(self.drill.paths)} files ({dict(self.kills)}; "
              f"by {dict(self.moments)}), {self.late.total()} more came too late; {chains} chains of runs, each ending "
              f"with the same {rows} rows; {self.seen['crash']} files failed and {self.seen['partial']} were read in "
              f"part on the way; {time.monotonic() - begin:.0f} s, undisturbed run {self.duration:.2f} s")


def main(program):
    signal.alarm(LIMIT)
    with tempfile.TemporaryDirectory(prefix="namndata-crash-") as folder:
        Killer(program, folder).run()


if __name__ == "__main__":
    main(sys.argv[1])
