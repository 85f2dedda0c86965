"""Typesets a Report with groff: ms macros and tbl, as older systems for reports did."""
from __future__ import annotations

import re
import subprocess
from pathlib import Path

from expected import grid_cells
from model import Bullets, Contents, Heading, PageBreak, Report, Signatures, Table, Text


def marked(text):
    text = text.replace("\\", r"\e").replace("−", r"\(mi").replace("–", r"\(en")
    text = re.sub(r"(?<![\w-])-(?=\d)", r"\-", text)
    text = re.sub(r"\^(\d+)", r"\\*{\1\\*}", text)
    return text


def prose(text):
    text = marked(text).replace("//", "\n.br\n")
    return "\\&" + text if text[:1] in ".'" else text


def tbl(table: Table):
    style, head, width = table.style, len(table.head), table.width
    options = {"grid": "allbox", "double": "doublebox"}.get(style.rules, "")
    letter = {"right": "r", "center": "c", "left": "l"}[style.align]
    cells = {}
    for cell in grid_cells(table):
        cells.setdefault(cell[0], {})[cell[1]] = cell
    formats, data = [], []
    total = head + len(table.rows)
    for row in range(total):
        body = table.rows[row - head] if row >= head else None
        bold = "B" if (body.bold if body else not style.plain_head) else ""
        line, spans = [], 0
        for column in range(width):
            if column in cells.get(row, {}):
                spans = cells[row][column][3] - 1
                kind = "l" if column < table.stub or (body and body.group) else "c" if spans else letter
                size = f"w({style.widths[column] / 10:g}c)" if style.widths else ""
                line.append(kind + bold + f"p{round(style.size)}" + size)
            elif spans:
                line.append("s")
                spans -= 1
            else:
                line.append("^")
        gap = f"{max(1, round(style.gap / 2.5))}"
        formats.append(f" {gap} ".join(line))
        if body and body.bold and not body.group and style.rules in ("header-total", "booktabs"):
            data.append("_")
        texts = []
        for column in range(width):
            cell = cells.get(row, {}).get(column)
            if not cell:
                if line[column] != "s":
                    texts.append("\\^")
                continue
            source = (table.head[row] if body is None else body.cells)[column] if cell[4] else ""
            indent = "\\ \\ \\ " if body and body.indent and column == 0 else ""
            if "//" in source:
                text = "\n.br\n".join(marked(part) for part in source.split("//"))
                texts.append("T{\n" + (".ad r\n" if style.align == "right" and column >= table.stub else "") + text + "\nT}")
            else:
                texts.append(indent + marked(source))
        data.append("\t".join(texts).replace("\n", "\n"))
        if row == head - 1 and style.rules in ("header-total", "booktabs", "horizontal"):
            data.append("_")
        elif row == total - 1 and style.rules in ("header-total", "booktabs"):
            data.append("_")
        elif style.rules == "horizontal":
            data.append("_")
    if style.rules in ("header-total", "booktabs"):
        data.insert(0, "_")
    return (".TS\n" + (options + ";\n" if options else "") + "\n".join(formats) + ".\n" + "\n".join(data) + "\n.TE\n")


def block_roff(block):
    if isinstance(block, Heading):
        if block.level == 1:
            return f".LP\n.ps +6\n.B \"{marked(block.text)}\"\n.ps -6\n"
        return f".SH\n{marked(block.text)}\n"
    if isinstance(block, Text):
        return ".LP\n" + (f".B \"{marked(block.text)}\"\n" if block.bold else prose(block.text) + "\n")
    if isinstance(block, Bullets):
        return "".join(f".IP \\(bu 2\n{prose(item)}\n" for item in block.items)
    if isinstance(block, Contents):
        character = "." if block.leaders else " "
        return ".LP\n.nf\n" + f".lc {character}\n.ta \\n(.luR\n" + "".join(
            f"{marked(text)} \x01 {page}\n" for text, page in block.entries) + ".fi\n"
    if isinstance(block, Table):
        lines = [".KS"]
        if block.title:
            lines += [".LP", f".B \"{marked(block.title)}\""]
        if block.caption:
            lines += [".br", prose(block.caption)]
        notes = "".join(f".br\n{prose(note)}\n" for note in block.notes)
        return "\n".join(lines) + "\n" + tbl(block) + (".LP\n" + notes if notes else "") + ".KE\n"
    if isinstance(block, Signatures):
        return ".sp 3\n" + "".join(f".LP\n\\l'6c'\n.br\n{marked(name)}\n.br\n{marked(role)}\n.sp\n"
                                   for name, role in block.names)
    if isinstance(block, PageBreak):
        return ".bp\n"
    raise TypeError(block)


def document(report: Report):
    family = "H" if report.font == "Helvetica" else "T"
    return (f".nr PS {report.size:g}\n.nr VS {report.size * 1.25:g}\n.fam {family}\n.nr PO 2.2c\n.nr LL 16.6c\n.nr LT 16.6c\n"
            f".ds LH \"{marked(report.header)}\n.ds CH\n.ds RH\n.ds LF \"{marked(report.footer)}\n.ds CF\n"
            f".ds RF \"Sida \\\\n%\n.P1\n.ad l\n.hy 0\n" + "".join(map(block_roff, report.blocks)))


def typeset(report: Report, target: Path):
    done = subprocess.run(["groff", "-k", "-Kutf8", "-t", "-ms", "-Tpdf", "-P-pa4", "-dpaper=a4"],
                          input=document(report).encode(), capture_output=True, check=True, timeout=60)
    if done.stderr:
        print(done.stderr.decode()[:800])
    target.write_bytes(done.stdout)
