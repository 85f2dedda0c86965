"""Alingsås (1489), Socialnämnden: tertial reports and annual accounts. All figures are invented."""
from model import *

HEAD = "Alingsås kommun"
T2 = "2023-01/2023-08"

TERTIAL = Report(
    slug="alingsas-socialnamnden-2023-08", municipality="Alingsås", code="1489", board="Socialnämnden",
    title="Tertialrapport 2 2023, socialnämnden", period="2023-01/2023-08", producer="writer", tagged=False,
    header=HEAD, footer="Socialnämnden, tertialrapport 2 2023", font="Caladea",
    hard="rules only at header and total; months as columns; negative money with the sign apart (`- 1 204`) ; two label "
         "columns; signature list",
    figures="invented",
    blocks=[
        Heading("Tertialrapport 2 2023"),
        Text("Socialnämnden i Alingsås kommun redovisar utfallet för perioden januari till augusti."),
        Heading("Volymer", 2),
        table("volymer", "Volymer individ- och familjeomsorg 2023", '''
             | Jan | Feb | Mars | April | Maj | Juni | Juli | Aug
            ---
            Inkomna orosanmälningar barn | 118 | 104 | 131 | 97 | 125 | 109 | 61 | 88
            Inledda utredningar | 41 | 38 | 46 | 35 | 44 | 33 | 20 | 29
            Hushåll med försörjningsstöd | 338 | 341 | 345 | 340 | 333 | 329 | 334 | 331
            Personer med hemtjänst | 771 | 768 | 774 | 779 | 781 | 780 | 776 | 782
            Trygghetslarm | 1 142 | 1 147 | 1 151 | 1 149 | 1 156 | 1 160 | 1 158 | 1 163
            ''', columns=[f"utfall 2023-{m:02d} antal" for m in range(1, 9)], section="Volymer",
              style=Style(rules="header-total", widths=(52,) + (14.5,) * 8)),
        Text("Antalet orosanmälningar är högre än föregående år. Hushållen med försörjningsstöd är i stort oförändrade."),
        Heading("Ekonomi", 2),
        table("ekonomi", "Budgetuppföljning januari-augusti 2023, tkr", "Verksamhet | Budget period | Utfall period | Avvikelse\n---\n"
              + accounts([("Nämnd och ledning", 9812, 9377), ("Individ- och familjeomsorg", 118420, 124033),
                          ("Ekonomiskt bistånd", 31250, 30812), ("Äldreomsorg", 298114, 301907),
                          ("Funktionsnedsättning", 167903, 165244)], total="Nettokostnad", minus="- "),
              columns=[f"budget {T2} tkr", f"utfall {T2} tkr", f"avvikelse {T2} tkr"], kind="driftredovisning",
              section="Ekonomi", style=Style(rules="header-total", widths=(64, 33, 33, 33))),
        Heading("Personal", 2),
        table("sjukfranvaro", "Sjukfrånvaro i procent av ordinarie arbetstid", '''
            Verksamhet | Grupp | Jan-aug 2023 | Jan-aug 2022
            ---
            Äldreomsorg | Kvinnor | 8,4 | 9,1
            ^ | Män | 6,6 | 7,0
            Funktionsnedsättning | Kvinnor | 7,9 | 8,3
            ^ | Män | 6,1 | 5,8
            * Förvaltningen totalt | Alla | 7,6 | 8,2
            ''', columns=[f"utfall {T2} procent", "utfall 2022-01/2022-08 procent"], kind="personal", section="Personal",
              stub=2, style=Style(rules="header-total", widths=(55, 30, 35, 35))),
        Signatures([("Anna Lindqvist", "Ordförande"), ("Per-Olof Ek", "Socialchef")]),
    ])

ANNUAL = Report(
    slug="alingsas-socialnamnden-2023-12", municipality="Alingsås", code="1489", board="Socialnämnden",
    title="Årsbokslut 2023, socialnämnden", period="2023", producer="chromium",
    header=HEAD, footer="Socialnämnden, årsbokslut 2023", font="Liberation Serif",
    hard="three-level boxhead with the stub head centred against it; horizontal rules; raised mark after a figure",
    figures="invented",
    blocks=[
        Heading("Årsbokslut 2023"),
        Text("Socialnämnden redovisar ett underskott om 6 812 tkr för året. Underskottet hör främst till placeringar av "
             "barn och unga och till äldreomsorgens bemanning."),
        table("ekonomi", "Driftredovisning, tkr", '''
            Verksamhet | 2023 | < | < | 2022 | <
            ^ | Helår | < | Avvikelse | Helår | <
            ^ | Budget | Utfall | ^ | Budget | Utfall
            ---
            Nämnd och ledning | 14 718 | 14 102 | 616 | 14 310 | 13 988
            Individ- och familjeomsorg | 177 630 | 185 921 | -8 291 | 171 402 | 178 655
            Ekonomiskt bistånd | 46 875 | 46 033 | 842 | 45 900 | 47 218
            Äldreomsorg | 447 171 | 451 870 | -4 699 | 431 066 | 438 104
            Funktionsnedsättning | 251 854 | 247 134 | 4 720 | 243 871 | 241 560
            * Summa nettokostnad | 938 248 | 945 060 | -6 812 | 906 549 | 919 525
            ''', columns=["budget 2023 tkr", "utfall 2023 tkr", "avvikelse 2023 tkr", "budget 2022 tkr", "utfall 2022 tkr"],
              kind="driftredovisning", style=Style(rules="horizontal", widths=(52, 22, 22, 22, 22, 22))),
        table("nyckeltal", "Nyckeltal", '''
            | 2021 | 2022 | 2023
            ---
            Inkomna orosanmälningar barn | 1 118 | 1 204 | 1 271
            Hushåll med försörjningsstöd, genomsnitt per månad | 352 | 344 | 335
            Personer med hemtjänst | 758 | 765 | 778
            Trygghetslarm | 1 098 | 1 131 | 1 162
            Sjukfrånvaro, procent | 8,9 | 8,3 | 7,7
            Kostnad per brukare i hemtjänst, tkr | 452,1 | 461,8 | 471,5^1
            ''', columns=["utfall 2021 antal", "utfall 2022 antal", "utfall 2023 antal"],
              rows=["", "", "", "", ". . procent", ". . tkr"], kind="indikatorer",
              notes=["1) Exklusive kostnader för trygghetslarm."],
              style=Style(rules="horizontal", widths=(80, 24, 24, 24))),
    ])

REPORTS = [TERTIAL, ANNUAL]
