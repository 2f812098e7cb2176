"""The sample round, from its dossiers to both documents: nothing lost, nothing reworded, sound Word files."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from brief.domain import Status
from brief.dossier import read as read_dossier
from brief.sources import read_ronde
from brief.text import Citation, ListItem, Paragraph, Table, parse, plain_spans
from keuring.lezers import pandoc_body, pandoc_notes
from keuring.ooxml import all_errors
from keuring.pdf import pdf_pages, to_pdf
from rounds.voorbeeldronde import RONDE, alineas, document, opstellen, part, uitgave

if TYPE_CHECKING:
    from pathlib import Path

    from brief.domain import Afspraak
    from brief.text import Blocks

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENTEN = ("kamerbrief", "afsprakenlijst")


def afspraken() -> tuple[Afspraak, ...]:
    bestanden, findings = read_ronde(RONDE)
    assert bestanden is not None
    assert [f for f in findings if f.is_error] == []
    return bestanden.afspraken


def voorgesteld() -> dict[str, Blocks]:
    """Give the proposed text of each afspraak, straight from the dossiers."""
    bestanden, _ = read_ronde(RONDE)
    assert bestanden is not None
    dossiers = [bestanden.folder / overleg.dossier for overleg in bestanden.ronde.overleggen]
    return {a.id: a.tekst for path in dossiers for a in read_dossier(path.read_bytes(), path.name).afspraken}


def regels(blocks: Blocks) -> tuple[str, ...]:
    """Give the texts of the paragraphs and cells of a text, as they must stand in the document."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            found += [plain_spans(cell) for row in block.rows for cell in row]
        elif isinstance(block, Paragraph | ListItem):
            found.append(plain_spans(block.spans))
    return tuple(found)


def times(wanted: tuple[str, ...], within: tuple[str, ...]) -> int:
    """Count how often a run of paragraphs stands within others."""
    return sum(within[n : n + len(wanted)] == wanted for n in range(len(within) - len(wanted) + 1))


def test_elke_te_publiceren_afspraak_staat_precies_een_keer_in_de_lijst_teken_voor_teken() -> None:
    proposed, printed = voorgesteld(), alineas("afsprakenlijst")
    published = [afspraak for afspraak in afspraken() if afspraak.te_publiceren]
    assert len(published) > 90
    for afspraak in published:
        decided = afspraak.besluit is not None and afspraak.besluit.tekst is not None
        if decided or afspraak.status is Status.TOEGEVOEGD:
            blocks = parse(afspraak.geldende_tekst).blocks
        else:
            blocks = proposed[afspraak.id]
        assert times(regels(blocks), printed) == 1, afspraak.id


def test_wat_is_vervallen_of_aangehouden_staat_er_niet_in() -> None:
    gone = [afspraak for afspraak in afspraken() if not afspraak.te_publiceren]
    assert {Status.VERVALLEN, Status.AANGEHOUDEN} <= {afspraak.status for afspraak in gone}
    for afspraak in gone:
        assert times(regels(parse(afspraak.geldende_tekst).blocks), alineas("afsprakenlijst")) == 0, afspraak.id


def test_elke_verwijzing_in_de_tekst_van_de_brief_is_een_echte_voetnoot() -> None:
    text = parse((RONDE / "brief.md").read_text("utf-8"))
    spans = [s for block in text.blocks for s in _spans(block)]
    cited = [span for span in spans if isinstance(span, Citation)]
    assert len(cited) >= 15
    notes = [note.replace("\u00a0", " ") for note in pandoc_notes(document("kamerbrief"))]
    for citation in cited:
        numbers = [re.search(r"kst-(\d\d)(\d{3}).*-(\w+)$", r.key) for r in citation.references]
        wanted = [f"{n[1]} {n[2]}" for n in numbers if n]
        assert any(all(each in note for each in wanted) for note in notes), citation


def _spans(block: object) -> list[object]:
    if isinstance(block, Table):
        return [span for row in block.rows for cell in row for span in cell]
    return list(getattr(block, "spans", ()))


@pytest.mark.parametrize("name", DOCUMENTEN)
def test_de_documenten_doorstaan_elke_keuring(name: str) -> None:
    assert all_errors(document(name)) == []


