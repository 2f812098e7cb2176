"""Proposals that wait for an answer, on a terminal: the list of them, and one as it is asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.domain.redenen import zekerheid_tekst
from brief.render.terminal.messages import visible
from brief.render.terminal.words import BREEDTE, folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.rounds.confirming import Groep, Vermoeden

_LINES_OF_TEXT = 3
_MEMBERS_SHOWN = 8
_QUOTED = re.compile(r"'([^']+)'")


def groep_regels(groepen: Sequence[Groep]) -> list[str]:
    """List what is open, a line for each reason."""
    lines: list[str] = []
    kop = ""
    for groep in groepen:
        if (nieuw := waarde(groep)) != kop:
            kop = nieuw
            lines += ["", kop] if lines else [kop]
        lines += _gevouwen(f"{_aantal(groep)} {groep.reden}  ({_zekerheden(groep)})", "  ")
        lines += _gevouwen(_ids(groep.vermoedens), "      ")
    return lines


def waarde(groep: Groep) -> str:
    """Name what a group proposes: `Thema Energie (leidt)`."""
    leidt = " (leidt)" if groep.vermoedens[0].leidt else ""
    return visible(f"{groep.veld.enkelvoud.capitalize()} {groep.naam}{leidt}")


def kop_regels(groep: Groep, nummer: int, aantal: int) -> list[str]:
    """Introduce a group before its proposals are asked."""
    lines = ["", f"── {waarde(groep)}: {visible(groep.reden)}, {len(groep.vermoedens)}   (groep {nummer} van {aantal})"]
    if len(groep.vermoedens) > 1:
        shown = groep.vermoedens[:_MEMBERS_SHOWN]
        lines += [_kort(each) for each in shown]
        if (more := len(groep.vermoedens) - len(shown)) > 0:
            lines.append(f"     … en nog {more}")
    return lines


def vraag_regels(vermoeden: Vermoeden) -> list[str]:
    """Show a proposal that is asked: the afspraak, the words that led to it, and what is filled in already."""
    afspraak = vermoeden.afspraak
    lines = ["", *_gevouwen(f"{afspraak.id}  {afspraak.agendapunt}", "  ")]
    lines += [f"    {line}" for line in _om_de_grond(vermoeden)]
    lines += _gevouwen(f"omdat: {vermoeden.reden.woorden or 'geen reden gegeven'}", "  ")
    ingevuld = getattr(afspraak, vermoeden.veld.value)
    if ingevuld:
        said = ", ".join(ingevuld) if isinstance(ingevuld, tuple) else str(ingevuld)
        lines += _gevouwen(f"al ingevuld: {said}", "  ")
    return lines


def zekerheid(vermoeden: Vermoeden) -> str:
    """Say how certain a proposal is."""
    known = vermoeden.reden.zekerheid
    return "zekerheid onbekend" if known is None else f"zekerheid {zekerheid_tekst(known)}"


def _om_de_grond(vermoeden: Vermoeden) -> list[str]:
    """Give the first lines of the text, and the line with the words of the reason when it stands further on."""
    lines = folded(vermoeden.afspraak.geldend_plat, BREEDTE - 6)
    words = _QUOTED.findall(vermoeden.reden.woorden)
    at = next((n for n, line in enumerate(lines) if any(word in line for word in words)), 0)
    start = 0 if at < _LINES_OF_TEXT else at - 1
    part = lines[start : start + _LINES_OF_TEXT]
    if part and start + len(part) < len(lines):
        part[-1] += " …"
    return part


def _kort(vermoeden: Vermoeden) -> str:
    afspraak = vermoeden.afspraak
    head = f"     {afspraak.id:<12} {zekerheid_tekst(vermoeden.zekerheid) if vermoeden.reden.zekerheid else '  ? '}  "
    text = f"{afspraak.geldend_plat}"
    room = BREEDTE - len(head)
    return visible(head + (text if len(text) <= room else text[: room - 1].rsplit(" ", 1)[0] + " …"))


def _aantal(groep: Groep) -> str:
    return f"{len(groep.vermoedens):>3} ×"


def _zekerheden(groep: Groep) -> str:
    known = [each.reden.zekerheid for each in groep.vermoedens if each.reden.zekerheid is not None]
    if not known:
        return "zekerheid onbekend"
    low, high = (zekerheid_tekst(each) for each in (min(known), max(known)))
    return f"zekerheid {low}" if low == high else f"zekerheid {low} tot {high}"


def _ids(vermoedens: Sequence[Vermoeden]) -> str:
    return ", ".join(each.afspraak.id for each in vermoedens)


def _gevouwen(text: str, lead: str) -> list[str]:
    return [lead + line for line in folded(text, BREEDTE - len(lead))]
