"""Whatever a reviewer changes: taken over in full, the next version says exactly what he made of it.

Edits are drawn at random and written as tracked changes, or without tracking. What has no place in the source is
listed, never lost: the sum is checked on each run. Rejecting everything changes no byte.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from brief.word.revisions.resolve import reject
from rounds.processing.keten import gelezen, inhoud, maak, retour, stuk, terug, versie, verwerkt
from rounds.processing.lezer import Lezer, W

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

WOORDEN = (
    "samen",
    "water en wonen",
    "2,5 miljoen",
    "[haakjes] *",
    "1. eerst",
    "één",
    "a_b",
    "- streep",
    "CO2; dan",
    "€ 5",
)
SOORTEN = ("vervang", "voeg toe", "haal weg", "alinea", "schrap", "splits", "samen")


@st.composite
def ingrepen(draw: st.DrawFn) -> list[tuple[str, int, int, str]]:
    one = st.tuples(st.sampled_from(SOORTEN), st.integers(0, 40), st.integers(0, 30), st.sampled_from(WOORDEN))
    return draw(st.lists(one, min_size=1, max_size=4))


def doe(lezer: Lezer, ingreep: tuple[str, int, int, str]) -> None:
    """Do one edit to a paragraph of the text, counted from the first to the last that may be edited."""
    soort, nummer, plek, woord = ingreep
    texts = [each for each in lezer.paragraphs() if _is_text(lezer, each)]
    paragraph = texts[nummer % len(texts)]
    runs = [t for t in paragraph.iter(f"{W}t") if _is_plain(t) and len((t.text or "").split()) > 1]
    if soort == "alinea":
        lezer.voeg_in(f"Nieuw: {woord}.", paragraph)
    elif soort == "schrap":
        lezer.schrap(paragraph)
    elif soort == "samen":
        after = paragraph.getnext()
        if after is not None and after in texts and _look(after) == _look(paragraph):
            lezer.voeg_samen(paragraph)
    elif runs:
        words = (runs[plek % len(runs)].text or "").split()
        word = words[plek % len(words)]
        if soort == "splits" and runs[plek % len(runs)].getparent().getparent() is paragraph:  # type: ignore[union-attr]
            lezer.splits(word, paragraph)
        elif soort != "splits":
            new = {"vervang": woord, "voeg toe": f"{word} {woord}", "haal weg": ""}[soort]
            lezer.vervang(word, new, paragraph)


def _is_plain(piece: object) -> bool:
    return not any(each.tag in {f"{W}del", f"{W}hyperlink"} for each in piece.iterancestors())  # type: ignore[attr-defined]


def _look(paragraph: object) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")  # type: ignore[attr-defined]
    return "" if style is None else str(style.get(f"{W}val"))


def _is_text(lezer: Lezer, paragraph: object) -> bool:
    """Tell whether a paragraph is of the letter or an afspraak: the rest is made, or stands in the template."""
    names = [mark.get(f"{W}name") or "" for mark in paragraph.iter(f"{W}bookmarkStart")]  # type: ignore[attr-defined]
    return any(name.startswith(("_hkb_", "_hka_", "_hkz_")) for name in names)


GEEN_KRIMP = (Phase.explicit, Phase.reuse, Phase.generate)
"""A run takes half a second: to make a failing case smaller would take minutes."""
GEMAAKT = "De nummers bij dit onderwerp"
"""What the program says itself of the numbers of an afspraak, by its first words."""


def _geschreven(data: bytes) -> list[str]:
    """Give what a document says; a space before a note falls away, for brief sets a note right behind its word."""
    return [each.replace(" [", "[") for each in gelezen(data) if GEMAAKT not in each]


@settings(
    max_examples=12, deadline=None, phases=GEEN_KRIMP, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ingrepen(), st.booleans(), st.sampled_from(["kamerbrief", "afsprakenlijst"]))
def test_wat_een_lezer_wijzigt_staat_na_opstellen_precies_zo_in_het_document(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, int, int, str]], volgt: bool, naam: str
) -> None:
    folder = maak(tmp_path_factory.mktemp("eigenschap"))
    lezer = Lezer(stuk(folder, naam), volgt=volgt)
    for each in edits:
        doe(lezer, each)
    data = lezer.bytes()
    before = inhoud(folder)
    done = verwerkt(folder, retour(folder, data))
    note(f"{done.regels} {done.lijst} {done.vragen} {done.meldingen}")
    assert not done.failed
    assert done.vragen == ()
    if not done.lijst:
        made = versie(folder) if done.paden else "v01"
        assert _geschreven(stuk(folder, naam, made)) == _geschreven(data)
    if done.paden:
        terug(folder)
    assert inhoud(folder) == before
    if volgt:
        _verworpen(folder, naam, lezer)


def _verworpen(folder: Path, naam: str, lezer: Lezer) -> None:
    """Reject all changes: then nothing is left to process."""
    reject(lezer.root)
    before = inhoud(folder)
    done = verwerkt(folder, retour(folder, lezer.bytes(), "verworpen.docx"))
    assert (done.gelezen, done.paden) == (0, ()), (naam, done.verschil, done.lijst)
    assert inhoud(folder) == before
