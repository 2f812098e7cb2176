"""Each rule finds its mistake, says what to type, and is silent without it."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

import brief.checks
from brief.checks import Gegevens, regels
from brief.diagnostics import Place, Severity
from brief.diagnostics.table import codes as explained
from brief.domain import Afstemming, Antwoord, DossierBron, Ondertekenaar, Status, Voorstel
from brief.domain.afstemming import tekstkenmerk
from brief.domain.opmerking import Opmerking, OpmerkingStand
from brief.kamerstuk import stuk
from checks.voorbeeld import DAG, Besluit, afspraak, codes, gegevens, meldingen, ronde

if TYPE_CHECKING:
    from brief.domain import Afspraak

LATER = datetime.date(2025, 7, 1)
GEWIJZIGD = Besluit(DAG, "anders besloten", "Rijk en regio maken samen een plan.")


def test_a_round_without_mistakes_has_no_findings() -> None:
    assert meldingen(gegevens()) == []


def test_every_file_in_the_folder_of_rules_is_a_rule_that_runs() -> None:
    files = {path.stem for path in (Path(brief.checks.__file__).parent / "rules").glob("*.py")}
    assert [rule.__module__.rsplit(".", 1)[-1] for rule in regels()] == sorted(files - {"__init__"})


def test_every_rule_has_documentation_for_its_user_and_an_explanation() -> None:
    import inspect
    import sys

    for rule in regels():
        module = sys.modules[rule.__module__]
        assert module.__doc__
        assert "  " not in module.__doc__
        codes_of_rule = re.findall(r'"(BR\d{3})"', inspect.getsource(module))
        assert set(codes_of_rule) <= set(explained())


ONE_AFSPRAAK: list[tuple[str, dict[str, Any], str]] = [
    ("BR401", {"tekst": "Het Rijk stelt PM miljoen beschikbaar."}, "PM"),
    ("BR401", {"tekst": "De XX – samenvatting."}, "XX"),
    ("BR401", {"tekst": "Om xx uur, bedrag […] euro."}, "xx"),
    ("BR401", {"tekst": "De planning is n.t.b. en wordt later ingevuld."}, "n.t.b."),
    ("BR401", {"brief": "De provincie volgt nog."}, "volgt nog"),
    ("BR402", {"themas": ("Waterr",)}, "water"),
    ("BR403", {"provincies": ("Friesland", "utrecht")}, "fryslan"),
    ("BR404", {"gebieden": ("NZKG",)}, "noordzeekanaalgebied"),
    ("BR405", {"themas": ()}, "themas"),
    ("BR406", {"provincies": ()}, "landelijk: true"),
    ("BR413", {"status": Status.VERVALLEN, "besluit": Besluit(datetime.date(2025, 5, 4), "x")}, "vóór"),
    ("BR413", {"status": Status.VERVALLEN, "besluit": Besluit(LATER, "x")}, "na de brief"),
    ("BR415", {"brief": "De provincie Friesland doet mee."}, "Fryslân"),
    ("BR461", {"tekst": "De provincie Friesland doet mee."}, "1-op-1"),
    ("BR416", {"brief": "De provincie Noord Holland doet mee."}, "Noord-Holland"),
    ("BR416", {"brief": "De provincie ZuidHolland doet mee."}, "Zuid-Holland"),
    ("BR417", {"brief": "In Brabant begint het."}, "Noord-Brabant"),
    ("BR418", {"status": Status.AANGEHOUDEN}, "besluit"),
    ("BR419", {"status": Status.GEWIJZIGD, "besluit": Besluit(DAG, "x")}, "geen tekst"),
    (
        "BR462",
        {"status": Status.GEWIJZIGD, "besluit": replace(GEWIJZIGD, tekst="Rijk en regio maken een plan.")},
        "voorgestelde",
    ),
    ("BR462", {"status": Status.VERVALLEN, "besluit": GEWIJZIGD}, "niet gebruikt"),
    ("BR419", {"status": Status.VASTGESTELD, "besluit": GEWIJZIGD}, "andere tekst"),
    ("BR421", {"voorstel": Voorstel(themas=("energie",), reden="'net' in de tekst")}, "energie"),
    ("BR422", {"zie": ("zw-2.1-3",)}, "zw-2.1-3"),
    ("BR422", {"zie": ("nw-2.3-1",)}, "zichzelf"),
    ("BR424", {"provincies": ("utrecht", "zuid-holland")}, "Zuid-Holland (Zuidwest)"),
    ("BR424", {"gebieden": ("de-peel",)}, "De Peel (Zuid)"),
    ("BR425", {"brief": "Ik heb uw Kamer hierover een brief gestuurd."}, "voetnoot"),
    ("BR427", {"brief": "De  provincie doet mee."}, "dubbele spatie"),
    ("BR427", {"brief": "De provincie , en de gemeente."}, "leesteken"),
    ("BR428", {"brief": "Wij informeren uw Kamer."}, "Wij"),
    ("BR457", {"tekst": "2. Rijk en regio maken een plan."}, "begint de nummering bij 2"),
    ("BR458", {"tekst": "Zij werken agendapunt 5 uit."}, "noem het onderwerp"),
    ("BR458", {"tekst": "Zij werken dit uit (zie ook 2.3)."}, "heet dat onderwerp"),
    ("BR458", {"agendapunt": "2.5.4 Zoet water", "tekst": "Zij werken 2.5.4 uit."}, "onderwerp 'Zoet water'"),
    ("BR433", {"dossiertekst": "Rijk en regio maken samen een plan."}, "nieuwere tekst"),
    ("BR440", {"na_overleg": LATER}, "kwam na het overleg (2025-07-01)"),
    ("BR670", {"afstemming": (Afstemming("IPO", Antwoord.AKKOORD, DAG, "00000000"),)}, "na het akkoord van 2025-06-04"),
    ("BR670", {"afstemming": (Afstemming("IPO", Antwoord.AKKOORD, None, "00000000"),)}, "na het akkoord van IPO"),
    ("BR432", {"publiceren": False, "brief": "De provincie doet mee."}, "niet gepubliceerd"),
]


@pytest.mark.parametrize(("code", "changes", "words"), ONE_AFSPRAAK)
def test_a_mistake_in_an_afspraak_is_found_alone(code: str, changes: dict[str, Any], words: str) -> None:
    found = meldingen(gegevens(afspraak(**changes)))
    assert {finding.code for finding in found} == {code}
    assert any(words in f"{finding.message} {finding.label} {finding.hint}" for finding in found)


SOUND: list[dict[str, Any]] = [
    {"tekst": "De provincie ontvangt 2 x 3 miljoen voor de Pm-norm en het x-as diagram."},
    {"tekst": "Zie [bijlage 2] en […en verder]."},
    {"brief": "FrieslandCampina en de regio West-Friesland doen mee."},
    {"brief": "Stedelijk Brabant, Noord-Brabant en Brabantstad doen mee."},
    {"brief": "Ik heb uw Kamer hierover een brief [@kst-1-2] gestuurd."},
    {"brief": "De gedeputeerden zien kansen. Zo maken we ons land mooier."},
    {"brief": "Dit kost € 2,5 miljoen; zie www.rijksoverheid.nl."},
    {"themas": (), "voorstel": None, "publiceren": False},
    {"tekst": "1. Eerst dit.\n2. Dan dat."},
    {"tekst": "Zij komen op punt 3 terug, zie artikel 2.3 van de wet, onder 12 jaar en bij 2.500 woningen."},
    {"tekst": "Er komen 2.5.4 zaken, en geen 12.2.3.1."},
    {"status": Status.VASTGESTELD, "na_overleg": LATER},
    {"afstemming": (Afstemming("IPO"), Afstemming("VNG", Antwoord.OPMERKING, DAG, "00000000"))},
    {"afstemming": (Afstemming("IPO", Antwoord.AKKOORD, DAG, tekstkenmerk("Rijk en regio maken een plan.")),)},
    {"provincies": (), "landelijk": True},
    {"provincies": ("noord-holland", "zuid-holland"), "gebieden": ("groene-hart",)},
    {"status": Status.GEWIJZIGD, "besluit": GEWIJZIGD},
    {"status": Status.TOEGEVOEGD, "besluit": Besluit(DAG, "voorstel van de regio")},
]


@pytest.mark.parametrize("changes", SOUND)
def test_what_looks_like_a_mistake_and_is_none_is_left_alone(changes: dict[str, Any]) -> None:
    found = [finding for finding in meldingen(gegevens(afspraak(**changes))) if finding.severity != "info"]
    assert found == []


def _other_text(data: Gegevens, text: str) -> Gegevens:
    return replace(data, afspraken=(replace(data.afspraken[0], tekst=text), *data.afspraken[1:]))


def test_a_text_that_is_not_that_of_its_dossier_is_an_error_with_the_words_that_differ() -> None:
    data = _other_text(gegevens(), "Rijk en regio maken nog een plan.")
    (finding,) = meldingen(data)
    assert (finding.code, finding.severity) == ("BR407", Severity.FOUT)
    assert finding.label == "hier: 'nog een plan.', in het dossier: 'een plan.'"


def test_an_emphasis_that_the_dossier_lacks_is_a_difference_too() -> None:
    (finding,) = meldingen(_other_text(gegevens(), "Rijk en regio maken **een plan**."))
    assert finding.code == "BR407"
    assert "opmaak" in finding.message


def test_an_agendapunt_or_publiceren_changed_by_hand_is_reported_once_and_only_against_the_dossier_as_read() -> None:
    data = gegevens(afspraak("nw-1-1"), afspraak("nw-1-2"))
    for changes in ({"agendapunt": "2.9 Zoet water"}, {"agendapunt": "2.3 Water"}, {"publiceren": False}):
        changed = replace(data, afspraken=tuple(replace(each, **changes) for each in data.afspraken))
        told = [each for each in meldingen(changed) if each.code == "BR187"]
        assert len(told) == (2 if "publiceren" in changes else 1), changes
        newer = replace(changed, bronnen={"noordwest": DossierBron("dossiers/noordwest.md", "cd")})
        assert "BR187" not in codes(newer)


def test_an_afspraak_of_the_dossier_that_is_gone_and_one_that_came_from_nowhere() -> None:
    data = gegevens(afspraak("nw-1-1"), afspraak("nw-1-2"))
    assert codes(replace(data, afspraken=data.afspraken[:1])) == ["BR408"]
    assert codes(replace(data, afspraken=(*data.afspraken, afspraak("nw-1-3")))) == ["BR409"]


def test_a_dossier_that_was_never_read_misses_nothing() -> None:
    data = gegevens(afspraak("nw-1-1"), afspraak("nw-1-2"))
    assert "BR408" not in codes(replace(data, afspraken=(), bronnen={}))


def test_a_paper_that_no_text_names_is_mentioned() -> None:
    paper, _ = stuk("kst-29435-267", {"titel": "Nota", "vergaderjaar": "2023-2024"})
    data = replace(gegevens(), stukken={"kst-29435-267": paper})
    assert codes(data) == ["BR410"]
    used = gegevens(brief_tekst="Zie de nota [@kst-29435-267].", stukken=data.stukken)
    assert codes(used) == []
    assert codes(gegevens(afspraak(kamerstukken=("kst-29435-267",)), stukken=data.stukken)) == []


def test_an_afspraak_that_the_letter_does_not_mention() -> None:
    (finding,) = meldingen(gegevens(niet_genoemd=("nw-2.3-1",)))
    assert (finding.code, finding.severity) == ("BR411", Severity.INFO)
    assert "thema=water" in (finding.label or "")


def test_an_id_that_is_used_twice_in_the_round() -> None:
    assert codes(gegevens(afspraak(), afspraak())) == ["BR412"]


def test_the_letter_is_not_from_before_the_last_meeting() -> None:
    assert codes(gegevens(ronde=ronde(datum=datetime.date(2025, 6, 3)))) == ["BR414"]


def test_one_forgotten_afspraak_of_a_landsdeel_that_is_agreed() -> None:
    done = afspraak("nw-1-1", status=Status.VASTGESTELD)
    assert codes(gegevens(done, afspraak("nw-1-2"))) == ["BR420"]
    assert codes(gegevens(done, afspraak("nw-1-2", na_overleg=LATER))) == ["BR440"]
    assert codes(gegevens(done, afspraak("nw-1-2", dossiertekst="Iets anders."))) == ["BR433"]
    assert codes(gegevens(afspraak("nw-1-1"), afspraak("nw-1-2"))) == []


def test_a_reference_in_one_direction() -> None:
    assert codes(gegevens(afspraak("nw-1-1", zie=("nw-1-2",)), afspraak("nw-1-2"))) == ["BR423"]
    both = afspraak("nw-1-1", zie=("nw-1-2",)), afspraak("nw-1-2", zie=("nw-1-1",))
    assert codes(gegevens(*both)) == []


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (datetime.date(2026, 9, 14), "2025-2026"),
        (datetime.date(2026, 9, 15), "2026-2027"),
        (datetime.date(2026, 9, 21), "2026-2027"),
    ],
)
def test_a_letter_near_prinsjesdag_is_told_its_vergaderjaar(day: datetime.date, words: str) -> None:
    found = [each for each in meldingen(gegevens(ronde=ronde(datum=day))) if each.code == "BR426"]
    assert len(found) == 1
    assert words in found[0].message
    other = {"2025-2026", "2026-2027"} - {words}
    assert other.pop() in (found[0].label or "")


def test_a_letter_far_from_prinsjesdag_is_not() -> None:
    assert "BR426" not in codes(gegevens(ronde=ronde(datum=datetime.date(2026, 10, 14))))


def test_several_ministers_say_wij() -> None:
    two = (Ondertekenaar("De minister", "A"), Ondertekenaar("De staatssecretaris", "B"))
    assert codes(gegevens(ronde=ronde(ondertekenaars=two))) == ["BR428"]
    assert codes(gegevens(ronde=ronde(ondertekenaars=two), brief_tekst="Wij melden de uitkomsten.")) == []


@pytest.mark.parametrize(
    ("bijlagen", "count"),
    [((), 2), (("Afsprakenlijst 2025",), 1), (("Beslisnota bij de brief", "Afsprakenlijst 2025"), 1)],
)
def test_the_annexes_hold_the_list_and_last_a_beslisnota(bijlagen: tuple[str, ...], count: int) -> None:
    assert codes(gegevens(ronde=ronde(bijlagen=bijlagen))) == ["BR429"] * count


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"aanwezig": {}}, ["BR430"]),
        ({"bronnen": {}}, ["BR430"]),
        ({"aanwezig": {"dossiers/noordwest.md": "cd"}}, ["BR460"]),
        ({"bronnen": {"noordwest": DossierBron("dossiers/noordwest.md", "")}}, []),
    ],
)
def test_a_dossier_that_is_not_there_not_read_or_changed(changes: dict[str, Any], expected: list[str]) -> None:
    assert codes(gegevens(**changes)) == expected


def test_a_signatory_without_a_name() -> None:
    nameless = (Ondertekenaar("De minister", "…"),)
    assert codes(gegevens(ronde=ronde(ondertekenaars=nameless))) == ["BR431"]


LETTERS = [
    ("BR401", "De opgave voor PM wordt later bekend.", 16, 2),
    ("BR415", "Ik noem Friesland.", 9, 9),
    ("BR425", "Ik schrijf. Op 3 mei heb ik uw Kamer een brief gestuurd over water.", 13, 55),
    ("BR427", "De provincie  doet mee.", 13, 2),
]


@pytest.mark.parametrize(("code", "line", "column", "length"), LETTERS)
def test_a_finding_in_the_letter_points_at_its_words(code: str, line: str, column: int, length: int) -> None:
    (finding,) = meldingen(gegevens(brief_tekst=f"# Kop\n\n{line}\n"))
    assert finding.code == code
    assert finding.place is not None
    assert (finding.place.line, finding.place.column, finding.place.length) == (3, column, length)
    assert finding.place.excerpt == line


def test_tables_references_and_addresses_of_the_letter_are_no_text() -> None:
    table = "| a  | b   |\n|----|-----|\n| c  | d   |\n\n"
    text = "Zie [de site](https://x.nl/PM) en [@kst-PM]. [^ik]\n\n::: {.afspraken thema=xx}\n:::\n"
    assert codes(gegevens(brief_tekst=table + text)) == []


def test_a_placeholder_in_a_title_is_found_once_for_all_its_afspraken() -> None:
    two = afspraak("nw-1-1", agendapunt="2.1 Status?"), afspraak("nw-1-2", agendapunt="2.1 Status?")
    assert codes(gegevens(*two)) == ["BR401"]


def test_a_placeholder_on_the_first_page_is_found() -> None:
    assert codes(gegevens(ronde=ronde(betreft="Uitkomsten XX"))) == ["BR401"]
    unnamed = (Ondertekenaar("De minister", "XX"),)
    assert codes(gegevens(ronde=ronde(ondertekenaars=unnamed))) == ["BR401"]


def test_dropped_afspraken_are_not_looked_at_for_words() -> None:
    dropped: Afspraak = afspraak(tekst="PM in Friesland", status=Status.VERVALLEN, besluit=Besluit(DAG, "ingetrokken"))
    assert codes(gegevens(dropped)) == []


def test_wie_een_afspraak_splitst_of_samenvoegt_wijkt_niet_af_zolang_elk_woord_er_staat() -> None:
    whole = afspraak("nw-2.3-1", tekst="Rijk en regio spreken af dat:\n\n- zij een plan maken;\n- zij dat betalen.")
    data = gegevens(whole)
    first = afspraak("nw-2.3-1", tekst="Rijk en regio spreken af dat:\n\n- zij een plan maken;")
    second = afspraak("nw-2.3-1b", tekst="- zij dat betalen.")
    assert codes(replace(data, afspraken=(first, second))) == []
    assert codes(replace(gegevens(first, second), afspraken=(whole,))) == []
    short = afspraak("nw-2.3-1b", tekst="- zij dat delen.")
    assert sorted(codes(replace(data, afspraken=(first, short)))) == ["BR407", "BR409"]


def test_what_kamerstuk_controleer_finds_controleren_finds_too() -> None:
    text = "Zie vergaderjaar 2027-2029, Kamerstuk 99 999, nr. 267 en Kamerstukken I 2024/25, 29435, nr. 12."
    assert sorted(set(codes(gegevens(brief_tekst=text)))) == ["BR203", "BR204", "BR205", "BR207"]
    assert codes(gegevens(afspraak(brief="Dit staat in Kamerstuk 99 999, nr. 267."))) == ["BR207"]
    wrong, _ = stuk("kst-99999-1", {"titel": "Nota", "vergaderjaar": "2024-2025"})
    letter = "Ik volg de nota [@kst-99999-1]."
    assert codes(gegevens(brief_tekst=letter, stukken={"kst-99999-1": wrong})) == ["BR207"]


def test_a_signatory_on_whose_behalf_the_letter_is_sent_as_well() -> None:
    data = gegevens(afspraak())
    one = data.ronde.brief.ondertekenaars[0].functie
    brief = replace(data.ronde.brief, mede_namens=(one.replace("De ", "de "), "de minister van Defensie"))
    found = meldingen(replace(data, ronde=replace(data.ronde, brief=brief)))
    assert [finding.code for finding in found] == ["BR455"]


def test_a_promise_that_the_letter_does_not_mention() -> None:
    with_promises = replace(ronde(), toezeggingen=("TZ202506-001", "TZ202506-002"))
    letter = "Hiermee doe ik de toezegging (TZ202506-001) gestand."
    (finding,) = meldingen(gegevens(ronde=with_promises, brief_tekst=letter))
    assert (finding.code, "TZ202506-002" in finding.message) == ("BR713", True)


def test_a_proposed_date_of_the_letter_is_to_be_confirmed() -> None:
    (finding,) = meldingen(gegevens(ronde=ronde(datum_voorgesteld=True)))
    assert (finding.code, "2025-06-12" in finding.message) == ("BR443", True)
    assert "brief datum brief" in (finding.label or "")


@pytest.mark.parametrize("unread", ["themas", "voorstel", "status", "publiceren"])
def test_whether_the_letter_mentions_an_afspraak_that_was_read_in_part_is_not_guessed(unread: str) -> None:
    data = gegevens(afspraak(onleesbaar=frozenset({unread})), niet_genoemd=("nw-2.3-1",))
    assert "BR411" not in codes(data)
    data = gegevens(
        afspraak(onleesbaar=frozenset({"zie"})), afspraak("nw-2.3-2"), niet_genoemd=("nw-2.3-1", "nw-2.3-2")
    )
    assert codes(data).count("BR411") == 2


def test_a_comment_that_is_open_is_told_with_who_made_it_and_where() -> None:
    made = Opmerking("nw-2.3-1", "Anna", "2025-06-05", "Klopt dit wel?", herkomst=Place("opmerkingen.yaml", 3))
    done = replace(made, wie="Bram", stand=OpmerkingStand.AFGEDAAN)
    (finding,) = meldingen(gegevens(opmerkingen=(done, made)))
    assert (finding.code, finding.place) == ("BR660", made.herkomst)
    assert finding.message == "opmerking van Anna bij nw-2.3-1 staat nog open: 'Klopt dit wel?'"
    assert "stand: afgedaan" in (finding.label or "")


def test_a_text_that_ends_before_that_of_its_dossier_says_so() -> None:
    (finding,) = meldingen(_other_text(gegevens(), "Rijk en regio maken een"))
    assert finding.label == "hier: '(niets meer)', in het dossier: 'plan.'"


def test_a_proposal_says_only_what_it_proposes_and_why() -> None:
    (finding,) = meldingen(gegevens(afspraak(voorstel=Voorstel(themas=("energie",), reden="net"))))
    assert (finding.message, finding.hint) == ("voorstel bij nw-2.3-1: thema energie", "reden: net")
    (finding,) = meldingen(gegevens(afspraak(voorstel=Voorstel(provincies=("utrecht",)))))
    assert (finding.message, finding.hint) == ("voorstel bij nw-2.3-1: provincie utrecht", None)


def test_a_letter_of_a_round_without_meetings_names_no_wrong_day() -> None:
    letter = "Op 4 juni waren de BO's Leefomgeving."
    assert "BR442" not in codes(gegevens(brief_tekst=letter, ronde=replace(ronde(), overleggen=())))


UNUSED, _ = stuk("kst-29435-267", {"titel": "Nota", "vergaderjaar": "2023-2024"})
FOLLOWS: list[tuple[str, Gegevens]] = [
    ("BR408", replace(gegevens(afspraak("nw-1-1"), afspraak("nw-1-2")), afspraken=(afspraak("nw-1-1"),))),
    ("BR410", gegevens(stukken={"kst-29435-267": UNUSED})),
    ("BR422", gegevens(afspraak(zie=("zw-2.1-3",)))),
    ("BR430", gegevens(bronnen={})),
    ("BR457", gegevens(afspraak(tekst="2. Rijk en regio maken een plan."))),
]


@pytest.mark.parametrize(("code", "data"), FOLLOWS, ids=[code for code, _ in FOLLOWS])
def test_nothing_follows_from_what_could_not_be_read(code: str, data: Gegevens) -> None:
    assert code in codes(data)
    assert code not in codes(replace(data, onvolledig=frozenset({"noordwest"})))


@pytest.mark.parametrize(
    ("code", "changes", "unread"),
    [
        ("BR405", {"themas": ()}, ("themas", "voorstel")),
        ("BR406", {"provincies": ()}, ("provincies", "gebieden", "landelijk", "voorstel")),
        ("BR418", {"status": Status.AANGEHOUDEN}, ("status", "besluit")),
        ("BR420", {}, ("status",)),
    ],
)
def test_nothing_follows_from_a_field_that_could_not_be_read(
    code: str, changes: dict[str, Any], unread: tuple[str, ...]
) -> None:
    done = afspraak("nw-1-1", status=Status.VASTGESTELD)
    assert code in codes(gegevens(done, afspraak("nw-1-2", **changes)))
    for field in unread:
        assert code not in codes(gegevens(done, afspraak("nw-1-2", onleesbaar=frozenset({field}), **changes)))


@pytest.mark.parametrize(
    ("betreft", "woorden"),
    [
        ("**Uitkomsten** van [@kst-29435-267]", "met tekens en al"),
        ("Uitkomsten van {{ datum }}", "met tekens en al"),
        ("A &amp; B", "met tekens en al"),
        ("Uit\x0bkomsten", "U+000B"),
        ("Uit\u200bkomsten", "U+200B"),
        ("“Uitkomsten 2025”", "gekrulde aanhalingstekens"),
    ],
)
def test_opmaak_in_een_veld_van_de_ronde_wordt_gemeld(betreft: str, woorden: str) -> None:
    (found,) = meldingen(gegevens(ronde=ronde(betreft=betreft)))
    assert found.code == "BR333"
    assert woorden in found.message
    assert "'brief.betreft'" in found.message


def test_een_naam_met_een_komma_die_in_stukken_is_gelezen_wordt_gemeld() -> None:
    names = ("de minister van Landbouw", "Visserij", "Voedselzekerheid en Natuur")
    assert codes(gegevens(ronde=ronde(mede_namens=names))) == ["BR337", "BR337"]
    good = ("de minister van Landbouw, Visserij, Voedselzekerheid en Natuur", "De staatssecretaris van Defensie")
    assert codes(gegevens(ronde=ronde(mede_namens=good))) == []
    annexes = (*ronde().brief.bijlagen[:-1], "Investeringsagenda", "versie 2", ronde().brief.bijlagen[-1])
    (found,) = meldingen(gegevens(ronde=ronde(bijlagen=annexes)))
    assert found.code == "BR337"
    assert found.label is not None
    assert '"Investeringsagenda, versie 2"' in found.label


def test_wat_algemeen_niet_houdt_wordt_gemeld() -> None:
    for text in ("Per 10^6^ inwoners.", "Zie [@kst-29435-267].", "- een lijst"):
        assert codes(gegevens(ronde=replace(ronde(), algemeen=text))) in (["BR333"], [])
    assert codes(gegevens(ronde=replace(ronde(), algemeen="Per 10^6^ inwoners."))) == ["BR333"]
    assert codes(gegevens(ronde=replace(ronde(), algemeen="Wij ~~zullen~~ doen."))) == ["BR070"]
    assert codes(gegevens(ronde=replace(ronde(), algemeen="Bedragen in euro's & 2 < 3."))) == []
