"""Helsingborg (1283), Socialnämnden: follow-up with charts."""
from model import *

MONTHS_ = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
LEFT_2018, LEFT_2019 = [7, 7, 5, 6, 10, 6, 6, 6, 9, 7, 8, 5], [5, 7, 6, 3]

APRIL = Report(
    slug="helsingborg-socialnamnden-2019-04", municipality="Helsingborg", code="1283", board="Socialnämnden",
    title="Uppföljningsrapport, april 2019", period="2019-04", producer="chromium", tagged=False,
    header="Helsingborgs stad  Socialförvaltningen", footer="Uppföljningsrapport april 2019",
    hard="bar and line charts with axis numbers, with and without a data table under them; contents without leaders",
    figures="seed (Helsingborg 2019-04) for the table, invented curves",
    blocks=[
        Heading("Uppföljningsrapport, april 2019"),
        Contents([("Myndighetsutövning barn och unga", "1"), ("Personalstatistik", "2"), ("Ekonomi", "2")], leaders=False),
        Heading("Myndighetsutövning barn och unga", 2),
        Text("Andel av de pågående utredningarna som håller sig inom lagstadgad tid är 93,7 procent i april. Antalet "
             "aktualiseringar ligger på samma nivå som föregående år.",
             facts=[fact("Andel av de pågående utredningarna som håller sig inom lagstadgad tid", "93.7", "procent",
                         "2019-04", "utfall", "Andel av de pågående utredningarna som håller sig inom lagstadgad tid "
                         "är 93,7 procent i april")]),
        Chart("Antal aktualiseringar per månad", "lines", MONTHS_,
              {"2018": [310, 295, 342, 318, 377, 301, 180, 222, 349, 366, 381, 290], "2019": [322, 301, 351, 330]}),
        Chart("Pågående utredningar efter ålder", "bars", ["0-6", "7-12", "13-17", "18-20"],
              {"mars": [212, 261, 305, 74], "april": [205, 266, 311, 70]}, labels=True),
        PageBreak(), Heading("Personalstatistik", 2),
        Text("Diagrammet visar antal medarbetare som avslutat sin anställning."),
        Chart("Antal medarbetare som avslutat sin anställning på SOF", "bars", MONTHS_,
              {"2018": LEFT_2018, "2019": LEFT_2019}),
        table("avslutade-anstallningar", "", "     | " + " | ".join(MONTHS_) + "\n---\n" +
              "2018 | " + " | ".join(map(str, LEFT_2018)) + "\n2019 | " + " | ".join(map(str, LEFT_2019)) + "\n",
              columns=[f"utfall {i + 1:02d} antal" for i in range(12)], kind="diagramtabell", section="Personalstatistik",
              rows=[". 2018 .", ". 2019 ."],
              style=Style(align="center", size=8, widths=(16,) + (11.5,) * 12, plain_head=True)),
        Heading("Ekonomi", 2),
        table("ekonomi", "Ekonomiskt utfall januari-april, mnkr", '''
            | Budget | Utfall | Avvikelse
            ---
            Barn, unga och familj | 121,4 | 124,9 | -3,5
            Vuxna | 88,2 | 86,0 | 2,2
            Ekonomiskt bistånd | 96,5 | 95,1 | 1,4
            * Nettokostnad | 306,1 | 306,0 | 0,1
            ''', columns=["budget 2019-01/2019-04 mnkr", "utfall 2019-01/2019-04 mnkr", "avvikelse 2019-01/2019-04 mnkr"],
              kind="driftredovisning", section="Ekonomi", style=Style(rules="horizontal", widths=(60, 25, 25, 25))),
    ])

REPORTS = [APRIL]
