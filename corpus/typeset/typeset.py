#!/usr/bin/env python3
"""Typesets the sample reports: descriptions/*.py → ../reports/<slug>/<slug>.pdf and expected.json, ../manifest.csv.

  typeset.py [NAME-PART…]     only the reports whose slug has one of the parts; the manifest always has all

Needs chromium, weasyprint, libreoffice (Writer, Calc), groff, pdflatex and poppler-utils. The tests need none of them: they use the
committed files.
"""
from __future__ import annotations

import csv
import importlib
import sys
from pathlib import Path

import expected

HERE = Path(__file__).resolve().parent
REPORTS = HERE.parent / "reports"


def reports():
    found = []
    for path in sorted((HERE / "descriptions").glob("*.py")):
        found += importlib.import_module(f"descriptions.{path.stem}").REPORTS
    slugs = [report.slug for report in found]
    assert len(slugs) == len(set(slugs)), "a slug is used twice"
    return sorted(found, key=lambda report: report.slug)


PRODUCERS = {"chromium": "Chromium (HTML, CSS)", "writer": "LibreOffice Writer", "calc": "LibreOffice Calc",
             "weasy": "WeasyPrint (HTML, CSS)", "latex": "pdfLaTeX", "groff": "groff (ms, tbl)"}
START, END = "<!-- rows by typeset.py -->", "<!-- end of rows -->"


def write_readme(every):
    """Writes the table of reports in ../README.md anew, between its two marks."""
    readme = HERE.parent / "README.md"
    before, _, rest = readme.read_text(encoding="utf-8").partition(START)
    rows = ["| report | what | producer | tagged | figures | what is hard |", "|---|---|---|---|---|---|"]
    for report in every:
        rows.append(f"| {report.slug} | {report.municipality}: {report.title} | {PRODUCERS[report.producer]} | "
                    f"{'yes' if report.tagged else 'no'} | {report.figures} | {report.hard} |")
    readme.write_text(before + START + "\n" + "\n".join(rows) + "\n" + END + rest.partition(END)[2], encoding="utf-8")


def main(parts):
    every = reports()
    for report in every:
        if parts and not any(part in report.slug for part in parts):
            continue
        folder = REPORTS / report.slug
        folder.mkdir(parents=True, exist_ok=True)
        pdf = folder / f"{report.slug}.pdf"
        importlib.import_module(report.producer).typeset(report, pdf)
        expected.write(report, pdf, folder / "expected.json")
        print(f"{report.slug}: {pdf.stat().st_size // 1024} kB")
    write_readme(every)
    with open(HERE.parent / "manifest.csv", "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["path", "municipality_code", "board", "period", "title"])
        for report in every:
            rows.writerow([f"reports/{report.slug}/{report.slug}.pdf", report.code, report.board, report.period, report.title])


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    main(sys.argv[1:])
