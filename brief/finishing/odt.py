"""An .odt that says nothing about the machine that made it, and has the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile

from brief.word.opc.archive import write_archive

_LEFT_OUT = re.compile(r"^(?:Thumbnails/|Configurations2/|manifest\.rdf$)|/$")
_ENTRY = re.compile(rb'<manifest:file-entry [^>]*manifest:full-path="([^"]*)"[^>]*/>\s*')
_RANDOM = (
    re.compile(rb'<config:config-item config:name="Rsid\w*"[^>]*>\d*</config:config-item>'),
    re.compile(
        rb'<config:config-item config:name="(?:Printer\w*|PrintFaxName|View\w*|Visible\w*)"'
        rb"[^>]*?(?:/>|>[^<]*</config:config-item>)"
    ),
    re.compile(rb' officeooo:(?:paragraph-)?rsid="[^"]*"'),
    re.compile(
        rb"<meta:(?:creation-date|editing-duration|editing-cycles|print-date|printed-by|initial-creator)>[^<]*</meta:[^>]*>"
    ),
    re.compile(rb"<dc:(?:date|creator)>[^<]*</dc:(?:date|creator)>"),
    re.compile(rb"<meta:user-defined [^>]*>[^<]*</meta:user-defined>"),
    re.compile(rb"<meta:generator>[^<]*</meta:generator>"),
)
"""What LibreOffice writes about itself, its user and the moment."""

_LIST = re.compile(rb'xml:id="(list\d+)"')
_LIST_NAME = re.compile(rb'((?:xml:id|text:continue-list)=")(list\d+)(")')
"""Lists get a number by chance; they are counted instead."""


def settled(odt: bytes) -> bytes:
    """Give the document without the moment, the machine and the picture of its first page; always the same bytes."""
    with zipfile.ZipFile(io.BytesIO(odt)) as package:
        parts = {name: package.read(name) for name in package.namelist() if not _LEFT_OUT.search(name)}
    return write_archive({name: _settled_part(name, data, parts) for name, data in parts.items()})


def _settled_part(name: str, data: bytes, parts: dict[str, bytes]) -> bytes:
    if name == "META-INF/manifest.xml":
        return _ENTRY.sub(lambda found: found[0] if _is_there(found[1].decode(), parts) else b"", data)
    if name.endswith(".xml"):
        for pattern in _RANDOM:
            data = pattern.sub(b"", data)
        names = dict.fromkeys(_LIST.findall(data))
        order = {name: f"list{number}".encode() for number, name in enumerate(names, 1)}
        data = _LIST_NAME.sub(lambda found: found[1] + order.get(found[2], found[2]) + found[3], data)
    return data


def _is_there(path: str, parts: dict[str, bytes]) -> bool:
    return path == "/" or path in parts
