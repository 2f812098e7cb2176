"""Fill in what the letter says of an afspraak: its sentence, and the papers that it refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from brief.diagnostics import Diagnostic, Severity
from brief.diagnostics.nearest import nearest
from brief.rounds import named
from brief.rounds.decisions.gathering import Gathering
from brief.rounds.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief.domain import Afspraak
    from brief.kamerstuk import Stuk
    from brief.rounds.opening import Opened
    from brief.sources.edit import Edit


class Invulling(Struct, frozen=True):
    """What must stand with an afspraak: the sentence (Markdown, empty for none) and the keys of its papers."""

    id: str
    zin: str
    kamerstukken: tuple[str, ...]


def plan(opened: Opened, invulling: Invulling) -> Plan:
    """Give what filling in changes in the file of an afspraak. Nothing is written."""
    bestanden = opened.bestanden
    if bestanden is None:
        return Plan(opened.folder, findings=opened.errors)
    afspraak, findings = named.afspraak(opened, bestanden, invulling.id)
    if afspraak is None:
        return Plan(opened.folder, findings=findings)
    work = Gathering(opened, bestanden)
    edit = work.edit(afspraak.landsdeel)
    known = {**bestanden.kamerstukken, **dict.fromkeys(afspraak.kamerstukken)}
    work.findings += (_unknown(key, known) for key in invulling.kamerstukken if key not in known)
    if edit is not None and not work.findings and (said := _fill(edit, afspraak, invulling)):
        work.regels.append(f"{afspraak.id}: {said}")
    return work.plan()


def _fill(edit: Edit, afspraak: Afspraak, invulling: Invulling) -> str:
    """Put in the fields what is another by now; say in Dutch what that is."""
    said = []
    sentence = invulling.zin.strip()
    if sentence != (afspraak.brief or "").strip():
        said.append("zin voor de brief" if sentence else "geen zin voor de brief")
        if sentence:
            edit.set(afspraak.id, "brief", sentence)
        else:
            edit.remove(afspraak.id, "brief")
    if invulling.kamerstukken != afspraak.kamerstukken:
        said.append("Kamerstukken")
        if invulling.kamerstukken:
            edit.set(afspraak.id, "kamerstukken", invulling.kamerstukken)
        else:
            edit.remove(afspraak.id, "kamerstukken")
    return " en ".join(said)


def _unknown(key: str, known: Mapping[str, Stuk | None]) -> Diagnostic:
    near = nearest(key, list(known))
    hint = f"bedoelde u '{near}'?" if near else f"voeg het toe met: brief kamerstuk voegtoe {key}"
    return Diagnostic("BR743", Severity.FOUT, f"'{key}' staat niet in kamerstukken.yaml", hint=hint)
