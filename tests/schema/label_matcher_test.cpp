#include "schema/label_matcher.h"

#include <catch2/catch.hpp>

using schema::Catalogue;

TEST_CASE("Labels and what they mean", "[label_matcher]") {
  struct Case {
    std::vector<std::string> labels;
    const char* section;
    const char* title;
    const char* kind;
    const char* unit;
    const char* indicator;  // "" unmatched
  };
  const char* const kStat = "verksamhetsstatistik";
  const char* const kDrift = "driftredovisning";
  for (const Case& c : std::vector<Case>{
           // The group heading tells children from adults.
           {{"Barn och Unga", "Anmälningar Unga"},
            "",
            "",
            kStat,
            "antal",
            "ifo.orosanmalningar_barn"},
           {{"Vuxna", "Anmälningar Vuxna"}, "", "", kStat, "antal", "ifo.anmalningar_vuxna"},
           {{"Barn och Unga", "HVB/SiS"}, "", "", kStat, "antal", "ifo.hvb_sis_barn"},
           {{"Vuxna", "HVB/SiS"}, "", "", kStat, "antal", "ifo.hvb_sis_vuxna"},
           {{"HVB/SiS"}, "", "", kStat, "antal", ""},
           {{"Orosanmälningar"}, "", "Volymer 2023", kStat, "antal", "ifo.orosanmalningar_barn"},
           {{"Orosanmälningar"}, "", "Vuxna", kStat, "antal", "ifo.anmalningar_vuxna"},
           {{"Orosanmälningar"}, "", "Barn och unga", kStat, "antal", "ifo.orosanmalningar_barn"},
           {{"Individ och familj", "Orosanmälningar"},
            "",
            "",
            kStat,
            "antal",
            "ifo.orosanmalningar_barn"},
           // A part of the municipality or of an organisation is not the municipality.
           {{"Centrum"}, "", "Trygghetslarm per område", kStat, "antal", ""},
           {{"Trygghetslarm"}, "", "Norra distriktet", kStat, "antal", ""},
           {{"Hertsön", "Trygghetslarm"}, "", "", kStat, "antal", ""},
           {{"Hemtjänst norr", "Antal vårdtagare"}, "", "", kStat, "antal", ""},
           {{"Sickla skola", "Elever i grundskola"}, "", "", kStat, "antal", ""},
           {{"Grundskola", "Elever i grundskola"},
            "",
            "",
            kStat,
            "antal",
            "skola.elever_grundskola"},
           {{"Äldre", "Trygghetslarm"}, "", "", kStat, "antal", "aldre.trygghetslarm"},
           {{"Totalt", "Trygghetslarm"}, "", "", kStat, "antal", "aldre.trygghetslarm"},
           // The unit decides what a label is.
           {{"Ledsagning**"}, "", "", kStat, "timmar", "fn.ledsagning_timmar"},
           {{"Ledsagning"}, "", "", kStat, "antal", "fn.ledsagning"},
           {{"Korttidsvistelse***"}, "", "", kStat, "dygn", "fn.korttidsvistelse_dygn"},
           {{"Hemtjänst"}, "", "Sjukfrånvaro, procent", "personal", "procent", ""},
           {{"Hemtjänst"}, "", "Antal årsarbetare", "personal", "antal", ""},
           {{"Hemtjänst"},
            "",
            "Insatser, antal personer",
            kStat,
            "antal",
            "aldre.hemtjanst_brukare"},
           {{"Säbo", "Beläggning säbo"}, "", "", kStat, "procent", "aldre.sabo_belaggning"},
           {{"Säbo", "Beläggning korttid"}, "", "", kStat, "procent", "aldre.korttid_belaggning"},
           {{"Hemvård", "Antal vårdtagare"}, "", "", kStat, "antal", "aldre.hemtjanst_brukare"},
           {{"Antal vårdtagare"}, "", "", kStat, "antal", ""},
           // Gender is an indicator of its own; other parts of the staff are none.
           {{"Total sjukfrånvaro"}, "", "", "personal", "procent", "personal.sjukfranvaro"},
           {{"Total sjukfrånvaro", "Män"},
            "",
            "",
            "personal",
            "procent",
            "personal.sjukfranvaro_man"},
           {{"Äldreomsorg", "Kvinnor"}, "", "Sjukfrånvaro", "personal", "procent", ""},
           {{"Antal årsarbetare", "varav visstid"},
            "",
            "",
            "personal",
            "antal",
            "personal.arsarbetare_visstid"},
           // Goals before an indicator do not narrow it, units do.
           {{"UBN", "Alla elever klarar skolan inom avsedd tid", "Gr: Meritvärde åk 9"},
            "",
            "",
            "indikatorer",
            "",
            "skola.meritvarde_ak9"},
           {{"Total sjukfrånvaro", "Män"},
            "",
            "",
            "indikatorer",
            "procent",
            "personal.sjukfranvaro_man"},
           {{"Älta skola med förskolor", "Korttidssjukfrånvaro"},
            "",
            "",
            "indikatorer",
            "procent",
            ""},
           {{"Alla elever klarar skolan inom avsedd tid", "Gr: Meritvärde åk 9"},
            "",
            "",
            kStat,
            "",
            ""},
           // SCB's codes only with the name that belongs to them, and as net costs.
           {{"569 - Barn och ungdomsvård"},
            "",
            "Driftsammandrag, netto tkr",
            kDrift,
            "tkr",
            "rs.569"},
           {{"600 – Flyktingmottagande"},
            "",
            "Driftsammandrag, netto tkr",
            kDrift,
            "tkr",
            "rs.600"},
           {{"520 - Insatser personer m funkt.nedsättn"}, "", "netto tkr", kDrift, "tkr", "rs.520"},
           {{"569 - Barn och ungdomsvård"}, "", "Intäkter", kDrift, "tkr", ""},
           {{"920 - Gemensamma verksamheter"}, "", "netto tkr", kDrift, "tkr", ""},
           {{"569 Skogsskolan"}, "", "netto tkr", kDrift, "tkr", ""},
           {{"Nettokostnad"}, "", "Ekonomi, mnkr", kDrift, "mnkr", "ekonomi.nettokostnad"},
           {{"Nettokostnad"}, "", "", kDrift, "procent", ""},
           {{"Investering", "Nettokostnad"}, "", "", kDrift, "tkr", ""},
           {{"Resultat"}, "", "Driftredovisning", kDrift, "tkr", ""},
           {{"Personalkostnader"}, "", "Volymutveckling", "volymutveckling", "procent", ""},
           {{"Något helt annat"}, "", "", kStat, "antal", ""},
           {{}, "", "", "", "", ""}}) {
    INFO((c.labels.empty() ? "" : c.labels.front()) << " | " << c.title << " | " << c.unit);
    const schema::LabelMatch match = Catalogue::builtin().labels().find(
        {c.labels, c.section, c.title, c.kind, "Socialnämnden", c.unit});
    INFO(match.reason);
    CHECK(match.indicator == c.indicator);
    CHECK_FALSE(match.reason.empty());
  }
}

TEST_CASE("A label that may mean two indicators stays unmatched and says so", "[label_matcher]") {
  const Catalogue catalogue =
      Catalogue::with_additions("", "indicator,label\nifo.sis,Tvetydigt\nifo.lvm,Tvetydigt\n");
  const schema::LabelMatch match =
      catalogue.labels().find({{"Tvetydigt"}, "", "", "", "", "antal"});
  CHECK(match.indicator == "");
  CHECK(match.reason == "ambiguous: ifo.lvm ifo.sis");
}

TEST_CASE("Units that agree", "[label_matcher]") {
  CHECK(schema::units_agree("kr", "mnkr"));
  CHECK(schema::units_agree("antal", "antal personer"));
  CHECK(schema::units_agree("procent", ""));
  CHECK_FALSE(schema::units_agree("kr", ""));
  CHECK_FALSE(schema::units_agree("kr", "antal"));
  CHECK_FALSE(schema::units_agree("antal", "procent"));
  CHECK_FALSE(schema::units_agree("timmar", "antal"));
}
