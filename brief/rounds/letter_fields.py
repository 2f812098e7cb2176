"""The fields of a letter in `ronde.yaml`: where nobody filled in another value, and only if they are for this round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import asdict, replace

from brief.diagnostics import OUR_FAULT, Diagnostic, Place, Severity
from brief.domain import AFZENDER
from brief.intake.letter.model import Bestemming
from brief.rounds.new import year_of
from brief.sources.briefvelden import BriefEdit
from brief.sources.names import RONDE
from brief.sources.ronde import read_ronde_yaml
from brief.sources.source import SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from brief.domain import Afzender, BriefGegevens
    from brief.intake.letter.model import Overgenomen, Velden

_OF_ONE_LETTER = ("datum", "betreft", "kenmerk", "bijlagen")
"""Fields that hold for one letter only: those of last year's are not taken over."""


def letter_fields(
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
    findings += _misread(source, edit, done)
    return edit, _refused(brief, refused), done, tuple(findings)


def _misread(source: SourceFile, edit: BriefEdit, done: Mapping[str, object]) -> Iterable[Diagnostic]:
    """Read the changed file again: each field says what was meant, and all else what it said."""
    before, old = read_ronde_yaml(source)
    after, new = read_ronde_yaml(SourceFile(source.name, edit.data(), edit.text()))
    wrong = after is None or before is None or sum(each.is_error for each in new) > sum(each.is_error for each in old)
    if after is not None and before is not None and not wrong:
        wrong = any(_said(after.brief, name) != value for name, value in done.items() if name != "afzender")
        names = (*done, *(("datum_voorgesteld",) if "datum" in done else ()))  # the letter says its own day
        changed = {name: getattr(after.brief, name) for name in names}
        wrong = wrong or replace(before.brief, **changed) != after.brief
    if wrong:
        message = "deze velden lezen anders terug dan zij zijn geschreven"
        yield Diagnostic("BR600", Severity.FOUT, message, Place(source.name), hint=OUR_FAULT)


def _source_of(text: str) -> SourceFile:
    return SourceFile(RONDE, text.encode("utf-8"), text)


def _wanted(velden: Velden, ronde: str) -> tuple[dict[str, object], dict[str, str]]:
    """Give the fields that the letter has for this round, and why the others are not for it."""
    year = year_of(ronde)
    other = velden.datum is not None and year is not None and velden.datum.year != year
    values: dict[str, object] = {
        "datum": velden.datum,
        "betreft": velden.betreft,
        "kenmerk": velden.kenmerk,
        "ondertekenaars": _said(velden, "ondertekenaars"),
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
    if name == "ondertekenaars" and not any(one.naam for one in brief.ondertekenaars):
        return ()
    return _said(brief, name)


def _said(brief: BriefGegevens | Velden, name: str) -> object:
    """Give what `ronde.yaml` or a letter says of a field, in one form."""
    if name != "ondertekenaars":
        return getattr(brief, name)
    signed = brief.ondertekenaars
    return tuple({"functie": each.functie, **({"naam": each.naam} if each.naam else {})} for each in signed)


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
