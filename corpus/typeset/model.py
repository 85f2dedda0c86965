"""What a sample report says, apart from how it looks: blocks of text and tables, and the values expected of them.

The producers (chromium.py, writer.py, calc.py, latex.py, groff.py) typeset a Report; expected.py writes its
expected.json from the same description, so that page and expected value cannot drift apart.

A table is described as text, one line for each row, cells parted by `|`, the boxhead parted from the body by `---`:

    table("ifo", "Barn och unga", '''
              | Anmälningar | <            | Utredningar
              | Totalt      | Varav skolan | Pågående
        ---
        jan-23 | 45 | 12 | 63
        # Vuxna
        > varav män | 3 | 1 | 2
        * Summa | 48 | 13 | 65
    ''', columns="utfall . antal", rows=months(2023))

`<` goes on with the cell to its left, `^` with the one above, `//` is a line break inside a cell, `^1` a raised mark;
a row starts with `#` for a group heading, `>` for a row indented under the one above, `*` for a row in bold.
"""
from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

MONTHS = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
          "november", "december"]
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass
class Style:
    """How a table is drawn. Lengths in points unless said otherwise."""
    rules: str = "grid"  # grid, double, header-total, horizontal, booktabs, none
    band: str = ""  # fill of the boxhead, with white text
    zebra: str = ""  # fill of every other body row
    shade: str = ""  # fill of group and sum rows
    size: float = 9.0
    align: str = "right"  # of figures: right, left, center
    valign: str = "top"  # of figures beside a label of several lines: top, middle, bottom
    widths: tuple[float, ...] = ()  # of the columns, in mm; empty: the producer decides
    padding: float = 2.0  # above and below the text of a cell
    gap: float = 4.0  # left and right of it
    rule_width: float = 0.6
    rotate_head: bool = False
    plain_head: bool = False  # the boxhead is not bold
    tags: str = "right"  # right, ragged (short rows), headless (boxhead outside), figure (the table is one Figure)


@dataclass
class Row:
    cells: list[str]
    group: bool = False
    indent: bool = False
    bold: bool = False
    meaning: str = ""  # "measure period unit", "." where the row says nothing
    page_break: str = ""  # before this row: "" none, "head" header repeated, "bare" without, "blank" blanked header


@dataclass
class Table:
    id: str
    title: str
    head: list[list[str]]
    rows: list[Row]
    columns: list[str]  # meaning of each column after the stub
    kind: str
    section: str | None
    stub: int
    style: Style
    notes: list[str]
    caption: str  # a line of its own under the title: "Belopp i tkr"
    sideways_after: int = 0  # columns after this one go on over the page, without row labels

    @property
    def width(self) -> int:
        return max(len(r) for r in self.head + [row.cells for row in self.rows if not row.group])


@dataclass
class Heading:
    text: str
    level: int = 1
    spaced: bool = False


@dataclass
class Text:
    text: str
    facts: list[dict] = field(default_factory=list)
    box: bool = False  # set in a frame
    bold: bool = False
    small: bool = False


@dataclass
class Bullets:
    items: list[str]


@dataclass
class Contents:
    entries: list[tuple[str, str]]
    leaders: bool = True


@dataclass
class Chart:
    title: str
    kind: str  # bars, lines
    categories: list[str]
    series: dict[str, list[float]]
    labels: bool = False  # values printed on the bars


@dataclass
class Beside:
    """Blocks set side by side, one column each."""
    columns: list[list]


@dataclass
class Newspaper:
    """Blocks set in two balanced columns."""
    blocks: list


@dataclass
class Signatures:
    names: list[tuple[str, str]]


@dataclass
class PageBreak:
    pass


@dataclass
class Report:
    slug: str
    municipality: str
    code: str
    board: str
    title: str
    period: str
    producer: str  # chromium, weasy, writer, calc, latex, groff
    blocks: list
    hard: str  # what is hard in it, for README.md
    figures: str  # where the figures come from, for README.md
    tagged: bool = True
    header: str = ""
    footer: str = ""
    font: str = "Liberation Sans"
    size: float = 10.5
    landscape: bool = False

    def tables(self):
        yield from _tables(self.blocks)

    def facts(self):
        for block in self.blocks:
            if isinstance(block, Text):
                yield from block.facts


