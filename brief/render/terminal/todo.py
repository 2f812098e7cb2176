"""What is still to be decided in a round, and how many afspraken are printed, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.sources.datums import BRIEF

if TYPE_CHECKING:
    from brief.rounds.made.tally import Telling
    from brief.rounds.made.todo import TeBeslissen


def som(telling: Telling) -> str:
    """Give the sum from all afspraken to those in the list: `124 − 2 vervallen = 122 te publiceren = …`."""
    off = (
        (telling.vervallen, "vervallen"),
        (telling.aangehouden, "aangehouden"),
        (telling.niet_openbaar, "niet openbaar"),
    )
    taken = "".join(f" − {count} {what}" for count, what in off if count)
    noun = "afspraak" if telling.totaal == 1 else "afspraken"
    first = f"{telling.totaal} {noun}{taken} = {telling.te_publiceren} te publiceren"
    if not telling.samen:
        return f"{first}, alle in de afsprakenlijst" if telling.te_publiceren else first
    return f"{first}; − {telling.samen} die met haar tweeling één keer wordt gedrukt = {telling.gedrukt} in de lijst"


def overige_punten(open_ones: TeBeslissen) -> list[str]:
    """Say what else is open: dossiers that were read in half, and dates that nobody confirmed."""
    lines = [
        f"het nieuwere dossier van {each} is niet helemaal ingelezen: brief inlezen" for each in open_ones.halverwege
    ]
    count = len(open_ones.datums)
    if count:
        noun = "datum is" if count == 1 else "datums zijn"
        of = ", ".join("de brief" if each == BRIEF else f"overleg {each}" for each in open_ones.datums)
        lines.append(f"{count} {noun} nog een voorstel: {of}. Leg vast met: brief datum")
    return lines


def beslispunten(open_ones: TeBeslissen) -> list[tuple[str, tuple[str, ...]]]:
    """Give what nobody decided yet: the words for it, and the ids."""
    return [
        ("met een andere tekst dan het dossier, en geen besluit dat dit zegt", open_ones.anders),
        ("bijgekomen na het overleg, nog niet besloten", open_ones.na_overleg),
        ("nog voorgesteld", open_ones.voorgesteld),
        ("met een nieuwere tekst van het dossier, nog niet gekozen", open_ones.dossiertekst),
        ("niet meer in het dossier, nog niet besloten", open_ones.verdwenen),
    ]
