#!/usr/bin/env python3
"""Peak memory of ingest over one report, over all, and over all twice: it must not grow with their
number. peak_memory.py NAMNDATA LIST"""
import os
import resource
import subprocess
import sys
import tempfile


def peak_mib(program, paths, folder):
    """Runs in a process of its own, so that its children are only these."""
    reader, writer = os.pipe()
    if os.fork() == 0:
        database = os.path.join(folder, "peak.db")
        subprocess.run([program, "ingest", "-", "--quiet", "--db", database],
                       input="\n".join(paths), text=True, check=False)
        os.remove(database)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        os.write(writer, str(peak).encode())
        os._exit(0)
    os.wait()
    return int(os.read(reader, 64)) / 1024


program, listing = sys.argv[1:3]
with open(listing, encoding="utf-8") as file:
    paths = file.read().splitlines()
with tempfile.TemporaryDirectory() as folder:
    copies = []
    for number, path in enumerate(paths):  # another content, so that it is read again
        copies.append(os.path.join(folder, f"{number}.pdf"))
        with open(path, "rb") as source, open(copies[-1], "wb") as target:
            target.write(source.read() + b"\n")
    largest = max(paths, key=os.path.getsize)
    for name, chosen in [("the largest report", [largest]), (f"{len(paths)} reports", paths),
                         (f"{2 * len(paths)} reports", paths + copies)]:
        print(f"peak memory of ingest, {name:20} {peak_mib(program, chosen, folder):6.1f} MiB")
