"""What may not leave the house is found, each kind where it was planted; what can be taken out safely is taken out."""

from __future__ import annotations

import functools
import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from brief.word.compose import compose
from brief.word.finished.clean import clean
from brief.word.finished.traces import addresses, drafts, links, traces
from brief.word.opc.archive import write_archive
from brief.word.writing.settings import SETTINGS_RELATIONS
from word.template.wordsjabloon import SJABLONEN
from word.writing.wordvoorbeeld import brief as voorbeeldbrief

if TYPE_CHECKING:
    from collections.abc import Callable

BODY, STYLES, TYPES = "word/document.xml", "word/styles.xml", "[Content_Types].xml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Parts = dict[str, bytes]


@functools.cache
def _made() -> bytes:
    made = clean(compose(voorbeeldbrief(), SJABLONEN["kamerbrief.docx"], "f").data)
    assert traces(made) == ()
    assert addresses(made) == ()
    return made


def _sound() -> Parts:
    with zipfile.ZipFile(io.BytesIO(_made())) as package:
        return {name: package.read(name) for name in package.namelist()}


def _in_body(xml: str) -> Callable[[Parts], None]:
    def plant(parts: Parts) -> None:
        parts[BODY] = parts[BODY].replace(b"</w:body>", xml.encode() + b"</w:body>", 1)
        start = parts[BODY].rindex(b"<w:sectPr")
        end = parts[BODY].index(xml.encode())
        parts[BODY] = parts[BODY][:start] + xml.encode() + parts[BODY][start:end] + b"</w:body></w:document>"

    return plant


def _part(name: str, data: str) -> Callable[[Parts], None]:
    def plant(parts: Parts) -> None:
        parts[name] = data.encode()
        kind = f'<Override PartName="/{name}" ContentType="application/xml"/></Types>'
        parts[TYPES] = parts[TYPES].replace(b"</Types>", kind.encode())

    return plant


def _instead(name: str, old: str, new: str) -> Callable[[Parts], None]:
    def plant(parts: Parts) -> None:
        assert old.encode() in parts[name]
        parts[name] = parts[name].replace(old.encode(), new.encode(), 1)

    return plant


WHO = 'w:id="901" w:author="J. de Ambtenaar" w:date="2026-09-01T10:00:00Z"'
TEXT = "<w:r><w:t>woorden</w:t></w:r>"
STYLE = (
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Jan"><w:name w:val="Stijl van Jan Jansen"/></w:style>'
    "</w:styles>"
)
PLANTED: dict[str, tuple[str, Callable[[Parts], None], bool]] = {
    "ingevoegd": ("bijgehouden wijziging", _in_body(f"<w:p><w:ins {WHO}>{TEXT}</w:ins></w:p>"), False),
    "verwijderd": (
        "bijgehouden wijziging",
        _in_body(f"<w:p><w:del {WHO}><w:r><w:delText>weg</w:delText></w:r></w:del></w:p>"),
        False,
    ),
    "opmaak bijgehouden": (
        "bijgehouden wijziging",
        _in_body(f"<w:p><w:r><w:rPr><w:rPrChange {WHO}><w:rPr/></w:rPrChange></w:rPr><w:t>a</w:t></w:r></w:p>"),
        False,
    ),
    "opmerking": ("opmerking", _in_body('<w:p><w:r><w:commentReference w:id="3"/></w:r></w:p>'), True),
    "opmerkingenbestand": ("opmerking of naam van een bewerker", _part("word/comments.xml", "<a/>"), True),
    "wie meeschreef": ("opmerking of naam van een bewerker", _part("word/people.xml", "<a/>"), True),
    "verborgen": (
        "verborgen tekst",
        _in_body("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>stil</w:t></w:r></w:p>"),
        False,
    ),
    "auteur": (
        "eigenschap",
        _instead("docProps/core.xml", "<dc:creator></dc:creator>", "<dc:creator>J. Jansen</dc:creator>"),
        True,
    ),
    "bedrijf": (
        "eigenschap",
        _instead("docProps/app.xml", "</Properties>", "<Company>Ministerie</Company></Properties>"),
        True,
    ),
    "sessie": ("nummer van een bewerking", _in_body('<w:p w:rsidR="00AB12CD"><w:r><w:t>a</w:t></w:r></w:p>'), True),
    "pad van sjabloon": (
        "instelling",
        _instead("word/settings.xml", "</w:settings>", "<w:rsids/></w:settings>"),
        True,
    ),
    "eigen eigenschap": (
        "eigen eigenschap",
        _part("docProps/custom.xml", '<Properties><property name="brief-ronde"/></Properties>'),
        True,
    ),
    "merkteken": (
        "merkteken van herkomst",
        _in_body('<w:p><w:bookmarkStart w:id="900" w:name="_hka_nw_2__3_1_p2"/><w:bookmarkEnd w:id="900"/></w:p>'),
        True,
    ),
    "merkteken van een afspraak": (
        "merkteken van herkomst",
        _in_body('<w:p><w:bookmarkStart w:id="900" w:name="_afs_nw_2_3_1"/><w:bookmarkEnd w:id="900"/></w:p>'),
        True,
    ),
    "stijl met een naam": ("ongebruikte stijl", _instead(STYLES, "</w:styles>", STYLE), True),
    "gegevens van een programma": ("eigen gegevens van een programma", _part("customXml/item1.xml", "<a/>"), True),
}


