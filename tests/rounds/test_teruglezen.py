"""What is read back from a finished document is what stands between the bookmarks, whatever stands around it."""

from __future__ import annotations

from brief.text import Document, Element, FieldValue, Heading, ListItem, Paragraph, Role, Run, Spans, Style, Table
from brief.versions.vullen import bewijs, teksten
from brief.word.compose import compose
from brief.word.readback import afspraak_texts
from rounds.voorbeeldronde import PROJECT


def spans(text: str) -> Spans:
    return (Run(text),)


def lijst(*elements: Element) -> Document:
    velden: dict[str, FieldValue] = {
        "concept": True,
        "versie": "v01",
        "versiedatum": "14 september 2026",
        "datum": "14 september 2026",
        "betreft": "Uitkomsten",
        "kenmerk": "",
        "titel": "Afsprakenlijst",
        "ondertitel": "",
        "overleggen": (),
        "algemeen": (),
        "bijlagenummer": 0,
        "aantal_bijlagen": 0,
        "afzender": {
            "ministerie": ("Ministerie",),
            "directie": ("DG",),
            "bezoekadres": ("a",),
            "postadres": ("b",),
            "retouradres": "",
            "website": "",
        },
    }
    return Document("afsprakenlijst", "Afsprakenlijst", velden, elements)


def gemaakt(document: Document) -> dict[str, tuple[str, ...]]:
    made = compose(document, (PROJECT / "templates" / "afsprakenlijst.docx").read_bytes(), "afsprakenlijst.docx")
    assert [finding for finding in made.diagnostics if finding.is_error] == []
    assert bewijs(document, made) == []
    found = afspraak_texts(made.data)
    return {key: tuple(t for name in names for t in found[name]) for key, names in made.afspraken.items()}


def test_een_afspraak_die_met_een_tabel_begint_of_eindigt() -> None:
    table = Table(((spans("A"), spans("B")), (spans("1"), ())), 1)
    document = lijst(
        Element(Heading(spans("Landsdeel Noord"), 1)),
        Element(Heading(spans("Zoetwater"), 3), Role.ONDERWERP, anchor="_ond_noord_1", restart=True),
        Element(table, Role.AFSPRAAK, "n-1-1"),
        Element(Paragraph(spans("Tussen.")), Role.VERWIJZING),
        Element(Paragraph(spans("Aantallen:")), Role.AFSPRAAK, "n-1-2"),
        Element(table, Role.AFSPRAAK, "n-1-2"),
        Element(ListItem(spans("Erna."), 0, "-"), Role.AFSPRAAK, "n-1-3"),
    )
    assert gemaakt(document) == {
        "n-1-1": ("A", "B", "1"),
        "n-1-2": ("Aantallen:", "A", "B", "1"),
        "n-1-3": ("Erna.",),
    }


def test_tabs_regeleinden_en_bijzondere_tekens_tellen_mee() -> None:
    text = "a\tb\nc\u00ad\u2011\u00a0 d  e"
    document = lijst(Element(Paragraph((Run(text), Run("2", Style.SUBSCRIPT))), Role.AFSPRAAK, "n-1-1"))
    assert teksten(document) == {"n-1-1": (text + "2",)}
    assert gemaakt(document) == {"n-1-1": (text + "2",)}


def test_twee_afspraken_met_bijna_dezelfde_id_blijven_uit_elkaar() -> None:
    document = lijst(
        Element(Paragraph(spans("Een.")), Role.AFSPRAAK, "nw-2.3-1"),
        Element(Paragraph(spans("Twee.")), Role.AFSPRAAK, "nw-2-3.1"),
    )
    assert gemaakt(document) == {"nw-2.3-1": ("Een.",), "nw-2-3.1": ("Twee.",)}
