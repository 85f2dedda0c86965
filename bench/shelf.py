#!/usr/bin/env python3
"""Ingests a generated shelf of reports and says how time and memory grow: shelf.py NAMNDATA [REPORTS [JOBS]]

The shelf is made of the sample reports of corpus/: copy k of each belongs to the k-th municipality by a
manifest, and k is added to the digits of its figures where they stand as text in the PDF (which keeps its
length); so every copy has another content. Prints for a tenth of the shelf and for all of it, each into a
fresh database: time and processor time per report, and peak memory of parent and workers. The speed of a machine is
not steady over minutes, so growth is measured in pairs: each tenth into a database that grows with it, and at once
into a fresh one.
"""
import csv
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
NUMBER = re.compile(rb"\((?:\d{1,3}(?: \d{3})*)\)")  # a whole number as a PDF text; years have four digits
PARTS = 10


def sources(folder):
    """The sample reports with their contents laid open."""
    for path in sorted((ROOT / "corpus" / "reports").rglob("*.pdf")):
        plain = folder / path.name
        subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path, plain], check=True)
        yield path.stem, plain.read_bytes()


def changed(number, copy):
    return bytes(ord("1") + (byte - ord("0") + copy) % 9 if ord("0") <= byte <= ord("9") else byte for byte in number)


def make_shelf(folder, count):
    with open(ROOT / "schema" / "catalogue" / "municipalities.csv", encoding="utf-8", newline="") as file:
        codes = [row["code"] for row in csv.DictReader(file)]
    originals = list(sources(folder))
    shelf = folder / "shelf"
    shelf.mkdir()
    with open(folder / "manifest.csv", "w", encoding="utf-8", newline="") as file:
        manifest = csv.writer(file, lineterminator="\n")
        manifest.writerow(["path", "municipality_code"])
        for i in range(count):
            copy, original = divmod(i, len(originals))
            name, content = originals[original]
            path = shelf / f"{i:06}-{name}.pdf"
            content = NUMBER.sub(lambda match: changed(match.group(), copy), content)
            path.write_bytes(content + b"%% copy %d\n" % copy)
            manifest.writerow([path, codes[copy % len(codes)]])
    return sorted(shelf.iterdir())


def peak_mib(process):
    try:
        status = pathlib.Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0)


def ingest(namndata, paths, database, jobs):
    """Wall time and processor time, in seconds, and a line that tells all that was measured."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.monotonic()
    process = subprocess.Popen([namndata, "ingest", "-", "--quiet", "--db", database, "--jobs", str(jobs),
                                "--manifest", database.parent / "manifest.csv"], stdin=subprocess.PIPE, text=True)
    process.stdin.write("\n".join(map(str, paths)))
    process.stdin.close()
    parent = worker = 0
    while process.poll() is None:
        parent = max(parent, peak_mib(process.pid))
        try:
            children = pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii")
        except OSError:
            children = ""
        worker = max([worker, *map(peak_mib, children.split())])
        time.sleep(0.05)
    elapsed = time.monotonic() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if process.returncode != 0:
        sys.exit(f"ingest ended with status {process.returncode}")
    told = (f"{len(paths):6} reports, {jobs} workers: {len(paths) / elapsed:6.1f} reports/s, "
            f"{1000 * elapsed / len(paths):6.1f} ms and {1000 * cpu / len(paths):6.1f} ms of processor time a report; "
            f"peak memory {parent:5.1f} MiB (parent), {worker:5.1f} MiB (worker); "
            f"database {os.path.getsize(database) / 2**20:.0f} MiB")
    return elapsed, cpu, told


def tell_growth(namndata, parts, folder, jobs):
    growing, fresh = folder / "growing.db", folder / "fresh.db"
    growing.unlink(missing_ok=True)
    sums = [0, 0, 0, 0]
    for part in parts:
        fresh.unlink(missing_ok=True)
        times = [*ingest(namndata, part, growing, jobs)[:2], *ingest(namndata, part, fresh, jobs)[:2]]
        sums = [a + b for a, b in zip(sums, times)]
    print(f"{len(parts)} x {len(parts[0]):6} reports, {jobs} workers, into one database instead of fresh ones: "
          f"{sums[0] / sums[2]:.2f} times as long, {sums[1] / sums[3]:.2f} times the processor time", flush=True)


def main():
    namndata = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    job_numbers = [int(sys.argv[3])] if len(sys.argv) > 3 else [1, 2]
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        paths = make_shelf(folder, count)
        size = count // PARTS
        parts = [paths[i * size:(i + 1) * size] for i in range(PARTS)]
        for jobs in job_numbers:
            for some in (parts[0], paths):
                database = folder / f"{len(some)}-{jobs}.db"
                print(ingest(namndata, some, database, jobs)[2], flush=True)
                database.unlink()
            tell_growth(namndata, parts, folder, jobs)


main()
