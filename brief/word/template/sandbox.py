"""The Jinja environment of templates: data only, no code.

A template comes from a person and may hold anything. Its expressions see strings, numbers, lists and named values;
they reach no attribute of a Python object, call nothing but `voetnoot`, and cannot make a short text long by `*`, `%`
or `**`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from brief.text.dutch import opsomming
from brief.word.template.named import as_field

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.runtime import Context

LOOP_NAMES = ("first", "last", "index", "index0", "length", "revindex")
"""What a template may ask of `loop`."""

TESTS = ("defined", "undefined", "odd", "even", "true", "false", "none")
"""The tests that stay: `{% if loop.index is odd %}`."""

_LARGEST = 1_000_000
_CODE: dict[str, Any] = {}
_MOST_CODE = 32
"""Sources of which the code is kept: two documents have about ten."""


class RefusedError(SecurityError):
    """What a tag may not do; the message is in Dutch and meant for the writer of the template."""


def _text(value: object) -> str:
    """Give a text or a number as text; anything else would print as Python has it."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise RefusedError("een bewerking krijgt iets dat geen tekst of getal is")
    return str(value)


def _length(value: object) -> int:
    if not isinstance(value, str | tuple):
        raise RefusedError("length werkt alleen op een lijst")
    return len(value)


def _join(value: object, separator: str = "") -> str:
    if not isinstance(value, tuple):
        raise RefusedError("join werkt alleen op een lijst")
    return as_field(separator.join(_text(item) for item in value), *value)


def _first(value: object) -> object:
    return value[0] if isinstance(value, tuple | str) and value else ""


def _last(value: object) -> object:
    return value[-1] if isinstance(value, tuple | str) and value else ""


def _upper(value: object) -> str:
    return as_field(_text(value).upper(), value)


def _lower(value: object) -> str:
    return as_field(_text(value).lower(), value)


def _capital(value: object) -> str:
    text = _text(value)
    return as_field(text[:1].upper() + text[1:], value)


def _enumeration(value: object) -> str:
    """Write a list as Dutch does: `a, b en c`."""
    if not isinstance(value, tuple):
        return as_field(_text(value), value)
    return as_field(opsomming([_text(item) for item in value if item != ""]), *value)


FILTERS: dict[str, Callable[..., object]] = {
    "length": _length,
    "join": _join,
    "first": _first,
    "last": _last,
    "upper": _upper,
    "lower": _lower,
    "hoofdletter": _capital,
    "opsomming": _enumeration,
}
"""What a value can be passed through: `{{ bijlagen|opsomming }}`."""


class NoteTag:
    """The function `voetnoot` of a template: it only names a note; the text comes from data."""

    def __call__(self, key: str) -> AskedNote:
        """Name the note with this key."""
        return AskedNote(str(key))


class AskedNote:
    """A note that a tag asks for, until it is placed."""

    __slots__ = ("key",)

    def __init__(self, key: str) -> None:
        self.key = key


class FrameEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox that is smaller still than Jinja's own."""

    intercepted_binops = frozenset(["*", "**", "%", "//", "/"])

    def __init__(self, finalize: Callable[[Any], Any]) -> None:
        self._printed = False

        def printed(value: Any) -> Any:
            self._printed = True
            return finalize(value)

        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=printed, cache_size=0)
        self.globals.clear()
        self.filters.clear()
        self.filters.update(FILTERS)
        self.tests = {name: test for name, test in self.tests.items() if name in TESTS}

    def compile(self, source: Any, *rest: Any, **more: Any) -> Any:
        """Compile a source once: the code of a template is the same for all values.

        Jinja prints a text that stands in a tag itself while it compiles. Such code is of this document alone.
        """
        if rest or more or not isinstance(source, str):
            return super().compile(source, *rest, **more)
        code = _CODE.get(source)
        if code is None:
            self._printed = False
            code = super().compile(source)
            if not self._printed:
                if len(_CODE) >= _MOST_CODE:
                    _CODE.clear()
                _CODE[source] = code
        return code

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002
        """Allow only small whole numbers to be multiplied; nothing else is needed in a letter."""
        if operator == "*" and type(left) is int and type(right) is int and abs(left) + abs(right) < _LARGEST:
            return int(left * right)
        raise RefusedError(f"de bewerking {operator} kan niet in een sjabloon")

    def getattr(self, obj: object, attribute: str) -> object:
        """Look a name up in named values and in `loop`, nowhere else."""
        return self._look_up(obj, attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """Look a name up in named values, or a place in a list."""
        return self._look_up(obj, argument)

    def _look_up(self, obj: object, name: object) -> object:
        if isinstance(obj, Mapping) and isinstance(name, str) and name in obj:
            return obj[name]
        if isinstance(obj, LoopContext) and name in LOOP_NAMES:
            return getattr(obj, str(name))
        if isinstance(obj, tuple) and type(name) is int and -len(obj) <= name < len(obj):
            return obj[name]
        return self.undefined(obj=obj, name=str(name))

    def is_safe_callable(self, obj: object) -> bool:
        """Only `voetnoot` can be called."""
        return isinstance(obj, NoteTag)
