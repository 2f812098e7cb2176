"""Er staat opmaak in een veld van `ronde.yaml`.

Betreft, namen, bijlagen en adressen zijn gewone tekst: `**vet**` of `{{ datum }}` wordt zo afgedrukt. Van `algemeen`
blijven alleen de woorden over.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.checks.gegevens import waarschuwing
from brief.text import Paragraph, Run, Style, parse
from brief.text.invisible import unprintable, unseen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic
    from brief.domain import Ronde
    from brief.text import Block

_QUOTED = re.compile(r"[“„‟][^“”„‟]*[”“]|[‘‚][^‘’‚]*[’‘]")
"""A whole value between signs that an editor made of straight ones: YAML does not take them for its own."""


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report mark-up that would be printed as it is typed, or that would fall away."""
    ronde = gegevens.ronde
    for veld, text in _fields(ronde):
        place = gegevens.ronde_plaats(veld)
        if char := unprintable(text) or unseen(text):
            said = f"in '{veld}' staat het teken U+{ord(char):04X}, en dat toont Word niet"
            yield waarschuwing("BR333", said, place, "haal het weg; het is meestal een rest van knippen en plakken")
        elif _QUOTED.fullmatch(text.strip()):
            said = f"'{veld}' staat tussen gekrulde aanhalingstekens, en die komen in het document: {text.strip()[:60]}"
            yield waarschuwing("BR333", said, place, 'haal ze weg, of typ rechte aanhalingstekens om de waarde: "…"')
        elif _is_marked(text):
            said = f"in '{veld}' staat opmaak, en die komt met tekens en al in het document: '{text[:60]}'"
            yield waarschuwing("BR333", said, place, "dit veld is gewone tekst: haal de tekens weg")
    parsed = parse(ronde.algemeen)
    place = gegevens.ronde_plaats("afsprakenlijst.algemeen")
    yield from (replace(each, place=place) for each in parsed.diagnostics)
    if any(_loses(block) for block in parsed.blocks):
        said = "in 'afsprakenlijst.algemeen' staat opmaak, een link of een voetnoot, en die valt weg"
        yield waarschuwing("BR333", said, place, "schrijf hier gewone zinnen")


def _fields(ronde: Ronde) -> Iterator[tuple[str, str]]:
    brief = ronde.brief
    yield "titel", ronde.titel
    yield "brief.betreft", brief.betreft
    yield "brief.kenmerk", brief.kenmerk or ""
    for each in brief.ondertekenaars:
        yield "brief.ondertekenaars", each.functie
        yield "brief.ondertekenaars", each.naam
    yield from (("brief.mede_namens", each) for each in brief.mede_namens)
    yield from (("brief.bijlagen", each) for each in brief.bijlagen)
    sender = brief.afzender
    several = (sender.ministerie, sender.directie, sender.bezoekadres, sender.postadres, sender.geadresseerde)
    yield from (("brief.afzender", line) for lines in several for line in lines)
    yield from (("brief.afzender", line) for line in (sender.retouradres, sender.website, sender.aanhef))


def _is_marked(text: str) -> bool:
    """Tell whether a text within a sentence would be read as more than its characters."""
    sentence = f"veld {' '.join(text.split())}".rstrip()
    parsed = parse(sentence)
    return bool(parsed.diagnostics) or parsed.blocks != (Paragraph((Run(sentence),)),)


def _loses(block: Block) -> bool:
    """Tell whether a block holds anything that is no plain text."""
    spans = getattr(block, "spans", None)
    if spans is None:
        return True
    return any(not isinstance(span, Run) or span.style is not Style.PLAIN or span.link for span in spans)
