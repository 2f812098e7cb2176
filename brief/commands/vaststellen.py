"""`brief vaststellen`: record what the meetings decided, by a careful change of the afspraken files."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from brief.commands.terminal.output import KLAAR, NIETS_TE_DOEN, ONBRUIKBAAR, print_findings
from brief.commands.terminal.round_argument import RondeMap, nieuwste
from brief.diagnostics import has_errors

if TYPE_CHECKING:
    import datetime

    from brief.diagnostics import Diagnostic
    from brief.domain import Afspraak, Ronde
    from brief.sources.afspraken import Afsprakenbestand
    from brief.sources.edit import Edit
    from brief.sources.scalar import Value

_STATUS = ("gewijzigd", "vervallen", "aangehouden")


@dataclass(frozen=True, slots=True)
class Opdracht:
    """What was asked: the new status of one afspraak or of a landsdeel, and what the besluit says."""

    wat: str
    status: str
    datum: datetime.date | None
    reden: str | None
    tekst: str | None
    opnieuw: bool
    proef: bool


@click.command("vaststellen")
@click.argument("args", nargs=-1, required=True, metavar="[RONDE] LANDSDEEL|ID")
@click.option("--datum", type=click.DateTime(["%Y-%m-%d"]), metavar="JJJJ-MM-DD", help="Dag van het besluit.")
@click.option("--gewijzigd", "status", flag_value="gewijzigd", help="De afspraak is gewijzigd vastgesteld.")
@click.option("--vervallen", "status", flag_value="vervallen", help="De afspraak gaat niet door.")
@click.option("--aangehouden", "status", flag_value="aangehouden", help="Over de afspraak wordt later besloten.")
@click.option("--reden", help="Waarom zo is besloten.")
@click.option(
    "--tekst", metavar="BESTAND|-", help="De gewijzigde tekst; - leest van de invoer. Anders opent uw editor."
)
@click.option("--opnieuw", is_flag=True, help="Vervang het besluit dat er al is.")
@click.option("--proef", is_flag=True, help="Toon wat er zou veranderen, schrijf niets.")
@click.pass_context
def vaststellen(
    ctx: click.Context,
    args: tuple[str, ...],
    datum: datetime.datetime | None,
    status: str | None,
    reden: str | None,
    tekst: str | None,
    *,
    opnieuw: bool,
    proef: bool,
) -> None:
    """Leg vast wat er met de afspraken is besloten.

    Met een LANDSDEEL wordt alles wat nog is voorgesteld vastgesteld, behalve wat een besluit heeft: de voorgestelde
    tekst geldt 1-op-1. Met het ID van één afspraak legt u vast dat zij is gewijzigd, vervallen of aangehouden; zonder
    zo'n keuze wordt zij vastgesteld.
    """
    if len(args) > 2:
        message = f"te veel: {' '.join(args[2:])}"
        raise click.UsageError(message)
    folder = RondeMap().convert(args[0], None, ctx) if len(args) == 2 else nieuwste()
    day = datum.date() if datum else None
    ctx.exit(_run(folder, Opdracht(args[-1], status or "vastgesteld", day, reden, tekst, opnieuw, proef)))


def _run(folder: Path, opdracht: Opdracht) -> int:
    from brief.sources import read_ronde
    from brief.sources.edit import Edit

    bestanden, found = read_ronde(folder)
    file = _file(folder, opdracht.wat, found) if bestanden is not None else None
    errors = [each for each in found if each.is_error and _concerns(each, file)]
    if bestanden is None or file is None or errors:
        print_findings(errors or [each for each in found if each.is_error])
        return ONBRUIKBAAR
    edit = Edit(file)
    lines = _change(edit, bestanden.ronde, opdracht)
    if not lines:
        click.echo(f"Niets te doen: bij {opdracht.wat} is niets meer voorgesteld.")
        return NIETS_TE_DOEN
    return _write(edit, folder / "afspraken" / f"{file.landsdeel}.yaml", lines, proef=opdracht.proef)


def _file(folder: Path, wat: str, found: tuple[Diagnostic, ...]) -> Afsprakenbestand | None:
    """Give the afspraken file that a landsdeel or an id is in; raise a usage error when there is none."""
    from brief.diagnostics.nearest import nearest
    from brief.domain import LANDSDELEN
    from brief.sources.afspraken import read_afspraken
    from brief.sources.source import read_source

    if has_errors(found) and not (folder / "afspraken").is_dir():
        return None
    ids: list[str] = []
    for landsdeel in LANDSDELEN:
        path = folder / "afspraken" / f"{landsdeel}.yaml"
        source = read_source(path)[0] if path.is_file() else None
        if source is None:
            continue
        file = read_afspraken(source, landsdeel)[0]
        if wat == landsdeel or any(afspraak.id == wat for afspraak in file.afspraken):
            return file
        ids += [landsdeel, *(afspraak.id for afspraak in file.afspraken)]
    if wat in LANDSDELEN:
        message = f"landsdeel {wat} heeft nog geen afspraken; lees eerst het dossier in met: brief inlezen"
        raise click.UsageError(message)
    near = nearest(wat, ids)
    message = f"'{wat}' is geen landsdeel en geen id van een afspraak" + (f"; bedoelde u '{near}'?" if near else "")
    raise click.UsageError(message)


def _concerns(finding: Diagnostic, file: Afsprakenbestand | None) -> bool:
    return file is not None and finding.place is not None and finding.place.file == file.source.name


def _change(edit: Edit, ronde: Ronde, opdracht: Opdracht) -> list[str]:
    """Put the change in `edit`; give a line on each thing done, none when there was nothing to do."""
    meeting = next((each.datum for each in ronde.overleggen if each.landsdeel == edit.file.landsdeel), None)
    day = opdracht.datum or meeting
    if day is None:
        message = "geef de dag van het besluit met --datum"
        raise click.UsageError(message)
    if meeting is not None and day < meeting:
        message = f"--datum: {day} is vóór het overleg van landsdeel {edit.file.landsdeel} ({meeting})"
        raise click.UsageError(message)
    if opdracht.wat == edit.file.landsdeel:
        return _whole(edit, opdracht)
    afspraak = next(each for each in edit.file.afspraken if each.id == opdracht.wat)
    return _one(edit, afspraak, opdracht, day)


def _whole(edit: Edit, opdracht: Opdracht) -> list[str]:
    if opdracht.status != "vastgesteld" or opdracht.tekst or opdracht.reden:
        message = (
            f"--{opdracht.status} geldt voor één afspraak; noem haar id"
            if opdracht.status in _STATUS
            else ("--reden en --tekst gelden voor één afspraak; noem haar id")
        )
        raise click.UsageError(message)
    proposed = [each for each in edit.file.afspraken if each.status == "voorgesteld"]
    plain = [each for each in proposed if each.besluit is None]
    for afspraak in plain:
        edit.set(afspraak.id, "status", "vastgesteld")
    if not plain:
        return []
    noun = "afspraak" if len(plain) == 1 else "afspraken"
    lines = [f"{len(plain)} {noun} van {opdracht.wat} vastgesteld"]
    if kept := [each.id for each in proposed if each.besluit is not None]:
        lines.append(f"  ongemoeid, want er is een besluit: {', '.join(kept)}")
    return lines


def _one(edit: Edit, afspraak: Afspraak, opdracht: Opdracht, day: datetime.date) -> list[str]:
    if opdracht.status not in _STATUS:
        if opdracht.reden or opdracht.tekst:
            message = "bij --reden of --tekst hoort --gewijzigd, --vervallen of --aangehouden"
            raise click.UsageError(message)
        if afspraak.status == "vastgesteld":
            return []
        if afspraak.besluit is not None and afspraak.besluit.tekst is not None:
            message = (
                f"{afspraak.id} heeft een besluit met een andere tekst; haal dat besluit eerst weg uit het bestand"
            )
            raise click.UsageError(message)
        edit.set(afspraak.id, "status", "vastgesteld")
        return [f"{afspraak.id}: vastgesteld"]
    before = _earlier(afspraak, opdracht)
    besluit: dict[str, Value] = {"datum": day, "reden": opdracht.reden or _ask_reason(afspraak)}
    if opdracht.status == "gewijzigd":
        besluit["tekst"] = _new_text(afspraak, opdracht.tekst)
    elif opdracht.tekst:
        message = f"--tekst past niet bij --{opdracht.status}"
        raise click.UsageError(message)
    else:
        edit.remove(afspraak.id, "besluit.tekst")
    edit.set(afspraak.id, "status", opdracht.status)
    edit.set(afspraak.id, "besluit", besluit)
    return [f"{afspraak.id}: {opdracht.status} op {day}", *before]


def _earlier(afspraak: Afspraak, opdracht: Opdracht) -> list[str]:
    """Say what is being replaced; a besluit that was taken is never replaced without being asked to."""
    earlier = afspraak.besluit
    if earlier is None:
        return []
    said = f"besluit van {earlier.datum} ({afspraak.status}): {earlier.reden}"
    if not opdracht.opnieuw:
        message = f"{afspraak.id} heeft al een {said}; wilt u het vervangen, geef dan --opnieuw"
        raise click.UsageError(message)
    lines = [f"  vervangt het {said}"]
    if earlier.tekst is not None:
        lines += ["  de tekst van dat besluit was:", *(f"    {line}" for line in earlier.tekst.splitlines())]
    return lines


def _is_interactive() -> bool:
    """Tell whether there is someone to ask."""
    return sys.stdin.isatty()


def _ask_reason(afspraak: Afspraak) -> str:
    if not _is_interactive():
        message = "geef de reden met --reden"
        raise click.UsageError(message)
    reason: str = click.prompt(f"Waarom is zo besloten over {afspraak.id}", err=True)
    return reason


def _new_text(afspraak: Afspraak, tekst: str | None) -> str:
    """Get the agreed text: from a file, from stdin, or from the editor of the user."""
    if tekst is not None:
        new = _read_text(tekst)
    elif _is_interactive():
        new = _edited(afspraak.geldende_tekst)
    else:
        message = "geef de gewijzigde tekst met --tekst BESTAND of --tekst -"
        raise click.UsageError(message)
    new = new.replace("\r\n", "\n").strip("\n")
    if not new.strip():
        message = "er is geen tekst gegeven; er is niets veranderd"
        raise click.UsageError(message)
    if new == afspraak.tekst:
        message = f"de tekst is gelijk aan de voorgestelde tekst; stel vast met: brief vaststellen {afspraak.id}"
        raise click.UsageError(message)
    return new


def _edited(text: str) -> str:
    try:
        return click.edit(text + "\n", extension=".md") or ""
    except click.ClickException as error:
        message = "uw editor is niet te starten of stopte met een fout; er is niets veranderd"
        hint = "controleer EDITOR, of geef de tekst met --tekst BESTAND"
        raise click.UsageError(f"{message}\n{hint}") from error


def _read_text(tekst: str) -> str:
    try:
        data = sys.stdin.buffer.read() if tekst == "-" else Path(tekst).read_bytes()
        return data.decode("utf-8-sig")
    except OSError:
        message = f"--tekst: '{tekst}' is niet te lezen"
    except UnicodeDecodeError:
        message = f"--tekst: '{tekst}' is geen UTF-8"
    raise click.UsageError(message)


def _write(edit: Edit, path: Path, lines: list[str], *, proef: bool) -> int:
    if proef:
        click.echo(edit.diff())
        return KLAAR
    findings = edit.save(path)
    print_findings(findings)
    if findings:
        return ONBRUIKBAAR
    click.echo("\n".join([*lines, f"Geschreven: {path.as_posix()}"]))
    return KLAAR
