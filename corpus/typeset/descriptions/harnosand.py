"""Härnösand (2280), Socialnämnden. All figures are invented."""
from model import *

YEAR = Report(
    slug="harnosand-socialnamnden-2023-12", municipality="Härnösand", code="2280", board="Socialnämnden",
    title="Månadsstatistik socialnämnden 2023", period="2023", producer="calc", header="Härnösands kommun",
    footer="Socialförvaltningen, månadsstatistik 2023", landscape=True,
    hard="a spreadsheet printed: landscape pages, indicators as rows and months as columns, group rows, `..` and `-`",
    figures="invented",
    blocks=[
        Heading("Månadsstatistik socialnämnden 2023"),
        table("statistik", "Verksamhetsstatistik 2023", '''
            | jan | feb | mar | apr | maj | jun | jul | aug | sep | okt | nov | dec
            ---
            # Individ- och familjeomsorg
            Anmälningar barn och unga | 78 | 71 | 83 | 66 | 80 | 69 | 34 | 57 | 85 | 88 | 91 | 70
            Ekonomiskt bistånd, antal hushåll | 431 | 428 | 433 | 426 | 419 | 415 | 421 | 420 | 412 | 409 | 411 | 407
            Placeringar i familjehem | 62 | 62 | 63 | 63 | 64 | 64 | 64 | 63 | 63 | 65 | 65 | 66
            Placeringar HVB | 9 | 9 | 8 | 8 | 8 | 7 | 7 | .. | 8 | 9 | 9 | 8
            # Äldreomsorg
            Vårdtagare i hemtjänst | 561 | 558 | 563 | 566 | 564 | 559 | 555 | 557 | 562 | 565 | 568 | 570
            Antal trygghetslarm | 903 | 905 | 908 | 911 | 909 | 912 | 910 | 914 | 917 | 921 | 920 | 924
            Betaldagar utskrivningsklara | 3 | - | 2 | - | - | 5 | 11 | 6 | 1 | - | 2 | 4
            ''', columns=[f"utfall 2023-{m:02d} antal" for m in range(1, 13)],
              style=Style(rules="grid", shade="#d9d9d9", size=9, widths=(62,) + (15,) * 12)),
        PageBreak(),
        Heading("Ekonomi och personal 2023"),
        table("ekonomi", "Resultaträkning, tkr", '''
            | Budget 2023 | Utfall 2023 | Avvikelse | Utfall 2022
            ---
            Intäkter | -88 400 | -91 233 | 2 833 | -90 118
            Personalkostnader | 402 710 | 409 155 | -6 445 | 391 204
            Övriga kostnader | 188 960 | 192 074 | -3 114 | 187 336
            * Nettokostnad | 503 270 | 509 996 | -6 726 | 488 422
            ''', columns=["budget 2023 tkr", "utfall 2023 tkr", "avvikelse 2023 tkr", "utfall 2022 tkr"],
              kind="driftredovisning", style=Style(rules="grid", size=9, widths=(62, 24, 24, 24, 24, 24))),
        table("sjukfranvaro", "Sjukfrånvaro %", '''
            | Kv 1 | Kv 2 | Kv 3 | Kv 4 | Helår
            ---
            Sjukfrånvaro totalt | 9,4 | 7,8 | 6,9 | 8,3 | 8,1
            ''', columns=["utfall 2023-01/2023-03 procent", "utfall 2023-04/2023-06 procent",
                          "utfall 2023-07/2023-09 procent", "utfall 2023-10/2023-12 procent", "utfall 2023 procent"],
              kind="personal", style=Style(rules="grid", size=9)),
    ])

REPORTS = [YEAR]