@pytest.mark.parametrize("what", PLANTED)
def test_een_spoor_wordt_gevonden_en_zo_mogelijk_weggehaald(what: str) -> None:
    kind, plant, is_cleaned = PLANTED[what]
    parts = _sound()
    plant(parts)
    docx = write_archive(parts)
    assert kind in {each.kind for each in traces(docx)}
    left = {each.kind for each in traces(clean(docx))}
    assert (kind not in left) is is_cleaned


def test_het_pad_van_een_sjabloon_wordt_gevonden() -> None:
    parts = _sound()
    target = "file:///C:/Users/jansen/sjablonen/brief.dotx"
    relation = f'<Relationship Id="rId1" Type="{SETTINGS_RELATIONS[0]}" Target="{target}" TargetMode="External"/>'
    parts["word/_rels/settings.xml.rels"] = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relation}</Relationships>'
    ).encode()
    found = [each for each in traces(write_archive(parts)) if each.words == target]
    assert found[0].kind == "pad van een sjabloon"


def test_een_bestand_van_buiten_wordt_gemeld_en_een_koppeling_genoemd() -> None:
    parts = _sound()
    name = "word/_rels/document.xml.rels"
    relation = f'<Relationship Id="rId99" Type="{R}/image" Target="https://a.nl/b.png" TargetMode="External"/>'
    parts[name] = parts[name].replace(b"</Relationships>", relation.encode() + b"</Relationships>")
    docx = write_archive(parts)
    assert ("verwijzing naar buiten", "https://a.nl/b.png") in {(each.kind, each.words) for each in traces(docx)}
    assert all(each.startswith("https://") for each in links(docx))


def test_een_e_mailadres_wordt_gevonden() -> None:
    parts = _sound()
    _in_body("<w:p><w:r><w:t>Mail j.jansen@voorbeeld.nl</w:t></w:r></w:p>")(parts)
    assert addresses(write_archive(parts)) == ("j.jansen@voorbeeld.nl",)


def test_schoonmaken_verandert_geen_woord() -> None:
    docx = compose(voorbeeldbrief(), SJABLONEN["kamerbrief.docx"], "f").data
    texts = []
    for each in (docx, clean(docx)):
        with zipfile.ZipFile(io.BytesIO(each)) as package:
            texts.append([package.read(name).count(b"<w:t") for name in (BODY, "word/footnotes.xml")])
    assert texts[0] == texts[1]


def _found(plant: Callable[[Parts], None]) -> list[tuple[str, str]]:
    parts = _sound()
    plant(parts)
    return [(each.kind, each.words) for each in traces(write_archive(parts))]


def _among(word: str) -> str:
    return f"<w:p>{word}<w:r><w:t>hierbij</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    "tag",
    [
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "cellIns",
        "cellDel",
        "cellMerge",
        "numberingChange",
        "rPrChange",
        "tblPrChange",
    ],
)
def test_elke_soort_bijgehouden_wijziging_wordt_gevonden(tag: str) -> None:
    assert _found(_in_body(_among(f"<w:{tag} {WHO}/>"))) == [("bijgehouden wijziging", "hierbij")]


@pytest.mark.parametrize("tag", ["commentReference", "commentRangeStart"])
def test_elk_begin_van_een_opmerking_wordt_gevonden(tag: str) -> None:
    assert _found(_in_body(_among(f'<w:{tag} w:id="3"/>'))) == [("opmerking", "hierbij")]


@pytest.mark.parametrize("tag", ["vanish", "webHidden", "specVanish"])
@pytest.mark.parametrize(
    ("value", "is_hidden"), [("", True), (' w:val="1"', True), (' w:val="0"', False), (' w:val="false"', False)]
)
def test_verborgen_is_wat_niet_uitdrukkelijk_zichtbaar_is(tag: str, value: str, is_hidden: bool) -> None:
    found = _found(_in_body(f"<w:p><w:r><w:rPr><w:{tag}{value}/></w:rPr><w:t>stil</w:t></w:r></w:p>"))
    assert found == ([("verborgen tekst", "stil")] if is_hidden else [])


