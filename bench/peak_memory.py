#!/usr/bin/env python3
"""Peak memory of ingest, of the largest of its processes, over one report, over all, and over all twice: it must not
grow with their number; nor with the pages of a report, put together of all. peak_memory.py NAMNDATA LIST"""
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


def report_of(pages, paths, folder):
    """One PDF with so many pages, those of the reports over and over."""
    together = os.path.join(folder, "together.pdf")
    subprocess.run(["qpdf", "--empty", "--pages", *paths, "--", together], check=True)
    count = int(subprocess.run(["qpdf", "--show-npages", together], check=True, capture_output=True).stdout)
    parts = [together, "1-z"] * (pages // count)
    if pages % count:
        parts += [together, f"1-{pages % count}"]
    path = os.path.join(folder, f"pages-{pages}.pdf")
    subprocess.run(["qpdf", "--empty", "--pages", *parts, "--", path], check=True)
    return path


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
                         (f"{2 * len(paths)} reports", paths + copies),
                         *((f"of {pages} pages", [report_of(pages, paths, folder)]) for pages in (50, 500, 5000))]:
        print(f"peak memory of ingest, {name:20} {peak_mib(program, chosen, folder):6.1f} MiB")
