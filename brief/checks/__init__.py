"""The rules of a round, one a file. The docstring of a rule's module is what its user reads about it.

A rule is a function from a whole round (`Gegevens`) to findings. The list below is all there is: a rule that is not
in it does not run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks import (
    afspraak_ontbreekt,
    afspraak_zonder_dossier,
    besluit_ontbreekt,
    besluit_tekst,
    besluitdatum,
    bijlagen,
    brabant,
    brief_noemt_niet,
    brief_zonder_voetnoot,
    briefdatum,
    dossier_aanwezig,
    dossiertekst_open,
    friesland,
    gebied_bestaat,
    gebied_elders,
    id_dubbel,
    ik_of_wij,
    nog_voorgesteld,
    ondertekening,
    plaatshouder,
    plek_ontbreekt,
    provincie_bestaat,
    provincienaam,
    spaties,
    stuk_ongebruikt,
    tekst_wijkt_af,
    thema_bestaat,
    thema_ontbreekt,
    verdwenen_open,
    vergaderjaar_grens,
    voorstel_onbevestigd,
    zie_eenzijdig,
    zie_onbekend,
    zin_ongebruikt,
)
from brief.checks.gegevens import Gegevens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brief.diagnostics import Diagnostic

REGELS: tuple[Callable[[Gegevens], Iterator[Diagnostic]], ...] = (
    plaatshouder.controleer,
    thema_bestaat.controleer,
    provincie_bestaat.controleer,
    gebied_bestaat.controleer,
    thema_ontbreekt.controleer,
    plek_ontbreekt.controleer,
    tekst_wijkt_af.controleer,
    afspraak_ontbreekt.controleer,
    afspraak_zonder_dossier.controleer,
    stuk_ongebruikt.controleer,
    brief_noemt_niet.controleer,
    id_dubbel.controleer,
    besluitdatum.controleer,
    briefdatum.controleer,
    friesland.controleer,
    provincienaam.controleer,
    brabant.controleer,
    besluit_ontbreekt.controleer,
    besluit_tekst.controleer,
    nog_voorgesteld.controleer,
    voorstel_onbevestigd.controleer,
    zie_onbekend.controleer,
    zie_eenzijdig.controleer,
    gebied_elders.controleer,
    brief_zonder_voetnoot.controleer,
    vergaderjaar_grens.controleer,
    spaties.controleer,
    ik_of_wij.controleer,
    bijlagen.controleer,
    dossier_aanwezig.controleer,
    ondertekening.controleer,
    zin_ongebruikt.controleer,
    dossiertekst_open.controleer,
    verdwenen_open.controleer,
)
"""The rules, in the order of their codes: BR401 is the first."""


def controleer(gegevens: Gegevens) -> tuple[Diagnostic, ...]:
    """Give the findings of all rules."""
    return tuple(finding for regel in REGELS for finding in regel(gegevens))


__all__ = ["REGELS", "Gegevens", "controleer"]
