"""Write the content as a round on disk."""

from __future__ import annotations

import hashlib
import textwrap
from typing import TYPE_CHECKING

from brief.domain import LANDSDELEN, THEMAS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from benchmarks.opstellen.inhoud import Gegeven, Inhoud, Stuk

KOPRIJ = ("Gebied", "Jaar", "Bedrag")
OPENING = "Met deze brief informeer ik u over de uitkomsten van de overleggen in de vijf landsdelen."


def write_round(inhoud: Inhoud, folder: Path) -> None:
    """Write `ronde.yaml`, the dossiers, the afspraken, `kamerstukken.yaml` and `brief.md` into `folder`."""
    (folder / "dossiers").mkdir(parents=True)
    (folder / "afspraken").mkdir()
    for landsdeel in LANDSDELEN:
        dossier = folder / "dossiers" / f"{landsdeel}.md"
        dossier.write_text(f"# Dossier {landsdeel}\n", "utf-8")
        digest = hashlib.sha256(dossier.read_bytes()).hexdigest()
        own = [gegeven for gegeven in inhoud.afspraken if gegeven.landsdeel == landsdeel]
        (folder / "afspraken" / f"{landsdeel}.yaml").write_text(_afspraken(landsdeel, digest, own), "utf-8")
    (folder / "kamerstukken.yaml").write_text("".join(map(_stuk, inhoud.stukken)), "utf-8")
    (folder / "brief.md").write_text(_brief(inhoud), "utf-8")
    (folder / "ronde.yaml").write_text(_ronde(), "utf-8")


def tekst(gegeven: Gegeven) -> str:
    """Give the text of an afspraak in the Markdown form, which pandoc reads too."""
    parts = ["\n\n".join(gegeven.alineas)]
    if gegeven.punten:
        parts.append("\n".join(f"- {punt}" for punt in gegeven.punten))
    if gegeven.rijen:
        rows = [KOPRIJ, ("---",) * len(KOPRIJ), *gegeven.rijen]
        parts.append("\n".join("| " + " | ".join(row) + " |" for row in rows))
    return "\n\n".join(parts)


def _ronde() -> str:
    meetings = "".join(
        f"  - landsdeel: {landsdeel}\n    datum: 2026-09-09\n    dossier: dossiers/{landsdeel}.md\n"
        for landsdeel in LANDSDELEN
    )
    return (
        "ronde: 2026\ntitel: Meting van een ronde\noverleggen:\n"
        + meetings
        + "brief:\n  datum: 2026-09-14\n  betreft: Meting van een ronde\n  kenmerk:\n  tekst: brief.md\n"
        "  ondertekenaars:\n    - functie: De minister van Volkshuisvesting en Ruimtelijke Ordening\n"
        "      naam: A. Proef\n"
        "  bijlagen: [Afsprakenlijst]\n"
        "afsprakenlijst:\n  volgorde: [landelijk, noord, oost, noordwest, zuidwest, zuid]\n"
        "kamerstukken:\n  stijl: ministerie\n"
    )


def _afspraken(landsdeel: str, digest: str, own: Iterable[Gegeven]) -> str:
    head = f"dossier: {{bestand: dossiers/{landsdeel}.md, sha256: {digest}, versie: meting}}\nafspraken:\n"
    return head + "".join(map(_afspraak, own))


def _afspraak(gegeven: Gegeven) -> str:
    return (
        f"  - id: {gegeven.id}\n    agendapunt: {gegeven.agendapunt}\n    tekst: |\n"
        f"{textwrap.indent(tekst(gegeven), ' ' * 6)}\n"
        f"    status: vastgesteld\n    themas: [{gegeven.thema}]\n    provincies: [{gegeven.provincie}]\n"
        f"    landelijk: false\n    publiceren: true\n    brief: |\n      {gegeven.brief}\n"
    )


def _stuk(stuk: Stuk) -> str:
    return (
        f"{stuk.sleutel}:\n  titel: {stuk.titel}\n  datum: 2025-11-04\n  vergaderjaar: 2025-2026\n  soort: brief\n"
        f"  url: https://zoek.officielebekendmakingen.nl/{stuk.sleutel}.html\n"
    )


def _brief(inhoud: Inhoud) -> str:
    parts = [OPENING]
    for thema, alineas in inhoud.alineas:
        parts.append(f"# {THEMAS[thema].naam}")
        parts += [f"{alinea[:-1]} [@{stuk.sleutel}]." for alinea, stuk in alineas]
        parts.append(f"::: {{.afspraken thema={thema}}}\n:::")
    return "\n\n".join(parts) + "\n"
