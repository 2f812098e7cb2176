"""Take a letter over into a round, a new one or one that is there: planned as a value, then written as one deed."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from brief.diagnostics import Diagnostic, Place, Severity, has_errors
from brief.intake.letter.reading import read_letter
from brief.kamerstuk import Stijl
from brief.rounds.letter_fields import letter_fields
from brief.rounds.new import make_new, year_of
from brief.rounds.papers.adding import zet_alle_achter
from brief.sources.changing import changing
from brief.sources.folder import read_ronde
from brief.sources.names import BRIEFTEKST, KAMERSTUKKEN, RONDE
from brief.sources.skelet import skelet
from brief.sources.source import SourceFile, read_source
from brief.sources.whose import replace_as_read

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from brief.intake.letter.model import Overgenomen
    from brief.rounds.new import NieuweRonde


class Letter(Struct, frozen=True):
    """The letter that is to be taken over: its bytes, its name in messages, and whether safe signs are put right.

    `aanvulling` is what a person says of its papers beside what the notes say, by their keys.
    """

    data: bytes
    bestand: str
    verbeter: bool = False
    aanvulling: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


class Bestand(Struct, frozen=True):
    """A file as it will be: its bytes, and those that it takes the place of (None: there is no file)."""

    pad: Path
    data: bytes
    before: bytes | None


class Overname(Struct, frozen=True):
    """What taking a letter over comes to. With an error among the findings nothing may be written.

    `heeft_tekst` tells that `brief.md` holds a text that a person wrote: it is replaced only when that was said.
    `is_eigen` tells that the letter was made of this very round.
    `tekst` is the file in the round that the text goes to.
    `nieuw` is the round that must be made. `velden` are the fields that change in `ronde.yaml`.
    """

    folder: Path
    brief: Overgenomen
    bestanden: tuple[Bestand, ...] = ()
    velden: Mapping[str, object] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()
    heeft_tekst: bool = False
    is_eigen: bool = False
    tekst: str = BRIEFTEKST
    nieuw: NieuweRonde | None = None

    @property
    def failed(self) -> bool:
        """Tell whether nothing may be written."""
        return has_errors(self.findings)


def plan_for_new(nieuw: NieuweRonde, letter: Letter) -> Overname:
    """Plan a new round with this letter in it."""
    brief = _completed(read_letter(letter.data, letter.bestand, verbeter=letter.verbeter), letter)
    if brief.failed or nieuw.findings:
        return Overname(nieuw.folder, brief, findings=(*nieuw.findings, *brief.meldingen))
    files = dict(nieuw.files)
    files[RONDE] = re.sub(r"(?m)^(  stijl: )\w+", rf"\g<1>{brief.stijl.value}", files[RONDE])
    ronde = _source(nieuw.folder / RONDE, files[RONDE])
    edit, brief, velden, found = letter_fields(ronde, brief, files[RONDE], vervang=True)
    register, more = _register(_source(nieuw.folder / KAMERSTUKKEN, files[KAMERSTUKKEN]), brief, None)
    files |= {RONDE: edit.text(), KAMERSTUKKEN: register.data.decode(), BRIEFTEKST: brief.tekst}
    names = (RONDE, KAMERSTUKKEN, BRIEFTEKST)
    bestanden = tuple(Bestand(nieuw.folder / name, files[name].encode(), None) for name in names)
    findings = (*brief.meldingen, *found, *more)
    return Overname(nieuw.folder, brief, bestanden, velden, findings, nieuw=replace(nieuw, files=files))


def plan_for(folder: Path, letter: Letter, *, vervang: bool = False) -> Overname:
    """Plan what the files of a round get; with `vervang` what a person wrote there is replaced too."""
    round_files, wrong = read_ronde(folder)
    known = round_files.kamerstukken if round_files is not None else {}
    stijl = Stijl(round_files.ronde.stijl.value) if round_files is not None else None
    read = read_letter(letter.data, letter.bestand, known=known, stijl=stijl, verbeter=letter.verbeter)
    brief = _completed(read, letter)
    ronde, unread = read_source(folder / RONDE)
    if brief.failed or round_files is None or ronde is None:
        errors = tuple(each for each in wrong if each.is_error) if round_files is None else ()
        return Overname(folder, brief, findings=(*brief.meldingen, *errors, *unread))
    own = _skeleton(folder)
    edit, brief, velden, found = letter_fields(ronde, brief, own.get(RONDE, ""), vervang=vervang)
    made = [Bestand(folder / RONDE, edit.data(), ronde.data)] if edit.changes else []
    path = folder / KAMERSTUKKEN
    source, bad = read_source(path) if os.path.lexists(path) else (_source(path, ""), ())
    if source is not None and brief.stukken:
        register, more = _register(source, brief, source.data if path.exists() else None)
        found = (*found, *more)
        made += [register] if register.data != source.data else []
    text = folder / round_files.ronde.brief.tekst
    old, unread = read_source(text) if os.path.lexists(text) else (None, ())
    has_text = old is not None and bool(old.text.strip()) and old.text not in (own.get(BRIEFTEKST), brief.tekst)
    if old is None or old.text != brief.tekst:
        made.append(Bestand(text, brief.tekst.encode(), old.data if old is not None else None))
    is_own = brief.ronde == round_files.ronde.ronde
    findings = (
        *(_named(each, round_files.ronde.brief.tekst) for each in brief.meldingen),
        *found,
        *bad,
        *unread,
        *(() if vervang or not has_text else (_taken(text, is_own=is_own),)),
    )
    return Overname(folder, brief, tuple(made), velden, findings, has_text, is_own, round_files.ronde.brief.tekst)


def save(overname: Overname) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """Write what was planned, as one deed; give the files written, and what stopped the writing."""
    if overname.nieuw is not None:
        make_new(overname.nieuw)
        return tuple(each.pad for each in overname.bestanden), ()
    written: list[Path] = []
    with changing(overname.folder, f"{overname.brief.bestand} overgenomen") as busy:
        if busy:
            return (), busy
        for each in overname.bestanden:
            if found := replace_as_read(each.pad, each.data, each.before):
                return tuple(written), found
            written.append(each.pad)
    return tuple(written), ()


def _completed(brief: Overgenomen, letter: Letter) -> Overgenomen:
    """Add what a person said of the papers."""
    stukken = {key: {**fields, **letter.aanvulling.get(key, {})} for key, fields in brief.stukken.items()}
    found = tuple(
        each for each in brief.meldingen if each.code != "BR611" or not all(f.get("titel") for f in stukken.values())
    )
    return replace(brief, stukken=stukken, meldingen=found)


def _named(finding: Diagnostic, tekst: str) -> Diagnostic:
    """Say the name of the file that the text goes to, where the round has another than the usual one."""
    if tekst == BRIEFTEKST:
        return finding
    hint = finding.hint and finding.hint.replace(BRIEFTEKST, tekst)
    return replace(finding, message=finding.message.replace(BRIEFTEKST, tekst), hint=hint)


def _source(path: Path, text: str) -> SourceFile:
    return SourceFile(path.as_posix(), text.encode("utf-8"), text)


def _skeleton(folder: Path) -> Mapping[str, str]:
    """Give the files that `brief nieuw` made here: what is still as in them, nobody wrote."""
    year = year_of(folder.name)
    return skelet(year, folder.name) if year is not None else {}


def _taken(text: Path, *, is_own: bool) -> Diagnostic:
    """Refuse to replace a text; a letter that was made of this very round comes back in another way."""
    message = "in dit bestand staat al een tekst; zij is niet vervangen"
    hint = "wilt u haar vervangen, geef dan --vervang (terug kan met: brief terugdraaien)"
    if is_own:
        message = "deze brief is van deze ronde gemaakt; de tekst hier is niet vervangen, want zij houdt de blokken"
        hint = "haal wat in Word is gewijzigd terug met: brief verwerken BESTAND"
    return Diagnostic("BR601", Severity.FOUT, message, Place(text.as_posix()), hint=hint)


def _register(source: SourceFile, brief: Overgenomen, before: bytes | None) -> tuple[Bestand, tuple[Diagnostic, ...]]:
    """Put the papers of the letter behind those of the register; what is in there already stays as it is."""
    from pathlib import Path

    register, found = zet_alle_achter(source, tuple(brief.stukken.items()))
    return Bestand(Path(source.name), register.data, before), found
