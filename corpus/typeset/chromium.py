"""Typesets a Report as HTML and CSS and prints it with headless Chromium; charts are inline SVG."""
from __future__ import annotations

import html
import re
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from edges import edges, fill
from expected import grid_cells
from model import (Beside, Bullets, Chart, Contents, Heading, Newspaper, PageBreak, Report, Signatures, Table, Text)

BORDER = {"thin": "{w}pt solid #000", "thick": "1.2pt solid #000", "double": "2.25pt double #000"}


def marked(text):
    text = html.escape(text, quote=False).replace("//", "<br>")
    return re.sub(r"\^(\d+)", r"<sup>\1</sup>", text)


def table_html(table: Table):
    if table.sideways_after:
        below_title = f'<p class="title" style="break-before:page;visibility:hidden">{marked(table.title)}</p>'
        return below_title.join(table_html(part) for part in sideways(table))
    style, out = table.style, []
    borders, head = edges(table), len(table.head)
    cells = {}
    for cell in grid_cells(table):
        cells.setdefault(cell[0], []).append(cell)
    if style.tags == "ragged":
        for row in cells.values():
            while len(row) > 1 and not row[-1][4]:
                row.pop()
            row[-1][3] = 1 if row[-1][0] >= head else row[-1][3]
    breaks = {head + i: row.page_break for i, row in enumerate(table.rows) if row.page_break}
    starts = [head] + sorted(breaks) + [head + len(table.rows)]
    for part, (first, end) in enumerate(zip(starts, starts[1:])):
        mode = breaks.get(first, "head")
        rows = ([] if mode == "bare" else list(range(head))) + list(range(first, end))
        attribute = ' style="break-before:page"' if part else ""
        start = f'<table class="t" {attribute}>'
        if style.widths:
            start += "<colgroup>" + "".join(f'<col style="width:{w}mm">' for w in style.widths) + "</colgroup>"
        headless = style.tags == "headless"
        out.append(start.replace("<table", '<table role="presentation"') if headless else start)
        for row in rows:
            if row == head:
                out.append("</thead></table>" + start.replace('"t"', '"t under"') if headless else "</thead><tbody>")
            out.append("<thead>" if row == 0 else "")
            out.append("<tr>")
            for _, column, row_span, column_span, text in cells.get(row, []):
                blanked = row < head and mode == "blank"
                out.append(cell_html(table, row, column, row_span, column_span, "" if blanked else text,
                                     borders.get((row, column), {})))
            out.append("</tr>")
        out.append("</tbody></table>")
    drawn = "".join(out)
    return f'<div role="img" aria-label="Tabell">{drawn}</div>' if style.tags == "figure" else drawn


def sideways(table: Table):
    """The table cut in two by columns; the second part has no row labels."""
    cut = table.stub + table.sideways_after
    for part, keep in enumerate((slice(0, cut), slice(cut, None))):
        rows = [type(row)(row.cells[keep], row.group, row.indent, row.bold) for row in table.rows]
        piece = Table(table.id, table.title, [row[keep] for row in table.head], rows, [], table.kind, table.section,
                      0 if part else table.stub, table.style, [], "")
        piece.style = replace(table.style, widths=table.style.widths[keep])
        yield piece


def cell_html(table, row, column, row_span, column_span, text, border):
    style, head = table.style, len(table.head)
    body = None if row < head else table.rows[row - head]
    source = (table.head[row] if row < head else body.cells)[column] if text else ""
    css = [f"border-{side}:{BORDER[kind].format(w=style.rule_width)}" for side, kind in border.items()]
    background, colour = fill(table, row)
    if background:
        css.append(f"background:{background}")
    if colour:
        css.append(f"color:{colour}")
    stub = column < table.stub
    if row < head:
        css.append("text-align:" + ("left" if stub else "center" if column_span > 1 else style.align))
        css.append("vertical-align:" + ("middle" if stub else "bottom"))
        css.append("font-weight:" + ("normal" if style.plain_head else "bold"))
        if style.rotate_head and not stub:
            source = f'<div class="up">{marked(source)}</div>'
    else:
        css.append("text-align:" + ("left" if stub or body.group else style.align))
        css.append("vertical-align:" + ("top" if stub else style.valign))
        if body.bold:
            css.append("font-weight:bold")
        if body.indent and column == 0:
            css.append("padding-left:12pt")
    spans = (f' rowspan="{row_span}"' if row_span > 1 else "") + (f' colspan="{column_span}"' if column_span > 1 else "")
    tag = "th" if row < head or stub else "td"
    if tag == "th" and row >= head and not body.bold:
        css.append("font-weight:normal")
    content = source if source.startswith("<div") else marked(source)
    if row < head and not content:
        content = "&nbsp;"  # an empty boxhead keeps its height
    return f'<{tag}{spans} style="{";".join(css)}">{content}</{tag}>'


