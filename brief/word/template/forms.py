"""Text of a template that stands there in two forms, a new and an old one: every program shows only one of them.

Word writes both when it saves a text box, and reads the new one. LibreOffice does too; other readers, and programs that
convert a document, may take the old one. Both are filled, so they must say the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Severity
from brief.word.opc.markup import MC
from brief.word.opc.names import w
from brief.word.template.scan import paragraph_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from brief.word.template.parts import Template

_MOST = 50
"""Characters of each form that a message shows."""
_HINT = "wis het tekstvak in Word en maak het opnieuw, of zet de tekst in een kader; Word bewaart dan één tekst"


def check_forms(template: Template) -> Iterator[Diagnostic]:
    """Report the text boxes of which the forms do not say the same."""
    for part, tree in template.trees.items():
        place_of = None
        for both in tree.iter(f"{MC}AlternateContent"):
            forms = [_words(form) for form in both.iterchildren(f"{MC}Choice", f"{MC}Fallback") if _has_box(form)]
            other = next((form for form in forms if form.split() != forms[0].split()), None)
            if other is None:
                continue
            place_of = place_of or paragraph_places(tree, template.file, part)
            message = (
                f"een tekstvak heeft twee teksten: Word toont {_shown(forms[0])}, een ander programma {_shown(other)}"
            )
            yield Diagnostic("BR342", Severity.WAARSCHUWING, message, place_of(both), hint=_HINT)


def _has_box(form: etree._Element) -> bool:
    return next(form.iter(w("txbxContent")), None) is not None


def _words(form: etree._Element) -> str:
    """Give the text of a form, with a space after each paragraph."""
    return "".join(" " if each.tag == w("p") else each.text or "" for each in form.iter(w("p"), w("t"))).strip()


def _shown(words: str) -> str:
    said = " ".join(words.split())
    return f"'{said[:_MOST]}{'…' if len(said) > _MOST else ''}'" if said else "niets"
