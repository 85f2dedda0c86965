"""A plan worked on by a real Slurm cluster of two nodes, with the scripts of examples/slurm. One node loses
its power in the middle of a task, the daemon of the other ends in the middle of another while the task goes
on; Slurm starts both tasks again. In the end: the database of one plain ingest.

    slurm_test.py NAMNDATA
"""

import os
import re
import signal
import sys
import tempfile
import time
from pathlib import Path

from shelf import SOURCE, Shelf
from slurm_cluster import SlurmCluster, environment

SHARDS = 8
LIMIT = 300  # seconds

begin = time.monotonic()


def say(text):
    print(f"[{time.monotonic() - begin:5.1f} s] {text}", flush=True)


def freeze_a_task(shelf, cluster, shards):
    """Stops a task that is at work; its process and node."""
    def caught():
        for folder in shelf.tries():
            shard, pid = re.fullmatch(r"namndata-tmp-(.+\.db)\.[^.]+\.([0-9]+)\.job.+", folder.name).groups()
            pid = int(pid)
            node = next((v.partition("=")[2] for v in environment(pid) if v.startswith("SLURMD_NODENAME=")), "")
            try:
                os.kill(pid, signal.SIGSTOP)
            except ProcessLookupError:
                continue
            if node and not (shelf.folder / shards / shard).exists():
                return pid, node
            os.kill(pid, signal.SIGCONT)  # it was just done
        return None
    return cluster.wait_for(caught, "a task to be caught at work", pause=0.002)


def restarted(cluster):
    """How often tasks were started again, by Slurm's count."""
    return sum(map(int, re.findall(r"Restarts=(\d+)", cluster.run("scontrol", "show", "job"))))


def submit(shelf, cluster, shards, database):
    scripts = SOURCE / "examples/slurm"
    cluster.run(scripts / "submit.sh", "plan.csv", shards, database, folder=shelf.folder)


def lose_a_node(shelf, cluster, wanted):
    """The node's power is cut: the task ends with it, and what it wrote stays."""
    submit(shelf, cluster, "shards", "merged.db")
    pid, node = freeze_a_task(shelf, cluster, "shards")
    say(f"{node} loses its power while task {pid} is at work")
    dead = cluster.kill_node(node)
    assert any("namndata work" in command for command in dead), dead
    assert shelf.tries(), "the task was not in the middle"
    cluster.wait_for(lambda: not cluster.jobs(), "all jobs to be done", 90)
    assert restarted(cluster) == 1, cluster.run("scontrol", "show", "job")
    shelf.same("merged.db", wanted)
    assert not shelf.tries(), f"what the dead task left was not swept: {shelf.tries()}"
    say("its task ran again elsewhere; merged as of a plain ingest")
    cluster.start_node(node)
    cluster.wait_for(lambda: set(cluster.node_states().values()) == {"idle"}, "the node to come back")


def lose_a_daemon(shelf, cluster, wanted):
    """Only the node's daemon ends: the task goes on, while Slurm starts it a second time."""
    submit(shelf, cluster, "shards-2", "merged-2.db")
    pid, node = freeze_a_task(shelf, cluster, "shards-2")
    say(f"{node} loses its daemon while task {pid} is at work")
    cluster.kill_daemon(node)
    cluster.wait_for(lambda: not cluster.jobs(), "all jobs to be done", 90)
    shelf.same("merged-2.db", wanted)
    os.kill(pid, signal.SIGCONT)
    cluster.wait_for(lambda: not shelf.tries(), "the first task to end")
    assert len(list(shelf.folder.glob("shards-2/*"))) == SHARDS
    shelf.run("merge", "shards-2", "--plan", "plan.csv", "--db", "merged-2.db", statuses=(20,))
    shelf.same("merged-2.db", wanted)
    say("its task ran twice; merged as of a plain ingest")


def main(program):
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended from outside"))
    signal.signal(signal.SIGALRM, lambda *_: sys.exit(f"not done after {LIMIT} s"))
    signal.alarm(LIMIT)
    with tempfile.TemporaryDirectory(prefix="namndata-") as folder:
        shelf = Shelf(program, folder)
        wanted = shelf.plain_dump()
        shelf.plan(SHARDS)
        say(f"a plain ingest gives {len(wanted)} lines")
        cluster = SlurmCluster(Path(folder) / "slurm", shelf.environment)
        try:
            with cluster:
                say("slurmctld and two slurmd are up")
                lose_a_node(shelf, cluster, wanted)
                lose_a_daemon(shelf, cluster, wanted)
        except BaseException:
            print(cluster.logs(), *(f"--- {log.name}\n{log.read_text()}" for log in shelf.folder.glob("*.log")),
                  sep="\n", flush=True)
            raise
    say("done")


if __name__ == "__main__":
    main(sys.argv[1])
