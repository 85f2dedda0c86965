"""Reports of other municipalities, each with layouts that are hard to read. All figures are invented."""
from model import *

OREBRO = Report(
    slug="orebro-socialnamnden-2023", municipality="Örebro", code="1880", board="Socialnämnden",
    title="Årsberättelse 2023", period="2023", producer="latex", tagged=False, header="Örebro kommun",
    footer="Socialnämnden, årsberättelse 2023", font="Times",
    hard="booktabs with part rules; `Budget` and `Avvikelse` twice in one table; group rows; bar chart in LaTeX without a "
         "data table",
    figures="invented",
    blocks=[
        Heading("Årsberättelse 2023"),
        Text("Socialnämnden i Örebro kommun lämnar härmed sin årsberättelse. Diagrammet visar antalet inkomna "
             "orosanmälningar per kvartal de två senaste åren."),
        Chart("Orosanmälningar per kvartal", "bars", ["Kv 1", "Kv 2", "Kv 3", "Kv 4"],
              {"2022": [1210, 1105, 870, 1260], "2023": [1288, 1170, 905, 1301]}),
        table("drift-investering", "Drift och investeringar 2023, tkr", '''
             | Drift | < | < | Investering | < | <
             | Budget | Utfall | Avvikelse | Budget | Utfall | Avvikelse
            ---
            # Individ- och familjeomsorg
            Barn och unga | 412 300 | 420 915 | -8 615 | 1 200 | 1 104 | 96
            Vuxna | 198 450 | 196 020 | 2 430 | 300 | 0 | 300
            # Funktionsstöd
            Boende | 530 118 | 528 744 | 1 374 | 4 500 | 4 918 | -418
            Daglig verksamhet | 141 207 | 143 390 | -2 183 | 750 | 633 | 117
            * Totalt | 1 282 075 | 1 289 069 | -6 994 | 6 750 | 6 655 | 95
            ''', columns=["budget 2023 tkr", "utfall 2023 tkr", "avvikelse 2023 tkr"] * 2, kind="driftredovisning",
              style=Style(rules="booktabs", gap=6)),
        table("nyckeltal", "Nyckeltal", '''
             | Utfall | < | Mål
             | 2022 | 2023 | 2023
            ---
            Sjukfrånvaro (%) | 8,8 | 8,1 | 7,5
            Hushåll med ekonomiskt bistånd | 2 844 | 2 790 | 2 700
            Inkomna orosanmälningar | 4 445 | 4 664 |
            ''', columns=["utfall 2022 antal", "utfall 2023 antal", "målvärde 2023 antal"],
              rows=[". . procent", "", ""], kind="indikatorer", style=Style(rules="booktabs", gap=8)),
    ])

GOTLAND = Report(
    slug="gotland-socialnamnden-2022-08", municipality="Gotland", code="0980", board="Socialnämnden",
    title="Delårsrapport 2 2022", period="2022-01/2022-08", producer="chromium", tagged=False, header="Region Gotland",
    footer="Socialnämnden, delårsrapport 2 2022", font="DejaVu Sans", size=9.5,
    hard="double rules in both directions; a municipality that calls itself Region; parentheses and trailing minus as "
         "signs; `<5`, `..`, `x`",
    figures="invented",
    blocks=[
        Heading("Delårsrapport 2 2022"),
        Text("Socialnämnden, Region Gotland, januari-augusti 2022. Tecknet .. betyder att uppgift saknas, x att uppgiften inte är aktuell och "
             "<5 att antalet är sekretessbelagt."),
        table("ekonomi", "Ekonomiskt utfall januari-augusti 2022, tkr", '''
             | Budget | Utfall | Avvikelse
            ---
            Ordinärt boende äldre | 221 440 | 226 803 | (5 363)
            Särskilt boende äldre | 318 212 | 315 900 | 2 312
            Individ- och familjeomsorg | 164 055 | 170 118 | (6 063)
            * Summa | 703 707 | 712 821 | (9 114)
            ''', columns=["budget 2022-01/2022-08 tkr", "utfall 2022-01/2022-08 tkr", "avvikelse 2022-01/2022-08 tkr"],
              kind="driftredovisning", style=Style(rules="double", widths=(62, 30, 30, 30))),
        table("insatser", "Insatser, antal personer", '''
             | 2020 | 2021 | Aug 2022
            ---
            Hemtjänst | 1 311 | 1 298 | 1 304
            Trygghetslarm | 1 877 | 1 902 | 1 931
            Hushåll med ekonomiskt bistånd | 588 | 561 | 549
            Placerade på SiS | <5 | <5 | 6
            Väntande på särskilt boende | .. | 31 | 44
            Ensamkommande barn | 12 | 7 | x
            ''', columns=["utfall 2020 antal", "utfall 2021 antal", "utfall 2022-08 antal"],
              style=Style(rules="double", widths=(62, 30, 30, 30))),
        table("forandring", "Förändring av nettokostnad, mnkr", '''
             | 2021 | 2022
            ---
            Löneökningar | 14,2- | 15,9-
            Effektiviseringar | 6,1 | 8,4
            Nya boenden | 3,0- | 7,5-
            ''', columns=["utfall 2021 mnkr", "utfall 2022 mnkr"], kind="driftredovisning",
              style=Style(rules="double", widths=(62, 30, 30))),
    ])

