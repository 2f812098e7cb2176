"""Check the places in a template: the body and the table of contents, each in a paragraph of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity
from brief.word.opc.names import w
from brief.word.template.beside import things_beside
from brief.word.template.values import BRIEF

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from brief.word.template.scan import Tag


def check_places(tags: Iterable[Tag], main: str, file: str, names: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Report a template without `{{ tekst }}`, and places that share a paragraph or stand outside the document."""
    tags = list(tags)
    for tag in tags:
        if tag.kind == "{{" and tag.inner in names:
            yield from _check_place(tag, main)
    if not any(tag.kind == "{{" and tag.inner == "tekst" for tag in tags):
        hint = "zet {{ tekst }} in een eigen alinea op de plek waar de tekst moet komen"
        yield Diagnostic("BR310", Severity.FOUT, "de tag {{ tekst }} ontbreekt", Place(file, part=main), hint=hint)


def _check_place(tag: Tag, main: str) -> Iterator[Diagnostic]:
    if tag.spot.part != main:
        hint = "in een koptekst, voettekst of voetnoot past geen lopende tekst; zet de tag in het document zelf"
        yield tag.fault("BR310", f"de tag {tag.source} staat niet in het document zelf", hint)
        return
    rest = tag.spot.text[: tag.start] + tag.spot.text[tag.end :]
    thing = next(things_beside(tag.spot.element, frame_counts=True), None)
    if rest.strip():
        yield tag.fault(
            "BR310", f"de tag {tag.source} deelt zijn alinea met andere tekst", "zet de tag in een eigen alinea"
        )
    elif thing is not None:
        hint = f"zet {thing} in een eigen alinea boven of onder de tag; de tag staat alleen in zijn alinea"
        yield tag.fault("BR310", f"de tag {tag.source} staat in een alinea met {thing}, en dat zou wegvallen", hint)
    elif next(tag.spot.element.iterancestors(w("txbxContent")), None) is not None:
        yield tag.fault("BR310", f"de tag {tag.source} staat in een tekstvak", "zet de tag in de gewone tekst")


def count_places(root: etree._Element, file: str, main: str) -> Iterator[Diagnostic]:
    """Report a filled document in which the body stands not at all, or more than once."""
    for name, at_least in (("tekst", 1), ("inhoudsopgave", 0)):
        count = sum(1 for _ in root.iter(f"{{{BRIEF}}}{name}"))
        if at_least <= count <= 1:
            continue
        how = "valt weg door een voorwaarde" if count == 0 else f"komt {count} keer in het document"
        hint = f"zorg dat {{{{ {name} }}}} bij deze gegevens één keer overblijft: niet in een lus, niet in twee takken"
        yield Diagnostic("BR310", Severity.FOUT, f"de tag {{{{ {name} }}}} {how}", Place(file, part=main), hint=hint)
