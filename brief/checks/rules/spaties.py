"""In de eigen tekst staat een dubbele spatie, of een spatie vóór een leesteken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.checks.gegevens import info
from brief.checks.teksten import teksten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic

_DOUBLE = re.compile(r"(?<=\S) {2,}(?=\S)")
_BEFORE = re.compile(r"(?<=\w) +(?=[,;:!?)]|\.(?![\w.]))")


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report them in the letter and in the sentences for it; the layout of tables and lists does not count."""
    for tekst in teksten(gegevens):
        if not tekst.eigen or tekst.tekst.lstrip().startswith("|"):
            continue
        body = re.sub(r"^(\s*(?:[-*+]|\w{1,4}[.)]))\s+", lambda match: "\x00" * len(match.group()), tekst.tekst)
        for pattern, message in ((_DOUBLE, "een dubbele spatie"), (_BEFORE, "een spatie vóór een leesteken")):
            for found in pattern.finditer(body):
                place = tekst.plaats(found.start(), found.group())
                yield info("BR427", f"in {tekst.over} staat {message}", place, "haal de spatie weg")
