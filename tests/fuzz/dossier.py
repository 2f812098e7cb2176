"""Feed mutated Word files to the reader: no traceback, no hang, no flood of memory, and never a lost character.

    python tests/fuzz/dossier.py --aantal 200000          # all seeds from 0
    python tests/fuzz/dossier.py --van 4711 --aantal 1    # one case again
    python tests/fuzz/dossier.py --gemaakt --aantal 20000 # sound files in which every construct stands everywhere

Each number is a seed that makes the same file on every machine. Half of the cases damage the zip, half the XML in it.
The sound files (`gemaakt.py`) must be read alike by the two readings, and hold the words with which they were made.
"""

from __future__ import annotations

import copy
import io
import random
import re
import sys
import time
import zipfile
from functools import cache
from pathlib import Path

from lxml import etree

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from brief.dossier import read
from brief.word.reading import Revisions
from brief.word.reading import read as read_word
from brief.word.second import shown
from fuzz import reeks
from fuzz.gemaakt import made
from word.reading.bouwdoos import cell, docx, level, listed, p, part, r, relation, row, table, zipped

SECONDS = 10.0
MEGABYTES = 500
_TAG = re.compile(r"<[^>]{1,400}>")
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_STRANGE = (
    "", "-1", "0", "99999999999999999999", "1e9", "NaN", "true", "\u202e", "../../etc/passwd", "%s%n", "xx", "PM",
    "http://192.0.2.1/", "2.3", "FFFF", "D800",
)  # fmt: skip
_PIECES = (
    '<w:ins w:id="1" w:author="A">', "</w:ins>", "<w:del>", "</w:del>", "<w:p>", "</w:p>", "<w:tc>", "</w:tbl>",
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "<w:r><w:t>2. Rijk en regio spreken af;</w:t></w:r>",
    "<w:p><w:r><w:t>Voorgestelde afspraken:</w:t></w:r></w:p>", "<w:txbxContent><w:p/></w:txbxContent>",
    '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr></w:p>', "<mc:AlternateContent><mc:Fallback/><mc:Choice/>",
    '<w:sym w:font="Symbol" w:char="F0B3"/>', "losse tekst", "&#55296;", "&amp;", "<!-- x -->", "<![CDATA[x]]>",
    "<w:moveFrom><w:p/></w:moveFrom>", "<m:oMath><m:f><m:den/></m:f></m:oMath>", "<w:sdt><w:sdtContent/></w:sdt>",
    "<w:t>a<w:t>b</w:t></w:t>", '<w:gridSpan w:val="63"/>', "\x00", "<w:altChunk/>",
)  # fmt: skip


