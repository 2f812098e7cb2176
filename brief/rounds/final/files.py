"""The files of a final document: filled and cleaned, with the pages of a real layout, in the other formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity
from brief.finishing.layout import lay_out
from brief.finishing.odt import settled
from brief.finishing.office import ODT, ConversionError, convert, find_office
from brief.text import plain
from brief.word.compose import compose
from brief.word.finished.clean import clean
from brief.word.finished.pages import page_references
from brief.word.finished.traces import addresses, drafts, traces

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from brief.finishing.office import Office
    from brief.rounds.templates import Sjablonen
    from brief.text import Document
    from brief.word.finished.traces import Trace

_WITHOUT = (
    "Er is geen LibreOffice gevonden: er is geen PDF en geen .odt, en de inhoudsopgave heeft koppelingen zonder "
    "paginanummers."
)
_F9 = "open het document in Word en druk op Ctrl+A en F9, of haal de inhoudsopgave uit het sjabloon"


def composed(
    documents: tuple[Document, ...], templates: Sjablonen, names: Mapping[str, str]
) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """Fill the templates and clean the result; give it by the final name, with every trace that is left."""
    made, found = {}, []
    for document in documents:
        path, template = templates.by_document[document.name]
        composed = compose(document, template, path)
        found += [each for each in composed.diagnostics if each.is_error]
        if composed.data:
            name = names[document.name]
            made[name] = clean(composed.data)
            found += _left(made[name], f"{name}.docx")
            body = {"".join(plain([element.block]).split()) for element in document.body}
            found += (_still_draft(each, f"{name}.docx") for each in drafts(made[name], body))
    return made, found


def _still_draft(trace: Trace, name: str) -> Diagnostic:
    message = f"in het definitieve document staat nog {trace.kind}: '{trace.words}'"
    hint = "zet het in het sjabloon tussen {%p if concept %} en {%p endif %}, elk in een eigen alinea"
    return Diagnostic("BR704", Severity.FOUT, message, Place(name, part=trace.part), hint=hint)


def _left(docx: bytes, name: str) -> list[Diagnostic]:
    hint = "haal het weg uit het sjabloon of de tekst, en maak een nieuwe versie"
    found = [
        Diagnostic(
            "BR704",
            Severity.FOUT,
            f"in het document staat wat niet naar buiten mag: {each.kind}"
            + (f" ('{each.words}')" if each.words else ""),
            Place(name, part=each.part),
            hint=hint,
        )
        for each in traces(docx)
    ]
    return found + [
        Diagnostic("BR708", Severity.FOUT, f"in het document staat een e-mailadres: {each}", Place(name), hint=hint)
        for each in addresses(docx)
    ]


def converted(
    docx: Mapping[str, bytes], day: datetime.date
) -> tuple[dict[str, bytes], list[Diagnostic], list[str], str]:
    """Make the other formats with LibreOffice, dated `day`; without it there are .docx and HTML, and that is said."""
    office = find_office()
    if office is None:
        unknown = [_uncertain(name) for name, data in docx.items() if page_references(data)]
        return {f"{name}.docx": data for name, data in docx.items()}, unknown, [_WITHOUT], ""
    try:
        laid_out = lay_out(office, docx, day)
        odt = convert(office, laid_out.docx, ODT)
    except ConversionError as error:
        message = f"LibreOffice ({office.shown}) kan een document niet omzetten: {error}"
        hint = "sluit LibreOffice en probeer het nog eens"
        return {}, [Diagnostic("BR709", Severity.FOUT, message, hint=hint)], [], ""
    files = {f"{name}.docx": data for name, data in laid_out.docx.items()}
    files |= {f"{name}.pdf": data for name, data in laid_out.pdf.items()}
    files |= {f"{name}.odt": settled(data) for name, data in odt.items()}
    found = [_uncertain(name) for name in laid_out.unsure]
    said, norm = about_pdf(office)
    return files, found, said, norm


def _uncertain(name: str) -> Diagnostic:
    message = f"de bladzijden van '{name}' zijn niet met zekerheid te lezen"
    return Diagnostic("BR705", Severity.WAARSCHUWING, message, hint=_F9)


def about_pdf(office: Office) -> tuple[list[str], str]:
    """Say which standards the PDF of a LibreOffice keeps, and name them for the manifest."""
    if office.is_accessible:
        return [f"De PDF is PDF/UA-1 (toegankelijk) en PDF/A-2b (duurzaam), gemaakt met LibreOffice {office.shown}."], (
            "PDF/UA-1 en PDF/A-2b"
        )
    return [
        f"De PDF is gemaakt met LibreOffice {office.shown}. Hij is geen PDF/UA-1 en geen PDF/A-2b, en dus niet "
        "toegankelijk genoeg om te publiceren; daarvoor is LibreOffice 25.2 of nieuwer nodig."
    ], "geen"
