"""Each change between two contents is told once, as what it is; what stayed is no change."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from brief.compare.changes import vergelijk
from brief.compare.content import Inhoud, Noot
from brief.compare.model import Soort, Wijziging, readable
from brief.compare.selecting import Keuze, gekozen
from compare.vergelijkset import afspraak, alinea, kop, lijst, met, zin

NOOT = Noot("kst-29435-267", "Tweede Kamer, Kamerstuk 29 435, nr. 267")
ANDERE = Noot("kst-34682-205", "Tweede Kamer, Kamerstuk 34 682, nr. 205")


def told(oud: Inhoud, nieuw: Inhoud) -> list[tuple[str, str, str]]:
    return [(each.soort.value, each.onderdeel, each.id) for each in vergelijk(oud, nieuw).wijzigingen]


def brief(*blokken: object) -> Inhoud:
    return lijst(*blokken, document="kamerbrief")  # type: ignore[arg-type]


def test_twee_keer_hetzelfde_is_geen_verschil() -> None:
    inhoud = lijst(kop("Noord"), afspraak("n-1", zin(1), NOOT), afspraak("n-2", zin(2)))
    assert vergelijk(inhoud, inhoud).is_gelijk
    assert vergelijk(inhoud, inhoud).ongewijzigd == 3


def test_een_afspraak_is_dezelfde_aan_haar_id_hoe_zij_ook_is_herschreven_en_verplaatst() -> None:
    oud = lijst(kop("Noord"), afspraak("n-1", zin(1)), afspraak("n-2", zin(2)), kop("Zuid"), afspraak("z-1", zin(3)))
    nieuw = lijst(kop("Noord"), afspraak("n-2", zin(2)), kop("Zuid"), afspraak("z-1", zin(3)), afspraak("n-1", zin(40)))
    (change,) = vergelijk(oud, nieuw).wijzigingen
    assert (change.soort, change.id) == (Soort.VERPLAATST_EN_GEWIJZIGD, "n-1")
    assert (change.was, change.pad) == (("Noord",), ("Zuid",))


def test_wie_van_plaats_wisselt_is_verplaatst_en_niet_weg_en_erbij() -> None:
    oud = lijst(kop("Noord"), *(afspraak(f"n-{n}", zin(n)) for n in range(6)))
    nieuw = lijst(kop("Noord"), *(afspraak(f"n-{n}", zin(n)) for n in (0, 4, 1, 2, 3, 5)))
    assert told(oud, nieuw) == [("verplaatst", "afspraak", "n-4")]


def test_een_andere_kop_maakt_van_wat_eronder_staat_geen_verplaatsing() -> None:
    oud = lijst(kop("Landsdeel Noord"), kop("Water en bodem in de provincie", 2), afspraak("n-1", zin(1)))
    nieuw = lijst(kop("Landsdeel Noord"), kop("Water en bodem in de regio", 2), afspraak("n-1", zin(1)))
    assert told(oud, nieuw) == [("gewijzigd", "kop", "")]


@pytest.mark.parametrize(
    ("veld", "waarde", "soort"),
    [
        ("status", "vervallen", "gewijzigd"),
        ("themas", ("energie",), "gewijzigd"),
        ("provincies", ("drenthe", "groningen"), "gewijzigd"),
        ("gebieden", ("groene-hart",), "gewijzigd"),
        ("kamerstukken", ("kst-1-2",), "gewijzigd"),
        ("agendapunt", "2.2 Onderwerp", "hernummerd"),
    ],
)
def test_wat_de_ronde_van_een_afspraak_weet_is_een_eigen_wijziging(veld: str, waarde: object, soort: str) -> None:
    inhoud = lijst(afspraak("n-1", zin(1)), afspraak("n-2", zin(2)))
    (change,) = vergelijk(inhoud, met(inhoud, "n-1", **{veld: waarde})).wijzigingen
    assert (change.soort.value, change.id, change.veld) == (soort, "n-1", veld)


def test_wat_hetzelfde_zegt_onder_een_ander_id_is_hernummerd() -> None:
    oud = lijst(kop("Noord"), afspraak("n-2.3-1", zin(1)), afspraak("n-2.3-2", zin(2)))
    nieuw = lijst(kop("Noord"), afspraak("n-2.3-1", zin(1)), afspraak("n-2.4-1", zin(2)))
    (change,) = vergelijk(oud, nieuw).wijzigingen
    assert (change.soort, change.oud, change.nieuw) == (Soort.HERNUMMERD, "n-2.3-2", "n-2.4-1")


def test_een_afspraak_die_er_twee_werd_is_gesplitst_en_omgekeerd_samengevoegd() -> None:
    whole = lijst(kop("Noord"), afspraak("n-1", f"{zin(1)} {zin(2)}"), afspraak("n-3", zin(3)))
    parts = lijst(kop("Noord"), afspraak("n-1", zin(1)), afspraak("n-1b", zin(2)), afspraak("n-3", zin(3)))
    (split,) = vergelijk(whole, parts).wijzigingen
    (joined,) = vergelijk(parts, whole).wijzigingen
    assert (split.soort, split.id, split.delen) == (Soort.GESPLITST, "n-1", ("n-1", "n-1b"))
    assert (joined.soort, joined.id, joined.delen) == (Soort.SAMENGEVOEGD, "n-1", ("n-1", "n-1b"))
    changed = "".join(text for op, text in split.woorden if op != "=")
    assert zin(1) not in changed
    assert zin(2) not in changed


def test_een_noot_is_dezelfde_aan_wat_zij_noemt_en_twee_noten_in_een_alinea_blijven_uit_elkaar() -> None:
    oud = brief(alinea(zin(1), NOOT, ANDERE), alinea(zin(2)))
    moved = brief(alinea(zin(2)), alinea(zin(1), NOOT, ANDERE))
    assert [each.onderdeel for each in vergelijk(oud, moved).wijzigingen] == ["brief"]
    nieuw = brief(alinea(zin(1), NOOT, Noot(ANDERE.sleutel, ANDERE.tekst + ", p. 3")), alinea(zin(2)))
    (change,) = vergelijk(oud, nieuw).wijzigingen
    assert (change.soort, change.onderdeel, change.veld) == (Soort.GEWIJZIGD, "voetnoot", ANDERE.sleutel)


def test_een_noot_die_wegvalt_erbij_komt_of_op_een_ander_woord_staat() -> None:
    one, none = brief(alinea(zin(1), NOOT)), brief(alinea(zin(1)))
    assert told(one, none) == [("vervallen", "voetnoot", "")]
    assert told(none, one) == [("toegevoegd", "voetnoot", "")]
    text = "Ik stuurde[^a] de nota die u kent."
    other = "Ik stuurde de nota[^a] die u kent."
    noot = Noot("a", "De noot.")
    before, after = (alinea("x", noot) for _ in range(2))
    oud = brief(type(before)("alinea", text, "x", noten=(noot,)))
    nieuw = brief(type(after)("alinea", other, "x", noten=(noot,)))
    assert told(oud, nieuw) == [("verplaatst", "voetnoot", "")]


def test_twee_noten_bij_hetzelfde_stuk_worden_elk_vergeleken() -> None:
    def noten(*pages: int) -> Inhoud:
        return brief(alinea(zin(1), *(Noot(NOOT.sleutel, f"{NOOT.tekst}, p. {page}") for page in pages)))

    def changes(oud: Inhoud, nieuw: Inhoud) -> list[tuple[str, str, str]]:
        return [(each.soort.value, each.oud[-4:], each.nieuw[-4:]) for each in vergelijk(oud, nieuw).wijzigingen]

    assert changes(noten(3, 9), noten(5, 9)) == [("gewijzigd", "p. 3", "p. 5")]
    assert changes(noten(3, 9), noten(3, 5)) == [("gewijzigd", "p. 9", "p. 5")]
    assert changes(noten(3, 9), noten(9, 3)) == [("gewijzigd", "p. 3", "p. 9"), ("gewijzigd", "p. 9", "p. 3")]
    assert changes(noten(3, 9), noten(9)) == [("vervallen", "p. 3", "")]
    assert changes(noten(3, 9), noten(3, 4, 9)) == [("toegevoegd", "", "p. 4")]
    assert changes(noten(3, 3), noten(3)) == [("vervallen", "p. 3", "")]


def test_een_noot_die_naar_een_plaats_gaat_met_dezelfde_woorden_ervoor_is_verplaatst() -> None:
    before = "Wij spreken met de provincie Drenthe[^a] en weer met de provincie Drenthe af."
    after = "Wij spreken met de provincie Drenthe en weer met de provincie Drenthe[^a] af."
    blok, noot = type(alinea("x")), Noot("a", "De noot.")
    oud, nieuw = (brief(blok("alinea", text, "x", noten=(noot,))) for text in (before, after))
    assert told(oud, nieuw) == [("verplaatst", "voetnoot", "")]


def test_een_zin_van_de_brief_hoort_bij_de_afspraken_die_zij_dekt() -> None:
    oud = brief(kop("Water"), alinea(zin(1), dekt=("n-1", "n-2")), alinea(zin(2), dekt=("n-3",)))
    nieuw = brief(kop("Water"), alinea(zin(30), dekt=("n-1", "n-2")), alinea(zin(2), dekt=("n-3",)))
    (change,) = vergelijk(oud, nieuw).wijzigingen
    assert (change.soort, change.dekt) == (Soort.GEWIJZIGD, ("n-1", "n-2"))


def test_van_een_alinea_staat_erbij_in_welk_document_zij_staat() -> None:
    def wat(document: str) -> list[str]:
        oud, nieuw = (lijst(alinea(zin(n), dekt=("n-1",)), document=document) for n in (1, 30))
        return [each.wat for each in vergelijk(oud, nieuw).wijzigingen]

    assert wat("afsprakenlijst") == ["tekst van de afsprakenlijst (over n-1)"]
    assert wat("kamerbrief") == ["tekst van de brief (over n-1)"]


def test_een_bestand_waarvan_de_ronde_niet_bekend_is_zegt_wat_niet_is_vergeleken() -> None:
    bare = Inhoud("retour.docx", lijst(afspraak("n-1", zin(1))).documenten)
    found = vergelijk(lijst(afspraak("n-1", zin(1))), bare)
    assert found.is_gelijk
    assert found.niet_vergeleken[0].endswith("retour.docx zegt daarvan niets")
    assert vergelijk(bare, bare).niet_vergeleken[0].endswith("retour.docx zeggen daarvan niets")


def test_een_vaste_spatie_in_een_veld_is_geen_wijziging() -> None:
    los, vast = (
        Inhoud(naam, tuple(replace(one, velden={"datum": day}) for one in lijst(afspraak("n-1", zin(1))).documenten))
        for naam, day in (("v01", "14 september 2026"), ("v02", "14\u00a0september\u00a02026"))
    )
    assert vergelijk(los, vast).is_gelijk


def test_wie_een_provincie_kiest_ziet_alleen_wat_haar_aangaat_ook_als_zij_er_net_af_is() -> None:
    inhoud = lijst(afspraak("n-1", zin(1)), afspraak("n-2", zin(2)))
    nieuw = met(met(inhoud, "n-1", provincies=("groningen",)), "n-2", themas=("energie",))
    found = vergelijk(inhoud, nieuw)
    assert [each.id for each in gekozen(found, Keuze(provincies=("groningen",))).wijzigingen] == ["n-1"]
    assert [each.id for each in gekozen(found, Keuze(provincies=("drenthe",))).wijzigingen] == ["n-1", "n-2"]
    assert [each.id for each in gekozen(found, Keuze(themas=("water", "energie"))).wijzigingen] == ["n-1", "n-2"]
    assert gekozen(found, Keuze(onderdelen=("brief",))).is_gelijk


def test_waar_weinig_blijft_staan_oud_en_nieuw_heel_naast_elkaar() -> None:
    assert readable(zin(1), zin(2))[0][0] == "="
    assert [op for op, _ in readable("De provincie bouwt huizen.", "Op tafel lag vooral de dijk bij Urk.")] == [
        "-",
        "+",
    ]


@given(st.integers(0, 10**6))
def test_bekende_bewerkingen_worden_alle_verteld_als_wat_zij_zijn(seed: int) -> None:
    """Swap, move, half reword, drop and add afspraken at once: the list of operations is the oracle."""
    chance = random.Random(seed)
    texts = {f"n-{n}": zin(n) for n in range(12)}
    order = list(texts)
    dropped, added, reworded = order[chance.randrange(12)], "n-99", set(chance.sample(order, 4))
    new_texts = {
        **texts,
        **{each: "Anders dan eerst: " + texts[each].replace("samen", "ieder apart") for each in reworded},
    }
    kept = [each for each in order if each != dropped]
    mover = chance.choice([each for each in kept if each not in {kept[0], kept[-1]}])
    rest = [each for each in kept if each != mover]
    place = chance.randrange(len(rest) + 1)
    new_order = [*rest[:place], mover, *rest[place:], added]
    new_texts[added] = "De waterschappen leggen hun plannen voor de dijken bij Urk dit najaar aan tafel."
    oud = lijst(kop("Noord"), *(afspraak(each, texts[each]) for each in order))
    nieuw = lijst(kop("Noord"), *(afspraak(each, new_texts[each]) for each in new_order))
    found: dict[str, Wijziging] = {}
    for each in vergelijk(oud, nieuw).wijzigingen:
        assert each.id not in found
        found[each.id] = each
    moved = {each for each, change in found.items() if change.soort.value.startswith("verplaatst")}
    assert {each for each, change in found.items() if "gewijzigd" in change.soort.value} == reworded - {dropped}
    assert {each for each, change in found.items() if change.soort is Soort.TOEGEVOEGD} == {added}
    assert {each for each, change in found.items() if change.soort is Soort.VERVALLEN} == {dropped}
    assert len(moved) <= 1
    assert [each for each in kept if each not in moved] == [each for each in new_order[:-1] if each not in moved]


@given(st.lists(st.integers(0, 30), min_size=1, max_size=12), st.lists(st.integers(0, 30), max_size=12))
def test_oud_en_nieuw_zijn_uit_de_woorden_terug_te_lezen(one: list[int], other: list[int]) -> None:
    oud, nieuw = (brief(*(alinea(zin(n)) for n in dict.fromkeys(numbers))) for numbers in (one, other))
    for each in vergelijk(oud, nieuw).wijzigingen:
        assert "".join(text for op, text in each.woorden if op in "=-") == each.oud
        assert "".join(text for op, text in each.woorden if op in "=+") == each.nieuw


def test_een_vaste_spatie_is_in_de_brief_geen_wijziging_en_in_een_afspraak_wel() -> None:
    noot = Noot("kst-29435-267", "Tweede Kamer, vergaderjaar\u00a02023\u20112024")
    plain = Noot("kst-29435-267", "Tweede Kamer, vergaderjaar 2023-2024")
    assert vergelijk(brief(alinea("Op 5 mei.", plain)), brief(alinea("Op 5\u00a0mei.", noot))).is_gelijk
    assert told(lijst(afspraak("n-1", "Op 5 mei.")), lijst(afspraak("n-1", "Op 5\u00a0mei."))) == [
        ("gewijzigd", "afspraak", "n-1")
    ]
