"""The proof reads a PDF by its tags, letters and indents, and names what was changed in it as in a Word file."""

from __future__ import annotations

import datetime
import functools
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from brief.finishing.office import convert, find_office
from brief.finishing.proof.compare import Soort
from brief.finishing.proof.lines import expected_lines
from brief.finishing.proof.read_docx import docx_lines
from brief.finishing.proof.report import frame_texts, prove_file
from brief.rounds.finishing import final_documents
from brief.rounds.opening import merged, open_round
from brief.text import CrossReference
from brief.word.compose import compose
from brief.word.finished.pdf_copy import for_pdf
from finishing.geplant import PLANTED, Opened
from keuring.gereedschap import command
from rounds.voorbeeldronde import PROJECT, RONDE

if TYPE_CHECKING:
    from brief.finishing.proof.compare import Fault
    from brief.text import Document, Element

pytestmark = pytest.mark.lang
DAY = datetime.date(2026, 9, 14)
WHOLE = "zoals het is"


@functools.cache
def listing() -> Document:
    """Give the first pages of the list of the sample round: short, and with every kind of text."""
    opened = open_round(RONDE)
    assert opened.bestanden is not None
    document = final_documents(merged(opened, opened.bestanden, "v01"))[1]
    owners = [each.afspraak or "" for each in document.body]
    end = next(number for number, owner in enumerate(owners) if owner.startswith("o-"))
    body = [each for each in document.body[:end] if not _leads_on(each)]
    return replace(document, body=tuple(body))


def _leads_on(element: Element) -> bool:
    """Tell whether an element leads to what may stand behind the end."""
    spans = getattr(element.block, "spans", ())
    return any(isinstance(span, CrossReference) for span in spans)


def docx(document: Document) -> bytes:
    template = PROJECT / "templates" / "afsprakenlijst.docx"
    return compose(document, template.read_bytes(), "t").data


@functools.cache
def pdfs() -> dict[str, bytes]:
    """Make a PDF of the list as it is and of each change in it, in one run of LibreOffice."""
    command("soffice")
    office = find_office()
    assert office is not None
    if not office.is_accessible:
        pytest.skip("this LibreOffice makes no PDF/UA-1")
    files = {WHOLE: for_pdf(docx(listing()), DAY)}
    for change, plant in PLANTED.items():
        opened = Opened("docx", docx(listing()))
        plant(opened, expected_lines(listing()))
        files[change] = for_pdf(opened.bytes(), DAY)
    return convert(office, files, office.pdf_filter)


def faults(pdf: bytes) -> tuple[Fault, ...]:
    frame = frame_texts(docx_lines(docx(replace(listing(), body=()))))
    return prove_file("lijst.pdf", pdf, listing(), frame).faults


def test_een_gave_pdf_geeft_geen_enkel_verschil() -> None:
    assert faults(pdfs()[WHOLE]) == ()


@pytest.mark.parametrize("change", PLANTED)
def test_wat_in_een_pdf_sloop_wordt_genoemd_met_soort_afspraak_en_bladzijde(change: str) -> None:
    wanted = PLANTED[change](Opened("docx", docx(listing())), expected_lines(listing()))
    found = faults(pdfs()[change])
    assert {(each.soort, each.owner) for each in found} == wanted
    assert all(each.place.startswith("bladzijde ") for each in found if each.soort is not Soort.ONTBREEKT)