def chart_svg(chart: Chart):
    width, height, left, bottom, top = 460, 190, 38, 26, 12
    top_value = max(max(values) for values in chart.series.values())
    step = next(s for s in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000) if top_value / s <= 6)
    levels = int(top_value // step) + 1
    scale = (height - bottom - top) / (levels * step)
    y = lambda value: height - bottom - value * scale
    slot = (width - left - 10) / len(chart.categories)
    colours = ["#1f4e79", "#c55a11", "#7f7f7f", "#70ad47"]
    out = [f'<p class="charttitle">{html.escape(chart.title)}</p>'
           f'<svg width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}" font-family="Liberation Sans">']
    for level in range(levels + 1):
        out.append(f'<line x1="{left}" x2="{width - 10}" y1="{y(level * step):.1f}" y2="{y(level * step):.1f}" '
                   f'stroke="#d0d0d0" stroke-width=".6"/><text x="{left - 5}" y="{y(level * step) + 3:.1f}" font-size="8" '
                   f'text-anchor="end">{level * step}</text>')
    for i, name in enumerate(chart.categories):
        out.append(f'<text x="{left + slot * (i + .5):.1f}" y="{height - bottom + 11}" font-size="8" '
                   f'text-anchor="middle">{html.escape(name)}</text>')
    bar = slot * .7 / len(chart.series)
    for s, (name, series) in enumerate(chart.series.items()):
        colour = colours[s]
        points = []
        for i, value in enumerate(series):
            x = left + slot * i + slot * .15 + bar * s
            if chart.kind == "bars":
                out.append(f'<rect x="{x:.1f}" y="{y(value):.1f}" width="{bar:.1f}" height="{value * scale:.1f}" '
                           f'fill="{colour}"/>')
            points.append(f"{left + slot * (i + .5):.1f},{y(value):.1f}")
            if chart.labels:
                out.append(f'<text x="{x + bar / 2:.1f}" y="{y(value) - 2:.1f}" font-size="7" text-anchor="middle">'
                           f"{str(value).replace('.', ',')}</text>")
        if chart.kind == "lines":
            out.append(f'<polyline points="{" ".join(points)}" fill="none" stroke="{colour}" stroke-width="1.6"/>')
        out.append(f'<rect x="{left + 90 * s}" y="{height - 9}" width="7" height="7" fill="{colour}"/>'
                   f'<text x="{left + 90 * s + 11}" y="{height - 3}" font-size="8">{html.escape(name)}</text>')
    return "".join(out) + "</svg>"


def block_html(block):
    if isinstance(block, Heading):
        spaced = ' style="letter-spacing:.28em"' if block.spaced else ""
        return f"<h{block.level}{spaced}>{marked(block.text)}</h{block.level}>"
    if isinstance(block, Text):
        names = " ".join(n for n, on in (("box", block.box), ("bold", block.bold), ("small", block.small)) if on)
        return f'<p class="{names}">{marked(block.text)}</p>' if not block.box else boxed(block)
    if isinstance(block, Bullets):
        return "<ul>" + "".join(f"<li>{marked(item)}</li>" for item in block.items) + "</ul>"
    if isinstance(block, Contents):
        dots = '<span class="dots"></span>' if block.leaders else '<span class="space"></span>'
        return "".join(f'<div class="toc"><span>{marked(text)}</span>{dots}<span>{page}</span></div>'
                       for text, page in block.entries)
    if isinstance(block, Table):
        caption = f'<p class="small">{marked(block.caption)}</p>' if block.caption else ""
        notes = "".join(f'<p class="note">{marked(note)}</p>' for note in block.notes)
        size = block.style
        title = f'<p class="title">{marked(block.title)}</p>' if block.title else ""
        return (f'{title}{caption}<div style="font-size:{size.size}pt;--pv:{size.padding}pt;--ph:{size.gap}pt">'
                f"{table_html(block)}</div>{notes}")
    if isinstance(block, Chart):
        return chart_svg(block)
    if isinstance(block, Beside):
        return '<div class="beside">' + "".join(
            f"<div>{''.join(map(block_html, column))}</div>" for column in block.columns) + "</div>"
    if isinstance(block, Newspaper):
        return f'<div class="newspaper">{"".join(map(block_html, block.blocks))}</div>'
    if isinstance(block, Signatures):
        return '<table class="sign"><tr>' + "".join(f"<td>{html.escape(n)}<br>{html.escape(r)}</td>"
                                                    for n, r in block.names) + "</tr></table>"
    if isinstance(block, PageBreak):
        return '<div style="break-after:page"></div>'
    raise TypeError(block)


def boxed(block: Text):
    """Prose in a ruled box of two columns, as in a table of measures without figures."""
    rows = [part.split("|") for part in block.text.split("\n")]
    return '<table class="prose">' + "".join(
        "<tr>" + "".join(f"<td>{marked(cell.strip())}</td>" for cell in row) + "</tr>" for row in rows) + "</table>"


def document(report: Report):
    page = "A4 landscape" if report.landscape else "A4"
    return f"""<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>{html.escape(report.title)}</title><style>
@page {{ size:{page}; margin:22mm 20mm 20mm 20mm;
  @top-left {{ content:"{report.header}"; font:8.5pt {report.font}; color:#444 }}
  @bottom-left {{ content:"{report.footer}"; font:8pt {report.font}; color:#444 }}
  @bottom-right {{ content:"Sida " counter(page) " (" counter(pages) ")"; font:8pt {report.font} }} }}
body {{ font:{report.size}pt/1.35 "{report.font}"; margin:0 }}
h1 {{ font-size:17pt; margin:0 0 8pt }} h2 {{ font-size:13pt; margin:12pt 0 4pt }} h3 {{ font-size:11pt; margin:9pt 0 3pt }}
p {{ margin:0 0 6pt }} .bold,.title,.charttitle {{ font-weight:bold }} .title,.charttitle {{ margin:8pt 0 3pt; break-after:avoid }}
.small,.note {{ font-size:8.5pt }} .note {{ margin:2pt 0 }} sup {{ font-size:.65em; line-height:0 }}
table.t,table.prose {{ border-collapse:collapse; margin-bottom:6pt; line-height:1.18 }}
.t tr {{ break-inside:avoid }} .t td,.t th {{ padding:var(--pv) var(--ph) }}
.t.under {{ margin-top:-6pt }} table.prose td {{ border:.6pt solid #000; padding:3pt 5pt; vertical-align:top }}
.up {{ writing-mode:vertical-rl; transform:rotate(180deg); margin:auto; white-space:nowrap; text-align:left }}
.toc {{ display:flex }} .dots {{ flex:1; overflow:hidden; white-space:nowrap }} .space {{ flex:1 }}
.dots::after {{ content:" {'.' * 160}" }}
.beside {{ display:flex; gap:10mm }} .newspaper {{ columns:2; column-gap:8mm; text-align:justify }}
.sign {{ margin-top:34pt }} .sign td {{ border-top:.6pt solid #000; padding:3pt 24pt 0 0; width:70mm; font-size:9pt }}
</style></head><body>{''.join(map(block_html, report.blocks))}</body></html>"""


def typeset(report: Report, target: Path):
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "report.html")
        source.write_text(document(report), encoding="utf-8")
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
                   "--disable-background-networking", "--disable-component-update", "--disable-sync",
                   f"--user-data-dir={folder}/profile", "--no-pdf-header-footer", f"--print-to-pdf={target}"]
        command += [] if report.tagged else ["--disable-pdf-tagging"]
        subprocess.run([*command, source.as_uri()], check=True, capture_output=True, timeout=120)
