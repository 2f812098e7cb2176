"""Ask at the keyboard for what a reference does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.commands.terminal.output import ask_or, say
from brief.kamerstuk import is_vergaderjaar, vergaderjaar
from brief.kamerstuk.entry import SOORTEN

if TYPE_CHECKING:
    from brief.kamerstuk import Referentie

_QUESTIONS = {
    "titel": "Titel",
    "datum": "Datum (jjjj-mm-dd)",
    "vergaderjaar": "Vergaderjaar",
    "soort": "Soort (motie, brief, nota …)",
    "ondertekenaar": "Eerste ondertekenaar",
}


def vraag_de_rest(reference: Referentie, velden: dict[str, str]) -> dict[str, str]:
    """Ask for each field that is not known; an empty answer leaves a field out."""
    answers = dict(velden)
    for name, question in _QUESTIONS.items():
        if name in answers or (name == "ondertekenaar" and answers.get("soort") != "motie"):
            continue
        if name == "vergaderjaar" and reference.soort.value in {"document", "zaak"}:
            continue
        answer = _ask(name, question, answers)
        if answer:
            answers[name] = answer
    return answers


def _ask(name: str, question: str, answers: dict[str, str]) -> str:
    default = _by_date(answers.get("datum")) if name == "vergaderjaar" else ""
    while True:
        answer = ask_or(question, default)
        problem = _problem(name, answer.strip())
        if problem is None:
            return answer.strip()
        say(problem, err=True)


def _problem(name: str, answer: str) -> str | None:
    if not answer:
        return None
    if name == "datum" and _by_date(answer) == "":
        return "schrijf jjjj-mm-dd, zoals 2024-11-12"
    if name == "vergaderjaar" and not is_vergaderjaar(answer):
        return "schrijf twee opeenvolgende jaren, zoals 2023-2024"
    if name == "soort" and answer not in SOORTEN:
        return f"kies uit: {', '.join(SOORTEN)}"
    return None


def _by_date(text: str | None) -> str:
    import datetime

    try:
        return vergaderjaar(datetime.date.fromisoformat(text or ""))
    except ValueError:
        return ""
