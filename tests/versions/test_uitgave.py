"""A version before it is on disk: made from what, holding what, and proved word for word."""

from __future__ import annotations

import json
import pickle
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from brief import __version__
from brief.diagnostics import Diagnostic, Severity
from brief.disk.files import sha256
from brief.text import Document, Element, Heading, ListItem, NoteMark, Paragraph, Role, Run, Spans, Table
from brief.versions.inhoud import Omvang
from brief.versions.manifest import manifest, manifest_json, vingerafdruk
from brief.versions.uitgeven import Uitgave, uitgave
from brief.versions.vullen import Gevuld, Inhoud, Kader, bewijs, teksten, vullen
from brief.word.compose import Composed, compose
from rounds.test_teruglezen import lijst
from rounds.voorbeeldronde import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable

    Maak = Callable[[Document, bytes, str], Composed]

SJABLOON = (PROJECT / "templates/afsprakenlijst.docx").read_bytes()


def spans(text: str) -> Spans:
    return (Run(text),)


def made(document: Document, maak: Maak = compose) -> Uitgave:
    templates = {document.name: ("templates/afsprakenlijst.docx", SJABLOON)}
    return uitgave("2026", "v01", [document], templates, {"ronde.yaml": "abc"}, lambda each: gevuld(each, maak))


def gevuld(document: Document, maak: Maak = compose) -> Gevuld:
    """Make a document with `maak` in the place of `compose`."""
    kader = Kader(replace(document, body=()), "templates/afsprakenlijst.docx", SJABLOON)
    return vullen(kader, lambda frame, *rest: lambda body: maak(replace(frame, body=body), *rest))(
        Inhoud(document.body)
    )


LIJST = lijst(
    Element(Heading(spans("Landsdeel Noord"), 1)),
    Element(Heading(spans("Zoetwater"), 3), Role.ONDERWERP, anchor="_ond_noord_1", restart=True),
    Element(ListItem(spans("Rijk en regio maken een plan.")), Role.AFSPRAAK, "n-1-1"),
    Element(Paragraph(spans("En nog een zin."), 1), Role.AFSPRAAK, "n-1-1"),
)


def test_een_uitgave_heeft_documenten_inhoud_en_een_manifest_dat_ze_noemt() -> None:
    done = made(LIJST)
    assert list(done.files) == ["afsprakenlijst.docx", "gemaakt.zip", "inhoud.json", "manifest.json"]
    data = json.loads(done.files["manifest.json"])
    assert data == {
        "versie": 1,
        "ronde": "2026",
        "uitgave": "v01",
        "gereedschap": f"brief {__version__}",
        "vingerafdruk": done.vingerafdruk,
        "invoer": {"ronde.yaml": "abc", "sjablonen/afsprakenlijst.docx": sha256(SJABLOON)},
        "uitvoer": {name: sha256(done.files[name]) for name in ("afsprakenlijst.docx", "gemaakt.zip", "inhoud.json")},
    }
    assert done.vingerafdruk == vingerafdruk(done.files["inhoud.json"], {"afsprakenlijst": SJABLOON})
    assert done.omvang == {"afsprakenlijst": Omvang(woorden=13, noten=0, afspraken=1)}


def test_wat_de_ronde_van_een_afspraak_weet_staat_in_de_inhoud_en_telt_niet_mee_in_de_vingerafdruk() -> None:
    known = {"n-1-1": {"landsdeel": "noord"}, "n-1-2": {"landsdeel": "noord"}}
    templates = {LIJST.name: ("templates/afsprakenlijst.docx", SJABLOON)}
    done = uitgave("2026", "v01", [LIJST], templates, {"ronde.yaml": "abc"}, gevuld, known)
    assert json.loads(done.files["inhoud.json"])["afspraken"] == known
    assert done.vingerafdruk == made(LIJST).vingerafdruk


def test_de_inhoud_gaat_zonder_zijn_plaatsen_naar_een_ander_proces_en_zegt_daar_hetzelfde() -> None:
    element = Element(Paragraph(spans("Tekst")), source=lambda: None)
    inhoud = Inhoud((element,))
    there = pickle.loads(pickle.dumps(inhoud))
    assert there == inhoud
    assert [each.source for each in there.body] == [None]


def test_een_document_dat_in_twee_stappen_wordt_gemaakt_is_hetzelfde_als_in_een_keer() -> None:
    kader = Kader(replace(LIJST, body=()), "templates/afsprakenlijst.docx", SJABLOON)
    assert vullen(kader)(Inhoud(LIJST.body)).data == compose(LIJST, SJABLOON, "templates/afsprakenlijst.docx").data


