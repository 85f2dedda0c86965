"""Typesets a Report as sheets of LibreOffice Calc, one for each part between page breaks, printed as PDF."""
from __future__ import annotations

import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

from edges import edges, fill
from expected import grid_cells
from model import Heading, PageBreak, Report, Table, Text
from writer import BORDER, NAMESPACES, export, marked


class Book:
    def __init__(self, report: Report):
        self.report, self.styles, self.names, self.sheets = report, [], {}, []
        self.start()

    def start(self):
        self.rows, self.widths = [], ()

    def style(self, family, properties):
        key = (family, properties)
        if key not in self.names:
            self.names[key] = f"{family[:7]}{len(self.names)}"
            self.styles.append(f'<style:style style:name="{self.names[key]}" style:family="{family}">{properties}</style:style>')
        return self.names[key]

    def cell_style(self, size, bold=False, align="start", border="", fill_="", colour="", wrap=False, vertical="bottom"):
        return self.style("table-cell", f'<style:table-cell-properties{border} style:vertical-align="{vertical}" '
                          f'fo:wrap-option="{"wrap" if wrap else "no-wrap"}" fo:padding="1.2pt"'
                          + (f' fo:background-color="{fill_}"' if fill_ else "") + "/>"
                          f'<style:paragraph-properties fo:text-align="{align}"/><style:text-properties fo:font-size="{size}pt"'
                          f' style:font-name="body"' + (' fo:font-weight="bold"' if bold else "")
                          + (f' fo:color="{colour}"' if colour else "") + "/>")

    def line(self, text, size, bold=False):
        style = self.cell_style(size, bold)
        self.rows.append(f'<table:table-row><table:table-cell table:style-name="{style}" office:value-type="string">'
                         f"<text:p>{marked(text)}</text:p></table:table-cell></table:table-row>")

    def block(self, block):
        if isinstance(block, Heading):
            self.line(block.text, {1: 15, 2: 12, 3: 10.5}[block.level], True)
        elif isinstance(block, Text):
            self.line(block.text, self.report.size, block.bold)
        elif isinstance(block, Table):
            self.table(block)
        elif isinstance(block, PageBreak):
            self.finish()
        else:
            raise TypeError(block)

    def table(self, table: Table):
        self.rows.append("<table:table-row/>")
        if table.title:
            self.line(table.title, self.report.size, True)
        if table.caption:
            self.line(table.caption, 8.5)
        if len(table.style.widths) > len(self.widths):
            self.widths = table.style.widths
        cells = {(c[0], c[1]): c for c in grid_cells(table)}
        borders, head = edges(table), len(table.head)
        covered = {(r, c) for row, column, rs, cs, _ in cells.values()
                   for r in range(row, row + rs) for c in range(column, column + cs)} - set(cells)
        for row in range(head + len(table.rows)):
            line, lines = [], 1
            body = table.rows[row - head] if row >= head else None
            for column in range(table.width):
                if (row, column) in covered:
                    line.append("<table:covered-table-cell/>")
                    continue
                _, _, row_span, column_span, text = cells[row, column]
                source = (table.head[row] if body is None else body.cells)[column] if text else ""
                edge = borders.get((row, column), {})
                drawn = "".join(f' fo:border-{side}="{BORDER[kind].format(w=table.style.rule_width)}"'
                                for side, kind in edge.items())
                stub = column < table.stub
                align = "start" if stub or (body and body.group) else "center" if column_span > 1 else \
                    {"right": "end", "left": "start"}.get(table.style.align, "center")
                background, colour = fill(table, row)
                if body and body.indent and column == 0:
                    source = "    " + source
                style = self.cell_style(table.style.size, body.bold if body else not table.style.plain_head, align, drawn,
                                        background, colour, wrap=body is None or (stub and len(source) > 20),
                                        vertical="bottom" if body is None else table.style.valign)
                spans = (f' table:number-rows-spanned="{row_span}"' if row_span > 1 else "") + (
                    f' table:number-columns-spanned="{column_span}"' if column_span > 1 else "")
                lines = max(lines, source.count("//") + 1)
                paragraphs = "".join(f"<text:p>{marked(part)}</text:p>" for part in source.split("//")) if source else ""
                kind = ' office:value-type="string"' if source else ""
                line.append(f'<table:table-cell table:style-name="{style}"{spans}{kind}>{paragraphs}</table:table-cell>')
            height = self.style("table-row", f'<style:table-row-properties style:row-height="{lines * table.style.size * 1.3 + 3}pt"'
                                ' style:use-optimal-row-height="false"/>')
            self.rows.append(f'<table:table-row table:style-name="{height}">{"".join(line)}</table:table-row>')
        for note in table.notes:
            self.line(note, 8.5)

    def finish(self):
        name = f"Blad{len(self.sheets) + 1}"
        columns = "".join(f'<table:table-column table:style-name="'
                          + self.style("table-column", f'<style:table-column-properties style:column-width="{w}mm"/>') + '"/>'
                          for w in self.widths)
        self.sheets.append(f'<table:table table:name="{name}" table:style-name="sheet">{columns}{"".join(self.rows)}'
                           "</table:table>")
        self.start()


def document(report: Report):
    book = Book(report)
    for block in report.blocks:
        book.block(block)
    book.finish()
    width, height = ("297mm", "210mm") if report.landscape else ("210mm", "297mm")
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {NAMESPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:meta><dc:title>{escape(report.title)}</dc:title></office:meta>
<office:font-face-decls><style:font-face style:name="body" svg:font-family="'{report.font}'"/></office:font-face-decls>
<office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="{width}"
 fo:page-height="{height}" fo:margin="18mm" style:print-orientation="{'landscape' if report.landscape else 'portrait'}"/>
<style:header-style><style:header-footer-properties fo:min-height="8mm" fo:margin-bottom="4mm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:min-height="8mm" fo:margin-top="4mm"/></style:footer-style>
</style:page-layout><style:style style:name="sheet" style:family="table" style:master-page-name="Default">
<style:table-properties table:display="true"/></style:style>{''.join(book.styles)}</office:automatic-styles>
<office:master-styles><style:master-page style:name="Default" style:page-layout-name="page"><style:header>
<style:region-left><text:p>{escape(report.header)}</text:p></style:region-left></style:header><style:footer>
<style:region-left><text:p>{escape(report.footer)}</text:p></style:region-left><style:region-right>
<text:p>Sida <text:page-number/> (<text:page-count/>)</text:p></style:region-right></style:footer></style:master-page>
</office:master-styles><office:body><office:spreadsheet>{''.join(book.sheets)}</office:spreadsheet></office:body></office:document>"""


def typeset(report: Report, target: Path):
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "report.fods")
        source.write_text(document(report), encoding="utf-8")
        export(source, target, "calc_pdf_Export", report.tagged)