_WRAPPERS = (
    "p", "r", "t", "ins", "del", "moveFrom", "moveTo", "tbl", "tr", "tc", "sdt", "sdtContent", "txbxContent",
    "hyperlink", "fldSimple", "footnote", "comment", "pPr", "rPr", "onbekend",
)  # fmt: skip
_LINES = (
    "Voorgestelde afspraken:", "Toelichting: meer", "2. Rijk en regio spreken af;", "3. Wonen", "2.2 Bodem",
    "D. Bijlagen", "o punt", "Gebied (1/3)", "XX – nog in te vullen", "C. Dossier", "tijd – tijd uur",
    "1.1 Titel agendapunt | optie 1",
    "en een zin die midden in een regel doorgaat, lang genoeg om een regel te zijn", "ook klein begin zonder einde",
)  # fmt: skip
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@cache
def seeds() -> tuple[dict[str, bytes], ...]:
    """Give the files the mutations start from, as parts by name."""
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}'
        f"{level(1, 'lowerLetter', '%2)')}</w:abstractNum>"
        f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", "o")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    styles = '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>'
    head = '<w:pStyle w:val="Kop1"/>'
    body = (
        p(r("BO Leefomgeving Noord"))
        + p(r("2. Ruimte"), head)
        + p(r("2.1 Water"), head)
        + p(r("In het kort:", "<w:i/>"))
        + p(r("punt een"), listed(2))
        + p(r("Voorgestelde afspraken:", "<w:i/>"))
        + p(r("Rijk en regio spreken af:", "<w:b/>"))
        + p(r("meten van 3 m") + r("3", '<w:vertAlign w:val="superscript"/>'), listed(1))
        + p(r("o\tsub"), '<w:ind w:left="900"/>')
        + table(row(cell(p(r("Plaats"))), cell(p(r("Jaar")))), row(cell(p(r("Goes"))), cell(p(r("2028")))))
        + p('<w:ins w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z">' + r("nieuw") + "</w:ins>" + r(" en "))
        + p('<w:del w:id="2" w:author="B"><w:r><w:delText>weg</w:delText></w:r></w:del>' + r("tekst"), listed(1, 1))
        + p(f"<w:sdt><w:sdtPr/><w:sdtContent>{r('veld')}</w:sdtContent></w:sdt>")
        + p('<w:r><w:footnoteReference w:id="1"/></w:r>' + r("6. Afsluiting"), head)
        + p(r("CONCEPT"))
    )
    notes = part("footnotes", f'<w:footnote w:id="1">{p(r("de noot"))}</w:footnote>')
    related = relation("rId9", "footnotes", "footnotes.xml")
    made = docx(body, numbering=numbering, styles=styles, relations=related, parts={"word/footnotes.xml": notes})
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return ({name: archive.read(name) for name in archive.namelist()},)


def case(seed: int) -> tuple[bytes, str]:
    """Make the file of one seed."""
    rng = random.Random(seed)
    parts = dict(rng.choice(seeds()))
    if rng.random() < 0.5:
        return _damaged(zipped(parts), rng), "noord.docx"
    whole = rng.random() < 0.7
    for _ in range(rng.choice((1, 1, 2, 5))):
        name = rng.choice(("word/document.xml",) * 6 + tuple(parts))
        if whole:
            parts[name] = _other_tree(parts[name], rng)
            continue
        parts[name] = _mutated(parts[name].decode("utf-8", "surrogatepass"), rng).encode("utf-8", "surrogatepass")
    return zipped(parts), "noord.docx"


def _damaged(data: bytes, rng: random.Random) -> bytes:
    """Flip, cut, double or move bytes of a zip."""
    content = bytearray(data)
    for _ in range(rng.choice((1, 1, 3, 20))):
        at = rng.randrange(len(content)) if content else 0
        match rng.randrange(6):
            case 0:
                content[at : at + 1] = bytes((rng.randrange(256),))
            case 1:
                del content[at:]
            case 2:
                del content[at : at + rng.randrange(1, 64)]
            case 3:
                content[at:at] = content[at : at + rng.randrange(1, 200)]
            case 4:
                content[at : at + 4] = rng.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"PK\x05\x06", b"PK\x01\x02"))
            case _:
                content += rng.randbytes(rng.randrange(1, 64))
    return bytes(content)


def _mutated(xml: str, rng: random.Random) -> str:
    """Change the XML of a part: mostly still XML, not always."""
    tags = list(_TAG.finditer(xml))
    if not tags:
        return xml
    one, two = rng.choice(tags), rng.choice(tags)
    start, end = sorted((one.start(), two.start()))
    match rng.randrange(8):
        case 0:
            return xml[:start] + xml[end:]
        case 1:
            return xml[:end] + xml[start:end] * rng.choice((1, 2, 30)) + xml[end:]
        case 2:
            return xml[: one.start()] + rng.choice(_PIECES) * rng.choice((1, 1, 300)) + xml[one.start() :]
        case 3:
            return xml[: one.start()] + two[0] + xml[one.end() :]
        case 4:
            return _other_attribute(xml, rng)
        case 5:
            return xml[: one.start()] + xml[one.end() :]
        case 6:
            wrap = rng.choice(
                ("w:tbl", "w:tc", "w:sdtContent", "w:ins", "w:del", "w:txbxContent", "mc:Choice", "m:sup", "w:x")
            )
            return f"{xml[:start]}<{wrap}>{xml[start:end]}</{wrap}>{xml[end:]}"
        case _:
            at = rng.randrange(len(xml))
            return xml[:at] + rng.choice(("é", "\u2028", "<", "&", ">", "]]>", "x" * 5000)) + xml[at:]


