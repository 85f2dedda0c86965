"""More years of municipalities that other descriptions have, so that series can be compared; all figures are invented."""
from model import *

MONTH = ["Januari", "Februari", "Mars", "April", "Maj", "Juni", "Juli", "Augusti", "September", "Oktober", "November",
         "December"]

ALINGSAS = Report(
    slug="alingsas-socialnamnden-2023-manader", municipality="Alingsås", code="1489", board="Socialnämnden",
    title="Månadsstatistik 2023, socialnämnden", period="2023", producer="weasy", tagged=False, header="Alingsås kommun",
    footer="Socialnämnden, månadsstatistik 2023", font="Liberation Sans",
    hard="zebra with horizontal rules; months as rows; the same months as in the tertial report, one of them revised",
    figures="invented",
    blocks=[
        Heading("Månadsstatistik 2023"),
        Text("Statistiken avser socialnämndens verksamheter i Alingsås kommun. Uppgiften för juli har reviderats."),
        table("ifo", "Individ- och familjeomsorg 2023", '''
            Månad | Inkomna//orosanmälningar barn | Inledda//utredningar | Hushåll med//försörjningsstöd
            ---
        ''' + lines_of(MONTH, [118, 104, 131, 97, 125, 109, 63, 88, 119, 108, 112, 97],
                       [41, 38, 46, 35, 44, 33, 20, 29, 42, 39, 41, 36],
                       [338, 341, 345, 340, 333, 329, 334, 331, 335, 337, 330, 327]),
              rows=months(2023), style=Style(rules="horizontal", zebra="#eef3e6", widths=(32, 44, 32, 36))),
        table("aldre", "Äldreomsorg 2023", '''
            Månad | Personer med//hemtjänst | Trygghetslarm | Beviljade timmar//hemtjänst
            ---
        ''' + lines_of(MONTH, [771, 768, 774, 779, 781, 780, 776, 782, 784, 781, 779, 783],
                       [1142, 1147, 1151, 1149, 1156, 1160, 1158, 1163, 1166, 1165, 1168, 1171],
                       invented(41, 23400, 700, 12)),
              columns=["utfall . antal", "utfall . antal", "utfall . timmar"], rows=months(2023),
              style=Style(rules="horizontal", zebra="#eef3e6", widths=(32, 44, 32, 36))),
    ])

KALMAR = Report(
    slug="kalmar-socialnamnden-2022-12", municipality="Kalmar", code="0880", board="Socialnämnden",
    title="Verksamhetsuppföljning december 2022", period="2022-12", producer="writer", tagged=False,
    header="Kalmar kommun", footer="Socialnämnden", font="Liberation Serif",
    hard="centred figures between horizontal rules; columns in another order than the year after",
    figures="invented",
    blocks=[
        Heading("Verksamhetsuppföljning december 2022"),
        Text("Socialnämnden i Kalmar kommun redovisar månadens volymer och årets resultat."),
        table("volymer", "Volymer 2022", '''
            Månad | Brukare hemtjänst | Trygghetslarm | Hushåll ek. bistånd | Orosanmälningar
            ---
        ''' + lines_of(MONTH, invented(51, 1450, 8, 12, 1.2), invented(52, 2040, 6, 12, 3.5),
                       invented(53, 948, 9, 12, -3.0), [188, 175, 210, 181, 204, 169, 88, 149, 215, 221, 226, 178]),
              rows=months(2022), style=Style(rules="horizontal", align="center", widths=(30, 35, 32, 36, 34))),
        table("resultat", "Resultat 2022, tkr", "Verksamhet | Budget | Utfall | Avvikelse\n---\n"
              + accounts([("Nämnd och förvaltning", 20900, 20455), ("Barn och familj", 205410, 211876),
                          ("Ekonomiskt bistånd", 99100, 97312), ("Vuxna", 98400, 97020)], total="Nettokostnader"),
              columns=["budget 2022 tkr", "utfall 2022 tkr", "avvikelse 2022 tkr"], kind="driftredovisning",
              style=Style(rules="horizontal", align="center", widths=(60, 34, 34, 34))),
    ])

