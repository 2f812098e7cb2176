"""A small round to assemble: afspraken and settings with few words."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from brief.assemble.samenvoegen import Samenstelling, kader_brief, kader_lijst, lijst_maken, samenvoegen
from brief.domain import Afspraak, BriefGegevens, Ondertekenaar, Overleg, Ronde, Status
from brief.kamerstuk.entry import stuk
from brief.text import parse

if TYPE_CHECKING:
    from brief.kamerstuk.register import Stuk

DAG = datetime.date(2026, 9, 14)
VOLGORDE = ("landelijk", "noord", "oost", "noordwest", "zuidwest", "zuid")


def ronde(*, namen: tuple[str, ...] = ("A",), mede_namens: tuple[str, ...] = (), **instellingen: object) -> Ronde:
    brief = BriefGegevens(
        DAG,
        "Uitkomsten",
        "brief.md",
        tuple(Ondertekenaar("De minister van VRO", naam) for naam in namen),
        mede_namens=mede_namens,
        bijlagen=("Afsprakenlijst 2026", "Beslisnota"),
    )
    return Ronde("2026", "Uitkomsten", (Overleg("noordwest", DAG, "x.md"),), brief, VOLGORDE, **instellingen)  # type: ignore[arg-type]


def register(*keys: str) -> dict[str, Stuk]:
    made = {key: stuk(key, {"titel": "Stuk", "vergaderjaar": "2023-2024"})[0] for key in keys}
    return {key: entry for key, entry in made.items() if entry is not None}


def afspraak(key: str, landsdeel: str, agendapunt: str = "2.1 Zoetwater", **velden: object) -> Afspraak:
    usual = {"tekst": f"- Tekst van {key}.", "themas": ("water",), "status": Status.VASTGESTELD}
    return Afspraak(key, landsdeel, agendapunt, **(usual | velden))  # type: ignore[arg-type]


def samen(
    afspraken: list[Afspraak],
    tekst: str = "::: {.afspraken thema=water}\n:::",
    keys: tuple[str, ...] = ("kst-29435-267", "kst-34682-107"),
    **instellingen: object,
) -> Samenstelling:
    asked, stukken = ronde(**instellingen), register(*keys)  # type: ignore[arg-type]
    read = parse(tekst)
    lijst = lijst_maken(kader_lijst(asked, stukken, versie="v01", versiedatum=DAG), asked, afspraken, stukken, {})
    kader = kader_brief(asked, read, lijst.document.notes, versie="v01", versiedatum=DAG)
    return samenvoegen(kader, asked, afspraken, stukken, read, lijst, "brief.md")