def test_dezelfde_invoer_geeft_dezelfde_bytes() -> None:
    assert made(LIJST) == made(LIJST)


def test_een_afspraak_die_anders_in_het_document_staat_houdt_alles_tegen() -> None:
    def herschrijf(document: Document, template: bytes, file: str) -> Composed:
        other = lijst(*(Element(_anders(each), each.role, each.afspraak, each.anchor) for each in document.body))
        return compose(other, template, file)

    done = made(LIJST, herschrijf)
    assert done.files == {}
    assert [(each.code, each.severity) for each in done.meldingen] == [("BR510", Severity.FOUT)]
    assert "n-1-1" in done.meldingen[0].message
    assert done.vingerafdruk == made(LIJST).vingerafdruk


def _anders(element: Element) -> ListItem | Paragraph | Heading:
    block = element.block
    return ListItem(spans("Rijk en regio maken een plan")) if isinstance(block, ListItem) else block  # type: ignore[return-value]


def test_een_fout_van_het_sjabloon_houdt_alles_tegen_en_een_opmerking_niet() -> None:
    said = Diagnostic("BR318", Severity.FOUT, "mis")
    done = made(LIJST, lambda *_: Composed(b"", (said,)))
    assert (done.files, done.meldingen) == ({}, (said,))
    remark = Diagnostic("BR318", Severity.INFO, "let op")

    def noted(document: Document, template: bytes, file: str) -> Composed:
        real = compose(document, template, file)
        return Composed(real.data, (remark,), real.afspraken)

    assert (made(LIJST, noted).meldingen, len(made(LIJST, noted).files)) == ((remark,), 4)


def test_de_teksten_zijn_die_van_de_afspraken_en_van_niets_anders() -> None:
    table = Table(((spans("A"), (Run("B"), NoteMark("x"))), (spans("1"), ())), 1)
    document = lijst(
        Element(Paragraph(spans("Inleiding"))),
        Element(Paragraph(spans("Verwijst")), Role.VERWIJZING, "n-1"),
        Element(Paragraph(spans("Geen id")), Role.AFSPRAAK),
        Element(Paragraph(spans("Eerst:")), Role.AFSPRAAK, "n-1"),
        Element(table, Role.AFSPRAAK, "n-1"),
        Element(Paragraph(spans("Ander")), Role.AFSPRAAK, "n-2"),
    )
    assert teksten(document) == {"n-1": ("Eerst:", "A", "B", "1", ""), "n-2": ("Ander",)}


def test_elke_afspraak_die_niet_klopt_wordt_genoemd() -> None:
    document = lijst(*(Element(Paragraph(spans(f"Tekst {n}")), Role.AFSPRAAK, f"n-{n}") for n in range(3)))
    without = compose(lijst(Element(Heading(spans("Landsdeel Noord"), 1))), SJABLOON, "afsprakenlijst.docx")
    empty = Composed(without.data, (), {"n-1": ("_afs_1",)})
    assert [each.message.split()[4] for each in bewijs(document, empty)] == ["n-0", "n-1", "n-2"]


@pytest.mark.parametrize(
    "other",
    [
        vingerafdruk(b"b", {"k": b"1"}),
        vingerafdruk(b"a", {"k": b"2"}),
        vingerafdruk(b"a", {"l": b"1"}),
        vingerafdruk(b"a", {}),
    ],
)
def test_wat_een_lezer_ziet_verandert_de_vingerafdruk(other: str) -> None:
    assert vingerafdruk(b"a", {"k": b"1"}) != other


def test_de_vingerafdruk_hangt_niet_af_van_de_volgorde_en_wel_van_het_gereedschap(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = vingerafdruk(b"a", {"k": b"1", "l": b"2"})
    assert one == vingerafdruk(b"a", {"l": b"2", "k": b"1"})
    monkeypatch.setattr("brief.versions.manifest.__version__", "9.9.9")
    assert vingerafdruk(b"a", {"k": b"1", "l": b"2"}) != one


def test_het_manifest_is_te_lezen_en_staat_op_volgorde() -> None:
    data = manifest("2026", "v01", "abc", {"ë.yaml": "2", "a.md": "1"}, {"b": b"x", "a": b"y"})
    assert (list(data["invoer"]), list(data["uitvoer"])) == (["a.md", "ë.yaml"], ["a", "b"])
    text = manifest_json(data).decode()
    assert "ë.yaml" in text
    assert text.endswith("}\n")
    assert json.loads(text) == data
