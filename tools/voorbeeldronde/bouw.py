"""Make the dossiers of the sample round: four Word files in four hands, one Markdown file.

Usage: python tools/voorbeeldronde/bouw.py [MAP]     (default: input/2026/dossiers)

The same sources give the same bytes: no clock, no random ids, a fixed order and date in the zip.
"""

from __future__ import annotations

import sys
import zipfile
from io import BytesIO
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))  # so that it runs as a script, without installation

from tools.voorbeeldronde.bron import Heading, Source, read_source  # noqa: E402
from tools.voorbeeldronde.delen import (  # noqa: E402
    comments,
    content_types,
    core,
    document_relationships,
    footer,
    footnotes,
    header,
    package_relationships,
    settings,
)
from tools.voorbeeldronde.hand import HANDS, Hand  # noqa: E402
from tools.voorbeeldronde.inhoud import Body  # noqa: E402
from tools.voorbeeldronde.nummering import numbering  # noqa: E402
from tools.voorbeeldronde.regels import Lines  # noqa: E402
from tools.voorbeeldronde.stijlen import styles  # noqa: E402
from tools.voorbeeldronde.wordxml import part  # noqa: E402

TARGET = HERE.parents[1] / "input" / "2026" / "dossiers"
EPOCH = (1980, 1, 1, 0, 0, 0)
PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" '
    'w:header="709" w:footer="709" w:gutter="0"/>'
)


def build_word(source: Source, hand: Hand) -> bytes:
    """Give the bytes of one .docx."""
    lines = Lines(hand, source.meta.get("wijzigingen_door", ""), source.meta.get("wijzigingen_op", ""))
    body = Body(hand, lines)
    content = body.write(source)
    word = {
        "styles": styles(hand),
        "numbering": numbering(hand, body.own_lists),
        "settings": settings(hand, footnotes=bool(lines.notes)),
        "header1": header(source.meta),
        "footer1": footer(),
    }
    if lines.notes:
        word["footnotes"] = footnotes(lines, source.notes)
    if lines.remarks:
        word["comments"] = comments(lines)
    names = list(word)
    ends = {
        name: f'<w:{name}Reference w:type="default" r:id="rId{names.index(name + "1") + 1}"/>'
        for name in ("header", "footer")
    }
    word["document"] = part(
        "document", f"<w:body>{content}<w:sectPr>{ends['header']}{ends['footer']}{PAGE}</w:sectPr></w:body>"
    )
    return _zip(word, names, source)


def _zip(word: dict[str, str], names: list[str], source: Source) -> bytes:
    files = {
        "[Content_Types].xml": content_types([*names, "document"]),
        "_rels/.rels": package_relationships(),
        "docProps/core.xml": core(source.meta, _title(source)),
        "word/_rels/document.xml.rels": document_relationships(names),
        **{f"word/{name}.xml": text for name, text in word.items()},
    }
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, text.encode("utf8"), compresslevel=9)
    return target.getvalue()


def _title(source: Source) -> str:
    return next(block.text for block in source.blocks if isinstance(block, Heading) and block.level == 1)


def build(target: Path) -> list[Path]:
    """Write all dossiers into a folder and give their paths."""
    target.mkdir(parents=True, exist_ok=True)
    made = []
    for landsdeel, hand in HANDS.items():
        made.append(target / f"{landsdeel}.docx")
        made[-1].write_bytes(build_word(read_source(HERE / "teksten" / f"{landsdeel}.md"), hand))
    made.append(target / "zuid.md")
    made[-1].write_bytes((HERE / "teksten" / "zuid.md").read_bytes())
    return made


if __name__ == "__main__":
    for path in build(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET):
        print(path)
