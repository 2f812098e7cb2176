"""Word a syntax error of the YAML parser as what a person should type.

The parser's own words ("mapping values are not allowed in this context") say what it could not do. Each step below
looks at the line and recognises one mistake that people make; the first step that knows it gives the message.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.reader import ReaderError

from brief.diagnostics import Diagnostic, Place, Severity
from brief.sources.nodes import MAX_DEPTH, TooDeepError

if TYPE_CHECKING:
    from collections.abc import Callable

    from ruamel.yaml.error import YAMLError

    from brief.sources.source import SourceFile

_FORBIDDEN = re.compile(
    "[^\\t\\n\\r\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd\\U00010000-\\U0010ffff]"
)
_KEY_VALUE = re.compile(r"(?P<lead>\s*(?:- )*[\w-]+): +(?P<value>[^\s'\"|>\[{&*!].*)$")


class Failure(Struct, frozen=True):
    """A syntax error: the parser's words, and the indexes in the text of the spot and of what it was reading."""

    source: SourceFile
    problem: str
    context: str
    index: int
    context_index: int | None

    @property
    def line(self) -> str:
        """Give the line at which the parser stopped."""
        return self.source.line(self.number)

    @property
    def number(self) -> int:
        """Give the number of that line; the end of the file counts as its last line with text."""
        number = self.source.line_number(self.index)
        while number > 1 and not self.source.line(number).strip():
            number -= 1
        return number

    def finding(self, code: str, message: str, label: str, hint: str | None = None, *, index: int = -1) -> Diagnostic:
        """Make the finding, at the spot itself unless another index is given."""
        place = self.source.place(self.index if index < 0 else index, (self.index if index < 0 else index) + 1)
        return Diagnostic(code, Severity.FOUT, message, place, label, hint)


def explain(source: SourceFile, error: YAMLError | TooDeepError) -> Diagnostic:
    """Word an error of the parser."""
    if isinstance(error, TooDeepError):
        message = f"dit bestand heeft meer dan {MAX_DEPTH} niveaus in elkaar"
        return Diagnostic("BR021", Severity.FOUT, message, source.place(error.index), "gebruik minder niveaus")
    if isinstance(error, ReaderError):
        return _forbidden_character(source)
    if not isinstance(error, MarkedYAMLError):
        return Diagnostic("BR004", Severity.FOUT, "dit bestand is geen geldige YAML", Place(source.name))
    failure = _failure(source, error)
    for step in _STEPS:
        if (finding := step(failure)) is not None:
            return finding
    return failure.finding(
        "BR004", "hier klopt de opbouw niet", "controleer inspringing, dubbele punt, haakjes en aanhalingstekens"
    )


def _failure(source: SourceFile, error: MarkedYAMLError) -> Failure:
    mark, context = error.problem_mark, error.context_mark
    index = min(mark.index, len(source.text)) if mark else 0
    start = context.index if context else None
    return Failure(source, error.problem or "", error.context or "", index, start)


def _forbidden_character(source: SourceFile) -> Diagnostic:
    match = _FORBIDDEN.search(source.text)
    index = match.start() if match else 0
    name = f"U+{ord(source.text[index]):04X}" if source.text else "onbekend"
    message = f"hier staat een onzichtbaar stuurteken ({name})"
    return Diagnostic("BR003", Severity.FOUT, message, source.place(index, index + 1), "haal dit teken weg")


def _tab(failure: Failure) -> Diagnostic | None:
    lead = failure.line[: len(failure.line) - len(failure.line.lstrip())]
    if "\t" not in lead or not ("token" in failure.problem or "tab" in failure.problem):
        return None
    index = failure.source.line_starts[failure.number - 1] + lead.index("\t")
    return failure.finding("BR005", "hier staat een tab in de inspringing", "gebruik spaties", index=index)


def _unclosed_quote(failure: Failure) -> Diagnostic | None:
    if "quoted scalar" not in failure.context or failure.context_index is None:
        return None
    quote = failure.source.text[failure.context_index]
    if "escape" in failure.problem:
        return _escape(failure)
    label = f"zet aan het einde van de waarde nog een {quote}"
    hint = "een apostrof binnen enkele aanhalingstekens schrijft u dubbel: 'foto''s'" if quote == "'" else None
    message = "dit aanhalingsteken wordt nergens gesloten"
    return failure.finding("BR007", message, label, hint, index=failure.context_index)


def _escape(failure: Failure) -> Diagnostic:
    message = "een schuine streep naar links heeft binnen dubbele aanhalingstekens een eigen betekenis"
    return failure.finding("BR007", message, "gebruik enkele aanhalingstekens: '…'")


def _text_after_quote(failure: Failure) -> Diagnostic | None:
    before = failure.line[: failure.index - failure.source.line_starts[failure.number - 1]]
    quoted = re.search(r":\s+(['\"])(?:(?!\1).)*\1$", before)
    if quoted is None or "expected key" not in failure.problem:
        return None
    value = failure.line[quoted.start(1) + 1 :].rstrip().removesuffix(quoted[1]).replace("'", "''")
    return failure.finding("BR007", "na het sluitende aanhalingsteken staat nog tekst", f"typ: '{value}'")


def _start_character(failure: Failure) -> Diagnostic | None:
    """Recognise a value that starts with a mark of YAML: `@`, `%`, a back quote, or the `**` of Markdown."""
    if "cannot start any token" in failure.problem:
        index = failure.index
    elif failure.context in {"while scanning an alias", "while scanning an anchor"}:
        index = failure.context_index or failure.index
    else:
        return None
    character = failure.source.text[index : index + 1]
    message = f"een waarde kan niet met {character} beginnen"
    return failure.finding("BR008", message, f"typ: {_quoted(failure, index)}", index=index)


