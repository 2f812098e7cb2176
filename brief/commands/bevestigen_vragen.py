"""Ask a person at the terminal about proposals: one key each, a whole group with one key too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.commands.terminal.output import ask_key, ask_or, print_findings, say
from brief.render.terminal.confirming import kop_regels, vraag_regels, waarde, zekerheid
from brief.rounds.confirming import Antwoord, Invulling, Veld, invulling, ja, nee

if TYPE_CHECKING:
    from brief.rounds.confirming import Groep, Keuze, Vermoeden

_TOETSEN = "jnwhgots"
_HULP = (
    "j  ja, neem dit voorstel over",
    "n  nee, haal dit voorstel weg",
    "w  wijzig: typ zelf de waarden van dit veld",
    "h  hele groep: ja op dit voorstel en alle die in deze groep nog volgen",
    "g  geen van de groep: nee op dit voorstel en alle die in deze groep nog volgen",
    "o  sla over: dit voorstel blijft open",
    "t  terug: neem het vorige antwoord terug",
    "s  stop en schrijf wat u tot hier hebt geantwoord (Ctrl-C stopt zonder te schrijven)",
)


class Gesprek(Struct):
    """What was asked and answered so far; each step can be taken back."""

    groepen: tuple[Groep, ...]
    stappen: list[tuple[Vermoeden, ...]] = field(default_factory=list)
    keuzes: dict[tuple[str, Veld, str], Keuze | None] = field(default_factory=dict)
    gestopt: bool = False

    def volgende(self) -> tuple[int, list[Vermoeden]] | None:
        """Give the number of the group that is asked now with what is still to be asked in it; None when all is."""
        for number, groep in enumerate(self.groepen):
            if left := [each for each in groep.vermoedens if self._te_vragen(each)]:
                return number, left
        return None

    def antwoorden(self) -> tuple[Keuze, ...]:
        """Give the answers, each once, in the order in which they were given."""
        return tuple(dict.fromkeys(each for each in self.keuzes.values() if each is not None))

    def geef(self, vermoedens: list[Vermoeden], keuze: Keuze | str | None) -> None:
        """Answer proposals: `ja`, `nee`, one given answer, or None to leave them open."""
        for each in vermoedens:
            made = ja(each) if keuze == "ja" else nee(each) if keuze == "nee" else keuze
            self.keuzes[_sleutel(each)] = None if isinstance(made, str) else made
        self.stappen.append(tuple(vermoedens))

    def terug(self) -> bool:
        """Take the last step back; False when there is none."""
        if not self.stappen:
            return False
        for each in self.stappen.pop():
            self.keuzes.pop(_sleutel(each), None)
        return True

    def _te_vragen(self, vermoeden: Vermoeden) -> bool:
        identity, veld, _ = _sleutel(vermoeden)
        if _sleutel(vermoeden) in self.keuzes:
            return False
        if any(
            isinstance(each, Invulling) and (each.id, each.veld) == (identity, veld) for each in self.keuzes.values()
        ):
            return False
        return vermoeden.wacht_op is None or isinstance(self.keuzes.get((identity, veld, vermoeden.wacht_op)), Antwoord)


def vraag(groepen: tuple[Groep, ...]) -> tuple[Keuze, ...]:
    """Ask about the proposals in these groups until all are answered or the person stops."""
    gesprek = Gesprek(groepen)
    shown = -1
    while not gesprek.gestopt and (now := gesprek.volgende()) is not None:
        number, left = now
        if number != shown:
            _toon(kop_regels(groepen[number], number + 1, len(groepen)))
            shown = number
        _toon(vraag_regels(left[0]))
        _verwerk(gesprek, left, groepen[number])
    return gesprek.antwoorden()


def _verwerk(gesprek: Gesprek, left: list[Vermoeden], groep: Groep) -> None:
    """Ask about the first of what is left of a group, until there is an answer to it."""
    while True:
        key = ask_key(_vraag(left, groep), _TOETSEN)
        if key == "?":
            _toon([f"    {line}" for line in _HULP])
        elif key == "w":
            if (made := _wijzig(left[0])) is not None:
                gesprek.geef(left[:1], made)
                return
        elif key == "t":
            if not gesprek.terug():
                say("    er is nog geen antwoord om terug te nemen", err=True)
            return
        elif key == "s":
            gesprek.gestopt = True
            return
        else:
            keuze = {"j": "ja", "n": "nee", "h": "ja", "g": "nee", "o": None}[key]
            gesprek.geef(left if key in "hg" else left[:1], keuze)
            return


def _vraag(left: list[Vermoeden], groep: Groep) -> str:
    group = f" [h]ele groep ({len(left)}) [g]een" if len(left) > 1 else ""
    keys = f"  [j]a [n]ee [w]ijzig{group} [o]verslaan [t]erug [s]top [?] "
    return f"  {waarde(groep)}? {zekerheid(left[0])}\n{keys}"


def _wijzig(vermoeden: Vermoeden) -> Invulling | None:
    """Ask for the values of the field; None when what was typed cannot be used."""
    afspraak = vermoeden.afspraak
    example = "2027-12-31" if vermoeden.veld is Veld.TERMIJN else "met komma's ertussen"
    current = getattr(afspraak, vermoeden.veld.value)
    proposed = getattr(afspraak.voorstel, vermoeden.veld.value) if afspraak.voorstel else ()
    values = [*current, *proposed] if isinstance(current, tuple) else [str(proposed or "")]
    typed = ask_or(f"    {vermoeden.veld.value} ({example})", ", ".join(dict.fromkeys(values)))
    made, findings = invulling(afspraak.id, vermoeden.veld, typed)
    print_findings(findings)
    return made


def _sleutel(vermoeden: Vermoeden) -> tuple[str, Veld, str]:
    return vermoeden.afspraak.id, vermoeden.veld, vermoeden.sleutel


def _toon(lines: list[str]) -> None:
    say("\n".join(lines), err=True)