LABELS = [("Antal personer med beslut om hemtjänst i ordinärt boende under månaden", 402, 396),
          ("Trygghetslarm", 655, 648),
          ("Antal hushåll som beviljats ekonomiskt bistånd någon gång under månaden", 219, 231),
          ("Inkomna orosanmälningar avseende barn och unga, inklusive återaktualiseringar inom tolv månader", 57, 49),
          ("Placerade barn", 38, 40),
          ("Väntetid till särskilt boende, genomsnittligt antal dagar från ansökan", 61, 74),
          ("Personer i daglig verksamhet", 96, 95)]


def wrapped(name, valign, line_padding, title, share):
    """`share`: this district's part of the municipality's figures, in percent."""
    return table(name, title, " | Mars 2023 | Mars 2022\n---\n" + lines_of(
        [label for label, _, _ in LABELS], [n * share // 100 for _, n, _ in LABELS],
        [n * share // 100 for _, _, n in LABELS]),
                 columns=["utfall 2023-03 antal", "utfall 2022-03 antal"],
                 rows=["", "", "", "", "", ". . dagar", ""],
                 style=Style(rules="none", valign=valign, padding=line_padding, widths=(48, 24, 24)))


OSTERSUND = Report(
    slug="ostersund-vard-och-omsorgsnamnden-2023-03", municipality="Östersund", code="2380",
    board="Vård- och omsorgsnämnden", title="Månadsrapport mars 2023", period="2023-03", producer="chromium",
    tagged=False, header="Östersunds kommun", footer="Månadsrapport mars 2023",
    hard="labels of several lines with the figures on the first, middle or last line, without rules, at row pitches of "
         "1.1, 1.4 and 1.6 line pitches",
    figures="invented",
    blocks=[
        Heading("Månadsrapport mars 2023"),
        Text("Vård- och omsorgsnämnden följer varje månad ett antal volymmått för norra, södra och centrala distriktet."),
        wrapped("norra", "top", 2.6, "Norra distriktet", 100),
        wrapped("sodra", "middle", 3.4, "Södra distriktet", 82),
        PageBreak(),
        wrapped("centrala", "bottom", 0.6, "Centrala distriktet", 147),
    ])

BORAS = Report(
    slug="boras-sociala-omsorgsnamnden-2022-12", municipality="Borås", code="1490", board="Sociala omsorgsnämnden",
    title="Volymuppföljning 2022", period="2022-12", producer="chromium", header="Borås Stad",
    footer="Sociala omsorgsnämnden", font="Carlito",
    hard="tables side by side on common baselines, and stacked with a caption line between",
    figures="invented",
    blocks=[
        Heading("Volymuppföljning 2022"),
        Text("Volymerna redovisas per kvartal. Tabellerna till vänster avser barn och unga, till höger vuxna."),
        Beside([[table("barn", "Barn och unga", '''
                  | Kv 1 | Kv 2 | Kv 3 | Kv 4
                ---
                Orosanmälningar | 612 | 574 | 431 | 655
                Utredningar | 188 | 171 | 140 | 196
                Familjehem | 143 | 145 | 149 | 150
                HVB | 21 | 19 | 18 | 22
            ''', columns=["utfall 2022-01/2022-03 antal", "utfall 2022-04/2022-06 antal", "utfall 2022-07/2022-09 antal",
                          "utfall 2022-10/2022-12 antal"], style=Style(rules="header-total", widths=(30, 11, 11, 11, 11),
                                                                       size=8.5))],
                [table("vuxna", "Vuxna", '''
                  | Kv 1 | Kv 2 | Kv 3 | Kv 4
                ---
                Missbruk | 77 | 80 | 74 | 79
                Boendestöd | 304 | 309 | 311 | 316
                Kontaktperson | 121 | 118 | 119 | 117
                Skyddat boende | 14 | 11 | 16 | 13
            ''', columns=["utfall 2022-01/2022-03 antal", "utfall 2022-04/2022-06 antal", "utfall 2022-07/2022-09 antal",
                          "utfall 2022-10/2022-12 antal"], style=Style(rules="header-total", widths=(30, 11, 11, 11, 11),
                                                                       size=8.5))]]),
        table("forsorjningsstod", "Tabell 3. Hushåll med försörjningsstöd", '''
             | Jan | Feb | Mar | Apr | Maj | Jun
            ---
            Antal hushåll | 1 204 | 1 198 | 1 187 | 1 176 | 1 160 | 1 151
            Varav unga vuxna | 211 | 208 | 204 | 199 | 190 | 188
            ''', columns=[f"utfall 2022-{m:02d} antal" for m in range(1, 7)],
              style=Style(rules="grid", widths=(40,) + (18,) * 6)),
        table("sjukfranvaro", "Tabell 4. Sjukfrånvaro i procent", '''
             | Jan | Feb | Mar | Apr | Maj | Jun
            ---
            Månadsavlönade | 12,4 | 11,9 | 9,8 | 8,2 | 7,4 | 6,9
            Timavlönade | 5,1 | 4,8 | 4,4 | 3,9 | 3,7 | 3,2
            ''', columns=[f"utfall 2022-{m:02d} procent" for m in range(1, 7)], kind="personal",
              style=Style(rules="grid", widths=(40,) + (18,) * 6)),
    ])

KIRUNA = Report(
    slug="kiruna-socialnamnden-2021-12", municipality="Kiruna", code="2584", board="Socialnämnden",
    title="Bokslut 2021", period="2021", producer="groff", tagged=False, header="Kiruna kommun", footer="Bokslut 2021",
    font="Times", size=10,
    hard="columns one space apart (`81 726 -1 000`) with a sum row; `varav` rows; ASCII minus beside grouped thousands",
    figures="invented",
    blocks=[
        Heading("Bokslut 2021"),
        Text("Nämndens verksamheter redovisas netto i tusental kronor. Avvikelsen är budget minus utfall."),
        table("drift", "Driftredovisning, tkr", "Verksamhet | Budget | Utfall | Avvikelse\n---\n" + accounts(
            [("Ledning", 12730, 12404), ("Äldreomsorg", 181260, 187905), ("Funktionsnedsättning", 80726, 81726),
             ("Individ- och familjeomsorg", 64210, 66388), ("Ekonomiskt bistånd", 14800, 13977)], total="Summa"),
              columns=["budget 2021 tkr", "utfall 2021 tkr", "avvikelse 2021 tkr"], kind="driftredovisning",
              style=Style(rules="none", gap=2.5, size=10)),
        table("personal", "Personal", '''
              | 2021 | 2020 | 2019
            ---
            Antal årsarbetare | 712 | 705 | 698
            > varav visstid | 88 | 91 | 84
            > varav timavlönade | 61 | 57 | 66
            Sjukfrånvaro, procent | 9,3 | 10,1 | 7,4
            ''', columns=["utfall 2021 antal", "utfall 2020 antal", "utfall 2019 antal"],
              rows=["", "", "", ". . procent"], kind="personal", style=Style(rules="header-total", gap=5, size=10)),
        table("bistand", "Utbetalt ekonomiskt bistånd, kr", '''
            Månad | 2021 | 2020
            ---
            Januari | 1 104 512 | 1 088 230
            Februari | 1 087 004 | 1 096 118
            Mars | 1 121 950 | 1 131 407
            ''', columns=["utfall 2021 kr", "utfall 2020 kr"], kind="verksamhetsstatistik",
              style=Style(rules="none", gap=2.5, size=10), rows=[". 01 .", ". 02 .", ". 03 ."]),
    ])

YSTAD_MEASURES = "Mål | Vad har vi gjort under året och vad blev resultatet?\n" + "\n".join(
    f"{goal} | {text}" for goal, text in [
        ("Trygg ålderdom", "Under året har 14 enheter deltagit i utbildningen och 3 nya arbetssätt prövats. Brukarna har "
         "erbjudits fast omsorgskontakt, vilket 82 procent har tackat ja till. Arbetet fortsätter 2024."),
        ("Hållbart arbetsliv", "Sjukfrånvaron har följts upp varje månad. Fyra arbetsplatser med frånvaro över 10 procent "
         "har fått stöd av HR. En handlingsplan med 7 punkter har beslutats av nämnden i oktober 2023."),
        ("Digital utveckling", "Digitala lås har införts hos 310 brukare och läkemedelsrobotar hos 45. Införandet har "
         "försenats av leveransproblem men beräknas vara klart i mars 2024."),
        ("Ekonomi i balans", "En åtgärdsplan om 9 mnkr har genomförts. Kvarstående underskott beror på köpta platser. "
         "Nämnden har begärt tilläggsanslag för 2 boenden."),
        ("Samverkan", "Under 2023 har 5 möten hållits med regionen om utskrivningsklara patienter. Antalet dagar med "
         "betalningsansvar har minskat från 61 till 12."),
        ("Delaktighet", "Brukarråd har hållits vid 11 enheter. Resultatet i den nationella undersökningen 2023 är 78 procent "
         "nöjda, mot 81 procent året innan. Åtgärder har beslutats vid 4 enheter och följs upp i april."),
        ("Kvalitet", "Antalet rapporterade avvikelser är 1 412. Av dem gäller 640 fall och 388 läkemedel. Händelseanalys har "
         "gjorts i 9 fall och 2 händelser har anmälts enligt lex Sarah."),
        ("Anhörigstöd", "Träffpunkterna har haft 1 870 besök. Anhörigdagen i oktober samlade 95 personer och en "
         "webbutbildning i 6 delar har tagits fram tillsammans med grannkommunerna."),
        ("Nutrition", "Nattfastan har mätts vid 2 tillfällen. Andelen med fasta under 11 timmar har ökat från 41 till 58 "
         "procent. Målet på 65 procent nås inte förrän 2024."),
        ("Säkerhet", "Brandskyddsronder har gjorts vid samtliga 12 boenden. Reservkraft saknas vid 3 av dem, och en plan med "
         "kostnader om 2,4 mnkr har lämnats till kommunstyrelsen."),
        ("Lokaler", "Ombyggnaden av köket blev klar i maj. Två avdelningar med 16 platser har evakuerats under 10 veckor."),
        ("Kompetens", "Av 64 undersköterskor i validering har 51 fått bevis. Rekryteringen av sjuksköterskor är fortsatt "
         "svår och 6 tjänster var vakanta vid årets slut."),
    ])

YSTAD = Report(
    slug="ystad-vard-och-omsorgsnamnden-2023", municipality="Ystad", code="1286", board="Vård- och omsorgsnämnden",
    title="Verksamhetsberättelse 2023", period="2023", producer="writer", header="Ystads kommun",
    footer="Verksamhetsberättelse 2023", font="Caladea", size=11,
    hard="bordered prose in two columns over a page break, full of numbers that are no table figures; signature list; "
         "contents with leaders",
    figures="invented",
    blocks=[
        Heading("Verksamhetsberättelse 2023"),
        Contents([("Inledning", "1"), ("Måluppfyllelse", "1"), ("Ekonomi och volymer", "2"), ("Underskrifter", "2")]),
        Heading("Inledning", 2),
        Text("Vård- och omsorgsnämnden ansvarar för äldreomsorg, hälso- och sjukvård och stöd till personer med "
             "funktionsnedsättning. Nämnden har haft ett år präglat av hög efterfrågan och bemanningssvårigheter. "
             "Befolkningen över 80 år väntas öka varje år under resten av årtiondet."),
        Text("Nämndens uppdrag framgår av reglementet. Under året har nämnden haft tio sammanträden och två dialogdagar "
             "med pensionärsrådet och rådet för funktionshinderfrågor. Kommunens revisorer har granskat nämndens "
             "interna kontroll utan anmärkning. Förvaltningen har fått en ny organisation med tre avdelningar."),
        Text("Lagändringen om fast omsorgskontakt gäller sedan sommaren och har inneburit att arbetssätten i hemtjänsten "
             "har setts över. Alla brukare har fått information och möjlighet att välja kontakt."),
        Heading("Måluppfyllelse", 2),
        Text(YSTAD_MEASURES, box=True),
        Heading("Ekonomi och volymer", 2),
        table("ekonomi", "Nettokostnad per verksamhet, mnkr", '''
            Verksamhet | Budget 2023 | Utfall 2023 | Avvikelse
            ---
            Äldreomsorg | 412,0 | 418,6 | -6,6
            Hälso- och sjukvård | 71,4 | 73,0 | -1,6
            Funktionsnedsättning | 188,9 | 187,2 | 1,7
            * Summa | 672,3 | 678,8 | -6,5
            ''', columns=["budget 2023 mnkr", "utfall 2023 mnkr", "avvikelse 2023 mnkr"], kind="driftredovisning",
              section="Ekonomi och volymer", style=Style(rules="grid", widths=(62, 30, 30, 30))),
        table("volymer", "Volymer", '''
            Insats | 2022 | 2023
            ---
            Hemtjänsttagare | 688 | 702
            Trygghetslarm | 1 019 | 1 043
            Belagda platser i särskilt boende | 341 | 338
            ''', columns=["utfall 2022 antal", "utfall 2023 antal"], section="Ekonomi och volymer",
              style=Style(rules="grid", widths=(62, 30, 30))),
        Heading("Underskrifter", 2),
        Signatures([("Birgitta Holm", "Ordförande"), ("Lars Nyberg", "Förvaltningschef")]),
    ])

LULEA_NAMES = ["Centrum", "Björkskatan", "Hertsön", "Örnäset", "Porsön", "Råneå", "Gammelstad", "Bergnäset", "Södra hamn",
               "Kronan", "Mjölkudden", "Sunderbyn", "Antnäs", "Alvik", "Klöverträsk", "Persön"]
AGES = [f"{age} år" for age in range(40)]


def continued(mode, at, *series):
    lines = lines_of(LULEA_NAMES, *series).splitlines()
    lines[at] = f"@{mode} " + lines[at]
    return "\n".join(lines) + "\n"


def quarters(title, seed, base):
    return Chart(title, "bars", ["Kv 1", "Kv 2", "Kv 3", "Kv 4"],
                 {str(year): invented(seed + year, base, base // 8, 4) for year in (2022, 2023)})


LULEA = Report(
    slug="lulea-socialnamnden-2023", municipality="Luleå", code="2580", board="Socialnämnden",
    title="Områdesstatistik 2023", period="2023", producer="chromium", tagged=False, header="Luleå kommun",
    footer="Socialförvaltningen", font="Carlito",
    hard="tables that go on over the page: without boxhead, with a blanked boxhead, sideways with year columns that stand "
         "without row labels; charts above them",
    figures="invented",
    blocks=[
        Heading("Områdesstatistik 2023"),
        Text("Statistiken redovisas per område. Vissa tabeller fortsätter på nästa sida."),
        quarters("Beviljade ansökningar om hemtjänst", 31, 460), quarters("Avslutade insatser", 32, 380),
        table("hemtjanst", "Personer med hemtjänst per område", "Område | 2021 | 2022 | 2023\n---\n" + continued(
            "bare", 11, invented(1, 90, 40, 16), invented(2, 92, 40, 16), invented(3, 95, 40, 16)),
              columns=["utfall 2021 antal", "utfall 2022 antal", "utfall 2023 antal"],
              style=Style(rules="grid", widths=(50, 25, 25, 25))),
        quarters("Nya trygghetslarm", 33, 210), quarters("Återlämnade trygghetslarm", 34, 190),
        table("larm", "Trygghetslarm per område", "Område | 2021 | 2022 | 2023\n---\n" + continued(
            "blank", 8, invented(4, 140, 60, 16), invented(5, 142, 60, 16), invented(6, 145, 60, 16)),
              columns=["utfall 2021 antal", "utfall 2022 antal", "utfall 2023 antal"],
              style=Style(rules="grid", widths=(50, 25, 25, 25))),
        PageBreak(),
        table("befolkning", "Befolkningsprognos efter ålder",
              "Ålder | " + " | ".join(map(str, range(2024, 2034))) + "\n---\n" + lines_of(
                  AGES, *(invented(20 + y, 880 + 4 * y, 90, 40) for y in range(10))),
              columns=[f"prognos {year} ." for year in range(2024, 2034)], kind="volymutveckling", sideways_after=5,
              style=Style(rules="horizontal", widths=(40,) + (20,) * 10)),
    ])

VARBERG = Report(
    slug="varberg-socialnamnden-2022", municipality="Varberg", code="1383", board="Socialnämnden",
    title="Årsredovisning 2022, socialnämnden", period="2022", producer="latex", tagged=False, header="Varbergs kommun",
    footer="Årsredovisning 2022", font="Times",
    hard="a table within text set in two columns; prose that could pass for columns; booktabs without part rules",
    figures="invented",
    blocks=[
        Heading("Socialnämnden"),
        Newspaper([
            Text("Socialnämndens verksamhet omfattar myndighetsutövning, vård och omsorg om äldre samt stöd till barn, "
                 "unga och vuxna. Året har präglats av en ökad tillströmning av ärenden, framför allt under hösten. "
                 "Handläggningstiderna har ändå kunnat hållas inom de lagstadgade gränserna."),
            Text("Bemanningen har varit ansträngd. Antalet inhyrda socionomer har minskat från nio till fyra, och "
                 "nämnden har infört en modell för introduktion av nyanställda. Medarbetarenkäten visar ett något högre "
                 "engagemang än föregående år."),
            table("nyckeltal", "Nyckeltal socialnämnden", '''
                  | 2021 | 2022
                ---
                Orosanmälningar | 1 356 | 1 422
                Utredningar barn | 511 | 498
                Bidragshushåll | 604 | 587
                Trygghetslarm | 1 688 | 1 720
                Sjukfrånvaro, % | 8,0 | 8,9
                ''', columns=["utfall 2021 antal", "utfall 2022 antal"], rows=["", "", "", "", ". . procent"],
                  kind="indikatorer", style=Style(rules="booktabs", gap=6)),
            Text("Behovet av särskilt boende har varit lägre än väntat, medan korttidsplatserna varit fullbelagda. "
                 "Samverkan med regionen om utskrivningsklara har fördjupats och väntetiderna har kortats."),
            Text("Inför kommande år planeras ett nytt boende för vuxna med samsjuklighet, och en översyn av avgifterna "
                 "har inletts. Nämnden bedömer att målen i huvudsak är uppfyllda och att ekonomin är i balans, trots "
                 "ökade priser på livsmedel, energi och transporter."),
        ]),
        table("resultat", "Resultaträkning, mnkr", '''
              | Budget 2022 | Utfall 2022 | Avvikelse
            ---
            Intäkter | 141,2 | 149,8 | 8,6
            Kostnader | -1 188,4 | -1 203,9 | -15,5
            * Nettokostnad | -1 047,2 | -1 054,1 | -6,9
            ''', columns=["budget 2022 mnkr", "utfall 2022 mnkr", "avvikelse 2022 mnkr"], kind="driftredovisning",
              style=Style(rules="booktabs", gap=8)),
    ])

TRANAS = Report(
    slug="tranas-socialnamnden-2023-10", municipality="Tranås", code="0687", board="Socialnämnden",
    title="Internkontroll och indikatorer oktober 2023", period="2023-10", producer="chromium", tagged=False,
    header="Tranås kommun", footer="Socialnämnden", landscape=True, font="Liberation Sans", size=10,
    hard="landscape; boxhead rotated by 90°; cells of several lines in every column; figures left-aligned and centred; "
         "words where figures stand (`Stängt`, `0 eller bättre`, `ung 116 000`)",
    figures="invented",
    blocks=[
        Heading("Internkontroll och indikatorer oktober 2023"),
        table("bemanning", "Bemanning per enhet, antal", '''
            Enhet | Månadsavlönade | Timavlönade | Vakanta tjänster | Sjukskrivna över 59 dagar | Inhyrd personal
            ---
            Hemtjänst norr | 42 | 11 | 3 | 2 | 0
            Hemtjänst söder | 39 | 14 | 1 | 4 | 0
            Hjälmaregården | 51 | 9 | 2 | 3 | 1
            Nattpatrullen | 12 | 6 | 0 | 1 | 0
            ''', columns="utfall 2023-10 antal",
              style=Style(rules="grid", align="center", rotate_head=True, widths=(50, 16, 16, 16, 16, 16))),
        table("kontroll", "Kontrollmoment", '''
            Område | Kontrollmoment | Granskade ärenden | Avvikelser | Åtgärd
            ---
            Delegation | Beslut fattade enligt gällande delegationsordning och anmälda till nämnden inom föreskriven tid | 40 | 2 | Genomgång med enhetscheferna vid nästa möte i november månad
            Dokumentation | Genomförandeplaner upprättade inom två veckor efter att insatsen har påbörjats | 60 | 11 | Ny rutin och stickprov varje månad under våren
            Avgifter | Rätt avgift debiterad enligt beslut, inkomst och gällande maxtaxa | 75 | 0 | Ingen åtgärd, kontrollen upprepas nästa år
            Läkemedel | Signeringslistor ifyllda och kontrollerade av sjuksköterska | 30 | 4 | Utbildning för delegerad personal
            ''', columns=["utfall 2023-10 antal", ". 2023-10 antal", ". . ."], kind="indikatorer", stub=2,
              style=Style(rules="grid", align="left", widths=(34, 68, 30, 26, 68))),
        PageBreak(),
        table("indikatorer", "Indikatorer", '''
            Indikator | Mål 2023 | Utfall okt 2023 | Utfall 2022
            ---
            Öppna förskolan, besök | 4 000 | Stängt | 3 871
            Andel ej verkställda beslut, procent | 0 eller bättre | 1,4 | 2,2
            Kostnad per placeringsdygn, kr | bestäms senare | 4 850 | 4 612
            Utbetalt bistånd per månad, kr | | ung 116 000 | 121 400
            Hushåll med ekonomiskt bistånd | 150 | 158 | 163
            Avvikelser läkemedel | Topp 3 | 17 | 22
            ''', columns=["målvärde 2023 antal", "utfall 2023-10 antal", "utfall 2022 antal"], kind="indikatorer",
              rows=["", ". . procent", ". . kr", ". . kr", "", ""],
              style=Style(rules="horizontal", align="left", widths=(80, 40, 40, 40))),
    ])

SALA = Report(
    slug="sala-vard-och-omsorgsnamnden-2023-09", municipality="Sala", code="1981", board="Vård- och omsorgsnämnden",
    title="Månadsuppföljning september 2023", period="2023-09", producer="chromium", header="Sala kommun",
    footer="Vård- och omsorgsnämnden", font="Carlito",
    hard="tags that are not to be trusted: ragged rows, a boxhead outside its table, a table inside a Figure",
    figures="invented",
    blocks=[
        Heading("Månadsuppföljning september 2023"),
        Text("Uppföljningen avser volymer och ekonomi till och med september."),
        table("volymer", "Volymer", '''
            Insats | Jul | Aug | Sep
            ---
            # Äldre
            Hemtjänst | 402 | 405 | 411
            Trygghetslarm | 588 | 590 | 594
            Växelvård | 12 | 9 |
            # Funktionsnedsättning
            Daglig verksamhet | 101 | 103 | 104
            Ledsagning | 14 | |
            ''', columns=["utfall 2023-07 antal", "utfall 2023-08 antal", "utfall 2023-09 antal"],
              style=Style(rules="grid", tags="ragged", widths=(60, 25, 25, 25))),
        table("ekonomi", "Ekonomi januari-september, tkr", '''
            Verksamhet | Budget | Utfall | Avvikelse
            ---
            Äldreomsorg | 148 200 | 151 318 | -3 118
            Funktionsnedsättning | 77 410 | 76 002 | 1 408
            * Summa | 225 610 | 227 320 | -1 710
            ''', columns=["budget 2023-01/2023-09 tkr", "utfall 2023-01/2023-09 tkr", "avvikelse 2023-01/2023-09 tkr"],
              kind="driftredovisning", style=Style(rules="grid", tags="headless", widths=(60, 25, 25, 25))),
        table("sjukfranvaro", "Sjukfrånvaro, procent", '''
            Enhet | 2021 | 2022 | Jan-sep 2023
            ---
            Hemtjänst | 9,1 | 9,8 | 8,8
            Särskilt boende | 10,2 | 10,9 | 9,4
            Förvaltningen | 9,0 | 9,7 | 8,6
            ''', columns=["utfall 2021 procent", "utfall 2022 procent", "utfall 2023-01/2023-09 procent"], kind="personal",
              style=Style(rules="grid", tags="figure", widths=(60, 25, 25, 25))),
    ])

NYKOPING = Report(
    slug="nykoping-socialnamnden-2023-04", municipality="Nyköping", code="0480", board="Socialnämnden",
    title="Tertialrapport 1 2023", period="2023-01/2023-04", producer="latex", tagged=False, landscape=True,
    header="Nyköpings kommun", footer="Tertialrapport 1", font="Helvetica",
    hard="a page turned by /Rotate; letter-spaced headings; boxhead words broken over lines without a hyphen; U+2212",
    figures="invented",
    blocks=[
        Heading("TERTIALRAPPORT 1", spaced=True),
        Text("Socialnämnden redovisar utfall och prognos per den 30 april 2023."),
        table("ekonomi", "Ekonomisk översikt, mnkr", '''
            Verksamhet | Utfall period | Budget period | Avvik-//else | Motsvaran//de period//2022 | Prognos helår | Budget helår | Prognos-//avvikelse
            ---
            Barn och unga | 54,2 | 52,0 | −2,2 | 50,8 | 163,0 | 156,1 | −6,9
            Vuxna | 23,1 | 24,4 | 1,3 | 22,9 | 72,0 | 73,2 | 1,2
            Ekonomiskt bistånd | 19,8 | 20,1 | 0,3 | 21,4 | 59,5 | 60,3 | 0,8
            * Summa | 97,1 | 96,5 | −0,6 | 95,1 | 294,5 | 289,6 | −4,9
            ''', columns=["utfall 2023-01/2023-04 mnkr", "budget 2023-01/2023-04 mnkr", "avvikelse 2023-01/2023-04 mnkr",
                          "utfall 2022-01/2022-04 mnkr", "prognos 2023 mnkr", "budget 2023 mnkr", "avvikelse 2023 mnkr"],
              kind="driftredovisning", style=Style(rules="horizontal", widths=(44, 22, 22, 20, 26, 22, 22, 24))),
        Heading("VOLYMER", 2, spaced=True),
        table("volymer", "Volymer per månad", '''
              | Jan | Feb | Mar | Apr
            ---
            Orosanmälningar | 141 | 133 | 158 | 122
            Hushåll ekonomiskt bistånd | 611 | 607 | 604 | 598
            Pågående utredningar | 209 | 214 | 220 | 216
            ''', columns=[f"utfall 2023-{m:02d} antal" for m in range(1, 5)],
              style=Style(rules="horizontal", widths=(60, 22, 22, 22, 22))),
    ])

TROLLHATTAN = Report(
    slug="trollhattan-omsorgsnamnden-2023", municipality="Trollhättan", code="1488", board="Omsorgsnämnden",
    title="Verksamhetsberättelse 2023", period="2023", producer="latex", tagged=False, header="Trollhättans stad",
    footer="Omsorgsnämnden, verksamhetsberättelse 2023", font="Times",
    hard="tables without rules in both columns of text, beside a column of text, side by side without rules and with "
         "booktabs at other heights, three side by side, beside a chart; full width below",
    figures="invented",
    blocks=[
        Heading("Verksamhetsberättelse 2023"),
        Newspaper([
            Text("Omsorgsnämnden ansvarar för hemtjänst, särskilt boende och stöd till personer med funktionsnedsättning. "
                 "Under våren har antalet personer med hemtjänst ökat något, medan den beviljade tiden per person har "
                 "minskat. Nämnden bedömer att utvecklingen fortsätter under hösten."),
            table("hemtjanst", "Hemtjänst", '''
                  | 2022 | 2023
                ---
                Personer | 812 | 835
                Beviljade timmar | 21 340 | 20 915
                Utförda timmar | 19 870 | 19 640
                Trygghetslarm | 1 204 | 1 251
                ''', columns=["utfall 2022 antal", "utfall 2023 antal"],
                  rows=[". . antal personer", ". . timmar", ". . timmar", ""], style=Style(rules="none", gap=6)),
            Text("Bemanningen i hemtjänsten är god och andelen timmar som utförs av vikarier har gått ned. Planeringen "
                 "av sommaren har varit klar tidigare än förra året, och fler ordinarie medarbetare har valt att "
                 "flytta en vecka av sin semester."),
            Text("Inom särskilt boende står några platser tomma efter att ett nytt boende öppnade i mars. Kön är kort, "
                 "och de som väntar har i de flesta fall tackat nej till ett första erbjudande. Kostnaden per plats "
                 "har därför stigit, men väntas sjunka när platserna fylls under hösten."),
            table("boende", "Särskilt boende", '''
                  | 2022 | 2023
                ---
                Platser | 548 | 572
                Tomma platser | 11 | 29
                Antal väntande | 34 | 12
                ''', columns=["utfall 2022 antal", "utfall 2023 antal"], style=Style(rules="none", gap=6)),
            Text("För personer med funktionsnedsättning har två gruppbostäder byggts om och en ny servicebostad planeras "
                 "i de norra delarna av staden. Daglig verksamhet har fått fler deltagare, och allt fler av dem har sin "
                 "plats hos ett företag. Nämnden följer kostnaden för personlig assistans, som är svår att påverka."),
        ]),
        Heading("Volymer per område", 2),
        Beside([[table("norr", "Norra området", '''
                       | Kv 1 | Kv 2
                     ---
                     Hemtjänst | 402 | 411
                     Korttidsplatser | 18 | 22
                     Larm | 611 | 634
                     ''', columns=["utfall 2023-01/2023-03 antal", "utfall 2023-04/2023-06 antal"],
                       style=Style(rules="none", gap=6))],
                [table("soder", "Södra området", '''
                       | Kv 1 | Kv 2
                     ---
                     Hemtjänst | 418 | 424
                     Korttidsplatser | 21 | 19
                     Larm | 602 | 617
                     Dagvård | 74 | 77
                     ''', columns=["utfall 2023-01/2023-03 antal", "utfall 2023-04/2023-06 antal"],
                       style=Style(rules="none", gap=6))]]),
        PageBreak(),
        Heading("Personal och ekonomi", 2),
        Beside([[Text("Sjukfrånvaron har gått ned i alla enheter, mest i hemtjänsten. Antalet årsarbetare är oförändrat "
                      "trots att ett boende har öppnat, eftersom bemanningen har setts över i de andra. Arbetet med "
                      "heltid som norm går vidare och omfattar nu även natten.")],
                [table("personal", "Personal", '''
                       | 2022 | 2023
                     ---
                     Årsarbetare | 1 012,5 | 1 010,0
                     Månadsavlönade | 1 148 | 1 139
                     Timavlönade | 322 | 287
                     Pensionsavgångar | 19 | 24
                     ''', columns=["utfall 2022 antal", "utfall 2023 antal"], kind="personal",
                       style=Style(rules="none", gap=6))]]),
        Beside([[table("kostnader", "Kostnader, tkr", '''
                       | Budget | Utfall
                     ---
                     Personal | 301 240 | 298 116
                     Lokaler | 61 880 | 62 304
                     Övrigt | 44 105 | 47 920
                     * Summa | 407 225 | 408 340
                     ''', columns=["budget 2023 tkr", "utfall 2023 tkr"], kind="driftredovisning",
                       style=Style(rules="booktabs", gap=6))],
                [table("intakter", "Intäkter, tkr", '''
                       | Budget | Utfall
                     ---
                     Avgifter | 21 400 | 20 988
                     Bidrag | 18 250 | 19 433
                     ''', columns=["budget 2023 tkr", "utfall 2023 tkr"], kind="driftredovisning",
                       style=Style(rules="booktabs", gap=6, padding=5))]]),
        table("helar", "Utfall per verksamhet, tkr", '''
             | Budget | Utfall | Avvikelse
            ---
            Hemtjänst | 312 600 | 309 900 | 2 700
            Särskilt boende | 402 150 | 409 300 | -7 150
            Funktionsstöd | 96 800 | 97 250 | -450
            * Summa | 811 550 | 816 450 | -4 900
            ''', columns=["budget 2023 tkr", "utfall 2023 tkr", "avvikelse 2023 tkr"], kind="driftredovisning",
              style=Style(rules="none", gap=12)),
        Beside([[table("larm", "Larm", '''
                       | 2022 | 2023
                     ---
                     Nya | 188 | 203
                     Avslutade | 141 | 152
                     ''', columns=["utfall 2022 antal", "utfall 2023 antal"], style=Style(rules="none", gap=4))],
                [table("avvikelser", "Avvikelser", '''
                       | 2022 | 2023
                     ---
                     Fall | 512 | 498
                     Läkemedel | 233 | 241
                     ''', columns=["utfall 2022 antal", "utfall 2023 antal"], style=Style(rules="none", gap=4))],
                [table("klagomal", "Klagomål", '''
                       | 2022 | 2023
                     ---
                     Inkomna | 64 | 58
                     Besvarade | 61 | 57
                     ''', columns=["utfall 2022 antal", "utfall 2023 antal"], style=Style(rules="none", gap=4))]]),
    ])

REPORTS = [OREBRO, GOTLAND, OSTERSUND, BORAS, KIRUNA, YSTAD, LULEA, VARBERG, TRANAS, SALA, NYKOPING, TROLLHATTAN]