def _other_tree(xml: bytes, rng: random.Random) -> bytes:
    """Move, double, wrap, rename or drop elements: always well-formed XML, so that the reading itself is tried."""
    root = etree.fromstring(xml)
    for _ in range(rng.choice((1, 3, 10))):
        elements = [each for each in root.iter() if each is not root and isinstance(each.tag, str)]
        if not elements:
            break
        one, two = rng.choice(elements), rng.choice(elements)
        parent = one.getparent()
        if parent is None:
            continue
        match rng.randrange(7):
            case 0:
                parent.remove(one)
            case 1:
                parent.insert(parent.index(one), copy.deepcopy(two))
            case 2 if one not in two.iterancestors() and one is not two:
                two.insert(rng.randrange(len(two) + 1), one)
            case 3:
                wrapper = etree.Element(f"{{{W}}}{rng.choice(_WRAPPERS)}")
                parent.replace(one, wrapper)
                wrapper.append(one)
            case 4:
                one.tag = two.tag
            case 5 if one.attrib:
                name = rng.choice(list(one.attrib))
                one.set(name, rng.choice(_STRANGE))
            case _:
                one.text = rng.choice((*_STRANGE, *_LINES))
    return etree.tostring(root)


def _other_attribute(xml: str, rng: random.Random) -> str:
    found = list(_ATTRIBUTE.finditer(xml))
    if not found:
        return xml
    chosen = rng.choice(found)
    value = rng.choice((*_STRANGE, rng.choice(found)[2]))
    return xml[: chosen.start(2)] + value.replace("<", "").replace('"', "") + xml[chosen.end(2) :]


def check(seed: int) -> str:
    """Read one case; give what is wrong, or nothing."""
    data, name = case(seed)
    started = time.monotonic()
    try:
        dossier = read(data, name)
        word = read_word(data, name, revisions=list(Revisions)[seed % 3])
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    bugs = {finding.code for finding in (*dossier.meldingen, *word.diagnostics)} & {"BR122", "BR137"}
    if bugs:
        return f"character lost: {', '.join(sorted(bugs))}"
    seconds = time.monotonic() - started
    return f"took {seconds:.1f} s" if seconds > SECONDS else ""


def check_made(seed: int) -> str:
    """Read one sound file; give what is wrong, or nothing."""
    data, text = made(seed)
    try:
        dossier = read(data, "noord.docx")
        paragraphs = shown(data, "noord.docx").get(("word/document.xml", False), [])
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    errors = [finding for finding in dossier.meldingen if finding.is_error]
    if errors:
        return f"{errors[0].code}: {errors[0].message}"
    words, wanted = [word for paragraph in paragraphs for word in paragraph.words], text.split()
    if words == wanted:
        return ""
    pairs = enumerate(zip(words, wanted, strict=False))
    at = next((n for n, (one, two) in pairs if one != two), min(len(words), len(wanted)))
    return f"read {words[at : at + 5]}, made {wanted[at : at + 5]}"


def main() -> int:
    """Run the cases asked for; exit 1 when one fails."""
    parser = reeks.arguments(__doc__)
    parser.add_argument("--gemaakt", action="store_true", help="sound files instead of damaged ones")
    asked = parser.parse_args()
    return reeks.run(check_made if asked.gemaakt else check, asked, MEGABYTES)


if __name__ == "__main__":
    sys.exit(main())