def _colon_in_value(failure: Failure) -> Diagnostic | None:
    if "mapping values are not allowed" not in failure.problem:
        return None
    match = _KEY_VALUE.match(failure.line)
    if match is None or match.end("lead") >= failure.index - failure.source.line_starts[failure.number - 1]:
        return _deeper_than_value(failure)
    value = match["value"].rstrip().replace("'", "''")
    message = "een waarde met een dubbele punt en een spatie erin moet tussen aanhalingstekens"
    return failure.finding("BR008", message, f"typ: {match['lead'].strip()}: '{value}'")


def _deeper_than_value(failure: Failure) -> Diagnostic | None:
    """Recognise a key deeper than the key above it, which has a value already, or a key glued to its value."""
    number = _line_above(failure)
    above = failure.source.line(number)
    if not above.strip():
        return None
    return _glued(failure, number) or _indentation(failure, _indent(above))


def _glued(failure: Failure, number: int) -> Diagnostic | None:
    """Recognise a line on which the value stands against the colon."""
    line = failure.source.line(number)
    if not re.match(r"\s*(- )?[\w-]+:\S", line):
        return None
    glued = re.sub(r"^(\s*(?:- )?[\w-]+):", r"\1: ", line).strip()
    index = failure.source.line_starts[number - 1] + line.index(":")
    return failure.finding("BR004", "na de dubbele punt hoort een spatie", f"typ: {glued}", index=index)


def _missing_colon(failure: Failure) -> Diagnostic | None:
    if "could not find expected ':'" not in failure.problem or failure.context_index is None:
        return None
    number = failure.source.line_number(failure.context_index)
    if (glued := _glued(failure, number)) is not None:
        return glued
    words = failure.source.line(number).strip()
    key, _, value = words.removeprefix("- ").partition(" ")
    label = f"typ: {key}: {value}" if re.fullmatch(r"[a-z_]+", key) else "zet er een veldnaam en een dubbele punt voor"
    hint = "hoort deze regel bij de tekst erboven, spring hem dan even ver in als die tekst"
    message = "op deze regel ontbreekt een veldnaam met dubbele punt"
    return failure.finding("BR004", message, label, hint, index=failure.context_index)


def _unclosed_bracket(failure: Failure) -> Diagnostic | None:
    if failure.context not in {"while parsing a flow sequence", "while parsing a flow mapping"}:
        return None
    index = failure.context_index or 0
    opening, closing = ("[", "]") if failure.context.endswith("sequence") else ("{", "}")
    message = f"het haakje {opening} wordt niet gesloten, of er ontbreekt een komma"
    return failure.finding("BR004", message, f"zet komma's tussen de waarden en sluit af met {closing}", index=index)


def _block_marker(failure: Failure) -> Diagnostic | None:
    if "block scalar" not in failure.context:
        return None
    message = "na | of > hoort de tekst op de volgende regel te beginnen"
    return failure.finding("BR004", message, "begin een nieuwe regel en spring in", index=failure.context_index or 0)


def _list_in_line(failure: Failure) -> Diagnostic | None:
    if "block sequence entries are not allowed" not in failure.problem:
        return None
    return failure.finding("BR004", "een lijst met streepjes begint op een nieuwe regel", "typ: [een, twee]")


def _uneven(failure: Failure) -> Diagnostic | None:
    if failure.problem not in {"did not find expected key", "did not find expected '-' indicator"}:
        return None
    number = _line_above(failure)
    return _indentation(failure, _indent(failure.source.line(number)))


def _indentation(failure: Failure, wanted: int) -> Diagnostic:
    """Say how far the line goes in and how far the nearest line above goes in that it can belong to."""
    found = _indent(failure.line)
    message = f"deze regel springt {_spaces(found)} in en hoort zo bij niets erboven"
    wanted = _nearest_level(failure, found, wanted)
    index = failure.source.line_starts[failure.number - 1] + found
    label = f"spring {_spaces(wanted)} in" if wanted else "begin deze regel zonder spaties"
    return failure.finding("BR006", message, label, index=index)


def _nearest_level(failure: Failure, found: int, otherwise: int) -> int:
    """Give the level of the keys above that is nearest to what was typed."""
    levels = set()
    for number in range(max(1, failure.number - 12), failure.number):
        line = failure.source.line(number)
        if re.match(r"\s*(- )?[\w-]+:(\s|$)", line):
            dash = re.match(r"\s*- ", line)
            levels.add(dash.end() if dash and not failure.line.lstrip().startswith("- ") else _indent(line))
    levels.discard(found)
    return min(levels, key=lambda level: (abs(level - found), level), default=otherwise)


def _line_above(failure: Failure) -> int:
    number = failure.number - 1
    while number > 1 and (not (line := failure.source.line(number)).strip() or line.lstrip().startswith("#")):
        number -= 1
    return number


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _spaces(count: int) -> str:
    return "1 spatie" if count == 1 else f"{count} spaties"


def _quoted(failure: Failure, index: int) -> str:
    rest = failure.line[index - failure.source.line_starts[failure.number - 1] :].rstrip()
    return "'" + rest.replace("'", "''") + "'"


_STEPS: tuple[Callable[[Failure], Diagnostic | None], ...] = (
    _tab,
    _unclosed_quote,
    _text_after_quote,
    _start_character,
    _colon_in_value,
    _missing_colon,
    _unclosed_bracket,
    _block_marker,
    _list_in_line,
    _uneven,
)
