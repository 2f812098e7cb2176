"""Tell on the next page what a deed came to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, request, url_for

from brief.diagnostics import Diagnostic, Severity
from brief.web.show import stand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.rounds.opening import Opened
    from brief.web.table import Uitslag


_MOST = 3
_LONGEST = 600
"""How many characters of a message are told: what waits for the next page waits in a cookie, which holds no more."""


def tell(result: Uitslag) -> None:
    """Keep what a deed said for the page that comes after it."""
    _tell(result.regels, "gedaan")
    _tell([_said(each) for each in result.findings], "fout")
    if not result.regels and not result.findings:
        tell_nothing("Er was niets te doen.")


def _tell(lines: Sequence[str], kind: str) -> None:
    """Keep the first lines, and how many more there are."""
    for line in lines[:_MOST]:
        flash(_short(line), kind)
    if len(lines) > _MOST:
        flash(f"en nog {len(lines) - _MOST}", kind)


def tell_nothing(why: str) -> None:
    """Keep for the page that comes why nothing was done."""
    flash(why, "niets")


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _said(finding: Diagnostic) -> str:
    hint = finding.label or finding.hint
    place = f" ({finding.place})" if finding.place else ""
    return f"{finding.message}{place}{f': {hint}' if hint else ''} [{finding.code}]"


def here() -> str:
    """Give the page that a form stood on; only ever one of ours."""
    given = request.form.get("hier", "")
    return given if given.startswith("/") and given[1:2] not in {"/", "\\"} else url_for("begin")


def meanwhile(opened: Opened, identity: str) -> tuple[Diagnostic, ...]:
    """Give a finding when an afspraak is not what it was on the page that the form came from."""
    bestanden = opened.bestanden
    found = next((each for each in bestanden.afspraken if each.id == identity), None) if bestanden else None
    if found is not None and request.form.get("stand") == stand(found):
        return ()
    message = f"{identity} is intussen elders gewijzigd; er is niets opgeslagen"
    hint = "kijk wat er nu staat en doe het opnieuw"
    return (Diagnostic("BR742", Severity.FOUT, message, found.place if found else None, hint=hint),)
