"""`brief`: find the command that was typed, load only that one, and turn what it says into an exit code.

Exit codes: 0 done, 1 findings or differences, 2 unusable input or usage, 3 nothing to do.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from typing import TYPE_CHECKING

import click

import brief
from brief.commands.terminal import output
from brief.commands.terminal.typed_text import only_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

OPDRACHTEN = {
    "nieuw": "Maak een nieuwe ronde aan.",
    "overnemen": "Neem een brief uit Word over in een ronde.",
    "datum": "Leg de datum van een overleg of van de brief vast.",
    "inlezen": "Lees dossiers in tot afspraken.",
    "bevestigen": "Neem voorgestelde thema's, provincies en gebieden over.",
    "lijst": "Toon de afspraken van een ronde, of zoek erin.",
    "verwant": "Zoek en koppel dezelfde afspraak in meer landsdelen.",
    "vaststellen": "Leg vast wat de overleggen hebben besloten.",
    "toevoegen": "Voeg een afspraak toe die aan tafel is ontstaan.",
    "stand": "Toon hoe ver de ronde is: aantallen, wat nog open staat.",
    "controleren": "Controleer de hele ronde.",
    "opstellen": "Maak de Kamerbrief en de afsprakenlijst.",
    "versies": "Toon de versies die zijn gemaakt.",
    "vergelijken": "Vergelijk twee versies.",
    "verwerken": "Verwerk opmerkingen en wijzigingen uit een teruggestuurd Word-bestand.",
    "afstemming": "Vraag partijen of zij akkoord zijn met hun afspraken.",
    "terugdraaien": "Draai terug wat een opdracht veranderde.",
    "afronden": "Maak de definitieve documenten, zonder CONCEPT.",
    "voortgang": "Zet op een rij hoe het staat met de afspraken van een eerdere ronde.",
    "tafel": "Open een bladzijde voor aan tafel en aan het bureau.",
    "kamerstuk": "Zoek, lees en schrijf verwijzingen naar Kamerstukken.",
    "schema": "Laat een editor de velden en namen van een ronde aanvullen.",
    "uitleg": "Leg een melding uit.",
}
"""The commands with what they do. A command is the object of its own name in `brief.commands.<name>`."""


class Opdrachten(click.Group):
    """The commands by name; a command is loaded when it is run, not to list it."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """List the commands that this installation has, in the order of the work."""
        return [name for name in OPDRACHTEN if importlib.util.find_spec(f"brief.commands.{name}")]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command; None when it does not exist."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"brief.commands.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        _with_everything(command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from the table, without loading them."""
        with formatter.section("Opdrachten"):
            formatter.write_dl([(name, OPDRACHTEN[name]) for name in self.list_commands(ctx)])


def _with_everything(command: click.Command) -> None:
    """Give a command, and those below it, the option `-v`, each finding in full, and let it take text only."""
    if isinstance(command, click.Group):
        for each in command.commands.values():
            _with_everything(each)
        return
    only_text(command)
    if not any("-v" in param.opts for param in command.params):
        text = "Toon elke melding apart, met de regel waarop zij slaat, en een lange uitkomst geheel."
        option = click.Option(["-v", "alles"], is_flag=True, expose_value=False, callback=_everything, help=text)
        command.params.append(option)


def _everything(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: ARG001 - click's
    if value:
        output.show_everything()


@click.group(cls=Opdrachten, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(brief.__version__, "--version", message="brief %(version)s", help="Toon de versie.")
def opdracht() -> None:
    """Maak van de dossiers van de BO's Leefomgeving de Kamerbrief en de afsprakenlijst.

    Een ronde is een map met ronde.yaml. Noemt u geen ronde, dan neemt brief de nieuwste in input/.
    """


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a command and end the process with its exit code."""
    from brief.commands.terminal.click_dutch import Opmaak

    click.Context.formatter_class = Opmaak
    output.begin()
    try:
        code = opdracht.main(arguments, prog_name="brief", standalone_mode=False)
    except click.ClickException as error:
        code = _usage_error(error)
    except SystemExit:  # what click makes of a reader of its help that went away
        code = 0
    except click.Abort:
        output.say("afgebroken", err=True)
        code = 130
    except OSError as error:
        code = _system_error(error)
    except Exception as error:
        from brief.diagnostics.facts import FactsError

        if not isinstance(error, FactsError):
            raise
        output.print_findings((error.finding,))
        code = output.ONBRUIKBAAR
    sys.exit(output.end(code if isinstance(code, int) else 0))


def _usage_error(error: click.ClickException) -> int:
    """Say in Dutch what was typed wrong; the exit code is 2, whatever click's own would be."""
    from brief.commands.terminal.click_dutch import usage_message

    context = error.ctx if isinstance(error, click.UsageError) else None
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        output.say(context.get_help() if context else "", err=True)
        return 2
    output.say(f"fout: {usage_message(error)}", err=True)
    output.say(f"Hulp: {context.command_path if context else 'brief'} --help", err=True)
    return 2


def _system_error(error: OSError) -> int:
    """Say what could not be read or written, and why: a full disk or a missing right is no mistake of the program."""
    from brief.diagnostics import Diagnostic, Place, Severity
    from brief.diagnostics.system import reason

    name = error.filename2 or error.filename
    place = Place(str(name)) if name else None
    message = f"dit kan niet worden gelezen of geschreven: {reason(error)}"
    output.print_findings((Diagnostic("BR901", Severity.FOUT, message, place),))
    return output.ONBRUIKBAAR
