"""The proof of 1-op-1 turns red for each change that could slip into a finished file, and names it with its place."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, cast

import pytest
from msgspec.structs import replace

from brief.finishing.proof.compare import Fault, Soort
from brief.finishing.proof.lines import expected_lines
from brief.finishing.proof.read_docx import docx_lines
from brief.finishing.proof.read_html import html_lines
from brief.finishing.proof.report import frame_texts, prove_file
from brief.render.html.document import document_page
from brief.rounds.final.proof_sources import sources
from brief.rounds.finishing import final_documents
from brief.rounds.opening import merged, open_round
from brief.text import Element, ListItem, Note, Run, Style, plain_spans
from brief.word.compose import compose
from finishing.afgerond import LIST, final, finished
from finishing.geplant import PLANTED, Opened
from keuring.gereedschap import command

if TYPE_CHECKING:
    from brief.text import Document, Spans

FILE_KINDS = ("docx", "odt", "html")


@pytest.fixture(scope="module", autouse=True)
def _libreoffice() -> None:
    command("soffice")


@functools.cache
def document() -> Document:
    opened = open_round(finished().parents[2] / "input" / "2026")
    assert opened.bestanden is not None
    return final_documents(merged(opened, opened.bestanden, "v01"))[1]


@functools.cache
def frame(kind: str) -> tuple[str, ...]:
    empty = replace(document(), body=())
    if kind == "html":
        return frame_texts(html_lines(document_page(empty)))
    template = finished().parents[2] / "templates" / "afsprakenlijst.docx"
    return frame_texts(docx_lines(compose(empty, template.read_bytes(), "t").data))


def faults(kind: str, data: bytes, wanted: Document | None = None) -> tuple[Fault, ...]:
    return prove_file(f"lijst.{kind}", data, wanted or document(), frame(kind)).faults


def test_een_gaaf_bestand_geeft_geen_enkel_verschil() -> None:
    for kind in (*FILE_KINDS, "pdf"):
        assert faults(kind, final(LIST, kind)) == (), kind


@pytest.mark.parametrize("kind", FILE_KINDS)
@pytest.mark.parametrize("change", PLANTED)
def test_wat_erin_sloop_wordt_genoemd_met_soort_afspraak_en_plaats(change: str, kind: str) -> None:
    file = Opened(kind, final(LIST, kind))
    wanted = PLANTED[change](file, expected_lines(document()))
    found = faults(kind, file.bytes())
    assert {(each.soort, each.owner) for each in found} == wanted
    assert all(each.place or each.soort is Soort.ONTBREEKT for each in found)


def _at(number: int) -> int:
    body = document().body
    return [n for n, e in enumerate(body) if e.afspraak and isinstance(e.block, ListItem)][number]


def _reworded(body: list[Element], at: int) -> None:
    body[at] = replace(body[at], block=ListItem((Run("Heel iets anders dan er staat."),)))


def test_een_pdf_die_iets_anders_zegt_dan_de_lijst() -> None:
    """Hold the PDF against a list in which a word, a level, a place, a note and a m³ are others, one more and one less.

    That each of these is seen when it is the PDF that is changed, `make lang` shows.
    """
    body: list[Element] = list(document().body)
    items = [n for n in range(len(body)) if body[n].afspraak and isinstance(body[n].block, ListItem)]
    plain = [n for n in items if not _has_note(body[n]) and len(_spans(body[n])) == 1]
    word, level, one, other, less, more = plain[3], plain[5], plain[7], plain[-3], plain[9], plain[11]
    note = next(n for n in items if _has_note(body[n]))
    raised = next(n for n in items if any(isinstance(s, Run) and s.style & Style.SUPERSCRIPT for s in _spans(body[n])))
    wanted = {
        (Soort.GEWIJZIGD, body[word].afspraak),
        (Soort.NIVEAU, body[level].afspraak),
        (Soort.VERPLAATST, body[one].afspraak),
        (Soort.VERPLAATST, body[other].afspraak),
        (Soort.VOETNOOT, body[note].afspraak),
        (Soort.HOOGTE, body[raised].afspraak),
        (Soort.ZONDER_BRON, ""),
        (Soort.ONTBREEKT, body[more].afspraak),
    }
    changed = Run(f"Anders {plain_spans(_spans(body[word]))}")
    body[word] = _saying(body[word], (changed,))
    body[level] = replace(body[level], block=replace(cast("ListItem", body[level].block), level=1))
    body[one], body[other] = body[other], body[one]
    body[note] = _saying(body[note], tuple(span for span in _spans(body[note]) if not isinstance(span, Note)))
    flat = (replace(span, style=Style.PLAIN) if isinstance(span, Run) else span for span in _spans(body[raised]))
    body[raised] = _saying(body[raised], tuple(flat))
    body.insert(more, _saying(body[more], (Run("Van dit onderdeel is in geen enkel bestand iets te lezen."),)))
    del body[less]
    found = faults("pdf", final(LIST, "pdf"), replace(document(), body=tuple(body)))
    assert {(each.soort, each.owner) for each in found} == wanted


def _spans(element: Element) -> Spans:
    return cast("ListItem", element.block).spans


def _has_note(element: Element) -> bool:
    return any(isinstance(span, Note) for span in _spans(element))


def _saying(element: Element, spans: Spans) -> Element:
    return replace(element, block=replace(cast("ListItem", element.block), spans=spans))


def test_een_lijst_die_anders_is_dan_dossier_of_besluit() -> None:
    opened = open_round(finished().parents[2] / "input" / "2026")
    assert opened.bestanden is not None
    assert sources(opened.bestanden, document())[1] == ()
    body: list[Element] = list(document().body)
    _reworded(body, _at(12))
    owner = document().body[_at(12)].afspraak
    found = sources(opened.bestanden, replace(document(), body=tuple(body)))[1]
    assert [(each.soort, each.owner) for each in found] == [(Soort.GEWIJZIGD, owner)]


def test_een_afspraak_zonder_bron_en_een_bron_zonder_afspraak() -> None:
    opened = open_round(finished().parents[2] / "input" / "2026")
    assert opened.bestanden is not None
    owner = document().body[_at(12)].afspraak
    kept = tuple(replace(e, afspraak="nw-9.9-9") if e.afspraak == owner else e for e in document().body)
    found = sources(opened.bestanden, replace(document(), body=kept))[1]
    assert {(each.soort, each.owner) for each in found} == {(Soort.ZONDER_BRON, "nw-9.9-9"), (Soort.ONTBREEKT, owner)}
