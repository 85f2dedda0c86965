"""What the tests of clusters share: a shelf of reports, the program, and what a database holds."""

import os
import subprocess
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
MONTHS = "jan feb mars apr maj juni juli aug sept okt nov dec".split()


def long_report(pages):
    """A plain-text report that takes about 3 ms a page: long enough to be caught at."""
    parts = ["Mellerud kommun, Socialnämnden\nVerksamhetsuppföljning december 2023\n"]
    for page in range(pages):
        rows = [f"{month}-23\t{(page * 7 + i * 13) % 90 + 10}\t{(page * 5 + i * 11) % 80 + 5}\t{300 + (page + i) % 40}"
                for i, month in enumerate(MONTHS)]
        parts.append("\n".join([f"Verksamhetsstatistik, enhet {page + 1}", "",
                                "Månad\tAnmälningar Barn\tAnmälningar Unga\tTrygghetslarm", *rows, ""]))
    return "\f".join(parts)


class Shelf:
    """Reports of the corpus, those beside the tree where there are any, and files that are none."""

    def __init__(self, program, folder):
        self.program = Path(program).resolve()
        self.folder = Path(folder)
        self.environment = dict(os.environ, TMPDIR=str(self.folder / "scratch"),
                                PATH=f"{self.program.parent}:{os.environ['PATH']}")
        for name in [name for name in self.environment if name.startswith("SLURM_") or name == "PARALLEL_SEQ"]:
            del self.environment[name]
        (self.folder / "scratch").mkdir()
        own = self.folder / "own"
        own.mkdir()
        (own / "long.txt").write_text(long_report(200))
        (own / "damaged.pdf").write_text("%PDF-1.4 and no more")
        (own / "copy.txt").write_text((own / "long.txt").read_text())
        self.paths = [str(SOURCE / "corpus/reports"), str(own)]
        if (shared := SOURCE.parent / "shared/reports").is_dir():
            self.paths.append(str(shared))
        self.manifest = ["--manifest", str(SOURCE / "corpus/manifest.csv")]

    def run(self, *arguments, statuses=(0,)):
        done = subprocess.run([self.program, *map(str, arguments)], env=self.environment, cwd=self.folder,
                              text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if done.returncode not in statuses:
            raise AssertionError(f"{' '.join(map(str, arguments))}: status {done.returncode}\n{done.stdout}")
        return done.stdout

    def plain_dump(self):
        self.run("ingest", *self.paths, *self.manifest, "--db", "plain.db", statuses=(20,))
        return self.dump("plain.db")

    def plan(self, shards):
        return self.run("plan", *self.paths, *self.manifest, "--shards", shards, "-o", "plan.csv")

    def dump(self, database):
        """All rows of all tables but the text index's own, which depend on the order of writing."""
        file = self.folder / database
        assert file.exists(), f"there is no {database}"
        lines = subprocess.run(["sqlite3", file, ".dump"], check=True, text=True, stdout=subprocess.PIPE).stdout
        return [line for line in lines.splitlines() if "page_text" not in line]

    def tries(self):
        """What unfinished tasks have in the scratch folder."""
        return sorted((self.folder / "scratch").glob("namndata-tmp-*"))

    def same(self, database, wanted):
        got = self.dump(database)
        if got != wanted:
            other = [(a, b) for a, b in zip(got, wanted) if a != b][:3]
            raise AssertionError(f"{database} has {len(got)} lines, a plain ingest {len(wanted)}; first: {other}")
