"""Typesets a Report with WeasyPrint from the HTML and CSS that chromium.py writes: another engine, untagged."""
from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from chromium import document
from model import Report


def typeset(report: Report, target: Path):
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "report.html")
        source.write_text(document(report), encoding="utf-8")
        subprocess.run(["weasyprint", "--quiet", str(source), str(target)], check=True, capture_output=True, timeout=120)
