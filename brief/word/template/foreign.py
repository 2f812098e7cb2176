"""Elements of a template that Word does not know: it opens no file with them, or passes over what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from brief.diagnostics import Diagnostic, Severity
from brief.word.opc.foreign import elements_of, foreign_spaces, ignorable, processed
from brief.word.opc.markup import local
from brief.word.opc.names import w
from brief.word.template.scan import first_tag, paragraph_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.diagnostics import Place
    from brief.word.template.parts import Template

_SHOWN = 60


def check_foreign(template: Template) -> Iterator[Diagnostic]:
    """Report elements that Word does not know, but for those in the list of extensions of a drawing."""
    for part, tree in template.trees.items():
        spaces = foreign_spaces(etree.tostring(tree))
        passed, looked_through = ignorable(tree), processed(tree)
        where = paragraph_places(tree, template.file, part) if spaces else None
        for element in elements_of(tree, spaces):
            space = str(etree.QName(element).namespace)
            if where is None or any(local(each) == "ext" for each in element.iterancestors()):
                continue
            if space not in passed:
                hint = "open het sjabloon in Word, haal dit weg en bewaar het opnieuw"
                message = f"het sjabloon is niet te gebruiken: Word kent het onderdeel <{local(element)}> niet"
                yield Diagnostic("BR301", Severity.FOUT, message, where(element), hint=hint)
            elif looked_through.isdisjoint((str(element.tag), f"{{{space}}}*")):
                text = "".join(each.text or "" for each in element.iter(w("t")))
                if text.strip():
                    yield _passed_over(text, where(element))


def _passed_over(text: str, place: Place) -> Diagnostic:
    what = "de tag" if first_tag(text) else "de tekst"
    code, severity = ("BR313", Severity.FOUT) if first_tag(text) else ("BR331", Severity.WAARSCHUWING)
    message = f"{what} in {text[:_SHOWN]!r} staat in een onderdeel dat Word overslaat"
    return Diagnostic(code, severity, message, place, hint="typ wat mee moet als gewone tekst in het sjabloon")