@pytest.mark.parametrize(
    "tag", ["attachedTemplate", "rsids", "trackRevisions", "docVars", "mailMerge", "documentProtection"]
)
def test_elke_instelling_die_niet_naar_buiten_mag_wordt_gevonden(tag: str) -> None:
    plant = _instead("word/settings.xml", "</w:settings>", f"<w:{tag}/></w:settings>")
    assert _found(plant) == [("instelling", tag)]


@pytest.mark.parametrize("name", ["lastModifiedBy", "revision", "keywords"])
def test_elke_eigenschap_die_iets_zegt_wordt_gevonden(name: str) -> None:
    plant = _instead("docProps/core.xml", "</cp:coreProperties>", f"<cp:{name}>7</cp:{name}></cp:coreProperties>")
    assert _found(plant) == [("eigenschap", f"{name}: 7")]
    nested = "<TitlesOfParts><a>Concept</a></TitlesOfParts></Properties>"
    assert [kind for kind, _ in _found(_instead("docProps/app.xml", "</Properties>", nested))] == ["eigenschap"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("word/commentsExtended.xml", "opmerking of naam van een bewerker"),
        ("word/commentsIds.xml", "opmerking of naam van een bewerker"),
        ("docProps/thumbnail.xml", "eigen gegevens van een programma"),
        ("word/printerSettings1.xml", "eigen gegevens van een programma"),
        ("word/vbaProject.xml", "eigen gegevens van een programma"),
    ],
)
def test_elk_bestand_dat_niet_naar_buiten_mag_wordt_gevonden(name: str, kind: str) -> None:
    assert (kind, "") in _found(_part(name, "<a/>"))


@pytest.mark.parametrize("attribute", ['w:rsidR="00AB12CD"', 'w:rsidRPr="00AB12CD"'])
def test_elk_nummer_van_een_bewerking_wordt_gevonden(attribute: str) -> None:
    found = _found(_in_body(f"<w:p><w:r {attribute}><w:t>a</w:t></w:r></w:p>"))
    assert found == [("nummer van een bewerking", "")]


@pytest.mark.parametrize(
    "runs",
    [
        ("j.jansen@voorbeeld.nl",),
        ("Mail j.jansen", "@", "voorbeeld.nl."),
        ("j.jansen@voor", "beeld.nl"),
    ],
)
def test_een_adres_wordt_gevonden_ook_als_het_in_stukken_is(runs: tuple[str, ...]) -> None:
    parts = _sound()
    _in_body(f"<w:p>{''.join(f'<w:r><w:t>{each}</w:t></w:r>' for each in runs)}</w:p>")(parts)
    assert [each.rstrip(".") for each in addresses(write_archive(parts))] == ["j.jansen@voorbeeld.nl"]


def test_de_adressen_waarnaar_het_document_leidt_worden_genoemd() -> None:
    parts = _sound()
    name = "word/_rels/document.xml.rels"
    before = links(write_archive(parts))
    more = "".join(
        f'<Relationship Id="rIdX{n}" Type="{R}/{kind}" Target="{target}"{mode}/>'
        for n, (kind, target, mode) in enumerate(
            (
                ("hyperlink", "https://voorbeeld.nl/a", ' TargetMode="External"'),
                ("image", "https://voorbeeld.nl/b", ' TargetMode="External"'),
                ("hyperlink", "https://voorbeeld.nl/a", ' TargetMode="External"'),
                ("hyperlink", "styles.xml", ""),
            )
        )
    )
    parts[name] = parts[name].replace(b"</Relationships>", f"{more}</Relationships>".encode())
    made = write_archive(parts)
    assert sorted(links(made)) == sorted((*before, "https://voorbeeld.nl/a"))
    assert ("verwijzing naar buiten", "https://voorbeeld.nl/b") in {(each.kind, each.words) for each in traces(made)}


def test_wat_een_concept_heet_rond_de_tekst_wordt_gevonden_en_in_de_tekst_niet() -> None:
    art = (
        '<w:p><w:r><w:pict><v:textpath xmlns:v="urn:schemas-microsoft-com:vml" string="CONCEPT"/></w:pict></w:r></w:p>'
    )
    for xml, found in (
        (art, ["CONCEPT"]),
        ("<w:p><w:r><w:t>Concept, versie 3</w:t></w:r></w:p>", ["Concept, versie 3"]),
        ("<w:p><w:r><w:t>Dit is een CONCEPT.</w:t></w:r></w:p>", ["Dit is een CONCEPT."]),
        ("<w:p><w:r><w:t>De tekst van het CONCEPT.</w:t></w:r></w:p>", []),
        ("<w:p><w:r><w:t>Een conceptvisie is er nog niet.</w:t></w:r></w:p>", []),
    ):
        parts = _sound()
        _in_body(xml)(parts)
        said = drafts(write_archive(parts), {"DetekstvanhetCONCEPT."})
        assert [each.words for each in said if each.part == BODY] == found
