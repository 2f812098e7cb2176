"""Recognise what a file is by its first bytes, and bound the zip directory before a library reads it."""

from __future__ import annotations

import struct

from brief.diagnostics import Diagnostic, Place, Severity

FILE_LIMIT = 100 * 1024 * 1024
DIRECTORY_LIMIT = 2 * 1024 * 1024
"""Bytes of zip directory; the zip library reads all of it into memory before anyone can count."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NEVER_BEFORE = (b"{\\rtf", b"%PDF")
_SEARCHED = 64 * 1024
"""Bytes at the start of a file in which the zip may begin."""
_OTHER_KINDS = ((b"{\\rtf", "een RTF-bestand"), (b"%PDF", "een PDF-bestand"), (b"<", "een HTML- of XML-bestand"))


class Refused(Exception):  # noqa: N818 - not a failure of the program but its answer
    """Carries the diagnostic with which reading stops, from deep in the reading to its entry point."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def check_container(data: bytes, file: str) -> Diagnostic | None:
    """Say why these bytes are no zip that may be opened; None when they are."""
    if len(data) > FILE_LIMIT:
        return _refusal(
            "BR105", f"het bestand is groter dan {FILE_LIMIT // 1024 // 1024} MB", file, "is dit echt een dossier?"
        )
    if data.startswith(_OLE):
        return _ole_refusal(data, file)
    if data[:4] != b"PK\x03\x04" and not bytes_before(data):
        return _no_word_file(data, file)
    size = _directory_size(data)
    if size is None:
        hint = "vraag het bestand opnieuw op: het einde ontbreekt"
        return _refusal("BR104", "het bestand is beschadigd of afgebroken en kan niet worden uitgepakt", file, hint)
    if size > DIRECTORY_LIMIT:
        return _refusal(
            "BR105", "het bestand bevat veel meer onderdelen dan een dossier heeft", file, "is dit echt een dossier?"
        )
    return None


def bytes_before(data: bytes) -> int:
    """Count the bytes that a faulty download left before the zip; 0 for a sound zip, and for what is no zip at all."""
    at = data.find(b"PK\x03\x04", 0, _SEARCHED)
    if at <= 0 or data.startswith(_NEVER_BEFORE) or _directory_size(data) is None:
        return 0
    return at


def _refusal(code: str, message: str, file: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.FOUT, message, Place(file), hint=hint)


def _ole_refusal(data: bytes, file: str) -> Diagnostic:
    if "EncryptedPackage".encode("utf-16-le") in data:
        hint = "bewaar het in Word zonder wachtwoord (Bestand > Info > Document beveiligen)"
        return _refusal("BR103", "het bestand is met een wachtwoord versleuteld", file, hint)
    hint = "open het in Word of LibreOffice en bewaar het als .docx"
    return _refusal("BR102", "dit is een bestand in de oude Word-vorm (.doc)", file, hint)


def _no_word_file(data: bytes, file: str) -> Diagnostic:
    if not data:
        return _refusal("BR101", "het bestand is leeg", file, "vraag het bestand opnieuw op")
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    kind = next((name for magic, name in _OTHER_KINDS if start.startswith(magic.lower())), "iets anders")
    return _refusal("BR101", f"dit is geen Word-bestand maar {kind}", file, "bewaar het als .docx")


def _directory_size(data: bytes) -> int | None:
    """Read the size of the zip directory from the end record (PKWARE APPNOTE 4.3.16); None without such a record."""
    position = data.rfind(b"PK\x05\x06", max(0, len(data) - 22 - 65_535))
    if position < 0 or len(data) - position < 22:
        return None
    size = int(struct.unpack_from("<L", data, position + 12)[0])
    locator = position - 20
    if locator >= 0 and data[locator : locator + 4] == b"PK\x06\x07":
        return _directory_size_zip64(data, locator)
    return size


def _directory_size_zip64(data: bytes, locator: int) -> int | None:
    position = data.rfind(b"PK\x06\x06", max(0, locator - 4096), locator)
    if position < 0 or position + 48 > len(data):
        return None
    return int(struct.unpack_from("<Q", data, position + 40)[0])
