"""expected.json of a Report: its tables with labels, observations and grid cells, found again on the typeset pages."""
from __future__ import annotations

import json
import re
import subprocess
from decimal import Decimal

from model import Report, Table, printed

NUMBER = re.compile(r"[-−–]?\s?\d{1,3}(?:[ .\u00a0\u202f\u2009]\d{3})+(?:,\d+)?|[-−–]?\s?\d+(?:,\d+)?")


def values(raw):
    """The figures of a cell in order, as decimal strings: "1 234,5*" → ["1234.5"], "345 (28)" → ["345", "28"], "(12)" →
    ["-12"], "i u" → []."""
    text = re.sub(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+", "", raw).strip()
    negative = re.fullmatch(r"\(([\d\s,.]+)\)", text)
    if negative:
        return ["-" + one(negative[1])]
    trailing = re.fullmatch(r"([\d\s,.]+)[-−–]", text)
    if trailing:
        return ["-" + one(trailing[1])]
    pair = re.fullmatch(r"([\d\s,]+)\(([\d\s,]+)\)", text)
    if pair:
        return [one(pair[1]), one(pair[2])]
    text = re.sub(r"^(ca|ung)\.? ", "", text)
    text = re.sub(r"\s*(\*+|%|procent|tkr|kr|mnkr)$", "", text)
    text = re.sub(r"\s*(\*+|%)$", "", text)
    if NUMBER.fullmatch(text) or re.fullmatch(r"\+\d[\d ,]*", text):
        return [one(text)]
    return []


def number_in_words(raw):
    """The number of a cell that is words all the same ("0 eller bättre", "Topp 3"): to read it is neither right nor wrong."""
    found = re.fullmatch(r"(?:[a-zåäöA-ZÅÄÖ ]+)?(\d+)(?: [a-zåäöA-ZÅÄÖ ]+)?", raw)
    return found[1] if found and not values(raw) else ""


def one(text):
    text = re.sub(r"[\s\u00a0\u202f\u2009+]", "", text).replace("−", "-").replace("–", "-")
    text = re.sub(r"(?<=\d)\.(?=\d{3})", "", text).replace(",", ".")
    return format(Decimal(text), "f")


def meaning(table: Table, row, column, raw):
    """(measure, period, unit) of a cell: the row's word before the column's. A period of two digits is a month of the
    other's year."""
    theirs = table.columns[column].split(" ", 2)
    own = row.meaning.split(" ", 2) if row.meaning else [".", ".", "."]
    measure, period, unit = (mine if mine != "." else other for mine, other in zip(own, theirs))
    if re.fullmatch(r"\d\d", theirs[1]) and own[1] != ".":
        period = f"{own[1]}-{theirs[1]}"
    elif re.fullmatch(r"\d\d", own[1]):
        period = f"{theirs[1]}-{own[1]}"
    if raw.rstrip("*").endswith("%"):
        unit = "procent"
    return tuple(None if part == "." else part for part in (measure, period, unit))


def column_paths(table: Table):
    grid = spread(table.head)
    paths = []
    for column in range(table.stub, table.width):
        path, seen = [], set()
        for row in range(len(table.head)):
            owner = grid[row][column]
            text = printed(table.head[owner[0]][owner[1]])
            if text and owner not in seen:
                path.append(text)
            seen.add(owner)
        paths.append(path)
    return paths


def spread(rows):
    """For each position of a block of rows the position of the cell that covers it."""
    owners = []
    for r, row in enumerate(rows):
        owners.append([])
        for c, text in enumerate(row):
            owners[r].append(owners[r][c - 1] if text == "<" and c else owners[r - 1][c] if text == "^" and r else (r, c))
    return owners


def grid_cells(table: Table):
    """[row, column, row span, column span, text] of every cell, group headings spanning their row."""
    rows = [list(r) for r in table.head]
    for row in table.rows:
        rows.append([row.cells[0]] + ["<"] * (table.width - 1) if row.group and len(row.cells) == 1 else
                    row.cells + [""] * (table.width - len(row.cells)))
    owners = spread(rows)
    extent = {}
    for r, row in enumerate(owners):
        for c, owner in enumerate(row):
            low, high = extent.get(owner, (owner, owner))
            extent[owner] = (low, (max(high[0], r), max(high[1], c)))
    return [[r, c, high[0] - r + 1, high[1] - c + 1, printed(rows[r][c])]
            for (r, c), (_, high) in sorted(extent.items())]


def labelled_rows(table: Table):
    """(row, label path) of the body rows with figures; an indented row stands under the one above it."""
    group = parent = ""
    above = [""] * table.stub
    for row in table.rows:
        if row.group:
            group, parent = printed(row.cells[0]), ""
            continue
        stub = [above[i] if cell == "^" else printed(cell) for i, cell in enumerate(row.cells[:table.stub])]
        above = stub
        label = " / ".join(part for part in stub if part)
        if not row.indent:
            parent = label
        own = [group, parent, label] if row.indent else [group, label]
        yield row, " / ".join(part for part in own if part)


def describe(table: Table, page_of):
    paths = column_paths(table)
    rows, observations, ignored, pages = [], [], [], []
    for index, (row, label) in enumerate(labelled_rows(table)):
        cells = [printed(cell) for cell in row.cells[table.stub:]]
        rows.append({"label": label, "cells": cells})
        for column, raw in enumerate(cells):
            page = page_of(table, row, column)
            pages.append(page)
            measure, period, unit = meaning(table, row, column, raw)
            if number := number_in_words(raw):
                ignored.append({"row": label, "column": " / ".join(paths[column]), "value": number, "raw": raw})
            for position, value in enumerate(values(raw)):
                observation = {"row": label, "column": " / ".join(paths[column]), "period": period, "measure": measure,
                               "value": value, "unit": unit, "raw": raw, "page": page}
                if position:
                    observation["measure"], observation["qualifier"] = None, "within parentheses"
                observations.append(observation)
    return {"id": table.id, "title": table.title, "kind": table.kind, "section": table.section, "columns": paths,
            "rows": rows, "notes": table.notes, "pages": sorted(set(pages)), "observations": observations,
            "ignore": ignored, "cells": grid_cells(table)}


def words(text):
    return re.findall(r"\w+", text.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")).casefold())


class Pages:
    """Finds rows again on the typeset pages: tables come in the order of the description, rows in their own."""

    def __init__(self, pdf):
        text = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
        text = re.sub(r"(\w)[-‐]\n(?=[a-zåäö])", r"\1", text)
        self.pages = [" " + " ".join(words(page)) + " " for page in text.split("\f")[:-1]]
        self.tables: dict[int, int] = {}  # by identity: page reached so far
        self.reached = 0

    def __call__(self, table, row, column):
        if table.sideways_after and column >= table.sideways_after:
            return self.tables[id(table)] + 1
        first_part = row.cells[:table.stub + table.sideways_after] if table.sideways_after else row.cells
        wanted = set(words(" ".join(printed(cell) for cell in first_part if cell not in "<^")))
        if id(table) not in self.tables:
            wanted |= set(words(table.title))
        page = self.tables.get(id(table), self.reached)
        while page < len(self.pages) and not all(f" {word} " in self.pages[page] for word in wanted):
            page += 1
        if page == len(self.pages):
            missing = [word for word in sorted(wanted) if not any(f" {word} " in text for text in self.pages)]
            raise SystemExit(f"{table.id}: row {row.cells} is on no page; nowhere at all: {missing}")
        self.tables[id(table)] = self.reached = page
        return page + 1


def write(report: Report, pdf, path):
    find = Pages(pdf)
    tables = [describe(table, find) for table in report.tables()]
    pages = sorted({page for table in tables for page in table["pages"]})
    document = {"document": report.slug, "municipality": report.municipality, "municipality_code": report.code,
                "board": report.board, "title": report.title, "period": report.period,
                "score_pages": list(range(1, len(find.pages) + 1)), "pages_with_tables": pages, "tables": tables,
                "facts": list(report.facts())}
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
