"""A plan worked on by GNU parallel, and merged, with everything killed in the middle, again and again: in
the end the database of one plain ingest.

    parallel_test.py NAMNDATA
"""

import os
import signal
import subprocess
import sys
import tempfile
import time

from shelf import Shelf

SHARDS = 6
LIMIT = 300  # seconds


def killed_when(shelf, command, condition):
    """Runs the command in a group of its own and kills all of it as soon as the condition holds; False when
    it had ended before."""
    process = subprocess.Popen(command, env=shelf.environment, cwd=shelf.folder, start_new_session=True,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and not condition():
        time.sleep(0.001)
    ended = process.poll() is not None
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()
    return not ended


def finished(shelf):
    return len(list(shelf.folder.glob("shards/shard-*.db")))


def work(shelf):
    command = ["parallel", "--will-cite", "--joblog", "jobs.log", "--resume", "--jobs", "2", "namndata", "work",
               "--plan", "plan.csv", "--shard", "{}", "--out", "shards", ":::", *map(str, range(1, SHARDS + 1))]
    killed = killed_when(shelf, command, lambda: finished(shelf) >= 2 and shelf.tries())
    assert killed, "nothing was left to be killed"
    assert finished(shelf) < SHARDS
    subprocess.run(command, env=shelf.environment, cwd=shelf.folder, check=True)
    assert finished(shelf) == SHARDS, f"{finished(shelf)} of {SHARDS} shards"
    assert not shelf.tries(), "what the killed left was not swept"


def merge(shelf, wanted):
    # A new database: killed again and again, each time a little later.
    command = [shelf.program, "merge", "shards", "--plan", "plan.csv", "--db", "new.db"]
    kills, wait = 0, 0.0
    while True:
        begin = time.monotonic()
        if not killed_when(shelf, command, lambda: time.monotonic() - begin > wait):
            break
        kills += 1
        wait += 0.02 + wait / 4
        if (shelf.folder / "new.db").exists():
            break  # Killed between its last step and its end: what has the name is whole.
    assert kills > 1, "merged before it could be killed"
    shelf.same("new.db", wanted)
    assert not list(shelf.folder.glob("namndata-tmp-*")), "what the killed left was not swept"

    # One that has a report already: killed as well, its reports stay whole.
    shelf.run("ingest", shelf.folder / "own/long.txt", "--db", "old.db")
    command[-1] = "old.db"
    wait = 0.0
    while True:
        begin = time.monotonic()
        if not killed_when(shelf, command, lambda: time.monotonic() - begin > wait):
            break
        kills += 1
        wait += 0.02 + wait / 4
    shelf.same("old.db", wanted)
    return kills


def main(program):
    signal.alarm(LIMIT)
    with tempfile.TemporaryDirectory(prefix="namndata-") as folder:
        shelf = Shelf(program, folder)
        wanted = shelf.plain_dump()
        shelf.plan(SHARDS)
        work(shelf)
        kills = merge(shelf, wanted)
        print(f"{SHARDS} shards, {kills} merges killed: {len(wanted)} lines as of a plain ingest")


if __name__ == "__main__":
    main(sys.argv[1])
