"""The letter: its own text, the afspraken it asks for, and their notes."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from assemble.voorbeeld import afspraak, samen
from brief.assemble import kamerbrief
from brief.domain import Herhaling
from brief.text import CrossReference, ListItem, Note, Role, plain, plain_spans
from brief.text.dutch import datums, opsomming

if TYPE_CHECKING:
    import pytest

    from brief.assemble.samenvoegen import Samenstelling


def alineas(result: Samenstelling) -> list[str]:
    return [plain([element.block]) for element in result.kamerbrief.body]


def noten(result: Samenstelling) -> list[Note]:
    return [s for e in result.kamerbrief.body for s in getattr(e.block, "spans", ()) if isinstance(s, Note)]


def codes(result: Samenstelling) -> list[str]:
    return [melding.code for melding in result.meldingen]


def test_een_eigen_voetnoot_in_de_zin_van_een_afspraak_gaat_voor_die_van_de_brief() -> None:
    one = afspraak("n-2.1-1", "noord", brief="Het Rijk doet dit[^a].\n\n[^a]: Eigen noot.")
    letter = "Inleiding[^a].\n\n[^a]: Noot van de brief.\n\n::: {.afspraken thema=water}\n:::"
    result = samen([one], letter)
    assert [plain_spans(note.spans) for note in noten(result)] == ["Noot van de brief.", "Eigen noot."]
    assert not result.meldingen


def test_een_alinea_per_groep_van_provincies_in_de_volgorde_van_de_landsdelen() -> None:
    result = samen(
        [
            afspraak("zw-1-1", "zuidwest", provincies=("zeeland",), brief="Zeeland doet dit."),
            afspraak("n-1-1", "noord", provincies=("drenthe", "fryslan"), brief="Het noorden doet dat."),
            afspraak("n-1-2", "noord", provincies=("fryslan", "drenthe"), brief="En ook dit."),
            afspraak("n-1-3", "noord", landelijk=True, brief="Overal geldt dit."),
        ]
    )
    assert alineas(result) == ["Overal geldt dit.", "Het noorden doet dat. En ook dit.", "Zeeland doet dit."]


def test_zonder_zin_komt_er_een_neutrale_zin_die_als_concept_is_gemarkeerd() -> None:
    result = samen([afspraak("n-1-1", "noord", "2.3 Zoetwater", provincies=("groningen", "fryslan", "drenthe"))])
    element = result.kamerbrief.body[0]
    assert element.role is Role.CONCEPT
    assert plain([element.block]) == (
        "[Concept: met de provincies Groningen, Fryslân en Drenthe zijn afspraken gemaakt over "
        "Zoetwater (Noord, agendapunt 2.3).]"
    )
    assert result.zonder_zin == ("n-1-1",)


def test_een_afspraak_komt_in_de_brief_onder_haar_eerste_thema() -> None:
    result = samen([afspraak("n-1-1", "noord", themas=("energie", "water"), brief="Zin.")])
    assert alineas(result) == []
    assert codes(result) == ["BR505"]
    assert result.niet_genoemd == ("n-1-1",)


def test_een_keuze_op_landsdeel_provincie_en_gebied() -> None:
    made = [
        afspraak("n-1-1", "noord", provincies=("drenthe",), brief="A."),
        afspraak("nw-1-1", "noordwest", gebieden=("schiphol",), provincies=("noord-holland",), brief="B."),
        afspraak("zw-1-1", "zuidwest", provincies=("zeeland",), brief="C."),
    ]
    assert alineas(samen(made, "::: {.afspraken landsdeel=noord}\n:::")) == ["A."]
    assert alineas(samen(made, '::: {.afspraken provincie="drenthe, zeeland"}\n:::')) == ["A.", "C."]
    assert alineas(samen(made, "::: {.afspraken gebied=schiphol thema=water}\n:::")) == ["B."]


def test_alle_fouten_in_de_blokken_komen_in_een_keer() -> None:
    asked = [".afspraken thema=watr", ".afspraken", ".afsprkn thema=water", ".afspraken kleur=blauw"]
    text = "\n\n".join(f"::: {{{each}}}\n:::" for each in asked)
    result = samen([afspraak("n-1-1", "noord")], text)
    assert codes(result) == ["BR503", "BR504", "BR503", "BR503"]
    first = result.meldingen[0]
    assert first.hint == "bedoelde u 'water'?"
    assert first.place is not None
    assert first.place.line == 1


def test_een_verwijzing_wordt_een_voetnoot_tegen_het_woord_aan() -> None:
    result = samen([], "De brief [zie ook @kst-29435-267, p. 3], die volgt; en [@kst-34682-107; @kst-29435-267].")
    assert alineas(result) == ["De brief, die volgt; en."]
    first, second = noten(result)
    assert plain_note(first) == "Zie ook Tweede Kamer, vergaderjaar 2023-2024, Kamerstuk 29 435, nr. 267, p. 3"
    assert plain_note(second).count("Kamerstuk") == 2


def plain_note(note: Note) -> str:
    return "".join(getattr(span, "text", "") for span in note.spans).translate({0xA0: " ", 0x2011: "-"})


def test_een_tweede_voetnoot_kan_naar_de_eerste_verwijzen() -> None:
    voluit = samen([], "A [@kst-29435-267] en B [@kst-29435-267, p. 4].")
    assert [note.again for note in noten(voluit)] == [None, None]
    kort = samen([], "A [@kst-29435-267] en B [@kst-29435-267, p. 4].", herhaling=Herhaling.ZIE_NOOT)
    again = noten(kort)[1].again
    assert again is not None
    assert again[1] == CrossReference("kst-29435-267", "noot")


def test_een_noot_kan_alleen_dichtbij_verwijzen() -> None:
    result = samen([], "A [@kst-29435-267] en B [@kst-29435-267].", herhaling=Herhaling.DICHTBIJ)
    assert [(note.again is None, note.near) for note in noten(result)] == [(False, 4), (False, 4)]


def test_onbekende_stukken_en_noten_worden_alle_gemeld() -> None:
    result = samen([], "A [@kst-1-1] en [^weg]. B [@kst-2-2].\n\n[^over]: Niet gebruikt.")
    assert codes(result) == ["BR501", "BR502", "BR501", "BR507", "BR512"]
    assert str(result.meldingen[3].place) == "brief.md:3:1"


def test_een_sleutel_met_andere_streepjes_of_letters_noemt_de_goede() -> None:
    for key in ("kst‑29435‑267", "kst–29435–267", "KST-29435-267"):
        (found, _) = samen([], f"A [@{key}, p. 3].").meldingen
        assert (found.code, f"'{key}'" in found.message) == ("BR501", True)
        assert str(found.hint).startswith("schrijf [@kst-29435-267]:")
    (found, _) = samen([], "A [@kst‑1‑2].").meldingen
    assert found.hint == "voeg het toe met: brief kamerstuk voegtoe kst-1-2"


def test_gekrulde_aanhalingstekens_in_een_blok_worden_genoemd() -> None:
    found = samen([afspraak("n-1-1", "noord")], "::: {.afspraken provincie=“drenthe,zeeland”}\n:::").meldingen
    assert [each.code for each in found] == ["BR503", "BR503"]
    assert all("rechte aanhalingstekens" in str(each.hint) for each in found)


def test_een_teken_zonder_breedte_wordt_gemeld_in_de_brief_en_niet_in_een_tekst_van_het_dossier() -> None:
    assert codes(samen([afspraak("n-1-1", "noord", tekst="- Woning\u200bbouw.", brief="Zin.")])) == []
    assert codes(samen([afspraak("n-1-1", "noord", brief="Woning\u200bbouw.")])) == ["BR079"]


def test_de_kamerstukken_van_een_afspraak_komen_bij_haar_zin_en_niet_dubbel() -> None:
    made = [afspraak("n-1-1", "noord", brief="Zin [@kst-29435-267].", kamerstukken=("kst-29435-267", "kst-34682-107"))]
    assert [note.key for note in noten(samen(made))] == ["kst-29435-267", "kst-34682-107"]


def test_een_zin_met_een_lijst_is_een_fout() -> None:
    assert codes(samen([afspraak("n-1-1", "noord", brief="Zin:\n\n- punt")])) == ["BR506"]


def test_ik_of_wij_volgt_uit_het_aantal_ondertekenaars() -> None:
    assert samen([], "A").kamerbrief.fields["ik"] == "ik"
    fields = samen([], "A", namen=("A", "B")).kamerbrief.fields
    assert (fields["ik"], fields["Ik"], fields["mijn"], fields["meer_ondertekenaars"]) == ("wij", "Wij", "onze", True)


def test_namen_staan_in_een_nederlandse_opsomming() -> None:
    assert opsomming(["Fryslân", "Groningen", "Drenthe"]) == "Fryslân, Groningen en Drenthe"
    assert [opsomming(names) for names in ([], ["Zeeland"], ["Zeeland", "Utrecht"])] == [
        "",
        "Zeeland",
        "Zeeland en Utrecht",
    ]


def test_data_staan_er_een_keer_en_in_volgorde() -> None:
    days = [
        datetime.date(2026, 9, 11),
        datetime.date(2026, 9, 9),
        datetime.date(2026, 9, 11),
        datetime.date(2026, 10, 1),
    ]
    assert datums(days) == "9, 11 september en 1 oktober 2026"
    assert datums(days[:2]) == "9 en 11 september 2026"
    assert datums([]) == ""
    assert datums([datetime.date(2025, 12, 31), datetime.date(2026, 1, 1)]) == "31 december 2025 en 1 januari 2026"


def test_een_ronde_zonder_afspraken_krijgt_een_waarschuwing_en_niet_een_per_blok() -> None:
    result = samen([], "::: {.afspraken thema=water}\n:::\n\n::: {.afspraken thema=energie}\n:::")
    assert codes(result) == ["BR512"]


def test_met_een_tweeling_gaat_geen_stuk_en_geen_zin_stil_verloren() -> None:
    same = "- Kennis nemen van de agenda."
    first = afspraak("nw-5.1-1", "noordwest", tekst=same, zie=("zw-5.1-1",), brief="Zin een.")
    papers = ("kst-29435-267",)
    second = afspraak("zw-5.1-1", "zuidwest", tekst=same, brief="Zin twee.", kamerstukken=papers)
    result = samen([first, second])
    assert alineas(result) == ["Zin een."]
    assert codes(result) == ["BR509"]
    assert [note.key for note in noten(result)] == ["kst-29435-267"]
    in_list = [s for e in result.afsprakenlijst.body for s in getattr(e.block, "spans", ()) if isinstance(s, Note)]
    assert [note.key for note in in_list] == ["kst-29435-267"]


def test_de_eigen_tekst_van_de_brief_krijgt_vaste_spaties_en_een_afspraak_houdt_haar_tekens() -> None:
    text = "Op 5 mei.\n\n::: {.afspraken thema=water}\n:::\n\n::: {.afspraken thema=wonen vorm=volledig}\n:::"
    one = afspraak("n-1-1", "noord", brief="Vóór 1 juli.")
    two = afspraak("n-1-2", "noord", tekst="Vóór 1 juli, 1-op-1.", themas=("wonen",))
    result = samen([one, two], text)
    texts = [e.block.spans[0].text for e in result.kamerbrief.body]  # type: ignore[union-attr]
    assert texts == ["Op 5\u00a0mei.", "Vóór 1\u00a0juli.", "Vóór 1 juli, 1-op-1."]
    pieces = [span for e in result.kamerbrief.body for _, spans in e.pieces for span in spans]
    assert [span.text for span in pieces] == ["Vóór 1\u00a0juli."]  # type: ignore[union-attr]
    in_list = [plain_spans(e.block.spans) for e in result.afsprakenlijst.body if e.role is Role.AFSPRAAK]  # type: ignore[union-attr]
    assert "Vóór 1 juli, 1-op-1." in in_list


def test_mede_namens_staat_er_een_keer_en_dat_wordt_gezegd() -> None:
    others = ("de minister van IenW",)
    opening = "De minister van IenW, namens wie ik deze brief mede stuur, informeert u apart."
    result = samen([], opening, mede_namens=others)
    assert result.kamerbrief.fields["mede_namens"] == ""
    assert "BR456" in codes(result)
    for text in (
        "Ik stuur deze brief.",
        "De minister stuurde, mede namens de minister van VRO, eerder een brief.",
        "Ik sprak namens het kabinet. Meer volgt mede in mei.",
    ):
        result = samen([], text, mede_namens=others)
        assert result.kamerbrief.fields["mede_namens"] == "de minister van IenW"
        assert "BR456" not in codes(result)
    assert "BR456" not in codes(samen([], opening))


def test_blokken_die_te_vaak_om_afspraken_vragen_houden_tegen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kamerbrief, "MEEST_GEVRAAGD", 20)
    made = [afspraak(f"n-1-{number}", "noord", brief=f"Zin {number}.") for number in range(5)]
    block = "::: {.afspraken thema=water}\n:::\n\n"
    assert "BR516" not in codes(samen(made, block * 4))
    (found,) = [each for each in samen(made, block * 9).meldingen if each.code == "BR516"]
    assert found.place is not None
    assert (found.place.line, found.message) == (
        13,
        "de blokken tot en met dit blok vragen samen 25 keer om een afspraak",
    )


def test_gelijke_nummers_tellen_door_en_andere_blijven_zoals_getypt() -> None:
    for letter, markers in (
        ("1. een\n1. twee\n1. drie", ["1.", "2.", "3."]),
        ("1. een\n    1. a\n    1. b\n1. twee", ["1.", "1.", "2.", "2."]),
        ("1. een\n2. twee\n2. drie\n5. vier", ["1.", "2.", "2.", "5."]),
        ("1. een\n1. twee\n2. drie\n2. vier", ["1.", "1.", "2.", "2."]),
    ):
        items = [element.block for element in samen([], letter).kamerbrief.body]
        assert [block.marker for block in items if isinstance(block, ListItem)] == markers
