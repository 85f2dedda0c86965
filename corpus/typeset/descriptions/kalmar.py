"""Kalmar (0880), Omsorgsnämnden and Socialnämnden. All figures are invented."""
from model import *

YEAR = Report(
    slug="kalmar-socialnamnden-2023-12", municipality="Kalmar", code="0880", board="Socialnämnden",
    title="Verksamhetsuppföljning december 2023", period="2023-12", producer="groff", tagged=False,
    header="Kalmar kommun", footer="Socialnämnden", font="Times", size=11,
    hard="no rules at all, three number columns; rules at header and total; accounts in kr with U+2212 as minus",
    figures="invented",
    blocks=[
        Heading("Verksamhetsuppföljning december 2023"),
        Text("Socialnämnden i Kalmar kommun följer varje månad antalet anmälningar, utredningar och hushåll med "
             "ekonomiskt bistånd samt äldreomsorgens volymer."),
        Heading("Volymer per månad", 2),
        table("volymer", "Volymer 2023", '''
            Månad | Orosanmälningar | Hushåll ek. bistånd | Trygghetslarm | Brukare hemtjänst
            ---
            Januari | 201 | 911 | 2 087 | 1 466
            Februari | 188 | 908 | 2 090 | 1 471
            Mars | 224 | 915 | 2 098 | 1 475
            April | 179 | 902 | 2 101 | 1 478
            Maj | 218 | 890 | 2 104 | 1 480
            Juni | 176 | 884 | 2 111 | 1 474
            Juli | 97 | 889 | 2 106 | 1 469
            Augusti | 154 | 893 | 2 109 | 1 472
            September | 229 | 881 | 2 118 | 1 483
            Oktober | 236 | 876 | 2 123 | 1 485
            November | 241 | 879 | 2 127 | 1 490
            December | 190 | 882 | 2 131 | 1 488
            ''', rows=months(2023), section="Volymer per månad", style=Style(rules="none", gap=10, size=10)),
        Heading("Ekonomi", 2),
        table("resultat", "Resultat 2023, tkr", "Verksamhet | Budget | Utfall | Avvikelse\n---\n"
              + accounts([("Nämnd och förvaltning", 21400, 21918), ("Barn och familj", 214870, 223104),
                          ("Ekonomiskt bistånd", 98500, 96377), ("Vuxna", 101220, 99465)], total="Nettokostnader",
                         minus="−"),
              columns=["budget 2023 tkr", "utfall 2023 tkr", "avvikelse 2023 tkr"], kind="driftredovisning",
              section="Ekonomi", style=Style(rules="header-total", gap=10, size=10)),
        table("sjukfranvaro", "Sjukfrånvaro, procent", '''
            | Total sjukfrånvaro | Varav lång, över 59 dagar
            ---
            2021 | 8,1 | 41,2
            2022 | 8,6 | 38,9
            2023 | 7,2 | 37,5
            ''', columns="utfall . procent", rows=[". 2021 .", ". 2022 .", ". 2023 ."], kind="personal", section="Ekonomi",
              style=Style(rules="none", gap=10, size=10)),
    ])

REPORTS = [YEAR]