HARNOSAND = Report(
    slug="harnosand-socialnamnden-2022-12", municipality="Härnösand", code="2280", board="Socialnämnden",
    title="Månadsstatistik socialnämnden 2022", period="2022", producer="calc", tagged=False, header="Härnösands kommun",
    footer="Socialförvaltningen, månadsstatistik 2022", landscape=True,
    hard="a spreadsheet without grid lines or tags: indicators as rows, months as columns, shaded group rows",
    figures="invented",
    blocks=[
        Heading("Månadsstatistik socialnämnden 2022"),
        table("statistik", "Verksamhetsstatistik 2022", '''
            | jan | feb | mar | apr | maj | jun | jul | aug | sep | okt | nov | dec
            ---
            # Individ- och familjeomsorg
            Anmälningar barn och unga | 70 | 66 | 79 | 61 | 77 | 63 | 30 | 51 | 80 | 83 | 86 | 64
            Ekonomiskt bistånd, antal hushåll | 455 | 453 | 451 | 449 | 446 | 444 | 447 | 445 | 440 | 437 | 435 | 433
            # Äldreomsorg
            Vårdtagare i hemtjänst | 549 | 551 | 552 | 550 | 553 | 555 | 551 | 552 | 556 | 558 | 557 | 560
            Antal trygghetslarm | 871 | 874 | 878 | 880 | 883 | 885 | 884 | 888 | 891 | 895 | 898 | 900
            ''', columns=[f"utfall 2022-{m:02d} antal" for m in range(1, 13)],
              style=Style(rules="none", shade="#d9d9d9", size=9, widths=(62,) + (15,) * 12)),
        table("ekonomi", "Resultaträkning 2022, tkr", '''
            | Budget | Utfall | Diff
            ---
            Intäkter | -86 900 | -90 118 | 3 218
            Personalkostnader | 388 410 | 391 204 | -2 794
            Övriga kostnader | 183 600 | 187 336 | -3 736
            * Nettokostnad | 485 110 | 488 422 | -3 312
            ''', columns=["budget 2022 tkr", "utfall 2022 tkr", "avvikelse 2022 tkr"], kind="driftredovisning",
              style=Style(rules="none", shade="#d9d9d9", size=9, widths=(62, 15, 15, 15))),
    ])

MOTALA = Report(
    slug="motala-socialnamnden-2023-09", municipality="Motala", code="0583", board="Socialnämnden",
    title="Ekonomisk uppföljning september 2023", period="2023-09", producer="latex", tagged=False,
    header="Motala kommun", footer="Socialnämnden", font="Times",
    hard="thousands parted by a kern only (no space character); three-line heads; zebra rows",
    figures="invented",
    blocks=[
        Heading("Ekonomisk uppföljning september 2023"),
        Text("Utfallet avser perioden januari till september 2023. Belopp i tusental kronor."),
        table("ekonomi", "Ekonomiskt utfall januari-september 2023, tkr", "Verksamhet | Budget | Utfall | Avvikelse\n---\n"
              + accounts([("Barn och unga", 71250, 74918), ("Vuxna och missbruk", 38400, 36972),
                          ("Ekonomiskt bistånd", 44100, 45833), ("Stab", 9120, 8804)], group="\u202f"),
              columns=["budget 2023-01/2023-09 tkr", "utfall 2023-01/2023-09 tkr", "avvikelse 2023-01/2023-09 tkr"],
              kind="driftredovisning", style=Style(rules="booktabs", zebra="#ececec", gap=9)),
        table("bistand", "Ekonomiskt bistånd", '''
             | Jul 2023 | Aug 2023 | Sep 2023
            ---
            Antal hushåll | 1\u202f102 | 1\u202f098 | 1\u202f087
            Utbetalt bistånd, tkr | 4\u202f871 | 4\u202f902 | 4\u202f815
            Antal orosanmälningar | 71 | 108 | 131
            ''', columns=["utfall 2023-07 antal", "utfall 2023-08 antal", "utfall 2023-09 antal"],
              rows=["", ". . tkr", ""], style=Style(rules="booktabs", gap=9)),
    ])

REPORTS = [ALINGSAS, KALMAR, HARNOSAND, MOTALA]