@pytest.mark.parametrize("name", DOCUMENTEN)
def test_een_ander_programma_leest_dezelfde_tekst(name: str) -> None:
    seen = "".join(pandoc_body(document(name)).split())
    texts = [text for text in alineas(name) if text.strip()]
    assert len(texts) > 100
    assert [text for text in texts if "".join(text.split()) not in seen] == []


def test_voetnoten_staan_op_de_bladzijde_van_hun_verwijzing() -> None:
    written = pdf_pages(to_pdf(document("kamerbrief")))
    pages = ["".join(page.split()).replace("\u2011", "-") for page in written]
    notes = pandoc_notes(document("kamerbrief"))
    references = list(_references(part("kamerbrief", "word/document.xml")))
    assert len(notes) == len(references)
    for number, (before, note) in enumerate(zip(references, notes, strict=True), start=1):
        tail = "".join(before.split())[-12:]
        in_text = [n for n, page in enumerate(pages) if f"{tail}{number}" in page]
        in_cell = [n for n, page in enumerate(written) if tail in pages[n] and re.search(rf"(?m)^{number}$", page)]
        home = in_text or in_cell
        start = "".join(note.split()).replace("\u2011", "-")[:40]
        assert any(start in pages[n] for n in home), (number, before, note)


def _references(xml: str) -> list[str]:
    """Give for each footnote mark the text of its paragraph before it."""
    found = []
    for paragraph in etree.fromstring(xml.encode()).iter(f"{W}p"):
        text = ""
        for element in paragraph.iter(f"{W}t", f"{W}footnoteReference"):
            if element.tag == f"{W}t":
                text += element.text or ""
            else:
                found.append(text)
    return found


def test_dezelfde_invoer_geeft_dezelfde_bytes_waar_en_wanneer_ook(tmp_path: Path) -> None:
    for number, environment in enumerate(
        (
            {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
            {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "C.UTF-8", "LANG": "tr_TR.UTF-8"},
        )
    ):
        result = opstellen("input/2026", "--uit", tmp_path / str(number), **environment)
        assert result.returncode == 0, result.stderr
        made = tmp_path / str(number) / "v01"
        for path in uitgave().iterdir():
            assert (made / path.name).read_bytes() == path.read_bytes(), path.name


def test_zonder_verandering_komt_er_geen_versie_bij_en_met_verandering_wel(tmp_path: Path) -> None:
    assert opstellen("input/2026", "--uit", tmp_path).returncode == 0
    before = (tmp_path / "v01" / "kamerbrief.docx").stat().st_mtime_ns
    again = opstellen("input/2026", "--uit", tmp_path)
    assert again.returncode == 3
    assert "Niets te doen" in again.stdout
    changed = opstellen("input/2026", "--uit", tmp_path, "--datum", "2026-09-13")
    assert changed.returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["v01", "v02"]
    assert (tmp_path / "v01" / "kamerbrief.docx").stat().st_mtime_ns == before


def test_proef_schrijft_niets(tmp_path: Path) -> None:
    result = opstellen("input/2026", "--uit", tmp_path / "uit", "--proef", "--json")
    data = json.loads(result.stdout)
    assert data["uitgave"] == "v01"
    assert data["geschreven"] is False
    assert not (tmp_path / "uit").exists()


def test_een_concept_draagt_concept_versie_en_datum_in_de_kop() -> None:
    for name in DOCUMENTEN:
        page = pdf_pages(to_pdf(document(name)))[-1]
        assert re.search(r"CONCEPT\W+v01\W+14 september 2026", page), name


def test_het_manifest_kent_elk_bestand() -> None:
    manifest = json.loads((uitgave() / "manifest.json").read_text("utf-8"))
    assert {path.name for path in uitgave().iterdir()} == {*manifest["uitvoer"], "manifest.json"}
    assert {"brief.md", "ronde.yaml", "sjablonen/kamerbrief.docx"} <= set(manifest["invoer"])
    says = json.loads((uitgave() / "inhoud.json").read_text("utf-8"))
    assert [each["naam"] for each in says["documenten"]] == list(DOCUMENTEN)
