"""The afsprakenlijst: every published afspraak once, verbatim, in its place."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from assemble.voorbeeld import afspraak, samen
from brief.domain import GEBIEDEN, LANDSDELEN, PROVINCIES, THEMAS, Afspraak, Besluit, Koppen, Status
from brief.text import CrossReference, Heading, Note, Role, Table, parse, plain, plain_spans

if TYPE_CHECKING:
    from brief.assemble.samenvoegen import Samenstelling


def koppen(result: Samenstelling) -> list[str]:
    return [
        plain([e.block]) for e in result.afsprakenlijst.body if isinstance(e.block, Heading) and e.role is Role.TEKST
    ]


def teksten(result: Samenstelling) -> list[tuple[str | None, str]]:
    return [(e.afspraak, plain([e.block])) for e in result.afsprakenlijst.body if e.role is Role.AFSPRAAK]


def verwijzingen(result: Samenstelling) -> list[str]:
    return [plain([e.block]) for e in result.afsprakenlijst.body if e.role is Role.VERWIJZING]


def test_landelijke_afspraken_komen_eerst_dan_de_landsdelen_in_volgorde() -> None:
    result = samen(
        [
            afspraak("z-1-1", "zuid"),
            afspraak("n-2-1", "noord", landelijk=True),
            afspraak("n-1-1", "noord"),
        ]
    )
    assert [kop for kop in koppen(result) if kop.startswith("Land")] == [
        "Landelijke afspraken",
        "Landsdeel Noord",
        "Landsdeel Zuid",
    ]
    assert [key for key, _ in teksten(result)] == ["n-2-1", "n-1-1", "z-1-1"]


GEMENGD = [
    afspraak("nw-2-1", "noordwest", "2.2 Groene Hart", gebieden=("groene-hart",), provincies=("utrecht",)),
    afspraak("nw-3-1", "noordwest", "2.3 Provincie Flevoland", provincies=("flevoland",)),
    afspraak("nw-1-1", "noordwest", "2.4 Deltaprogramma", provincies=("utrecht", "flevoland")),
    afspraak("nw-4-1", "noordwest", "2.5 Bodem", provincies=("noord-holland",)),
]


def onderdelen(result: Samenstelling) -> list[tuple[int, str]]:
    headings = [e.block for e in result.afsprakenlijst.body if isinstance(e.block, Heading)]
    return [(heading.level, plain([heading])) for heading in headings]


def test_binnen_een_landsdeel_eerst_wat_meer_provincies_aangaat_dan_per_provincie_dan_per_gebied() -> None:
    assert onderdelen(samen(GEMENGD)) == [
        (1, "Landsdeel Noordwest"),
        (2, "Meer provincies"),
        (3, "Deltaprogramma"),
        (2, "Per provincie"),
        (3, "Provincie Flevoland"),
        (3, "Bodem"),
        (2, "Per NOVEX-gebied"),
        (3, "Groene Hart"),
    ]


def test_koppen_zijn_een_instelling() -> None:
    assert onderdelen(samen(GEMENGD, koppen=Koppen.GEEN)) == [
        (1, "Landsdeel Noordwest"),
        (2, "Groene Hart"),
        (2, "Provincie Flevoland"),
        (2, "Deltaprogramma"),
        (2, "Bodem"),
    ]
    assert onderdelen(samen(GEMENGD, koppen=Koppen.NAAM)) == [
        (1, "Landsdeel Noordwest"),
        (2, "Meer provincies"),
        (3, "Deltaprogramma"),
        (2, "Provincie Noord-Holland"),
        (3, "Bodem"),
        (2, "Provincie Flevoland"),
        (2, "Groene Hart"),
    ]


def test_een_kop_zegt_niet_wat_het_enige_onderwerp_eronder_al_zegt() -> None:
    one = afspraak("nw-3-1", "noordwest", "2.3 Provincie Flevoland", provincies=("flevoland",))
    assert onderdelen(samen([one])) == [(1, "Landsdeel Noordwest"), (2, "Provincie Flevoland")]


def test_zie_ook_staat_een_keer_onder_het_onderwerp_en_noemt_het_eigen_landsdeel_niet() -> None:
    result = samen(
        [
            afspraak("n-1-1", "noord", "2.1 Water", zie=("o-1-1", "n-2-1")),
            afspraak("n-1-2", "noord", "2.1 Water", zie=("o-1-1",)),
            afspraak("n-2-1", "noord", "2.2 Bodem"),
            afspraak("o-1-1", "oost", "2.1 IJssel"),
        ]
    )
    assert verwijzingen(result) == ["Zie ook landsdeel Oost, onderwerp 1: IJssel; onderwerp 2: Bodem."]
    roles = [e.role for e in result.afsprakenlijst.body][:5]
    assert roles == [Role.TEKST, Role.ONDERWERP, Role.AFSPRAAK, Role.AFSPRAAK, Role.VERWIJZING]


def test_nummers_die_niet_bij_een_beginnen_worden_uitgelegd() -> None:
    note = "De nummers bij dit onderwerp zijn die van het dossier."
    counted = [afspraak("n-1-1", "noord", tekst="1. Een.\n2. Twee."), afspraak("n-1-2", "noord", tekst="3. Drie.")]
    assert verwijzingen(samen(counted)) == []
    assert verwijzingen(samen(counted[1:])) == [note]
    again = [afspraak("n-1-1", "noord", tekst="1. Een.\n2. Twee."), afspraak("n-1-2", "noord", tekst="1. Opnieuw.")]
    assert verwijzingen(samen(again)) == []


def test_onderwerpen_worden_per_landsdeel_opnieuw_genummerd() -> None:
    result = samen(
        [
            afspraak("n-1-1", "noord", "2.1 Eerst"),
            afspraak("n-2-1", "noord", "2.2 Dan"),
            afspraak("o-1-1", "oost", "2.1 Opnieuw"),
        ]
    )
    subjects = [(plain([e.block]), e.restart) for e in result.afsprakenlijst.body if e.role is Role.ONDERWERP]
    assert subjects == [("Eerst", True), ("Dan", False), ("Opnieuw", True)]


def test_een_afspraak_van_twee_landsdelen_staat_een_keer_met_een_verwijzing() -> None:
    result = samen(
        [
            afspraak(
                "nw-1-1",
                "noordwest",
                "5.1 Groene Hart",
                gebieden=("groene-hart",),
                provincies=("utrecht", "zuid-holland"),
            ),
            afspraak("zw-1-1", "zuidwest", "2.1 Zeeland", provincies=("zeeland",)),
        ]
    )
    assert [key for key, _ in teksten(result)] == ["nw-1-1", "zw-1-1"]
    assert verwijzingen(result) == ["NOVEX-gebied Groene Hart: zie landsdeel Noordwest, onderwerp 1: Groene Hart."]
    reference = next(e for e in result.afsprakenlijst.body if e.role is Role.VERWIJZING)
    target = next(s for s in reference.block.spans if isinstance(s, CrossReference))  # type: ignore[union-attr]
    assert target.target in {e.anchor for e in result.afsprakenlijst.body}


def test_van_drie_die_hetzelfde_zeggen_wordt_een_gedrukt_met_de_stukken_van_alle_drie() -> None:
    same = "- Kennis nemen van de agenda."
    three = [
        afspraak("n-1.1-1", "noord", "1.1 Water", tekst=same),
        afspraak("n-1.1-2", "noord", "1.1 Water", tekst=same, zie=("nw-1.1-1", "n-1.1-1")),
        afspraak("nw-1.1-1", "noordwest", "1.1 Water", tekst=same, kamerstukken=("kst-29435-267",)),
    ]
    result = samen(three)
    assert [key for key, _ in teksten(result)] == ["n-1.1-1"]
    assert verwijzingen(result) == ["Zie landsdeel Noord, onderwerp 1: Water."]
    assert [span.key for e in result.afsprakenlijst.body for span in e.block.spans if isinstance(span, Note)] == [  # type: ignore[union-attr]
        "kst-29435-267"
    ]


def test_tweelingen_met_dezelfde_tekst_worden_een_keer_gedrukt_en_anders_beide() -> None:
    same = "- Kennis nemen van de investeringsagenda."
    twins = [
        afspraak("nw-5.1-1", "noordwest", "5.1 Groene Hart", tekst=same, zie=("zw-5.1-1",)),
        afspraak("zw-5.1-1", "zuidwest", "5.1 Groene Hart", tekst=same, zie=("nw-5.1-1",)),
    ]
    result = samen(twins)
    assert [key for key, _ in teksten(result)] == ["nw-5.1-1"]
    assert verwijzingen(result) == ["Zie landsdeel Noordwest, onderwerp 1: Groene Hart."]
    changed = Besluit(datetime.date(2026, 9, 10), "in Zuidwest is de tekst aangepast", "- Instemmen met de agenda.")
    other = replace(twins[1], besluit=changed, status=Status.GEWIJZIGD)
    result = samen([twins[0], other])
    assert dict(teksten(result)) == {
        "nw-5.1-1": "Kennis nemen van de investeringsagenda.",
        "zw-5.1-1": "Instemmen met de agenda.",
    }
    assert verwijzingen(result) == [
        "Zie ook landsdeel Zuidwest, onderwerp 1: Groene Hart.",
        "Zie ook landsdeel Noordwest, onderwerp 1: Groene Hart.",
    ]


def test_wat_vervallen_aangehouden_of_niet_te_publiceren_is_staat_er_niet_in() -> None:
    decided = Besluit(datetime.date(2026, 9, 9), "zo besloten")
    result = samen(
        [
            afspraak("n-1-1", "noord", status=Status.VERVALLEN, besluit=decided),
            afspraak("n-1-2", "noord", status=Status.AANGEHOUDEN, besluit=decided),
            afspraak("n-1-3", "noord", publiceren=False),
            afspraak("n-1-4", "noord"),
        ]
    )
    assert [key for key, _ in teksten(result)] == ["n-1-4"]


def test_de_tekst_van_het_besluit_geldt() -> None:
    decided = Besluit(datetime.date(2026, 9, 9), "aangevuld", "Rijk en regio stemmen in, *mits* gefaseerd.")
    result = samen([afspraak("n-1-1", "noord", status=Status.GEWIJZIGD, besluit=decided)])
    assert teksten(result) == [("n-1-1", "Rijk en regio stemmen in, mits gefaseerd.")]


def test_een_kamerstuk_bij_een_afspraak_is_een_voetnoot_aan_het_eind_ook_na_een_tabel() -> None:
    table = "Aantallen:\n\n| Gemeente | Aantal |\n|---|---|\n| Assen | 100 |"
    result = samen([afspraak("n-1-1", "noord", tekst=table, kamerstukken=("kst-29435-267", "kst-34682-107"))])
    last = [e.block for e in result.afsprakenlijst.body if e.afspraak == "n-1-1"][-1]
    assert isinstance(last, Table)
    note = last.rows[-1][-1][-1]
    assert isinstance(note, Note)
    assert plain([last]) == "Gemeente Aantal Assen 100"
    assert "29\u00a0435" in note.spans[0].text  # type: ignore[union-attr]


themas = st.lists(st.sampled_from(list(THEMAS)), max_size=2).map(tuple)
provincies = st.lists(st.sampled_from(list(PROVINCIES)), max_size=3, unique=True).map(tuple)
gebieden = st.lists(st.sampled_from(list(GEBIEDEN)), max_size=2, unique=True).map(tuple)


@st.composite
def rondes(draw: st.DrawFn) -> list[Afspraak]:
    made: list[Afspraak] = []
    for n in range(draw(st.integers(1, 8))):
        made.append(
            afspraak(
                f"x-{n}",
                draw(st.sampled_from(list(LANDSDELEN))),
                draw(st.sampled_from(["2.1 Water", "2.2 Provincie Utrecht", "2.2 Groene Hart"])),
                tekst=draw(st.sampled_from(["- Gelijk.", "- Gelijk.", f"- Anders {n}.\n  - sub", "1. Een\n2. Twee"])),
                themas=draw(themas),
                provincies=draw(provincies),
                gebieden=draw(gebieden),
                landelijk=draw(st.booleans()),
                publiceren=draw(st.sampled_from([True, True, True, False])),
                zie=tuple(draw(st.lists(st.sampled_from([f"x-{i}" for i in range(8)]), max_size=2))),
            )
        )
    return made


@given(rondes())
def test_elke_te_publiceren_tekst_staat_precies_een_keer_in_de_lijst(afspraken: list[Afspraak]) -> None:
    result = samen(afspraken)
    by_id = {a.id: a for a in afspraken}
    printed: dict[str, list[object]] = {}
    for element in result.afsprakenlijst.body:
        if element.role is Role.AFSPRAAK:
            assert element.afspraak is not None
            printed.setdefault(element.afspraak, []).append(element.block)
    for key, blocks in printed.items():
        assert by_id[key].te_publiceren
        assert tuple(blocks) == parse(by_id[key].geldende_tekst).blocks
    for a in afspraken:
        if a.te_publiceren and a.id not in printed:
            assert any(by_id[key].geldende_tekst == a.geldende_tekst for key in printed), "nothing may be lost"
    ids = [e.afspraak for e in result.afsprakenlijst.body if e.role is Role.AFSPRAAK]
    assert len(dict.fromkeys(ids)) == len([i for n, i in enumerate(ids) if n == 0 or ids[n - 1] != i])


@given(rondes())
def test_elke_verwijzing_wijst_naar_het_onderwerp_met_dat_nummer(afspraken: list[Afspraak]) -> None:
    body = samen(afspraken).afsprakenlijst.body
    numbers: dict[str | None, int] = {}
    current = 0
    for element in body:
        if element.role is Role.ONDERWERP:
            current = 1 if element.restart else current + 1
            numbers[element.anchor] = current
    for element in body:
        for span in getattr(element.block, "spans", ()):
            if isinstance(span, CrossReference):
                assert str(numbers[span.target]) == span.text


def test_een_noot_staat_voor_de_punt_en_verandert_geen_teken() -> None:
    result = samen([afspraak("n-1-1", "noord", kamerstukken=("kst-29435-267",))])
    spans = next(e.block for e in result.afsprakenlijst.body if e.role is Role.AFSPRAAK).spans  # type: ignore[union-attr]
    assert [type(span).__name__ for span in spans] == ["Run", "Note", "Run"]
    assert teksten(result) == [("n-1-1", "Tekst van n-1-1.")]


def test_een_voetnoot_in_de_tekst_van_een_afspraak_komt_mee_ook_als_twee_er_een_met_dezelfde_naam_hebben() -> None:
    one = afspraak("n-2.1-1", "noord", tekst="Rijk en regio[^1] doen dit.\n\n[^1]: Met de waterschappen.")
    two = afspraak("o-2.1-1", "oost", tekst="Zij doen dat[^1].\n\n[^1]: Na overleg [@kst-29435-267].")
    result = samen([one, two])
    spans = [span for e in result.afsprakenlijst.body for span in getattr(e.block, "spans", ())]
    notes = {span.key: plain_spans(span.spans) for span in spans if isinstance(span, Note)}
    assert notes["n-2.1-1-1"] == "Met de waterschappen."
    assert notes["o-2.1-1-1"].startswith("Na overleg ")
    assert not [melding for melding in result.meldingen if melding.is_error]


def test_een_voetnoot_zonder_teken_en_een_blok_in_een_afspraak_worden_geweigerd() -> None:
    lost = afspraak("n-2.1-1", "noord", tekst="Rijk en regio doen dit.\n\n[^1]: Met de waterschappen.")
    block = afspraak("o-2.1-1", "oost", tekst="Zij doen dat.\n\n::: {.afspraken thema=water}\n:::")
    errors = [melding.code for melding in samen([lost, block]).meldingen if melding.is_error]
    assert errors == ["BR520", "BR508"]


def test_hamerpunt_is_geen_onderwerp() -> None:
    result = samen([afspraak("n-5-1", "noord", "5.1 Hamerpunt: goederenvervoer")])
    assert [plain([e.block]) for e in result.afsprakenlijst.body if e.role is Role.ONDERWERP] == ["Goederenvervoer"]


def test_wat_voor_de_hele_lijst_geldt_is_een_veld_een_alinea_per_tekst() -> None:
    result = samen([afspraak("n-1-1", "noord")], algemeen="Prijspeil **2026**.\n\nInclusief btw.")
    assert result.afsprakenlijst.fields["algemeen"] == ("Prijspeil 2026.", "Inclusief btw.")


def test_de_datum_van_de_brief_breekt_niet_af_in_de_zin_waar_de_lijst_haar_noemt() -> None:
    result = samen([afspraak("n-1-1", "noord")])
    day = str(result.kamerbrief.fields["datum"])
    assert " " in day
    assert result.afsprakenlijst.fields["datum"] == day.replace(" ", "\u00a0")


def test_een_gebied_dat_elders_ligt_maakt_van_een_onderwerp_geen_gebied() -> None:
    corridor = afspraak("z-2-1", "zuid", "2.2 Delta Rhine Corridor", gebieden=("rotterdamse-haven",))
    peel = afspraak("z-1-1", "zuid", "2.1 De Peel", gebieden=("de-peel",))
    titles = [title for _, title in onderdelen(samen([peel, corridor]))]
    assert titles[titles.index("Landsdeel Zuid") + 1 :] == [
        "Meer provincies",
        "Delta Rhine Corridor",
        "Per NOVEX-gebied",
        "De Peel",
    ]


def test_een_kop_met_een_andere_naam_voor_het_enige_onderwerp_eronder_valt_weg() -> None:
    mra = afspraak("nw-2-1", "noordwest", "2.2 NOVEX-gebied MRA", gebieden=("metropoolregio-amsterdam",))
    titles = [title for _, title in onderdelen(samen([mra], koppen=Koppen.NAAM))]
    assert titles == ["Landsdeel Noordwest", "NOVEX-gebied MRA"]
    more = [mra, replace(mra, id="nw-2-2", agendapunt="2.3 Groen in de MRA")]
    titles = [title for _, title in onderdelen(samen(more, koppen=Koppen.NAAM))]
    assert titles[1] == "NOVEX-gebied Metropoolregio Amsterdam"


def test_meer_verwijzingen_dan_een_lezer_naloopt_houden_tegen() -> None:
    andere = [afspraak(f"n-1-{number}", "noord", f"1.{number} Water") for number in range(101)]
    keys = tuple(each.id for each in andere)
    for count, codes in ((100, []), (101, ["BR519"])):
        result = samen([*andere, afspraak("z-1-1", "zuid", zie=keys[:count])])
        assert [each.code for each in result.meldingen if each.is_error] == codes
