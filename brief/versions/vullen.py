"""Fill the template of one document, and prove that what came of it holds each afspraak word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from brief.diagnostics import Diagnostic, Severity, has_errors
from brief.text import Role, Table, plain_spans

if TYPE_CHECKING:
    from collections.abc import Callable

    from brief.text import Document, Element
    from brief.word.compose import Composed

    Begin = Callable[[Document, bytes, str], Callable[[tuple[Element, ...]], Composed]]


class Kader(Struct, frozen=True):
    """A document without its body, the path of its template for messages, and the bytes of that."""

    document: Document
    path: str
    template: bytes


class Inhoud(Struct, frozen=True):
    """The body of a document.

    It goes to another process without the places that its words come from: only a message asks for those.
    """

    body: tuple[Element, ...]

    def __reduce__(self) -> tuple[type[Inhoud], tuple[tuple[Element, ...]]]:
        return Inhoud, (tuple(replace(element, source=None) for element in self.body),)


class Gevuld(Struct, frozen=True):
    """A finished document, or what there is to say of it; `data` is empty when a template could not be filled."""

    data: bytes
    meldingen: tuple[Diagnostic, ...] = ()

    def is_goed(self) -> bool:
        """Tell whether nothing stands in the way of writing it."""
        return not has_errors(self.meldingen)


def laden() -> None:
    """Load what `vullen` needs, before it is asked."""
    import brief.word.compose
    import brief.word.readback  # noqa: F401


def vullen(kader: Kader, begin: Begin | None = None) -> Callable[[Inhoud], Gevuld]:
    """Fill the frame of a document (with `begin` of `compose`), and give what makes the rest when its body is there.

    It is read back then: an afspraak that is not in it word for word is an error.
    """
    from brief.word import compose  # much, and only for who makes documents

    finish = (begin or compose.begin)(kader.document, kader.template, kader.path)

    def made(inhoud: Inhoud) -> Gevuld:
        composed = finish(inhoud.body)
        proof = bewijs(replace(kader.document, body=inhoud.body), composed) if composed.data else []
        return Gevuld(composed.data, (*composed.diagnostics, *proof))

    return made


def bewijs(document: Document, made: Composed) -> list[Diagnostic]:
    """Prove that the finished document holds the text of each afspraak word for word."""
    from brief.word.readback import altered

    wrong = altered(made.data, made.afspraken, teksten(document))
    sources = {element.afspraak: element.source for element in document.body if element.source is not None and wrong}
    return [
        Diagnostic(
            "BR510",
            Severity.FOUT,
            f"de tekst van afspraak {identifier} staat niet woord voor woord in {document.name}.docx",
            sources[identifier]() if identifier in sources else None,
            hint="er is niets geschreven; meld dit aan de beheerder van brief, met het afsprakenbestand erbij",
        )
        for identifier in wrong
    ]


def teksten(document: Document) -> dict[str, tuple[str, ...]]:
    """Give for each afspraak of a document the texts of its paragraphs and cells, in order.

    What Word cannot hold at all is reported where it is left out (BR315), and not expected here.
    """
    from brief.word.opc.characters import without_forbidden

    found: dict[str, list[str]] = {}
    for element in document.body:
        if element.role is not Role.AFSPRAAK or element.afspraak is None:
            continue
        block: Any = element.block
        cells = [cell for row in block.rows for cell in row] if isinstance(block, Table) else [block.spans]
        found.setdefault(element.afspraak, []).extend([without_forbidden(plain_spans(cell)) for cell in cells])
    return {identifier: tuple(texts) for identifier, texts in found.items()}