def _tables(blocks):
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Beside):
            for column in block.columns:
                yield from _tables(column)
        elif isinstance(block, Newspaper):
            yield from _tables(block.blocks)


def table(id, title, text, *, columns="utfall . antal", rows=(), kind="verksamhetsstatistik", section=None, stub=1,
          style=None, notes=(), caption="", sideways_after=0):
    """`columns`: one meaning for all columns, or a list with one for each; `rows`: the same for the body rows that are
    no group headings, in order. A row's word goes before its column's."""
    head, body, in_body = [], [], False
    for line in text.strip("\n").splitlines():
        if not line.strip():
            continue
        if line.strip() == "---":
            in_body = True
            continue
        line = line.strip() if in_body else line
        row = Row([])
        page_break = re.match(r"@(\w+) ", line)
        if page_break:
            row.page_break, line = page_break[1], line[page_break.end():]
        if in_body and line[0] in "#>*":
            row.group, row.indent, row.bold = line[0] == "#", line[0] == ">", line[0] in "*#"
            line = line[1:]
        row.cells = [cell.strip() for cell in line.split("|")]
        (body.append(row) if in_body else head.append(row.cells))
    width = max(len(r) for r in head + [row.cells for row in body])
    for row in head + [row.cells for row in body if not row.group]:
        row += [""] * (width - len(row))
    figures = width - stub
    meanings = [columns] * figures if isinstance(columns, str) else list(columns)
    assert len(meanings) == figures, (id, len(meanings), figures)
    rows = list(rows)
    for row in body:
        if not row.group and rows:
            row.meaning = rows.pop(0)
    assert not rows, (id, "meanings left over", rows)
    return Table(id, title, head, body, meanings, kind, section, stub, style or Style(), list(notes), caption,
                 sideways_after)


def months(year, first=1, last=12):
    return [f". {year}-{month:02d} ." for month in range(first, last + 1)]


def fact(label, value, unit, period, measure, quote):
    return {"label": label, "value": value, "unit": unit, "period": period, "measure": measure, "quote": quote}


def invented(seed, base, spread, count, step=0.0):
    """A series of plausible figures about `base`, the same on every run."""
    draw = random.Random(seed)
    return [round(base + step * i + draw.uniform(-spread, spread)) for i in range(count)]


def lines_of(labels, *series):
    """Body lines: one label and one figure of each series on each."""
    lines = []
    for label, *figures in zip(labels, *series):
        lines.append(" | ".join([label] + [grouped(f) if isinstance(f, int) else f for f in figures]))
    return "\n".join(lines) + "\n"


def grouped(number, minus="-", group=" "):
    """1234567 → "1 234 567"."""
    return (minus if number < 0 else "") + f"{abs(number):,}".replace(",", group)


def accounts(rows, *, total="Summa", minus="-", group=" "):
    """Lines of a table of accounts with its sum: `rows` are (label, budget, outcome); the deviation is budget − outcome.
    `group` parts the thousands."""
    rows = list(rows) + [(total, sum(r[1] for r in rows), sum(r[2] for r in rows))]
    lines = []
    for position, (label, budget, outcome) in enumerate(rows):
        mark = "* " if position == len(rows) - 1 else ""
        lines.append(mark + " | ".join([label] + [grouped(figure, minus, group)
                                                  for figure in (budget, outcome, budget - outcome)]))
    return "\n".join(lines) + "\n"


def printed(text):
    """A cell's text as a reader sees it: line breaks as spaces, raised marks as superscript digits."""
    text = re.sub(r"-//(?=[a-zåäö])", "", text)
    text = re.sub(r"\^(\d+)", lambda mark: mark[1].translate(RAISED), text)
    return re.sub(r"\s+", " ", text.replace("//", " ")).strip()
