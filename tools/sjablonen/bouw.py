"""Maak de sjablonen van brief: `python -m tools.sjablonen.bouw templates`.

Wie een sjabloon in Word heeft veranderd, wil die verandering houden: een bestand dat er al staat wordt alleen
overschreven met `--overschrijf`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from brief.word.opc.archive import write_archive
from tools.sjablonen import afsprakenlijst, kamerbrief
from tools.sjablonen.alinea import R
from tools.sjablonen.stijlen import W, lettertypen_xml

_SOORT = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_PAKKET = "http://schemas.openxmlformats.org/package/2006"
_KOP = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_INSTELLINGEN = (
    f'{_KOP}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="nl-NL"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)
_SOORTEN = {
    "document": "document.main",
    "headerfirst": "header",
    "headerdefault": "header",
    "footerfirst": "footer",
    "footerdefault": "footer",
}


def sjabloon(onderdelen: dict[str, bytes], titel: str) -> bytes:
    """Zet onderdelen bij elkaar tot een .docx."""
    delen = {**onderdelen, "word/settings.xml": _INSTELLINGEN.encode(), "word/fontTable.xml": lettertypen_xml()}
    namen = sorted(name.removeprefix("word/").removesuffix(".xml") for name in delen)
    soorten = "".join(
        f'<Override PartName="/word/{naam}.xml" ContentType="{_SOORT.format(_SOORTEN.get(naam, naam))}"/>'
        for naam in namen
    )
    kern = "application/vnd.openxmlformats-package.core-properties+xml"
    delen["[Content_Types].xml"] = (
        f'{_KOP}<Types xmlns="{_PAKKET}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'{soorten}<Override PartName="/docProps/core.xml" ContentType="{kern}"/></Types>'
    ).encode()
    delen["_rels/.rels"] = _relaties(
        ("rId1", f"{R}/officeDocument", "word/document.xml"),
        ("rId2", f"{_PAKKET}/relationships/metadata/core-properties", "docProps/core.xml"),
    )
    delen["word/_rels/document.xml.rels"] = _relaties(
        *((f"rId{naam}", f"{R}/{_SOORTEN.get(naam, naam)}", f"{naam}.xml") for naam in namen if naam != "document")
    )
    delen["docProps/core.xml"] = (
        f'{_KOP}<cp:coreProperties xmlns:cp="{_PAKKET}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:language>nl-NL</dc:language><dc:title>{titel}</dc:title></cp:coreProperties>"
    ).encode()
    return write_archive(delen)


def _relaties(*items: tuple[str, str, str]) -> bytes:
    regels = "".join(f'<Relationship Id="{code}" Type="{soort}" Target="{doel}"/>' for code, soort, doel in items)
    return f'{_KOP}<Relationships xmlns="{_PAKKET}/relationships">{regels}</Relationships>'.encode()


def alle() -> dict[str, bytes]:
    """Geef alle sjablonen, op bestandsnaam."""
    return {
        "kamerbrief.docx": sjabloon(kamerbrief.onderdelen(), "Sjabloon Kamerbrief"),
        "afsprakenlijst.docx": sjabloon(afsprakenlijst.onderdelen(), "Sjabloon afsprakenlijst"),
    }


def main() -> int:
    """Schrijf de sjablonen in de map die is opgegeven."""
    lezer = argparse.ArgumentParser(description="Maak de Word-sjablonen.")
    lezer.add_argument("map", type=Path)
    lezer.add_argument("--overschrijf", action="store_true", help="vervang sjablonen die er al staan")
    keuze = lezer.parse_args()
    keuze.map.mkdir(parents=True, exist_ok=True)
    for naam, data in alle().items():
        doel = keuze.map / naam
        if doel.exists() and doel.read_bytes() != data and not keuze.overschrijf:
            sys.stderr.write(f"{doel} is veranderd en blijft staan; met --overschrijf wordt het vervangen\n")
            continue
        doel.write_bytes(data)
        sys.stdout.write(f"{doel}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
