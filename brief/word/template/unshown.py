"""Fields that people filled in and that a template has no tag for: the document would say what the template says."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from brief.text.document import FieldValue

_WANTED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "kamerbrief": {
        "datum": (),
        "betreft": (),
        "kenmerk": (),
        "ondertekenaars": (),
        "mede_namens": (),
        "bijlagen": ("aantal_bijlagen",),
    },
    "afsprakenlijst": {"titel": (), "overleggen": ("ondertitel",)},
}
"""By document the fields that it must show when they are filled, each with what may stand for it."""
_LISTS = {"ondertekenaars", "bijlagen", "overleggen"}
_MARKUP = re.compile(rb"<[^>]*>")
_TAG = re.compile(r"\{[{%].{0,600}?[%}]\}", re.DOTALL)
_NAME = re.compile(r"[A-Za-z_]\w*")
_LARGEST = 20_000_000
"""A part of more bytes is not looked through: it is refused elsewhere."""


def not_shown(template: bytes, file: str, document: str, fields: Mapping[str, FieldValue]) -> tuple[Diagnostic, ...]:
    """Report the filled fields of a document for which its template, of the path `file`, has no tag."""
    wanted = {name: others for name, others in _WANTED.get(document, {}).items() if fields.get(name)}
    names = _names(template) if wanted else None
    if names is None:
        return ()
    return tuple(_missing(name, file) for name, others in wanted.items() if names.isdisjoint((name, *others)))


def _missing(name: str, file: str) -> Diagnostic:
    tag = f"{{%p for x in {name} %}} … {{%p endfor %}}" if name in _LISTS else f"{{{{ {name} }}}}"
    message = f"dit sjabloon heeft geen plek voor '{name}' uit ronde.yaml: het document toont wat het sjabloon zegt"
    hint = f"zet {tag} in het sjabloon, op de plaats van wat daar nu vast staat"
    return Diagnostic("BR340", Severity.WAARSCHUWING, message, Place(file), hint=hint)


def _names(template: bytes) -> set[str] | None:
    """Give every name in a tag of a template; None when it cannot be opened, which is reported elsewhere."""
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as package:
            return {name for text in _texts(package) for tag in _TAG.findall(text) for name in _NAME.findall(tag)}
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, ValueError):
        return None


def _texts(package: zipfile.ZipFile) -> Iterator[str]:
    for info in package.infolist():
        if info.filename.endswith(".xml") and info.file_size <= _LARGEST:
            yield _MARKUP.sub(b"", package.read(info)).decode("utf-8", "replace")
