"""Take a letter over into a round, a new one or one that is there: planned as a value, then written as one deed."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity, has_errors
from brief.disk.files import replace_file
from brief.domain import AFZENDER
from brief.intake.letter.model import Bestemming, Overgenomen
from brief.intake.letter.reading import read_letter
from brief.rounds.new import make_new
from brief.rounds.papers.adding import zet_achter
from brief.sources.briefvelden import BriefEdit
from brief.sources.changing import changing
from brief.sources.folder import KAMERSTUKKEN, RONDE, read_ronde
from brief.sources.ronde import read_ronde_yaml
from brief.sources.skelet import skelet
from brief.sources.source import SourceFile, decode, read_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from brief.domain import Afzender, BriefGegevens
    from brief.intake.letter.model import Velden
    from brief.rounds.new import NieuweRonde

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_OF_ONE_LETTER = ("datum", "betreft", "kenmerk", "bijlagen")
"""Fields that hold for one letter only: those of last year's are not taken over."""


@dataclass(frozen=True, slots=True)
class Letter:
    """The letter that is to be taken over: its bytes, its name in messages, and whether safe signs are put right."""

    data: bytes
    bestand: str
    verbeter: bool = False


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file as it will be: its bytes, and the hash of what it takes the place of (None: nothing)."""

    pad: Path
    data: bytes
    read_as: str | None


@dataclass(frozen=True, slots=True)
class Overname:
    """What taking a letter over comes to. With an error among the findings nothing may be written.

    `heeft_tekst` tells that `brief.md` holds a text that a person wrote: it is replaced only when that was said.
    `nieuw` is the round that must be made. `velden` are the fields that change in `ronde.yaml`.
    """

    folder: Path
    brief: Overgenomen
    bestanden: tuple[Bestand, ...] = ()
    velden: Mapping[str, object] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()
    heeft_tekst: bool = False
    nieuw: NieuweRonde | None = None

    @property
    def failed(self) -> bool:
        """Tell whether nothing may be written."""
        return has_errors(self.findings)


def plan_for_new(nieuw: NieuweRonde, letter: Letter) -> Overname:
    """Plan a new round with this letter in it."""
    brief = read_letter(letter.data, letter.bestand, verbeter=letter.verbeter)
    if brief.failed or nieuw.findings:
        return Overname(nieuw.folder, brief, findings=(*nieuw.findings, *brief.meldingen))
    files = dict(nieuw.files)
    ronde = _source(nieuw.folder / RONDE, files[RONDE])
    edit, brief, velden, found = _fields(ronde, brief, files[RONDE], vervang=True)
    register, more = _register(_source(nieuw.folder / KAMERSTUKKEN, files[KAMERSTUKKEN]), brief, None)
    files |= {RONDE: edit.text(), KAMERSTUKKEN: register.data.decode(), "brief.md": brief.tekst}
    bestanden = tuple(
        Bestand(nieuw.folder / name, files[name].encode(), None) for name in (RONDE, KAMERSTUKKEN, "brief.md")
    )
    findings = (*brief.meldingen, *found, *more)
    return Overname(nieuw.folder, brief, bestanden, velden, findings, nieuw=replace(nieuw, files=files))


def plan_for(folder: Path, letter: Letter, *, vervang: bool = False) -> Overname:
    """Plan what the files of a round get; with `vervang` what a person wrote there is replaced too."""
    round_files, wrong = read_ronde(folder)
    known = round_files.kamerstukken if round_files is not None else {}
    brief = read_letter(letter.data, letter.bestand, known=known, verbeter=letter.verbeter)
    ronde, unread = read_source(folder / RONDE)
    if brief.failed or round_files is None or ronde is None:
        errors = tuple(each for each in wrong if each.is_error) if round_files is None else ()
        return Overname(folder, brief, findings=(*brief.meldingen, *errors, *unread))
    own = _skeleton(folder)
    edit, brief, velden, found = _fields(ronde, brief, own.get(RONDE, ""), vervang=vervang)
    made = [Bestand(folder / RONDE, edit.data(), ronde.sha256)] if edit.changes else []
    path = folder / KAMERSTUKKEN
    source, bad = read_source(path) if path.exists() else (_source(path, ""), ())
    if source is not None and brief.stukken:
        register, more = _register(source, brief, source.sha256 if path.exists() else None)
        found = (*found, *more)
        made += [register] if register.data != source.data else []
    text = folder / round_files.ronde.brief.tekst
    old, _ = read_source(text) if text.exists() else (None, ())
    has_text = old is not None and bool(old.text.strip()) and old.text not in (own.get("brief.md"), brief.tekst)
    if old is None or old.text != brief.tekst:
        made.append(Bestand(text, brief.tekst.encode(), old.sha256 if old is not None else None))
    findings = (*brief.meldingen, *found, *bad, *(() if vervang or not has_text else (_taken(text),)))
    return Overname(folder, brief, tuple(made), velden, findings, has_text)


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
            if found := replace_file(each.pad, each.data, read_as=each.read_as):
                return tuple(written), found
            written.append(each.pad)
    return tuple(written), ()


def _source(path: Path, text: str) -> SourceFile:
    return SourceFile(path.as_posix(), text.encode("utf-8"), text)


def _skeleton(folder: Path) -> Mapping[str, str]:
    """Give the files that `brief nieuw` made here: what is still as in them, nobody wrote."""
    year = _YEAR.search(folder.name)
    return skelet(int(year.group()), folder.name) if year else {}


def _taken(text: Path) -> Diagnostic:
    message = "in dit bestand staat al een tekst; zij is niet vervangen"
    hint = "wilt u haar vervangen, geef dan --vervang (terug kan met: brief terugdraaien)"
    return Diagnostic("BR601", Severity.FOUT, message, Place(text.as_posix()), hint=hint)


def _register(source: SourceFile, brief: Overgenomen, read_as: str | None) -> tuple[Bestand, tuple[Diagnostic, ...]]:
    """Put the papers of the letter behind those of the register; what is in there already stays as it is."""
    from pathlib import Path

    found: list[Diagnostic] = []
    path = Path(source.name)
    for key, fields in brief.stukken.items():
        added = zet_achter(source, key, fields, read_as=read_as)
        found += [each for each in added.meldingen if each.is_error]
        if added.regels and not has_errors(added.meldingen):
            again, _ = decode(source.name, added.data)
            source = again or source
    return Bestand(path, source.data, read_as), tuple(found)


def _fields(
    source: SourceFile, brief: Overgenomen, own: str, *, vervang: bool
) -> tuple[BriefEdit, Overgenomen, dict[str, object], tuple[Diagnostic, ...]]:
    """Put the fields of the letter in `ronde.yaml`, where nobody filled in another value; tell what was not taken."""
    ronde, _ = read_ronde_yaml(source)
    made, _ = read_ronde_yaml(_source_of(own)) if own else (None, ())
    edit = BriefEdit(source, own.split("\n"))
    if ronde is None or not edit.can_change:
        message = "de velden onder 'brief' zijn hier niet te wijzigen; de velden van de brief zijn niet overgenomen"
        return edit, brief, {}, (Diagnostic("BR629", Severity.WAARSCHUWING, message, Place(source.name)),)
    wanted, found = _wanted(brief.velden, ronde.ronde)
    refused = {name: reason for name, reason in found.items() if reason}
    findings = list(_told(refused, brief.velden, ronde.ronde, source.name))
    done: dict[str, object] = {}
    for name, value in wanted.items():
        now, first = _now(ronde.brief, name), _now(made.brief, name) if made is not None else None
        if now == value:
            continue
        if vervang or not now or now == first:
            done[name] = value
        else:
            refused[name] = "ronde.yaml zegt iets anders"
            findings.append(_kept(name, now, value, source.name))
    sender, kept = _sender(brief.velden.afzender, ronde.brief.afzender, vervang=vervang)
    findings += [_kept(f"afzender.{name}", now, said, source.name) for name, (now, said) in kept.items()]
    refused |= {f"afzender.{name}": "ronde.yaml zegt iets anders" for name in kept}
    done |= {"afzender": sender} if sender else {}
    for name, value in done.items():
        edit.set(name, value)
    return edit, _refused(brief, refused), done, tuple(findings)


def _source_of(text: str) -> SourceFile:
    return SourceFile(RONDE, text.encode("utf-8"), text)


def _wanted(velden: Velden, ronde: str) -> tuple[dict[str, object], dict[str, str]]:
    """Give the fields that the letter has for this round, and why the others are not for it."""
    year = _YEAR.search(ronde)
    other = velden.datum is not None and year is not None and velden.datum.year != int(year.group())
    signed = tuple(
        {"functie": each.functie, **({"naam": each.naam} if each.naam else {})} for each in velden.ondertekenaars
    )
    values: dict[str, object] = {
        "datum": velden.datum,
        "betreft": velden.betreft,
        "kenmerk": velden.kenmerk,
        "ondertekenaars": signed,
        "mede_namens": velden.mede_namens,
        "bijlagen": velden.bijlagen,
    }
    reasons = {
        name: f"is van de brief van {velden.datum.year}"
        if other and velden.datum and name in _OF_ONE_LETTER and value
        else ""
        for name, value in values.items()
    }
    return {name: value for name, value in values.items() if value and not reasons[name]}, reasons


def _told(refused: Mapping[str, str], velden: Velden, ronde: str, file: str) -> Iterable[Diagnostic]:
    if refused and velden.datum is not None:
        names = ", ".join(refused)
        message = f"deze brief is van {velden.datum.year} en de ronde is {ronde}; niet overgenomen: {names}"
        hint = "vul ze voor deze ronde in ronde.yaml in"
        yield Diagnostic("BR618", Severity.INFO, message, Place(file), hint=hint)


def _kept(name: str, now: object, value: object, file: str) -> Diagnostic:
    message = f"{name} in ronde.yaml blijft '{_shown(now)}'; de brief zegt '{_shown(value)}'"
    hint = "geef --vervang als de brief gelijk heeft"
    return Diagnostic("BR618", Severity.INFO, message, Place(file), hint=hint)


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(_shown(each) for each in value)
    if isinstance(value, dict):
        return ", ".join(str(each) for each in value.values())
    return str(value)


def _now(brief: BriefGegevens, name: str) -> object:
    """Give what `ronde.yaml` says of a field, in the form in which a letter says it; empty when nobody filled it in."""
    if name == "ondertekenaars":
        named = any(one.naam for one in brief.ondertekenaars)
        return tuple({"functie": one.functie, "naam": one.naam} for one in brief.ondertekenaars) if named else ()
    return getattr(brief, name)


_Part = str | tuple[str, ...]


def _sender(
    found: Mapping[str, tuple[str, ...]], now: Afzender, *, vervang: bool
) -> tuple[dict[str, _Part], dict[str, tuple[_Part, _Part]]]:
    """Give the parts of the sender that change, and those that a person filled in otherwise (now, in the letter).

    A few lines of what the round says already say nothing else.
    """
    usual, said = asdict(AFZENDER), asdict(now)
    change: dict[str, _Part] = {}
    kept: dict[str, tuple[_Part, _Part]] = {}
    for name, lines in found.items():
        known: _Part = said[name]
        value: _Part = lines if isinstance(known, tuple) else " ".join(lines)
        if _folded(lines) in _folded(known if isinstance(known, tuple) else (known,)):
            continue
        if vervang or known == usual[name]:
            change[name] = value
        else:
            kept[name] = (known, value)
    return change, kept


def _folded(lines: Iterable[str]) -> str:
    return " ".join(" ".join(lines).lower().split())


def _refused(brief: Overgenomen, reasons: Mapping[str, str]) -> Overgenomen:
    """Say of the stretches of fields that were not taken that they are left over, and why."""
    delen = tuple(
        replace(deel, bestemming=Bestemming.REST, naam=f"{deel.naam}: {reasons[deel.naam]}")
        if deel.bestemming is Bestemming.VELD and reasons.get(deel.naam)
        else deel
        for deel in brief.delen
    )
    return replace(brief, delen=delen)
