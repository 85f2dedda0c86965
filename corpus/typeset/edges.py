"""The rules of a table: which edge of each cell is drawn, and how. Shared by the producers that draw cell by cell."""
from __future__ import annotations

from expected import grid_cells
from model import Table

THIN, THICK, DOUBLE = "thin", "thick", "double"


def edges(table: Table):
    """{(row, column): {"top", "bottom", "left", "right"}} of the cells that have rules, for the rows of head and body."""
    rules, head = table.style.rules, len(table.head)
    last = head + len(table.rows) - 1
    summed = {head + i for i, row in enumerate(table.rows) if row.bold and not row.group}
    drawn = {}
    for row, column, row_span, column_span, text in grid_cells(table):
        bottom = row + row_span - 1
        edge = {}
        if rules in ("grid", "double"):
            kind = THIN if rules == "grid" else DOUBLE
            edge = dict.fromkeys(("top", "bottom", "left", "right"), kind)
        elif rules == "horizontal":
            edge = {"top": THIN, "bottom": THIN}
        elif rules == "header-total":
            if row == 0:
                edge["top"] = THIN
            if bottom == head - 1 or bottom == last:
                edge["bottom"] = THIN
            if row in summed:
                edge["top"] = THIN
        elif rules == "booktabs":
            if row == 0:
                edge["top"] = THICK
            if bottom == head - 1:
                edge["bottom"] = THIN
            elif bottom < head - 1 and text and column_span > 1:
                edge["bottom"] = THIN  # the part rule under a heading of several columns
            if bottom == last:
                edge["bottom"] = THICK
            if row in summed:
                edge["top"] = THIN
        if edge:
            drawn[row, column] = edge
    return drawn


def fill(table: Table, row: int):
    """(background, text colour) of a row of the grid; "" for none."""
    head = len(table.head)
    if row < head:
        return (table.style.band, "#ffffff") if table.style.band else ("", "")
    body = table.rows[row - head]
    if table.style.shade and (body.group or body.bold):
        return table.style.shade, ""
    if table.style.zebra and (row - head) % 2 == 1:
        return table.style.zebra, ""
    return "", ""


def is_figure_column(table: Table, column: int):
    return column >= table.stub
