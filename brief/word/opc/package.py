"""Open a Word file safely: bounded in size, never touching the network, every oddity a `Diagnostic`.

A .docx is a zip of parts (ECMA-376 part 2). Nothing is unpacked that is not asked for; macros, pictures and embedded
files stay closed.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from msgspec import Struct, field

from brief.diagnostics import Diagnostic, Place, Severity
from brief.word.opc.container import Refused, bytes_before, check_container

PART_LIMIT = 24 * 1024 * 1024
"""Bytes one part may unpack to; the text of a thousand pages fits in a third of this."""
TOTAL_LIMIT = 40 * 1024 * 1024
"""Bytes all parts together may unpack to while one file is read."""
BLOB_LIMIT = 100 * 1024 * 1024
"""Bytes of a part that is copied as it is."""
ENTRY_LIMIT = 5_000
"""Parts a package may hold."""

DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
    IndexError,
    KeyError,
)
"""What the zip library may raise on a damaged file; all of it means: this part cannot be read."""


class Package(Struct):
    """An opened Word file: its parts by name (without leading slash), unpacked when asked for."""

    file: str
    _zip: zipfile.ZipFile
    _names: dict[str, str]
    _spent: int = 0
    _cache: dict[str, bytes] = field(default_factory=dict)

    def names(self) -> tuple[str, ...]:
        """List the names of the parts as stored, in the order of the zip."""
        return tuple(self._names.values())

    def has(self, name: str) -> bool:
        """Tell whether a part exists; names compare without regard to case (ECMA-376 part 2, 6.2.2.3)."""
        return name.lower() in self._names

    def part(self, name: str) -> bytes | None:
        """Unpack a part; None when the package has no such part.

        Raises `Refused` with the diagnostic when the part is damaged or larger than the bounds allow.
        """
        stored = self._names.get(name.lower())
        if stored is None:
            return None
        if stored not in self._cache:
            self._cache[stored] = self._unpack(stored)
        return self._cache[stored]

    def fingerprint(self, name: str) -> tuple[int, int] | None:
        """Give checksum and size of a part as the zip states them, not unpacked; None when there is no such part."""
        stored = self._names.get(name.lower())
        if stored is None:
            return None
        info = self._zip.getinfo(stored)
        return info.CRC, info.file_size

    def blob(self, name: str) -> bytes | None:
        """Unpack a part only to copy it, such as a picture; None when there is no such part.

        Raises `Refused` when the part is damaged or so large that nobody made it with Word.
        """
        stored = self._names.get(name.lower())
        if stored is None:
            return None
        if self._zip.getinfo(stored).file_size > BLOB_LIMIT:
            raise Refused(too_large(self.file, stored))
        try:
            return self._zip.read(stored)
        except DAMAGE as error:
            raise Refused(damaged(self.file, stored, str(error))) from error

    def _unpack(self, name: str) -> bytes:
        info = self._zip.getinfo(name)
        limit = min(PART_LIMIT, TOTAL_LIMIT - self._spent)
        if info.file_size > limit:
            raise Refused(too_large(self.file, name))
        try:
            with self._zip.open(info) as stream:
                data = stream.read(limit + 1)
        except DAMAGE as error:
            raise Refused(damaged(self.file, name, str(error))) from error
        if len(data) > limit:
            raise Refused(too_large(self.file, name))
        self._spent += len(data)
        return data


def open_package(data: bytes, file: str) -> tuple[Package | None, tuple[Diagnostic, ...]]:
    """Open a .docx, .docm or .dotx given as bytes; `file` is its name in messages.

    Gives None with at least one error when the file is no readable Word file. Nothing is written anywhere.
    """
    refusal = check_container(data, file)
    if refusal is not None:
        return None, (refusal,)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except DAMAGE as error:
        return None, (damaged(file, None, str(error)),)
    problems = list(_entry_problems(entries, file))
    names: dict[str, str] = {}
    for info in entries:
        names.setdefault(_name_of(info), info.filename)
    if bytes_before(data):
        problems.append(_preceded(file, bytes_before(data)))
    problems += _kind_problems(names, file)
    problems += _macro_notes(names, file)
    if any(problem.is_error for problem in problems):
        return None, tuple(problems)
    return Package(file, archive, names), tuple(problems)


def _entry_problems(entries: list[zipfile.ZipInfo], file: str) -> list[Diagnostic]:
    if len(entries) > ENTRY_LIMIT:
        return [too_large(file, f"{len(entries)} onderdelen")]
    found: list[Diagnostic] = []
    seen: set[str] = set()
    for info in entries:
        key = _name_of(info)
        if key in seen:
            found.append(_doubled(file, info.filename))
        seen.add(key)
        if info.flag_bits & 0x1:
            found.append(_locked(file))
    return found


def _name_of(info: zipfile.ZipInfo) -> str:
    """Give the name of a part as it is compared; some programs write a backslash for a slash, and Word takes both."""
    return info.filename.replace("\\", "/").lstrip("/").lower()


def _preceded(file: str, count: int) -> Diagnostic:
    return Diagnostic(
        "BR125",
        Severity.WAARSCHUWING,
        f"vóór het Word-bestand staan {count} bytes die er niet horen; het bestand zelf is gelezen",
        Place(file),
        hint="vraag het bestand opnieuw op: het is bij het downloaden of verzenden veranderd",
    )


def _doubled(file: str, name: str) -> Diagnostic:
    harmless = name.lower().startswith("docprops/")
    return Diagnostic(
        "BR191" if harmless else "BR106",
        Severity.WAARSCHUWING if harmless else Severity.FOUT,
        f"het onderdeel {name!r} staat twee keer in het bestand",
        Place(file, part=name),
        hint="open het bestand in Word en bewaar het opnieuw",
    )


def _locked(file: str) -> Diagnostic:
    return Diagnostic(
        "BR103",
        Severity.FOUT,
        "het bestand is met een wachtwoord versleuteld",
        Place(file),
        hint="bewaar het in Word zonder wachtwoord (Bestand > Info > Document beveiligen)",
    )


def _kind_problems(names: dict[str, str], file: str) -> list[Diagnostic]:
    if "[content_types].xml" in names and "_rels/.rels" in names:
        return []
    kind = "een OpenDocument-bestand" if "meta-inf/manifest.xml" in names else "een zip zonder Word-document"
    return [
        Diagnostic(
            "BR101",
            Severity.FOUT,
            f"dit is geen Word-bestand maar {kind}",
            Place(file),
            hint="open het in Word of LibreOffice en bewaar het als .docx",
        )
    ]


def _macro_notes(names: dict[str, str], file: str) -> list[Diagnostic]:
    found = [stored for key, stored in names.items() if key.endswith("vbaproject.bin")]
    return [
        Diagnostic(
            "BR111", Severity.WAARSCHUWING, "het bestand bevat macro's; ze zijn niet uitgevoerd", Place(file, part=name)
        )
        for name in found[:1]
    ]


def damaged(file: str, part: str | None, detail: str) -> Diagnostic:
    """Make the message for a zip, or a part of it, that cannot be unpacked."""
    what = f"het onderdeel {part!r}" if part else "het bestand"
    return Diagnostic(
        "BR104",
        Severity.FOUT,
        f"{what} is beschadigd of afgebroken en kan niet worden uitgepakt",
        Place(file, part=part),
        label=detail[:120] or None,
        hint="vraag het bestand opnieuw op, of open het in Word en bewaar het opnieuw",
    )


def too_large(file: str, part: str) -> Diagnostic:
    """Make the message for a part that unpacks to more than the bounds allow."""
    return Diagnostic(
        "BR105",
        Severity.FOUT,
        f"{part}: te groot voor een dossier (een onderdeel mag {PART_LIMIT // 1024 // 1024} MB zijn)",
        Place(file, part=part),
        hint="is dit echt een dossier? Bewaar het in Word opnieuw, zonder ingevoegde bestanden",
    )
